#pragma once

#include "geo/earth/lonlat.hpp"

#include <filesystem>
#include <memory>

namespace geo {

/// Is a point or a line on land? Answers from the 1:10m land (fine coast where there is one), read by tiles on first
/// use. Thread-safe for reading after construction (internally locked).
class LandTest {
public:
    explicit LandTest(std::filesystem::path data_dir);
    ~LandTest();
    LandTest(LandTest&&) noexcept;
    LandTest& operator=(LandTest&&) noexcept;

    [[nodiscard]] bool on_land(LonLat) const;
    /// True when every point of the circle is land.
    [[nodiscard]] bool circle_on_land(LonLat centre, double radius_km) const;
    /// True when the geodesic touches land farther than `ignore_a_km` from `a` and `ignore_b_km` from `b`.
    [[nodiscard]] bool crosses_land(LonLat a, LonLat b, double ignore_a_km, double ignore_b_km) const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace geo
