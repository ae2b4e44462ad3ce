#pragma once

#include "geo/projection/cutting/plane.hpp"

#include <array>
#include <vector>

namespace geo {

/// Private to geo/projection: cuts shapes to the part of the Earth within an angle of a centre, measured between
/// normals of the ellipsoid. Parts of a ring outside the cap are moved to the nearest point of the rim, so a ring stays
/// one closed ring. Inside the rim its even-odd fill is unchanged or the complement (see clip_ring).
class Cap {
public:
    /// All in degrees. `step_deg`: largest difference of azimuth between vertices along the rim.
    Cap(double lon, double lat, double radius_deg, double step_deg);

    [[nodiscard]] bool contains(double lon, double lat) const noexcept;

    /// The part of a closed ring within the cap, in degrees. Longitudes jump where the result follows the rim. A ring
    /// around the antipode gives the complement of its area: the caller has to detect that with probe_points() and add
    /// rim() to the result. Empty when no vertex lies in the cap.
    [[nodiscard]] Chain clip_ring(const Chain& ring) const;
    [[nodiscard]] std::vector<Chain> clip_line(const Chain& line) const;
    [[nodiscard]] Chain rim() const;

    /// Points well inside the cap, in degrees, that tell an area from its complement.
    [[nodiscard]] std::vector<Vertex> probe_points() const;
    [[nodiscard]] Vertex antipode() const noexcept;

private:
    struct Local {
        double up;      ///< cosine of the angle from the centre
        double azimuth; ///< degrees
    };
    [[nodiscard]] Local local(double lon, double lat) const noexcept;
    [[nodiscard]] Vertex at(double angle_deg, double azimuth_deg) const noexcept;
    [[nodiscard]] Vertex rim_crossing(Vertex in, Vertex out) const noexcept;
    void follow_rim(Chain& out, double from_deg, double to_deg) const;
    [[nodiscard]] double azimuth_change(const Vertex& a, const Vertex& b, int depth) const noexcept;

    double m_lon, m_lat, m_radius, m_step, m_cos_radius;
    std::array<double, 3> m_up, m_east, m_north;
};

} // namespace geo
