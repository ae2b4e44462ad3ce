// Types with their defaults, codes and words, times and durations, and the geometry of zones, as tables, compared with
// accepted files.
#include "assets/model/area.hpp"
#include "assets/model/names.hpp"
#include "geo/basemap/atlas.hpp"
#include "geo/earth/geodesic.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/golden_text.hpp"

#include <cmath>

#include <fmt/format.h>

using namespace assets;

namespace {

std::string limit(const std::optional<std::chrono::seconds>& value) {
    return value ? fmt::format("{} h", std::chrono::duration<double, std::ratio<3600>>{*value}.count()) : "none";
}

template <class Enum>
std::string words_of() {
    std::string text;
    for (const auto word : names_of<Enum>())
        text += fmt::format(" {}", word.empty() ? "-" : word);
    text += " |";
    for (const OtherWord& other : other_words_of<Enum>())
        text += fmt::format(" {}={}", other.written, other.meant);
    return text + "\n";
}

std::string circle_text(const std::optional<CircleShape>& circle) {
    return circle ? fmt::format("{:.2f},{:.2f} r {:.1f}", circle->centre.lon(), circle->centre.lat(), circle->radius_km)
                  : "-";
}

} // namespace

TEST_CASE("types of assets, symbol codes and words of files are as accepted", "[approval]") {
    std::string text;
    for (std::size_t i = 0; i < names_of<AssetType>().size(); ++i) {
        const auto type = static_cast<AssetType>(i);
        const TypeDefaults& d = defaults_for(type);
        text += fmt::format(
            "{} {}{}{} speed {} path {} gap {} stale {} lost {} rank {} code {} back {}\n", to_string(type),
            is_ship(type) ? "ship " : "", is_aircraft(type) ? "aircraft " : "", is_site(type) ? "site" : "",
            d.max_speed_kn ? fmt::format("{}", *d.max_speed_kn) : "none", name_of(d.path), limit(d.max_gap),
            limit(d.stale_after), limit(d.lost_after), d.rank, entity_of(type),
            entity_of(type).empty() ? std::string_view{"-"}
                                    : to_string(type_from_sidc("1003" + entity_of(type).substr(0, 2) + "0000" +
                                                               entity_of(type).substr(2) + "0000")));
    }
    for (const std::string sidc : {"10033000001202040000", "100330000012020400000000000000", "1003300000", "",
                                   "10030100001101000000", "10031000001211000000", "10999900009999999999",
                                   "10033000001400000000", "10060100001105020000", "10032000001213010000"})
        text += fmt::format("{}: {}\n", sidc, to_string(type_from_sidc(sidc)));
    text += words_of<AssetType>() + words_of<Side>() + words_of<PathRule>() + words_of<During>() + words_of<FixKind>() +
            words_of<Confidence>() + words_of<Activity>() + words_of<Membership::Role>() + words_of<EventKind>() +
            words_of<ZoneKind>() + words_of<ZoneStatus>() + words_of<Drawn>() + words_of<geo::PlaceKind>();
    support::check_golden_text("model/types.txt", text);
}

TEST_CASE("what is read from dates, times and durations is as accepted", "[approval]") {
    std::string text;
    for (const std::string written : {"2024",
                                      "2024-5",
                                      "2024-05",
                                      "2024-05-31",
                                      "2024-5-31",
                                      "2023-02-29",
                                      "2024-02-29",
                                      "1900-02-29",
                                      "2000-02-29",
                                      "2024-04-31",
                                      "2024-00-10",
                                      "2024-05-31T12:30",
                                      "2024-05-31 12:30:15",
                                      "2024-05-31T12:30:15.5",
                                      "2024-05-31T12:30:15.123456Z",
                                      "2024-05-31T12:30:60Z",
                                      "2024-05-31T23:59:59Z",
                                      "2024-05-31T24:00Z",
                                      "2024-05-31T12:30+09:00",
                                      "2024-05-31T12:30-03:30",
                                      "2024-05-31T12:30+14:00",
                                      "2024-05-31T12:30+14:01",
                                      "2024-05-31T12:30+9",
                                      "2024-05-31T12:30z",
                                      "2024-05-31T12",
                                      "2024-05-31T",
                                      "2024-05-31X12:30",
                                      "31/05/2024",
                                      "05/31/2024",
                                      "5/6/24",
                                      "05/06/2024",
                                      "31.05.2024",
                                      "31-05-2024",
                                      "0001-01-01",
                                      "9999-12-31",
                                      "10000-01-01",
                                      "-2024",
                                      "20240531",
                                      "",
                                      " 2024",
                                      "2024-05-31T12:30:15,5Z"}) {
        text += fmt::format("'{}':", written);
        for (const double offset : {0.0, 9.0, -3.5}) {
            const auto read = parse_time_text(written, offset);
            text += read ? fmt::format(" {} to {} {}", to_iso(read->first), to_iso(read->last),
                                       static_cast<int>(read->precision))
                         : " -";
        }
        for (const auto order : {DateOrder::DayMonthYear, DateOrder::MonthDayYear}) {
            const auto read = parse_time_text(written, 0, order);
            text += read ? " " + to_iso(read->first).substr(0, 10) : " -";
        }
        std::string error;
        const auto argument = parse_instant_argument(written, error);
        text += argument ? " | " + to_iso(*argument) + "\n" : " | " + error + "\n";
    }
    for (const std::string written : {"36h", "14d", "2w", "90min", "30s", "1.5h", "0.5d", "0h", "-1h", "h", "5", "1 h",
                                      "1H", "1e3h", "999999999d", "3660d", "1month", "", "1h30min"}) {
        const auto read = parse_duration(written);
        text += fmt::format("'{}': {}\n", written, read ? fmt::format("{} s", read->count()) : "-");
    }
    for (const double offset : {0.0, 9.0, -3.5, 14.0, -12.0})
        text += to_long_date(Instant{std::chrono::seconds{1'719'792'000}}, offset) + "\n";
    support::check_golden_text("model/times.txt", text);
}

TEST_CASE("the lines, areas, boxes and circles of zones are as accepted", "[approval]") {
    const std::filesystem::path root{THEATRUM_SOURCE_DIR};
    Scenario scenario;
    scenario.atlas = geo::Atlas::open(root / "geo/data");
    const geo::Polygon box{{{{0, 0}, {4, 0}, {4, 3}, {0, 3}, {0, 0}}, {{1, 1}, {2, 1}, {2, 2}, {1, 2}, {1, 1}}}};
    const geo::Polygon across{{{{175, -5}, {190, -5}, {190, 5}, {175, 5}, {175, -5}}}};
    const geo::Polygon hook{{{{0, 0}, {9, 0}, {9, 9}, {0, 9}, {0, 8}, {8, 8}, {8, 1}, {0, 1}, {0, 0}}}};
    const std::vector<std::pair<std::string, ZoneShape>> shapes{
        {"circle", CircleShape{geo::lonlat(10, 20), 300}},
        {"circle across", CircleShape{geo::lonlat(179, 60), 500}},
        {"polar circle", CircleShape{geo::lonlat(0, 88), 600}},
        {"corridor", CorridorShape{{{{0, 0}, {5, 5}}, {{5, 5}, {9, 5}}}, 20}},
        {"corridor across", CorridorShape{{{{178, 10}, {184, 12}}}, 100}},
        {"line", LineShape{{{{0, 0}, {5, 5}, {9, 4}}, {{20, 20}, {21, 20}}}}},
        {"area", AreaShape{{box}}},
        {"areas", AreaShape{{box, across}}},
        {"hook", AreaShape{{hook}}},
        {"sea", SeaShape{"coral-sea"}},
        {"no sea", SeaShape{"no-sea"}},
    };
    std::string text;
    for (const auto& [name, shape] : shapes) {
        Zone zone{};
        zone.id = "z", zone.name = name, zone.shape = shape;
        scenario.zones = {zone};
        const geo::Seas* seas = &scenario.atlas->seas;
        const Skeleton skeleton = skeleton_of(shape, seas);
        text += fmt::format("{}: skeleton {} lines {:.0f} km, lines", name, skeleton.lines.size(), skeleton.reach_km);
        for (const geo::Polyline& line : lines_of(shape, seas, 24))
            text += fmt::format(" {}", line.size());
        text += ", polygons";
        for (const geo::Polygon& polygon : polygons_of(shape, seas, 24))
            text += fmt::format(" {}/{}", polygon.rings.size(), polygon.rings.front().size());
        const auto extent = extent_of(shape);
        text += extent ? fmt::format(", extent {:.2f} {:.2f} {:.2f} {:.2f}", extent->west(), extent->south(),
                                     extent->east(), extent->north())
                       : ", no extent";
        const AreaRef ref{AreaRef::Of::Zone, "z"};
        text += ", circle " + circle_text(enclosing_circle(scenario, ref));
        const auto radius = radius_about(scenario, ref, geo::lonlat(3, 3));
        text += radius ? fmt::format(", about 3,3 {:.1f}\n", *radius) : "\n";
    }
    for (const auto& [of, id] :
         std::vector<std::pair<AreaRef::Of, std::string>>{{AreaRef::Of::Sea, "red-sea"},
                                                          {AreaRef::Of::Sea, "waters-around-japan"},
                                                          {AreaRef::Of::Sea, "nowhere"},
                                                          {AreaRef::Of::Country, "KR"},
                                                          {AreaRef::Of::Country, "FJ"},
                                                          {AreaRef::Of::Country, "XX"},
                                                          {AreaRef::Of::Zone, "none"}}) {
        const AreaRef ref{of, id};
        text += fmt::format("{}: '{}' {} polygons, circle {}\n", id, area_name(scenario, ref, Article::With),
                            polygons_of(scenario, ref).size(), circle_text(enclosing_circle(scenario, ref)));
    }
    support::check_golden_text("model/zones.txt", text);
}
