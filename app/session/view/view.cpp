#include "app/session/view/view.hpp"

#include "app/base/errors.hpp"
#include "app/base/nearest.hpp"
#include "app/figure/projection_presets.hpp"
#include "geo/error.hpp"
#include "geo/text/local_names.hpp"
#include "render/map/camera.hpp"
#include "render/map/layer_list.hpp"

#include <algorithm>
#include <cmath>

namespace app {

namespace {

bool holds(const std::vector<std::string>& words, const std::string& word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// Projected metres per ground metre at a place; 1 where the projection gives no scale.
double magnification(const geo::Projection& projection, geo::LonLat at) {
    const auto scale = projection.scale_at(at);
    if (!scale || !std::isfinite(scale->areal) || scale->areal <= 0) return 1;
    return std::sqrt(scale->areal);
}

} // namespace

View::View(std::vector<std::string> themes)
    : m_themes{std::move(themes)}, m_projection{geo::Projection::make(m_state.projection, m_state.projection_centre)} {
    m_state.width_km = 36'000; // the whole Earth
}

// --- projection and place ---

geo::LonLat View::middle() const {
    // Projecting forth and back loses the last bits, so an unmoved centre is returned exactly.
    constexpr double same_m = 0.001;
    const auto usual = m_projection->forward(m_state.projection_centre);
    if (usual && std::hypot(usual->x - m_state.centre.x, usual->y - m_state.centre.y) < same_m)
        return m_state.projection_centre;
    return m_projection->inverse(m_state.centre).value_or(m_state.projection_centre);
}

const View::FigureProjection& View::figure_projection() const {
    if (m_figure_projection) return *m_figure_projection;
    const geo::LonLat at = middle();
    m_figure_projection = FigureProjection{m_projection->proj_string(), at};
    // The preset's name is shorter than its PROJ string; it is used if it gives the same projection at this centre.
    if (is_projection_preset(m_state.projection)) {
        try {
            if (geo::Projection::make(m_state.projection, at).proj_string() == m_projection->proj_string())
                m_figure_projection->projection = m_state.projection;
        } catch (const geo::ProjectionError&) {
            // This preset cannot be centred here, so the PROJ string stays.
        }
    }
    return *m_figure_projection;
}

void View::set(geo::Projection projection, ViewState state) {
    m_projection = std::move(projection);
    m_state = std::move(state);
    m_figure_projection.reset();
    ++m_ground_version;
}

void View::reproject(const std::string& definition, geo::LonLat centre) {
    const geo::LonLat middle_at = middle();
    auto projection = geo::Projection::make(definition, centre);
    auto middle_m = projection.forward(middle_at);
    if (!middle_m) middle_m = projection.forward(centre);
    if (!middle_m)
        throw UsageError{"the middle of the window lies outside the projection '" + definition +
                         "'; move the map first"};
    const double grown = magnification(projection, middle_at) / magnification(*m_projection, middle_at);
    ViewState state = m_state;
    state.projection = definition;
    state.projection_centre = centre;
    state.centre = *middle_m;
    if (state.m_per_mm > 0) state.m_per_mm = std::clamp(state.m_per_mm * grown, least_m_per_mm, most_m_per_mm);
    set(std::move(projection), std::move(state));
}

void View::set_projection(const std::string& definition) {
    reproject(definition, middle());
}

void View::centre_projection(geo::LonLat at) {
    if (!is_projection_preset(m_state.projection))
        throw UsageError{"the projection '" + m_state.projection +
                         "' has its own centre; choose another projection first"};
    reproject(m_state.projection, at);
}

void View::look_at(geo::Metres centre, double m_per_mm) {
    if (!std::isfinite(centre.x) || !std::isfinite(centre.y) || !(m_per_mm > 0)) return;
    if (m_state.m_per_mm > 0) m_state.room_for_labels = false; // the first scale of a view is that of the fit
    m_state.centre = clamp_to_earth(*m_projection, centre, m_state.centre);
    m_state.m_per_mm = std::clamp(m_per_mm, least_m_per_mm, most_m_per_mm);
    m_figure_projection.reset();
}

void View::go_to(geo::LonLat at, double width_km) {
    auto there = m_projection->forward(at);
    if (!there) {
        // The place is behind the horizon: turn the globe.
        const auto outside = [&] {
            return UsageError{"the place lies outside the projection '" + m_state.projection + "'"};
        };
        if (!is_projection_preset(m_state.projection)) throw outside();
        reproject(m_state.projection, at);
        there = m_projection->forward(at);
        if (!there) throw outside();
    }
    m_state.centre = *there;
    m_state.m_per_mm = 0;
    m_state.width_km = std::clamp(width_km, 1.0, 45'000.0) * magnification(*m_projection, at);
    m_state.height_km = 0;
    m_state.room_for_labels = false;
    m_figure_projection.reset();
}

void View::fit(const assets::Scenario& scenario, const assets::Snapshot& snapshot, render::Figure figure) {
    figure.projection = is_projection_preset(m_state.projection) ? m_state.projection : m_projection->proj_string();
    figure.centre.reset();
    figure.width_km.reset();
    figure.fit_all = true;
    const auto camera = render::Camera::aim(scenario, snapshot, figure);
    ViewState state = m_state;
    if (figure.choose_projection) state.projection = figure.projection = camera.projection().name();
    const auto centre = is_projection_preset(state.projection) ? camera.projection().inverse({0, 0}) : std::nullopt;
    state.projection_centre = centre.value_or(m_state.projection_centre);
    state.centre = camera.centre_m();
    state.m_per_mm = 0;
    state.width_km = camera.width_m() / 1000;
    state.height_km = camera.height_m() / 1000;
    state.room_for_labels = true;
    set(geo::Projection::make(figure.projection, state.projection_centre), std::move(state));
}

void View::apply_scenario_view(const assets::Scenario& scenario, const assets::Snapshot& snapshot,
                               const render::Figure& figure) {
    assets::ViewDefaults wanted = scenario.view;
    const bool chooses = wanted.projection.empty() && !wanted.centre && !wanted.width_km;
    if (wanted.projection.empty()) wanted.projection = "laea";
    if (wanted.centre && wanted.width_km) {
        auto projection = geo::Projection::make(wanted.projection, *wanted.centre);
        const auto centre = projection.forward(*wanted.centre);
        if (!centre) throw UsageError{"[view]: the centre lies outside the projection '" + wanted.projection + "'"};
        const double height_km = wanted.shape ? *wanted.width_km / *wanted.shape : 0;
        set(std::move(projection), {wanted.projection, *wanted.centre, *centre, 0, *wanted.width_km, height_km});
        return;
    }
    // Fits the view to the whole scenario, then applies a centre or a width that the scenario gives.
    m_projection = geo::Projection::make(wanted.projection, wanted.centre.value_or(m_state.projection_centre));
    m_state.projection = wanted.projection;
    render::Figure fitted = figure;
    fitted.choose_projection = chooses;
    fit(scenario, snapshot, std::move(fitted));
    if (wanted.centre) {
        m_projection = geo::Projection::make(wanted.projection, *wanted.centre);
        m_state.projection_centre = *wanted.centre;
        if (const auto centre = m_projection->forward(*wanted.centre)) m_state.centre = *centre;
        m_figure_projection.reset();
    }
    if (wanted.width_km) {
        m_state.width_km = *wanted.width_km;
        m_state.height_km = 0;
        m_state.room_for_labels = false;
    }
}

// --- visibility ---

void View::show_asset(const assets::Scenario& scenario, const std::string& id, bool on) {
    m_visibility.show_asset(scenario, id, on);
    ++m_overlay_version;
}

void View::show_country(const assets::Scenario& scenario, const std::string& country, bool on) {
    m_visibility.show_country(scenario, country, on);
    ++m_overlay_version;
}

void View::show_zone(const assets::Scenario& scenario, const std::string& id, bool on) {
    m_visibility.show_zone(scenario, id, on);
    ++m_overlay_version;
}

void View::show_layer(const std::string& name, bool on) {
    m_visibility.show_layer(name, m_theme, on);
    ++(render::is_ground_layer(name) ? m_ground_version : m_overlay_version);
}

// --- style ---

void View::set_theme(const std::string& name) {
    if (!holds(m_themes, name)) throw UsageError{"there is no theme '" + name + "'" + did_you_mean(name, m_themes)};
    if (m_theme == name) return;
    m_theme = name;
    ++m_ground_version;
}

void View::set_names(const std::string& language) {
    if (!geo::name_languages(language))
        throw UsageError{"there are no names in '" + language + "'; choose en, ko, ja, zh or fr, or two such as en+ko"};
    if (m_names == language) return;
    m_names = language;
    ++m_overlay_version;
}

void View::set_dots(bool dots) {
    if (m_dots == dots) return;
    m_dots = dots;
    ++m_overlay_version;
}

void View::apply_scenario_style(const assets::Scenario& scenario) {
    const auto& view = scenario.view;
    m_theme = holds(m_themes, view.theme) ? view.theme : "article";
    m_names = geo::name_languages(view.names) ? view.names : "en";
    m_dots = view.symbols == "dot";
    const auto style = std::find(render::label_styles.begin(), render::label_styles.end(), view.label_style);
    m_label_style = style == render::label_styles.end()
                        ? render::LabelStyle::Name
                        : static_cast<render::LabelStyle>(style - render::label_styles.begin());
    ++m_ground_version;
}

// --- selection ---

void View::select(Selection wanted, const assets::Scenario* scenario) {
    if (wanted.id.empty()) {
        m_selection = {};
        return;
    }
    if (scenario == nullptr || !exists(wanted, *scenario))
        throw UsageError{"there is no " + wanted.kind + " '" + wanted.id + "'"};
    m_selection = std::move(wanted);
}

void View::select_silent(const std::string& id) {
    m_selection = {"asset", id};
}

void View::reset_for_new_scenario() {
    m_selection = {};
    m_visibility.show_all_assets_and_zones();
    m_instruments = {};
    ++m_ground_version;
}

void View::forget_missing(const assets::Scenario& scenario, bool keep_assets) {
    if (!keep_assets) m_visibility.forget_missing_assets(scenario);
    m_visibility.forget_missing_zones(scenario);
    if (!exists(m_selection, scenario) && !(keep_assets && m_selection.kind == "asset")) m_selection = {};
    ++m_ground_version;
}

} // namespace app
