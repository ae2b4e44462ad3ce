// Properties of every scenario, tested on seeded random scenarios.
#include "assets/timeline/between/legs.hpp"
#include "assets/timeline/deciding_fix.hpp"
#include "assets/timeline/timeline.hpp"
#include "geo/earth/geodesic.hpp"
#include "tests/assets/timeline/random_scenario.hpp"
#include "tests/assets/timeline/scenario_builder.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <memory>

using namespace assets;
using namespace timeline_test;
using std::chrono::seconds;

namespace {

/// The scenario without the fixes that begin after `t`, except those in `kept`.
Scenario without_later_fixes(const Scenario& s, Instant t, const std::vector<const Fix*>& kept) {
    Scenario past = s;
    past.fixes.clear();
    past.first_fix = {0};
    for (AssetIndex a = 0; a < s.assets.size(); ++a) {
        for (const Fix& f : s.fixes_of(a))
            if (f.from <= t || std::ranges::find(kept, &f) != kept.end()) past.fixes.push_back(f);
        past.first_fix.push_back(past.fixes.size());
    }
    return past;
}

void check_same(const State& a, const State& b) {
    CHECK(a.how == b.how);
    CHECK(a.point == b.point);
    CHECK(a.where == b.where);
    CHECK(a.radius_km == b.radius_km);
    CHECK(a.area() == b.area());
    CHECK(a.age_h == b.age_h);
    CHECK(a.course_deg == b.course_deg);
    CHECK(a.speed_kn == b.speed_kn);
    CHECK(a.flags == b.flags);
    CHECK(a.rows() == b.rows());
    CHECK(a.sources() == b.sources());
    CHECK(a.carrier == b.carrier);
}

constexpr unsigned scenarios = 400;

} // namespace

TEST_CASE("a fix after t never changes the state at t, unless it is the next one", "[timeline][property]") {
    for (unsigned seed = 0; seed < scenarios; ++seed) {
        const Scenario s = random_scenario(seed);
        Dice dice{seed + 1'000'000};
        for (int i = 0; i < 10; ++i) {
            const Instant t = dice.time();
            const Snapshot now = snapshot_at(s, t);
            std::vector<const Fix*> next;
            for (AssetIndex a = 0; a < s.assets.size(); ++a)
                if (const auto w = window_at(s, a, t))
                    next.push_back(next_fix_after(s.fixes_of(a), *w, t));
                else if (!s.fixes_of(a).empty() && now.states[a].flags.has(Flag::Planned))
                    next.push_back(&s.fixes_of(a).front()); // an announced plan
            INFO("seed " << seed << " at " << to_iso(t));
            const Scenario past = without_later_fixes(s, t, next);
            const Snapshot then = snapshot_at(past, t);
            for (std::size_t a = 0; a < s.assets.size(); ++a)
                check_same(now.states[a], then.states[a]);
        }
    }
}

TEST_CASE("the next fix changes a state only through a leg, through reach, or near an uncertain end of a deployment",
          "[timeline][property]") {
    int changed = 0;
    for (unsigned seed = 0; seed < scenarios; ++seed) {
        const Scenario s = random_scenario(seed);
        Dice dice{seed + 2'000'000};
        for (int i = 0; i < 10; ++i) {
            const Instant t = dice.time();
            const Snapshot now = snapshot_at(s, t);
            const Scenario past = without_later_fixes(s, t, {});
            const Snapshot then = snapshot_at(past, t);
            for (std::size_t a = 0; a < s.assets.size(); ++a) {
                const State& state = now.states[a];
                const bool near_end = state.flags.has(Flag::MayHaveLeft) || state.flags.has(Flag::MayNotHaveArrived);
                if (state.how == How::Interpolated || state.carrier != no_index || near_end) continue;
                if (s.assets[a].path == PathRule::Hold && state.next) continue; // held until its next fix
                if (state.fix != nullptr && state.fix->from > t && state.flags.has(Flag::Planned))
                    continue; // announced
                INFO("seed " << seed << " asset " << a << " at " << to_iso(t));
                CHECK(state.how == then.states[a].how);
                CHECK(state.where == then.states[a].where);
                CHECK(state.rows() == then.states[a].rows());
                if (state.radius_km) CHECK(*state.radius_km <= *then.states[a].radius_km);
                if (state.radius_km != then.states[a].radius_km) ++changed;
            }
        }
    }
    CHECK(changed > 0);
}

TEST_CASE("an absent or lost asset has no place, any other asset has one", "[timeline][property]") {
    for (unsigned seed = 0; seed < scenarios; ++seed) {
        const Scenario s = random_scenario(seed);
        Dice dice{seed + 3'000'000};
        for (int i = 0; i < 20; ++i) {
            const Instant t = dice.time();
            const Snapshot now = snapshot_at(s, t);
            for (std::size_t a = 0; a < s.assets.size(); ++a) {
                const State& state = now.states[a];
                INFO("seed " << seed << " asset " << a << " at " << to_iso(t));
                const bool unseen = state.how == How::Absent || state.how == How::Lost;
                // Skips assets with an `at_asset` fix: their carrier, or ring of carriers, may have no place.
                if (!unseen && state.fix && state.fix->at_asset() != no_index) continue;
                CHECK(state.where.has_value() != unseen);
                CHECK(state.radius_km.has_value() != unseen);
                CHECK((state.point == PointIs::None) == unseen);
                if (state.how == How::Absent) CHECK_FALSE(state.age_h);
                if (state.radius_km) CHECK(*state.radius_km > 0);
                if (state.radius_km) CHECK(*state.radius_km <= 20004);
                const auto names = state.flags.names();
                CHECK(std::ranges::is_sorted(names));
                CHECK(std::ranges::is_sorted(state.rows()));
                CHECK(std::ranges::is_sorted(state.sources()));

                const auto deployments = s.deployments_of(static_cast<AssetIndex>(a));
                if (deployments.empty()) continue;
                const bool away = std::ranges::any_of(deployments, [&](const Deployment& d) {
                    return t >= d.from - error_duration(d.from_error_h) &&
                           (!d.to || t <= *d.to + error_duration(d.to_error_h));
                });
                if (state.carrier == no_index) CHECK((state.how == How::Absent) == !away);
            }
        }
    }
}

TEST_CASE("positions along a leg are continuous and keep its ends and its speed", "[timeline][property]") {
    int legs = 0;
    for (unsigned seed = 0; seed < scenarios; ++seed) {
        const Scenario s = random_scenario(seed);
        for (AssetIndex a = 0; a < s.assets.size(); ++a)
            for (const Leg& leg : legs_of(s, a)) {
                ++legs;
                INFO("seed " << seed << " asset " << a << " from " << to_iso(leg.depart));
                CHECK(leg.depart <= leg.arrive);
                CHECK(position_on(leg, leg.depart) == leg.from);
                if (leg.depart < leg.arrive) CHECK(position_on(leg, leg.arrive) == leg.to);
                const Asset& asset = s.assets[a];
                if (!leg.flags.has(Flag::TooFast)) CHECK(leg.speed_kn <= *asset.max_speed_kn * 1.001);
                CHECK(geo::distance_m(leg.from, *leg.from_fix->position) <= leg.from_fix->radius_km * 1000 + 1);
                CHECK(geo::distance_m(leg.to, *leg.to_fix->position) <= leg.to_fix->radius_km * 1000 + 1);
                const Duration step = std::max(tick, (leg.arrive - leg.depart) / 7);
                for (Instant t = leg.depart; t + step <= leg.arrive; t += step) {
                    const double moved_m = geo::distance_m(position_on(leg, t), position_on(leg, t + step));
                    const double expected_m = leg.speed_kn * 1852 / 3600 * in_seconds(step);
                    CHECK(moved_m == Approx(std::min(expected_m, leg.distance_m)).epsilon(1e-6).margin(0.01));
                }
            }
    }
    CHECK(legs > 200);
}

TEST_CASE("the legs of a snapshot are those of legs_of()", "[timeline][property]") {
    int travelling = 0;
    const auto same = [](const Leg& a, const Leg& b) {
        return a.from_fix == b.from_fix && a.to_fix == b.to_fix && a.depart == b.depart && a.arrive == b.arrive;
    };
    for (unsigned seed = 0; seed < scenarios; ++seed) {
        const Scenario s = random_scenario(seed);
        std::vector<Leg> all;
        for (AssetIndex a = 0; a < s.assets.size(); ++a)
            for (const Leg& leg : legs_of(s, a))
                all.push_back(leg);
        Dice dice{seed + 4'000'000};
        for (int i = 0; i < 20; ++i) {
            const Instant t = dice.time();
            const Snapshot now = snapshot_at(s, t);
            INFO("seed " << seed << " at " << to_iso(t));
            for (const Leg& leg : now.legs) {
                CHECK((leg.depart <= t && t <= leg.arrive));
                CHECK(std::ranges::any_of(all, [&](const Leg& other) { return same(leg, other); }));
            }
            for (const State& state : now.states.compute_all()) {
                if (state.how != How::Interpolated || state.carrier != no_index) continue;
                ++travelling;
                REQUIRE(state.leg != nullptr);
                CHECK(state.leg->asset == state.asset);
                CHECK(state.where == position_on(*state.leg, t));
            }
            for (const Leg& leg : all) { // in silence the asset travels on the leg that spans it
                const State& state = now.states[leg.asset];
                const bool silent = leg.from_fix->to < t && t < leg.to_fix->from;
                if (!silent || state.carrier != no_index) continue;
                if (state.flags.has(Flag::MayHaveLeft) || state.flags.has(Flag::MayNotHaveArrived)) continue;
                CHECK(state.how == How::Interpolated);
            }
        }
    }
    CHECK(travelling > 100);
}

TEST_CASE("a timeline gives the same states and legs as the plain scenario", "[timeline][property]") {
    for (unsigned seed = 0; seed < scenarios; ++seed) {
        const auto s = std::make_shared<const Scenario>(random_scenario(seed));
        const Timeline timeline{s};
        Dice dice{seed + 6'000'000};
        for (int i = 0; i < 15; ++i) {
            const Instant t = i == 0 && !s->fixes.empty() ? s->fixes.front().to : dice.time();
            const Snapshot plain = snapshot_at(*s, t);
            const Snapshot prepared = timeline.at(t);
            INFO("seed " << seed << " at " << to_iso(t));
            CHECK(plain.legs.size() == prepared.legs.size());
            for (std::size_t a = 0; a < s->assets.size(); ++a) {
                check_same(plain.states[a], prepared.states[a]);
                CHECK(plain.states[a].fix == prepared.states[a].fix);
                CHECK(plain.states[a].last == prepared.states[a].last);
                CHECK(plain.states[a].next == prepared.states[a].next);
            }
        }
        for (AssetIndex a = 0; a < s->assets.size(); ++a)
            CHECK(timeline.legs_of(a).size() == legs_of(*s, a).size());
    }
}

TEST_CASE("a ship that keeps to its speed limit is always inside the circle of its state", "[timeline][property]") {
    constexpr double v_kn = 30;
    for (unsigned seed = 0; seed < 200; ++seed) {
        Dice dice{seed + 5'000'000};
        // The true track: waypoints an hour apart, each within an hour's sailing of the last.
        std::vector<geo::LonLat> truth{at(dice.between(100, 260), dice.between(-60, 60))};
        double course = dice.between(0, 360);
        for (int h = 1; h <= 20 * 24; ++h) {
            course += dice.between(-40, 40);
            const double knots = dice.one_in(3) ? dice.between(0, v_kn) : v_kn * 0.999;
            truth.push_back(geo::point_along(truth.back(), course, knots * 1852));
        }
        Scenario s = ScenarioBuilder{}.asset("ship").build();
        s.first_fix = {0};
        for (int h = dice.below(30), line = 2; h < 15 * 24; h += 1 + dice.below(60), ++line) {
            // Seen at hour h, with an error of place and perhaps of time, and perhaps as `sometime` between two hours.
            Fix f{};
            f.line = line;
            const bool sometime = dice.one_in(2);
            f.edit().during = sometime ? During::Sometime : During::Throughout;
            f.radius_km = dice.between(1, dice.one_in(4) ? 300 : 60);
            f.position = geo::point_along(truth[static_cast<std::size_t>(h)], dice.between(0, 360),
                                          f.radius_km * 1000 * dice.between(0, 0.99));
            f.edit().time_error_h = dice.one_in(3) ? dice.below(6) : 0;
            const int wrong_h = f.time_error_h() > 0 ? dice.below(2 * static_cast<int>(f.time_error_h()) + 1) -
                                                           static_cast<int>(f.time_error_h())
                                                     : 0;
            const int from_h = h + wrong_h - (sometime ? dice.below(8) : 0);
            const int to_h = h + wrong_h + (sometime ? dice.below(8) : 0);
            f.from = first_day + std::chrono::hours{from_h};
            f.to = first_day + std::chrono::hours{to_h};
            s.fixes.push_back(f);
        }
        std::ranges::stable_sort(s.fixes, {}, &Fix::from);
        s.first_fix.push_back(s.fixes.size());
        for (int h = 0; h < 20 * 24; h += 1) {
            const Snapshot now = snapshot_at(s, first_day + std::chrono::hours{h});
            const State& state = now.states[0];
            if (state.how == How::Reported || !state.where) continue;
            INFO("seed " << seed << " hour " << h << " " << to_string(state.how));
            CHECK(geo::distance_m(*state.where, truth[static_cast<std::size_t>(h)]) <= *state.radius_km * 1000 + 1);
            CHECK_FALSE(state.flags.has(Flag::TooFast));
        }
    }
}
