#pragma once

#include "assets/model/asset.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace assets {

/// What the letters of an atom's type say ("a-f-S-C-L-F-F": a friend's frigate).
struct CotMeaning {
    AssetType type = AssetType::Other;
    std::string sidc; ///< MIL-STD-2525D, 30 digits, the last ten zeros
    Side side = Side::None;
    bool military = false; ///< by its function, or by its affiliation where the function leaves it open
    bool pleasure = false;
};

/// Empty for what is no atom: bits (b), tasks (t), drawings (u) and the like are about no vessel, aircraft or unit. The
/// letters behind the affiliation are the function codes of MIL-STD-2525B; lower case ones, which Cursor on Target
/// adds, refine and are passed over. Functions that are not known here get the nearest known one above them.
[[nodiscard]] std::optional<CotMeaning> meaning_of_cot_type(std::string_view type);

} // namespace assets
