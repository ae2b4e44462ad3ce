// Routes over water: opening the water, ways around the world, and ways in one theatre.
#include "geo/routes/router.hpp"

#include <filesystem>
#include <utility>

#include <benchmark/benchmark.h>

namespace {

using geo::lonlat;

const std::filesystem::path data_dir = std::filesystem::path{THEATRUM_SOURCE_DIR} / "geo/data";

const geo::Router& router() {
    static const auto opened = geo::Router::open(data_dir);
    return *opened;
}

void open_water(benchmark::State& state) {
    for (auto _ : state)
        benchmark::DoNotOptimize(geo::Router::open(data_dir));
}
BENCHMARK(open_water)->Unit(benchmark::kMillisecond);

using Ends = std::pair<geo::LonLat, geo::LonLat>;

template <std::size_t N>
void routes(benchmark::State& state, const Ends (&ends)[N], const geo::RouteLimits& limits) {
    const Ends& pair = ends[static_cast<std::size_t>(state.range(0))];
    for (auto _ : state)
        benchmark::DoNotOptimize(router().route(pair.first, pair.second, limits));
}

const Ends world_wide[]{{lonlat(3.5, 52.1), lonlat(139.8, 34.9)},    // Rotterdam to Yokohama
                        {lonlat(-73.8, 40.4), lonlat(103.9, 1.1)},   // New York to Singapore
                        {lonlat(-63.5, 44.5), lonlat(129.1, 35.0)},  // Halifax to Busan
                        {lonlat(18.4, -33.8), lonlat(-122.8, 37.7)}, // Cape Town to San Francisco
                        {lonlat(30.8, 46.3), lonlat(174.9, -36.8)}}; // Odesa to Auckland
const Ends in_theatre[]{{lonlat(139.8, 34.9), lonlat(131.9, 42.9)},  // Yokosuka to Vladivostok
                        {lonlat(129.1, 35.0), lonlat(120.2, 22.6)},  // Busan to Kaohsiung
                        {lonlat(120.8, 14.4), lonlat(103.9, 1.1)},   // Manila to Singapore
                        {lonlat(126.5, 37.2), lonlat(139.8, 34.9)},  // Incheon to Yokosuka
                        {lonlat(121.9, 31.0), lonlat(144.6, 13.4)}}; // Shanghai to Guam

void route_world_wide(benchmark::State& state) {
    routes(state, world_wide, {});
}
BENCHMARK(route_world_wide)->DenseRange(0, 4)->Unit(benchmark::kMillisecond);

void route_in_theatre(benchmark::State& state) {
    routes(state, in_theatre, {});
}
BENCHMARK(route_in_theatre)->DenseRange(0, 4)->Unit(benchmark::kMillisecond);

void route_off_coasts(benchmark::State& state) {
    routes(state, in_theatre, {.keeps_off_coasts = true});
}
BENCHMARK(route_off_coasts)->DenseRange(0, 4)->Unit(benchmark::kMillisecond);

} // namespace
