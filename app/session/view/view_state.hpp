#pragma once

#include "geo/earth/lonlat.hpp"
#include "geo/earth/shape.hpp"
#include "geo/projection/projection.hpp"

#include <string>
#include <vector>

namespace app {

/// What the window looks at: a projection that stays until it is recentred, and where the page lies on its plane.
struct ViewState {
    std::string projection = "laea"; ///< a preset, a PROJ string or EPSG:n
    geo::LonLat projection_centre = geo::lonlat(0, 0);
    geo::Metres centre{}; ///< projected metres at the window's middle
    double m_per_mm = 0;  ///< 0: the window is still to choose it from what it must hold; see scale_for()
    double width_km = 0;  ///< projected km that must fit the window when m_per_mm is 0
    double height_km = 0; ///< the same; 0: the width alone decides
    [[nodiscard]] friend bool operator==(const ViewState&, const ViewState&) = default;

    /// m_per_mm for a window of this size: as set, or what makes the wanted width and height fit. Send it with
    /// LookAt{centre, scale} once the size is known.
    [[nodiscard]] double scale_for(double width_mm, double height_mm) const noexcept;
};

/// Limits of the scale: from a harbour to the Earth as a thumbnail.
inline constexpr double least_m_per_mm = 0.5, most_m_per_mm = 1'000'000;

/// The point nearest to `wanted`, on the line to `inside`, that is on Earth; `inside` must be.
[[nodiscard]] geo::Metres kept_on_earth(const geo::Projection&, geo::Metres wanted, geo::Metres inside);

} // namespace app
