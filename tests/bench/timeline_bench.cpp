// Snapshots of large scenarios: N assets with 100 fixes each. A jump goes to a random instant, a step to the next hour.
#include "assets/timeline/timeline.hpp"

#include <array>
#include <chrono>
#include <map>
#include <random>
#include <string>

#include <benchmark/benchmark.h>

namespace {

using namespace assets;
using std::chrono::hours;
using std::chrono::seconds;

constexpr int fixes_each = 100;
const Instant begin{seconds{1'704'067'200}}; // 2024-01-01
constexpr hours span{24 * 366};

/// Ships with a fix every three or four days; every fifth fix is a stand-in. There is no atlas, so legs are not tested
/// against the coast. (With an atlas, a Timeline tests each leg only once.)
std::shared_ptr<const Scenario> scenario(int assets) {
    static std::map<int, std::shared_ptr<const Scenario>> made;
    auto& known = made[assets];
    if (known) return known;
    auto s = std::make_shared<Scenario>();
    const TypeDefaults& defaults = defaults_for(AssetType::Frigate);
    std::mt19937 random{7};
    const auto between = [&](double low, double high) {
        return low + (high - low) * static_cast<double>(random() % 100'000) / 1e5;
    };
    std::array<SharedDetails, 2> details; // fixes share them, as the fixes of a feed do
    for (std::size_t i = 0; i < details.size(); ++i) {
        details[i].edit().during = i == 1 ? During::Sometime : During::Throughout;
        details[i].edit().kind = FixKind::Observed;
    }
    s->first_fix = {0};
    s->first_deployment.assign(static_cast<std::size_t>(assets) + 1, 0);
    s->fixes.reserve(static_cast<std::size_t>(assets) * fixes_each);
    for (int a = 0; a < assets; ++a) {
        Asset asset{};
        asset.id = std::to_string(a);
        asset.type = AssetType::Frigate;
        asset.max_speed_kn = defaults.max_speed_kn;
        asset.path = defaults.path;
        asset.max_gap = defaults.max_gap;
        asset.stale_after = defaults.stale_after;
        asset.lost_after = defaults.lost_after;
        s->assets.push_back(std::move(asset));
        double lon = between(110, 170);
        for (int i = 0; i < fixes_each; ++i) {
            Fix f{};
            f.asset = static_cast<AssetIndex>(a);
            f.from = begin + span * i / fixes_each + seconds{random() % 86'400};
            f.to = f.from + seconds{random() % 86'400};
            f.details = details[random() % 2];
            f.position = geo::LonLat::from_degrees(lon += between(-2, 2), between(-2, 2));
            f.radius_km = i % 5 == 4 ? 300 : 10;
            f.line = i + 2;
            s->fixes.push_back(std::move(f));
        }
        s->first_fix.push_back(s->fixes.size());
    }
    return known = s;
}

/// Reads all states, or the first `most` of them. States are computed only when they are read.
double read_states(const States& states, std::size_t most) {
    double sum = 0;
    if (most >= states.size()) {
        for (const State& state : states.compute_all())
            if (state.where) sum += state.where->lon() + *state.radius_km;
    } else {
        for (std::size_t i = 0; i < most; ++i)
            if (const State& state = states[i]; state.where) sum += state.where->lon() + *state.radius_km;
    }
    return sum;
}
constexpr std::size_t all = static_cast<std::size_t>(-1);

void jump(benchmark::State& state) {
    const Timeline timeline{scenario(static_cast<int>(state.range(0)))};
    std::mt19937 random{11};
    for (auto _ : state)
        benchmark::DoNotOptimize(read_states(timeline.at(begin + seconds{random() % (366U * 86'400U)}).states, all));
}

void step(benchmark::State& state, std::size_t most) {
    const Timeline timeline{scenario(static_cast<int>(state.range(0)))};
    Instant t = begin + hours{24 * 180};
    benchmark::DoNotOptimize(read_states(timeline.at(t).states, all));
    for (auto _ : state) {
        t += hours{1};
        benchmark::DoNotOptimize(read_states(timeline.at(t).states, most));
    }
}
void step_of_one_hour(benchmark::State& state) {
    step(state, all);
}
void step_and_read_a_thousand(benchmark::State& state) {
    step(state, 1'000);
}

void snapshot_of_a_plain_scenario(benchmark::State& state) {
    const auto s = scenario(static_cast<int>(state.range(0)));
    std::mt19937 random{11};
    for (auto _ : state)
        benchmark::DoNotOptimize(snapshot_at(*s, begin + seconds{random() % (366U * 86'400U)}).states.size());
}

void prepare(benchmark::State& state) {
    const auto s = scenario(static_cast<int>(state.range(0)));
    for (auto _ : state)
        benchmark::DoNotOptimize(&Timeline{s}.scenario());
}

} // namespace

// Wall time, because several threads compute very many states.
BENCHMARK(snapshot_of_a_plain_scenario)->Arg(100)->Unit(benchmark::kMicrosecond);
BENCHMARK(jump)->Arg(100)->Arg(10'000)->Unit(benchmark::kMicrosecond)->UseRealTime();
BENCHMARK(step_of_one_hour)->Arg(100)->Arg(10'000)->Unit(benchmark::kMicrosecond)->UseRealTime();
BENCHMARK(prepare)->Arg(10'000)->Unit(benchmark::kMicrosecond);
// The size of the budget. A map reads every state; a list or the inspector reads only the states that it shows.
BENCHMARK(jump)->Arg(100'000)->Unit(benchmark::kMillisecond)->UseRealTime()->Name("jump_budget_100ms");
BENCHMARK(step_of_one_hour)->Arg(100'000)->Unit(benchmark::kMillisecond)->UseRealTime()->Name("step_budget_5ms");
BENCHMARK(step_and_read_a_thousand)->Arg(100'000)->Unit(benchmark::kMillisecond)->UseRealTime();
