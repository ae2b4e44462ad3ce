#pragma once

#include "render/map/scene.hpp"
#include "render/picture/builder.hpp"

#include <vector>

namespace render {

/// Title and subtitle above the map; as-of line, "Not shown" line, notes and credit below. Their height decides the
/// map frame, so they are worded and set before anything is drawn with what is known then, and their final text (which
/// can only be shorter) is drawn at the end.
struct Bands {
    double header_mm, footer_mm; ///< heights, 0 when switched off
};

[[nodiscard]] Bands measure_bands(const Inputs&, const Visible& expected, const std::vector<UnplacedAsset>&,
                                  double page_width_mm);
void draw_bands(Builder&, Layout&, const Inputs&, const Visible&, const std::vector<UnplacedAsset>&, const Rect& frame);

/// Every deployed asset that is not drawn or lies outside the frame, in words with last and next report.
[[nodiscard]] std::vector<UnplacedAsset> unplaced_assets(const Inputs&,
                                                         const std::set<std::string>& drawn_inside_frame);

/// Legend and scale bar in the emptiest corners inside the frame. `busy` are boxes to keep clear of, in order of
/// importance (symbols, then wide areas, then places). Decides and draws; returns the boxes taken.
[[nodiscard]] std::vector<Rect> draw_corner_furniture(Builder&, Layout&, const Inputs&, const View&, const Visible&,
                                                      const std::vector<Rect>& symbols, const std::vector<Rect>& areas);

/// Frame line and graticule labels on it.
void draw_frame(Builder&, Layout&, const Inputs&, const View&);

/// As --layout prints it (JSON, DESIGN section 6).
[[nodiscard]] std::string layout_json(const Layout&);

} // namespace render
