#include "app/base/data_folders.hpp"
#include "app/base/errors.hpp"
#include "app/base/nearest.hpp"
#include "app/base/save_file.hpp"
#include "app/cli/commands.hpp"
#include "app/figure/option_values.hpp"
#include "assets/formats/reading/place_lookup.hpp"
#include "geo/basemap/atlas.hpp"
#include "geo/earth/path/cut_line.hpp"
#include "geo/routes/router.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace app {

namespace {

using Json = nlohmann::ordered_json;

struct Options {
    std::string from, to, format = "text", output;
    std::vector<std::string> via, avoid;
};

void describe(CLI::App& parser, Options& options) {
    const std::string place = "LON,LAT in degrees, or a place: Yokosuka";
    parser.add_option("from", options.from, place)->required()->type_name("LON,LAT");
    parser.add_option("to", options.to, place)->required()->type_name("LON,LAT");
    parser
        .add_option("--via", options.via,
                    "a point or place that the route passes; several --via are passed in their order")
        ->type_name("LON,LAT")
        ->allow_extra_args(false);
    parser
        .add_option("--avoid", options.avoid,
                    "straits and canals that the route does not use, such as taiwan-strait,suez-canal; `theatrum help "
                    "maps` lists them")
        ->type_name("NAME,...")
        ->allow_extra_args(false);
    parser.add_option("--format", options.format, "text (default), json or geojson")->type_name("KIND");
    parser.add_option("-o,--output", options.output, "also writes the route to this file, FILE.geojson or FILE.gpx")
        ->type_name("FILE");
}

/// A point on the command line as it was asked for.
struct Asked {
    std::string text;
    geo::LonLat at;
};

Asked asked_point(const std::string& option, const std::string& text, assets::PlaceLookup& lookup) {
    const bool is_number =
        text.find(',') != std::string::npos && text.find_first_not_of("+-.0123456789, ") == text.npos;
    if (is_number) return {text, lonlat_value(option, text)};
    const assets::FoundPlace& found = lookup.find(text, assets::PlaceLookup::For::Ship);
    if (found.place != nullptr) return {text, found.place->position};
    if (found.sea != nullptr) return {text, found.sea->label};
    if (!found.candidates.empty()) {
        std::vector<std::string> ids;
        for (const auto* place : found.candidates)
            ids.push_back(place->id);
        throw UsageError{fmt::format("route: {}: '{}' may be {}", option, text, fmt::join(ids, " or "))};
    }
    const std::string nearest = lookup.nearest_to(text);
    throw UsageError{fmt::format("route: {}: '{}' is neither LON,LAT nor a known place{}", option, text,
                                 nearest.empty() ? "" : "; did you mean '" + nearest + "'?")};
}

std::vector<std::string_view> avoided(const std::vector<std::string>& lists) {
    std::vector<std::string_view> ids;
    for (const auto& list : lists)
        for (const auto& name : split_list(list)) {
            const geo::Passage* passage = geo::find_passage(name);
            if (passage == nullptr) {
                std::vector<std::string> known;
                for (const auto& each : geo::passages())
                    known.emplace_back(each.id);
                throw UsageError{"route: --avoid: there is no strait or canal '" + name + "'" +
                                 did_you_mean(name, known, "; `theatrum help maps` lists them")};
            }
            ids.push_back(passage->id);
        }
    return ids;
}

constexpr double metres_per_nmi = 1852.0;

double rounded(double value, double steps) {
    return std::round(value * steps) / steps;
}

Json coordinates_of(const geo::Polyline& line) {
    Json points = Json::array();
    for (const auto& p : line)
        points.push_back({rounded(geo::wrap_longitude(p.lon), 1e6), rounded(p.lat, 1e6)});
    return points;
}

Json points_of(const geo::Route& route) {
    geo::Polyline line;
    for (const auto& p : route.path.points())
        line.push_back({p.lon(), p.lat()});
    return coordinates_of(line);
}

Json json_of(const geo::Route& route) {
    Json passages = Json::array();
    for (const auto* passage : route.passages)
        passages.push_back(passage->id);
    return {{"distance_km", rounded(route.path.length_m() / 1000, 1e3)},
            {"distance_nmi", rounded(route.path.length_m() / metres_per_nmi, 1e3)},
            {"points", points_of(route)},
            {"passages", passages}};
}

/// A route with the turning points, for plotters that draw geodesics, and a track with points every 50 km at most, for
/// programs that do not.
std::string gpx_of(const geo::Route& route, const Asked& from, const Asked& to) {
    const auto escaped = [](const std::string& text) {
        std::string safe;
        for (const char c : text)
            safe += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : std::string(1, c);
        return safe;
    };
    const std::string name = escaped(from.text) + " to " + escaped(to.text);
    const auto point = [](const char* element, double lon, double lat) {
        return fmt::format("<{} lat=\"{:.6f}\" lon=\"{:.6f}\"/>\n", element, lat, geo::wrap_longitude(lon));
    };
    std::string gpx = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                      "<gpx version=\"1.1\" creator=\"Theatrum\" xmlns=\"http://www.topografix.com/GPX/1/1\">\n";
    gpx += "<rte>\n<name>" + name + "</name>\n";
    for (const auto& p : route.path.points())
        gpx += point("rtept", p.lon(), p.lat());
    gpx += "</rte>\n<trk>\n<name>" + name + "</name>\n<trkseg>\n";
    for (const auto& p : route.path.polyline(50'000))
        gpx += point("trkpt", p.lon, p.lat);
    return gpx + "</trkseg>\n</trk>\n</gpx>\n";
}

/// A MultiLineString that is cut at the antimeridian, with points every 50 km at most, so that programs that draw
/// straight lines in longitude and latitude draw it over water too.
Json geojson_of(const geo::Route& route) {
    Json lines = Json::array();
    for (const auto& piece : geo::cut_at_antimeridian(route.path.polyline(50'000))) {
        Json points = Json::array();
        for (const auto& p : piece)
            points.push_back({rounded(p.lon, 1e6), rounded(p.lat, 1e6)});
        lines.push_back(std::move(points));
    }
    Json properties = json_of(route);
    properties.erase("points");
    return {{"type", "FeatureCollection"},
            {"features", Json::array({{{"type", "Feature"},
                                       {"properties", properties},
                                       {"geometry", {{"type", "MultiLineString"}, {"coordinates", lines}}}}})}};
}

std::string text_of(const geo::Route& route, const Asked& from, const Asked& to) {
    const double km = route.path.length_m() / 1000, nmi = route.path.length_m() / metres_per_nmi;
    std::string text = fmt::format("{} to {}: {:.0f} km ({:.0f} nautical miles)\n", from.text, to.text, km, nmi);
    for (const auto& [word, asked, offset_m] :
         {std::tuple{"begins", &from, route.start_offset_m}, std::tuple{"ends", &to, route.end_offset_m}})
        if (offset_m > 0)
            text += fmt::format("The route {} in the nearest water, {:.1f} km from {}.\n", word, offset_m / 1000,
                                asked->text);
    std::vector<std::string_view> names;
    for (const auto* passage : route.passages)
        names.push_back(passage->title);
    if (!names.empty()) text += fmt::format("Through: {}\n", fmt::join(names, ", "));
    for (const auto& p : route.path.points())
        text += fmt::format("{:.4f},{:.4f}\n", p.lon(), p.lat());
    return text;
}

} // namespace

int run_route(const Arguments& arguments) {
    Options options;
    CLI::App parser{"", "route"};
    describe(parser, options);
    parse(parser, arguments);
    const auto format = one_of("--format", options.format, {"text", "json", "geojson"});
    const auto avoid = avoided(options.avoid);
    const std::string extension = std::filesystem::path{options.output}.extension().string();
    if (!options.output.empty() && extension != ".geojson" && extension != ".gpx")
        throw UsageError{fmt::format("route: -o: '{}' ends in neither .geojson nor .gpx", options.output)};
    const auto data = DataFolders::find();
    const auto atlas = geo::Atlas::open(data.geo());
    const std::vector<geo::Place> own;
    assets::PlaceLookup lookup{own, atlas.get()};
    std::vector<Asked> asked{asked_point("FROM", options.from, lookup)};
    for (const auto& via : options.via)
        asked.push_back(asked_point("--via", via, lookup));
    asked.push_back(asked_point("TO", options.to, lookup));
    std::vector<geo::LonLat> points;
    for (const auto& point : asked)
        points.push_back(point.at);
    const auto result = geo::Router::open(data.geo())->route(points, {.avoid = avoid});
    if (!result.route) throw UsageError{"route: " + result.problem};
    const Asked &from = asked.front(), &to = asked.back();
    if (!options.output.empty())
        save_file(options.output,
                  extension == ".gpx" ? gpx_of(*result.route, from, to) : geojson_of(*result.route).dump() + "\n");
    print(format == "json"      ? json_of(*result.route).dump() + "\n"
          : format == "geojson" ? geojson_of(*result.route).dump() + "\n"
                                : text_of(*result.route, from, to));
    return 0;
}

std::string route_help() {
    Options options;
    CLI::App parser{
        "Finds the shortest way over water, and prints its length, the straits and canals that it passes and "
        "its turning points.",
        "theatrum route"};
    parser.set_help_flag();
    describe(parser, options);
    return parser.help();
}

} // namespace app
