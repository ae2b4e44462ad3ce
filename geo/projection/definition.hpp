#pragma once

#include "geo/earth/lonlat.hpp"
#include "geo/projection/cutting/plane.hpp"

#include <string>
#include <string_view>

/// Private to geo/projection: turns the user's definition into a PROJ string and the part of the Earth it can show.
namespace geo {

/// The part of the Earth that a projection shows.
struct Domain {
    enum class Shape {
        Strip, ///< between two meridians and two parallels; the cut lies opposite the centre
        Cap,   ///< within an angle of the centre: up to the horizon, or all but the antipode
    };
    Shape shape;
    Rect strip;      ///< degrees, continuous longitudes; a whole-world strip ends just inside lon_0 +- 180
    double lon, lat; ///< degrees; centre of the cap, for a strip (lon_0, 0)
    double cap_deg;  ///< radius of the cap: the angle between normals of the ellipsoid
};

struct Definition {
    std::string name;
    std::string proj_string; ///< of the preset, or the string or EPSG code as the user gave it
    bool preset;             ///< true: a plain PROJ operation; false: a coordinate system to transform WGS 84 to
};

/// Throws ProjectionError for an unknown preset (the message names the nearest), lcc centred within 15 degrees of the
/// equator, merc centred beyond 85 degrees and a PROJ string with a parameter that names a file.
[[nodiscard]] Definition read_definition(std::string_view definition, LonLat centre);

/// The domain of a PROJ string, which must give lon_0 and the like in decimal degrees.
[[nodiscard]] Domain domain_of(std::string_view proj_string);

} // namespace geo
