#pragma once

#include "app/session/view/instruments.hpp"
#include "app/session/view/selection.hpp"
#include "app/session/view/view_state.hpp"
#include "app/session/view/visibility.hpp"
#include "assets/timeline/snapshot.hpp"
#include "render/map/figure.hpp"

#include <optional>
#include <string>
#include <vector>

namespace app {

/// How the window shows the scenario: projection and place, visibility, theme and names, selection and measuring tools.
/// Not thread-safe, because its projection is not. Functions that throw UsageError or geo::ProjectionError have changed
/// nothing.
class View {
public:
    /// `themes`: the names that set_theme() accepts, in ascending order.
    explicit View(std::vector<std::string> themes);

    [[nodiscard]] const ViewState& state() const noexcept { return m_state; }
    /// The projection of state(). The reference is valid until the projection changes.
    [[nodiscard]] const geo::Projection& projection() const noexcept { return *m_projection; }
    /// The place in the middle of the window; the projection's centre if the middle is not on Earth.
    [[nodiscard]] geo::LonLat middle() const;
    /// The projection and the centre of a figure that shows the same view: a preset if it gives the same projection,
    /// otherwise a PROJ string.
    struct FigureProjection {
        std::string projection;
        geo::LonLat centre;
    };
    [[nodiscard]] const FigureProjection& figure_projection() const;

    void set_projection(const std::string& definition);
    void centre_projection(geo::LonLat); ///< throws UsageError unless the projection is a preset
    void look_at(geo::Metres centre, double m_per_mm);
    void go_to(geo::LonLat, double width_km); ///< recentres a preset if the place is behind the horizon
    /// Shows everything that `figure` draws of the snapshot.
    void fit(const assets::Scenario&, const assets::Snapshot&, render::Figure figure);
    /// Applies the scenario's own [view]. A missing centre or width is chosen as by fit().
    void apply_scenario_view(const assets::Scenario&, const assets::Snapshot&, const render::Figure&);

    [[nodiscard]] const Visibility& visibility() const noexcept { return m_visibility; }
    [[nodiscard]] bool asset_shown(const std::string& id) const { return m_visibility.shows_asset(id); }
    [[nodiscard]] bool zone_shown(const std::string& id) const { return m_visibility.shows_zone(id); }
    /// Of a layer or a piece of furniture.
    [[nodiscard]] bool layer_shown(const std::string& name) const { return m_visibility.shows_layer(name, m_theme); }
    void show_asset(const assets::Scenario&, const std::string& id, bool on);
    void show_country(const assets::Scenario&, const std::string& country, bool on);
    void show_zone(const assets::Scenario&, const std::string& id, bool on);
    void show_layer(const std::string& name, bool on);

    [[nodiscard]] const std::vector<std::string>& themes() const noexcept { return m_themes; }
    [[nodiscard]] const std::string& theme() const noexcept { return m_theme; }
    [[nodiscard]] const std::string& names() const noexcept { return m_names; } ///< as in geo::name_languages()
    [[nodiscard]] bool dots() const noexcept { return m_dots; }                 ///< draws dots instead of symbols
    [[nodiscard]] render::LabelStyle label_style() const noexcept { return m_label_style; }
    void set_theme(const std::string& name);
    void set_names(const std::string& language);
    void set_dots(bool);
    void apply_scenario_style(const assets::Scenario&); ///< unknown values become the defaults

    [[nodiscard]] const Selection& selection() const noexcept { return m_selection; }
    /// An empty id selects nothing. Throws UsageError for an unknown id.
    void select(Selection, const assets::Scenario*);
    void select_silent(const std::string& contact); ///< a contact that the scenario shown does not have any more
    [[nodiscard]] const Instruments& instruments() const noexcept { return m_instruments; }
    [[nodiscard]] Instruments& instruments() noexcept { return m_instruments; }

    /// Clears the selection and the measuring tools, and shows all assets and zones.
    void reset_for_new_scenario();
    /// Forgets the hidden and selected things that the scenario no longer has. `keep_assets`: does not forget assets,
    /// which feeds may bring back.
    void forget_missing(const assets::Scenario&, bool keep_assets);

    /// Grows with every change that the ground depends on, except panning and zooming.
    [[nodiscard]] unsigned ground_version() const noexcept { return m_ground_version; }
    /// Grows with every change that only the overlay depends on.
    [[nodiscard]] unsigned overlay_version() const noexcept { return m_overlay_version; }

private:
    void reproject(const std::string& definition, geo::LonLat centre);
    void set(geo::Projection, ViewState);

    std::vector<std::string> m_themes;
    ViewState m_state;
    std::optional<geo::Projection> m_projection;                 ///< never empty after construction
    mutable std::optional<FigureProjection> m_figure_projection; ///< cached until the view changes
    Visibility m_visibility;
    std::string m_theme = "article", m_names = "en";
    bool m_dots = false;
    render::LabelStyle m_label_style = render::LabelStyle::Name;
    Selection m_selection;
    Instruments m_instruments;
    unsigned m_ground_version = 0, m_overlay_version = 0;
};

} // namespace app
