#pragma once

#include "app/session/session.hpp"

#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

/// What is known of one contact of a feed, and how two contacts move past each other, as data.
namespace app {

struct TargetCard {
    std::string id, name;
    std::vector<std::pair<std::string, std::string>> facts; ///< "Speed" and "12.3 kn", in order; without unknown ones
    std::vector<std::string> doubts; ///< "impossible jump, 12 min ago"; empty: nothing is doubted
};
/// The card of the selected contact, or of the selected asset to which a contact belongs; none if no feed has heard it.
[[nodiscard]] std::optional<TargetCard> target_card(const Session&);

/// Where a contact is and how it moves, at the instant of its newest position.
struct Moving {
    geo::LonLat at;
    std::optional<double> course_deg, speed_kn;
    assets::Instant time{};
};
[[nodiscard]] std::optional<Moving> moving_of(const Session&, const std::string& asset_id);

/// Two contacts at one instant. Courses and speeds are kept from the newest positions on.
struct Passing {
    double range_nmi, bearing_deg;                     ///< from the first to the second
    std::optional<double> closest_nmi, closest_in_min; ///< none: a course or speed is unknown; 0 min: it lies behind
};
[[nodiscard]] Passing passing(const Moving& first, const Moving& second, assets::Instant);
/// "12.3 nmi, bearing 045; closest 2.1 nmi in 14 min"
[[nodiscard]] std::string passing_words(const Passing&);

/// The nearest point of a line or of the rim of an area.
struct ToLine {
    double distance_nmi, bearing_deg;
};
[[nodiscard]] std::optional<ToLine> distance_to(const assets::Zone&, const geo::Seas*, geo::LonLat);

/// A table of contacts with a header, a line each, cells separated by tabs.
[[nodiscard]] std::string contacts_tsv(const Session&, const std::vector<assets::AssetIndex>&,
                                       const std::optional<Moving>& range_from);

/// The cells of a contact's row in the table, in the order of table_headers.
inline constexpr std::array<const char*, 9> table_headers{"Name",       "Number", "Class",     "Flag",       "Speed kn",
                                                          "Course deg", "Age s",  "Range nmi", "Bearing deg"};
[[nodiscard]] std::array<std::string, table_headers.size()> table_cells(const Session&, assets::AssetIndex,
                                                                        const std::optional<Moving>& range_from);

} // namespace app
