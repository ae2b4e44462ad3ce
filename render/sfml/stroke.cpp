#include "render/sfml/stroke.hpp"

#include "render/picture/transform.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace render {
namespace {

Point operator+(Point a, Point b) {
    return {a.x + b.x, a.y + b.y};
}
Point operator-(Point a, Point b) {
    return {a.x - b.x, a.y - b.y};
}
Point operator*(double s, Point a) {
    return {s * a.x, s * a.y};
}
double dot(Point a, Point b) {
    return a.x * b.x + a.y * b.y;
}
double cross(Point a, Point b) {
    return a.x * b.y - a.y * b.x;
}
Point left_of(Point direction) {
    return {-direction.y, direction.x};
}

struct Segment {
    Point direction; ///< of length 1
    double length;   ///< pixels
};

/// The two corners at one end of a segment's quad, as indices of mesh vertices.
struct Ends {
    std::uint32_t left = 0, right = 0;
};

class Stroker {
public:
    Stroker(Mesh& mesh, const StrokeLook& look) : m_mesh{mesh}, m_look{look}, m_reach{look.half_width_px + 0.5} {
        // The chords of a fan stay within a tenth of a pixel of the circle.
        m_step = std::clamp(2 * std::acos(1 - std::min(0.1 / m_reach, 0.5)), 0.1, std::numbers::pi / 2);
    }

    void stroke(const Outline& outline) {
        take_points(outline);
        if (m_points.size() < 2) {
            if (!m_points.empty() && m_look.cap == Cap::Round) dot_at(m_points[0]);
            return;
        }
        const std::size_t n = m_segments.size();
        m_starts.assign(n, {});
        m_ends.assign(n, {});
        for (std::size_t i = 0; i + 1 < n; ++i)
            join(i, i + 1);
        if (outline.closed) {
            join(n - 1, 0);
        } else {
            m_starts[0] = cap(m_points.front(), m_segments.front(), 1);
            m_ends[n - 1] = cap(m_points.back(), m_segments.back(), -1);
        }
        for (std::size_t i = 0; i < n; ++i)
            quad(m_starts[i], m_ends[i]);
    }

private:
    /// Leaves out repeated points, which would give segments without a direction.
    void take_points(const Outline& outline) {
        const double scale = m_mesh.px_per_mm;
        constexpr double shortest_px = 1e-3;
        for (const Point& p : outline.points) {
            if (!m_points.empty() && std::hypot(p.x - m_points.back().x, p.y - m_points.back().y) * scale < shortest_px)
                continue;
            m_points.push_back(p);
        }
        const auto is_repeated_end = [&] {
            const Point away = m_points.back() - m_points.front();
            return std::hypot(away.x, away.y) * scale < shortest_px;
        };
        while (outline.closed && m_points.size() > 1 && is_repeated_end())
            m_points.pop_back();
        if (m_points.size() < 2) return;
        const std::size_t count = outline.closed ? m_points.size() : m_points.size() - 1;
        for (std::size_t i = 0; i < count; ++i) {
            const Point along = m_points[(i + 1) % m_points.size()] - m_points[i];
            const double length = std::hypot(along.x, along.y);
            m_segments.push_back({(1 / length) * along, length * scale});
        }
    }

    std::uint32_t vertex(Point at, Point offset_px, double side, double fade = 1) {
        const auto& c = m_look.colour;
        m_mesh.vertices.push_back({static_cast<float>(at.x),
                                   static_cast<float>(at.y),
                                   static_cast<float>(offset_px.x),
                                   static_cast<float>(offset_px.y),
                                   static_cast<float>(side),
                                   static_cast<float>(m_look.half_width_px),
                                   static_cast<float>(fade),
                                   {c.r, c.g, c.b, c.a}});
        return static_cast<std::uint32_t>(m_mesh.vertices.size() - 1);
    }

    void triangle(std::uint32_t a, std::uint32_t b, std::uint32_t c) {
        m_mesh.indices.insert(m_mesh.indices.end(), {a, b, c});
    }

    void quad(Ends start, Ends end) {
        triangle(start.left, start.right, end.right);
        triangle(start.left, end.right, end.left);
    }

    /// Adds a sector of a disc centred on `at`: from the vertex `first` (at the offset `from`, in pixels) through
    /// `turn` radians to the vertex `last`.
    void fan(Point at, std::uint32_t middle, Point from, double turn, std::uint32_t first, std::uint32_t last,
             double side) {
        const int steps = std::max(1, static_cast<int>(std::ceil(std::abs(turn) / m_step - 1e-9)));
        std::uint32_t before = first;
        for (int i = 1; i < steps; ++i) {
            const double angle = turn * i / steps, c = std::cos(angle), s = std::sin(angle);
            const std::uint32_t next = vertex(at, {c * from.x - s * from.y, s * from.x + c * from.y}, side);
            triangle(middle, before, next);
            before = next;
        }
        triangle(middle, before, last);
    }

    void dot_at(Point at) {
        const Point from{m_reach, 0};
        const std::uint32_t first = vertex(at, from, m_reach);
        fan(at, vertex(at, {}, 0), from, 2 * std::numbers::pi, first, first, m_reach);
    }

    /// `inwards`: 1 at the start of a segment, -1 at its end.
    Ends cap(Point at, const Segment& segment, double inwards) {
        const Point along = inwards * segment.direction, left = m_reach * left_of(segment.direction);
        if (m_look.cap == Cap::Round) {
            const Ends ends{vertex(at, left, m_reach), vertex(at, -1 * left, -m_reach)};
            // All `side` values of the fan have one sign, because an interpolation between signs would pass through 0.
            const std::uint32_t first = vertex(at, left, m_reach), last = vertex(at, -1 * left, m_reach);
            fan(at, vertex(at, {}, 0), left, inwards * std::numbers::pi, first, last, m_reach);
            return ends;
        }
        // The end is as soft as the sides: opaque half a pixel inside, transparent half a pixel outside.
        const double inside = std::min(0.5, segment.length / 2), whole = std::min(1.0, segment.length);
        const Point in = inside * along, out = -0.5 * along;
        const Ends ends{vertex(at, left + in, m_reach, whole), vertex(at, in - left, -m_reach, whole)};
        quad(ends, {vertex(at, left + out, m_reach, 0), vertex(at, out - left, -m_reach, 0)});
        return ends;
    }

    void join(std::size_t before, std::size_t after) {
        const Segment &a = m_segments[before], &b = m_segments[after];
        const Point at = m_points[after];
        const double c = dot(a.direction, b.direction), s = cross(a.direction, b.direction);
        const Point left_a = m_reach * left_of(a.direction), left_b = m_reach * left_of(b.direction);
        constexpr double nearly_straight = 0.978; // 12 degrees
        const Point mitre = c > -0.999 ? (1 / (1 + c)) * (left_a + left_b) : Point{};
        if (c > nearly_straight) {
            m_ends[before] = m_starts[after] = {vertex(at, mitre, m_reach), vertex(at, -1 * mitre, -m_reach)};
            return;
        }
        const double inner = s >= 0 ? 1 : -1; // the side to which the line turns: 1 is left
        const Point outer_a = -inner * left_a, outer_b = -inner * left_b;
        const std::uint32_t middle = vertex(at, {}, 0);
        const std::uint32_t out_a = vertex(at, outer_a, -inner * m_reach),
                            out_b = vertex(at, outer_b, -inner * m_reach);
        const double shift = c > -0.999 ? m_reach * std::abs(s) / (1 + c) : INFINITY;
        if (shift < 0.8 * std::min(a.length, b.length)) {
            const std::uint32_t in = vertex(at, inner * mitre, inner * m_reach);
            triangle(in, out_a, middle);
            triangle(in, middle, out_b);
            m_ends[before] = inner > 0 ? Ends{in, out_a} : Ends{out_a, in};
            m_starts[after] = inner > 0 ? Ends{in, out_b} : Ends{out_b, in};
        } else { // the segments are too short to share a corner, so their quads overlap
            const std::uint32_t in_a = vertex(at, inner * left_a, inner * m_reach);
            const std::uint32_t in_b = vertex(at, inner * left_b, inner * m_reach);
            m_ends[before] = inner > 0 ? Ends{in_a, out_a} : Ends{out_a, in_a};
            m_starts[after] = inner > 0 ? Ends{in_b, out_b} : Ends{out_b, in_b};
        }
        if (m_look.join == Join::Round) {
            fan(at, middle, outer_a, std::atan2(s, c), out_a, out_b, -inner * m_reach);
        } else if (const double cos_half = std::sqrt(std::max(0.0, (1 + c) / 2)); cos_half * mitre_limit >= 1) {
            const std::uint32_t tip = vertex(at, -inner * mitre, -inner * m_reach);
            triangle(middle, out_a, tip);
            triangle(middle, tip, out_b);
        } else {
            triangle(middle, out_a, out_b);
        }
    }

    Mesh& m_mesh;
    StrokeLook m_look;
    double m_reach; ///< pixels from the middle of the stroke to the end of its soft edge
    double m_step;  ///< largest angle of a fan's triangle, radians
    std::vector<Point> m_points;
    std::vector<Segment> m_segments;
    std::vector<Ends> m_starts, m_ends; ///< of each segment's quad
};

} // namespace

void mesh_stroke(Mesh& mesh, const Outline& outline, const StrokeLook& look) {
    Stroker{mesh, look}.stroke(outline);
}

std::vector<Outline> cut_dashes(const Outline& outline, const std::vector<double>& pattern) {
    double period = 0;
    for (const double length : pattern)
        period += std::max(length, 0.0);
    if (!(period > 0) || outline.points.size() < 2) return {outline};

    std::vector<Outline> pieces;
    std::size_t index = 0;
    bool on = true;
    double remaining = std::max(pattern[0], 0.0);
    Outline piece{{outline.points[0]}, false};
    const auto next = [&] {
        on = !on;
        index = (index + 1) % pattern.size();
        remaining = std::max(pattern[index], 0.0);
    };
    const std::size_t n = outline.points.size(), segments = outline.closed ? n : n - 1;
    bool cut = false;
    for (std::size_t i = 0; i < segments; ++i) {
        const Point a = outline.points[i], b = outline.points[(i + 1) % n];
        const double length = std::hypot(b.x - a.x, b.y - a.y);
        double done = 0;
        while (length - done > remaining) {
            done += remaining;
            const Point at = a + (done / length) * (b - a);
            if (on) {
                piece.points.push_back(at);
                pieces.push_back(std::move(piece));
            }
            next();
            cut = true;
            piece = on ? Outline{{at}, false} : Outline{};
        }
        remaining -= length - done;
        if (on) piece.points.push_back(b);
    }
    if (!cut) return {outline};
    if (!on || piece.points.size() < 2) return pieces;
    if (outline.closed && pattern[0] > 0 && !pieces.empty()) { // the last dash continues into the first one
        auto& first = pieces.front().points;
        first.insert(first.begin(), piece.points.begin(), piece.points.end() - 1);
        return pieces;
    }
    pieces.push_back(std::move(piece));
    return pieces;
}

} // namespace render
