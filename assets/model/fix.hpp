#pragma once

#include "assets/model/instant.hpp"
#include "geo/earth/lonlat.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assets {

using AssetIndex = std::uint32_t;
using SourceIndex = std::uint32_t;
using ZoneIndex = std::uint32_t;
inline constexpr std::uint32_t no_index = 0xffffffff;

enum class During : std::uint8_t { Throughout, Sometime };
enum class FixKind : std::uint8_t { Observed, Reported, Estimated, Planned };
enum class Confidence : std::uint8_t { None, High, Medium, Low };
enum class Activity : std::uint8_t {
    None,
    Underway,
    InPort,
    AtAnchor,
    Exercise,
    Patrol,
    Departure,
    Arrival,
    Maintenance,
    Other,
};
[[nodiscard]] std::string_view to_string(FixKind) noexcept;
[[nodiscard]] std::string_view to_string(Confidence) noexcept; ///< empty for None
[[nodiscard]] std::string_view to_string(Activity) noexcept;   ///< in_port ...; empty for None

/// The area of a wide report: a zone of the scenario or a built-in sea, by id.
struct AreaRef {
    enum class Of : std::uint8_t { Zone, Sea } of;
    std::string id;
    [[nodiscard]] friend bool operator==(const AreaRef&, const AreaRef&) = default;
};

/// One row of positions.csv: what was reported, where, when, how exactly and by whom. Never changed, never computed.
struct Fix {
    AssetIndex asset;
    Instant from;  ///< first second in force
    Instant to;    ///< last second in force; for `*` the second before the next fix, or the deployment's end
    bool open_end; ///< `to` was `*`
    During during;
    Precision precision;                 ///< of `from`: a day or a time
    std::optional<geo::LonLat> position; ///< the row's point; for an area without lon, lat the area's label point
    double radius_km;                    ///< > 0; of an area the radius about its own point that holds it
    std::optional<AreaRef> area;
    bool circle_given = false; ///< area and lon, lat, radius_km: the circle cut to the area
    AssetIndex at_asset = no_index;
    std::string place; ///< words: "Incheon", "Hawaiian Islands"
    std::string via;
    int count = 0; ///< hulls or airframes; 0 when not given
    std::string strength;
    std::optional<double> course_deg, speed_kn;
    FixKind kind = FixKind::Reported;
    Confidence confidence = Confidence::None, confidence_date = Confidence::None;
    std::string grade;
    std::vector<SourceIndex> sources;
    Activity activity = Activity::None;
    std::string note;
    double time_error_h = 0;
    double utc_offset_h = 0;
    int line;               ///< of positions.csv; the header is line 1
    std::uint16_t file = 0; ///< Scenario::files

    /// Wider than 100 km, or given by an area: where to draw, never a place where the asset was.
    [[nodiscard]] bool is_wide() const noexcept { return radius_km > 100.0 || area.has_value(); }
};

/// When an asset is away at all.
struct Deployment {
    AssetIndex asset;
    Instant from;
    std::optional<Instant> to; ///< none: not ended
    std::vector<std::string> operations;
    double from_error_h = 0, to_error_h = 0;
    std::vector<SourceIndex> sources;
    std::string note;
    int line;
    std::uint16_t file = 0; ///< Scenario::files
};

struct Membership {
    enum class Role : std::uint8_t { Member, Flagship, Embarked };
    AssetIndex group;
    AssetIndex asset;
    Role role;
    std::optional<Instant> from, to; ///< none: unbounded
    int line;
    std::uint16_t file = 0; ///< Scenario::files
};

} // namespace assets
