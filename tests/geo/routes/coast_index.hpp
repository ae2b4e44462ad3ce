#pragma once

#include "geo/earth/path/geodesic_path.hpp"
#include "geo/earth/shape.hpp"

#include <cstddef>
#include <functional>
#include <map>
#include <utility>
#include <vector>

/// The outlines of the 1:10m land, to measure routes against the land itself rather than against water.bin.
class CoastIndex {
public:
    static const CoastIndex& land_10m();

    /// How often a path crosses a coast where `counts` holds. Chords of 2 km stand for its geodesics.
    [[nodiscard]] std::size_t crossings(const geo::GeodesicPath&,
                                        const std::function<bool(geo::Degrees)>& counts) const;
    /// Metres from the geodesic between two points to the nearest coast; at most `most_m`, for geodesics up to 500 km.
    [[nodiscard]] double clearance_m(geo::LonLat, geo::LonLat, double most_m) const;

private:
    struct Edge {
        geo::Degrees a, b;
    };
    CoastIndex();
    void visit(double west, double south, double east, double north,
               const std::function<void(const Edge&)>& visitor) const;

    std::map<std::pair<int, int>, std::vector<Edge>> m_cells; ///< by column and row of half a degree
};
