#pragma once

#include "geo/earth/box.hpp"
#include "geo/earth/lonlat.hpp"
#include "geo/earth/shape.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace geo {

/// The part of the projected plane that is drawn, in projected metres, and how exact it has to be.
struct Frame {
    double west_m, south_m, east_m, north_m;
    double tolerance_m; ///< curves may be off by this much; vertices closer than this are thinned
};

/// One PROJ pipeline from WGS 84 degrees to metres, with its domain: what is cut before projecting (the meridian
/// opposite the centre, polar caps, the horizon). Move-only; PROJ contexts are not shared: one projection a thread.
class Projection {
public:
    /// `definition`: a preset (laea ortho aeqd lcc merc eqearth robin eqc), a PROJ string or EPSG:n. Presets take the
    /// centre as their parameters (laea, ortho, aeqd: lon_0 and lat_0; lcc also lat_1,2 = lat_0 -+ 10; merc,
    /// eqearth, robin, eqc: lon_0). Throws geo::ProjectionError with a sentence for the user: unknown preset (names the
    /// nearest), lcc below 15 degrees of latitude (names merc), merc centred beyond 85, a PROJ string that PROJ refuses
    /// or whose result is not metres.
    [[nodiscard]] static Projection make(std::string_view definition, LonLat centre);

    Projection(Projection&&) noexcept;
    Projection& operator=(Projection&&) noexcept;
    ~Projection();

    /// The whole PROJ string, for --layout and notes.
    [[nodiscard]] const std::string& proj_string() const;
    /// The preset's name, or the definition as given.
    [[nodiscard]] const std::string& name() const;

    /// Empty outside the domain.
    [[nodiscard]] std::optional<Metres> forward(LonLat) const;
    [[nodiscard]] std::optional<LonLat> inverse(Metres) const;

    /// Cut at the domain, densified where the projection bends, projected, clipped to the frame, thinned.
    [[nodiscard]] std::vector<Path> project(const Polyline&, const Frame&) const;
    /// The same for an area. Each inner vector is one polygon's rings (even-odd, closed). The cut edges of the domain
    /// and of the frame are part of the rings, so areas are to be filled and never stroked.
    [[nodiscard]] std::vector<std::vector<Path>> project(const Polygon&, const Frame&) const;

    /// The outline of the projection's domain (sphere's horizon, world ellipse) within the frame, as an area; for a
    /// domain that covers the frame it is the frame's rectangle. What lies outside is not the Earth.
    [[nodiscard]] std::vector<std::vector<Path>> domain(const Frame&) const;

    /// Longitudes and latitudes that the frame can show: the filter for reading shapes. Never too small.
    [[nodiscard]] Box bounds(const Frame&) const;

    /// Local scale at a point: ground metres to projected metres, along the parallel (h: meridian k: parallel).
    struct Scale {
        double meridian, parallel, areal;
    };
    [[nodiscard]] std::optional<Scale> scale_at(LonLat) const;

private:
    struct Impl;
    explicit Projection(std::unique_ptr<Impl>);
    std::unique_ptr<Impl> m_impl;
};

} // namespace geo
