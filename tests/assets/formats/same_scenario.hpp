#pragma once

#include "assets/schema/schema.hpp"

namespace formats_test {

/// The differences between two scenarios, such as `places[0].country: 'KR' and 'KP'`. Compares all columns of the
/// schema and all members of the model except lines, files, folder, atlas, `recording` and `first_feed_asset`. If a
/// struct of the model gets a new member, same_scenario.cpp does not compile until the member is added there.
[[nodiscard]] std::vector<std::string> differences(const assets::Scenario&, const assets::Scenario&,
                                                   const assets::Schema& = assets::schema());
/// CHECKs that there are no differences.
void check_same(const assets::Scenario&, const assets::Scenario&, const assets::Schema& = assets::schema());

} // namespace formats_test
