#include "app/export/exporter.hpp"

#include "app/base/errors.hpp"
#include "app/base/save_file.hpp"
#include "app/export/render_figure.hpp"
#include "app/figure/figure_snapshot.hpp"
#include "app/figure/option_values.hpp"
#include "app/figure/options/declared.hpp"
#include "app/scenario/blurred.hpp"
#include "app/scenario/known_by.hpp"
#include "app/scenario/open_scenario.hpp"
#include "app/scenario/with_zones.hpp"
#include "render/map/furniture/furniture.hpp"
#include "render/map/rosters/crowded_part.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace app {

namespace {

/// Notes for the user on what the composed figure lacks.
std::vector<std::string> notes_on(const FigureJob& job, const render::Composition& composition) {
    std::vector<std::string> notes;
    const auto& dropped = composition.layout.dropped;
    const auto unnamed = std::count_if(dropped.begin(), dropped.end(),
                                       [](const auto& label) { return label.why == render::name_left_out; });
    if (unnamed > 0)
        notes.push_back(fmt::format("{} asset{} named neither on the map nor below it; --caption FILE writes all names",
                                    unnamed, unnamed == 1 ? " is" : "s are"));
    if (const auto& part = composition.layout.crowded)
        notes.push_back(fmt::format("{} of {} assets lie on {:.0f} % of the map; a second map would show them better: "
                                    "--center {:.1f},{:.1f} --width-km {:.0f}",
                                    part->positions, part->of, 100 * render::crowded_share_of_map, part->centre.lon(),
                                    part->centre.lat(), part->width_km));
    if (lacks_credit(*job.scenario, job.request.figure.credit))
        notes.push_back("the positions come from feeds, and nobody is credited for them; --credit TEXT, or credit in "
                        "scenario.toml, says who provides them");
    return notes;
}

/// Writes the files of one figure.
std::vector<std::string> export_figure(const std::shared_ptr<const assets::Scenario>& scenario,
                                       const OptionValues& values, std::shared_ptr<const render::Composer> composer,
                                       const Progress& progress) {
    FigureJob job;
    job.request = resolve(values, *scenario);
    const auto& figure = job.request.figure;
    job.scenario = figure.round_deg ? blurred(*scenario, *figure.round_deg) : scenario;
    job.composer = std::move(composer);
    progress("composing");
    job.snapshot = std::make_shared<const assets::Snapshot>(figure_snapshot(*job.scenario, figure));
    const auto composition = compose_figure(job);
    for (const auto& [path, text] : render_sidecars(job, composition))
        save_file(path, text);
    if (job.request.format) {
        progress("writing " + job.request.output);
        save_file(job.request.output, render_figure(job, {}, &composition));
    }
    return notes_on(job, composition);
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
