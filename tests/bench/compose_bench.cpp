// The stages of an export of the built-in scenario at 2400x1350.
#include "assets/formats/scenario/read_scenario.hpp"
#include "assets/timeline/snapshot.hpp"
#include "render/cairo/players.hpp"
#include "render/map/composer.hpp"
#include "render/svg/svg.hpp"

#include <benchmark/benchmark.h>

namespace {

const std::filesystem::path root{THEATRUM_SOURCE_DIR};
constexpr int width_px = 2400;
constexpr int height_px = 1350;

std::shared_ptr<const assets::Scenario> builtin() {
    static const auto loaded =
        assets::read_scenario(root / "assets/scenarios/canada-2024", geo::Atlas::open(root / "geo/data"));
    return loaded.scenario;
}

render::Figure figure() {
    render::Figure made;
    made.page_width_mm = width_px * 25.4 / made.dpi;
    made.page_height_mm = height_px * 25.4 / made.dpi;
    made.centre = builtin()->view.centre;
    made.width_km = builtin()->view.width_km;
    std::string error;
    made.at = *assets::parse_instant_argument("2024-07-31", error);
    return made;
}

render::Composition composition() {
    const auto shown = figure();
    const render::Composer composer{{root / "render/themes", root / "render/words", root / "geo/data/policy"}};
    return composer.compose(*builtin(), assets::snapshot_at(*builtin(), shown.at), shown);
}

void read_builtin_scenario(benchmark::State& state) {
    const auto atlas = geo::Atlas::open(root / "geo/data");
    for (auto _ : state)
        benchmark::DoNotOptimize(assets::read_scenario(root / "assets/scenarios/canada-2024", atlas));
}
BENCHMARK(read_builtin_scenario)->Unit(benchmark::kMillisecond);

void open_atlas(benchmark::State& state) {
    for (auto _ : state)
        benchmark::DoNotOptimize(geo::Atlas::open(root / "geo/data"));
}
BENCHMARK(open_atlas)->Unit(benchmark::kMillisecond);

void snapshot_of_builtin_scenario(benchmark::State& state) {
    const auto at = figure().at;
    for (auto _ : state)
        benchmark::DoNotOptimize(assets::snapshot_at(*builtin(), at));
}
BENCHMARK(snapshot_of_builtin_scenario)->Unit(benchmark::kMicrosecond);

void compose(benchmark::State& state) {
    for (auto _ : state)
        benchmark::DoNotOptimize(composition());
}
BENCHMARK(compose)->Unit(benchmark::kMillisecond);

void rasterise(benchmark::State& state) {
    const auto made = composition();
    for (auto _ : state)
        benchmark::DoNotOptimize(render::rasterise(made.picture, width_px, height_px));
}
BENCHMARK(rasterise)->Unit(benchmark::kMillisecond);

void encode_png(benchmark::State& state) {
    const auto raster = render::rasterise(composition().picture, width_px, height_px);
    for (auto _ : state)
        benchmark::DoNotOptimize(render::encode_png(raster, 192, "title", "description"));
}
BENCHMARK(encode_png)->Unit(benchmark::kMillisecond);

void write_svg(benchmark::State& state) {
    const auto made = composition();
    for (auto _ : state)
        benchmark::DoNotOptimize(render::write_svg(made.picture));
}
BENCHMARK(write_svg)->Unit(benchmark::kMillisecond);

void write_pdf(benchmark::State& state) {
    const auto made = composition();
    for (auto _ : state)
        benchmark::DoNotOptimize(
            render::write_pdf(made.picture, std::chrono::floor<std::chrono::seconds>(figure().at)));
}
BENCHMARK(write_pdf)->Unit(benchmark::kMillisecond);

} // namespace
