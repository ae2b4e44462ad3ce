#include "geo/basemap/seas.hpp"

#include "geo/earth/inside.hpp"
#include "geo/error.hpp"
#include "geo/text/names.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <numbers>

#include <nlohmann/json.hpp>

namespace geo {
namespace {

using nlohmann::json;

Ring ring_of(const json& points) {
    Ring ring;
    for (const auto& point : points)
        ring.push_back({point.at(0).get<double>(), point.at(1).get<double>()});
    return ring;
}

Sea sea_of(const json& feature, const std::string& file) {
    const json& p = feature.at("properties");
    const auto text = [&](const std::string& key) {
        return p.value(key, std::string{});
    };
    const auto in_languages = [&](const std::string& key) {
        return LocalNames{.en = {},
                          .ko = text(key + "_ko"),
                          .ja = text(key + "_ja"),
                          .zh = text(key + "_zh"),
                          .fr = text(key + "_fr")};
    };
    Polygon outline;
    for (const auto& ring : feature.at("geometry").at("coordinates"))
        outline.rings.push_back(ring_of(ring));
    const std::string id = p.at("id").get<std::string>();
    if (outline.rings.empty() || outline.rings[0].size() < 4 || outline.rings[0].front() != outline.rings[0].back())
        throw ReadError{file + ": " + id + ": its outline is not a closed ring"};
    const auto label = LonLat::from_degrees(p.at("label").at(0).get<double>(), p.at("label").at(1).get<double>());
    if (!label) throw ReadError{file + ": " + id + ": label: not a position in degrees"};
    return Sea{id,
               p.at("name").get<std::string>(),
               text("second_name"),
               p.at("article_name").get<std::string>(),
               in_languages("name"),
               in_languages("second_name"),
               p.value("aliases", std::vector<std::string>{}),
               p.value("contains", std::vector<std::string>{}),
               std::move(outline),
               *label,
               p.value("label_angle_deg", 0.0),
               p.value("min_scale", 0.0),
               p.value("max_scale", 0.0),
               p.value("drawn_as_label", true),
               p.at("rank").get<int>()};
}

/// Shoelace formula over longitude and the sine of latitude, which is proportional to the area on a sphere.
double area(const Polygon& outline) {
    const auto sine = [](double lat) {
        return std::sin(lat * std::numbers::pi / 180.0);
    };
    double sum = 0;
    for (const Ring& ring : outline.rings)
        for (std::size_t i = 1; i < ring.size(); ++i)
            sum += ring[i - 1].lon * sine(ring[i].lat) - ring[i].lon * sine(ring[i - 1].lat);
    return std::abs(sum) / 2;
}

} // namespace

Seas Seas::read(const std::filesystem::path& geojson) {
    std::ifstream file{geojson, std::ios::binary};
    if (!file) throw ReadError{geojson.string() + ": cannot be opened"};
    Seas seas;
    try {
        const json document = json::parse(file); // a range-for would not keep a temporary alive
        for (const auto& feature : document.at("features"))
            seas.m_seas.push_back(sea_of(feature, geojson.string()));
    } catch (const json::exception& error) {
        throw ReadError{geojson.string() + ": " + error.what()};
    }
    for (std::size_t i = 0; i < seas.m_seas.size(); ++i) {
        const Sea& sea = seas.m_seas[i];
        for (const auto* name : {&sea.id, &sea.name, &sea.article_name, &sea.second_name, &sea.names.ko, &sea.names.ja,
                                 &sea.names.zh, &sea.names.fr})
            seas.m_index.emplace_back(fold_name(*name), i);
        for (const auto& alias : sea.aliases)
            seas.m_index.emplace_back(fold_name(alias), i);
        seas.m_areas.push_back(area(sea.outline));
        for (const auto& id : sea.contains)
            if (seas.by_id(id) == nullptr)
                throw ReadError{geojson.string() + ": " + sea.id + ": contains: no sea '" + id + "'"};
    }
    std::sort(seas.m_index.begin(), seas.m_index.end());
    return seas;
}

const Sea* Seas::by_id(std::string_view id) const {
    const auto it = std::find_if(m_seas.begin(), m_seas.end(), [&](const Sea& sea) { return sea.id == id; });
    return it == m_seas.end() ? nullptr : &*it;
}

const Sea* Seas::find(std::string_view name_or_alias) const {
    const std::string folded = fold_name(name_or_alias);
    const auto found = std::lower_bound(m_index.begin(), m_index.end(), std::pair{folded, std::size_t{0}});
    return folded.empty() || found == m_index.end() || found->first != folded ? nullptr : &m_seas[found->second];
}

bool Seas::contains(const Sea& sea, LonLat point) const {
    // The outline may leave +-180, so the point is also tested shifted by full turns.
    for (const double turn : {0.0, 360.0, -360.0}) {
        if (inside(sea.outline, {point.lon() + turn, point.lat()})) return true;
    }
    return false;
}

const Sea* Seas::at(LonLat point) const {
    const Sea* smallest = nullptr;
    double smallest_area = 0;
    for (std::size_t i = 0; i < m_seas.size(); ++i) {
        if (!m_seas[i].drawn_as_label || !contains(m_seas[i], point)) continue;
        if (smallest != nullptr && m_areas[i] >= smallest_area) continue;
        smallest = &m_seas[i];
        smallest_area = m_areas[i];
    }
    return smallest;
}

std::vector<std::string> Seas::nearest(std::string_view name) const {
    std::vector<std::string> known;
    for (const Sea& sea : m_seas) {
        known.push_back(sea.name);
        known.insert(known.end(), sea.aliases.begin(), sea.aliases.end());
    }
    return close_names(name, known, 1);
}

} // namespace geo
