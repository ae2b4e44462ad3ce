#pragma once

#include "assets/model/scenario.hpp"

#include <random>

/// Seeded random scenarios, the same on every platform.
namespace timeline_test {

/// 2024-05-01; fixes begin in the 60 days from this instant on.
extern const assets::Instant first_day;
constexpr int span_s = 60 * 86400;

class Dice {
public:
    explicit Dice(unsigned seed) : m_engine{seed} {}
    /// From 0 to n - 1. No standard distribution is used: their results differ between platforms, the engine's do not.
    int below(int n) { return static_cast<int>(m_engine() % static_cast<unsigned>(n)); }
    bool one_in(int n) { return below(n) == 0; }
    double between(double low, double high) { return low + (high - low) * below(1'000'001) / 1e6; }
    assets::Instant time() { return first_day + std::chrono::seconds{below(span_s)}; }

private:
    std::mt19937 m_engine;
};

[[nodiscard]] assets::AssetType random_type(Dice&);
/// A fix with random values. `line` is its line in positions.csv.
[[nodiscard]] assets::Fix random_fix(Dice&, assets::AssetIndex, std::size_t assets, int line);
/// Up to three assets with fixes of every kind and deployments; sometimes one asset is embarked in another.
[[nodiscard]] assets::Scenario random_scenario(unsigned seed);
/// Up to nine assets with fixes and deployments, some grouped or embarked for a time, even in rings; and events.
[[nodiscard]] assets::Scenario random_fleet(unsigned seed);

} // namespace timeline_test
