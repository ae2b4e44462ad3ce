#pragma once

#include "render/picture/picture.hpp"

namespace render {

/// A column beside the map.
struct SideColumn {
    Rect box;
    bool titled = false; ///< begins with title and date
    double type = 1;     ///< its type is so many times as large as that of bands
    double gap_mm = 0;   ///< more room between its groups: title, legend, and the other texts
    [[nodiscard]] friend bool operator==(const SideColumn&, const SideColumn&) = default;
};

} // namespace render
