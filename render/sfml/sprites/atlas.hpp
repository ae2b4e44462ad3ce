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
    std::vector<AtlasPlace> places; ///< one for each item, in the given order
    std::vector<SizePx> pages;
};

/// Packs rectangles onto the shelves of pages, the tallest first, one pixel apart. A page is at most `page_px` wide and
/// high; a larger rectangle gets a page of its own.
[[nodiscard]] AtlasLayout pack_shelves(const std::vector<SizePx>&, int page_px);

} // namespace render
