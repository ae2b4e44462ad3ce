#pragma once

#include "geo/projection/cutting/cap.hpp"
#include "geo/projection/cutting/loop.hpp"
#include "geo/projection/definition.hpp"
#include "geo/projection/projection.hpp"
#include "geo/projection/transform.hpp"

#include <cmath>
#include <optional>
#include <vector>

namespace geo {

inline bool finite(const Vertex& v) noexcept {
    return std::isfinite(v.x) && std::isfinite(v.y);
}

/// Private to geo/projection: shared by projection.cpp, frame_region.cpp and draw.cpp.
struct Projection::Impl {
    explicit Impl(Definition);

    /// The part of the Earth that a frame can show.
    struct FrameRegion {
        Frame frame;
        Rect rect;  ///< the frame in projected metres
        Box bounds; ///< see Projection::bounds
        std::vector<Rect>
            windows;     ///< the bounds in the continuous longitudes of the domain; cut at the sides of a strip
        bool whole_cap;  ///< the frame shows so much of a cap that cutting to windows does not help
        double step_deg; ///< longest piece into which segments are split before projecting
    };
    /// The region of the last frame is cached, because a map asks for the same frame hundreds of times.
    const FrameRegion& region_of(const Frame&);

    [[nodiscard]] bool in_domain(double lon, double lat) const noexcept;
    /// The outline of the domain in degrees. A strip has edge vertices every `step` degrees, a cap those of Cap::rim().
    [[nodiscard]] Chain outline(double step) const;
    [[nodiscard]] Box find_bounds(const Rect& frame) const;

    /// Projects, densifies and thins a chain; the result is not clipped to the frame.
    [[nodiscard]] Chain draw(const Chain& degrees, const FrameRegion&, bool closed) const;

    Definition definition;
    Transform transform;
    Domain domain;
    std::optional<Cap> cap; ///< set when the domain is a cap
    Rect domain_extent;     ///< of the projected domain, in metres
    std::optional<FrameRegion> last_region;
};

} // namespace geo
