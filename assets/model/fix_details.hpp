#pragma once

#include "assets/model/values/instant.hpp"
#include "geo/earth/lonlat.hpp"

#include <atomic>
#include <compare>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
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

/// The area that a fix or event names: a zone of the scenario or a built-in sea, by id, or a country, by its code of
/// ISO 3166-1 alpha-2.
struct AreaRef {
    enum class Of : std::uint8_t { Zone, Sea, Country } of;
    std::string id;
    // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 mistakes the zero compared with <=> for a pointer
    [[nodiscard]] friend auto operator<=>(const AreaRef&, const AreaRef&) = default;
};

/// The values of a fix other than its asset, time, position, course and speed. Equal details of many fixes are stored
/// once: see SharedDetails.
struct FixDetails {
    During during = During::Throughout;
    bool open_end = false;                 ///< `to` was `*`
    bool circle_given = false;             ///< area, lon, lat and radius_km are given: the circle is cut to the area
    Precision precision = Precision::Year; ///< how finely `from` was written
    FixKind kind = FixKind::Reported;
    Confidence confidence = Confidence::None, confidence_date = Confidence::None;
    Activity activity = Activity::None;
    std::uint16_t file = 0;                    ///< index into Scenario::files
    int count = 0;                             ///< hulls or airframes; 0 when not given
    AssetIndex at_asset = no_index;            ///< the asset that carries this one; no_index: none
    double time_error_h = 0, utc_offset_h = 0; ///< hours by which the dates may be wrong; hours east of UTC
    std::optional<AreaRef> area;
    std::string place; ///< in words: "Incheon", "Hawaiian Islands"
    std::string via, strength, grade, note;
    std::vector<SourceIndex> sources;
    std::vector<geo::LonLat> via_points; ///< the points that `via` names, in order

    [[nodiscard]] friend auto operator<=>(const FixDetails&,
                                          const FixDetails&) = default; // NOLINT(modernize-use-nullptr): as above
};

/// A FixDetails value in the 8 bytes of a pointer. Copies share one object until one of them is edited (copy on write);
/// the last copy deletes it. Several threads may read and copy it at once.
class SharedDetails {
public:
    SharedDetails() noexcept = default;
    explicit SharedDetails(FixDetails details) : m_shared{new Shared{std::move(details), {1}}} {}
    SharedDetails(const SharedDetails& other) noexcept : m_shared{other.m_shared} {
        if (m_shared) m_shared->holders.fetch_add(1, std::memory_order_relaxed);
    }
    SharedDetails(SharedDetails&& other) noexcept : m_shared{std::exchange(other.m_shared, nullptr)} {}
    SharedDetails& operator=(SharedDetails other) noexcept {
        std::swap(m_shared, other.m_shared);
        return *this;
    }
    ~SharedDetails() {
        if (m_shared && m_shared->holders.fetch_sub(1, std::memory_order_acq_rel) == 1) delete m_shared;
    }

    [[nodiscard]] const FixDetails& operator*() const noexcept {
        return m_shared ? m_shared->details : default_details;
    }
    [[nodiscard]] const FixDetails* operator->() const noexcept { return &**this; }
    /// Write access for this holder alone: copies the details first if other holders share them.
    [[nodiscard]] FixDetails& edit() {
        if (!m_shared || m_shared->holders.load(std::memory_order_acquire) > 1) *this = SharedDetails{**this};
        return m_shared->details;
    }

private:
    struct Shared {
        FixDetails details;
        std::atomic<std::uint32_t> holders;
    };
    static const FixDetails default_details;

    Shared* m_shared = nullptr; ///< null: default_details
};

/// Replaces equal details by one shared object.
class DetailsPool {
public:
    [[nodiscard]] SharedDetails share(const SharedDetails& details) {
        if (std::is_neq(*details <=> *m_latest)) m_latest = *m_known.insert(details).first;
        return m_latest;
    }

private:
    struct Less {
        bool operator()(const SharedDetails& a, const SharedDetails& b) const { return *a < *b; }
    };
    std::set<SharedDetails, Less> m_known;
    SharedDetails m_latest;
};

} // namespace assets
