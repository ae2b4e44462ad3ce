#pragma once

#include "render/map/drawing/drawn_asset.hpp"

#include <string>
#include <vector>

namespace render {

/// A row of a roster: a symbol and a text.
struct RosterRow {
    DrawnAsset asset;
    std::string id;   ///< of the asset
    std::string text; ///< its name, and what is doubtful about its position
};

/// The assets at one place or in one area, named together because their symbols and names have no room: as a column
/// beside the place, or as a list in small type.
struct Roster {
    enum class Form { Column, List };

    std::string id;              ///< "roster:" and the name of the place
    std::string head;            ///< name of the sea, or of the place of most assets; empty when no report names one
    std::string printed_head{};  ///< the head in the languages of the map's names
    std::string far_head{};      ///< the head of a sea's list that stands elsewhere: "In the Korea Strait"
    bool only_place = true;      ///< false when some assets are at other places nearby, which their rows name
    Point at{};                  ///< the place, or a point of the area, on the page
    std::vector<Outline> area{}; ///< on the page, of a sea or zone; empty for a place
    std::string sea{};           ///< id of the sea in which the assets are; empty for zones and places
    std::string country{}; ///< code of the country in which the assets are, somewhere: the list stands on its land or
                           ///< beside it, without a line or a dot. Empty for other areas and for places.
    std::vector<RosterRow> rows{}; ///< of all assets, in printing order

    // The rest is set when the roster is placed.
    Form form = Form::List;
    std::size_t named = 0;     ///< the first `named` assets have a row of their own; the others are only counted
    bool mirrored = false;     ///< the symbols stand to the right of the names
    Rect box{};                ///< on the page
    std::vector<Point> line{}; ///< from the place to the box; empty when the box is beside the place or in the area
    bool in_water = true;      ///< a list of a sea stands in its water, with the sea's name as its head
};

} // namespace render
