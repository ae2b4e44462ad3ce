#pragma once

#include "render/map/scene.hpp"
#include "render/picture/builder.hpp"

#include <string>
#include <vector>

/// Bands of typeset text above and below maps.
namespace render {

struct BandLine {
    TypesetLine text;
    Point at; ///< baseline start, from the band's top left
};

struct Paragraph {
    std::string id; ///< asof, unplaced, notes, credit ...; also the id of the layout item. Notes and credit are muted
    std::string text;
    std::vector<TypesetLine> lines{};
};

struct Band {
    std::vector<BandLine> lines;
    std::vector<LayoutItem> items; ///< boxes from the band's top left
    std::vector<DroppedLabel> dropped;
    double height_mm = 0;
};

/// The style and the distance of baselines of small type, and the room between its paragraphs.
[[nodiscard]] TextStyle small_type(const Inputs&, bool muted);
[[nodiscard]] double small_line_mm(const Inputs&);
[[nodiscard]] double paragraph_gap_mm(const Inputs&);

void add_item(Band&, const std::string& id, const std::string& text, const Rect&);

/// Sets paragraphs in small type, in one to three columns by the width, and no higher than needed.
[[nodiscard]] Band set_in_columns(const Inputs&, std::vector<Paragraph>, double width_mm);

/// Draws a band, and adds its items and what it lacks to the layout.
void draw_band(Builder&, Layout&, const Band&, Point top_left);

} // namespace render
