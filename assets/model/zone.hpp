#pragma once

#include "assets/model/fix.hpp"
#include "geo/earth/shape.hpp"
#include "geo/text/local_names.hpp"

#include <array>
#include <string_view>
#include <variant>

namespace assets {

enum class ZoneKind : std::uint8_t {
    Patrol,
    Demarcation,
    Dmz,
    LimitLine,
    Adiz,
    Eez,
    Exercise,
    Exclusion,
    Claim,
    RangeRing,
    Area
};
enum class ZoneStatus : std::uint8_t { Agreed, Unilateral, Claimed, Informal, Illustrative };
enum class Drawn : std::uint8_t { Exact, Approximate, Schematic };
[[nodiscard]] std::string_view to_string(ZoneKind) noexcept;
[[nodiscard]] std::string_view to_string(ZoneStatus) noexcept;
[[nodiscard]] std::string_view to_string(Drawn) noexcept;

struct CircleShape {
    geo::LonLat centre;
    double radius_km;
};
struct CorridorShape {
    std::vector<geo::Polyline> lines;
    double half_width_km;
};
struct LineShape {
    std::vector<geo::Polyline> lines;
};
struct AreaShape {
    std::vector<geo::Polygon> polygons;
};
struct SeaShape {
    std::string sea_id;
}; ///< a built-in sea as a zone (property `sea` with a null geometry)
using ZoneShape = std::variant<CircleShape, CorridorShape, LineShape, AreaShape, SeaShape>;

/// An area, line or circle with a meaning, such as a patrol area, with who agreed to it and how exactly it is drawn.
struct Zone {
    std::string id;
    std::string name;
    geo::LocalNames names = {}; ///< in other languages
    ZoneKind kind;
    ZoneStatus status;
    Drawn drawn;
    bool open_ends = false;                      ///< the ends are drawn fading: the line's further course is unknown
    std::string country = {};                    ///< ISO 3166-1 alpha-2 of the state that declared it; may be empty
    std::string colour = {};                     ///< #rrggbb, #rrggbbaa or a name of zone_colours; may be empty
    std::optional<Instant> valid_from, valid_to; ///< none: unbounded
    ZoneShape shape = SeaShape{};
    Confidence confidence = Confidence::None;
    std::vector<SourceIndex> sources;
    std::string note;
    int line;
    std::uint16_t file = 0; ///< index into Scenario::files
    bool builtin = false;   ///< one of the zones that come with the program, not of the scenario's own files
};

/// Colours of a theme that a zone's `colour` may name.
inline constexpr std::array<std::string_view, 6> zone_colours{"accent", "zone_line",  "demarcation",
                                                              "text",   "text_muted", "other_country"};

} // namespace assets
