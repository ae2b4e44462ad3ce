#pragma once

#include "render/map/ground/sheet.hpp"
#include "render/symbols/pictogram.hpp"

#include <string>
#include <vector>

namespace render {

/// An asset that is drawn: what it looks like, where it is, and where its symbol has been put.
struct DrawnAsset {
    std::size_t state; ///< index into Snapshot::states
    assets::AssetType type;
    SymbolStyle style;
    double opacity = 1;
    bool stand_in = false; ///< somewhere in `area`; else its position is a dot
    bool crowd = false;  ///< one of very many, or heard on a feed: it stands on its position, as a small dot if need be
    bool marked = false; ///< selected or pinned: a symbol of its own, never left out
    bool moving = false; ///< its course is known: the symbol stands on the position, turned into it
    Point position{};    ///< page, of the position or of the stand-in's point
    Rect room{};         ///< of the symbol about its centre
    std::vector<Outline> area{};      ///< page, of the wide report
    std::string area_key{};           ///< equal for reports of the same area
    std::vector<std::size_t> with{};  ///< states that its symbol stands for as well: embarked, members
    std::vector<std::size_t> stack{}; ///< states of the same kind at the same place, counted in its badge

    Point at{};          ///< of the symbol's centre
    bool joined = false; ///< a thin line joins the symbol to its position
    [[nodiscard]] Rect box() const noexcept { return moved(room, at); }
    /// A crowd's dot like all others of its colour and filling.
    [[nodiscard]] bool is_plain_dot() const noexcept {
        return crowd && style.dot && style.count < 2 && !style.question_mark;
    }
};

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
[[nodiscard]] std::vector<DrawnAsset> assets_in_frame(const Sheet&);

/// Ids that `assets_in_frame` would draw, alone or within another symbol.
[[nodiscard]] std::set<std::string> drawn_ids(const Sheet&, const std::vector<DrawnAsset>&);

/// Gives every symbol its place: on or beside its position, off the land for ships, none on another; stand-ins within
/// their area. One that finds no room is taken out and reported in `sheet.dropped`; what is marked stands where it can.
void place_symbols(Sheet&, std::vector<DrawnAsset>&);

/// Tints of wide reports; ships' lie under the land, the others above it.
enum class Tints { UnderLand, OverLand };
void draw_area_tints(Sheet&, const std::vector<DrawnAsset>&, Tints);

/// Position dots, joining lines and symbols; leaves markers, label requests and what is visible.
void draw_assets(Sheet&, const std::vector<DrawnAsset>&);

/// What the map shows by drawing it, for legend and notes.
void note_drawn(Visible&, const Inputs&, const DrawnAsset&);

/// First the name, then how it is known.
[[nodiscard]] std::vector<std::string> label_lines(const Inputs&, const DrawnAsset&);

} // namespace render
