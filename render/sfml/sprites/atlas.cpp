#include "render/sfml/sprites/atlas.hpp"

#include <algorithm>
#include <numeric>
#include <optional>

namespace render {

AtlasLayout pack_shelves(const std::vector<SizePx>& items, int page_px) {
    AtlasLayout layout;
    layout.places.resize(items.size());
    std::vector<std::size_t> order(items.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return items[a].height > items[b].height; });

    constexpr int apart = 1;
    std::optional<std::size_t> page; // the page with an open shelf
    int x = 0, shelf = 0, below = 0; // left side of the next item, top of its shelf, top of the next shelf
    for (const std::size_t i : order) {
        const auto [width, height] = items[i];
        if (width > page_px || height > page_px) {
            layout.places[i] = {layout.pages.size(), 0, 0};
            layout.pages.push_back(items[i]);
            continue;
        }
        if (page && x + width > page_px) x = 0, shelf = below;
        if (!page || shelf + height > page_px) {
            page = layout.pages.size();
            layout.pages.push_back({0, 0});
            x = shelf = below = 0;
        }
        layout.places[i] = {*page, x, shelf};
        x += width + apart;
        below = std::max(below, shelf + height + apart);
        auto& size = layout.pages[*page];
        size = {std::max(size.width, x - apart), std::max(size.height, shelf + height)};
    }
    return layout;
}

} // namespace render
