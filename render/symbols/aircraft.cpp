#include "render/symbols/silhouette.hpp"

#include <cassert>

namespace render {
namespace {

using assets::AssetType;

/// Round nose, parallel sides, tapering tail.
Outline fuselage(double nose, double tail, double width) {
    const double side = width / 2;
    return Pen{0, nose}
        .curve({side * 0.8, nose}, {side, nose + width * 0.5}, {side, nose + width})
        .line(side, nose + (tail - nose) * 0.55)
        .curve({side, nose + (tail - nose) * 0.8}, {1.4, tail - 6}, {1.2, tail})
        .line(0, tail)
        .mirrored();
}

/// Both halves of a wing or tailplane.
struct Wing {
    double span, root_y, root_chord, tip_y, tip_chord;
};
Outline draw_wing(const Wing& w) {
    return Pen{0, w.root_y}
        .line(w.span / 2 - 1.5, w.tip_y)
        .line(w.span / 2, w.tip_y + 1.5)
        .line(w.span / 2, w.tip_y + w.tip_chord)
        .line(0, w.root_y + w.root_chord)
        .mirrored();
}

void add_pods(Silhouette& s, double x, double y, double width, double length) {
    for (const Outline& pod : both_sides(bar({x, y}, {x, y + length}, width)))
        s.body.push_back({pod});
}

Silhouette maritime_patrol() {
    Silhouette s{.body = {{fuselage(-42, 34, 10)},
                          {draw_wing({.span = 90, .root_y = -13, .root_chord = 15, .tip_y = -10, .tip_chord = 7})},
                          {draw_wing({.span = 36, .root_y = 21, .root_chord = 10, .tip_y = 24, .tip_chord = 5})},
                          {bar({0, 32}, {0, 46}, 2.6)}}, // the boom of the magnetic anomaly detector
                 .gaps = {},
                 .fine_gaps = {}};
    add_pods(s, 14, -20, 5.6, 16);
    add_pods(s, 28, -19, 5.6, 14);
    return s;
}

Silhouette fighter() {
    const Outline body = Pen{0, -42}
                             .curve({3, -34}, {5, -26}, {5.5, -16})
                             .line(9, -6)
                             .line(36, 17)
                             .line(36, 23)
                             .line(11, 23)
                             .line(10, 27)
                             .line(21, 36)
                             .line(21, 41)
                             .line(7, 39)
                             .line(3, 36)
                             .line(0, 36)
                             .mirrored();
    return {.body = {{body}}, .gaps = {bar({0, -22}, {0, -13}, 4.5)}, .fine_gaps = {}};
}

Silhouette bomber() {
    Silhouette s{.body = {{fuselage(-48, 46, 9)},
                          {draw_wing({.span = 98, .root_y = -22, .root_chord = 19, .tip_y = 20, .tip_chord = 7})},
                          {draw_wing({.span = 36, .root_y = 32, .root_chord = 9, .tip_y = 40, .tip_chord = 5})}},
                 .gaps = {},
                 .fine_gaps = {}};
    add_pods(s, 17, -14, 6.4, 13);
    add_pods(s, 32, 0, 6.4, 13);
    return s;
}

Silhouette transport() {
    Silhouette s{.body = {{fuselage(-45, 42, 16)},
                          {draw_wing({.span = 92, .root_y = -17, .root_chord = 18, .tip_y = 0, .tip_chord = 8})},
                          {draw_wing({.span = 40, .root_y = 31, .root_chord = 11, .tip_y = 39, .tip_chord = 6})}},
                 .gaps = {},
                 .fine_gaps = {bar({0, 10}, {0, 24}, 3)}};
    add_pods(s, 17, -18, 6.6, 11);
    add_pods(s, 31, -13, 6.6, 11);
    return s;
}

Silhouette tanker() {
    Silhouette s{.body = {{fuselage(-48, 34, 12)},
                          {draw_wing({.span = 86, .root_y = -18, .root_chord = 18, .tip_y = 10, .tip_chord = 7})},
                          {draw_wing({.span = 36, .root_y = 18, .root_chord = 10, .tip_y = 27, .tip_chord = 5})},
                          {bar({0, 30}, {0, 50}, 2.6)}, // the refuelling boom and its ruddervators
                          {Pen{0, 38}.line(8, 43).line(8, 46).line(0, 43).mirrored()}},
                 .gaps = {},
                 .fine_gaps = {}};
    add_pods(s, 18, -16, 8.5, 12);
    return s;
}

Silhouette aew() {
    Silhouette s{.body = {{fuselage(-42, 38, 11)},
                          {draw_wing({.span = 88, .root_y = -19, .root_chord = 14, .tip_y = -15, .tip_chord = 7})},
                          {draw_wing({.span = 42, .root_y = 27, .root_chord = 10, .tip_y = 29, .tip_chord = 6})},
                          {disc({0, 8}, 17)}},
                 .gaps = {bar({-11, 8}, {11, 8}, 4)},
                 .fine_gaps = {}};
    add_pods(s, 18, -26, 7, 16);
    return s;
}

Silhouette helicopter() {
    const Outline cabin = Pen{0, -30}
                              .curve({9, -30}, {11, -20}, {11, -8})
                              .curve({11, 6}, {4, 10}, {2.6, 20})
                              .line(1.8, 44)
                              .line(0, 44)
                              .mirrored();
    return {
        .body = {{cabin}, {bar({-31, -39}, {31, 23}, 4)}, {bar({31, -39}, {-31, 23}, 4)}, {centred_box(36, 18, 4.5)}},
        .gaps = {disc({0, -8}, 3.6)},
        .fine_gaps = {}};
}

Silhouette uav() {
    const Outline body = Pen{0, -33}
                             .curve({5, -33}, {5.5, -27}, {4.5, -19}) // the bulge over the aerial
                             .line(3, -6)
                             .line(3, 28)
                             .line(0, 28)
                             .mirrored();
    return {.body = {{body},
                     {draw_wing({.span = 100, .root_y = -4, .root_chord = 7, .tip_y = -1, .tip_chord = 3.5})},
                     {Pen{0, 14}.line(22, 31).line(22, 35).line(0, 24).mirrored()},
                     {centred_box(29.5, 12, 3)}}, // the propeller
            .gaps = {},
            .fine_gaps = {}};
}

} // namespace

Silhouette aircraft_silhouette(AssetType type) {
    switch (type) {
    case AssetType::MaritimePatrolAircraft:
        return maritime_patrol();
    case AssetType::Fighter:
        return fighter();
    case AssetType::Bomber:
        return bomber();
    case AssetType::TransportAircraft:
        return transport();
    case AssetType::TankerAircraft:
        return tanker();
    case AssetType::AewAircraft:
        return aew();
    case AssetType::Helicopter:
        return helicopter();
    case AssetType::Uav:
        return uav();
    default:
        break;
    }
    assert(!"not an aircraft");
    return {};
}

} // namespace render
