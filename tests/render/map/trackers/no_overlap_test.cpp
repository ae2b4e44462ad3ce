#include "tests/render/map/map_support.hpp"
#include "tests/render/map/trackers/layout_checks.hpp"
#include "tests/support/catch.hpp"

#include <chrono>

/// The built-in scenario through its year: no printed item lies on another, and none leaves the frame.
namespace {

using render::LayoutItem;

struct Size {
    const char* name;
    int width_px;
    std::optional<int> height_px;
    double dpi;
};

void check_year(const Size& size) {
    const auto scenario = support::scenario("assets/scenarios/canada-2024");
    REQUIRE(scenario->start);
    REQUIRE(scenario->end);
    int composed = 0, labels = 0;
    for (auto at = *scenario->start + std::chrono::hours{12}; at <= *scenario->end; at += std::chrono::hours{5 * 24}) {
        render::Figure figure = support::page(size.width_px, size.height_px.value_or(1), size.dpi, "2024-01-01");
        if (!size.height_px) figure.page_height_mm.reset();
        figure.at = at;
        const auto composition = support::compose(*scenario, figure);
        INFO(size.name << " " << assets::to_iso(at));
        for (const std::string& fault : support::layout_faults(composition.layout))
            FAIL_CHECK(fault);
        ++composed;
        for (const LayoutItem& item : composition.layout.items)
            labels += item.kind == "label" ? 1 : 0;
    }
    CHECK(composed >= 73);
    CHECK(labels > composed); // a map without labels would pass all checks above
}

} // namespace

TEST_CASE("through the year nothing overlaps or leaves the frame, 16:9", "[render][layout]") {
    check_year({"1920x1080", 1920, 1080, 192});
}

TEST_CASE("through the year nothing overlaps or leaves the frame, square", "[render][layout]") {
    check_year({"1080x1080", 1080, 1080, 192});
}

TEST_CASE("through the year nothing overlaps or leaves the frame, a column of 89 mm", "[render][layout]") {
    check_year({"89 mm", 1051, std::nullopt, 300});
}
