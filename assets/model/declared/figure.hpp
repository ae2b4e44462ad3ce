#pragma once

#include "geo/earth/box.hpp"
#include "geo/earth/lonlat.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace assets {

/// An id, a place, or a point; an empty text where nothing is given.
using FigureSpot = std::variant<std::string, geo::LonLat>;
/// To the right and down, in mm.
using OffsetMm = std::pair<double, double>;

/// [[figure.inset]]: a small map in a corner.
struct FigureInset {
    std::string kind; ///< detail or locator
    std::optional<geo::LonLat> centre;
    std::optional<double> width_km;
    std::string corner, projection;
    [[nodiscard]] friend bool operator==(const FigureInset&, const FigureInset&) = default;
};

/// [[figure.note]]: an annotation that its author placed.
struct FigureNote {
    std::string kind; ///< text, callout, arrow, line, ring or bracket
    FigureSpot at, to;
    std::string text;
    std::optional<double> radius_km;
    std::optional<OffsetMm> offset_mm;
    [[nodiscard]] friend bool operator==(const FigureNote&, const FigureNote&) = default;
};

/// [[figure.label]]: a label that its author changed.
struct FigureLabel {
    std::string id; ///< of the asset, zone or place
    std::string text;
    std::optional<OffsetMm> offset_mm;
    bool hide = false;
    [[nodiscard]] friend bool operator==(const FigureLabel&, const FigureLabel&) = default;
};

/// Stands for all figures of a scenario, so no figure has this id.
inline constexpr std::string_view every_figure = "all";

/// [[figure]]: a map that the scenario keeps, for `theatrum export --figure`. Its members mean what the options of
/// `export` mean; texts are as written, and what is empty was not given.
struct FigureDeclaration {
    std::string id;
    std::string preset, size; ///< the name of a page; WIDTHxHEIGHT in pixels
    std::optional<double> width_mm, height_mm, dpi;
    std::string at, from, to, compare;
    std::vector<std::string> fit; ///< ids of assets and zones, or `all`
    std::optional<geo::LonLat> centre;
    std::optional<double> width_km;
    std::optional<geo::Box> bbox;
    std::string frame, projection, theme, words, names;
    std::string title, subtitle, credit;
    std::vector<std::string> show, without; ///< layers and furniture
    std::vector<std::string> hide;          ///< ids of assets and zones
    std::vector<std::string> emphasise;     ///< ids of assets
    std::vector<FigureInset> insets;
    std::vector<FigureNote> notes;
    std::vector<FigureLabel> labels;
    int line = 0;
    std::uint16_t file = 0; ///< index into Scenario::files
    [[nodiscard]] friend bool operator==(const FigureDeclaration&, const FigureDeclaration&) = default;
};

} // namespace assets
