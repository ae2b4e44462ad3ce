#pragma once

#include "geo/basemap/policy.hpp"
#include "render/map/furniture/furniture.hpp"
#include "render/map/layer_list.hpp"
#include "render/map/words/words.hpp"

#include <memory>
#include <string>

/// A small scenario in memory, with the other inputs of the furniture: snapshot, figure, theme and visible features.
namespace furniture_test {

[[nodiscard]] assets::Instant day(int year, unsigned month, unsigned day_of_month, int hour = 0);

class Stage {
public:
    Stage();

    /// Adds a Canadian asset with one fix on whole days (UTC offset 0), drawn inside the frame as reported.
    assets::State& asset(const std::string& name, assets::AssetType, const std::string& place, assets::Instant from,
                         assets::Instant to);
    /// Adds a copy of the first fix, at another place and on another day, as the next fix of an asset.
    void next_fix(assets::State&, const std::string& place, assets::Instant on);
    void hide(const assets::State&); ///< as if the asset were not drawn

    [[nodiscard]] render::Inputs inputs() const;
    [[nodiscard]] render::View view(const std::string& projection, geo::LonLat centre, double width_km,
                                    render::Rect frame = {4, 20, 246, 100});

    assets::Scenario scenario;
    assets::Snapshot snapshot;
    render::Figure figure;
    render::Theme theme;
    render::Words words;
    geo::Policy policy;
    render::Visible visible;
    std::vector<std::unique_ptr<assets::Fix>> fixes;

private:
    std::optional<geo::Projection> m_projection;
};

/// An empty layout for a page, as compose() begins with.
[[nodiscard]] render::Layout layout_for(const render::View&, double page_w_mm, double page_h_mm);

} // namespace furniture_test
