// Which stops of a map of a period are named, and in which order.
#include "render/map/layers/voyages/stops.hpp"
#include "tests/render/map/furniture_support.hpp"
#include "tests/support/catch.hpp"

namespace {

using namespace furniture_test;
using assets::AssetType;
using std::chrono::hours;
using Names = std::vector<std::string>;

/// A map of 2024 with one voyage.
struct Cruise : Stage {
    std::vector<render::Stop> stops;

    Cruise() {
        figure.period = render::Period{day(2024, 1, 1), day(2025, 1, 1)};
        figure.page_width_mm = 183;
        asset("HMCS One", AssetType::Frigate, "", day(2024, 1, 1), day(2024, 1, 1));
        snapshot.voyages.push_back({0, {}, {}, {}});
    }
    /// Adds a call of so many hours, with a stop of its own.
    render::Stop& call(const std::string& place, int stay_h = 24) {
        auto& calls = snapshot.voyages[0].calls;
        auto fix = std::make_unique<assets::Fix>(*fixes.front());
        fix->from = day(2024, 2, 1) + hours{240 * static_cast<int>(calls.size())};
        fix->to = fix->from + hours{stay_h};
        fix->edit().place = place;
        calls.push_back({{fix.get()}, fix->from, fix->to, geo::lonlat(130, 30), false});
        fixes.push_back(std::move(fix));
        stops.push_back({0, {calls.size() - 1}, {50, 50}, false, "1", {48, 48, 4, 4}});
        return stops.back();
    }
    [[nodiscard]] Names named() const {
        Names names;
        for (const render::Stop* stop : named_stops(inputs(), stops))
            names.push_back(snapshot.voyages[0].calls[stop->calls.front()].fixes.front()->place());
        return names;
    }
};

} // namespace

TEST_CASE("stops are named from the beginning, the end and the farthest call over canals to long stays",
          "[map][voyages]") {
    Cruise cruise;
    for (const auto& [place, stay_h] : {std::pair{"Halifax", 10},
                                        {"Toulon", 48},
                                        {"Suez Canal", 5},
                                        {"Colombo", 72},
                                        {"Yokosuka", 1},
                                        {"Manila", 96},
                                        {"Victoria", 2}})
        cruise.call(place, stay_h);
    cruise.snapshot.voyages[0].farthest = 4;
    CHECK(cruise.named() == Names{"Halifax", "Victoria", "Yokosuka", "Suez Canal", "Manila", "Colombo", "Toulon"});
    cruise.snapshot.voyages[0].farthest.reset();
    CHECK(cruise.named().back() == "Yokosuka");
}

TEST_CASE("eight stops are named, four on a page of a column, and the least important are left out", "[map][voyages]") {
    Cruise cruise;
    for (int i = 0; i < 10; ++i)
        cruise.call("Port " + std::to_string(i), 100 - i);
    CHECK(cruise.named() == Names{"Port 0", "Port 9", "Port 1", "Port 2", "Port 3", "Port 4", "Port 5", "Port 6"});
    cruise.figure.page_width_mm = 100;
    CHECK(cruise.named() == Names{"Port 0", "Port 9", "Port 1", "Port 2"});
    cruise.figure.page_width_mm = 101;
    CHECK(cruise.named().size() == 8);
}

TEST_CASE("a stop of several calls stays as long as all of them, and has the rank of the best", "[map][voyages]") {
    Cruise cruise;
    for (const char* place : {"A", "B", "C", "D", "E"})
        cruise.call(place, 20);
    cruise.call("Z", 30);
    cruise.call("End");
    cruise.stops[1].calls = {1, 3}; // B again: 40 hours
    cruise.stops.erase(cruise.stops.begin() + 3);
    CHECK(cruise.named() == Names{"A", "End", "B", "Z", "C", "E"});
    cruise.stops[2].calls = {2, 6}; // the voyage ends where C is
    cruise.stops.pop_back();
    CHECK(cruise.named() == Names{"A", "C", "B", "Z", "E"});
}

TEST_CASE("a stop in an area and one without room for its mark are not named", "[map][voyages]") {
    Cruise cruise;
    cruise.call("A");
    cruise.call("Sea").wide = true;
    cruise.call("No room").box = {};
    cruise.call("B");
    CHECK(cruise.named() == Names{"A", "B"});
}
