#pragma once

#include "assets/model/scenario.hpp"

#include <string>

namespace app {

/// The selected thing, which the inspector shows.
struct Selection {
    std::string kind, id; ///< kind: asset | zone | event | place | sea; an empty id: nothing
    [[nodiscard]] friend bool operator==(const Selection&, const Selection&) = default;
};

/// Whether the scenario or its reference data has this thing.
[[nodiscard]] bool exists(const Selection&, const assets::Scenario&);

} // namespace app
