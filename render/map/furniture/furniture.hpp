#pragma once

#include "render/map/scene.hpp"
#include "render/picture/builder.hpp"

#include <functional>
#include <vector>

namespace render {

/// Title and subtitle above the map; as-of line, "Not shown" line, notes and credit below. Their height decides the
/// map frame, so they are worded and set before anything is drawn with what is known then, and their final text (which
/// can only be shorter) is drawn at the end. A page is, from top to bottom: margin, header_mm, frame, footer_mm,
/// margin.
struct Bands {
    double header_mm, footer_mm; ///< with the gap to the frame, without the page's margin; 0 when switched off
};

/// `scale_denominator` 0: not known, room for every note. The footer flows through one to three columns; notes go, the
/// least important first, where it would take more than about an eighth of a wide page's height or a quarter of
/// another's.
[[nodiscard]] Bands measure_bands(const Inputs&, const Visible& expected, const std::vector<UnplacedAsset>&,
                                  double page_width_mm, double scale_denominator = 0);
/// Reads the page, the frame's place and the scale from `layout`, adds furniture items and what had no room.
void draw_bands(Builder&, Layout&, const Inputs&, const Visible&, const std::vector<UnplacedAsset>&, const Rect& frame);

/// Every deployed asset that is not drawn or lies outside the frame, in words with last and next report. Of more than
/// eight that feeds gave there is only a count, which has no name, behind the others: of the silent and of those
/// outside.
[[nodiscard]] std::vector<UnplacedAsset> unplaced_assets(const Inputs&,
                                                         const std::set<std::string>& drawn_inside_frame);

/// How much of a rectangle of the page is something, 0..1.
using Share = std::function<double(const Rect&)>;

/// What corner furniture covers as little as possible: land, tints (wide reports, zones), lines (zones, tracks). Empty
/// sea costs nothing, nor do names of seas, which move.
struct Covered {
    Share land{}, tints{};
    std::vector<std::vector<Point>> lines{};
};

/// Legend, scale bar and, when asked for, a north arrow, each in the emptiest corner inside the frame (else along its
/// edges). `symbols` and everything in `layout` are never covered. A legend without room, or larger than a fifth of the
/// frame, loses rows, the least important first (see layout.dropped). Returns the boxes taken.
[[nodiscard]] std::vector<Rect> draw_corner_furniture(Builder&, Layout&, const Inputs&, const View&, const Visible&,
                                                      const std::vector<LegendRow>&, const std::vector<Rect>& symbols,
                                                      const Covered& = {});

/// Frame line and graticule labels on its inner edge, none on anything that is in `layout`: to be drawn last.
/// Nor on `lines` (zones, tracks).
void draw_frame(Builder&, Layout&, const Inputs&, const View&, const std::vector<std::vector<Point>>& lines = {});

/// What --layout writes: JSON whose keys are fixed.
[[nodiscard]] std::string layout_json(const Layout&);

} // namespace render
