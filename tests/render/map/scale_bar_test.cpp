#include "furniture_support.hpp"
#include "geo/earth/geodesic.hpp"
#include "render/map/furniture/scale_bar.hpp"
#include "render/picture/inspect.hpp"
#include "render/picture/rect.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <set>

namespace {

using namespace furniture_test;
using namespace render;

Stage ordinary() {
    Stage stage;
    stage.asset("HMCS X", assets::AssetType::Frigate, "Yokosuka", day(2024, 10, 16), day(2024, 10, 22));
    return stage;
}

} // namespace

TEST_CASE("the length of a scale bar is true at the centre of the map within half a per cent", "[furniture]") {
    for (const auto& [projection, lon, lat, width_km] :
         {std::tuple{"laea", 127.0, 38.0, 300.0}, std::tuple{"merc", 127.0, 38.0, 1000.0},
          std::tuple{"laea", 179.9, 60.0, 2000.0}, std::tuple{"merc", 105.0, 1.0, 3000.0}}) {
        CAPTURE(projection, lon, lat, width_km);
        Stage stage = ordinary();
        const View view = stage.view(projection, geo::lonlat(lon, lat), width_km);
        constexpr std::array km_and_nmi{DistanceUnit::Kilometre, DistanceUnit::NauticalMile};
        const auto bar = make_scale_bar(stage.inputs(), view, km_and_nmi);
        REQUIRE(bar);
        const Point centre{view.frame_mm.x + view.frame_mm.w / 2, view.frame_mm.y + view.frame_mm.h / 2};
        const auto ground = [&](double mm) {
            return geo::distance_m(*view.projection->inverse(view.to_metres({centre.x - mm / 2, centre.y})),
                                   *view.projection->inverse(view.to_metres({centre.x + mm / 2, centre.y})));
        };
        REQUIRE(ground(bar->lengths[0].mm) == Approx(bar->lengths[0].value * 1000).epsilon(0.005));
        REQUIRE(ground(bar->lengths[1].mm) == Approx(bar->lengths[1].value * 1852).epsilon(0.005));
        REQUIRE(bar->box.w < 0.4 * view.frame_mm.w);
    }
}

TEST_CASE("the length printed on a scale bar is the length it represents", "[furniture]") {
    constexpr std::array all{DistanceUnit::Mile, DistanceUnit::Kilometre, DistanceUnit::NauticalMile};
    for (double width_km = 2; width_km < 4000; width_km *= 1.09) {
        CAPTURE(width_km);
        Stage stage = ordinary();
        const View view = stage.view("laea", geo::lonlat(127, 38), width_km);
        const auto bar = make_scale_bar(stage.inputs(), view, all);
        REQUIRE(bar);
        std::array<double, 3> printed{};
        REQUIRE(std::sscanf(bar->text.c_str(), "%lf miles, %lf km, %lf nautical miles", &printed[0], &printed[1],
                            &printed[2]) == 3);
        REQUIRE(bar->lengths.size() == 3);
        for (std::size_t i = 0; i < all.size(); ++i) {
            const ScaleBar::Length& length = bar->lengths[i];
            CHECK(length.unit == all[i]);
            CHECK(length.value == printed[i]);
            CHECK(length.value * metres_in(length.unit) == Approx(length.mm * view.m_per_mm).epsilon(0.01));
            // The length is 0.4 to 1 times a fifth of the frame's width, and at most 42 mm.
            CHECK(length.mm < 42.1);
            CHECK(length.mm > 0.39 * 42);
        }
    }
}

TEST_CASE("everything on a scale bar lies in its box, with one, two and three units", "[furniture]") {
    Stage stage = ordinary();
    const View view = stage.view("laea", geo::lonlat(127, 38), 1000);
    constexpr std::array all{DistanceUnit::NauticalMile, DistanceUnit::Kilometre, DistanceUnit::Mile};
    double height = 0;
    for (const std::size_t count : {1U, 2U, 3U}) {
        CAPTURE(count);
        const auto bar = make_scale_bar(stage.inputs(), view, std::span{all}.first(count));
        REQUIRE(bar);
        CHECK(bar->lengths.size() == count);
        const auto drawn = bounds(bar->commands);
        REQUIRE(drawn);
        CHECK(contains(grown(bar->box, 0.5), *drawn)); // halos reach beyond the box
        CHECK(bar->box.h > height);
        height = bar->box.h;
    }
}

TEST_CASE("a scale bar has nautical miles for ships, miles for other subjects, and else what the style asks for",
          "[furniture]") {
    using Units = std::vector<DistanceUnit>;
    Stage stage = ordinary();
    CHECK(distance_units(stage.scenario, true) == Units{DistanceUnit::Kilometre, DistanceUnit::NauticalMile});
    CHECK(distance_units(stage.scenario, false) == Units{DistanceUnit::Kilometre, DistanceUnit::Mile});
    stage.scenario.view.units = {"nmi", "mi", "km"};
    for (const bool at_sea : {false, true})
        CHECK(distance_units(stage.scenario, at_sea) ==
              Units{DistanceUnit::NauticalMile, DistanceUnit::Mile, DistanceUnit::Kilometre});

    const auto text_of_bar = [](int ships, int others, const std::vector<std::string>& units) {
        Stage with = ordinary();
        with.scenario.view.units = units;
        with.visible.at_sea = ships;
        with.visible.elsewhere = others;
        const View view = with.view("laea", geo::lonlat(127, 38), 1000, {3, 14, 177, 90});
        Builder builder{183, 120};
        Layout layout = layout_for(view, 183, 120);
        (void)draw_corner_furniture(builder, layout, with.inputs(), view, with.visible, {}, {});
        const auto bar = std::find_if(layout.items.begin(), layout.items.end(),
                                      [](const LayoutItem& item) { return item.id == "scalebar"; });
        REQUIRE(bar != layout.items.end());
        return bar->text;
    };
    CHECK(text_of_bar(2, 1, {}) == "200 km, 100 nautical miles");
    CHECK(text_of_bar(1, 2, {}) == "200 km, 100 miles");
    CHECK(text_of_bar(0, 0, {}) == "200 km, 100 miles");
    CHECK(text_of_bar(1, 2, {"nmi"}) == "100 nautical miles");
}

TEST_CASE("a distance is printed in every unit", "[furniture]") {
    const Stage stage = ordinary();
    constexpr std::array all{DistanceUnit::Kilometre, DistanceUnit::NauticalMile, DistanceUnit::Mile};
    const std::span units{all};
    CHECK(distance_words(stage.words, units.first(1), 300'000) == "300 km");
    CHECK(distance_words(stage.words, units.first(2), 300'000) == "300 km (162 nautical miles)");
    CHECK(distance_words(stage.words, units, 12 * 1852) == "22 km (12 nautical miles, 14 miles)");
    CHECK(distance_words(stage.words, units.first(1), 2540) == "2.5 km");
}

TEST_CASE("the number on a scale bar is 1, 2, 2.5 or 5 with zeros, and 2.5 only where it is whole", "[furniture]") {
    constexpr std::array all{DistanceUnit::Kilometre, DistanceUnit::NauticalMile};
    std::set<double> seen;
    for (double width_km = 2; width_km < 6000; width_km *= 1.05) {
        Stage stage = ordinary();
        const auto bar = make_scale_bar(stage.inputs(), stage.view("laea", geo::lonlat(127, 38), width_km), all);
        REQUIRE(bar);
        for (const auto& length : bar->lengths)
            seen.insert(length.value);
    }
    for (const double value : seen) {
        CAPTURE(value);
        if (value >= 1) CHECK(value == std::floor(value));
        const double power = std::pow(10, std::floor(std::log10(value) + 1e-9)), first = value / power;
        CHECK((first == Approx(1) || first == Approx(2) || first == Approx(2.5) || first == Approx(5)));
    }
    CHECK(seen.contains(25));
    CHECK(seen.contains(250));
}
