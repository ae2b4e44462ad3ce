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
/// embarked. In a crowd, precise positions without room around them are small dots, which may lie over each other.
[[nodiscard]] std::vector<DrawnAsset> assets_in_frame(const MapDrawing&);

/// Ids of the drawn assets, whether they have their own symbol or another symbol stands for them.
[[nodiscard]] std::set<std::string> drawn_ids(const MapDrawing&, const std::vector<DrawnAsset>&);

/// Places every symbol on its position or within 4 mm of it, or within its area for a stand-in. Symbols do not overlap,
/// and those of ships avoid land. Takes the assets without room out of the list and returns them; a marked contact is
/// left on its position.
[[nodiscard]] std::vector<DrawnAsset> place_symbols(const MapDrawing&, std::vector<DrawnAsset>&);

/// Records what the drawn asset makes visible, for legend and notes.
void record_drawn(Visible&, const Inputs&, const DrawnAsset&);

} // namespace render
