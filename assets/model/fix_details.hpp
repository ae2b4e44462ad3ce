#pragma once

#include "assets/model/values/instant.hpp"

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

/// The area of a wide report: a zone of the scenario or a built-in sea, by id.
struct AreaRef {
    enum class Of : std::uint8_t { Zone, Sea } of;
    std::string id;
    // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 takes the zero that <=> is compared with for a pointer
    [[nodiscard]] friend auto operator<=>(const AreaRef&, const AreaRef&) = default;
};

/// What a fix says beside when, where and how exactly: the same of very many of them, and then stored once.
struct FixDetails {
    During during = During::Throughout;
    bool open_end = false;                 ///< `to` was `*`
    bool circle_given = false;             ///< area and lon, lat, radius_km: the circle cut to the area
    Precision precision = Precision::Year; ///< of `from`: a day or a time
    FixKind kind = FixKind::Reported;
    Confidence confidence = Confidence::None, confidence_date = Confidence::None;
    Activity activity = Activity::None;
    std::uint16_t file = 0; ///< Scenario::files
    int count = 0;          ///< hulls or airframes; 0 when not given
    AssetIndex at_asset = no_index;
    double time_error_h = 0, utc_offset_h = 0;
    std::optional<AreaRef> area;
    std::string place; ///< words: "Incheon", "Hawaiian Islands"
    std::string via, strength, grade, note;
    std::vector<SourceIndex> sources;

    [[nodiscard]] friend auto operator<=>(const FixDetails&,
                                          const FixDetails&) = default; // NOLINT(modernize-use-nullptr): as above
};

/// Details that many fixes may share, in the 8 bytes of a pointer: a value, copied when one of its holders edits it.
/// They live as long as any fix that holds them. Read and copied from any thread.
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

    [[nodiscard]] const FixDetails& operator*() const noexcept { return m_shared ? m_shared->details : nothing; }
    [[nodiscard]] const FixDetails* operator->() const noexcept { return &**this; }
    /// To change them, for this holder alone.
    [[nodiscard]] FixDetails& edit() {
        if (!m_shared || m_shared->holders.load(std::memory_order_acquire) > 1) *this = SharedDetails{**this};
        return m_shared->details;
    }

private:
    struct Shared {
        FixDetails details;
        std::atomic<std::uint32_t> holders;
    };
    static const FixDetails nothing;

    Shared* m_shared = nullptr; ///< null: nothing is said
};

/// Finds what is equal, so that it is stored once.
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
