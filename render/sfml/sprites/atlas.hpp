#pragma once

#include <cstddef>
#include <vector>

namespace render {

struct SizePx {
    int width, height;
};

struct AtlasPlace {
    std::size_t page = 0;
    int x = 0, y = 0;
};

struct AtlasLayout {
    std::vector<AtlasPlace> places; ///< one an item, in the order given
    std::vector<SizePx> pages;
};

/// Packs rectangles into pages in shelves, the tallest first, one pixel apart. A page is at most `page_px` on a side;
/// what is larger has a page of its own.
[[nodiscard]] AtlasLayout pack_shelves(const std::vector<SizePx>&, int page_px);

} // namespace render
