// The time to read a lone table of a million positions, and the time to check it.
#include "assets/check/check.hpp"
#include "assets/formats/registry/registry.hpp"
#include "tests/support/files.hpp"

#include <benchmark/benchmark.h>
#include <fmt/format.h>

namespace {

constexpr int rows = 1'000'000, ships = 5'000;

/// Ships that sail slowly: each row is an hour after the one before it of its ship.
std::string table_text() {
    std::string text = "asset,from,lon,lat,radius_km,kind\n";
    for (int i = 0; i < rows; ++i) {
        const int ship = i % ships, hour = i / ships;
        text += fmt::format("ship-{},2024-{:02}-{:02}T{:02}:00Z,{:.4f},{:.4f},1,observed\n", ship, 1 + hour / 24 / 28,
                            1 + hour / 24 % 28, hour % 24, 140 + ship % 100 * 0.2 + hour * 0.01, 5 + ship / 100 * 0.3);
    }
    return text;
}

const support::ScratchFile& table() {
    static const support::ScratchFile file{table_text(), "positions.csv"};
    return file;
}

assets::LoadResult loaded() {
    return assets::FormatRegistry::standard().read(table(), {});
}

void read_a_million_rows(benchmark::State& state) {
    table();
    for (auto _ : state) {
        auto result = loaded();
        if (!result.scenario || result.scenario->fixes.size() != rows) state.SkipWithError("not all rows were read");
        benchmark::DoNotOptimize(result);
    }
}
BENCHMARK(read_a_million_rows)->Unit(benchmark::kMillisecond)->UseRealTime();

void check_a_million_rows(benchmark::State& state) {
    const auto result = loaded();
    for (auto _ : state)
        benchmark::DoNotOptimize(assets::check(result));
}
BENCHMARK(check_a_million_rows)->Unit(benchmark::kMillisecond)->UseRealTime();

} // namespace
