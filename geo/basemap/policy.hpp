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
    /// The zones of a scenario that are this feature, by `kind` and `status` as zones.geojson has them; an empty status
    /// means any. Empty kind: no zone is. A feature with a kind and without a file is drawn only where there is such a
    /// zone.
    std::string zone_kind, zone_status;
    std::string file;   ///< a line in the data folder, drawn with the borders unless such a zone is drawn; may be empty
    std::string credit; ///< key of the words that name the source of the file; may be empty
    std::string named_by;    ///< the layer that names it: zones, countries; empty: its label stands by itself
    std::string named_with;  ///< id of the feature whose name is enough where both are drawn; may be empty
    std::string note_covers; ///< what the note says already: not_to_scale | illustrative | ""

    [[nodiscard]] bool is_zone(std::string_view kind, std::string_view status) const {
        return !zone_kind.empty() && zone_kind == kind && (zone_status.empty() || zone_status == status);
    }
};

struct Policy {
    std::string name;       ///< intl
    std::string disclaimer; ///< "Names and boundaries do not imply endorsement."
    std::vector<PolicyFeature> features;

    [[nodiscard]] static Policy read(const std::filesystem::path& toml); ///< throws ReadError
    [[nodiscard]] const PolicyFeature* find(std::string_view id) const;
    /// The feature that zones of this kind and status are, or null.
    [[nodiscard]] const PolicyFeature* find_zone(std::string_view kind, std::string_view status) const;
};

} // namespace geo
