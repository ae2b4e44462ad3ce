#include "geo/earth/inside.hpp"

#include <algorithm>

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

} // namespace geo
