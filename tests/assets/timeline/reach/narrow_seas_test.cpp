// Areas of ships in narrow seas and across 180 degrees, drawn with letters and compared with an accepted file.
#include "geo/basemap/atlas.hpp"
#include "geo/earth/area/plane_area.hpp"
#include "tests/assets/timeline/reach/sailing.hpp"
#include "tests/assets/timeline/scenario_builder.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/golden_text.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

using namespace assets;
using namespace reach_test;
using std::chrono::hours;

namespace {

struct Case {
    const char* title;
    geo::LonLat from;
    std::optional<geo::LonLat> to; ///< none: she is not reported again
    int silence_h, after_h;
    double speed_kn;
};

const std::vector<Case>& cases() {
    static const std::vector<Case> all{
        {"Taiwan Strait: from south of the strait to north of it, half way", geo::lonlat(119.0, 22.6),
         geo::lonlat(121.4, 26.0), 20, 10, 16},
        {"Taiwan: 9 hours after a report off Kaohsiung", geo::lonlat(120.0, 22.5), std::nullopt, 0, 9, 16},
        {"Sulu Sea: from Balabac to the Basilan Strait, half way", geo::lonlat(117.3, 7.7), geo::lonlat(121.8, 7.0), 36,
         18, 14},
        {"Inland Sea of Japan: 5 hours after a report off Kure", geo::lonlat(132.45, 34.05), std::nullopt, 0, 5, 16},
        {"Inland Sea of Japan: from Kure to Osaka Bay, half way", geo::lonlat(132.45, 34.05), geo::lonlat(135.2, 34.5),
         16, 8, 14},
        {"Fiji, across 180 degrees: half way", geo::lonlat(178.6, -18.3), geo::lonlat(-178.9, -16.4), 30, 15, 14},
    };
    return all;
}

constexpr int columns = 72, rows = 26;

/// '#' in the cut area; 'o' water and '.' land of the uncut area alone; ':' other land.
std::string drawn(const geo::Atlas& atlas, const std::vector<geo::Polygon>& uncut,
                  const std::vector<geo::Polygon>& cut) {
    double west = 1e9, east = -1e9, south = 1e9, north = -1e9;
    for (const geo::Polygon& polygon : uncut)
        for (const geo::Degrees& vertex : polygon.rings.front()) {
            west = std::min(west, vertex.lon), east = std::max(east, vertex.lon);
            south = std::min(south, vertex.lat), north = std::max(north, vertex.lat);
        }
    std::string text;
    for (int row = 0; row < rows; ++row) {
        std::string line;
        for (int column = 0; column < columns; ++column) {
            const geo::LonLat at = geo::lonlat(west + (east - west) * (column + 0.5) / columns,
                                               north - (north - south) * (row + 0.5) / rows);
            const bool is_land = atlas.land.on_land(at);
            line += geo::contains(cut, at)     ? '#'
                    : geo::contains(uncut, at) ? (is_land ? '.' : 'o')
                    : is_land                  ? ':'
                                               : ' ';
        }
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + "\n";
    }
    return text;
}

} // namespace

TEST_CASE("areas in narrow seas and across 180 degrees are as accepted", "[timeline][reach][golden]") {
    const auto& atlas = water_atlas();
    std::string text = "# cut area; o water and . land of the uncut area alone; : other land\n";
    for (const Case& each : cases()) {
        std::vector<Sighting> sightings{{{each.from, timeline_test::first_day}, 5}};
        if (each.to) sightings.push_back({{*each.to, timeline_test::first_day + hours{each.silence_h}}, 5});
        Scenario s = scenario_of(AssetType::Frigate, each.speed_kn, sightings);
        s.assets[0].max_gap = hours{1};
        s.atlas = atlas;
        const auto ends = ends_at(s, timeline_test::first_day + hours{each.after_h});
        REQUIRE(ends);
        const auto uncut = reach_area(*ends), cut = reach_on_water(s, *ends).value();
        text += fmt::format("\n{}\n{:.0f} hundred km2, {:.0f} of them reachable water\n", each.title,
                            square_metres(uncut) / 1e8, square_metres(cut) / 1e8);
        text += drawn(*atlas, uncut, cut);
    }
    support::check_golden_text("timeline/narrow_seas.txt", text);
}
