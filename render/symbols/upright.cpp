#include "render/symbols/silhouette.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

namespace render {
namespace {

using assets::AssetType;

Outline rounded_square(double half, double corner) {
    return Pen{0, -half}
        .line(half - corner, -half)
        .curve({half - corner / 2, -half}, {half, -half + corner / 2}, {half, -half + corner})
        .line(half, half - corner)
        .curve({half, half - corner / 2}, {half - corner / 2, half}, {half - corner, half})
        .line(0, half)
        .mirrored();
}

/// Head and shoulders centred on `x`, with the lower edge at y = `foot`; about 60 units high at `scale` 1.
std::vector<Outline> bust(double x, double foot, double scale) {
    const double shoulder = 24 * scale;
    Outline torso =
        Pen{0, foot - 30 * scale}
            .curve({shoulder * 0.75, foot - 30 * scale}, {shoulder, foot - 20 * scale}, {shoulder, foot - 4 * scale})
            .line(shoulder, foot)
            .line(0, foot)
            .mirrored();
    for (Point& p : torso.points)
        p.x += x;
    return {disc({x, foot - 46 * scale}, 13 * scale), torso};
}

Silhouette land_unit() {
    const Outline chevron = Pen{0, -18}.line(24, 6).line(24, 18).line(0, -5).mirrored();
    return {.body = {{rounded_square(38, 6)}}, .gaps = {chevron}, .fine_gaps = {}};
}

Silhouette headquarters() {
    const Outline flag = Pen{-24, -46}.line(34, -46).line(22, -27).line(34, -8).line(-24, -8).closed();
    return {
        .body = {{flag}, {bar({-27, -46}, {-27, 46}, 7)}, {bar({-38, 46}, {-16, 46}, 7)}}, .gaps = {}, .fine_gaps = {}};
}

Silhouette base() {
    // A fort with four bastions, as on old maps.
    const Outline fort = Pen{0, -24}
                             .line(16, -24)
                             .line(20, -41)
                             .line(41, -41)
                             .line(41, -20)
                             .line(24, -16)
                             .line(24, 16)
                             .line(41, 20)
                             .line(41, 41)
                             .line(20, 41)
                             .line(16, 24)
                             .line(0, 24)
                             .mirrored();
    return {.body = {{fort}}, .gaps = {centred_box(-11, 22, 22)}, .fine_gaps = {}};
}

Silhouette air_base() {
    const Outline plane = Pen{0, -31}
                              .curve({4, -30}, {5, -24}, {5, -10})
                              .line(29, 5)
                              .line(29, 12)
                              .line(5, 6)
                              .line(4, 19)
                              .line(12, 25)
                              .line(12, 30)
                              .line(0, 27)
                              .mirrored();
    return {.body = {{disc({0, 0}, 43)}}, .gaps = {plane}, .fine_gaps = {}};
}

Silhouette naval_base() {
    Outline ring = disc({0, -23}, 8.5);
    const Outline eye = disc({0, -23}, 3.6);
    ring.points.push_back(ring.points.front());
    ring.points.push_back(eye.points.front());
    ring.points.insert(ring.points.end(), eye.points.rbegin(), eye.points.rend());
    // Shank, stock, arms and flukes are one outline, because the even-odd rule would leave out their overlaps.
    const Outline anchor = Pen{0, -14}
                               .line(3, -14)
                               .line(3, -10)
                               .line(14, -10)
                               .line(14, -4)
                               .line(3, -4)
                               .line(3, 22)
                               .curve({12, 21}, {18, 15}, {20, 9})
                               .line(14, 10)
                               .line(25, -1)
                               .line(31, 12)
                               .line(26, 10)
                               .curve({23, 23}, {12, 30}, {0, 32})
                               .mirrored();
    return {.body = {{disc({0, 0}, 43)}}, .gaps = {ring, anchor}, .fine_gaps = {}};
}

Silhouette missile_site() {
    const Outline missile = Pen{0, -46}
                                .curve({7, -38}, {9, -30}, {9, -20})
                                .line(9, 10)
                                .line(22, 27)
                                .line(22, 34)
                                .line(7, 30)
                                .line(0, 30)
                                .mirrored();
    return {.body = {{missile}, {bar({-26, 43}, {26, 43}, 7)}}, .gaps = {}, .fine_gaps = {centred_box(-14, 18, 3)}};
}

Silhouette radar_site() {
    const Outline dish = Pen{-34, -30}.curve({-34, 6}, {-8, 26}, {24, 18}).line(-34, -30).closed();
    const Outline mast = Pen{0, 14}.line(7, 14).line(17, 44).line(0, 44).mirrored();
    return {.body = {{dish}, {mast}, {bar({-6, -6}, {20, -30}, 6)}, {disc({22, -32}, 8)}}, .gaps = {}, .fine_gaps = {}};
}

Silhouette detachment() {
    Silhouette s{.body = {{rounded_square(38, 14)}}, .gaps = bust(0, 25, 0.86), .fine_gaps = {}};
    return s;
}

/// The bust of a person who stands partly hidden behind another: the torso starts at x = `inner`.
std::vector<Outline> half_hidden_bust(double x, double inner, double foot, double scale) {
    std::vector<Outline> whole = bust(x, foot, scale);
    for (Point& p : whole[1].points)
        p.x = std::max(p.x, inner);
    return whole;
}

Silhouette contingent() {
    Silhouette s{};
    for (const Outline& part : half_hidden_bust(30.5, 28, 26, 0.8))
        for (Outline& side : both_sides(part))
            s.body.push_back({std::move(side)});
    for (Outline& part : bust(0, 38, 1))
        s.body.push_back({std::move(part)});
    return s;
}

Silhouette delegation() {
    Silhouette s{};
    for (const Outline& part : bust(23.5, 30, 0.9))
        for (Outline& side : both_sides(part))
            s.body.push_back({std::move(side)});
    return s;
}

Silhouette person() {
    Silhouette s{};
    for (Outline& part : bust(0, 38, 1.3))
        s.body.push_back({std::move(part)});
    return s;
}

/// Three ships in formation, for a group of any composition.
Silhouette group() {
    Silhouette s{};
    for (const Point at : {Point{0, -18}, Point{-28, 14}, Point{28, 14}}) {
        const auto moved = [&](Outline o) {
            for (Point& p : o.points)
                p = {p.x + at.x, p.y + at.y};
            return o;
        };
        const Outline hull = Pen{0, -32}
                                 .curve({3, -27}, {10, -16}, {10, -4})
                                 .line(10, 20)
                                 .curve({10, 24}, {8, 28}, {7, 30})
                                 .line(0, 30)
                                 .mirrored();
        s.body.push_back({moved(hull)});
        s.gaps.push_back(moved(centred_box(-6, 9, 11)));
        s.fine_gaps.push_back(moved(centred_box(11, 9, 8)));
    }
    return s;
}

Silhouette other() {
    return {
        .body = {{Outline{{{0, -40}, {40, 0}, {0, 40}, {-40, 0}}, true}}}, .gaps = {disc({0, 0}, 10)}, .fine_gaps = {}};
}

} // namespace

Silhouette upright_silhouette(AssetType type) {
    switch (type) {
    case AssetType::LandUnit:
        return land_unit();
    case AssetType::Headquarters:
        return headquarters();
    case AssetType::Base:
        return base();
    case AssetType::AirBase:
        return air_base();
    case AssetType::NavalBase:
        return naval_base();
    case AssetType::MissileSite:
        return missile_site();
    case AssetType::RadarSite:
        return radar_site();
    case AssetType::Detachment:
        return detachment();
    case AssetType::Contingent:
        return contingent();
    case AssetType::Delegation:
        return delegation();
    case AssetType::Person:
        return person();
    case AssetType::Group:
        return group();
    case AssetType::Other:
        return other();
    default:
        break;
    }
    assert(!"not an upright symbol");
    return {};
}

} // namespace render
