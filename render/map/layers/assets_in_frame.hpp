#pragma once

#include "render/map/drawing/map_drawing.hpp"

#include <string>
#include <vector>

namespace render {

/// Removes the elements whose flag is set.
template <class T>
void remove_flagged(std::vector<T>& all, const std::vector<char>& out) {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (out[i] != 0) continue;
        if (kept != i) all[kept] = std::move(all[i]);
        ++kept;
    }
    all.erase(all.begin() + static_cast<std::ptrdiff_t>(kept), all.end());
}

/// Whether the symbol is turned: only for a course that a report gives, never for one that was worked out.
[[nodiscard]] bool shows_heading(const assets::State&, assets::AssetType);

/// The assets of the snapshot to be drawn in the frame. A group stands for the members beside it, a carrier for what is
/// embarked, and one symbol with a count for many assets of one kind at one place; a marked asset always has its own
/// symbol. In a crowd, precise positions without room around them are small dots, which may lie over each other.
[[nodiscard]] std::vector<DrawnAsset> assets_in_frame(const MapDrawing&);

/// Ids of the drawn assets, whether they have their own symbol or another symbol stands for them.
[[nodiscard]] std::set<std::string> drawn_ids(const MapDrawing&, const std::vector<DrawnAsset>&);

/// Places every symbol on or beside its position, or within its area for a stand-in. Symbols do not overlap, and those
/// of ships avoid land. A symbol without room is removed and listed in MapDrawing::dropped, but a marked one is left on
/// its position.
void place_symbols(MapDrawing&, std::vector<DrawnAsset>&);

/// Records what the drawn asset makes visible, for legend and notes.
void record_drawn(Visible&, const Inputs&, const DrawnAsset&);

/// The lines of an asset's label: its name first, then how its position is known.
[[nodiscard]] std::vector<std::string> label_lines(const Inputs&, const DrawnAsset&);

} // namespace render
