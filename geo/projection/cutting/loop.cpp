#include "geo/projection/cutting/loop.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace geo {

namespace {

bool same_place(const Vertex& a, const Vertex& b) noexcept {
    return std::abs(a.y - b.y) < 1e-9 && std::abs(std::remainder(a.x - b.x, 360.0)) < 1e-9;
}

bool at_pole(const Degrees& d) noexcept {
    return std::abs(d.lat) > 89.9;
}

template <class Line>
Rect extent_of(const Line& line) noexcept {
    Rect r{line.front().lon, line.front().lat, line.front().lon, line.front().lat};
    for (const Degrees& d : line) {
        r.west = std::min(r.west, d.lon);
        r.east = std::max(r.east, d.lon);
        r.south = std::min(r.south, d.lat);
        r.north = std::max(r.north, d.lat);
    }
    return r;
}

struct Run {
    std::size_t first, last; ///< indices modulo the number of vertices; last >= first
};

/// The run of vertices that closes a ring over a pole, if there is exactly one.
std::optional<Run> pole_closure(const Ring& ring) noexcept {
    const std::size_t n = ring.size() - 1; // the last vertex repeats the first
    std::size_t start = 0;
    while (start < n && at_pole(ring[start]))
        ++start;
    if (start == n) return std::nullopt;
    std::optional<Run> found;
    for (std::size_t i = start; i < start + n; ++i) {
        if (!at_pole(ring[i % n])) continue;
        Run run{i, i};
        while (at_pole(ring[(run.last + 1) % n]))
            ++run.last;
        i = run.last;
        if (std::abs(ring[run.last % n].lon - ring[run.first % n].lon) < 180) continue;
        if (found) return std::nullopt; // closed over both poles: the whole world or a belt of it
        found = run;
    }
    return found;
}

/// The first and the last number of full turns by which the range `west`..`east` can be shifted to meet the window. The
/// first is greater than the last when no shift meets it.
std::pair<int, int> turns_to_meet(double west, double east, const Rect& window) noexcept {
    return {static_cast<int>(std::ceil((window.west - east) / 360)),
            static_cast<int>(std::floor((window.east - west) / 360))};
}

Chain shifted(const Chain& chain, double by) {
    Chain out = chain;
    if (by != 0)
        for (Vertex& v : out)
            v.x += by;
    return out;
}

/// The path of a loop around a pole, repeated until it spans the window and closed over the pole.
Chain unrolled(const Loop& loop, const Rect& window) {
    Chain path = loop.path;
    if (path.back().x < path.front().x) std::reverse(path.begin(), path.end());
    const double start = path.front().x;
    const Rect e = extent(path);
    // A path may extend beyond the longitudes of its own ends, so add turns on both sides.
    const double before = start - e.west;
    const double after = e.east - (start + 360);
    const int first = static_cast<int>(std::floor((window.west - after - start) / 360)) - 1;
    const int last = static_cast<int>(std::ceil((window.east + before - start) / 360));
    Chain out;
    out.reserve(path.size() * static_cast<std::size_t>(last - first + 1) + 3);
    for (int k = first; k <= last; ++k)
        for (std::size_t i = k == first ? 0 : 1; i < path.size(); ++i)
            out.push_back({path[i].x + 360.0 * k, path[i].y});
    out.push_back({out.back().x, loop.pole});
    out.push_back({out.front().x, loop.pole});
    out.push_back(out.front());
    return out;
}

} // namespace

Loop loop_of(const Ring& ring) {
    Loop loop{{}, 0, extent_of(ring)};
    if (const auto run = pole_closure(ring)) {
        Chain path;
        path.reserve(ring.size());
        const std::size_t n = ring.size() - 1;
        for (std::size_t i = run->last + 1; i < run->first + n; ++i)
            path.push_back({ring[i % n].lon, ring[i % n].lat});
        // Drop the seam between the shape and the pole, which the ring follows in both directions.
        std::size_t first = 0;
        std::size_t last = path.empty() ? 0 : path.size() - 1;
        while (last > first + 4 && same_place(path[first], path[last]) && same_place(path[first + 1], path[last - 1])) {
            ++first;
            --last;
        }
        if (last > first + 2 && same_place(path[first], path[last]) && std::abs(path[last].x - path[first].x) > 180) {
            loop.pole = ring[run->first % n].lat > 0 ? 90 : -90;
            loop.path.assign(path.begin() + static_cast<std::ptrdiff_t>(first),
                             path.begin() + static_cast<std::ptrdiff_t>(last) + 1);
            return loop;
        }
    }
    loop.path.reserve(ring.size());
    for (const Degrees& d : ring)
        loop.path.push_back({d.lon, d.lat});
    return loop;
}

bool meets(const Rect& e, const Rect& window) noexcept {
    if (e.south > window.north || e.north < window.south) return false;
    const auto [first, last] = turns_to_meet(e.west, e.east, window);
    return first <= last;
}

std::vector<Chain> parts_within(const Loop& loop, const Rect& window) {
    std::vector<Chain> out;
    if (loop.pole != 0) {
        Chain part = clip_ring(unrolled(loop, window), window);
        if (!part.empty()) out.push_back(std::move(part));
        return out;
    }
    const auto [first, last] = turns_to_meet(loop.extent.west, loop.extent.east, window);
    for (int k = first; k <= last; ++k) {
        Chain part = clip_ring(shifted(loop.path, 360.0 * k), window);
        if (!part.empty()) out.push_back(std::move(part));
    }
    return out;
}

std::vector<Chain> parts_within(const Polyline& line, const Rect& window) {
    std::vector<Chain> out;
    const Rect e = extent_of(line);
    if (!meets(e, window)) return out;
    Chain chain;
    chain.reserve(line.size());
    for (const Degrees& d : line)
        chain.push_back({d.lon, d.lat});
    const auto [first, last] = turns_to_meet(e.west, e.east, window);
    for (int k = first; k <= last; ++k)
        for (Chain& part : clip_line(shifted(chain, 360.0 * k), window))
            out.push_back(std::move(part));
    return out;
}

bool contains(const Ring& ring, const Rect& e, double lon, double lat) noexcept {
    const auto [first, last] = turns_to_meet(e.west, e.east, {lon, lat, lon, lat});
    bool in = false;
    // turns_to_meet() shifts the ring to the point; here the point is shifted to the ring instead.
    for (int k = first; k <= last; ++k) {
        const double x = lon - 360.0 * k;
        for (std::size_t i = 1; i < ring.size(); ++i) {
            const Degrees& a = ring[i - 1];
            const Degrees& b = ring[i];
            if ((a.lat > lat) == (b.lat > lat)) continue;
            if (x < a.lon + (lat - a.lat) / (b.lat - a.lat) * (b.lon - a.lon)) in = !in;
        }
    }
    return in;
}

Chain split(const Chain& chain, double step, const Rect* domain) {
    Chain out;
    out.reserve(chain.size() + 16);
    for (std::size_t i = 0; i < chain.size(); ++i) {
        Vertex here = chain[i];
        if (domain)
            here.edge =
                here.x == domain->west || here.x == domain->east || here.y == domain->south || here.y == domain->north;
        if (i > 0) {
            const Vertex& a = chain[i - 1];
            const double dx = here.x - a.x;
            const double dy = here.y - a.y;
            const bool along_meridian = domain && dx == 0 && (here.x == domain->west || here.x == domain->east);
            const bool along_parallel = domain && dy == 0 && (here.y == domain->south || here.y == domain->north);
            if (along_meridian || along_parallel) {
                const double from = along_meridian ? a.y : a.x;
                const double to = along_meridian ? here.y : here.x;
                const auto push = [&](double k) {
                    out.push_back(along_meridian ? Vertex{here.x, k * step, true} : Vertex{k * step, here.y, true});
                };
                if (from < to)
                    for (double k = std::floor(from / step) + 1; k * step < to; ++k)
                        push(k);
                else
                    for (double k = std::ceil(from / step) - 1; k * step > to; --k)
                        push(k);
            } else if (const double longest = std::max(std::abs(dx), std::abs(dy)); longest > step) {
                const int parts = static_cast<int>(std::ceil(longest / step));
                for (int p = 1; p < parts; ++p)
                    out.push_back({a.x + dx * p / parts, a.y + dy * p / parts});
            }
        }
        out.push_back(here);
    }
    return out;
}

} // namespace geo
