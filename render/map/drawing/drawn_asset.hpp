#pragma once

#include "render/picture/rect.hpp"
#include "render/symbols/pictogram.hpp"

#include <cstddef>
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

} // namespace render
