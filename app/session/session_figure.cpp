// Session::figure(), and the figures of the window and of the export dialog.
#include "app/session/session.hpp"

#include <algorithm>

namespace app {

render::Figure Session::figure() const {
    render::Figure figure;
    const auto& figure_projection = m_view.figure_projection();
    figure.projection = figure_projection.projection;
    figure.centre = figure_projection.centre;
    figure.at = shown_at();
    figure.marked = m_live.pinned();
    figure.theme = m_view.theme();
    figure.names = m_view.names();
    figure.symbols = m_view.dots() ? render::SymbolSet::Dot : render::SymbolSet::Pictogram;
    figure.label_style = m_view.label_style();
    const auto& visibility = m_view.visibility();
    figure.with = visibility.with();
    figure.without = visibility.without();
    figure.hidden = visibility.hidden_assets();
    figure.hidden.insert(visibility.hidden_zones().begin(), visibility.hidden_zones().end());
    figure.rings = m_view.instruments().rings();
    figure.trail = m_live.trail();
    return figure;
}

render::Figure figure_for_window(const Session& session, double width_mm, double height_mm, double dpi) {
    auto figure = session.figure();
    figure.page_width_mm = width_mm;
    figure.page_height_mm = height_mm;
    figure.dpi = dpi;
    figure.width_km = session.view().state().scale_for(width_mm, height_mm) * width_mm / 1000;
    figure.without.insert("all");
    if (session.live().is_live()) figure.targets = session.live().targets();
    if (session.view().selection().kind == "asset") figure.marked.insert(session.view().selection().id);
    return figure;
}

render::Figure figure_for_export(const Session& session, double window_width_mm) {
    auto figure = session.figure();
    const auto& view = session.view().state();
    const double shown_km = view.m_per_mm > 0 ? view.m_per_mm * window_width_mm / 1000 : view.width_km;
    figure.width_km = std::clamp(shown_km, 1.0, 45'000.0); // the range of --width-km
    return figure;
}

} // namespace app
