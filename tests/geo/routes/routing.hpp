#pragma once

#include "geo/earth/geodesic.hpp"
#include "geo/routes/router.hpp"

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <utility>
#include <vector>

inline const std::filesystem::path data_folder = std::filesystem::path{THEATRUM_SOURCE_DIR} / "geo/data";

/// One router for all tests of a program.
inline const geo::Router& router() {
    static const auto opened = geo::Router::open(data_folder);
    return *opened;
}

inline bool is_long_run() {
    return std::getenv("THEATRUM_LONG") != nullptr; // NOLINT(concurrency-mt-unsafe)
}

/// Points spread evenly over the water between 60 S and 70 N, the same in every run.
class RandomWater {
public:
    explicit RandomWater(std::uint32_t seed) : m_random{seed} {}
    geo::LonLat next() {
        for (;;) {
            const double lon = -180 + 360 * part(), z = -0.866 + 1.806 * part();
            const geo::LonLat at = geo::lonlat(lon, std::asin(z) * 180 / 3.14159265358979323846);
            if (router().is_water(at)) return at;
        }
    }
    double part() { return static_cast<double>(m_random()) / 4294967296.0; }

private:
    std::mt19937 m_random;
};
