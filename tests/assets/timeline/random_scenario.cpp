#include "tests/assets/timeline/random_scenario.hpp"

#include "tests/assets/timeline/scenario_builder.hpp"

#include <algorithm>
#include <string>

namespace timeline_test {

using namespace assets;
using std::chrono::seconds;

const Instant first_day = instant("2024-05-01");

AssetType random_type(Dice& dice) {
    constexpr AssetType types[] = {AssetType::Frigate, AssetType::Frigate,   AssetType::Auxiliary,
                                   AssetType::Fighter, AssetType::NavalBase, AssetType::Person};
    return types[dice.below(6)];
}

Fix random_fix(Dice& dice, AssetIndex asset, std::size_t assets, int line) {
    Fix f{};
    f.asset = asset;
    f.line = line;
    f.from = dice.time();
    f.to = dice.one_in(4) ? f.from : f.from + seconds{dice.below(dice.one_in(3) ? 15 * 86400 : 2 * 86400)};
    f.edit().during = dice.one_in(2) ? During::Sometime : During::Throughout;
    f.position = at(dice.between(170, 190), dice.between(-8, 8));
    f.radius_km = dice.one_in(3) ? dice.between(101, 900) : dice.between(1, 100);
    if (dice.one_in(8)) f.edit().area = AreaRef{AreaRef::Of::Sea, "coral-sea"};
    if (dice.one_in(10) && assets > 1) {
        f.edit().at_asset = static_cast<AssetIndex>((asset + 1) % assets);
        f.position.reset();
    }
    if (dice.one_in(6)) f.edit().kind = dice.one_in(2) ? FixKind::Planned : FixKind::Estimated;
    if (dice.one_in(8)) f.edit().activity = Activity::Departure;
    if (dice.one_in(3)) f.edit().time_error_h = dice.between(0, 30);
    f.edit().sources = {static_cast<SourceIndex>(dice.below(4))};
    return f;
}

namespace {

Scenario with_assets(Dice& dice, std::size_t assets) {
    ScenarioBuilder builder;
    for (std::size_t i = 0; i < assets; ++i)
        builder.asset(std::string(i + 1, 'a'), random_type(dice));
    for (const char* source : {"one", "two", "three", "four"})
        builder.source(source);
    Scenario s = builder.build();
    int line = 2;
    s.first_fix = {0};
    s.first_deployment = {0};
    for (AssetIndex a = 0; a < assets; ++a) {
        for (int n = dice.below(14); n > 0; --n)
            s.fixes.push_back(random_fix(dice, a, assets, line++));
        std::ranges::stable_sort(s.fixes.begin() + static_cast<std::ptrdiff_t>(s.first_fix.back()), s.fixes.end(), {},
                                 &Fix::from);
        s.first_fix.push_back(s.fixes.size());
        Instant free_from = first_day;
        for (int n = dice.below(3); n > 0; --n) {
            Deployment d{};
            d.asset = a;
            d.from = free_from + seconds{dice.below(10 * 86400)};
            d.to = d.from + seconds{dice.below(30 * 86400)};
            free_from = *d.to + seconds{1};
            d.from_error_h = dice.one_in(2) ? dice.between(0, 100) : 0;
            d.to_error_h = dice.one_in(2) ? dice.between(0, 100) : 0;
            if (n == 1 && dice.one_in(3)) d.to.reset();
            s.deployments.push_back(d);
        }
        s.first_deployment.push_back(s.deployments.size());
    }
    return s;
}

} // namespace

Scenario random_scenario(unsigned seed) {
    Dice dice{seed};
    const auto assets = 1 + static_cast<std::size_t>(dice.below(3));
    Scenario s = with_assets(dice, assets);
    if (assets > 1 && dice.one_in(3)) s.members.push_back({0, 1, Membership::Role::Embarked, {}, {}, 2});
    return s;
}

Scenario random_fleet(unsigned seed) {
    Dice dice{seed};
    const int assets = 2 + dice.below(8);
    Scenario s = with_assets(dice, static_cast<std::size_t>(assets));
    const auto some_asset = [&] {
        return static_cast<AssetIndex>(dice.below(assets));
    };
    const auto time_or_none = [&]() -> std::optional<Instant> {
        return dice.one_in(2) ? std::optional{dice.time()} : std::nullopt;
    };
    for (int n = dice.below(6), line = 2; n > 0; --n, ++line) {
        const AssetIndex group = some_asset(), asset = some_asset();
        if (group == asset) continue;
        const auto role = dice.one_in(2) ? Membership::Role::Embarked : Membership::Role::Member;
        s.members.push_back({group, asset, role, time_or_none(), time_or_none(), line});
    }
    for (int n = dice.below(3); n > 0; --n) {
        Event event{};
        event.from = dice.time();
        event.to = event.from + seconds{dice.below(10 * 86400)};
        s.events.push_back(std::move(event));
    }
    std::ranges::stable_sort(s.events, {}, &Event::from);
    return s;
}

} // namespace timeline_test
