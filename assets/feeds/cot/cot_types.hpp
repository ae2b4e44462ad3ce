#pragma once

#include "assets/model/asset.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace assets {

/// The meaning of an atom's type ("a-f-S-C-L-F-F": a friendly frigate).
struct CotMeaning {
    AssetType type = AssetType::Other;
    std::string sidc; ///< MIL-STD-2525D, 30 digits, the last ten zeros
    Side side = Side::None;
    bool military = false; ///< by the function, or by the affiliation if the function may be either
    bool pleasure = false;
};

/// Empty for a type that is not an atom: bits (b), tasks (t), drawings (u) and the like describe no vessel, aircraft or
/// unit. The letters after the affiliation are a function code of MIL-STD-2525B. Lower-case letters, which Cursor on
/// Target adds as refinements, are ignored. An unknown function is read as its nearest known parent.
[[nodiscard]] std::optional<CotMeaning> meaning_of_cot_type(std::string_view type);

} // namespace assets
