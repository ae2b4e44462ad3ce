#include "render/symbols/silhouette.hpp"

#include <cassert>
#include <cstddef>

namespace render {
namespace {

using assets::AssetType;

/// A hull, drawn about twice as broad as a real one: a true hull 6 mm long would be 0.7 mm wide.
struct Hull {
    double length, beam;
    double entry;     ///< distance from the bow to the straight sides
    double fullness;  ///< of the bow: 0 a straight wedge, 1 round
    double transom;   ///< width of the stern as a fraction of the beam
    double run = 0.2; ///< fraction of the length over which the sides narrow towards the stern
};

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

/// A gun, seen from above.
Outline gun(double y) {
    return disc({0, y}, 3);
}

/// A ring 2 units wide.
Outline landing_circle(double y, double radius) {
    Outline ring = disc({0, y}, radius);
    const Outline inner = disc({0, y}, radius - 2);
    // One outline holds both circles, joined by a seam; the even-odd rule leaves the middle out of the ring.
    ring.points.push_back(ring.points.front());
    ring.points.push_back(inner.points.front());
    ring.points.insert(ring.points.end(), inner.points.rbegin(), inner.points.rend());
    return ring;
}

/// A deckhouse with bevelled front corners.
Outline deckhouse(double y, double width, double height) {
    const double cut = width * 0.3;
    return Pen{0, y}
        .line(width / 2 - cut, y)
        .line(width / 2, y + cut)
        .line(width / 2, y + height)
        .line(0, y + height)
        .mirrored();
}

Silhouette frigate() {
    return {.body = {{draw({.length = 98, .beam = 21, .entry = 46, .fullness = 0.1, .transom = 0.7})}},
            .gaps = {deckhouse(-17, 10, 15), centred_box(4, 12, 13)},
            .fine_gaps = {gun(-26), landing_circle(32, 6.5)}};
}

Silhouette destroyer() {
    return {.body = {{draw({.length = 100, .beam = 24, .entry = 44, .fullness = 0.15, .transom = 0.75})}},
            .gaps = {deckhouse(-16, 14, 13), centred_box(2, 9, 8), centred_box(14, 14, 9)},
            .fine_gaps = {gun(-33), centred_box(-26, 7, 6), centred_box(27, 8, 6)}};
}

Silhouette cruiser() {
    return {.body = {{draw({.length = 100, .beam = 26, .entry = 40, .fullness = 0.2, .transom = 0.6, .run = 0.3})}},
            .gaps = {deckhouse(-18, 16, 11), centred_box(-4, 8, 5), centred_box(4, 8, 5), centred_box(12, 16, 9)},
            .fine_gaps = {gun(-33), gun(-25), gun(27), gun(36)}};
}

Silhouette carrier() {
    const Outline deck = Pen{-9, -50}
                             .line(9, -50)
                             .line(12, -36)
                             .line(18, -14)
                             .line(18, 22)
                             .line(14, 30)
                             .line(12, 50)
                             .line(-13, 50)
                             .line(-15, 34)
                             .line(-24, 18)
                             .line(-24, -6)
                             .line(-15, -24)
                             .line(-12, -38)
                             .closed();
    return {.body = {{deck}},
            .gaps = {bar({1, 45}, {-15, -15}, 3), box(9.5, -1, 5, 15)},
            .fine_gaps = {bar({-4, -45}, {-4, -28}, 1.6), bar({4, -45}, {5, -22}, 1.6)}};
}

Silhouette submarine() {
    const Outline hull = Pen{0, -48}
                             .curve({7, -48}, {9, -42}, {9, -32})
                             .line(9, 8)
                             .curve({9, 26}, {4, 38}, {2.5, 44})
                             .line(0, 44)
                             .mirrored();
    const Outline tail = Pen{0, 34}.line(4, 35).line(13, 41).line(13, 45).line(0, 44).mirrored();
    const Outline planes = Pen{0, -18}.line(15, -17).line(15, -13).line(0, -11).mirrored();
    return {.body = {{hull}, {tail}, {planes}}, .gaps = {bar({0, -20}, {0, -7}, 6)}, .fine_gaps = {}};
}

Silhouette amphibious() {
    const Outline hull = Pen{0, -50}
                             .curve({9, -46}, {16, -34}, {16, -20})
                             .line(16, 48)
                             .line(8, 48)
                             .line(8, 37)
                             .line(0, 37) // the dock, open at the stern
                             .mirrored();
    return {.body = {{hull}},
            .gaps = {deckhouse(-27, 18, 20)},
            .fine_gaps = {landing_circle(3, 6.5), landing_circle(22, 6.5)}};
}

Silhouette auxiliary() {
    return {.body = {{draw({.length = 100, .beam = 29, .entry = 30, .fullness = 0.45, .transom = 0.75})}},
            .gaps = {centred_box(22, 20, 14), bar({-10, -18}, {10, -18}, 4), bar({-10, -6}, {10, -6}, 4),
                     bar({-10, 6}, {10, 6}, 4)},
            .fine_gaps = {centred_box(-15, 2.5, 6), centred_box(-3, 2.5, 6), centred_box(-36, 9, 7)}};
}

Silhouette mine_warfare() {
    Silhouette s{.body = {{draw({.length = 80, .beam = 27, .entry = 34, .fullness = 0.35, .transom = 0.85})}},
                 .gaps = {deckhouse(-19, 15, 17)},
                 .fine_gaps = {disc({0, 20}, 5.5)}}; // a mine on the working deck
    for (const double dy : {-8.0, 8.0})
        s.fine_gaps.push_back(centred_box(20 + dy - 1.3, 2.6, 2.6));
    for (const Outline& horn : both_sides(box(6.6, 18.7, 2.6, 2.6)))
        s.fine_gaps.push_back(horn);
    return s;
}

Silhouette patrol_ship() {
    return {.body = {{draw({.length = 88, .beam = 26, .entry = 38, .fullness = 0.4, .transom = 0.85, .run = 0.15})}},
            .gaps = {deckhouse(-21, 17, 26)},
            .fine_gaps = {landing_circle(25, 8)}};
}

/// The part of an outline below (`sign` +1) or above (`sign` -1) the line y = at + slope * x.
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

Silhouette coast_guard() {
    const Outline hull = draw({.length = 92, .beam = 25, .entry = 40, .fullness = 0.3, .transom = 0.8});
    constexpr double slope = -0.46; // the stripe that coast guards paint on their bows
    return {.body = {{cut(hull, -15, slope, -1)}, {cut(hull, -6, slope, 1)}},
            .gaps = {deckhouse(5, 14, 18)},
            .fine_gaps = {disc({0, 33}, 4)}};
}

Silhouette merchant() {
    Silhouette s{.body = {{draw({.length = 100, .beam = 28, .entry = 22, .fullness = 0.6, .transom = 0.85})}},
                 .gaps = {centred_box(33, 20, 7)},
                 .fine_gaps = {}};
    for (int row = 0; row < 5; ++row) // bays of containers with gaps between them
        for (const Outline& bay : both_sides(box(1, -30 + 12 * row, 9, 9.5)))
            s.gaps.push_back(bay);
    return s;
}

Silhouette fishing() {
    const Outline hull = draw({.length = 66, .beam = 27, .entry = 34, .fullness = 0.4, .transom = 0.75});
    Silhouette s{.body = {{hull}}, .gaps = {deckhouse(-14, 14, 16)}, .fine_gaps = {centred_box(13, 13, 5)}};
    for (const Outline& boom : both_sides(bar({6, 4}, {32, 22}, 3.6)))
        s.body.push_back({boom}); // outriggers
    return s;
}

} // namespace

Silhouette ship_silhouette(AssetType type) {
    switch (type) {
    case AssetType::Frigate:
        return frigate();
    case AssetType::Destroyer:
        return destroyer();
    case AssetType::Cruiser:
        return cruiser();
    case AssetType::Carrier:
        return carrier();
    case AssetType::Submarine:
        return submarine();
    case AssetType::Amphibious:
        return amphibious();
    case AssetType::Auxiliary:
        return auxiliary();
    case AssetType::MineWarfare:
        return mine_warfare();
    case AssetType::PatrolShip:
        return patrol_ship();
    case AssetType::CoastGuard:
        return coast_guard();
    case AssetType::Merchant:
        return merchant();
    case AssetType::Fishing:
        return fishing();
    default:
        break;
    }
    assert(!"not a ship");
    return {};
}

} // namespace render
