#pragma once

#include "geo/projection/cutting/cap.hpp"
#include "geo/projection/cutting/loop.hpp"
#include "geo/projection/definition.hpp"
#include "geo/projection/projection.hpp"
#include "geo/projection/transform.hpp"

#include <optional>
#include <vector>

namespace geo {

/// Inside geo/projection: what the parts of Projection share.
struct Projection::Impl {
    explicit Impl(Definition);

    /// What a frame needs to know of the Earth; kept for the frame asked last, as a map asks hundreds of times.
    struct Sight {
        Frame frame;
        Rect rect;                 ///< the frame, projected metres
        Box bounds;                ///< see Projection::bounds
        std::vector<Rect> windows; ///< the same in the domain's continuous longitudes; strip: cut at its sides
        bool whole;                ///< a cap seen so widely that windows do not help
        double step_deg;           ///< longest piece of a segment before projecting
    };
    const Sight& sight(const Frame&);

    [[nodiscard]] bool in_domain(double lon, double lat) const noexcept;
    /// The domain's outline in degrees, with edge vertices every `step` degrees.
    [[nodiscard]] Chain outline(double step) const;
    [[nodiscard]] Box find_bounds(const Rect& frame) const;

    /// Degrees to the page: projected, densified, thinned; not yet clipped.
    [[nodiscard]] Chain draw(const Chain& degrees, const Sight&, bool closed) const;

    Definition definition;
    Transform transform;
    Domain domain;
    std::optional<Cap> cap; ///< for domains that are caps
    Rect plane;             ///< extent of the projected domain
    std::optional<Sight> last_sight;
};

} // namespace geo
