#pragma once

#include "assets/timeline/past/targets.hpp"
#include "render/picture/rect.hpp"
#include "render/symbols/pictogram.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace render {

/// An asset that is drawn: its symbol, its position, and where the symbol has been placed.
struct DrawnAsset {
    std::size_t state; ///< index into Snapshot::states
    assets::AssetType type;
    SymbolStyle style;
    const assets::Target* target = nullptr; ///< drawn as a target of a live map; null: by its pictogram
    double opacity = 1;
    bool stand_in = false; ///< the asset is somewhere in `area`; a position gets a dot if its symbol is moved off it
    bool crowd = false;    ///< one of very many, or a contact: stays on its position, if need be as a small dot
    bool marked = false;   ///< selected or pinned: always has its own symbol
    bool moving = false;   ///< its course is reported: the symbol points along the course
    Point position{};      ///< on the page: the position, or the stand-in's point
    Rect relative_box{};   ///< of the symbol, relative to its centre
    std::vector<Outline> area{}; ///< on the page: the area of a stand-in, or the circle of a position's radius
    enum class AreaLook { None, Rim, Tint, Radius } area_look = AreaLook::None; ///< how the area is drawn
    std::string area_key{};                                                     ///< equal for fixes with the same area
    std::vector<std::string> count_lines{}; ///< the box of text that stands for the symbol of a count over an area
    std::vector<std::size_t> companions{};  ///< states of embarked assets and members that the symbol also stands for

    Point at{};          ///< centre of the symbol on the page
    bool joined = false; ///< a thin line joins the symbol to its position
    [[nodiscard]] Rect box() const noexcept { return moved(relative_box, at); }
    /// Whether it is a crowd's dot that looks like every other dot of its colour and fill.
    [[nodiscard]] bool is_plain_dot() const noexcept {
        return target == nullptr && crowd && style.dot && style.count < 2 && !style.question_mark;
    }
};

} // namespace render
