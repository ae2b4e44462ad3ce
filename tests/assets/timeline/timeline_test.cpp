// A Timeline reuses results from one moment to the next. These tests check that this never changes a snapshot.
#include "assets/timeline/timeline.hpp"
#include "tests/assets/timeline/random_scenario.hpp"
#include "tests/assets/timeline/scenario_builder.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <memory>
#include <thread>

using namespace assets;
using namespace timeline_test;
using std::chrono::hours;
using std::chrono::seconds;

namespace {

bool same(const Leg& a, const Leg& b) {
    return a.asset == b.asset && a.from_fix == b.from_fix && a.to_fix == b.to_fix && a.from == b.from && a.to == b.to &&
           a.depart == b.depart && a.arrive == b.arrive && a.speed_kn == b.speed_kn && a.flags == b.flags &&
           a.distance_m == b.distance_m && a.azimuth_deg == b.azimuth_deg;
}

bool same(const State& a, const State& b) {
    return a.asset == b.asset && a.carrier == b.carrier && a.group == b.group && a.how == b.how && a.point == b.point &&
           a.activity == b.activity && a.confidence == b.confidence && a.confidence_date == b.confidence_date &&
           a.flags == b.flags && a.where == b.where && a.radius_km == b.radius_km && a.age_h == b.age_h &&
           a.course_deg == b.course_deg && a.speed_kn == b.speed_kn && a.fix == b.fix && a.last == b.last &&
           a.next == b.next && a.deployment == b.deployment && !a.leg == !b.leg && (!a.leg || same(*a.leg, *b.leg)) &&
           a.area() == b.area() && a.circle_cut_to_area() == b.circle_cut_to_area() && a.place() == b.place() &&
           a.grade() == b.grade() && a.sources() == b.sources() && a.rows() == b.rows();
}

template <class Sequence>
bool same_elements(const Sequence& a, const Sequence& b) {
    return std::ranges::equal(a, b, [](const auto& x, const auto& y) { return same(x, y); });
}

bool same(const Snapshot& a, const Snapshot& b) {
    return a.at == b.at && same_elements(a.states, b.states) && same_elements(a.legs, b.legs) && a.zones == b.zones &&
           a.events == b.events;
}

/// An instant at which states may change: an end of a fix or a deployment, or a second or a tick beside it.
Instant random_bound(Dice& dice, const Scenario& s) {
    const Duration beside = (dice.below(3) - 1) * (dice.one_in(2) ? tick : Duration{seconds{1}});
    if (!s.deployments.empty() && dice.one_in(4)) {
        const Deployment& d =
            s.deployments[static_cast<std::size_t>(dice.below(static_cast<int>(s.deployments.size())))];
        return (d.to && dice.one_in(2) ? *d.to : d.from) + beside;
    }
    if (s.fixes.empty()) return dice.time();
    const Fix& f = s.fixes[static_cast<std::size_t>(dice.below(static_cast<int>(s.fixes.size())))];
    return (dice.one_in(2) ? f.from : f.to) + beside;
}

Instant random_step(Dice& dice, const Scenario& s, Instant t) {
    const int direction = dice.one_in(3) ? -1 : 1;
    switch (dice.below(6)) {
    case 0:
        return t + direction * (dice.one_in(2) ? tick : Duration{seconds{1}});
    case 1:
        return t + direction * hours{24};
    case 2:
        return dice.time();
    case 3:
        return random_bound(dice, s);
    default:
        return t + direction * hours{1};
    }
}

/// A convoy of `assets` ships with three fixes each; some of the fixes are `at_asset` the next ship.
std::shared_ptr<const Scenario> convoy(std::size_t assets) {
    Dice dice{99};
    auto s = std::make_shared<Scenario>(ScenarioBuilder{}.asset("ship").build());
    s->assets.resize(assets, s->assets.front());
    s->first_fix = {0};
    for (std::size_t a = 0; a < assets; ++a) {
        for (int line = 2; line < 5; ++line)
            s->fixes.push_back(random_fix(dice, static_cast<AssetIndex>(a), assets, line));
        std::ranges::stable_sort(s->fixes.end() - 3, s->fixes.end(), {}, &Fix::from);
        s->first_fix.push_back(s->fixes.size());
    }
    s->first_deployment.assign(assets + 1, 0);
    return s;
}

} // namespace

TEST_CASE("stepping forwards, backwards or in leaps, a timeline gives the snapshots of the plain scenario",
          "[timeline][property]") {
    std::size_t states = 0, aboard = 0, grouped = 0;
    for (unsigned seed = 0; seed < 300; ++seed) {
        const auto s = std::make_shared<const Scenario>(random_fleet(seed));
        const Timeline timeline{s};
        Dice dice{seed + 7'000'000};
        Instant t = dice.time();
        for (int i = 0; i < 60; ++i) {
            t = random_step(dice, *s, t);
            INFO("seed " << seed << ", step " << i << ", at " << to_iso(t));
            const Snapshot plain = snapshot_at(*s, t), prepared = timeline.at(t);
            REQUIRE(same(plain, prepared));
            for (const State& state : prepared.states.compute_all()) {
                ++states;
                if (state.carrier != no_index) ++aboard;
                if (state.group != no_index) ++grouped;
            }
        }
    }
    CHECK(states > 50'000);
    CHECK(aboard > 1'000);
    CHECK(grouped > 1'000);
}

TEST_CASE("a state that is read alone equals the one worked out with all others", "[timeline][property]") {
    for (unsigned seed = 0; seed < 200; ++seed) {
        const auto s = std::make_shared<const Scenario>(random_fleet(seed));
        const Timeline timeline{s};
        Dice dice{seed + 8'000'000};
        const Instant t = dice.time();
        const auto i = static_cast<std::size_t>(dice.below(static_cast<int>(s->assets.size())));
        const Snapshot alone = timeline.at(t);
        const State& state = alone.states[i];
        INFO("seed " << seed << ", asset " << i << ", at " << to_iso(t));
        REQUIRE(same(state, snapshot_at(*s, t).states[i]));
        REQUIRE(&state == &*(alone.states.begin() + static_cast<std::ptrdiff_t>(i)));
    }
}

TEST_CASE("states worked out by several threads equal those of one thread", "[timeline]") {
    const auto s = convoy(5'000);
    const Instant t = first_day + hours{24 * 30};
    const Snapshot together = Timeline{s}.at(t), one_by_one = Timeline{s}.at(t);
    std::size_t legs = 0;
    for (std::size_t i = 0; i < s->assets.size(); ++i)
        if (one_by_one.states[i].leg) ++legs;
    CHECK(legs > 40);
    (void)together.states.compute_all();
    CHECK(same(together, one_by_one));
}

TEST_CASE("several threads may ask a timeline for different instants", "[timeline]") {
    const auto s = convoy(300);
    const Timeline timeline{s};
    std::vector<Snapshot> found(4);
    std::vector<std::thread> threads;
    for (std::size_t n = 0; n < found.size(); ++n)
        threads.emplace_back([&, n] {
            for (int hour = 0; hour < 50; ++hour) {
                found[n] = timeline.at(first_day + hours{24 * static_cast<int>(10 * n) + hour});
                (void)found[n].states.compute_all();
            }
        });
    for (auto& thread : threads)
        thread.join();
    for (const Snapshot& snapshot : found)
        CHECK(same(snapshot, snapshot_at(*s, snapshot.at)));
}

TEST_CASE("several threads may read one snapshot", "[timeline]") {
    const auto s = convoy(300);
    const Snapshot snapshot = Timeline{s}.at(first_day + hours{24 * 30});
    std::vector<std::size_t> absent(4);
    std::vector<std::thread> threads;
    for (std::size_t& count : absent)
        threads.emplace_back([&] {
            for (const State& state : snapshot.states)
                if (state.how == How::Absent) ++count;
            count += snapshot.legs.size();
        });
    for (auto& thread : threads)
        thread.join();
    CHECK(std::ranges::count(absent, absent.front()) == 4);
}

TEST_CASE("a snapshot of a timeline stays valid when the timeline and the scenario are released", "[timeline]") {
    Snapshot snapshot;
    {
        const auto s = std::make_shared<const Scenario>(
            ScenarioBuilder{}
                .asset("ship")
                .fix({.from = "2024-05-01", .position = at(140, 0), .place = "Yokosuka"})
                .build());
        snapshot = Timeline{s}.at(instant("2024-05-01T12:00Z"));
    }
    CHECK(snapshot.states[0].how == How::Reported);
    CHECK(snapshot.states[0].place() == "Yokosuka");
}

TEST_CASE("a snapshot of a plain scenario does not change with the scenario", "[timeline]") {
    Scenario s = ScenarioBuilder{}.asset("ship").fix({.from = "2024-05-01", .position = at(140, 0)}).build();
    const Snapshot snapshot = snapshot_at(s, instant("2024-05-01T12:00Z"));
    s.fixes[0].position = at(150, 0);
    CHECK(snapshot.states[0].where == at(140, 0));
}

TEST_CASE("states that a test builds are read like any others", "[timeline]") {
    const Scenario s = ScenarioBuilder{}.asset("ship").asset("other").build();
    Snapshot snapshot = snapshot_at(s, first_day);
    REQUIRE(snapshot.states.size() == 2);
    snapshot.states.clear();
    CHECK(snapshot.states.empty());
    State made;
    made.how = How::Held;
    snapshot.states.push_back(made);
    REQUIRE(snapshot.states.size() == 1);
    CHECK(snapshot.states.begin()->how == How::Held);
    CHECK_THROWS_AS(snapshot.states.at(1), std::out_of_range);
}
