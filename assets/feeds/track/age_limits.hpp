#pragma once

#include "assets/feeds/track/track_store.hpp"

#include <array>
#include <chrono>

namespace assets {

/// How long what was heard of an asset counts; never longer than its sender says (Cursor on Target's `stale`).
struct AgeLimits {
    std::chrono::seconds max_gap;     ///< a longer silence is not interpolated
    std::chrono::seconds stale_after; ///< drawn faded from then on
    std::chrono::seconds lost_after;  ///< not drawn any more
    std::chrono::seconds holds;       ///< a report is in force until the next one, at most so long
    [[nodiscard]] friend bool operator==(const AgeLimits&, const AgeLimits&) = default;
};

/// The limits of each class. Ships: a station reports at least every 3 minutes (ITU-R M.1371-5, table 1). Aircraft:
/// every second. Others are given a day.
struct AgeLimitsByClass {
    std::array<AgeLimits, 3> of_speaker{
        AgeLimits{std::chrono::minutes{30}, std::chrono::minutes{10}, std::chrono::hours{1}, std::chrono::minutes{3}},
        AgeLimits{std::chrono::minutes{5}, std::chrono::minutes{1}, std::chrono::minutes{10}, std::chrono::seconds{10}},
        AgeLimits{std::chrono::hours{1}, std::chrono::hours{1}, std::chrono::hours{24}, std::chrono::seconds{0}}};

    [[nodiscard]] const AgeLimits& of(ContactKind contact_kind) const noexcept {
        return of_speaker[static_cast<std::size_t>(contact_kind)];
    }
    [[nodiscard]] AgeLimits& of(ContactKind contact_kind) noexcept {
        return of_speaker[static_cast<std::size_t>(contact_kind)];
    }
    [[nodiscard]] friend bool operator==(const AgeLimitsByClass&, const AgeLimitsByClass&) = default;
};

} // namespace assets
