#include "data_dir.hpp"
#include "geo/basemap/land_mask.hpp"
#include "geo/basemap/seas.hpp"
#include "geo/error.hpp"
#include "geo/text/names.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

#include <fstream>
#include <map>
#include <set>

using namespace geo;
using namespace test;

namespace {

const Seas& seas() {
    static const Seas read = Seas::read(data_dir / "seas.geojson");
    return read;
}

bool is_parent(const Sea& parent, const Sea& child) {
    return std::find(parent.contains.begin(), parent.contains.end(), child.id) != parent.contains.end();
}

} // namespace

TEST_CASE("the seas have unique ids and names, translations and ranks", "[seas]") {
    CHECK(seas().seas().size() >= 110);
    std::map<std::string, std::string> names; // folded name, id
    for (const Sea& sea : seas().seas()) {
        INFO(sea.id);
        std::set<std::string> own{fold_name(sea.id)};
        for (const auto* name : {&sea.name, &sea.second_name, &sea.article_name, &sea.names.ko, &sea.names.fr})
            if (!name->empty()) own.insert(fold_name(*name));
        for (const auto& alias : sea.aliases)
            own.insert(fold_name(alias));
        for (const auto& name : own) {
            INFO(name << " is also a name of " << names[name]);
            CHECK(names[name].empty());
            names[name] = sea.id;
        }
        if (sea.drawn_as_label && sea.id != "danish-straits")
            CHECK_FALSE((sea.names.ko.empty() || sea.names.ja.empty() || sea.names.zh.empty()));
        CHECK_FALSE(sea.names.fr.empty());
        CHECK(sea.rank >= 1);
        CHECK(sea.rank <= 5);
    }
    CHECK(seas().by_id("south-china-sea")->article_name == "the South China Sea");
    CHECK(seas().by_id("waters-around-japan")->article_name == "waters around Japan");
    CHECK(seas().by_id("sea-of-japan")->second_name == "East Sea");
    CHECK(seas().by_id("sea-of-japan")->second_names.fr == "Mer de l’Est");
    CHECK(seas().find("mer de chine méridionale") == seas().by_id("south-china-sea"));
}

TEST_CASE("no outline crosses itself", "[seas]") {
    const auto side = [](const Degrees& a, const Degrees& b, const Degrees& p) {
        return (b.lon - a.lon) * (p.lat - a.lat) - (b.lat - a.lat) * (p.lon - a.lon);
    };
    const auto cross = [&](const Degrees& a, const Degrees& b, const Degrees& c, const Degrees& d) {
        return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
    };
    for (const Sea& sea : seas().seas()) {
        CHECK(sea.outline.rings.size() == 1);
        const Ring& ring = sea.outline.rings[0];
        for (std::size_t i = 1; i < ring.size(); ++i)
            for (std::size_t k = 1; k + 1 < i; ++k) {
                INFO(sea.id << " at " << ring[i].lon << " " << ring[i].lat);
                CHECK_FALSE(cross(ring[i - 1], ring[i], ring[k - 1], ring[k]));
            }
    }
}

TEST_CASE("a sea is found by each of its names", "[seas]") {
    CHECK(seas().find("south china sea")->id == "south-china-sea");
    CHECK(seas().find("The South China Sea")->id == "south-china-sea");
    CHECK(seas().find("East Sea")->id == "sea-of-japan");
    CHECK(seas().find("日本海")->id == "sea-of-japan");
    CHECK(seas().find("대만해협")->id == "taiwan-strait");
    CHECK(seas().find("Tsushima Strait")->id == "korea-strait");
    CHECK(seas().find("Waters around Japan")->id == "waters-around-japan");
    CHECK(seas().find("Mare Nostrum") == nullptr);
    CHECK(seas().find("") == nullptr);
    CHECK(seas().find("The Channel")->id == "english-channel");
    CHECK(seas().nearest("Philipine Sea") == std::vector<std::string>{"Philippine Sea"});
    CHECK(seas().nearest("Mare Nostrum").empty());
}

TEST_CASE("well-known points lie in their seas", "[seas]") {
    struct Known {
        const char* id;
        double lon, lat;
    };
    const Known known[] = {{"north-pacific-ocean", 170, 30},
                           {"south-pacific-ocean", -160, -25},
                           {"indian-ocean", 80, -15},
                           {"sea-of-japan", 134.5, 39.8},
                           {"yellow-sea", 123.3, 36.0},
                           {"east-china-sea", 125.5, 29.0},
                           {"south-china-sea", 114.0, 14.5},
                           {"philippine-sea", 133.0, 19.0},
                           {"sea-of-okhotsk", 149.5, 53.5},
                           {"bering-sea", -178, 58},
                           {"sulu-sea", 119.7, 8.2},
                           {"celebes-sea", 122.5, 3.5},
                           {"java-sea", 111.5, -5.2},
                           {"banda-sea", 127.5, -5.9},
                           {"arafura-sea", 135.5, -9.5},
                           {"timor-sea", 127.0, -11.3},
                           {"coral-sea", 154.0, -17.0},
                           {"tasman-sea", 160.0, -38.0},
                           {"solomon-sea", 153.5, -8.3},
                           {"bismarck-sea", 148.5, -4.0},
                           {"molucca-sea", 125.6, 0.6},
                           {"flores-sea", 120.5, -7.5},
                           {"andaman-sea", 96.0, 10.5},
                           {"arabian-sea", 64.5, 15.5},
                           {"bohai", 119.8, 38.7},
                           {"bay-of-bengal", 88.5, 14.5},
                           {"gulf-of-thailand", 101.2, 9.7},
                           {"gulf-of-tonkin", 107.8, 19.9},
                           {"gulf-of-carpentaria", 139, -14},
                           {"korea-strait", 129.0, 34.4},
                           {"tsugaru-strait", 140.6, 41.45},
                           {"miyako-strait", 126.2, 25.3},
                           {"taiwan-strait", 119.4, 24.5},
                           {"luzon-strait", 121.0, 20.6},
                           {"luzon-strait", 121.4, 21.5},
                           {"makassar-strait", 118.0, -1.5},
                           {"strait-of-malacca", 99.6, 4.2},
                           {"singapore-strait", 104.1, 1.2},
                           {"red-sea", 38.5, 20.0},
                           {"gulf-of-aden", 47, 12.2},
                           {"north-atlantic-ocean", -40, 45},
                           {"south-atlantic-ocean", -10, -20},
                           {"arctic-ocean", 170, 85},
                           {"southern-ocean", 100, -62.5},
                           {"mediterranean-sea", 30, 33.5},
                           {"adriatic-sea", 16, 42.8},
                           {"aegean-sea", 25, 38.5},
                           {"tyrrhenian-sea", 12, 40},
                           {"black-sea", 33, 43.5},
                           {"baltic-sea", 18.5, 56},
                           {"north-sea", 3, 56},
                           {"norwegian-sea", 5, 67},
                           {"barents-sea", 40, 73},
                           {"english-channel", -2, 50.1},
                           {"bay-of-biscay", -5, 45},
                           {"persian-gulf", 52, 26.5},
                           {"strait-of-hormuz", 56.4, 26.6},
                           {"gulf-of-oman", 59, 24.5},
                           {"bab-el-mandeb", 43.3, 12.6},
                           {"gulf-of-suez", 33, 28.8},
                           {"caribbean-sea", -75, 15},
                           {"gulf-of-mexico", -92, 25},
                           {"gulf-of-guinea", 3, 3},
                           {"mozambique-channel", 41, -18},
                           {"gulf-of-alaska", -148, 57.5},
                           {"hudson-bay", -85, 60},
                           {"bass-strait", 146, -39.5},
                           {"great-australian-bight", 130, -33},
                           {"torres-strait", 142.3, -10.3},
                           {"sunda-strait", 105.3, -6.2},
                           {"lombok-strait", 115.8, -8.7},
                           {"osumi-strait", 130.8, 30.95},
                           {"tokara-strait", 129.9, 29.2},
                           {"tokyo-bay", 139.85, 35.45},
                           {"seto-inland-sea", 133.5, 34.15},
                           {"la-perouse-strait", 142.1, 45.7},
                           {"ross-sea", -175, -75},
                           {"weddell-sea", -45, -72},
                           {"bering-strait", -168.9, 65.8},
                           {"drake-passage", -64, -58.5},
                           {"strait-of-gibraltar", -5.6, 35.95}};
    for (const auto& [id, lon, lat] : known) {
        INFO(id);
        REQUIRE(seas().at(lonlat(lon, lat)) != nullptr);
        CHECK(seas().at(lonlat(lon, lat))->id == id);
    }
    const Sea& japan = *seas().by_id("waters-around-japan");
    CHECK_FALSE(japan.drawn_as_label);
    for (const auto& [lon, lat] : {std::pair{126.5, 31.0}, {125.5, 29.5}, {137.0, 37.5}, {141.5, 35.0}, {130.0, 26.5}})
        CHECK(seas().contains(japan, lonlat(lon, lat)));
}

TEST_CASE("a sea across the antimeridian is one sea", "[seas]") {
    const Sea& bering = *seas().by_id("bering-sea");
    for (const double lon : {175.0, 179.9, -180.0, -179.9, -170.0})
        CHECK(seas().contains(bering, lonlat(lon, 57)));
    CHECK_FALSE(seas().contains(bering, lonlat(-150, 57)));
    for (const Sea& sea : seas().seas())
        for (std::size_t i = 1; i < sea.outline.rings[0].size(); ++i)
            CHECK(std::abs(sea.outline.rings[0][i].lon - sea.outline.rings[0][i - 1].lon) < 180);
}

TEST_CASE("seas do not overlap, except that a parent contains its parts", "[seas]") {
    // Probed on a grid of half a degree, shifted so that no probe falls on a corner.
    long hits = 0;
    for (double lat = -77.87; lat < 89; lat += 0.5)
        for (double lon = -179.93; lon < 180; lon += 0.5) {
            const Sea* first = nullptr;
            for (const Sea& sea : seas().seas()) {
                if (!sea.drawn_as_label || !seas().contains(sea, lonlat(lon, lat))) continue;
                ++hits;
                if (first != nullptr && !is_parent(*first, sea) && !is_parent(sea, *first))
                    FAIL_CHECK(first->id << " and " << sea.id << " overlap at " << lon << " " << lat);
                first = &sea;
            }
        }
    CHECK(hits > 150'000);
}

TEST_CASE("the outline of a contained sea lies within its parent", "[seas]") {
    constexpr double tolerance_deg = 0.03; // outlines are rounded to 0.01
    for (const Sea& parent : seas().seas())
        for (const auto& id : parent.contains) {
            const Sea& child = *seas().by_id(id);
            CHECK(seas().contains(parent, child.label));
            for (const Degrees& p : child.outline.rings[0]) {
                if (p.lat <= -89) continue;
                INFO(parent.id << " " << child.id << " " << p.lon << " " << p.lat);
                bool near = false;
                for (const double east : {0.0, tolerance_deg, -tolerance_deg})
                    for (const double north : {0.0, tolerance_deg, -tolerance_deg})
                        near = near || seas().contains(parent, lonlat(wrap_longitude(p.lon + east), p.lat + north));
                CHECK(near);
            }
        }
}

TEST_CASE("the label point of every sea lies in its own water", "[seas]") {
    const LandMask land{data_dir};
    for (const Sea& sea : seas().seas()) {
        INFO(sea.id);
        CHECK(seas().contains(sea, sea.label));
        CHECK_FALSE(land.on_land(sea.label));
        if (sea.drawn_as_label) {
            REQUIRE(seas().at(sea.label) != nullptr);
            CHECK(seas().at(sea.label)->id == sea.id);
        }
        if (sea.max_scale > 0) CHECK(sea.min_scale < sea.max_scale);
        CHECK(std::abs(sea.label_angle_deg) <= 90);
    }
}

TEST_CASE("errors in the seas name the file and the sea", "[seas]") {
    CHECK_THROWS_WITH(Seas::read("/nowhere.geojson"), Catch::Contains("/nowhere.geojson"));
    const support::Scratch folder;
    const auto path = folder / "seas.geojson";
    std::ofstream{path}
        << R"({"features": [{"properties": {"id": "x", "name": "X", "article_name": "X", "label": [0, 0],
        "rank": 1, "contains": ["y"]}, "geometry": {"coordinates": [[[0,0],[1,0],[1,1],[0,0]]]}}]})";
    CHECK_THROWS_WITH(Seas::read(path), Catch::Contains("x: contains: no sea 'y'"));
    std::ofstream{path}
        << R"({"features": [{"properties": {"id": "x", "name": "X", "article_name": "X", "label": [0, 0],
        "rank": 1}, "geometry": {"coordinates": [[[0,0],[1,0],[1,1]]]}}]})";
    CHECK_THROWS_WITH(Seas::read(path), Catch::Contains("x: its outline is not a closed ring"));
    std::ofstream{path} << "{";
    CHECK_THROWS_AS(Seas::read(path), ReadError);
}
