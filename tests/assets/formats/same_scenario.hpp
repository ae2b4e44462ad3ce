#pragma once

#include "assets/schema/schema.hpp"

namespace formats_test {

/// What two scenarios do not have in common, as `places[0].country: 'KR' and 'KP'`: every column of the schema and
/// every member of the model is compared. Lines, files, folder, atlas, `recording` and `first_heard` may differ. A
/// member added to a struct of the model does not compile until it is told here whether it is compared.
[[nodiscard]] std::vector<std::string> differences(const assets::Scenario&, const assets::Scenario&,
                                                   const assets::Schema& = assets::schema());
/// CHECKs that there are none.
void check_same(const assets::Scenario&, const assets::Scenario&, const assets::Schema& = assets::schema());

} // namespace formats_test
