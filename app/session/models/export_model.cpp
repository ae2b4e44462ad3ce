#include "app/session/models/export_model.hpp"

#include <algorithm>

namespace app {

ExportRequest export_request(const Session& session, const ExportChoices& choices) {
    const auto& scenario = *session.scenario();
    // The page comes from the options, as on the command line; the figure comes from the session.
    OptionValues values{{"--output", choices.output}};
    if (choices.preset.empty())
        values["--width-mm"] = choices.width_mm;
    else
        values["--preset"] = choices.preset;
    // The session always has an instant; without --at, resolve() would throw for a scenario without a default one.
    values["--at"] = assets::to_iso(session.shown_at());
    auto request = resolve(values, scenario);
    auto figure = session.figure();
    figure.page_width_mm = request.figure.page_width_mm;
    figure.page_height_mm = request.figure.page_height_mm;
    figure.dpi = request.figure.dpi;
    if (!choices.theme.empty()) figure.theme = choices.theme;
    if (!choices.title.empty()) figure.title = choices.title;
    if (!choices.subtitle.empty()) figure.subtitle = choices.subtitle;
    if (!choices.legend) figure.without.insert("legend");
    if (has_equivalent_command(session)) figure.marked.clear(); // no option marks assets
    constexpr double usual_shape = 4.0 / 3.0;                   // of a page without a fixed height
    const double shape = figure.page_height_mm ? figure.page_width_mm / *figure.page_height_mm : usual_shape;
    figure.width_km = std::clamp(std::max(choices.shown_w_km, choices.shown_h_km * shape), 1.0, 45'000.0);
    request.figure = std::move(figure);
    return request;
}

bool has_equivalent_command(const Session& session) {
    return !session.live().is_live();
}

} // namespace app
