#include "render/symbols/hull.hpp"

#include <cassert>

namespace render {
namespace {

using assets::AssetType;

/// A hull with broad sponsons amidships, and the aerials of a fleet's staff fore and aft.
Silhouette command_ship() {
    const Outline hull = draw({.length = 98, .beam = 23, .entry = 36, .fullness = 0.3, .transom = 0.8});
    const Outline sponsons = Pen{0, -16}.line(11, -16).line(18, -8).line(18, 22).line(11, 29).line(0, 29).mirrored();
    return {.body = {{hull}, {sponsons}},
            .gaps = {ring({0, -24}, 6, 3.2), centred_box(-11, 25, 6), deckhouse(-1, 12, 16), ring({0, 27}, 7, 3.2)},
            .fine_gaps = {}};
}

/// A tanker with kingposts, whose arms hold the hoses over the side.
Silhouette oiler() {
    Silhouette s{
        .body = {{draw({.length = 100, .beam = 26, .entry = 26, .fullness = 0.5, .transom = 0.8})}},
        .gaps = {centred_box(-29, 10, 9), centred_box(-11, 10, 10), centred_box(8, 10, 10), centred_box(29, 18, 11)},
        .fine_gaps = {}};
    for (const double y : {-15.5, 3.5, 22.5})
        s.body.push_back({bar({-23, y}, {23, y}, 5)});
    return s;
}

/// Domes for aerials, one broader than the hull.
Silhouette intelligence_ship() {
    return {.body = {{draw({.length = 84, .beam = 20, .entry = 34, .fullness = 0.35, .transom = 0.8})},
                     {disc({0, 2}, 16)},
                     {disc({0, 26}, 11.5)}},
            .gaps = {deckhouse(-25, 9, 8), ring({0, 2}, 11.5, 4), disc({0, 2}, 3.4), ring({0, 26}, 7.5, 4)},
            .fine_gaps = {}};
}

Silhouette hospital_ship() {
    const Outline cross = Pen{0, -20}
                              .line(4.5, -20)
                              .line(4.5, -10)
                              .line(11, -10)
                              .line(11, -1)
                              .line(4.5, -1)
                              .line(4.5, 9)
                              .line(0, 9)
                              .mirrored();
    return {.body = {{draw({.length = 100, .beam = 29, .entry = 26, .fullness = 0.55, .transom = 0.85})}},
            .gaps = {cross, centred_box(27, 20, 12)},
            .fine_gaps = {landing_circle(-34, 5.5)}};
}

/// A working deck, with a gallows over the stern for what is lowered into the sea.
Silhouette survey_ship() {
    Silhouette s{.body = {{draw({.length = 78, .beam = 25, .entry = 30, .fullness = 0.45, .transom = 0.85})},
                          {bar({-6, 48}, {6, 48}, 4)}},
                 .gaps = {deckhouse(-20, 16, 22), disc({0, 16}, 5)},
                 .fine_gaps = {}};
    for (const Outline& leg : both_sides(bar({6.5, 36}, {6, 48}, 4)))
        s.body.push_back({leg});
    return s;
}

/// A spoon-shaped bow, and a bridge from side to side.
Silhouette icebreaker() {
    const Outline hull = draw({.length = 88, .beam = 33, .entry = 32, .fullness = 0.7, .transom = 0.75});
    return {.body = {{hull}, {centred_box(-14, 42, 9)}},
            .gaps = {centred_box(-12, 36, 5), deckhouse(-2, 20, 16), ring({0, 27}, 8, 3.2)},
            .fine_gaps = {}};
}

/// A tanker's hull with a broad flight deck amidships.
Silhouette expeditionary_base() {
    const Outline deck = Pen{0, -18}.line(19, -18).line(22, -15).line(22, 18).line(19, 21).line(0, 21).mirrored();
    return {
        .body = {{draw({.length = 100, .beam = 26, .entry = 20, .fullness = 0.6, .transom = 0.85})}, {deck}},
        .gaps = {centred_box(-33, 14, 8), ring({-11, 1.5}, 7, 3.2), ring({11, 1.5}, 7, 3.2), centred_box(29, 18, 11)},
        .fine_gaps = {}};
}

Silhouette auxiliary() {
    return {.body = {{draw({.length = 94, .beam = 28, .entry = 30, .fullness = 0.45, .transom = 0.75})}},
            .gaps = {deckhouse(-27, 18, 15), centred_box(-5, 17, 12), centred_box(13, 17, 12)},
            .fine_gaps = {bar({-7, 31}, {7, 31}, 3)}};
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
    case AssetType::CommandShip:
        return command_ship();
    case AssetType::Oiler:
        return oiler();
    case AssetType::IntelligenceShip:
        return intelligence_ship();
    case AssetType::HospitalShip:
        return hospital_ship();
    case AssetType::SurveyShip:
        return survey_ship();
    case AssetType::Icebreaker:
        return icebreaker();
    case AssetType::ExpeditionaryBase:
        return expeditionary_base();
    case AssetType::Auxiliary:
        return auxiliary();
    case AssetType::CoastGuard:
        return coast_guard();
    case AssetType::Merchant:
        return merchant();
    case AssetType::Fishing:
        return fishing();
    default:
        return warship_silhouette(type);
    }
}

} // namespace render
