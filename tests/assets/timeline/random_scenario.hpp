#pragma once

#include "assets/model/scenario.hpp"

#include <random>

/// Seeded random scenarios, the same everywhere.
namespace timeline_test {

/// 2024-05-01; reports begin in the 60 days from then on.
extern const assets::Instant first_day;
constexpr int span_s = 60 * 86400;

class Dice {
public:
    explicit Dice(unsigned seed) : m_engine{seed} {}
    /// The engine's numbers are the same everywhere; the standard distributions are not.
    int below(int n) { return static_cast<int>(m_engine() % static_cast<unsigned>(n)); }
    bool one_in(int n) { return below(n) == 0; }
    double between(double low, double high) { return low + (high - low) * below(1'000'001) / 1e6; }
    assets::Instant time() { return first_day + std::chrono::seconds{below(span_s)}; }

private:
    std::mt19937 m_engine;
};

[[nodiscard]] assets::AssetType some_type(Dice&);
/// Made directly: random times are not dates.
[[nodiscard]] assets::Fix some_fix(Dice&, assets::AssetIndex, std::size_t assets, int line);
/// Up to three assets with reports of every sort, deployments, and sometimes one embarked in another.
[[nodiscard]] assets::Scenario some_scenario(unsigned seed);
/// Up to nine assets, also members of groups and embarked for a time, in rings too; with zones and events.
[[nodiscard]] assets::Scenario some_fleet(unsigned seed);

} // namespace timeline_test
