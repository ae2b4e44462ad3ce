#pragma once

#include "geo/earth/box.hpp"

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace geo {

/// Translations of a text, by language as in render/words.
using PolicyTexts = std::map<std::string, std::string, std::less<>>;
/// The text in a language; as it is when it has no translation.
[[nodiscard]] const std::string& in_language(const std::string& text, const PolicyTexts&, std::string_view language);

/// A disputed or sensitive place, line or zone and how a policy shows it, from geo/data/policy/NAME.toml.
struct PolicyFeature {
    std::string id;                         ///< such as senkaku, crimea or nll
    std::string label;                      ///< printed on the map; '\n' starts a second line; empty: no label
    std::string note;                       ///< printed in the notes when the feature is in the frame; may be empty
    std::string note_large_scale;           ///< replaces `note` at page scales of 1:2M and larger; may be empty
    std::string line;                       ///< solid | dashed | none; empty when the feature is no line
    std::string shown_as;                   ///< how the policy shows the feature, a phrase for `check`
    std::optional<LonLat> position;         ///< place of the label
    std::optional<Box> box;                 ///< the feature is in the frame when this box or `position` is
    std::vector<std::string> gazetteer_ids; ///< places whose labels this feature replaces
    double max_scale;                       ///< largest scale denominator at which the label is drawn; 0 = no limit
    /// `kind` and `status` of the scenario's zones that represent this feature, as in zones.geojson. An empty kind
    /// stands for no zone, an empty status for every status. A feature with a kind but no file is drawn only with such
    /// a zone.
    std::string zone_kind, zone_status;
    std::vector<std::string> zone_ids; ///< if not empty, only zones with these ids represent the feature
    std::string file;   ///< a line of the data folder, drawn with the borders unless such a zone is drawn; may be empty
    std::string credit; ///< key in render/words of the credit for the file; may be empty
    std::string named_by;    ///< layer that draws the name instead of the label: zones | countries; may be empty
    std::string named_with;  ///< id of a feature whose name replaces this one where both are drawn; may be empty
    std::string note_covers; ///< general note that `note` replaces: not_to_scale; may be empty
    PolicyTexts note_in{}, note_large_scale_in{}; ///< translations of `note` and `note_large_scale`
    PolicyTexts label_in{};                       ///< translations of `label`
    std::vector<std::string> landmark_ids{}; ///< places that are named before others when the feature is in the frame
};

/// What a policy reads of a scenario's zone: its words in zones.geojson, and where it lies.
struct PolicyZone {
    std::string_view id, kind, status;
    std::optional<Box> extent; ///< empty: not known, which counts as everywhere
};

struct Policy {
    std::string name;       ///< such as intl
    std::string disclaimer; ///< "Names and boundaries do not imply endorsement."
    std::vector<PolicyFeature> features;
    PolicyTexts disclaimer_in{}; ///< translations of `disclaimer`

    [[nodiscard]] static Policy read(const std::filesystem::path& toml); ///< throws ReadError
    [[nodiscard]] const PolicyFeature* find(std::string_view id) const;  ///< null when there is none
    /// The first feature that the zone represents, or null: one of the zone's kind and status, whose list of ids holds
    /// the zone or is empty, and whose box, if it has one, meets the zone's extent.
    [[nodiscard]] const PolicyFeature* find_zone(const PolicyZone&) const;
};

} // namespace geo
