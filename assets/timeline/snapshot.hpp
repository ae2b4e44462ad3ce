#pragma once

#include "assets/model/scenario.hpp"
#include "assets/timeline/past/coverage.hpp"
#include "assets/timeline/past/targets.hpp"
#include "assets/timeline/past/voyages.hpp"
#include "geo/earth/path/geodesic_path.hpp"

#include <array>
#include <compare>
#include <cstddef>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace assets {

/// How a state is known. Reported: a fix is in force. Interpolated: the asset is on a leg between two fixes. Held,
/// Stale, Lost: its last fix is at most as old as stale_after, at most as old as lost_after, or older. Absent: the
/// asset is outside its deployments. The order matters: each way is less certain than the one before.
enum class How : std::uint8_t { Reported, Interpolated, Held, Stale, Lost, Absent };
/// What State::where means: nothing, where the asset is, or only where to draw an asset that is somewhere in an area.
enum class PointIs : std::uint8_t { None, Position, StandIn };
[[nodiscard]] std::string_view to_string(How) noexcept;

/// Flags of a state, in alphabetical order of the names that `theatrum state` prints.
enum class Flag : std::uint8_t {
    BeyondMaxGap,      ///< the silence before the next fix is longer than max_gap
    Estimated,         ///< a fix used is estimated
    MayHaveLeft,       ///< within the error of the deployment's end
    MayNotHaveArrived, ///< within the error of the deployment's beginning
    PathOverLand,      ///< a gap, because a `sea` leg finds no way over water that the rules of routes allow
    Planned,           ///< a fix used is planned
    Sometime,          ///< a fix used is `sometime` and longer than 24 h
    TooFast,           ///< the leg demands more than the speed limit
    TwoPlaces,         ///< precise fixes in force contradict each other
    Wide,              ///< the deciding fix is a stand-in
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

/// The continuity claimed between two precise fixes: a track may be drawn along it. A map of an instant needs only the
/// legs whose time span, from `depart` to `arrive`, contains that instant.
struct Leg {
    AssetIndex asset;
    const Fix* from_fix;
    const Fix* to_fix;
    geo::LonLat from, to;
    Instant depart, arrive;
    double speed_kn;
    Flags flags;                                     ///< TooFast, Planned, Estimated
    double distance_m = 0;                           ///< along the path from `from` to `to`
    double azimuth_deg = 0;                          ///< at `from`
    std::shared_ptr<const geo::GeodesicPath> path{}; ///< from `from` to `to`; null: the geodesic between them

    /// The path as points at most `step_m` > 0 apart, with continuous longitudes.
    [[nodiscard]] geo::Polyline polyline(double step_m) const;
};

/// One asset at t. The state refers to fixes and texts in the scenario, which must outlive it.
struct State {
    AssetIndex asset = no_index;
    AssetIndex carrier = no_index; ///< the asset is aboard this one, and is drawn as a suffix of it
    AssetIndex group = no_index;   ///< the asset is a member of this group now
    How how = How::Absent;
    PointIs point = PointIs::None;
    Activity activity = Activity::None;
    Confidence confidence = Confidence::None, confidence_date = Confidence::None;
    Flags flags;
    std::optional<geo::LonLat> where; ///< null when absent or lost
    std::optional<double> radius_km;  ///< of the circle about `where` that holds the asset; null if `where` is
    std::optional<double> age_h;      ///< since the end of the last fix used; 0 inside a fix; null when absent
    std::optional<double> course_deg, speed_kn; ///< as reported, or worked out on a leg; [0, 360]; at least 0
    const Fix* fix = nullptr;  ///< the deciding fix (reported, held, stale, lost); null when interpolated or absent
    const Fix* last = nullptr; ///< the fix in force, else the one whose interval ended last, in this deployment
    const Fix* next = nullptr; ///< first fix that begins after t in this deployment
    const Deployment* deployment = nullptr;   ///< null when the asset has no deployment rows
    const Leg* leg = nullptr;                 ///< the leg being travelled, an element of Snapshot::legs; else null
    std::array<const Fix*, 2> used{};         ///< `fix`, or the two ends of the leg; unused elements are null
    std::vector<const Fix*> at_asset_fixes{}; ///< `at_asset` fixes that put the asset aboard its carrier

    /// The area of the deciding wide fix; none if lost or absent.
    [[nodiscard]] const std::optional<AreaRef>& area() const noexcept;
    /// True when the asset is in the part of the circle about `where` that lies in area().
    [[nodiscard]] bool circle_cut_to_area() const noexcept { return area() && fix->circle_given(); }
    [[nodiscard]] const std::string& place() const noexcept; ///< in words; empty if none
    [[nodiscard]] const std::string& grade() const noexcept;
    [[nodiscard]] std::vector<SourceIndex> sources() const; ///< ascending
    [[nodiscard]] std::vector<int> rows() const;            ///< lines of positions.csv, ascending
};

struct TrailPoint {
    geo::LonLat at;
    Instant time;
};
/// Where an asset was in the time before, oldest first, up to where it is now. A silence longer than its max_gap, or a
/// fix that is not precise, ends a line; the trail goes on with another.
struct Trail {
    AssetIndex asset;
    std::vector<std::vector<TrailPoint>> lines; ///< each of two points or more, in order of time
    std::chrono::seconds length{};              ///< how far back the trail reaches at most
};

/// A random-access iterator over anything with an operator[] and a value_type.
template <class Sequence>
class IndexIterator {
public:
    using iterator_category = std::random_access_iterator_tag;
    using value_type = typename Sequence::value_type;
    using difference_type = std::ptrdiff_t;
    using pointer = const value_type*;
    using reference = const value_type&;

    IndexIterator() = default;
    IndexIterator(const Sequence& sequence, std::size_t index) noexcept : m_sequence{&sequence}, m_index{index} {}
    reference operator*() const { return (*m_sequence)[m_index]; }
    pointer operator->() const { return &**this; }
    reference operator[](difference_type n) const { return *(*this + n); }
    IndexIterator& operator+=(difference_type n) noexcept {
        m_index = static_cast<std::size_t>(static_cast<difference_type>(m_index) + n);
        return *this;
    }
    IndexIterator& operator-=(difference_type n) noexcept { return *this += -n; }
    IndexIterator& operator++() noexcept { return *this += 1; }
    IndexIterator& operator--() noexcept { return *this -= 1; }
    IndexIterator operator++(int) noexcept {
        const IndexIterator before = *this;
        ++*this;
        return before;
    }
    IndexIterator operator--(int) noexcept {
        const IndexIterator before = *this;
        --*this;
        return before;
    }
    friend IndexIterator operator+(IndexIterator i, difference_type n) noexcept { return i += n; }
    friend IndexIterator operator+(difference_type n, IndexIterator i) noexcept { return i += n; }
    friend IndexIterator operator-(IndexIterator i, difference_type n) noexcept { return i -= n; }
    friend difference_type operator-(const IndexIterator& a, const IndexIterator& b) noexcept {
        return static_cast<difference_type>(a.m_index) - static_cast<difference_type>(b.m_index);
    }
    friend bool operator==(const IndexIterator& a, const IndexIterator& b) noexcept { return a.m_index == b.m_index; }
    friend auto operator<=>(const IndexIterator& a, const IndexIterator& b) noexcept { return a.m_index <=> b.m_index; }

private:
    const Sequence* m_sequence = nullptr;
    std::size_t m_index = 0;
};

class Moment;

/// One state per asset, in file order, read like a std::vector from any thread. Copies share the states that were
/// worked out; a reference to one stays valid as long as any copy exists. A state is worked out when it is first read,
/// together with some of its neighbours, on the thread that reads it. Call compute_all() before a loop over all.
class States {
public:
    using value_type = State;
    using const_iterator = IndexIterator<States>;

    States() = default;
    explicit States(std::shared_ptr<const Moment> moment) noexcept : m_moment{std::move(moment)} {}

    [[nodiscard]] std::size_t size() const noexcept;
    [[nodiscard]] bool empty() const noexcept { return size() == 0; }
    [[nodiscard]] const State& operator[](std::size_t i) const;
    [[nodiscard]] const State& at(std::size_t i) const; ///< throws std::out_of_range
    [[nodiscard]] const_iterator begin() const noexcept { return {*this, 0}; }
    [[nodiscard]] const_iterator end() const noexcept { return {*this, size()}; }
    /// Works out all remaining states and returns *this: `for (const State& s : states.compute_all())`. From 4,000
    /// assets on it runs up to three more threads until it returns.
    [[nodiscard]] const States& compute_all() const;

    // Used by tests, which build states directly.
    void clear() noexcept;
    void reserve(std::size_t n) { m_given.reserve(n); }
    void push_back(State); ///< only after clear() or default construction
    [[nodiscard]] State& back() noexcept { return m_given.back(); }

private:
    std::shared_ptr<const Moment> m_moment; ///< null: the states are those in m_given
    std::vector<State> m_given;
};

/// The legs whose time span contains the instant, in order of their assets. Read like States; reading any leg works out
/// all states.
class Legs {
public:
    using value_type = Leg;
    using const_iterator = IndexIterator<Legs>;

    Legs() = default;
    explicit Legs(std::shared_ptr<const Moment> moment) noexcept : m_moment{std::move(moment)} {}

    [[nodiscard]] std::size_t size() const;
    [[nodiscard]] bool empty() const { return size() == 0; }
    [[nodiscard]] const Leg& operator[](std::size_t i) const;
    [[nodiscard]] const_iterator begin() const { return {*this, 0}; }
    [[nodiscard]] const_iterator end() const { return {*this, size()}; }

private:
    std::shared_ptr<const Moment> m_moment; ///< null: none
};

/// All assets at one instant. Cheap to copy: copies share their states and legs.
struct Snapshot {
    Instant at;
    States states;                   ///< one per asset, in file order
    Legs legs;                       ///< legs whose time span contains `at`
    std::vector<ZoneIndex> zones;    ///< valid now, in file order
    std::vector<std::size_t> events; ///< in force now, indices into Scenario::events
    // Filled in by callers that need them; snapshot_at() leaves them empty.
    std::vector<Trail> trails;                ///< of the assets that the caller chose
    std::vector<Voyage> voyages;              ///< of a map of a period
    std::shared_ptr<const Coverage> coverage; ///< where feeds heard something in the 24 h before `at`; null: not known
    std::shared_ptr<const std::vector<Target>> targets; ///< one per asset; null: no feed is listened to
    std::size_t silent_count = 0;         ///< contacts heard earlier that are silent now and have no state here
    std::chrono::seconds feeds_silent{0}; ///< for how long no feed has received anything; 0: not long, or no feed is on
};

/// The states of all assets at `t`. A pure function; the scenario must outlive the snapshot.
[[nodiscard]] Snapshot snapshot_at(const Scenario&, Instant t);

} // namespace assets
