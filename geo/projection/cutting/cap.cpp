#include "geo/projection/cutting/cap.hpp"

#include <algorithm>
#include <cmath>

namespace geo {

namespace {

constexpr double degree = 3.14159265358979323846 / 180;
using Vec = std::array<double, 3>;

Vec unit(double lon, double lat) noexcept {
    const double c = std::cos(lat * degree);
    return {c * std::cos(lon * degree), c * std::sin(lon * degree), std::sin(lat * degree)};
}

double dot(const Vec& a, const Vec& b) noexcept {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

Vertex middle(const Vertex& a, const Vertex& b) noexcept {
    return {(a.x + b.x) / 2, (a.y + b.y) / 2};
}

} // namespace

Cap::Cap(double lon, double lat, double radius_deg, double step_deg)
    : m_lon{lon},
      m_lat{lat},
      m_radius{radius_deg},
      m_step{360 / std::ceil(360 / step_deg)},
      m_cos_radius{std::cos(radius_deg * degree)},
      m_up{unit(lon, lat)},
      m_east{-std::sin(lon * degree), std::cos(lon * degree), 0},
      m_north{} {
    m_north = {m_up[1] * m_east[2] - m_up[2] * m_east[1], m_up[2] * m_east[0] - m_up[0] * m_east[2],
               m_up[0] * m_east[1] - m_up[1] * m_east[0]};
}

Cap::Local Cap::local(double lon, double lat) const noexcept {
    const Vec v = unit(lon, lat);
    return {dot(v, m_up), std::atan2(dot(v, m_east), dot(v, m_north)) / degree};
}

bool Cap::contains(double lon, double lat) const noexcept {
    return dot(unit(lon, lat), m_up) >= m_cos_radius;
}

Vertex Cap::at(double angle_deg, double azimuth_deg) const noexcept {
    const double up = std::cos(angle_deg * degree);
    const double out = std::sin(angle_deg * degree);
    const double e = out * std::sin(azimuth_deg * degree);
    const double n = out * std::cos(azimuth_deg * degree);
    Vec v{};
    for (std::size_t i = 0; i < 3; ++i)
        v[i] = up * m_up[i] + e * m_east[i] + n * m_north[i];
    return {std::atan2(v[1], v[0]) / degree, std::atan2(v[2], std::hypot(v[0], v[1])) / degree};
}

Vertex Cap::antipode() const noexcept {
    return {m_lon + 180, -m_lat};
}

Vertex Cap::rim_crossing(Vertex in, Vertex out) const noexcept {
    for (int i = 0; i < 45; ++i) {
        const Vertex m = middle(in, out);
        (contains(m.x, m.y) ? in : out) = m;
    }
    in.edge = true;
    return in;
}

void Cap::follow_rim(Chain& out, double from_deg, double to_deg) const {
    // Vertices have fixed azimuths, so that rings along the same part of the rim share them.
    const auto push = [&](double k) {
        Vertex v = at(m_radius, k * m_step);
        v.edge = true;
        out.push_back(v);
    };
    if (from_deg < to_deg)
        for (double k = std::floor(from_deg / m_step) + 1; k * m_step < to_deg; ++k)
            push(k);
    else
        for (double k = std::ceil(from_deg / m_step) - 1; k * m_step > to_deg; --k)
            push(k);
}

/// The change of azimuth along a segment, in degrees. Segments that pass close to the antipode are subdivided.
double Cap::azimuth_change(const Vertex& a, const Vertex& b, int depth) const noexcept {
    const double change = std::remainder(local(b.x, b.y).azimuth - local(a.x, a.y).azimuth, 360.0);
    if (std::abs(change) < 40 || depth == 0) return change;
    const Vertex m = middle(a, b);
    return azimuth_change(a, m, depth - 1) + azimuth_change(m, b, depth - 1);
}

Chain Cap::clip_ring(const Chain& ring) const {
    const auto is_in = [&](const Vertex& v) {
        return contains(v.x, v.y);
    };
    std::vector<char> in(ring.size());
    bool any = false;
    bool all = true;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        in[i] = is_in(ring[i]) ? 1 : 0;
        any = any || in[i];
        all = all && in[i];
    }
    if (all) return ring;
    if (!any) return {};

    // Start at a vertex inside, so that every part outside has both an exit and an entry.
    const std::size_t n = ring.size() - 1;
    std::size_t start = 0;
    while (!in[start])
        ++start;
    Chain out;
    out.reserve(ring.size());
    double azimuth = 0; // of the current point while outside, continuous over full turns
    double exit_azimuth = 0;
    for (std::size_t i = 0; i <= n; ++i) {
        const std::size_t here = (start + i) % n;
        if (i > 0) {
            const std::size_t before = (start + i - 1) % n;
            // The ends of a ring around a pole differ by 360 degrees of longitude.
            Vertex a = ring[before];
            Vertex b = ring[here];
            b.x = a.x + std::remainder(b.x - a.x, 360.0);
            if (in[before] && !in[here]) {
                const Vertex cross = rim_crossing(a, b);
                out.push_back(cross);
                exit_azimuth = azimuth = local(cross.x, cross.y).azimuth;
                azimuth += azimuth_change(cross, b, 20);
            } else if (!in[before] && in[here]) {
                const Vertex cross = rim_crossing(b, a);
                azimuth += azimuth_change(a, cross, 20);
                follow_rim(out, exit_azimuth, azimuth);
                out.push_back(cross);
            } else if (!in[here]) {
                azimuth += azimuth_change(a, b, 20);
            }
        }
        if (in[here]) out.push_back(ring[here]);
    }
    return out;
}

std::vector<Chain> Cap::clip_line(const Chain& line) const {
    std::vector<Chain> out;
    bool open = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const bool here = contains(line[i].x, line[i].y);
        if (i > 0 && here != open) {
            if (here)
                out.push_back({rim_crossing(line[i], line[i - 1])});
            else
                out.back().push_back(rim_crossing(line[i - 1], line[i]));
        } else if (here && !open) {
            out.emplace_back();
        }
        if (here) out.back().push_back(line[i]);
        open = here;
    }
    for (Chain& chain : out)
        for (Vertex& v : chain)
            v.edge = false; // only rings share edge vertices
    std::erase_if(out, [](const Chain& c) { return c.size() < 2; });
    return out;
}

Chain Cap::rim() const {
    Chain out;
    follow_rim(out, -m_step / 2, 360 - m_step / 2);
    out.push_back(out.front());
    return out;
}

std::vector<Vertex> Cap::probe_points() const {
    std::vector<Vertex> out;
    const double max_angle = std::min(m_radius, 90.0);
    // Numbers that are not round keep the points off the round coordinates of hand-drawn boxes.
    for (const auto& [part, azimuth] :
         {std::pair{0.0123, 12.3}, {0.1371, 83.7}, {0.3719, 154.9}, {0.6131, 211.3}, {0.8317, 318.1}})
        out.push_back(at(max_angle * part, azimuth));
    return out;
}

} // namespace geo
