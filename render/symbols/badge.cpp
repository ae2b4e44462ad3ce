#include "render/symbols/badge.hpp"

#include <cmath>
#include <numbers>

namespace render {
namespace {

/// A character in a box of height 1; `width` and `strokes` use this unit.
struct Sign {
    double width;
    std::vector<std::vector<Point>> strokes;
};

/// Points of an arc of an ellipse, angles in degrees clockwise from the top.
std::vector<Point> arc(Point centre, double rx, double ry, double from_deg, double to_deg) {
    constexpr int pieces = 12;
    std::vector<Point> points;
    for (int i = 0; i <= pieces; ++i) {
        const double a = (from_deg + (to_deg - from_deg) * i / pieces) * std::numbers::pi / 180;
        points.push_back({centre.x + rx * std::sin(a), centre.y - ry * std::cos(a)});
    }
    return points;
}

std::vector<Point> joined(std::vector<Point> a, const std::vector<Point>& b) {
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

Sign sign(char c) {
    switch (c) {
    case '0':
        return {0.56, {arc({0.28, 0.5}, 0.28, 0.5, 0, 360)}};
    case '1':
        return {0.3, {{{0, 0.2}, {0.25, 0}, {0.25, 1}}}};
    case '2':
        return {0.54, {joined(arc({0.27, 0.27}, 0.26, 0.27, -80, 120), {{0.0, 1}, {0.54, 1}})}};
    case '3':
        return {0.54, {joined(arc({0.26, 0.25}, 0.25, 0.25, -70, 180), arc({0.26, 0.74}, 0.28, 0.26, 0, 250))}};
    case '4':
        return {0.6, {{{0.45, 1}, {0.45, 0}, {0, 0.7}, {0.6, 0.7}}}};
    case '5':
        return {0.54, {joined({{0.5, 0}, {0.08, 0}, {0.04, 0.44}}, arc({0.26, 0.68}, 0.28, 0.32, -50, 240))}};
    case '6':
        return {0.56, {{{0.46, 0}, {0.06, 0.52}}, arc({0.28, 0.7}, 0.28, 0.3, 0, 360)}};
    case '7':
        return {0.52, {{{0, 0}, {0.52, 0}, {0.18, 1}}}};
    case '8':
        return {0.56, {arc({0.28, 0.25}, 0.23, 0.25, 0, 360), arc({0.28, 0.74}, 0.28, 0.26, 0, 360)}};
    case '9':
        return {0.56, {{{0.1, 1}, {0.5, 0.48}}, arc({0.28, 0.3}, 0.28, 0.3, 0, 360)}};
    case 'x':
        return {0.44, {{{0, 0.44}, {0.44, 0.88}}, {{0.44, 0.44}, {0, 0.88}}}};
    case '?':
        return {0.5,
                {joined(arc({0.25, 0.25}, 0.25, 0.25, -80, 130), {{0.26, 0.55}, {0.26, 0.68}}),
                 {{0.26, 0.97}, {0.26, 0.98}}}};
    default:
        return {0, {}};
    }
}

} // namespace

Lettering lettering(std::string_view signs, double height_mm) {
    constexpr double spacing = 0.26; // of the height, between two signs
    Lettering done{{}, 0};
    double x = 0;
    for (const char c : signs) {
        const Sign s = sign(c);
        if (s.strokes.empty()) continue;
        if (x > 0) x += spacing;
        for (const auto& stroke : s.strokes) {
            Outline line;
            for (const Point p : stroke)
                line.points.push_back({(x + p.x) * height_mm, p.y * height_mm});
            done.strokes.push_back(std::move(line));
        }
        x += s.width;
    }
    done.width_mm = x * height_mm;
    return done;
}

} // namespace render
