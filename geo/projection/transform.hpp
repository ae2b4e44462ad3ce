#pragma once

#include "geo/earth/lonlat.hpp"
#include "geo/earth/shape.hpp"
#include "geo/projection/cutting/plane.hpp"
#include "geo/projection/definition.hpp"
#include "geo/projection/handles.hpp"

#include <optional>
#include <string>

namespace geo {

/// Inside geo/projection: PROJ from WGS 84 degrees to metres and back, knowing nothing of domains.
class Transform {
public:
    /// Throws ProjectionError when PROJ refuses the definition, or when its result is not metres.
    explicit Transform(const Definition&);

    /// For the domain: lon_0 and the like in decimal degrees, whatever the definition looked like.
    [[nodiscard]] const std::string& parameters() const { return m_parameters; }

    /// Degrees to metres in place; a vertex that PROJ refuses becomes infinite.
    void forward(Chain&) const;
    /// Infinite where PROJ refuses.
    [[nodiscard]] Vertex forward(double lon, double lat) const;
    /// Metres to degrees, longitude as PROJ gives it; infinite where PROJ refuses.
    [[nodiscard]] Vertex inverse(double x, double y) const;
    /// PROJ's meridional, parallel and areal scale; empty where PROJ refuses.
    [[nodiscard]] std::optional<PJ_FACTORS> factors(LonLat) const;

private:
    ProjContextPtr m_context; // PROJ contexts are not shared between threads
    ProjPtr m_operation;
    ProjPtr m_factors; // of a definition that is a coordinate system: its projection alone
    std::string m_parameters;
    bool m_radians = false;
};

} // namespace geo
