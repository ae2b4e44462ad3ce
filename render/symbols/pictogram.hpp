#pragma once

#include "assets/model/asset.hpp"
#include "render/picture/picture.hpp"

#include <vector>

namespace render {

enum class SymbolFill { Solid, Hollow };

struct SymbolStyle {
    double size_mm = 6; ///< length of a frigate; no pictogram is longer, small craft and most aircraft are shorter
    Colour colour{};
    Colour halo{255, 255, 255, 255};
    double halo_mm = 0.35;
    SymbolFill fill = SymbolFill::Solid;
    double course_deg = 0; ///< clockwise from north on the page; ships and aircraft are turned, others stand upright
    bool question_mark = false; ///< "?" beside a hollow symbol: may have left, may not have arrived
    int count = 0;              ///< 2 and more: badge "x2"
    bool dot = false;           ///< --symbols dot
};

/// Top-view silhouettes of ships and aircraft, plain marks for units, headquarters, bases, persons and groups, centred
/// on 0,0 in mm. Drawn by us. The count badge and the question mark are drawn as outlines, not as text.
[[nodiscard]] std::vector<Command> draw_symbol(assets::AssetType, const SymbolStyle&);
/// Room it takes about its centre, halo and badge included.
[[nodiscard]] Rect symbol_box(assets::AssetType, const SymbolStyle&);

} // namespace render
