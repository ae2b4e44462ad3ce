#pragma once

#include "assets/timeline/snapshot.hpp"
#include "render/map/figure.hpp"
#include "render/map/view.hpp"

#include <span>

namespace render {

/// The projection of a figure, and the width or rectangle that its frame must show. view() makes the view for a given
/// frame; the views point into the camera, which must outlive them.
class Camera {
public:
    /// Takes the first of these that is given: the figure's bbox, its fit, centre and width (each from the figure or
    /// else from the scenario's [view]), the assets in the snapshot, the whole world. A single fitted place
    /// gets a frame 1,500 km wide. Throws geo::ProjectionError when the view cannot be projected and FigureError for an
    /// id in `fit` that is neither a zone nor an asset with a position.
    [[nodiscard]] static Camera aim(const assets::Scenario&, const assets::Snapshot&, const Figure&);
    /// The same for maps of several snapshots with one frame, which shows what any of them shows.
    [[nodiscard]] static Camera aim(const assets::Scenario&, std::span<const assets::Snapshot* const>, const Figure&);

    /// Width by height of the rectangle that the view holds; empty when only its width counts.
    [[nodiscard]] std::optional<double> shape() const {
        return m_height_m > 0 ? std::optional{m_width_m / m_height_m} : std::nullopt;
    }
    /// Fitted subjects stay at least 8 mm inside a frame with sides of 40 mm or more.
    [[nodiscard]] View view(const Rect& frame_mm, double tolerance_mm) const;
    [[nodiscard]] geo::Metres centre_m() const noexcept { return m_centre_m; } ///< projected, as the metres below
    /// What the frame must show, without the least margin of fitted subjects.
    [[nodiscard]] double width_m() const noexcept { return m_width_m; }
    [[nodiscard]] double height_m() const noexcept { return m_height_m; } ///< 0: only the width counts
    [[nodiscard]] const geo::Projection& projection() const noexcept { return m_projection; }

private:
    Camera(geo::Projection projection, geo::Metres centre_m, double width_m, double height_m)
        : m_projection{std::move(projection)}, m_centre_m{centre_m}, m_width_m{width_m}, m_height_m{height_m} {}

    [[nodiscard]] static Camera fitted_to(const std::vector<geo::LonLat>&, const std::string& definition,
                                          geo::LonLat centre, double margin, double min_width_m);

    /// Uses the figure's projection, or one that suits the points if `choose_projection` is set.
    [[nodiscard]] static Camera fitted_to_subjects(const std::vector<geo::LonLat>&, const Figure&);

    geo::Projection m_projection;
    geo::Metres m_centre_m;
    double m_width_m, m_height_m;
    double m_subject_w_m = 0, m_subject_h_m = 0; ///< projected extent of fitted subjects; 0 when nothing is fitted
    /// Projected y of the poles, beyond which a frame shows nothing while it can help it; 0: no such limit.
    double m_south_m = 0, m_north_m = 0;
};

} // namespace render
