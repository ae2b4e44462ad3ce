#pragma once

#include "assets/model/scenario.hpp"
#include "geo/earth/path/geodesic_path.hpp"

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string_view>
#include <vector>

namespace assets {

/// The way of a leg from the point of one fix to that of the next.
struct Way {
    std::shared_ptr<const geo::GeodesicPath> path{}; ///< null: the geodesic between the two points
    bool is_blocked = false;                         ///< a `sea` leg that finds no way over water
};

/// Finds and remembers the ways between neighbouring fixes. Rules for ships:
/// - The way is the shortest one over water that keeps 12 nautical miles off the coasts of third states and uses no
///   strait that is a political statement; [routes] of scenario.toml changes that. Third states are neither the ship's
///   nor within 12 nautical miles of an end of the leg or of a point of `via`.
/// - Land within max(radius_km, 10 km) of an end does not count, because a berth may lie inside the coast of the map.
/// The points of `via` are passed in their order, by aircraft too. Without a router, and for points beyond the water
/// that it knows, north of 82 degrees, the way is the geodesic, and is blocked if that crosses land. Thread-safe.
class Ways {
public:
    [[nodiscard]] static Way find(const Scenario&, const Fix& earlier, const Fix& later);
    /// The remembered way, found on the first call. One is kept for each later fix, since it has one predecessor.
    [[nodiscard]] Way between(const Scenario&, const Fix& earlier, const Fix& later);

private:
    struct Answer {
        const Fix* earlier;
        Way way;
    };
    std::mutex m_mutex;
    std::map<const Fix*, Answer> m_answers; ///< by the later fix
};

/// The shortest way over water without the rules for third states and political straits; null if there is none, or no
/// router. Only what [routes] avoid names is avoided.
[[nodiscard]] std::shared_ptr<const geo::GeodesicPath> freest_way(const Scenario&, const Fix& earlier,
                                                                  const Fix& later);

/// The countries and territories that belong to a ship's state, itself first: codes of ISO 3166-1 alpha-2.
[[nodiscard]] std::vector<std::string_view> own_coasts(std::string_view country);

} // namespace assets
