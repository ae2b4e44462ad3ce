#include "render/sfml/sprites/atlas.hpp"
#include "tests/support/catch.hpp"

using namespace render;

TEST_CASE("sprites in the atlas neither overlap nor leave their page", "[sfml]") {
    std::vector<SizePx> sizes;
    unsigned seed = 1;
    const auto next = [&](int most) {
        seed = seed * 1664525U + 1013904223U;
        return 1 + static_cast<int>(seed >> 16) % most;
    };
    for (int i = 0; i < 400; ++i)
        sizes.push_back({next(180), next(60)});
    const auto layout = pack_shelves(sizes, 512);
    REQUIRE(layout.places.size() == sizes.size());
    CHECK(layout.pages.size() > 1);
    long overlaps = 0, outside = 0, area = 0, room = 0;
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        const auto& a = layout.places[i];
        const auto& page = layout.pages.at(a.page);
        outside += a.x < 0 || a.y < 0 || a.x + sizes[i].width > page.width || a.y + sizes[i].height > page.height;
        area += static_cast<long>(sizes[i].width) * sizes[i].height;
        for (std::size_t j = 0; j < i; ++j) {
            const auto& b = layout.places[j];
            overlaps += a.page == b.page && a.x < b.x + sizes[j].width && b.x < a.x + sizes[i].width &&
                        a.y < b.y + sizes[j].height && b.y < a.y + sizes[i].height;
        }
    }
    for (const auto& page : layout.pages) {
        CHECK((page.width <= 512 && page.height <= 512));
        room += static_cast<long>(page.width) * page.height;
    }
    CHECK(overlaps == 0);
    CHECK(outside == 0);
    CHECK(area * 10 > room * 8); // at most a fifth of the room is wasted
}

TEST_CASE("a sprite larger than a page gets a page of its own", "[sfml]") {
    const auto layout = pack_shelves({{20, 20}, {900, 30}, {20, 20}}, 512);
    REQUIRE(layout.pages.size() == 2);
    CHECK(layout.places[0].page == layout.places[2].page);
    CHECK(layout.places[1].page != layout.places[0].page);
    CHECK(layout.pages[layout.places[1].page].width == 900);
}
