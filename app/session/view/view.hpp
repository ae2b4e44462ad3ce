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

/// How what is open is looked at: projection and place, what is hidden, theme and names, what is selected and measured.
/// Belongs to one thread, as its projection does. Functions that cannot do what is asked throw UsageError or
/// geo::ProjectionError and leave all as it was.
class View {
public:
    /// `themes`: the names that set_theme() takes, ascending.
    explicit View(std::vector<std::string> themes);

    [[nodiscard]] const ViewState& state() const noexcept { return m_state; }
    /// The projection of state(). Valid until that changes.
    [[nodiscard]] const geo::Projection& projection() const noexcept { return *m_projection; }
    /// The place in the window's middle; the projection's centre when that is not on Earth.
    [[nodiscard]] geo::LonLat middle() const;
    /// What a figure of the same view says: a preset and a centre where these give the same projection.
    struct InFigure {
        std::string projection;
        geo::LonLat centre;
    };
    [[nodiscard]] const InFigure& in_figure() const;

    void set_projection(const std::string& definition);
    void centre_projection(geo::LonLat); ///< only of a preset
    void look_at(geo::Metres centre, double m_per_mm);
    void go_to(geo::LonLat, double width_km); ///< turns a preset when the place is behind the horizon
    /// Shows all that `figure` draws of the snapshot.
    void fit(const assets::Scenario&, const assets::Snapshot&, render::Figure figure);
    /// As the scenario's own [view] says; what it leaves open is chosen so that everything is seen, as by fit().
    void look_as_said(const assets::Scenario&, const assets::Snapshot&, const render::Figure&);

    [[nodiscard]] const Visibility& visibility() const noexcept { return m_visibility; }
    [[nodiscard]] bool asset_shown(const std::string& id) const { return m_visibility.asset(id); }
    [[nodiscard]] bool zone_shown(const std::string& id) const { return m_visibility.zone(id); }
    [[nodiscard]] bool layer_shown(const std::string& name) const {
        return m_visibility.layer(name);
    } ///< and furniture
    void show_asset(const assets::Scenario&, const std::string& id, bool on);
    void show_country(const assets::Scenario&, const std::string& country, bool on);
    void show_zone(const assets::Scenario&, const std::string& id, bool on);
    void show_layer(const std::string& name, bool on);

    [[nodiscard]] const std::vector<std::string>& themes() const noexcept { return m_themes; }
    [[nodiscard]] const std::string& theme() const noexcept { return m_theme; }
    [[nodiscard]] const std::string& names() const noexcept { return m_names; } ///< en | ko | ja | zh
    [[nodiscard]] bool dots() const noexcept { return m_dots; }                 ///< symbols are dots
    void set_theme(const std::string& name);
    void set_names(const std::string& language);
    void set_dots(bool);
    void style_as_said(const assets::Scenario&); ///< what is not known there is taken as usual

    [[nodiscard]] const Selection& selection() const noexcept { return m_selection; }
    void select(Selection, const assets::Scenario*); ///< an empty id selects nothing; otherwise it must exist
    [[nodiscard]] const Instruments& instruments() const noexcept { return m_instruments; }
    [[nodiscard]] Instruments& instruments() noexcept { return m_instruments; }

    /// Another scenario was opened: nothing is hidden, selected or measured.
    void forget_things();
    /// The scenario was read again: what is no longer in it is neither hidden nor selected. `assets_come`: assets that
    /// are missing may be there again in a moment, as feeds bring them.
    void keep_only(const assets::Scenario&, bool assets_come);

    /// Grows with every change that pictures of the ground depend on, except panning and zooming.
    [[nodiscard]] unsigned ground_version() const noexcept { return m_ground_version; }
    /// The same for all other layers, changes of the ground's own left out.
    [[nodiscard]] unsigned overlay_version() const noexcept { return m_overlay_version; }

private:
    void reproject(const std::string& definition, geo::LonLat centre);
    void set(geo::Projection, ViewState);

    std::vector<std::string> m_themes;
    ViewState m_state;
    std::optional<geo::Projection> m_projection; ///< never empty after construction
    mutable std::optional<InFigure> m_in_figure; ///< until the view changes
    Visibility m_visibility;
    std::string m_theme = "article", m_names = "en";
    bool m_dots = false;
    Selection m_selection;
    Instruments m_instruments;
    unsigned m_ground_version = 0, m_overlay_version = 0;
};

} // namespace app
