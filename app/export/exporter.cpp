#include "app/export/exporter.hpp"

#include "app/base/errors.hpp"
#include "app/base/save_file.hpp"
#include "app/export/render_figure.hpp"
#include "app/export/several.hpp"
#include "app/export/track/track_files.hpp"
#include "app/figure/figure_snapshot.hpp"
#include "app/figure/option_values.hpp"
#include "app/figure/options/declared.hpp"
#include "app/scenario/blurred.hpp"
#include "app/scenario/known_by.hpp"
#include "app/scenario/open_scenario.hpp"
#include "app/scenario/with_zones.hpp"
#include "render/map/drawing/asset_filter.hpp"
#include "render/map/furniture/furniture.hpp"
#include "render/map/rosters/crowded_part.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

namespace app {

namespace {

/// Notes for the user on what the composed figure lacks.
std::vector<std::string> notes_on(const render::Composition& composition) {
    std::vector<std::string> notes;
    const auto& dropped = composition.layout.dropped;
    const auto unnamed = std::count_if(dropped.begin(), dropped.end(),
                                       [](const auto& label) { return label.why == render::name_left_out; });
    if (unnamed > 0)
        notes.push_back(fmt::format("{} asset{} named neither on the map nor below it; --caption FILE writes all names",
                                    unnamed, unnamed == 1 ? " is" : "s are"));
    const bool is_credited = std::none_of(dropped.begin(), dropped.end(),
                                          [](const auto& label) { return label.why == render::credit_left_out; });
    if (!is_credited)
        notes.emplace_back("the page has no room for its credit, which owners of the map data require; make it larger, "
                           "or print the credit of --caption FILE beside it");
    if (const auto& part = composition.layout.crowded)
        notes.push_back(fmt::format("{} of {} assets lie on {:.0f} % of the map; a second map would show them better: "
                                    "--center {:.1f},{:.1f} --width-km {:.0f}",
                                    part->positions, part->of, 100 * render::crowded_share_of_map, part->centre.lon(),
                                    part->centre.lat(), part->width_km));
    return notes;
}

std::vector<std::string> credit_note(const FigureJob& job) {
    if (!lacks_credit(*job.scenario, job.request.figure.credit)) return {};
    return {"the positions come from feeds, and nobody is credited for them; --credit TEXT, or credit in "
            "scenario.toml, says who provides them"};
}

/// Writes the files of a figure with several instants; returns notes for the user.
std::vector<std::string> export_several(const FigureJob& job, const Progress& progress) {
    const ComposedSeveral composed = compose_several(job);
    for (const auto& [path, text] : several_sidecars(job, composed))
        save_file(path, text);
    if (job.request.format) {
        progress("writing " + job.request.output);
        save_file(job.request.output, render_figure(job, {}, &composed.page));
    }
    return credit_note(job);
}

/// Writes the tracks of the period as data; returns notes for the user.
std::vector<std::string> export_tracks(const ExportRequest& request, const assets::Scenario& scenario) {
    const render::Figure& figure = request.figure;
    const render::AssetFilter filter{figure};
    TrackData data{scenario, {}, figure.period->from, figure.period->to, figure.round_deg};
    for (std::size_t i = 0; i < scenario.assets.size(); ++i) {
        if (!filter.allows(scenario.assets[i].id)) continue;
        auto tracks = assets::reported_tracks(scenario, static_cast<assets::AssetIndex>(i), data.from, data.to);
        std::move(tracks.begin(), tracks.end(), std::back_inserter(data.tracks));
    }
    if (data.tracks.empty())
        throw UsageError{fmt::format("--from: there is no report from {} until {}", assets::to_iso(data.from),
                                     assets::to_iso(data.to))};
    const bool is_gpx = request.track == TrackFormat::Gpx;
    save_file(request.output, is_gpx ? gpx_of(data) : geojson_of(data));
    const std::size_t left_out = reports_without_position(data);
    if (!is_gpx || left_out == 0) return {};
    return {fmt::format("{} report{} no position, only an area or a carrier, and {} not in the GPX file; "
                        "GeoJSON has {}",
                        left_out, left_out == 1 ? " has" : "s have", left_out == 1 ? "is" : "are",
                        left_out == 1 ? "it" : "them")};
}

/// Writes the files of one figure.
std::vector<std::string> export_figure(const std::shared_ptr<const assets::Scenario>& scenario,
                                       const OptionValues& values, std::shared_ptr<const render::Composer> composer,
                                       const Progress& progress) {
    FigureJob job;
    job.request = resolve(values, *scenario);
    const auto& figure = job.request.figure;
    job.scenario = figure.round_deg ? blurred(*scenario, *figure.round_deg) : scenario;
    if (job.request.track) {
        progress("writing " + job.request.output);
        return export_tracks(job.request, *job.scenario);
    }
    job.composer = std::move(composer);
    progress("composing");
    if (job.request.several) return export_several(job, progress);
    job.snapshot = std::make_shared<const assets::Snapshot>(figure_snapshot(*job.scenario, figure));
    const auto composition = compose_figure(job);
    for (const auto& [path, text] : render_sidecars(job, composition))
        save_file(path, text);
    if (job.request.format) {
        progress("writing " + job.request.output);
        save_file(job.request.output, render_figure(job, {}, &composition));
    }
    auto notes = notes_on(composition);
    for (auto& note : credit_note(job))
        notes.push_back(std::move(note));
    return notes;
}

} // namespace

std::vector<std::string> export_map(const std::string& name, const OptionValues& values, const DataFolders& data,
                                    const Progress& progress) {
    progress("reading " + name);
    auto scenario = open_scenario_without_errors(name, data);
    // This comes before resolve(): without --at the instant can be the end of the last fix that was known, and --fit
    // and --hide take the ids of added zones.
    if (const auto day = values.find("--known-by"); day != values.end())
        scenario = known_by(*scenario, end_of_day(day->first, day->second));
    std::vector<std::string> notes;
    if (const auto zones = values.find("--zones"); zones != values.end()) {
        auto added = with_zones(std::move(scenario), split_list(zones->second));
        scenario = std::move(added.scenario);
        notes = std::move(added.notes);
    }
    const auto composer = std::make_shared<const render::Composer>(data.style());
    const auto append = [&](const std::string& prefix, const std::vector<std::string>& more) {
        for (const auto& note : more)
            notes.push_back(prefix + note);
    };
    const auto named = values.find("--figure");
    if (named == values.end()) {
        append("", export_figure(scenario, values, composer, progress));
        return notes;
    }
    for (const auto* figure : named_figures(named->second, *scenario)) {
        const std::string prefix = "figure '" + figure->id + "': ";
        try {
            OptionValues options = options_of(*figure, values);
            if (named->second == assets::every_figure) options = with_id(std::move(options), figure->id);
            append(prefix, export_figure(scenario, options, composer, progress));
        } catch (const UsageError& e) { // says which figure's keys are wrong, because they were not typed as options
            throw UsageError{prefix + e.what()};
        }
    }
    return notes;
}

} // namespace app
