#include "render/symbols/hull.hpp"

#include <cassert>

// Surface warships differ in length and in what stands on the deck, because their symbols must be told apart at 4 mm: a
// cruiser has two large blocks between two guns, a destroyer a row of four, a frigate one long block before a
// helicopter deck, a corvette one small block, a patrol ship a boat ramp in a broad stern.
namespace render {
namespace {

using assets::AssetType;

Silhouette cruiser() {
    return {.body = {{draw({.length = 100, .beam = 28, .entry = 40, .fullness = 0.25, .transom = 0.6, .run = 0.3})}},
            .gaps = {gun(-31), deckhouse(-23, 18, 17), centred_box(3, 18, 17), gun(29)},
            .fine_gaps = {gun(38), centred_box(-3.5, 6, 4)}};
}

Silhouette destroyer() {
    return {.body = {{draw({.length = 98, .beam = 23, .entry = 44, .fullness = 0.15, .transom = 0.75})}},
            .gaps = {deckhouse(-20, 13, 11), centred_box(-5, 6, 8), centred_box(7, 6, 8), centred_box(19, 13, 8)},
            .fine_gaps = {gun(-30), centred_box(31, 8, 5)}};
}

Silhouette frigate() {
    return {.body = {{draw({.length = 86, .beam = 20, .entry = 42, .fullness = 0.1, .transom = 0.75})}},
            .gaps = {deckhouse(-15, 10, 27), ring({0, 26}, 6.8, 3.2)},
            .fine_gaps = {gun(-22)}};
}

Silhouette corvette() {
    return {.body = {{draw({.length = 64, .beam = 18, .entry = 36, .fullness = 0.1, .transom = 0.7})}},
            .gaps = {deckhouse(-6, 9, 14)},
            .fine_gaps = {gun(-13), centred_box(13, 9, 4)}};
}

/// A trimaran: a slender bow, and a broad deck over three hulls.
Silhouette littoral_combat_ship() {
    const Outline hull = draw({.length = 98, .beam = 15, .entry = 46, .fullness = 0.1, .transom = 0.9});
    const Outline deck = Pen{0, -2}.line(7, -2).line(16, 8).line(16, 40).line(0, 40).mirrored();
    Silhouette s{.body = {{hull}, {deck}}, .gaps = {deckhouse(-9, 8, 16), ring({0, 25}, 9, 3.4)}, .fine_gaps = {}};
    for (const Outline& outrigger : both_sides(bar({16, -2}, {16, 43}, 6)))
        s.body.push_back({outrigger});
    return s;
}

Silhouette patrol_ship() {
    Outline hull = draw({.length = 74, .beam = 26, .entry = 32, .fullness = 0.4, .transom = 0.9, .run = 0.15});
    // The ramp for boats is a slot in the stern.
    const auto stern = static_cast<std::ptrdiff_t>(hull.points.size() / 2);
    const Outline ramp{{{4.5, 37}, {4.5, 20}, {-4.5, 20}, {-4.5, 37}}, false};
    hull.points.insert(hull.points.begin() + stern, ramp.points.begin(), ramp.points.end());
    return {.body = {{hull}}, .gaps = {deckhouse(-17, 17, 18)}, .fine_gaps = {centred_box(9, 9, 4)}};
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

/// A straight flight deck with its landing spots in a row, and the island on the starboard side.
Silhouette amphibious_assault() {
    const Outline deck = Pen{-9, -50}
                             .line(9, -50)
                             .line(15, -38)
                             .line(15, 18)
                             .line(20, 18) // lifts at the edge of the deck
                             .line(20, 31)
                             .line(15, 31)
                             .line(15, 47)
                             .line(12, 50)
                             .line(-12, 50)
                             .line(-15, 47)
                             .line(-15, 9)
                             .line(-20, 9)
                             .line(-20, -5)
                             .line(-15, -5)
                             .line(-15, -38)
                             .closed();
    Silhouette s{.body = {{deck}}, .gaps = {box(6.5, -16, 6, 30)}, .fine_gaps = {}};
    for (int spot = 0; spot < 5; ++spot)
        s.gaps.push_back(disc({-6, -32.0 + 17 * spot}, 3.6));
    return s;
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

Silhouette mine_warfare() {
    Silhouette s{.body = {{draw({.length = 78, .beam = 26, .entry = 34, .fullness = 0.35, .transom = 0.85})}},
                 .gaps = {deckhouse(-19, 15, 17), disc({0, 18}, 6)}, // a mine on the working deck
                 .fine_gaps = {}};
    for (const double dy : {-8.4, 8.4})
        s.fine_gaps.push_back(centred_box(18 + dy - 1.3, 2.6, 2.6));
    for (const Outline& horn : both_sides(box(7.1, 16.7, 2.6, 2.6)))
        s.fine_gaps.push_back(horn);
    for (const Outline& boom : both_sides(bar({8, 26}, {19, 42}, 4)))
        s.body.push_back({boom}); // they hold the sweep wires apart
    return s;
}

} // namespace

Silhouette warship_silhouette(AssetType type) {
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
    case AssetType::AmphibiousAssault:
        return amphibious_assault();
    case AssetType::Corvette:
        return corvette();
    case AssetType::LittoralCombatShip:
        return littoral_combat_ship();
    case AssetType::MineWarfare:
        return mine_warfare();
    case AssetType::PatrolShip:
        return patrol_ship();
    default:
        break;
    }
    assert(!"not a warship");
    return {};
}

} // namespace render
