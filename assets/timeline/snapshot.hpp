#pragma once

#include "assets/model/scenario.hpp"
#include "assets/timeline/past/coverage.hpp"

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

/// How a state is known: a report is in force (Reported), the asset is on a leg between two reports (Interpolated), or
/// its last report is no older than stale_after (Held), than lost_after (Stale) or older (Lost). Outside its
/// deployments an asset is Absent.
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

/// One asset at t. What its reports say is read where they stand: the scenario must outlive it.
struct State {
    AssetIndex asset = no_index;
    AssetIndex carrier = no_index; ///< embarked in, or at, this asset: drawn as a suffix of it
    AssetIndex group = no_index;   ///< member of this group now
    How how = How::Absent;
    PointIs point = PointIs::None;
    Activity activity = Activity::None;
    Confidence confidence = Confidence::None, confidence_date = Confidence::None;
    Flags flags;
    std::optional<geo::LonLat> where; ///< null when absent or lost
    std::optional<double> radius_km;  ///< smallest circle about `where` that holds the asset; null when `where` is
    std::optional<double> age_h;      ///< since the end of the last fix used; 0 inside one; null when absent
    std::optional<double> course_deg, speed_kn;
    const Fix* fix = nullptr;  ///< the deciding fix (reported, held, stale, lost); null when interpolated or absent
    const Fix* last = nullptr; ///< the report in force, else the one whose interval ended last, in this deployment
    const Fix* next = nullptr; ///< first report that begins after t in this deployment
    const Deployment* deployment = nullptr;   ///< null when the asset has no deployment rows
    const Leg* leg = nullptr;                 ///< the leg being travelled, into Snapshot::legs
    std::array<const Fix*, 2> used{};         ///< `fix`, or the ends of the leg; null: no more
    std::vector<const Fix*> brought_aboard{}; ///< reports that say where it is by naming its carrier

    /// Of the deciding wide report.
    [[nodiscard]] const std::optional<AreaRef>& area() const noexcept;
    [[nodiscard]] bool circle_cut_to_area() const noexcept { return area() && fix->circle_given(); }
    [[nodiscard]] const std::string& place() const noexcept; ///< words; empty if none
    [[nodiscard]] const std::string& grade() const noexcept;
    [[nodiscard]] std::vector<SourceIndex> sources() const; ///< ascending
    [[nodiscard]] std::vector<int> rows() const;            ///< lines of positions.csv, ascending
};

struct TrailPoint {
    geo::LonLat at;
    Instant time;
};
/// Where an asset was reported lately, oldest first, up to where it is. A silence longer than its max_gap, or a report
/// that is not precise, ends a line and begins another.
struct Trail {
    AssetIndex asset;
    std::vector<std::vector<TrailPoint>> lines; ///< of two points or more, by time
    std::chrono::seconds length{};              ///< how far back it was looked for
};

/// Goes through something by its index.
template <class Row>
class RowIterator {
public:
    using iterator_category = std::random_access_iterator_tag;
    using value_type = typename Row::value_type;
    using difference_type = std::ptrdiff_t;
    using pointer = const value_type*;
    using reference = const value_type&;

    RowIterator() = default;
    RowIterator(const Row& row, std::size_t index) noexcept : m_row{&row}, m_index{index} {}
    reference operator*() const { return (*m_row)[m_index]; }
    pointer operator->() const { return &**this; }
    reference operator[](difference_type n) const { return *(*this + n); }
    RowIterator& operator+=(difference_type n) noexcept {
        m_index = static_cast<std::size_t>(static_cast<difference_type>(m_index) + n);
        return *this;
    }
    RowIterator& operator-=(difference_type n) noexcept { return *this += -n; }
    RowIterator& operator++() noexcept { return *this += 1; }
    RowIterator& operator--() noexcept { return *this -= 1; }
    RowIterator operator++(int) noexcept {
        const RowIterator before = *this;
        ++*this;
        return before;
    }
    RowIterator operator--(int) noexcept {
        const RowIterator before = *this;
        --*this;
        return before;
    }
    friend RowIterator operator+(RowIterator i, difference_type n) noexcept { return i += n; }
    friend RowIterator operator+(difference_type n, RowIterator i) noexcept { return i += n; }
    friend RowIterator operator-(RowIterator i, difference_type n) noexcept { return i -= n; }
    friend difference_type operator-(const RowIterator& a, const RowIterator& b) noexcept {
        return static_cast<difference_type>(a.m_index) - static_cast<difference_type>(b.m_index);
    }
    friend bool operator==(const RowIterator& a, const RowIterator& b) noexcept { return a.m_index == b.m_index; }
    friend auto operator<=>(const RowIterator& a, const RowIterator& b) noexcept { return a.m_index <=> b.m_index; }

private:
    const Row* m_row = nullptr;
    std::size_t m_index = 0;
};

class Moment;

/// One state an asset, in file order. Read like a std::vector, from any thread; a reference holds as long as any copy,
/// for copies share what was worked out. A state is worked out when it is first looked at, together with some of its
/// neighbours, on the thread that looks at it. A loop over all of them asks for work_out_all() first.
class States {
public:
    using value_type = State;
    using const_iterator = RowIterator<States>;

    States() = default;
    explicit States(std::shared_ptr<const Moment> moment) noexcept : m_moment{std::move(moment)} {}

    [[nodiscard]] std::size_t size() const noexcept;
    [[nodiscard]] bool empty() const noexcept { return size() == 0; }
    [[nodiscard]] const State& operator[](std::size_t i) const;
    [[nodiscard]] const State& at(std::size_t i) const; ///< throws std::out_of_range
    [[nodiscard]] const_iterator begin() const noexcept { return {*this, 0}; }
    [[nodiscard]] const_iterator end() const noexcept { return {*this, size()}; }
    /// Works out every state that nobody has looked at yet, before it returns, and returns this. From 4,000 assets on
    /// it starts up to three threads for that time. To be used as `for (const State& s : states.work_out_all())`.
    [[nodiscard]] const States& work_out_all() const;

    // For who makes states by hand.
    void clear() noexcept;
    void reserve(std::size_t n) { m_given.reserve(n); }
    void push_back(State); ///< after clear(), or into what was made so
    [[nodiscard]] State& back() noexcept { return m_given.back(); }

private:
    std::shared_ptr<const Moment> m_moment; ///< null: given by hand
    std::vector<State> m_given;
};

/// The legs whose span holds the moment, in order of their assets. As States; looking at any works out all states.
class Legs {
public:
    using value_type = Leg;
    using const_iterator = RowIterator<Legs>;

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

/// Copied at little cost: copies share their states and legs.
struct Snapshot {
    Instant at;
    States states;                   ///< one an asset, in file order
    Legs legs;                       ///< legs whose span holds `at`
    std::vector<ZoneIndex> zones;    ///< valid now, in file order
    std::vector<std::size_t> events; ///< in force now, indices into Scenario::events
    // Only for who asks: snapshot_at leaves them empty.
    std::vector<Trail> trails;                ///< of the assets whose trail is wanted
    std::shared_ptr<const Coverage> coverage; ///< where feeds were heard in the 24 h before `at`; null: not looked at
    std::size_t silent = 0;                   ///< who was heard on feeds before, is silent now and has no state here
};

/// Where everything is at `t`. Pure; the scenario must outlive the snapshot.
[[nodiscard]] Snapshot snapshot_at(const Scenario&, Instant t);

} // namespace assets
