#pragma once

#include <vector>

namespace geo {

/// A vertex of a shape in degrees WGS 84. Its longitude may leave [-180, 180]: along a line or a ring longitudes are
/// continuous (neighbours differ by less than 180), so that shapes across the antimeridian stay whole.
struct Degrees {
    double lon;
    double lat;
    [[nodiscard]] friend bool operator==(const Degrees&, const Degrees&) noexcept = default;
};

using Polyline = std::vector<Degrees>;
using Ring = std::vector<Degrees>; ///< closed: the last vertex repeats the first

/// The first ring is the outline, the others are holes. Filled by the even-odd rule; the direction of rings is free.
struct Polygon {
    std::vector<Ring> rings;
};

/// Projected metres, x east and y north.
struct Metres {
    double x;
    double y;
    [[nodiscard]] friend bool operator==(const Metres&, const Metres&) noexcept = default;
};

using Path = std::vector<Metres>;

} // namespace geo
