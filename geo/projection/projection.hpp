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

/// The part of the projected plane that is drawn, in projected metres, and the precision of the drawing.
struct Frame {
    double west_m, south_m, east_m, north_m;
    double tolerance_m; ///< largest error of drawn curves; vertices that matter less are dropped
};

/// A map projection from WGS 84 degrees to metres, computed by PROJ. Shapes are cut to its domain before they are
/// projected (at the meridian opposite the centre, at polar limits or at the horizon). Move-only. Not thread-safe: use
/// one projection per thread, because threads must not share a PROJ context.
class Projection {
public:
    /// `definition`: a preset (laea ortho aeqd lcc merc eqearth robin eqc), a PROJ string or EPSG:n. Only presets use
    /// the centre: laea, ortho and aeqd as lon_0 and lat_0; lcc also as lat_1,2 = lat_0 -+ 10; merc, eqearth, robin and
    /// eqc as lon_0. Throws ProjectionError for an unknown preset, lcc centred within 15 degrees of the equator, merc
    /// centred beyond 85 degrees, a PROJ string with a parameter that names a file (such as nadgrids), and a definition
    /// that PROJ refuses or whose result is not metres.
    [[nodiscard]] static Projection make(std::string_view definition, LonLat centre);

    Projection(Projection&&) noexcept;
    Projection& operator=(Projection&&) noexcept;
    ~Projection();

    /// The complete PROJ string, for --layout and notes.
    [[nodiscard]] const std::string& proj_string() const;
    /// The name of the preset, or the definition as the user gave it.
    [[nodiscard]] const std::string& name() const;

    /// Both are empty for a point outside the domain.
    [[nodiscard]] std::optional<Metres> forward(LonLat) const;
    [[nodiscard]] std::optional<LonLat> inverse(Metres) const;

    /// Cuts the line to the domain, densifies it where the projection bends, projects, thins and clips it to the frame.
    [[nodiscard]] std::vector<Path> project(const Polyline&, const Frame&) const;
    /// Projects an area. Each inner vector has the rings of one polygon (closed, even-odd rule). Edges along the cut of
    /// the domain and along the frame are part of the rings, so areas should be filled and never stroked.
    [[nodiscard]] std::vector<std::vector<Path>> project(const Polygon&, const Frame&) const;

    /// The part of the frame that shows the Earth, as an area bounded by the outline of the domain (such as a globe's
    /// horizon). It is the whole frame when the domain covers the frame.
    [[nodiscard]] std::vector<std::vector<Path>> domain(const Frame&) const;

    /// A box that contains every point the frame can show, as a filter for reading shapes.
    [[nodiscard]] Box bounds(const Frame&) const;

    /// Local scale at a point, in projected metres per metre on the ground: along the meridian (Snyder's h), along the
    /// parallel (k), and for areas.
    struct Scale {
        double meridian, parallel, areal;
    };
    [[nodiscard]] std::optional<Scale> scale_at(LonLat) const; ///< empty outside the domain

private:
    struct Impl;
    explicit Projection(std::unique_ptr<Impl>);
    std::unique_ptr<Impl> m_impl;
};

} // namespace geo
