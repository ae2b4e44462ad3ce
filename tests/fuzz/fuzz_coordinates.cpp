#include "geo/earth/coordinates.hpp"

#include <cstdint>
#include <cstdlib>
#include <string_view>

// For any text there is either a position or angle, or a problem that can be told.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    const auto position = geo::read_position(text);
    if (position.position.has_value() == !position.problem.empty()) std::abort();
    for (const auto axis : {geo::Axis::Longitude, geo::Axis::Latitude}) {
        const auto angle = geo::read_angle(text, axis);
        if (angle.degrees.has_value() == !angle.problem.empty()) std::abort();
        if (angle.degrees && !(*angle.degrees >= -360 && *angle.degrees <= 360)) std::abort();
    }
    return 0;
}
