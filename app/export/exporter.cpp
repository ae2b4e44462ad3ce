#include "app/export/exporter.hpp"

#include "app/base/save_file.hpp"
#include "app/export/render_figure.hpp"
#include "app/figure/figure_snapshot.hpp"
#include "app/figure/option_values.hpp"
#include "app/scenario/blurred.hpp"
#include "app/scenario/known_by.hpp"
#include "app/scenario/open_scenario.hpp"

namespace app {

void export_map(const std::string& name, const OptionValues& values, const DataFolders& data,
                const Progress& progress) {
    progress("reading " + name);
    auto scenario = open_scenario_without_errors(name, data);
    // This comes before resolve(), because without --at the instant can be the end of the last fix that was known.
    if (const auto day = values.find("--known-by"); day != values.end())
        scenario = known_by(*scenario, end_of_day(day->first, day->second));
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
    if (!job.request.format) return;
    progress("writing " + job.request.output);
    save_file(job.request.output, render_figure(job, {}, &composition));
}

} // namespace app
