#pragma once

#include "assets/model/asset.hpp"
#include "render/picture/picture.hpp"

#include <vector>

namespace render {

enum class SymbolFill {
    Solid,
    Hollow,
    Dotted ///< hollow, with a dotted rim
};

struct SymbolStyle {
    double size_mm = 6; ///< length of the longest ships; no pictogram is longer
    Colour colour{};
    Colour halo{255, 255, 255, 255};
    double halo_mm = 0.35;
    SymbolFill fill = SymbolFill::Solid;
    double course_deg = 0; ///< clockwise from north on the page; ships and aircraft are turned, others stand upright
    bool question_mark = false; ///< badge "?": the asset may have left or may not have arrived
    int count = 0;              ///< from 2 on, a badge such as "x2"
    bool dot = false;           ///< a disc instead of a silhouette (--symbols dot)
};

/// Draws a symbol centred on 0,0, in mm: a top-view silhouette of a ship or aircraft, or a plain mark for a unit,
/// headquarters, base, person or group. The shapes are our own. Badges are drawn as strokes, not as text.
[[nodiscard]] std::vector<Command> draw_symbol(assets::AssetType, const SymbolStyle&);
/// The symbol's box relative to its centre, halo and badges included.
[[nodiscard]] Rect symbol_box(assets::AssetType, const SymbolStyle&);

} // namespace render
