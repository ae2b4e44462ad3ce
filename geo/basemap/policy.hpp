#pragma once

#include "geo/earth/box.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace geo {

/// One disputed or sensitive thing and how an edition shows it. From geo/data/policy/NAME.toml.
struct PolicyFeature {
    std::string id;                         ///< senkaku, crimea, nll ...
    std::string label;                      ///< printed on the map; may hold a second line after '\n'; empty: no label
    std::string note;                       ///< printed in the notes when the thing is in the frame; may be empty
    std::string note_large_scale;           ///< instead of note at page scales of 1:2M and larger; may be empty
    std::string line;                       ///< solid | dashed | none | "" (not a line)
    std::string shown_as;                   ///< one sentence for `check`: how this edition shows it
    std::optional<LonLat> position;         ///< where the label stands (islands, shoals)
    std::optional<Box> box;                 ///< in the frame when this box (or the position) is
    std::vector<std::string> gazetteer_ids; ///< places whose label this replaces
    double max_scale;                       ///< label only at page scales with a denominator up to this; 0 = always
};

struct Policy {
    std::string name;       ///< intl
    std::string disclaimer; ///< "Names and boundaries do not imply endorsement."
    std::vector<PolicyFeature> features;

    [[nodiscard]] static Policy read(const std::filesystem::path& toml); ///< throws ReadError
    [[nodiscard]] const PolicyFeature* find(std::string_view id) const;
};

} // namespace geo
