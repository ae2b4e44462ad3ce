// What the built-in data says at a grid of points and for many names, as tables, compared with accepted files.
#include "geo/basemap/atlas.hpp"
#include "geo/basemap/basemap.hpp"
#include "geo/basemap/policy.hpp"
#include "geo/text/country_codes.hpp"
#include "geo/text/names.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/golden_text.hpp"

#include <filesystem>
#include <map>

#include <fmt/format.h>

using namespace geo;

namespace {

const std::filesystem::path data = std::filesystem::path{THEATRUM_SOURCE_DIR} / "geo/data";

const Atlas& atlas() {
    static const auto opened = Atlas::open(data);
    return *opened;
}

} // namespace

TEST_CASE("land, seas and countries at a grid of points are as accepted", "[approval]") {
    std::string text;
    const CountryShapes& shapes = atlas().country_shapes.get();
    for (double lat = 56; lat >= -16; lat -= 4) {
        text += fmt::format("{:4}: ", lat);
        for (double lon = 94; lon < 186; lon += 3)
            text += atlas().land.on_land(lonlat(lon, lat)) ? '#' : '.';
        text += "  ";
        for (double lon = 96; lon < 146; lon += 6)
            text += atlas().land.circle_on_land(lonlat(lon, lat), 40) ? '#' : '.';
        text += '\n';
    }
    for (double lat = 65; lat >= -45; lat -= 10)
        for (double lon = -175; lon < 180; lon += 15) {
            const LonLat p = lonlat(lon, lat);
            const Sea* sea = atlas().seas.at(p);
            const auto country = shapes.at(p);
            if (sea || !country.empty())
                text += fmt::format("{} {}: {} {}\n", lon, lat, sea ? sea->id : "-", country.empty() ? "-" : country);
        }
    for (const auto& [a, b] : std::vector<std::pair<LonLat, LonLat>>{{lonlat(126.6, 37.4), lonlat(120, 36)},
                                                                     {lonlat(129, 35), lonlat(139.7, 35.3)},
                                                                     {lonlat(118, 24), lonlat(121.9, 25.2)},
                                                                     {lonlat(-179, 52), lonlat(179, 52)},
                                                                     {lonlat(-80, 20), lonlat(-105, 15)}})
        for (const double ignored_km : {0.0, 10.0, 60.0, 400.0})
            text += atlas().land.crosses_land(a, b, ignored_km, ignored_km) ? "crosses " : "free ";
    text += '\n';
    support::check_golden_text("geo/land_and_seas.txt", text);
}

TEST_CASE("what is read from the basemap at each level is as accepted", "[approval]") {
    const Basemap basemap{data};
    std::string text;
    for (const double scale : {1e5, 1.5e6, 1.5000001e6, 8e6, 8.0001e6, 7e7, 7.0001e7})
        text += fmt::format("1:{:.0f} is level {}\n", scale, static_cast<int>(level_for_scale(scale)));
    for (const Level level : {Level::World110m, Level::Region50m, Level::Detail10m, Level::FineCoast})
        for (const auto& [w, s, e, n] : std::vector<std::array<double, 4>>{
                 {124, 33, 131, 43}, {170, -45, -175, -10}, {-70, 60, -10, 84}, {70, 25, 82, 38}}) {
            const Box box = Box::from_degrees(w, s, e, n).value();
            std::size_t points = 0, rings = 0, coast_points = 0;
            const auto land = basemap.land(level, box);
            for (const Polygon& polygon : land)
                for (const Ring& ring : polygon.rings)
                    ++rings, points += ring.size();
            const auto coast = basemap.coast(level, box);
            for (const Polyline& line : coast)
                coast_points += line.size();
            text += fmt::format("level {} [{} {} {} {}]: {} polygons, {} rings, {} points; {} coasts, {} points\n",
                                static_cast<int>(level), w, s, e, n, land.size(), rings, points, coast.size(),
                                coast_points);
            std::map<std::string, std::pair<int, std::size_t>> kinds;
            for (const BorderLine& border : basemap.borders(level, box)) {
                auto& [count, length] = kinds[(border.disputed ? "disputed " : "agreed ") + border.policy_id];
                ++count, length += border.line.size();
            }
            for (const auto& [kind, count] : kinds)
                text += fmt::format("  borders {}: {}, {} points\n", kind, count.first, count.second);
        }
    support::check_golden_text("geo/basemap_levels.txt", text);
}

TEST_CASE("names, rightly and wrongly spelt, are found as accepted", "[approval]") {
    std::string text;
    for (const std::string name : {"Busan",
                                   "pusan",
                                   "BUSAN",
                                   "부산",
                                   "Yokosuka",
                                   "Yokoska",
                                   "Rota",
                                   "Sasebo Naval Base",
                                   "Pearl Harbour",
                                   "Pearl Harbor",
                                   "Da Nang",
                                   "Đà Nẵng",
                                   "Ho Chi Minh",
                                   "Groton",
                                   "Trition",
                                   "Guam",
                                   "Kadena",
                                   "kadema",
                                   "Q",
                                   "San",
                                   "Incheon!",
                                   "in cheon",
                                   "Vladivostock",
                                   "no such place at all"}) {
        text += fmt::format("place '{}' folds to '{}':", name, fold_name(name));
        for (const Place* place : atlas().gazetteer.find(name))
            text += fmt::format(" {} {} {} {:.2f},{:.2f}", place->id, to_string(place->kind), place->country,
                                place->position.lon(), place->position.lat());
        for (const std::string& near : atlas().gazetteer.nearest(name))
            text += " near '" + near + "'";
        text += '\n';
    }
    for (const std::string name : {"South China Sea", "the south china sea", "East Sea", "동해", "Sea of Japn", "Luzon",
                                   "Luzon Strait", "Baltic", "Taiwan Strat", "Pacific", "nowhere"}) {
        const Sea* sea = atlas().seas.find(name);
        text += fmt::format("sea '{}': {}", name, sea ? sea->id + " '" + sea->article_name + "'" : "-");
        for (const std::string& near : atlas().seas.nearest(name))
            text += " near '" + near + "'";
        text += '\n';
    }
    for (const std::string name : {"Japan",       "japan",  "JP",    "jp",          "UK",
                                   "Scotland",    "Hawaii", "Korea", "South Korea", "Republic of Korea",
                                   "North Korea", "UN",     "NATO",  "USA",         "U.S.",
                                   "Burma",       "Taiwan", "China", "PRC",         "England",
                                   "Holland",     "XX",     ""})
        text += fmt::format("country '{}': code '{}' whole '{}' is code {} named '{}'\n", name, country_code_of(name),
                            whole_country(name), is_country_code(name), country_code_name(name));
    const std::vector<std::string> known{"export", "state", "check", "new", "listen", "robin", "laea", "article"};
    for (const std::string wrong : {"exprot", "xport", "stat", "chek", "robinson", "la", "lea", "nwe", "zzz", "",
                                    "EXPORT", "listens please", "articel"}) {
        text += fmt::format("'{}'{} | {} |", wrong, did_you_mean(wrong, known), did_you_mean_or_list(wrong, known));
        for (const std::string& near : close_names(wrong, known, 2))
            text += " " + near;
        text += fmt::format(" | {} {}\n", edit_distance(wrong, "export"), edit_distance("state", wrong));
    }
    for (const std::string languages :
         {"en", "ko", "en+ko", "ko+en", "en+en", "fr", "en+", "+en", "ja+zh", "en+ko+ja"}) {
        const auto read = name_languages(languages);
        text += fmt::format("{}: {}\n", languages, read ? read->first + " then " + read->second : "-");
    }
    support::check_golden_text("geo/names.txt", text);
}

TEST_CASE("policies and built-in places are as accepted", "[approval]") {
    std::string text;
    const Policy policy = Policy::read(data / "policy/intl.toml");
    for (const PolicyFeature& f : policy.features)
        text += fmt::format(
            "{} '{}' line {} scale {} zone {} {} file {} by {} with {} covers {} at {} box {} shown '{}'\n", f.id,
            f.label, f.line, f.max_scale, f.zone_kind, f.zone_status, f.file, f.named_by, f.named_with, f.note_covers,
            f.position ? fmt::format("{},{}", f.position->lon(), f.position->lat()) : "-",
            f.box ? fmt::format("{} {} {} {}", f.box->west(), f.box->south(), f.box->east(), f.box->north()) : "-",
            f.shown_as);
    for (const auto& [id, kind, status] :
         std::vector<std::array<std::string, 3>>{{"mdl", "demarcation", "agreed"},
                                                 {"x", "dmz", "agreed"},
                                                 {"x", "limit_line", "unilateral"},
                                                 {"nll-west", "limit_line", "unilateral"},
                                                 {"y", "claim", "claimed"},
                                                 {"z", "demarcation", "informal"}})
        for (const auto& extent : std::vector<std::optional<Box>>{std::nullopt, Box::from_degrees(124, 37, 126, 39),
                                                                  Box::from_degrees(0, 0, 1, 1)}) {
            const PolicyFeature* found = policy.find_zone({id, kind, status, extent});
            text += fmt::format("zone {} {} {}: {}\n", id, kind, status, found ? found->id : "-");
        }
    std::map<std::string, int> kinds;
    for (const Place& place : atlas().gazetteer.places())
        ++kinds[fmt::format("{} rank {}, {} km", to_string(place.kind), place.rank, default_radius_km(place.kind))];
    for (const auto& [kind, count] : kinds)
        text += fmt::format("{}: {}\n", kind, count);
    support::check_golden_text("geo/policy.txt", text);
}
