#pragma once

#include "geo/earth/lonlat.hpp"
#include "geo/projection/cutting/plane.hpp"

#include <string>
#include <string_view>

/// Inside geo/projection: from what the user wrote to a PROJ string and the part of the Earth that it can show.
namespace geo {

/// The part of the Earth that a projection shows.
struct Domain {
    enum class Shape {
        Strip, ///< between two meridians and two parallels: cut opposite the centre
        Cap,   ///< within an angle of the centre: the horizon, or all but the antipode
    };
    Shape shape;
    Rect strip;      ///< degrees; west = lon_0 - 180 and a hair more, longitudes continuous from there
    double lon, lat; ///< the cap's centre
    double cap_deg;  ///< the cap's radius between normals of the ellipsoid
};

struct Definition {
    std::string name;
    std::string proj_string; ///< as the preset says, or the string or EPSG code as given
    bool preset;             ///< a plain PROJ operation from WGS 84; otherwise a coordinate system to transform to
};

/// Throws ProjectionError: unknown preset (names the nearest), lcc too near the equator, merc centred beyond 85
/// degrees.
[[nodiscard]] Definition read_definition(std::string_view definition, LonLat centre);

/// `proj_string`: with lon_0 and the like in decimal degrees.
[[nodiscard]] Domain domain_of(std::string_view proj_string);

} // namespace geo
