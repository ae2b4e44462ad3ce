#include "render/symbols/silhouette.hpp"

#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>

namespace render {

Pen& Pen::line(double x, double y) {
    m_points.push_back({x, y});
    return *this;
}

Pen& Pen::curve(Point c1, Point c2, Point end) {
    constexpr int pieces = 10; // each about 0.2 mm long on the largest symbols
    const Point start = m_points.back();
    for (int i = 1; i <= pieces; ++i) {
        const double t = static_cast<double>(i) / pieces;
        const double u = 1 - t;
        const double a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t, d = t * t * t;
        m_points.push_back(
            {a * start.x + b * c1.x + c * c2.x + d * end.x, a * start.y + b * c1.y + c * c2.y + d * end.y});
    }
    return *this;
}

Outline Pen::closed() const {
    return {m_points, true};
}

Outline Pen::mirrored() const {
    Outline whole{m_points, true};
    for (std::size_t i = m_points.size(); i-- > 0;)
        if (m_points[i].x != 0) whole.points.push_back({-m_points[i].x, m_points[i].y});
    return whole;
}

Outline disc(Point centre, double radius) {
    constexpr int corners = 28;
    Outline circle{{}, true};
    for (int i = 0; i < corners; ++i) {
        const double a = 2 * std::numbers::pi * i / corners;
        circle.points.push_back({centre.x + radius * std::sin(a), centre.y - radius * std::cos(a)});
    }
    return circle;
}

Outline box(double x, double y, double width, double height) {
    return {{{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}}, true};
}

Outline centred_box(double y, double width, double height) {
    return box(-width / 2, y, width, height);
}

Outline bar(Point from, Point to, double width) {
    constexpr int corners = 8;
    const double direction = std::atan2(to.y - from.y, to.x - from.x);
    Outline capsule{{}, true};
    for (const auto& [end, start_angle] : {std::pair{to, -0.5}, std::pair{from, 0.5}})
        for (int i = 0; i <= corners; ++i) {
            const double a = direction + std::numbers::pi * (start_angle + static_cast<double>(i) / corners);
            capsule.points.push_back({end.x + width / 2 * std::cos(a), end.y + width / 2 * std::sin(a)});
        }
    return capsule;
}

std::vector<Outline> both_sides(const Outline& right) {
    Outline left = right;
    for (Point& p : left.points)
        p.x = -p.x;
    return {right, left};
}

namespace {

constexpr std::size_t type_count = static_cast<std::size_t>(assets::AssetType::Other) + 1;

std::array<Silhouette, type_count> draw_all() {
    std::array<Silhouette, type_count> all;
    for (std::size_t i = 0; i < type_count; ++i) {
        const auto type = static_cast<assets::AssetType>(i);
        all[i] = assets::is_ship(type)       ? ship_silhouette(type)
                 : assets::is_aircraft(type) ? aircraft_silhouette(type)
                                             : upright_silhouette(type);
        all[i].turns = assets::is_ship(type) || assets::is_aircraft(type);
    }
    return all;
}

} // namespace

const Silhouette& silhouette_of(assets::AssetType type) {
    static const std::array<Silhouette, type_count> all = draw_all();
    return all[static_cast<std::size_t>(type)];
}

} // namespace render
