#include "geo/basemap/basemap.hpp"

#include "geo/basemap/files/fine_area.hpp"
#include "geo/basemap/files/vector_file.hpp"
#include "geo/error.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <string_view>

#include <nlohmann/json.hpp>

namespace geo {
namespace {

constexpr std::string_view suffix(Level level) {
    switch (level) {
    case Level::World110m:
        return "110m";
    case Level::Region50m:
        return "50m";
    case Level::Detail10m:
    case Level::FineCoast:
        break;
    }
    return "10m";
}

/// The data set of a polygon. NaturalEarthCut and FineCoast are cut along the boxes of the fine coast.
enum class Origin { NaturalEarth, NaturalEarthCut, FineCoast };

struct Land {
    Origin origin;
    Polygon polygon;
};

std::vector<Land> read_land(const std::filesystem::path& folder, Level level, const Box& filter) {
    std::vector<Land> land;
    const auto add = [&](const std::string& file, Origin origin) {
        for (auto& record : read_polygons(folder / file, filter))
            land.push_back({origin, std::move(record.polygon)});
    };
    add("land_" + std::string{suffix(level)} + ".fgb", Origin::NaturalEarth);
    if (level == Level::Detail10m || (level == Level::FineCoast && !meets_fine_area(filter))) {
        add("land_10m_fine_whole.fgb", Origin::NaturalEarth);
    } else if (level == Level::FineCoast) {
        add("land_10m_fine_cut.fgb", Origin::NaturalEarthCut);
        add("fine-coast/fine_land.fgb", Origin::FineCoast);
    }
    return land;
}

/// Whether an edge is a cut of the files: along their first or last meridian, or over the South Pole.
bool is_file_cut(const Degrees& a, const Degrees& b) {
    constexpr double tolerance = 1e-6;
    const auto both_at = [&](double lon) {
        return std::abs(a.lon - lon) < tolerance && std::abs(b.lon - lon) < tolerance;
    };
    return both_at(file_cut_lon) || both_at(file_cut_lon + 360.0) || (a.lat <= -89.9 && b.lat <= -89.9);
}

bool is_cut(Origin origin, const Degrees& a, const Degrees& b) {
    switch (origin) {
    case Origin::NaturalEarth:
        break;
    case Origin::NaturalEarthCut:
        if (in_fine_area({(a.lon + b.lon) / 2, (a.lat + b.lat) / 2})) return true;
        break;
    case Origin::FineCoast:
        return on_fine_outline(a, b);
    }
    return is_file_cut(a, b);
}

/// Appends the runs of edges of a ring that are coast. A ring without cuts stays closed.
void append_coast(Origin origin, const Ring& ring, std::vector<Polyline>& coast) {
    const std::size_t edges = ring.empty() ? 0 : ring.size() - 1;
    std::size_t first = 0; // start at a cut, so that no run is broken at the start of the ring
    while (first < edges && !is_cut(origin, ring[first], ring[first + 1]))
        ++first;
    if (first == edges) {
        if (edges > 0) coast.push_back(ring);
        return;
    }
    Polyline run;
    for (std::size_t step = 1; step <= edges; ++step) {
        const std::size_t at = (first + step) % edges;
        if (is_cut(origin, ring[at], ring[at + 1])) {
            if (!run.empty()) coast.push_back(std::move(run));
            run.clear();
            continue;
        }
        if (run.empty()) run.push_back(ring[at]);
        run.push_back(ring[at + 1]);
    }
}

} // namespace

Level level_for_scale(double scale_denominator) noexcept {
    if (scale_denominator > 70e6) return Level::World110m;
    if (scale_denominator > 8e6) return Level::Region50m;
    if (scale_denominator > 1.5e6) return Level::Detail10m;
    return Level::FineCoast;
}

Basemap::Basemap(std::filesystem::path data_dir) : m_data_dir{std::move(data_dir)} {}

std::vector<Polygon> Basemap::land(Level level, const Box& filter) const {
    std::vector<Polygon> polygons;
    for (auto& land : read_land(m_data_dir, level, filter))
        polygons.push_back(std::move(land.polygon));
    return polygons;
}

std::vector<Polyline> Basemap::coast(Level level, const Box& filter) const {
    std::vector<Polyline> coast;
    for (const auto& [origin, polygon] : read_land(m_data_dir, level, filter))
        for (const Ring& ring : polygon.rings)
            append_coast(origin, ring, coast);
    return coast;
}

std::vector<BorderLine> Basemap::borders(Level level, const Box& filter) const {
    std::vector<BorderLine> borders;
    for (auto& record : read_lines(m_data_dir / ("borders_" + std::string{suffix(level)} + ".fgb"), filter))
        borders.push_back({std::move(record.line), record.disputed, std::move(record.policy)});
    return borders;
}

Polyline Basemap::policy_line(const std::string& name) const {
    const auto path = m_data_dir / name;
    std::ifstream file{path, std::ios::binary};
    if (!file) throw ReadError{path.string() + ": cannot be opened"};
    try {
        Polyline line;
        const auto document = nlohmann::json::parse(file); // a range-for would not keep a temporary alive
        for (const auto& point : document.at("features").at(0).at("geometry").at("coordinates"))
            line.push_back({point.at(0).get<double>(), point.at(1).get<double>()});
        return line;
    } catch (const nlohmann::json::exception& error) {
        throw ReadError{path.string() + ": " + error.what()};
    }
}

std::filesystem::path Basemap::relief_file() const {
    return m_data_dir / "relief.jpg";
}

} // namespace geo
