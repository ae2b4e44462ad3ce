#pragma once

#include "geo/projection/cutting/plane.hpp"

#include <array>
#include <vector>

namespace geo {

/// Inside geo/projection: cuts shapes to the part of the Earth within an angle of a centre, on the sphere of the
/// ellipsoid's normals. What lies outside is drawn back to the nearest point of the rim, so a ring stays one closed
/// ring: within the rim the even-odd rule gives what it gave before, up to the whole (see `clip_ring`).
class Cap {
public:
    /// Degrees. `step_deg`: how far apart the vertices along the rim are.
    Cap(double lon, double lat, double radius_deg, double step_deg);

    [[nodiscard]] bool contains(double lon, double lat) const noexcept;

    /// The ring within the cap, in degrees; longitudes jump where it follows the rim. The curve alone cannot say on
    /// which side of it the area lies: a ring around the antipode comes out as its complement, which the caller has to
    /// find out and to undo by adding rim() (see `needs_rim`). Empty when the ring lies outside.
    [[nodiscard]] Chain clip_ring(const Chain& ring) const;
    [[nodiscard]] std::vector<Chain> clip_line(const Chain& line) const;
    [[nodiscard]] Chain rim() const;

    /// Degrees of points well inside the cap, for telling an area from its complement.
    [[nodiscard]] std::vector<Vertex> witnesses() const;
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
    [[nodiscard]] double turn(const Vertex& a, const Vertex& b, int depth) const noexcept;

    double m_lon, m_lat, m_radius, m_step, m_cos_radius;
    std::array<double, 3> m_up, m_east, m_north;
};

} // namespace geo
