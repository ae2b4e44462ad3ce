#pragma once

#include "geo/earth/lonlat.hpp"

#include <optional>
#include <vector>

namespace geo {

/// A rectangle in longitude and latitude, degrees WGS 84. A box whose west is greater than its east crosses the
/// antimeridian. A box around the whole Earth has longitudes -180..180.
class Box {
public:
    /// Longitudes are wrapped. Empty when a number is not finite, a latitude is outside [-90, 90] or south > north.
    [[nodiscard]] static std::optional<Box> from_degrees(double west, double south, double east, double north) noexcept;
    [[nodiscard]] static Box world() noexcept;

    [[nodiscard]] double west() const noexcept { return m_west; }
    [[nodiscard]] double south() const noexcept { return m_south; }
    [[nodiscard]] double east() const noexcept { return m_east; }
    [[nodiscard]] double north() const noexcept { return m_north; }

    [[nodiscard]] bool crosses_antimeridian() const noexcept { return m_west > m_east; }
    [[nodiscard]] double width_deg() const noexcept;          ///< [0, 360]
    [[nodiscard]] bool contains(LonLat) const noexcept;       ///< the sides belong to the box
    [[nodiscard]] bool intersects(const Box&) const noexcept; ///< also true for boxes that only touch
    /// The one or two boxes that make up this one and do not cross the antimeridian.
    [[nodiscard]] std::vector<Box> split() const;
    /// The box grown by `degrees` >= 0 on every side, clamped at the poles and at 360 degrees of width.
    [[nodiscard]] Box grown(double degrees) const noexcept;

    [[nodiscard]] friend bool operator==(const Box&, const Box&) noexcept = default;

private:
    Box(double w, double s, double e, double n) noexcept : m_west{w}, m_south{s}, m_east{e}, m_north{n} {}

    double m_west, m_south, m_east, m_north;
};

} // namespace geo
