#pragma once

#include "render/map/scene.hpp"
#include "render/map/side_column.hpp"
#include "render/picture/builder.hpp"

#include <functional>
#include <vector>

namespace render {

/// DroppedLabel::why of a note on what is disputed that the footer does not have.
inline constexpr const char* note_left_out = "not in the footer";
/// DroppedLabel::why of a row that the legend has no room for.
inline constexpr const char* legend_row_left_out = "no room in the legend";
/// DroppedLabel::why of an asset that neither the map nor the footer names.
inline constexpr const char* name_left_out = "no room in the footer";

/// DroppedLabel::why of the credit, which the caption has.
inline constexpr const char* credit_left_out = "no room below the map";

/// Inputs with larger type, for the texts of a column beside the map: `factor` times as large (1 or more), the title
/// less.
class LargerType {
public:
    LargerType(const Inputs&, double factor);
    LargerType(const LargerType&) = delete;
    LargerType& operator=(const LargerType&) = delete;
    ~LargerType() = default;
    [[nodiscard]] const Inputs& inputs() const noexcept { return m_inputs; }

private:
    Theme m_theme;
    Inputs m_inputs; ///< refers to m_theme
};

/// Heights of the bands: title and subtitle above the map; as-of line, line on unplaced assets, notes and credit below.
/// They decide the height of the map frame, so they are measured with expected texts before anything is drawn. The
/// final texts are drawn at the end; what then has no room is left out of them. A page is, from top to bottom: margin,
/// header_mm, frame, footer_mm, margin.
struct Bands {
    double header_mm, footer_mm; ///< with the gap to the frame, without the page's margin; 0 when switched off
    double strip_mm = 0;         ///< of a legend between header and frame; 0 when it is a panel in a corner
    double time_strip_mm = 0;    ///< of the strip of the timeline below the frame; 0 when there is none
};

/// `scale_denominator` 0 means not known: room for every note. The footer flows through one to three columns. Notes are
/// left out, the least important first, when the footer would take more than 14 % of a wide page's height, a fifth of
/// that of a page up to 120 mm wide, or a quarter of another page's. `above_mm`: the height of the page above the
/// footer; 0: not known.
[[nodiscard]] Bands measure_bands(const Inputs&, const Visible& expected, const std::vector<UnplacedAsset>&,
                                  double page_width_mm, double scale_denominator = 0, double above_mm = 0);
/// The height of title and date on a band of this width, with the gap below; 0 when they are switched off.
[[nodiscard]] double title_height_mm(const Inputs&, double width_mm);
/// Draws title and date at the top left of the page.
void draw_title(Builder&, Layout&, const Inputs&, double width_mm);
/// The part of a column below title and date.
[[nodiscard]] Rect below_title(const Inputs&, const SideColumn&);
/// The heights of a column beside the map with legend, lists and notes: with everything, and without what can be left
/// out (the notes, and sentences that repeat labels).
struct ColumnHeights {
    double full_mm, least_mm;
};
[[nodiscard]] ColumnHeights measure_column(const Inputs&, const Visible& expected, const std::vector<UnplacedAsset>&,
                                           const std::vector<LegendRow>&, double width_mm, double scale_denominator);
/// Draws header and footer. The footer stands below `map`, which is the frame with a strip below it, or in `column`
/// below the legend; the header stands in a column that is titled. `in` has the type of bands. Reads the page size and
/// the scale from `layout`, and adds the furniture items and everything dropped to `layout`.
void draw_bands(Builder&, Layout&, const Inputs&, const Visible&, const std::vector<UnplacedAsset>&, const Rect& map,
                const std::optional<SideColumn>& column = {});

/// Every deployed asset that is not among the `named` (ids of assets drawn in the frame and named there), with its last
/// and next fix in words. `without_room`: ids of assets in the frame that found no room. If more than eight assets are
/// contacts of feeds, they are only counted, in up to two entries without a name at the end: the silent ones and those
/// outside the frame.
[[nodiscard]] std::vector<UnplacedAsset> unplaced_assets(const Inputs&, const std::set<std::string>& named,
                                                         const std::set<std::string>& without_room = {});

/// Adds the zones in force that the frame does not show, `drawn` being those that it does: areas in which something
/// happens, and not limits, rings and built-in zones.
void add_zones_outside(const Inputs&, const std::vector<assets::ZoneIndex>& drawn, std::vector<UnplacedAsset>&);

/// The share of a page rectangle that something covers, 0..1.
using Share = std::function<double(const Rect&)>;

/// What corner furniture should cover as little as possible: land, tints (wide fixes, zones) and lines (zones, legs).
/// Empty sea costs nothing, nor do names of seas, which move.
struct Covered {
    Share land{}, tints{};
    std::vector<std::vector<Point>> lines{};
};

/// Draws legend, scale bar and, on request, a north arrow, each in the emptiest corner inside the frame or else along
/// its edges. They never cover `symbols` or items of `layout`. A legend without room, or larger than its share of
/// the frame (16 to 20 %), loses rows, the least important first (see layout.dropped). Returns the boxes taken.
[[nodiscard]] std::vector<Rect> draw_corner_furniture(Builder&, Layout&, const Inputs&, const View&, const Visible&,
                                                      const std::vector<LegendRow>&, const std::vector<Rect>& symbols,
                                                      const Covered& = {});

/// Draws the legend at the top of a column beside the frame, in at most 70 % of its height.
void draw_legend_column(Builder&, Layout&, const Inputs&, const std::vector<LegendRow>&, const Rect& column);

/// Draws the legend in a strip above the frame.
void draw_legend_strip(Builder&, Layout&, const Inputs&, const std::vector<LegendRow>&, const Rect& strip);

/// Draws the frame line, and graticule labels along its inner edge, clear of every item of `layout` and of `lines`
/// (zones, legs). To be called last.
void draw_frame(Builder&, Layout&, const Inputs&, const View&, const std::vector<std::vector<Point>>& lines = {});

/// The JSON that --layout writes. Its keys are fixed.
[[nodiscard]] std::string layout_json(const Layout&);

} // namespace render
