#pragma once

#include "assets/timeline/snapshot.hpp"
#include "render/map/figure.hpp"
#include "render/map/view.hpp"

namespace render {

/// Where a figure looks: the projection, and either a width or a rectangle that has to fit. Gives the view for any
/// frame; the views point into the camera, which must outlive them.
class Camera {
public:
    /// In this order: the figure's bbox; its fit; its centre and width; the scenario's [view]; what the snapshot shows;
    /// the world. Throws geo::ProjectionError for a view that cannot be made and std::runtime_error for an id in
    /// `fit` that is neither an asset that is somewhere nor a zone.
    [[nodiscard]] static Camera aim(const assets::Scenario&, const assets::Snapshot&, const Figure&);

    [[nodiscard]] View view(const Rect& frame_mm, double tolerance_mm) const;
    [[nodiscard]] const geo::Projection& projection() const noexcept { return m_projection; }

private:
    Camera(geo::Projection projection, geo::Metres centre_m, double width_m, double height_m)
        : m_projection{std::move(projection)}, m_centre_m{centre_m}, m_width_m{width_m}, m_height_m{height_m} {}

    [[nodiscard]] static Camera holding(const std::vector<geo::LonLat>&, const std::string& definition,
                                        geo::LonLat centre, double margin, double least_m);

    geo::Projection m_projection;
    geo::Metres m_centre_m;
    double m_width_m, m_height_m; ///< what the frame has to hold; height 0: the width alone decides
};

} // namespace render
