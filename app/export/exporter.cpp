#include "app/export/exporter.hpp"

#include "app/base/save_file.hpp"
#include "app/export/render_figure.hpp"
#include "app/figure/figure_snapshot.hpp"
#include "app/figure/option_values.hpp"
#include "app/scenario/blurred.hpp"
#include "app/scenario/known_by.hpp"
#include "app/scenario/open_scenario.hpp"
#include "app/scenario/with_zones.hpp"
#include "render/map/furniture/furniture.hpp"
#include "render/map/rosters/crowded_part.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace app {

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
    FigureJob job;
    job.request = resolve(values, *scenario);
    const auto& figure = job.request.figure;
    job.scenario = figure.round_deg ? blurred(*scenario, *figure.round_deg) : scenario;
    job.composer = std::make_shared<const render::Composer>(data.style());
    progress("composing");
    job.snapshot = std::make_shared<const assets::Snapshot>(figure_snapshot(*job.scenario, figure));
    const auto composition = compose_figure(job);
    for (const auto& [path, text] : render_sidecars(job, composition))
        save_file(path, text);
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
    if (!job.request.format) return notes;
    progress("writing " + job.request.output);
    save_file(job.request.output, render_figure(job, {}, &composition));
    return notes;
}

} // namespace app
