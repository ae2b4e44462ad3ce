#pragma once

#include "geo/earth/lonlat.hpp"

#include <filesystem>
#include <memory>

namespace geo {

/// Tests points, circles and lines against the 1:10m land, or the fine coast in its area. Files are read when they are
/// first needed. The const functions are thread-safe and throw ReadError.
class LandMask {
public:
    explicit LandMask(std::filesystem::path data_dir);
    ~LandMask();
    LandMask(LandMask&&) noexcept;
    LandMask& operator=(LandMask&&) noexcept;

    [[nodiscard]] bool on_land(LonLat) const;
    /// True when every point of the circle is land; accurate to 1 % of the radius up to 300 km.
    [[nodiscard]] bool circle_on_land(LonLat centre, double radius_km) const;
    /// True when the geodesic, sampled every 5 km, touches land farther than `ignore_a_km` from `a` and `ignore_b_km`
    /// from `b`.
    [[nodiscard]] bool crosses_land(LonLat a, LonLat b, double ignore_a_km, double ignore_b_km) const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace geo
