// The time to typeset, draw and write a page: a map with 100,000 points of coast and 150 labels at 2400x1350.
#include "render/cairo/players.hpp"
#include "render/picture/builder.hpp"
#include "render/picture/inspect.hpp"
#include "render/svg/svg.hpp"
#include "render/text/typesetter.hpp"

#include <array>
#include <cmath>
#include <numbers>
#include <random>

#include <benchmark/benchmark.h>

namespace {

using namespace render;

constexpr int width_px = 2400, height_px = 1350;
constexpr double width_mm = 317.5, height_mm = 178.6;
constexpr std::array names{"HMCS Montréal", "Yokosuka", "Busan 부산", "South China Sea", "Kadena", "Đà Nẵng"};

const Typesetter& typesetter() {
    static const Typesetter type;
    return type;
}

/// Islands with a ragged coast and a point about every 0.3 mm, as in a simplified basemap.
std::vector<Outline> islands(std::size_t count, int points) {
    std::mt19937 random{1};
    const auto unit = [&] {
        return static_cast<double>(random()) / 4294967296.0;
    };
    std::vector<Outline> all(count);
    for (auto& island : all) {
        const double x = width_mm * unit(), y = height_mm * unit(), radius = 3 + 9 * unit();
        island.closed = true;
        for (int i = 0; i < points; ++i) {
            const double angle = 2 * std::numbers::pi * i / points;
            const double r =
                radius * (1 + 0.2 * std::sin(5 * angle + x) + 0.1 * std::sin(23 * angle + y)) + 0.3 * unit();
            island.points.push_back({x + r * std::cos(angle), y + r * std::sin(angle)});
        }
    }
    return all;
}

void label(Builder& page, int count) {
    std::mt19937 random{2};
    const auto unit = [&] {
        return static_cast<double>(random()) / 4294967296.0;
    };
    const TextStyle style{.size_mm = 2.6, .halo = Halo{{255, 255, 255, 255}, 0.3}};
    for (int i = 0; i < count; ++i) {
        const auto group = page.group({.anchor = Point{0.9 * width_mm * unit(), height_mm * unit()}});
        const auto* name = names.at(static_cast<std::size_t>(i) % names.size());
        page.text(placed(typesetter().set(name, style), {0, 0}));
    }
}

const Picture& map() {
    static const Picture picture = [] {
        Builder page{width_mm, height_mm};
        page.picture().background = {214, 228, 238, 255};
        const auto land = islands(125, 400); // filled and stroked: 100,000 points
        for (const auto& island : land)
            page.fill({island}, {243, 240, 232, 255});
        page.stroke({.outlines = land, .colour = {140, 150, 160, 255}, .width_mm = 0.15, .dash_mm = {}});
        label(page, 150);
        return page.take();
    }();
    return picture;
}

const Raster& pixels() {
    static const Raster raster = rasterise(map(), width_px, height_px);
    return raster;
}

void typeset_text(benchmark::State& state) {
    const TextStyle style{};
    std::size_t i = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(typesetter().set(names.at(i++ % names.size()), style));
}
BENCHMARK(typeset_text)->Unit(benchmark::kMicrosecond);

void start_typesetter(benchmark::State& state) {
    for (auto _ : state)
        benchmark::DoNotOptimize(Typesetter{});
}
BENCHMARK(start_typesetter)->Unit(benchmark::kMillisecond);

void draw_page(benchmark::State& state) {
    static_cast<void>(map());
    for (auto _ : state)
        benchmark::DoNotOptimize(rasterise(map(), width_px, height_px));
}
BENCHMARK(draw_page)->Unit(benchmark::kMillisecond)->UseRealTime();

void encode_page_as_png(benchmark::State& state) {
    static_cast<void>(pixels());
    for (auto _ : state)
        benchmark::DoNotOptimize(encode_png(pixels(), 192, "title", "description"));
}
BENCHMARK(encode_page_as_png)->Unit(benchmark::kMillisecond);

void write_page_as_pdf(benchmark::State& state) {
    for (auto _ : state)
        benchmark::DoNotOptimize(write_pdf(map(), {}));
}
BENCHMARK(write_page_as_pdf)->Unit(benchmark::kMillisecond);

void write_page_as_svg(benchmark::State& state) {
    for (auto _ : state)
        benchmark::DoNotOptimize(write_svg(map()));
}
BENCHMARK(write_page_as_svg)->Unit(benchmark::kMillisecond);

void hit_test_at_the_mouse(benchmark::State& state) {
    for (auto _ : state)
        benchmark::DoNotOptimize(hit_test(map(), {150, 80}, 1));
}
BENCHMARK(hit_test_at_the_mouse)->Unit(benchmark::kMicrosecond);

} // namespace
