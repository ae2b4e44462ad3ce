#include "geo/earth/inside.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace geo {
namespace {

/// Twice the signed area of a triangle: positive when c lies to the left of the way from a to b.
double side(const Degrees& a, const Degrees& b, const Degrees& c) noexcept {
    return (b.lon - a.lon) * (c.lat - a.lat) - (b.lat - a.lat) * (c.lon - a.lon);
}

struct Edge {
    Degrees from, to;
    double west, east, south, north;
};

bool cross(const Edge& a, const Edge& b) noexcept {
    if (a.south > b.north || b.south > a.north) return false;
    const double b_from = side(a.from, a.to, b.from), b_to = side(a.from, a.to, b.to);
    const double a_from = side(b.from, b.to, a.from), a_to = side(b.from, b.to, a.to);
    return b_from * b_to < 0 && a_from * a_to < 0;
}

} // namespace

bool crosses_itself(const Ring& ring) {
    std::vector<Edge> edges;
    edges.reserve(ring.size());
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const Degrees &a = ring[i - 1], &b = ring[i];
        edges.push_back(
            {a, b, std::min(a.lon, b.lon), std::max(a.lon, b.lon), std::min(a.lat, b.lat), std::max(a.lat, b.lat)});
    }
    std::ranges::sort(edges, {}, &Edge::west);
    std::vector<const Edge*> open; // those that reach the longitude of the current edge's west end
    for (const Edge& edge : edges) {
        std::erase_if(open, [&](const Edge* other) { return other->east < edge.west; });
        if (std::ranges::any_of(open, [&](const Edge* other) { return cross(*other, edge); })) return true;
        open.push_back(&edge);
    }
    return false;
}

std::vector<Polyline> without_seams(const Ring& ring) {
    constexpr double full_turn = 360, same_deg = 1e-9;
    const auto [west, east] = std::ranges::minmax_element(ring, {}, &Degrees::lon);
    if (ring.empty() || east->lon - west->lon < full_turn - same_deg) return {ring};
    std::vector<bool> is_seam(ring.size(), false);                                 // by the index of the edge's end
    std::map<std::pair<double, double>, std::vector<std::size_t>> along_meridians; // by the latitudes of the ends
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const Degrees &a = ring[i - 1], &b = ring[i];
        is_seam[i] = std::abs(a.lat) == 90 && a.lat == b.lat;
        if (a.lon == b.lon && a.lat != b.lat) along_meridians[std::minmax(a.lat, b.lat)].push_back(i);
    }
    for (const auto& [lats, edges] : along_meridians)
        for (const std::size_t one : edges)
            for (const std::size_t other : edges)
                if (std::abs(std::abs(ring[one].lon - ring[other].lon) - full_turn) < same_deg) is_seam[one] = true;
    std::vector<Polyline> lines;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        if (is_seam[i]) continue;
        if (i == 1 || is_seam[i - 1]) lines.push_back({ring[i - 1]});
        lines.back().push_back(ring[i]);
    }
    return lines;
}

} // namespace geo
