#pragma once

#include "render/map/drawing/map_drawing.hpp"
#include "render/symbols/target.hpp"

#include <map>
#include <tuple>
#include <vector>

namespace render {

/// The target of an asset; null where the figure or the snapshot has none.
[[nodiscard]] const assets::Target* target_of(const Inputs&, assets::AssetIndex);

/// Colour of a target: by class, or by country where the figure says so.
[[nodiscard]] Colour target_colour(const Inputs&, const assets::Target&, const assets::Asset&);

/// Turns a drawn asset into a target: its colour, and the room that its symbol needs.
void make_target(const MapDrawing&, DrawnAsset&, const assets::Target&);

/// Draws targets, and keeps the commands of small ones, of which very many are alike.
class TargetPainter {
public:
    explicit TargetPainter(MapDrawing& drawing) : m_drawing{drawing} {}
    /// The lines of a target with room for a symbol. They lie under all symbols and have no tag, so that the window
    /// finds only the symbol under the mouse.
    void draw_lines(const DrawnAsset&) const;
    void append(const DrawnAsset&); ///< the symbol, in the group that the caller has opened

private:
    [[nodiscard]] TargetStyle style_of(const DrawnAsset&) const;
    MapDrawing& m_drawing;
    std::map<std::tuple<std::uint32_t, int>, std::vector<Command>> m_small; ///< by colour and shape
};

/// Draws the positions before as dots at equal times.
void draw_past_dots(MapDrawing&, const assets::Trail&);

/// For each drawn asset, whether its name is requested: marked ones, then the watch list, then military and government
/// contacts, at most `most_target_names`. The window names others when the mouse is over them.
[[nodiscard]] std::vector<char> named_targets(const MapDrawing&, const std::vector<DrawnAsset>&);
inline constexpr std::size_t most_target_names = 25;

} // namespace render
