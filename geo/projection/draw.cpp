#include "geo/projection/impl.hpp"

#include <algorithm>
#include <cmath>

/// Projects shapes in degrees to paths in projected metres.
namespace geo {

namespace {

constexpr double earth_m = 6371e3;

bool same(const Vertex& a, const Vertex& b) noexcept {
    return a.x == b.x && a.y == b.y;
}

double distance_from_chord(const Vertex& p, const Vertex& a, const Vertex& b) noexcept {
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double length = std::hypot(dx, dy);
    if (length == 0) return std::hypot(p.x - a.x, p.y - a.y);
    return std::abs((p.x - a.x) * dy - (p.y - a.y) * dx) / length;
}

/// Splits a segment that is straight in degrees until its projection is straight within the tolerance.
class Densifier {
public:
    Densifier(const Transform& transform, const Rect& frame, double tolerance_m)
        : m_transform{transform},
          m_frame{frame},
          m_tolerance{tolerance_m / 2},
          // An arc of length L on a circle with the Earth's radius R leaves its chord by L^2 / 8R, so an arc of length
          // sqrt(8R * tolerance) stays within the tolerance. Only segments shorter than a quarter of that length count
          // as short, because a projection may bend more.
          m_short_segment{std::sqrt(8 * earth_m * tolerance_m) / 4} {}

    /// Appends the vertices between the ends `a` and `b` of a projected segment to `out`.
    void add_between(const Vertex& a_deg, const Vertex& a, const Vertex& b_deg, const Vertex& b, Chain& out) const {
        if (a.edge && b.edge) return;
        const double length = std::max(std::abs(b.x - a.x), std::abs(b.y - a.y));
        const double lat = std::min(89.9, std::max(std::abs(a_deg.y), std::abs(b_deg.y)));
        // Parallels bend more towards the pole, because their radius shrinks.
        if (length < m_short_segment && (lat < 75 || length < m_short_segment * std::sqrt(1 - lat / 90))) return;
        if (outside(a, b, 2 * length)) return;
        subdivide(a_deg, a, b_deg, b, out, 0);
    }

private:
    [[nodiscard]] bool outside(const Vertex& a, const Vertex& b, double margin) const noexcept {
        return std::max(a.x, b.x) < m_frame.west - margin || std::min(a.x, b.x) > m_frame.east + margin ||
               std::max(a.y, b.y) < m_frame.south - margin || std::min(a.y, b.y) > m_frame.north + margin;
    }

    void subdivide(const Vertex& a_deg, const Vertex& a, const Vertex& b_deg, const Vertex& b, Chain& out,
                   int depth) const {
        const Vertex m_deg{(a_deg.x + b_deg.x) / 2, (a_deg.y + b_deg.y) / 2};
        const Vertex m = m_transform.forward(m_deg.x, m_deg.y);
        if (!finite(m) || distance_from_chord(m, a, b) < m_tolerance || depth >= 12) return;
        subdivide(a_deg, a, m_deg, m, out, depth + 1);
        out.push_back(m);
        subdivide(m_deg, m, b_deg, b, out, depth + 1);
    }

    const Transform& m_transform;
    Rect m_frame;
    double m_tolerance;
    double m_short_segment;
};

std::vector<Path> as_paths(const std::vector<Chain>& chains) {
    std::vector<Path> out;
    out.reserve(chains.size());
    for (const Chain& chain : chains) {
        Path& path = out.emplace_back();
        path.reserve(chain.size());
        for (const Vertex& v : chain)
            path.push_back({v.x, v.y});
    }
    return out;
}

} // namespace

Chain Projection::Impl::draw(const Chain& degrees, const FrameRegion& region, bool closed) const {
    Chain flat = degrees;
    transform.forward(flat);
    const Densifier densifier{transform, region.rect, region.frame.tolerance_m};
    Chain dense;
    dense.reserve(flat.size() + 16);
    std::size_t before = 0;
    bool has_before = false;
    for (std::size_t i = 0; i < flat.size(); ++i) {
        if (!finite(flat[i])) continue; // outside limits of the projection that domain_of() does not know
        if (has_before) densifier.add_between(degrees[before], flat[before], degrees[i], flat[i], dense);
        if (dense.empty() || !same(dense.back(), flat[i])) dense.push_back(flat[i]);
        before = i;
        has_before = true;
    }
    if (dense.empty()) return dense;
    if (closed && !same(dense.front(), dense.back())) {
        // A ring around a pole ends 360 degrees from its start: on the map the same point except for rounding.
        if (std::hypot(dense.front().x - dense.back().x, dense.front().y - dense.back().y) < 1e-3)
            dense.back() = dense.front();
        else
            dense.push_back(dense.front());
    }
    return thinned(dense, region.frame.tolerance_m);
}

std::vector<Path> Projection::project(const Polyline& line, const Frame& frame) const {
    const Impl::FrameRegion& region = m_impl->region_of(frame);
    if (line.size() < 2) return {};
    std::vector<Chain> parts;
    if (region.whole_cap) {
        Chain chain;
        chain.reserve(line.size());
        for (const Degrees& d : line)
            chain.push_back({d.lon, d.lat});
        parts = m_impl->cap->clip_line(split(chain, region.step_deg, nullptr));
    } else {
        for (const Rect& window : region.windows)
            for (Chain& part : parts_within(line, window)) {
                Chain fine = split(part, region.step_deg, nullptr);
                if (!m_impl->cap)
                    parts.push_back(std::move(fine));
                else
                    for (Chain& visible : m_impl->cap->clip_line(fine))
                        parts.push_back(std::move(visible));
            }
    }
    std::vector<Chain> out;
    for (const Chain& part : parts)
        for (Chain& visible : clip_line(m_impl->draw(part, region, false), region.rect))
            out.push_back(std::move(visible));
    return as_paths(out);
}

std::vector<std::vector<Path>> Projection::project(const Polygon& polygon, const Frame& frame) const {
    const Impl::FrameRegion& region = m_impl->region_of(frame);
    std::vector<Chain> rings;
    const auto add = [&](const Chain& degrees) {
        if (degrees.size() < 4) return;
        Chain visible = clip_ring(m_impl->draw(degrees, region, true), region.rect);
        if (visible.size() >= 4) rings.push_back(std::move(visible));
    };
    for (const Ring& ring : polygon.rings) {
        if (ring.size() < 4) continue;
        const Loop loop = loop_of(ring);
        for (const Rect& window : region.windows) {
            if (!meets(loop.extent, window)) continue;
            if (!m_impl->cap) {
                for (const Chain& part : parts_within(loop, window))
                    add(split(part, region.step_deg, &m_impl->domain.strip));
                continue;
            }
            const Cap& cap = *m_impl->cap;
            std::vector<Chain> parts;
            if (region.whole_cap)
                parts.push_back(loop.path);
            else
                parts = parts_within(loop, window);
            for (const Chain& part : parts) {
                const Chain cut = cap.clip_ring(split(part, region.step_deg, nullptr));
                add(cut);
                // Cap::clip_ring gives the complement only for areas that contain the antipode.
                const Vertex far = cap.antipode();
                if (region.whole_cap ? !meets(loop.extent, {far.x, far.y, far.x, far.y})
                                     : !meets(extent(part), {far.x, far.y, far.x, far.y}))
                    continue;
                Chain flat = cut;
                m_impl->transform.forward(flat);
                int mismatches = 0;
                int probes = 0;
                Ring original;
                if (region.whole_cap)
                    original = ring;
                else
                    for (const Vertex& v : part)
                        original.push_back({v.x, v.y});
                const Rect original_extent = region.whole_cap ? loop.extent : extent(part);
                for (const Vertex& probe : cap.probe_points()) {
                    const Vertex p = m_impl->transform.forward(probe.x, probe.y);
                    if (!finite(p)) continue;
                    ++probes;
                    if (contains(original, original_extent, probe.x, probe.y) != inside(flat, p.x, p.y)) ++mismatches;
                }
                if (2 * mismatches > probes) add(cap.rim());
            }
        }
    }
    if (rings.empty()) return {};
    return {as_paths(rings)};
}

std::vector<std::vector<Path>> Projection::domain(const Frame& frame) const {
    const Impl::FrameRegion& region = m_impl->region_of(frame);
    Chain visible = clip_ring(m_impl->draw(m_impl->outline(0.5), region, true), region.rect);
    if (visible.size() < 4) return {};
    return {as_paths({std::move(visible)})};
}

} // namespace geo
