#pragma once

#include "geo/earth/area/common_area.hpp"
#include "geo/earth/lonlat.hpp"
#include "geo/earth/path/geodesic_path.hpp"
#include "geo/routes/passages.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace geo {

/// What a route may not use.
struct RouteLimits {
    std::vector<std::string_view> avoid{}; ///< ids of passages that stay closed
    /// Ids of passages that are open although their rule closes them. So is a passage in which an end lies.
    std::vector<std::string_view> allow{};
    /// Keeps the rules of Passage::Rule::Politics, and 12 nautical miles off the coasts of all countries but those in
    /// `friends` and those within whose 12 nautical miles an end lies.
    bool keeps_off_coasts = false;
    std::vector<std::string_view> friends{}; ///< ISO 3166-1 alpha-2
};

struct Route {
    GeodesicPath path;
    std::vector<const Passage*> passages{}; ///< in the order in which the path goes through them
    /// How far an end of the path lies from the point that was asked for: 0 in open water, up to 50 km for a point on
    /// land or close to land.
    double start_offset_m = 0, end_offset_m = 0;
};

struct RouteResult {
    std::optional<Route> route{};
    std::string problem{}; ///< why there is none: a sentence without a full stop
};

/// Where a ship can be at first: in the water within a distance of a point; and how long her way from there may be.
struct WaterReach {
    GeodesicDisc start;
    double way_m; ///< >= 0, from anywhere in the start's water
};

/// Finds the shortest way over water on WGS 84. A way turns within 2 km of the 1:10m land, and never crosses it except
/// in canals and in passages that the map shows too narrow. Thread-safe.
class Router {
public:
    /// Reads geo/data/water.bin or its installed copy. Throws ReadError.
    [[nodiscard]] static std::shared_ptr<const Router> open(const std::filesystem::path& data_dir);
    ~Router();
    Router(const Router&) = delete;
    Router& operator=(const Router&) = delete;

    [[nodiscard]] RouteResult route(LonLat from, LonLat to, const RouteLimits& = {}) const;
    /// The shortest way through these points in this order; at least two.
    [[nodiscard]] RouteResult route(const std::vector<LonLat>& points, const RouteLimits& = {}) const;
    /// Whether ships can sail here: water that is not nearer to land than a route comes.
    [[nodiscard]] bool is_water(LonLat) const;
    /// The part of an area that a ship can reach over water from `from` and, if it is given, from which she can reach
    /// `to`, through any strait, canal or ice. It holds all such water, and reaches beyond it by up to 250 m at coasts
    /// and by up to 1 % of the area's radius, or 500 m, elsewhere. A start without water is widened to the nearest
    /// water. Empty where it cannot be told: a start is more than 50 km from water, or the area reaches beyond the
    /// water that the router knows, from 78 S to 82 N. Throws std::runtime_error when GEOS fails.
    [[nodiscard]] std::optional<std::vector<Polygon>> reachable_water(const std::vector<Polygon>& area,
                                                                      const WaterReach& from,
                                                                      const std::optional<WaterReach>& to) const;
    /// Whether the point lies in the water of a passage, where 12 nautical miles of a coast do not count.
    [[nodiscard]] bool is_in_passage(LonLat) const;
    /// The countries, by their ISO code, within whose 12 nautical miles the point lies, outside the passages.
    [[nodiscard]] std::vector<std::string_view> coastal_states(LonLat) const;

private:
    struct Impl;
    explicit Router(std::unique_ptr<Impl>);
    std::unique_ptr<Impl> m_impl;
};

inline constexpr double farthest_water_m = 50'000; ///< from a point on land to the water where its route begins

} // namespace geo
