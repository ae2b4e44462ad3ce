// Where a session looks, the instruments on the map, and the figure that comes of it.
#include "app/base/errors.hpp"
#include "app/session/session.hpp"
#include "geo/earth/geodesic.hpp"
#include "render/map/camera.hpp"

#include <algorithm>
#include <cmath>

namespace app {

namespace {

/// Projected metres a ground metre, at a place; 1 where the projection does not say.
double magnification(const geo::Projection& projection, geo::LonLat at) {
    const auto scale = projection.scale_at(at);
    if (!scale || !std::isfinite(scale->areal) || scale->areal <= 0) return 1;
    return std::sqrt(scale->areal);
}

} // namespace

geo::LonLat Session::middle() const {
    // There and back loses the last bits, and with them the short way to name the place.
    constexpr double same_m = 0.001;
    const auto usual = m_projection->forward(m_view.projection_centre);
    if (usual && std::hypot(usual->x - m_view.centre.x, usual->y - m_view.centre.y) < same_m)
        return m_view.projection_centre;
    return m_projection->inverse(m_view.centre).value_or(m_view.projection_centre);
}

void Session::reproject(const std::string& definition, geo::LonLat centre) {
    const geo::LonLat middle_at = middle();
    auto projection = geo::Projection::make(definition, centre);
    auto middle_m = projection.forward(middle_at);
    if (!middle_m) middle_m = projection.forward(centre);
    if (!middle_m) throw UsageError{"what the window shows lies outside the projection '" + definition + "'"};
    const double grown = magnification(projection, middle_at) / magnification(*m_projection, middle_at);
    m_view.projection = definition;
    m_view.projection_centre = centre;
    m_view.centre = *middle_m;
    if (m_view.m_per_mm > 0) m_view.m_per_mm = std::clamp(m_view.m_per_mm * grown, least_m_per_mm, most_m_per_mm);
    m_projection = std::move(projection);
    m_projected_view.reset();
    base_changed();
}

void Session::on(const SetProjection& c) {
    reproject(c.definition, middle());
}

void Session::on(const CentreProjection& c) {
    if (!is_preset(m_view.projection))
        throw UsageError{"the projection '" + m_view.projection + "' has its own centre; choose another one first"};
    reproject(m_view.projection, c.at);
}

void Session::on(const LookAt& c) {
    if (!std::isfinite(c.centre.x) || !std::isfinite(c.centre.y) || !(c.m_per_mm > 0)) return;
    m_view.centre = kept_on_earth(*m_projection, c.centre, m_view.centre);
    m_view.m_per_mm = std::clamp(c.m_per_mm, least_m_per_mm, most_m_per_mm);
    m_projected_view.reset();
}

void Session::on(const GoTo& c) {
    auto there = m_projection->forward(c.at);
    if (!there) {
        // Behind the horizon: the globe is turned.
        if (!is_preset(m_view.projection))
            throw UsageError{"the place lies outside the projection '" + m_view.projection + "'"};
        reproject(m_view.projection, c.at);
        there = m_projection->forward(c.at);
        if (!there) throw UsageError{"the place lies outside the projection '" + m_view.projection + "'"};
    }
    m_view.centre = *there;
    m_view.m_per_mm = 0;
    m_view.width_km = std::clamp(c.width_km, 1.0, 45'000.0) * magnification(*m_projection, c.at);
    m_view.height_km = 0;
    m_projected_view.reset();
}

void Session::on(const FitAll&) {
    const auto& scenario = open();
    render::Figure wanted = figure();
    wanted.projection = is_preset(m_view.projection) ? m_view.projection : m_projection->proj_string();
    wanted.centre.reset();
    wanted.width_km.reset();
    wanted.fit_all = true;
    const auto camera = render::Camera::aim(scenario, snapshot(), wanted);
    // The camera's rectangle shows in the scale of frames so long, or so high, that only one side of it counts.
    constexpr double endless = 1e9;
    const auto wide = camera.view({0, 0, 1, endless}, 1), high = camera.view({0, 0, endless, 1}, 1);
    const auto centre = is_preset(m_view.projection) ? camera.projection().inverse({0, 0}) : std::nullopt;
    ViewState view = m_view;
    view.projection_centre = centre.value_or(m_view.projection_centre);
    view.centre = wide.centre_m;
    view.m_per_mm = 0;
    view.width_km = wide.m_per_mm / 1000;
    view.height_km = high.m_per_mm / 1000;
    m_projection = geo::Projection::make(wanted.projection, view.projection_centre);
    m_view = view;
    m_projected_view.reset();
    base_changed();
}

void Session::on(const ResetView&) {
    static_cast<void>(open());
    look_as_scenario_says();
}

void Session::look_as_scenario_says() {
    const auto& wanted = m_base->view;
    if (wanted.centre && wanted.width_km) {
        auto projection = geo::Projection::make(wanted.projection, *wanted.centre);
        const auto centre = projection.forward(*wanted.centre);
        if (!centre) throw UsageError{"[view]: the centre lies outside the projection '" + wanted.projection + "'"};
        m_projection = std::move(projection);
        m_view = {wanted.projection, *wanted.centre, *centre, 0, *wanted.width_km, 0};
        m_projected_view.reset();
        base_changed();
        return;
    }
    // A scenario that says nothing of its view shows everything it has.
    m_projection = geo::Projection::make(wanted.projection, wanted.centre.value_or(m_view.projection_centre));
    m_view.projection = wanted.projection;
    on(FitAll{});
    if (wanted.centre) {
        m_projection = geo::Projection::make(wanted.projection, *wanted.centre);
        m_view.projection_centre = *wanted.centre;
        if (const auto centre = m_projection->forward(*wanted.centre)) m_view.centre = *centre;
        m_projected_view.reset();
    }
    if (wanted.width_km) {
        m_view.width_km = *wanted.width_km;
        m_view.height_km = 0;
    }
}

// --- instruments ---

void Session::on(const RulerAdd& c) {
    m_ruler.push_back(c.at);
}

void Session::on(const RulerClear&) {
    m_ruler.clear();
}

std::vector<RulerLeg> Session::ruler_legs() const {
    std::vector<RulerLeg> legs;
    double total = 0;
    for (std::size_t i = 1; i < m_ruler.size(); ++i) {
        const auto line = geo::geodesic(m_ruler[i - 1], m_ruler[i]);
        total += line.distance_m;
        legs.push_back({line.distance_m, line.azimuth_start_deg, total});
    }
    return legs;
}

void Session::on(const SetRings& c) {
    constexpr double half_way_round_km = 20'000;
    auto radii = c.radii_km;
    for (const double radius : radii)
        if (!(radius > 0) || radius > half_way_round_km)
            throw UsageError{"the radius of a range ring is more than 0 and at most 20000 km"};
    std::sort(radii.begin(), radii.end());
    radii.erase(std::unique(radii.begin(), radii.end()), radii.end());
    m_rings_centre = radii.empty() ? std::nullopt : c.centre;
    m_rings_km = m_rings_centre ? radii : std::vector<double>{};
}

// --- the figure ---

render::Figure Session::figure() const {
    render::Figure figure;
    if (!m_projected_view) {
        const geo::LonLat at = middle();
        m_projected_view = ProjectedView{m_projection->proj_string(), at};
        // A preset centred on the window is the short way to say the same, when it is the same.
        if (is_preset(m_view.projection)) {
            try {
                if (geo::Projection::make(m_view.projection, at).proj_string() == m_projection->proj_string())
                    m_projected_view->projection = m_view.projection;
            } catch (const std::runtime_error&) {
                // This preset cannot be centred here; the string still says what is shown.
            }
        }
    }
    figure.projection = m_projected_view->projection;
    figure.centre = m_projected_view->centre;
    figure.at = shown_at();
    figure.marked = m_pinned;
    figure.theme = m_theme;
    figure.names = m_names;
    figure.symbols = m_dots ? render::SymbolSet::Dot : render::SymbolSet::Pictogram;
    figure.with = m_shown_layers;
    figure.without = m_hidden_layers;
    figure.hidden = m_hidden_assets;
    figure.hidden.insert(m_hidden_zones.begin(), m_hidden_zones.end());
    figure.trail = m_trail;
    return figure;
}

render::Figure figure_for_window(const Session& session, double width_mm, double height_mm, double dpi) {
    auto figure = session.figure();
    figure.page_width_mm = width_mm;
    figure.page_height_mm = height_mm;
    figure.dpi = dpi;
    figure.width_km = session.view().scale_for(width_mm, height_mm) * width_mm / 1000;
    figure.without.insert("all");
    if (session.selection().kind == "asset") figure.marked.insert(session.selection().id);
    return figure;
}

render::Figure figure_for_export(const Session& session, double window_width_mm) {
    auto figure = session.figure();
    const auto& view = session.view();
    const double shown_km = view.m_per_mm > 0 ? view.m_per_mm * window_width_mm / 1000 : view.width_km;
    figure.width_km = std::clamp(shown_km, 1.0, 45'000.0); // what --width-km takes
    return figure;
}

} // namespace app
