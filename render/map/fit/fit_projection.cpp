#include "render/map/fit/fit_projection.hpp"

#include "geo/projection/projection.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <optional>

namespace render {
namespace {

constexpr double radians = std::numbers::pi / 180.0;
constexpr double widest_laea_m = 10'000'000.0;

struct Extent {
    geo::Metres middle;
    double longest_m; ///< the longer side
};

/// The extent of the points on the map; empty when one of them cannot be projected.
std::optional<Extent> extent_of(const std::vector<geo::LonLat>& points, const geo::Projection& projection) {
    constexpr double inf = std::numeric_limits<double>::infinity();
    double west = inf, south = inf, east = -inf, north = -inf;
    for (const geo::LonLat p : points) {
        const auto m = projection.forward(p);
        if (!m) return std::nullopt;
        west = std::min(west, m->x);
        east = std::max(east, m->x);
        south = std::min(south, m->y);
        north = std::max(north, m->y);
    }
    return Extent{{(west + east) / 2, (south + north) / 2}, std::max(east - west, north - south)};
}

/// The longitude opposite the middle of the widest range of longitudes without a point, in whole degrees.
double central_meridian(const std::vector<geo::LonLat>& points) {
    std::vector<double> lons;
    for (const geo::LonLat p : points)
        lons.push_back(p.lon());
    std::sort(lons.begin(), lons.end());
    double widest = lons.front() + 360 - lons.back(), cut = lons.back() + widest / 2;
    for (std::size_t i = 1; i < lons.size(); ++i) {
        const double gap = lons[i] - lons[i - 1];
        if (gap <= widest) continue;
        widest = gap;
        cut = lons[i - 1] + gap / 2;
    }
    // A whole degree, so that the projection can be written in a command.
    return geo::wrap_longitude(std::round(cut + 180));
}

} // namespace

geo::LonLat middle_of(const std::vector<geo::LonLat>& points) {
    std::array<double, 3> sum{};
    for (const geo::LonLat p : points) {
        sum[0] += std::cos(p.lat() * radians) * std::cos(p.lon() * radians);
        sum[1] += std::cos(p.lat() * radians) * std::sin(p.lon() * radians);
        sum[2] += std::sin(p.lat() * radians);
    }
    const double flat = std::hypot(sum[0], sum[1]);
    if (std::hypot(flat, sum[2]) < 1e-6) return points.front();
    return geo::lonlat(std::atan2(sum[1], sum[0]) / radians, std::atan2(sum[2], flat) / radians);
}

FitProjection projection_for(const std::vector<geo::LonLat>& points) {
    geo::LonLat centre = middle_of(points);
    // Many points on one side pull the mean towards them, so the projection is centred again in the middle of the map.
    for (int round = 0; round < 2; ++round) {
        const geo::Projection laea = geo::Projection::make("laea", centre);
        const auto extent = extent_of(points, laea);
        if (!extent) break;
        if (round == 1 && extent->longest_m <= widest_laea_m) return {"laea", centre};
        centre = laea.inverse(extent->middle).value_or(centre);
    }
    return {"eqearth", geo::lonlat(central_meridian(points), 0)};
}

} // namespace render
