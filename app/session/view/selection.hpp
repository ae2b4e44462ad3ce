#pragma once

#include "assets/model/scenario.hpp"

#include <string>

namespace app {

/// The one thing that is looked at closely.
struct Selection {
    std::string kind, id; ///< kind: asset | zone | event | place | sea; an empty id: nothing
    [[nodiscard]] friend bool operator==(const Selection&, const Selection&) = default;
};

/// The scenario, or the reference data behind it, has such a thing.
[[nodiscard]] bool exists(const Selection&, const assets::Scenario&);

} // namespace app
