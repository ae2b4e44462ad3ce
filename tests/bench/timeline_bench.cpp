// Snapshots of large scenarios: N assets with 100 reports each. A jump asks for an instant anywhere, a step for the
// next hour.
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

constexpr int reports_each = 100;
const Instant begin{seconds{1'704'067'200}}; // 2024-01-01
constexpr hours span{24 * 366};

/// Ships that are seen every three or four days, every fifth time only somewhere in a sea. No coast: its test has its
/// own cost, which a Timeline pays once a leg.
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
    std::array<SharedDetails, 2> said; // texts are shared, as a feed's are
    for (std::size_t i = 0; i < said.size(); ++i) {
        said[i].edit().during = i == 1 ? During::Sometime : During::Throughout;
        said[i].edit().kind = FixKind::Observed;
    }
    s->first_fix = {0};
    s->first_deployment.assign(static_cast<std::size_t>(assets) + 1, 0);
    s->fixes.reserve(static_cast<std::size_t>(assets) * reports_each);
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
        for (int i = 0; i < reports_each; ++i) {
            Fix f{};
            f.asset = static_cast<AssetIndex>(a);
            f.from = begin + span * i / reports_each + seconds{random() % 86'400};
            f.to = f.from + seconds{random() % 86'400};
            f.details = said[random() % 2];
            f.position = geo::LonLat::from_degrees(lon += between(-2, 2), between(-2, 2));
            f.radius_km = i % 5 == 4 ? 300 : 10;
            f.line = i + 2;
            s->fixes.push_back(std::move(f));
        }
        s->first_fix.push_back(s->fixes.size());
    }
    return known = s;
}

/// Looks at each of `states`, or at the first `most` of them; what is not looked at is not worked out.
double look_at(const States& states, std::size_t most) {
    double sum = 0;
    if (most >= states.size()) {
        for (const State& state : states.work_out_all())
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
        benchmark::DoNotOptimize(look_at(timeline.at(begin + seconds{random() % (366U * 86'400U)}).states, all));
}

void step(benchmark::State& state, std::size_t looked_at) {
    const Timeline timeline{scenario(static_cast<int>(state.range(0)))};
    Instant t = begin + hours{24 * 180};
    benchmark::DoNotOptimize(look_at(timeline.at(t).states, all));
    for (auto _ : state) {
        t += hours{1};
        benchmark::DoNotOptimize(look_at(timeline.at(t).states, looked_at));
    }
}
void step_of_one_hour(benchmark::State& state) {
    step(state, all);
}
void step_and_look_at_a_thousand(benchmark::State& state) {
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

// Wall time: very many states are worked out by several threads.
BENCHMARK(snapshot_of_a_plain_scenario)->Arg(100)->Unit(benchmark::kMicrosecond);
BENCHMARK(jump)->Arg(100)->Arg(10'000)->Unit(benchmark::kMicrosecond)->UseRealTime();
BENCHMARK(step_of_one_hour)->Arg(100)->Arg(10'000)->Unit(benchmark::kMicrosecond)->UseRealTime();
BENCHMARK(prepare)->Arg(10'000)->Unit(benchmark::kMicrosecond);
// The budget's size. A map looks at every state; a list or an inspector at those it shows.
BENCHMARK(jump)->Arg(100'000)->Unit(benchmark::kMillisecond)->UseRealTime()->Name("jump_budget_100ms");
BENCHMARK(step_of_one_hour)->Arg(100'000)->Unit(benchmark::kMillisecond)->UseRealTime()->Name("step_budget_5ms");
BENCHMARK(step_and_look_at_a_thousand)->Arg(100'000)->Unit(benchmark::kMillisecond)->UseRealTime();
