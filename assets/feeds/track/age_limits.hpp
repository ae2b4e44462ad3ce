#pragma once

#include "assets/feeds/track/track_store.hpp"

#include <array>
#include <chrono>

namespace assets {

/// How long the fixes of a contact stay in force, count as current and are drawn. Ages are measured from the end of
/// `holds` or, if later, from the time until which the sender vouches for the fix (`stale` of Cursor on Target).
struct AgeLimits {
    std::chrono::seconds max_gap;     ///< a longer silence is not interpolated
    std::chrono::seconds stale_after; ///< drawn faded from then on
    std::chrono::seconds lost_after;  ///< no longer drawn
    std::chrono::seconds holds;       ///< a fix is in force until the next one, but at most this long
    [[nodiscard]] friend bool operator==(const AgeLimits&, const AgeLimits&) = default;
};

/// The limits of each kind of contact. A ship transmits at least every 3 minutes (ITU-R M.1371-5, table 1), an aircraft
/// every second. Other contacts are lost after a day.
struct AgeLimitsByKind {
    std::array<AgeLimits, 3> by_kind{AgeLimits{.max_gap = std::chrono::minutes{30},
                                               .stale_after = std::chrono::minutes{10},
                                               .lost_after = std::chrono::hours{1},
                                               .holds = std::chrono::minutes{3}},
                                     AgeLimits{.max_gap = std::chrono::minutes{5},
                                               .stale_after = std::chrono::minutes{1},
                                               .lost_after = std::chrono::minutes{10},
                                               .holds = std::chrono::seconds{10}},
                                     AgeLimits{.max_gap = std::chrono::hours{1},
                                               .stale_after = std::chrono::hours{1},
                                               .lost_after = std::chrono::hours{24},
                                               .holds = std::chrono::seconds{0}}};

    [[nodiscard]] const AgeLimits& of(ContactKind kind) const noexcept {
        return by_kind[static_cast<std::size_t>(kind)];
    }
    [[nodiscard]] AgeLimits& of(ContactKind kind) noexcept { return by_kind[static_cast<std::size_t>(kind)]; }
    [[nodiscard]] friend bool operator==(const AgeLimitsByKind&, const AgeLimitsByKind&) = default;
};

} // namespace assets
