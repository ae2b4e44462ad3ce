#pragma once

#include "geo/earth/lonlat.hpp"

#include <optional>
#include <vector>

namespace geo {

/// A rectangle in longitude and latitude, degrees WGS 84. West greater than east means that the box crosses the
/// antimeridian; split() gives the one or two plain boxes it is made of. A whole-world box is -180..180.
class Box {
public:
    /// Empty when a number is not finite, a latitude is outside [-90, 90] or south > north.
    [[nodiscard]] static std::optional<Box> from_degrees(double west, double south, double east, double north) noexcept;
    [[nodiscard]] static Box world() noexcept;

    [[nodiscard]] double west() const noexcept { return m_west; }
    [[nodiscard]] double south() const noexcept { return m_south; }
    [[nodiscard]] double east() const noexcept { return m_east; }
    [[nodiscard]] double north() const noexcept { return m_north; }

    [[nodiscard]] bool crosses_antimeridian() const noexcept { return m_west > m_east; }
    [[nodiscard]] double width_deg() const noexcept;
    [[nodiscard]] bool contains(LonLat) const noexcept;
    [[nodiscard]] bool intersects(const Box&) const noexcept;
    [[nodiscard]] std::vector<Box> split() const;
    /// Grown on every side, clamped at the poles and at 360 degrees of width.
    [[nodiscard]] Box grown(double degrees) const noexcept;

    [[nodiscard]] friend bool operator==(const Box&, const Box&) noexcept = default;

private:
    Box(double w, double s, double e, double n) noexcept : m_west{w}, m_south{s}, m_east{e}, m_north{n} {}

    double m_west, m_south, m_east, m_north;
};

} // namespace geo
