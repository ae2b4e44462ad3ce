#pragma once

#include "render/map/scene.hpp"
#include "render/picture/outlines.hpp"
#include "render/symbols/pictogram.hpp"

#include <string>
#include <string_view>
#include <vector>

/// The rows of the legend. Each layer adds the rows that explain it.
namespace render {

/// Where a row stands in the legend, from the top down, whichever layer adds it.
enum class LegendPlace { Forces, Reported, Tracks, Older, Areas, Coverage, Zones, Events, Remarks };

/// Collects the rows for a map that shows `visible`.
class LegendRows {
public:
    LegendRows(const Inputs& inputs, const Visible& shown, double metres_per_mm)
        : in{inputs}, visible{shown}, m_per_mm{metres_per_mm} {}

    /// `priority` as in LegendRow. The reference is valid until the next call.
    LegendRow& add(LegendPlace, std::string id, std::string text, int priority);
    /// All added rows, sorted by place and then in the order of adding, with the sections marked. Leaves the collection
    /// empty.
    [[nodiscard]] std::vector<LegendRow> take();

    /// The colour for samples: the country's colour when there is only one country, else a neutral one.
    [[nodiscard]] Colour sample_colour() const;

    const Inputs& in;
    const Visible& visible;
    const double m_per_mm;

private:
    struct Placed {
        LegendPlace place;
        LegendRow row;
    };
    std::vector<Placed> m_rows;
};

/// Whether the row explains a doubt about positions. Without such a row, "Reported position" needs no row either.
[[nodiscard]] bool is_doubt(const LegendRow&);

/// A round mark in a row.
[[nodiscard]] inline Outline sample_disc(double radius_mm) {
    return disc(radius_mm, 32);
}

void assets_legend(LegendRows&); ///< countries, kinds of symbol, and how positions are known
void tracks_legend(LegendRows&);
void changes_legend(LegendRows&); ///< arrows and marks of a comparison
void areas_legend(LegendRows&);
void coverage_legend(LegendRows&);
void zones_legend(LegendRows&); ///< zones too small to be made out at this scale get no row
void rings_legend(LegendRows&); ///< rings on which the radius is not printed
void events_legend(LegendRows&);

} // namespace render
