#pragma once

#include "render/map/drawing/map_drawing.hpp"

#include <string>
#include <vector>

namespace render {

/// Removes the elements whose flag is set.
template <class T>
void take_out(std::vector<T>& all, const std::vector<char>& out) {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (out[i] != 0) continue;
        if (kept != i) all[kept] = std::move(all[i]);
        ++kept;
    }
    all.erase(all.begin() + static_cast<std::ptrdiff_t>(kept), all.end());
}

/// What the snapshot shows within the frame: groups stand for members beside them, carriers for what is embarked,
/// many of a kind at one place are one symbol with a count; what is marked stands for itself. Where there are more than
/// a map can hold as symbols, each precise position without room around it is a small dot that stays where it is, on
/// another if need be.
[[nodiscard]] std::vector<DrawnAsset> assets_in_frame(const MapDrawing&);

/// Ids that `assets_in_frame` would draw, alone or within another symbol.
[[nodiscard]] std::set<std::string> drawn_ids(const MapDrawing&, const std::vector<DrawnAsset>&);

/// Gives every symbol its place: on or beside its position, off the land for ships, none on another; stand-ins within
/// their area. One that finds no room is taken out and reported in `drawing.dropped`; what is marked stands where it
/// can.
void place_symbols(MapDrawing&, std::vector<DrawnAsset>&);

/// What the map shows by drawing it, for legend and notes.
void note_drawn(Visible&, const Inputs&, const DrawnAsset&);

/// First the name, then how it is known.
[[nodiscard]] std::vector<std::string> label_lines(const Inputs&, const DrawnAsset&);

} // namespace render
