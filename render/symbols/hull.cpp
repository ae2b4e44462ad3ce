#include "render/symbols/hull.hpp"

#include <cstddef>

namespace render {

Outline draw(const Hull& h) {
    const double bow = -h.length / 2, stern = h.length / 2, side = h.beam / 2;
    return Pen{0, bow}
        .curve({side * (0.25 + 0.75 * h.fullness), bow + h.entry * 0.3 * (1 - h.fullness)},
               {side, bow + h.entry * (0.75 - 0.5 * h.fullness)}, {side, bow + h.entry})
        .line(side, stern - h.length * h.run)
        .curve({side, stern - h.length * h.run * 0.4}, {side * (h.transom + 0.05), stern - 4},
               {side * h.transom, stern})
        .mirrored();
}

Outline deckhouse(double y, double width, double height) {
    const double cut = width * 0.3;
    return Pen{0, y}
        .line(width / 2 - cut, y)
        .line(width / 2, y + cut)
        .line(width / 2, y + height)
        .line(0, y + height)
        .mirrored();
}

Outline gun(double y) {
    return disc({0, y}, 3);
}

Outline ring(Point centre, double radius, double thickness) {
    Outline both = disc(centre, radius);
    const Outline inner = disc(centre, radius - thickness);
    // One outline holds both circles, joined by a seam.
    both.points.push_back(both.points.front());
    both.points.push_back(inner.points.front());
    both.points.insert(both.points.end(), inner.points.rbegin(), inner.points.rend());
    return both;
}

Outline landing_circle(double y, double radius) {
    return ring({0, y}, radius, 2);
}

Outline cut(const Outline& whole, double at, double slope, double sign) {
    const auto depth = [&](Point p) {
        return sign * (p.y - at - slope * p.x);
    };
    Outline kept{{}, true};
    for (std::size_t i = 0; i < whole.points.size(); ++i) {
        const Point a = whole.points[i], b = whole.points[(i + 1) % whole.points.size()];
        const double da = depth(a), db = depth(b);
        if (da >= 0) kept.points.push_back(a);
        if (da * db < 0) {
            const double t = da / (da - db);
            kept.points.push_back({a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)});
        }
    }
    return kept;
}

} // namespace render
