#include "geo/basemap/files/fine_area.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace geo {
namespace {

struct PlainBox {
    double west, south, east, north;
};

constexpr std::array<PlainBox, 4> boxes{{
    {124.0, 33.0, 132.0, 43.5}, // Korea
    {117.5, 21.5, 122.5, 26.5}, // Taiwan
    {122.5, 23.5, 149.0, 46.0}, // Japan
    {116.0, 4.5, 127.5, 21.5},  // Philippines
}};

} // namespace

bool meets_fine_area(const Box& box) {
    return std::any_of(boxes.begin(), boxes.end(), [&](const PlainBox& b) {
        return box.intersects(*Box::from_degrees(b.west, b.south, b.east, b.north));
    });
}

bool in_fine_area(const Degrees& p) noexcept {
    return std::any_of(boxes.begin(), boxes.end(), [&](const PlainBox& b) {
        return p.lon >= b.west && p.lon <= b.east && p.lat >= b.south && p.lat <= b.north;
    });
}

bool on_fine_outline(const Degrees& a, const Degrees& b) noexcept {
    // Two successive vertices of a real coast never lie exactly on a side of a box.
    constexpr double tolerance = 1e-9;
    const auto both = [&](double Degrees::*axis, double side) {
        return std::abs(a.*axis - side) < tolerance && std::abs(b.*axis - side) < tolerance;
    };
    return std::any_of(boxes.begin(), boxes.end(), [&](const PlainBox& box) {
        return both(&Degrees::lon, box.west) || both(&Degrees::lon, box.east) || both(&Degrees::lat, box.south) ||
               both(&Degrees::lat, box.north);
    });
}

} // namespace geo
