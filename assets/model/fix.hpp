#pragma once

#include "assets/model/fix_details.hpp"
#include "assets/model/values/instant.hpp"
#include "assets/model/values/optional_decimal.hpp"
#include "geo/earth/optional_lonlat.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assets {

/// What was reported, where, when, how exactly and by whom: a row of positions.csv, or a position from a feed. Once
/// read, only `to` may change (see close_open_ends). It takes 64 bytes: feeds give millions. Shared values are in
/// `details`.
struct Fix {
    AssetIndex asset = 0;
    int line = 0; ///< in positions.csv, whose header is line 1; of a feed, a number from 1
    Instant from; ///< first instant in force
    Instant to;   ///< last instant in force; for `*` the one before the next fix or the deployment's end
    geo::OptionalLonLat position;         ///< the row's point; without lon and lat the area's label point
    double radius_km = 0;                 ///< > 0; for an area, of the circle about `position` that contains it
    OptionalDecimal course_deg, speed_kn; ///< [0, 360]; at least 0
    SharedDetails details;

    /// The instant from which ages, gaps and legs are measured: see assets::measured_end().
    [[nodiscard]] Instant measured_end() const noexcept { return assets::measured_end(from, to); }
    [[nodiscard]] During during() const noexcept { return details->during; }
    [[nodiscard]] bool open_end() const noexcept { return details->open_end; }
    [[nodiscard]] Precision precision() const noexcept { return details->precision; }
    [[nodiscard]] const std::optional<AreaRef>& area() const noexcept { return details->area; }
    [[nodiscard]] bool circle_given() const noexcept { return details->circle_given; }
    [[nodiscard]] AssetIndex at_asset() const noexcept { return details->at_asset; }
    [[nodiscard]] const std::string& place() const noexcept { return details->place; }
    [[nodiscard]] const std::string& via() const noexcept { return details->via; }
    [[nodiscard]] const std::vector<geo::LonLat>& via_points() const noexcept { return details->via_points; }
    [[nodiscard]] int count() const noexcept { return details->count; }
    [[nodiscard]] const std::string& strength() const noexcept { return details->strength; }
    [[nodiscard]] FixKind kind() const noexcept { return details->kind; }
    [[nodiscard]] Confidence confidence() const noexcept { return details->confidence; }
    [[nodiscard]] Confidence confidence_date() const noexcept { return details->confidence_date; }
    [[nodiscard]] const std::string& grade() const noexcept { return details->grade; }
    [[nodiscard]] const std::vector<SourceIndex>& sources() const noexcept { return details->sources; }
    [[nodiscard]] Activity activity() const noexcept { return details->activity; }
    [[nodiscard]] const std::string& note() const noexcept { return details->note; }
    [[nodiscard]] double time_error_h() const noexcept { return details->time_error_h; }
    [[nodiscard]] double utc_offset_h() const noexcept { return details->utc_offset_h; }
    [[nodiscard]] std::uint16_t file() const noexcept { return details->file; }
    /// Write access to the details of this fix alone, for code that builds fixes.
    [[nodiscard]] FixDetails& edit() { return details.edit(); }

    /// Whether the fix is a stand-in: wider than 100 km or given by an area. Its point says where to draw, not where
    /// the asset was.
    [[nodiscard]] bool is_wide() const noexcept { return radius_km > 100.0 || area().has_value(); }
};
static_assert(sizeof(Fix) <= 64);

/// A period in which an asset is away from home.
struct Deployment {
    AssetIndex asset;
    Instant from;
    std::optional<Instant> to; ///< none: not ended
    double utc_offset_h = 0;   ///< of the local time in which its days are given, in hours
    std::vector<std::string> operations;
    double from_error_h = 0, to_error_h = 0; ///< hours by which `from` and `to` may be wrong
    std::vector<SourceIndex> sources;
    std::string note;
    int line;
    std::uint16_t file = 0; ///< index into Scenario::files
};

/// `asset` belongs to `group`; with the role Embarked it is carried by `group`.
struct Membership {
    enum class Role : std::uint8_t { Member, Flagship, Embarked };
    AssetIndex group;
    AssetIndex asset;
    Role role;
    std::optional<Instant> from, to; ///< none: unbounded
    int line;
    std::uint16_t file = 0; ///< index into Scenario::files
};

} // namespace assets
