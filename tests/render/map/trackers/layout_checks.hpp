#pragma once

#include "render/map/scene.hpp"

#include <string>
#include <vector>

/// What must hold for every composed page.
namespace support {

/// What is wrong with the printed items, one sentence each: labels, symbols, legend and scale bar that overlap, and
/// items that leave the map or the page.
[[nodiscard]] std::vector<std::string> layout_faults(const render::Layout&);

} // namespace support
