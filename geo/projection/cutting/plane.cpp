#include "geo/projection/cutting/plane.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace geo {

namespace {

/// One side of a rectangle. Points inside have sign * coordinate >= sign * limit.
struct Side {
    double Vertex::*axis;
    double Vertex::*other;
    double limit;
    double sign;

    [[nodiscard]] double depth(const Vertex& v) const noexcept { return sign * (v.*axis - limit); }
};

std::array<Side, 4> sides(const Rect& r) noexcept {
    return {{{&Vertex::x, &Vertex::y, r.west, 1},
             {&Vertex::x, &Vertex::y, r.east, -1},
             {&Vertex::y, &Vertex::x, r.south, 1},
             {&Vertex::y, &Vertex::x, r.north, -1}}};
}

Vertex crossing(const Vertex& a, const Vertex& b, const Side& side) noexcept {
    // The result does not depend on the direction of the segment, so that two areas that share it are cut alike.
    const bool forwards = a.x < b.x || (a.x == b.x && a.y < b.y);
    const Vertex& p = forwards ? a : b;
    const Vertex& q = forwards ? b : a;
    const double t = (side.limit - p.*side.axis) / (q.*side.axis - p.*side.axis);
    Vertex v{};
    v.*side.axis = side.limit;
    v.*side.other = p.*side.other + t * (q.*side.other - p.*side.other);
    v.edge = a.edge && b.edge;
    return v;
}

void push_distinct(Chain& out, const Vertex& v) {
    if (out.empty() || out.back().x != v.x || out.back().y != v.y) out.push_back(v);
}

Chain clip_ring(const Chain& ring, const Side& side) {
    Chain out;
    out.reserve(ring.size() + 4);
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Vertex& here = ring[i];
        if (i > 0) {
            const Vertex& before = ring[i - 1];
            if ((side.depth(before) >= 0) != (side.depth(here) >= 0)) push_distinct(out, crossing(before, here, side));
        }
        if (side.depth(here) >= 0) push_distinct(out, here);
    }
    if (out.size() >= 2 && (out.front().x != out.back().x || out.front().y != out.back().y)) out.push_back(out.front());
    if (out.size() < 4) out.clear();
    return out;
}

double distance2(const Vertex& p, const Vertex& a, const Vertex& b) noexcept {
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double length2 = dx * dx + dy * dy;
    double t = length2 > 0 ? ((p.x - a.x) * dx + (p.y - a.y) * dy) / length2 : 0;
    t = std::clamp(t, 0.0, 1.0);
    const double ex = p.x - a.x - t * dx;
    const double ey = p.y - a.y - t * dy;
    return ex * ex + ey * ey;
}

/// Marks the vertices strictly between `first` and `last` that are needed to stay within the tolerance.
void mark_kept(const Chain& chain, std::size_t first, std::size_t last, double tolerance2, std::vector<char>& kept) {
    std::vector<std::pair<std::size_t, std::size_t>> spans{{first, last}};
    while (!spans.empty()) {
        const auto [a, b] = spans.back();
        spans.pop_back();
        double farthest = tolerance2;
        std::size_t at = a;
        for (std::size_t i = a + 1; i < b; ++i) {
            const double d = distance2(chain[i], chain[a], chain[b]);
            if (d > farthest) {
                farthest = d;
                at = i;
            }
        }
        if (at == a) continue;
        kept[at] = 1;
        spans.emplace_back(a, at);
        spans.emplace_back(at, b);
    }
}

std::size_t farthest_from(const Chain& chain, const Vertex& v) noexcept {
    std::size_t best = 0;
    double most = -1;
    for (std::size_t i = 0; i < chain.size(); ++i) {
        const double d = std::hypot(chain[i].x - v.x, chain[i].y - v.y);
        if (d > most) {
            most = d;
            best = i;
        }
    }
    return best;
}

} // namespace

Rect extent(const Chain& chain) noexcept {
    Rect r{chain.front().x, chain.front().y, chain.front().x, chain.front().y};
    for (const Vertex& v : chain) {
        r.west = std::min(r.west, v.x);
        r.east = std::max(r.east, v.x);
        r.south = std::min(r.south, v.y);
        r.north = std::max(r.north, v.y);
    }
    return r;
}

Chain clip_ring(const Chain& ring, const Rect& rect) {
    if (ring.empty()) return {};
    const Rect e = extent(ring);
    if (!rect.intersects(e)) return {};
    if (rect.contains(e)) return ring;
    Chain out = ring;
    for (const Side& side : sides(rect)) {
        out = clip_ring(out, side);
        if (out.empty()) break;
    }
    return out;
}

std::vector<Chain> clip_line(const Chain& line, const Rect& rect) {
    std::vector<Chain> out;
    if (line.size() < 2) return out;
    const Rect e = extent(line);
    if (!rect.intersects(e)) return out;
    if (rect.contains(e)) return {line};
    bool open = false;
    for (std::size_t i = 1; i < line.size(); ++i) {
        Vertex a = line[i - 1];
        Vertex b = line[i];
        bool visible = true;
        bool leaves = false;
        for (const Side& side : sides(rect)) {
            const bool a_in = side.depth(a) >= 0;
            const bool b_in = side.depth(b) >= 0;
            if (!a_in && !b_in) {
                visible = false;
                break;
            }
            if (!a_in)
                a = crossing(a, b, side);
            else if (!b_in) {
                b = crossing(a, b, side);
                leaves = true;
            }
        }
        if (!visible) {
            open = false;
            continue;
        }
        if (!open) out.push_back({a});
        push_distinct(out.back(), b);
        open = !leaves;
    }
    std::erase_if(out, [](const Chain& c) { return c.size() < 2; });
    return out;
}

Chain thinned(const Chain& chain, double tolerance) {
    if (chain.size() < 3 || tolerance <= 0) return chain;
    const bool closed = chain.front().x == chain.back().x && chain.front().y == chain.back().y;
    // A cheap first pass drops vertices that lie close to the last one kept.
    const double near2 = tolerance * tolerance / 16;
    Chain coarse{chain.front()};
    for (std::size_t i = 1; i + 1 < chain.size(); ++i) {
        const double dx = chain[i].x - coarse.back().x;
        const double dy = chain[i].y - coarse.back().y;
        if (chain[i].edge || dx * dx + dy * dy > near2) coarse.push_back(chain[i]);
    }
    coarse.push_back(chain.back());

    std::vector<char> kept(coarse.size(), 0);
    kept.front() = kept.back() = 1;
    for (std::size_t i = 0; i < coarse.size(); ++i)
        if (coarse[i].edge) kept[i] = 1;
    if (closed) {
        const std::size_t far = farthest_from(coarse, coarse.front());
        kept[far] = 1;
    }
    std::size_t from = 0;
    const std::vector<char> always_kept = kept;
    for (std::size_t i = 1; i < coarse.size(); ++i) {
        if (!always_kept[i]) continue;
        mark_kept(coarse, from, i, tolerance * tolerance, kept);
        from = i;
    }
    Chain out;
    for (std::size_t i = 0; i < coarse.size(); ++i)
        if (kept[i]) out.push_back(coarse[i]);
    if (!closed || out.size() >= 4) return out;
    // For a ring narrower than the tolerance, keep the vertex farthest from its long axis.
    if (coarse.size() < 4) return chain.size() >= 4 ? chain : out;
    const Vertex a = coarse.front();
    const Vertex b = coarse[farthest_from(coarse, a)];
    std::size_t corner = 0;
    double most = 0;
    for (std::size_t i = 1; i + 1 < coarse.size(); ++i) {
        const double d = distance2(coarse[i], a, b);
        if (d > most) {
            most = d;
            corner = i;
        }
    }
    if (corner != 0) kept[corner] = 1;
    out.clear();
    for (std::size_t i = 0; i < coarse.size(); ++i)
        if (kept[i]) out.push_back(coarse[i]);
    return out.size() >= 4 ? out : chain;
}

bool inside(const Chain& ring, double x, double y) noexcept {
    bool in = false;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const Vertex& a = ring[i - 1];
        const Vertex& b = ring[i];
        if ((a.y > y) == (b.y > y)) continue;
        if (x < a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x)) in = !in;
    }
    return in;
}

} // namespace geo
