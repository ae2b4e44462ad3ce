#include "app/export/several.hpp"

#include "app/export/sidecars.hpp"
#include "app/figure/figure_snapshot.hpp"
#include "app/state/compare_writer.hpp"
#include "render/map/furniture/furniture.hpp"
#include "render/map/words/panels/panel_words.hpp"
#include "render/map/words/wording.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace app {

namespace {

using render::Words;

/// What the texts beside a picture read.
struct Material {
    const Words& words;
    const assets::Scenario& scenario;
    const ComposedSeveral& composed;
};

std::string dates_text(const Material& m) {
    std::string text;
    for (const std::string& date : render::map_headings(m.words, m.scenario, m.composed.snapshots))
        text += (text.empty() ? "" : m.words("alt.asset_separator")) + date;
    return text;
}

/// "Moved (2), No news (3)."
std::string counts_text(const Material& m) {
    std::string text;
    for (const auto& [kind, key] : change_groups) {
        const auto count = std::ranges::count(m.composed.changes, kind, &assets::AssetChange::kind);
        if (count == 0) continue;
        text += (text.empty() ? "" : m.words("label.list_separator")) +
                m.words("compare.count", {{"group", m.words(key)}, {"count", fmt::format("{}", count)}});
    }
    return text.empty() ? text : text + ".";
}

std::string several_alt(const Material& m) {
    const std::string counts = counts_text(m);
    return m.words("alt.maps", {{"title", m.composed.page.picture.title}, {"dates", dates_text(m)}}) +
           (counts.empty() ? "" : " " + counts) + "\n";
}

std::string changes_of(const Material& m) {
    if (m.composed.changes.empty()) return {};
    std::string text = write_changes(m.words, m.scenario, m.composed.snapshots.front(), m.composed.snapshots.back());
    while (!text.empty() && text.back() == '\n')
        text.pop_back();
    return text;
}

std::string several_description(const Material& m) {
    const auto& [snapshots, changes, page, maps] = m.composed;
    std::string text = page.picture.description + "\n";
    const auto headings = render::map_headings(m.words, m.scenario, snapshots);
    for (std::size_t i = 0; i < maps.size(); ++i)
        text += "\n" + headings[i] + "\n" + long_description(m.words, m.scenario, snapshots[i], maps[i]);
    return text;
}

std::string several_not_shown(const Material& m) {
    const auto headings = render::map_headings(m.words, m.scenario, m.composed.snapshots);
    std::string text;
    for (std::size_t i = 0; i < m.composed.maps.size(); ++i) {
        const std::string missing = render::not_shown_in_full(m.words, m.composed.maps[i].layout.unplaced);
        if (!missing.empty()) text += (text.empty() ? "" : "\n") + headings[i] + ": " + missing;
    }
    return text;
}

/// The fact checks of all maps; with arrows, that of the map and that of the earlier positions.
std::string several_fact_check(const Material& m) {
    const auto& [snapshots, changes, page, maps] = m.composed;
    std::string text;
    for (std::size_t i = 0; i < maps.size(); ++i)
        text += (text.empty() ? "" : "\n") + fact_check(m.words, m.scenario, snapshots[i], maps[i]);
    if (!maps.empty()) return text;
    render::Composition earlier;
    earlier.picture.title = page.picture.title + ", " + render::map_headings(m.words, m.scenario, snapshots).front();
    for (const assets::AssetChange& change : changes)
        if (snapshots.front().states[change.asset].where)
            earlier.visible.drawn_assets.insert(m.scenario.assets[change.asset].id);
    return fact_check(m.words, m.scenario, snapshots.back(), page) + "\n" +
           fact_check(m.words, m.scenario, snapshots.front(), earlier);
}

} // namespace

ComposedSeveral compose_several(const FigureJob& job) {
    const Instants& instants = job.request.several.value();
    ComposedSeveral composed;
    for (const assets::Instant at : instants.at) {
        render::Figure figure = job.request.figure;
        figure.at = at;
        composed.snapshots.push_back(figure_snapshot(*job.scenario, figure));
    }
    if (instants.is_comparison)
        composed.changes =
            assets::changes_between(*job.scenario, composed.snapshots.front(), composed.snapshots.back());
    const render::Comparison comparison{composed.snapshots.front(), composed.changes};
    const render::Comparison* compared = instants.is_comparison ? &comparison : nullptr;
    if (instants.as == Instants::As::Arrows) {
        composed.page = job.composer->compose(*job.scenario, composed.snapshots.back(), job.request.figure, compared);
        return composed;
    }
    render::Panels panels =
        job.composer->compose_panels(*job.scenario, composed.snapshots, job.request.figure, compared);
    composed.page = std::move(panels.page);
    composed.maps = std::move(panels.maps);
    return composed;
}

std::vector<std::pair<std::string, std::string>> several_sidecars(const FigureJob& job,
                                                                  const ComposedSeveral& composed) {
    const ExportRequest& request = job.request;
    const auto words = job.composer->words(*job.scenario, request.figure);
    const Material m{*words, *job.scenario, composed};
    const bool arrows = composed.maps.empty();
    const assets::Snapshot& last = composed.snapshots.back();
    const std::string description =
        arrows ? long_description(*words, *job.scenario, last, composed.page) : several_description(m);
    std::vector<std::pair<std::string, std::string>> files;
    if (!request.layout.empty()) files.emplace_back(request.layout, render::layout_json(composed.page.layout));
    if (!request.alt.empty()) files.emplace_back(request.alt, several_alt(m) + "\n" + description);
    if (!request.caption.empty()) {
        const std::string not_shown =
            arrows ? render::not_shown_in_full(*words, composed.page.layout.unplaced) : several_not_shown(m);
        files.emplace_back(request.caption, caption_of(*words, composed.page,
                                                       {composed.page.picture.description, not_shown, changes_of(m),
                                                        several_alt(m), description}));
    }
    if (!request.fact_check.empty()) files.emplace_back(request.fact_check, several_fact_check(m));
    return files;
}

} // namespace app
