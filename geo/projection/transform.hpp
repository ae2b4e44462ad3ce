#pragma once

#include "geo/earth/lonlat.hpp"
#include "geo/earth/shape.hpp"
#include "geo/projection/cutting/plane.hpp"
#include "geo/projection/definition.hpp"
#include "geo/projection/handles.hpp"

#include <optional>
#include <string>

namespace geo {

/// Private to geo/projection: transforms WGS 84 degrees to metres and back by PROJ. Does not check the domain.
class Transform {
public:
    /// Throws ProjectionError when PROJ refuses the definition, or when its result is not metres.
    explicit Transform(const Definition&);

    /// The PROJ string for domain_of(), with lon_0 and the like in decimal degrees.
    [[nodiscard]] const std::string& parameters() const { return m_parameters; }

    /// Converts degrees to metres in place. A vertex that PROJ cannot project becomes infinite.
    void forward(Chain&) const;
    /// Infinite for a point that PROJ cannot project.
    [[nodiscard]] Vertex forward(double lon, double lat) const;
    /// Metres to degrees; the longitude is not wrapped. Infinite for a point that PROJ cannot transform.
    [[nodiscard]] Vertex inverse(double x, double y) const;
    /// Includes the meridional, parallel and areal scale. Empty for a point at which PROJ cannot compute them.
    [[nodiscard]] std::optional<PJ_FACTORS> factors(LonLat) const;

private:
    ProjContextPtr m_context; // threads must not share a PROJ context
    ProjPtr m_operation;
    ProjPtr m_factors; // for factors() when the definition is a coordinate system: its projection without datum shift
    std::string m_parameters;
    bool m_radians = false;
};

} // namespace geo
