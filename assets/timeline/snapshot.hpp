#pragma once

#include "assets/model/scenario.hpp"
#include "assets/timeline/coverage.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assets {

/// How a state is known. See DESIGN section 3.
enum class How : std::uint8_t { Reported, Interpolated, Held, Stale, Lost, Absent };
enum class PointIs : std::uint8_t { None, Position, StandIn };
[[nodiscard]] std::string_view to_string(How) noexcept;

/// Flags of a state; names as printed by `theatrum state`.
enum class Flag : std::uint8_t {
    BeyondMaxGap,
    Estimated,
    MayHaveLeft,
    MayNotHaveArrived,
    OutsideReport,
    PathOverLand,
    Planned,
    Sometime,
    TooFast,
    TwoPlaces,
    Wide,
};
[[nodiscard]] std::string_view to_string(Flag) noexcept;

class Flags {
public:
    void set(Flag f) noexcept { m_bits |= 1U << static_cast<unsigned>(f); }
    [[nodiscard]] bool has(Flag f) const noexcept { return (m_bits & (1U << static_cast<unsigned>(f))) != 0; }
    [[nodiscard]] std::vector<std::string> names() const; ///< sorted
    [[nodiscard]] friend bool operator==(const Flags&, const Flags&) noexcept = default;

private:
    std::uint32_t m_bits = 0;
};

/// A continuity claimed between two precise fixes: what a track may be drawn along. Only legs whose span holds t, or
/// that end at the fix in force, matter for a map of an instant.
struct Leg {
    AssetIndex asset;
    const Fix* from_fix;
    const Fix* to_fix;
    geo::LonLat from, to;
    Instant depart, arrive;
    double speed_kn;
    Flags flags;            ///< too_fast, outside_report, planned, estimated
    double distance_m = 0;  ///< along the path from `from` to `to`
    double azimuth_deg = 0; ///< at `from`
};

/// One asset at t.
struct State {
    AssetIndex asset = no_index;
    How how = How::Absent;
    PointIs point = PointIs::None;
    std::optional<geo::LonLat> where; ///< null when absent or lost
    std::optional<double> radius_km;  ///< smallest circle about `where` that holds the asset; null when `where` is
    std::optional<AreaRef> area;      ///< of the deciding wide report
    bool circle_cut_to_area = false;
    std::optional<double> age_h; ///< since the end of the last fix used; 0 inside one; null when absent
    std::optional<double> course_deg, speed_kn;
    std::string place; ///< words; empty if none
    Activity activity = Activity::None;
    Confidence confidence = Confidence::None, confidence_date = Confidence::None;
    std::string grade;
    std::vector<SourceIndex> sources; ///< ascending
    std::vector<int> rows;            ///< lines of positions.csv, ascending
    Flags flags;
    const Fix* fix = nullptr;  ///< the deciding fix (reported, held, stale, lost); null when interpolated or absent
    const Fix* last = nullptr; ///< the report in force, else the one whose interval ended last, in this deployment
    const Fix* next = nullptr; ///< first report that begins after t in this deployment
    const Deployment* deployment = nullptr; ///< null when the asset has no deployment rows
    const Leg* leg = nullptr;               ///< the leg being travelled, into Snapshot::legs
    AssetIndex carrier = no_index;          ///< embarked in, or at, this asset: drawn as a suffix of it
    AssetIndex group = no_index;            ///< member of this group now
};

/// Where an asset was reported lately, oldest first, up to where it is. A silence longer than its max_gap, or a report
/// that is not precise, ends a line and begins another.
struct Trail {
    AssetIndex asset;
    std::vector<std::vector<geo::LonLat>> lines; ///< of two points or more
    std::chrono::seconds length{};               ///< how far back it was looked for
};

struct Snapshot {
    Snapshot() = default;
    Snapshot(const Snapshot&); ///< the copy's states point at the copy's legs
    Snapshot& operator=(const Snapshot&);
    Snapshot(Snapshot&&) noexcept = default;
    Snapshot& operator=(Snapshot&&) noexcept = default;
    ~Snapshot() = default;

    Instant at;
    std::vector<State> states;       ///< one an asset, in file order
    std::vector<Leg> legs;           ///< legs whose span holds `at`
    std::vector<ZoneIndex> zones;    ///< valid now, in file order
    std::vector<std::size_t> events; ///< in force now, indices into Scenario::events
    // Only for who asks: snapshot_at leaves them empty.
    std::vector<Trail> trails;                ///< of the assets whose trail is wanted
    std::shared_ptr<const Coverage> coverage; ///< where feeds were heard in the 24 h before `at`; null: not looked at
};

/// Where everything is at `t`, by every rule of DESIGN section 3. Pure; the scenario must outlive the snapshot.
[[nodiscard]] Snapshot snapshot_at(const Scenario&, Instant t);

} // namespace assets
