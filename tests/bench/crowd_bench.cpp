// A live map of 25,000 ships at 1280x800: the time to compose the overlay, to make its mesh, and to draw a frame of the
// window with software GL. Starts its own Xvfb.
#include "assets/timeline/past/trails.hpp"
#include "render/map/composer.hpp"
#include "render/picture/inspect.hpp"
#include "render/sfml/player.hpp"
#include "tests/render/map/crowd/crowd.hpp"
#include "tests/render/sfml/virtual_display.hpp"

#include <SFML/Graphics/RenderTexture.hpp>
#include <SFML/OpenGL.hpp>
#include <benchmark/benchmark.h>

namespace {

const std::filesystem::path root{THEATRUM_SOURCE_DIR};
constexpr double dpi = 96, px_per_mm = dpi / 25.4;
constexpr unsigned width_px = 1280, height_px = 800;

struct Live {
    std::shared_ptr<const assets::Scenario> scenario;
    assets::Snapshot snapshot;
    render::Figure figure;
};

/// What ships say of themselves, as in a live map: ships of all classes, two in three with a heading, every fifth
/// stopped.
std::shared_ptr<const std::vector<assets::Target>> targets_of(const assets::Scenario& scenario,
                                                              const assets::Snapshot& snapshot) {
    constexpr std::size_t classes = 7;
    std::vector<assets::Target> targets(scenario.assets.size());
    for (const assets::State& state : snapshot.states) {
        assets::Target& target = targets[state.asset];
        target.is_target = true;
        target.of_class = static_cast<assets::VesselClass>(state.asset % classes);
        target.stopped = state.asset % 5 == 0;
        if (state.asset % 3 != 0) target.heading_deg = static_cast<float>(state.asset % 360);
    }
    return std::make_shared<const std::vector<assets::Target>>(std::move(targets));
}

/// The overlay as the window composes it: without furniture and ground.
const Live& live() {
    static const Live made = [] {
        Live m;
        m.scenario = support::crowd(geo::Atlas::open(root / "geo/data"));
        m.figure.dpi = dpi;
        m.figure.page_width_mm = width_px / px_per_mm;
        m.figure.page_height_mm = height_px / px_per_mm;
        m.figure.at = support::crowd_time();
        m.figure.picture_only = true;
        m.figure.without = {"all", "sea", "graticule", "land", "relief", "borders", "coast"};
        m.figure.targets.on = true;
        m.snapshot = assets::snapshot_at(*m.scenario, m.figure.at);
        m.snapshot.targets = targets_of(*m.scenario, m.snapshot);
        return m;
    }();
    return made;
}

render::Composition composed(const Live& map) {
    const render::Composer composer{{root / "render/themes", root / "render/words", root / "geo/data/policy"}};
    return composer.compose(*map.scenario, map.snapshot, map.figure);
}

const render::Picture& picture() {
    static const auto made = composed(live()).picture;
    return made;
}

void crowd_overlay_budget_250ms(benchmark::State& state) {
    (void)live();
    for (auto _ : state)
        benchmark::DoNotOptimize(composed(live()));
}
BENCHMARK(crowd_overlay_budget_250ms)->Unit(benchmark::kMillisecond);

void crowd_mesh_budget_60ms(benchmark::State& state) {
    (void)picture();
    for (auto _ : state)
        benchmark::DoNotOptimize(render::make_mesh(picture(), px_per_mm));
}
BENCHMARK(crowd_mesh_budget_60ms)->Unit(benchmark::kMillisecond);

void crowd_upload(benchmark::State& state) {
    support::need_display();
    const render::GlPlayer player;
    const auto mesh = render::make_mesh(picture(), px_per_mm);
    for (auto _ : state)
        render::UploadedMesh{mesh};
}
BENCHMARK(crowd_upload)->Unit(benchmark::kMillisecond);

/// Draws frames whose page moves by a pixel each time, as while the map is dragged.
void frame(benchmark::State& state, const render::Picture& shown, double zoom) {
    support::need_display();
    sf::RenderTexture target;
    if (!target.create(width_px, height_px)) return state.SkipWithError("no texture to draw into");
    render::GlPlayer player;
    const auto mesh = render::make_mesh(shown, px_per_mm);
    const render::UploadedMesh uploaded{mesh};
    render::ViewTransform view{.px_per_mm = px_per_mm, .zoom = zoom};
    int number = 0;
    for (auto _ : state) {
        view.offset_x_px = ++number % 64;
        player.draw_shapes(target, uploaded, view);
        player.draw_sprites(target, uploaded, view);
        glFinish();
    }
    state.counters["triangles"] = static_cast<double>(mesh.indices.size() / 3);
    state.counters["sprites"] = static_cast<double>(mesh.sprites.size());
}

void crowd_frame_budget_8ms(benchmark::State& state) {
    frame(state, picture(), static_cast<double>(state.range(0)) / 100);
}
BENCHMARK(crowd_frame_budget_8ms)
    ->Arg(100)
    ->Arg(130)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime()
    ->MeasureProcessCPUTime(); // includes the threads of a software GL

/// The map off Shanghai, with trails of half an hour for all ships.
const Live& zoomed_in() {
    static const Live made = [] {
        Live m = live();
        m.scenario = support::crowd(m.scenario->atlas, {.fixes_each = 10});
        m.figure.centre = geo::lonlat(122, 31);
        m.figure.width_km = 700;
        m.snapshot = assets::snapshot_at(*m.scenario, m.figure.at);
        m.snapshot.targets = targets_of(*m.scenario, m.snapshot);
        m.snapshot.trails = assets::trails_at(*m.scenario, m.figure.at, std::chrono::minutes{30});
        return m;
    }();
    return made;
}

void crowd_trails(benchmark::State& state) {
    (void)zoomed_in();
    for (auto _ : state)
        benchmark::DoNotOptimize(
            assets::trails_at(*zoomed_in().scenario, zoomed_in().figure.at, std::chrono::minutes{30}));
}
BENCHMARK(crowd_trails)->Unit(benchmark::kMillisecond);

void crowd_overlay_with_trails(benchmark::State& state) {
    (void)zoomed_in();
    for (auto _ : state)
        benchmark::DoNotOptimize(composed(zoomed_in()));
}
BENCHMARK(crowd_overlay_with_trails)->Unit(benchmark::kMillisecond);

void crowd_frame_with_trails(benchmark::State& state) {
    static const auto picture_with_trails = composed(zoomed_in()).picture;
    frame(state, picture_with_trails, 1);
}
BENCHMARK(crowd_frame_with_trails)->Unit(benchmark::kMillisecond)->UseRealTime()->MeasureProcessCPUTime();

void crowd_hit_test(benchmark::State& state) {
    const render::HitIndex index{std::make_shared<const render::Picture>(picture())};
    int i = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(index.at({20.0 + ++i % 300, 100.0 + i % 7}, 1.0));
}
BENCHMARK(crowd_hit_test)->Unit(benchmark::kMicrosecond);

} // namespace
