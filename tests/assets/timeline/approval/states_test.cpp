// The states, legs and trails of many tracks as tables, compared with accepted files. The tracks of the fixture lie on
// a grid of 6 hours, so that their bounds often meet.
#include "assets/formats/scenario/read_scenario.hpp"
#include "assets/timeline/between/legs.hpp"
#include "assets/timeline/deciding_fix.hpp"
#include "assets/timeline/past/coverage.hpp"
#include "assets/timeline/past/trails.hpp"
#include "assets/timeline/timeline.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/golden_text.hpp"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <set>

#include <fmt/format.h>

using namespace assets;
using std::chrono::hours;
using std::chrono::seconds;

namespace {

const Scenario& clock_scenario() {
    static const auto scenario = [] {
        const std::filesystem::path root{THEATRUM_SOURCE_DIR};
        return read_scenario(root / "tests/fixtures/clock", geo::Atlas::open(root / "geo/data")).scenario;
    }();
    REQUIRE(scenario != nullptr);
    return *scenario;
}

/// "03T06:00" for 3 March 2024, 06:00; with seconds if there are any.
std::string short_time(Instant t) {
    const std::string text = to_iso(t); // 2024-03-03T06:00:00Z
    if (t > *clock_scenario().end + hours{24 * 90} || t < *clock_scenario().start - hours{24 * 90}) return "far";
    const std::string month = text.substr(5, 2) == "03" ? "" : text.substr(5, 3);
    const std::string time = text.substr(8, text.size() - 9);
    return month + (time.ends_with(":00") ? time.substr(0, time.size() - 3) : time);
}

std::string row_of(const Fix* f) {
    return f == nullptr ? "-" : fmt::format("{}", f->line);
}

std::string place(const geo::LonLat& p) {
    return fmt::format("{:.2f},{:.2f}", p.lon(), p.lat());
}

/// What changes only at bounds: how the state is known, from which rows, with which flags.
std::string kind_of(const State& s) {
    std::string text = fmt::format("{} {} fix {} last {} next {}", to_string(s.how),
                                   s.point == PointIs::None       ? "nowhere"
                                   : s.point == PointIs::Position ? "at"
                                                                  : "around",
                                   row_of(s.fix), row_of(s.last), row_of(s.next));
    if (s.deployment) text += fmt::format(" deployed {}", s.deployment->line);
    if (s.carrier != no_index) text += " aboard " + clock_scenario().assets[s.carrier].id;
    if (s.group != no_index) text += " in " + clock_scenario().assets[s.group].id;
    if (s.area()) text += " area " + s.area()->id;
    if (s.activity != Activity::None) text += fmt::format(" {}", to_string(s.activity));
    if (s.confidence != Confidence::None) text += fmt::format(" {}", to_string(s.confidence));
    text += " rows";
    for (const int row : s.rows())
        text += fmt::format(" {}", row);
    text += " sources";
    for (const SourceIndex source : s.sources())
        text += fmt::format(" {}", source);
    for (const std::string& flag : s.flags.names())
        text += " " + flag;
    return text;
}

std::string numbers_of(const State& s) {
    std::string text;
    if (s.where) text += " " + place(*s.where);
    if (s.radius_km) text += fmt::format(" r {:.1f}", *s.radius_km);
    if (s.age_h) text += fmt::format(" age {:.2f}", *s.age_h);
    if (s.course_deg) text += fmt::format(" course {:.1f}", *s.course_deg);
    if (s.speed_kn) text += fmt::format(" speed {:.2f}", *s.speed_kn);
    return text;
}

/// Each instant at which something may change, with a second before and after; and instants between.
std::set<Instant> instants_of(const Scenario& scenario, AssetIndex a) {
    std::set<Instant> bounds;
    const Asset& asset = scenario.assets[a];
    for (const Fix& f : scenario.fixes_of(a))
        for (const Instant t : {f.from, f.to, f.measured_end()}) {
            bounds.insert(t);
            if (asset.stale_after) bounds.insert(later_by(t, *asset.stale_after));
            if (asset.lost_after) bounds.insert(later_by(t, *asset.lost_after));
        }
    for (const DeploymentWindow& w : windows_of(scenario, a))
        for (const Instant t : {w.first, w.last})
            bounds.insert(t);
    for (const Deployment& d : scenario.deployments_of(a)) {
        for (const double error : {-d.from_error_h, d.from_error_h})
            bounds.insert(d.from + seconds{static_cast<std::int64_t>(error * 3600)});
        if (!d.to) continue;
        for (const double error : {-d.to_error_h, d.to_error_h})
            bounds.insert(*d.to + seconds{static_cast<std::int64_t>(error * 3600)});
    }
    for (int day = -1; day < 14; ++day)
        bounds.insert(*scenario.start + hours{24 * day + 7});
    std::set<Instant> all;
    for (const Instant bound : bounds) {
        if (bound < *scenario.start - hours{48} || bound > *scenario.start + hours{24 * 60}) continue;
        for (const seconds by : {seconds{-1}, seconds{0}, seconds{1}})
            all.insert(bound + by);
    }
    return all;
}

std::string table_of(const Scenario& scenario, AssetIndex a) {
    std::string text = scenario.assets[a].id + ":";
    for (const DeploymentWindow& w : windows_of(scenario, a))
        text += fmt::format(" window {} to {}", short_time(w.first), short_time(w.last));
    text += '\n';
    std::string before;
    for (const Instant t : instants_of(scenario, a)) {
        const Snapshot snapshot = snapshot_at(scenario, t);
        const State& state = snapshot.states[a];
        const std::string kind = kind_of(state);
        if (kind == before) continue;
        before = kind;
        text += fmt::format("  {} {}{}\n", short_time(t), kind, numbers_of(state));
    }
    return text;
}

} // namespace

TEST_CASE("how each state is known, at each bound of its reports, is as accepted", "[approval]") {
    const Scenario& scenario = clock_scenario();
    std::string text;
    for (AssetIndex a = 0; a < scenario.assets.size(); ++a)
        text += table_of(scenario, a);
    support::check_golden_text("timeline/states.txt", text);
}

TEST_CASE("a timeline gives the same states in any order of instants", "[approval]") {
    const auto scenario = std::make_shared<const Scenario>(clock_scenario());
    std::set<Instant> instants;
    for (AssetIndex a = 0; a < scenario->assets.size(); ++a)
        instants.merge(instants_of(*scenario, a));
    std::vector<Instant> order{instants.begin(), instants.end()};
    const auto text_at = [&](const Snapshot& snapshot) {
        std::string text;
        for (const State& state : snapshot.states.compute_all())
            text += kind_of(state) + numbers_of(state) + "\n";
        return text;
    };
    for (const bool backwards : {false, true}) {
        const Timeline timeline{scenario};
        if (backwards) std::reverse(order.begin(), order.end());
        for (const Instant t : order) {
            INFO(to_iso(t));
            REQUIRE(text_at(timeline.at(t)) == text_at(snapshot_at(*scenario, t)));
        }
    }
}

TEST_CASE("places, radii, ages and courses at many instants are as accepted", "[approval]") {
    const Scenario& scenario = clock_scenario();
    std::string text;
    for (const int hour : {7, 27, 45, 64, 86, 110, 190, 400}) {
        const Snapshot snapshot = snapshot_at(scenario, *scenario.start + hours{hour});
        text += fmt::format("{}: {} legs\n", short_time(snapshot.at), snapshot.legs.size());
        for (const State& state : snapshot.states.compute_all())
            if (state.how != How::Absent && state.how != How::Reported && state.where)
                text += fmt::format("  {}{}\n", scenario.assets[state.asset].id, numbers_of(state));
    }
    support::check_golden_text("timeline/numbers.txt", text);
}

TEST_CASE("legs and trails are as accepted", "[approval]") {
    const Scenario& scenario = clock_scenario();
    std::string text = "legs\n";
    for (AssetIndex a = 0; a < scenario.assets.size(); ++a)
        for (const Leg& leg : legs_of(scenario, a)) {
            text += fmt::format("  {} rows {} {}: {} {} to {} {}, {:.1f} km towards {:.1f} at {:.2f} kn",
                                scenario.assets[a].id, leg.from_fix->line, leg.to_fix->line, place(leg.from),
                                short_time(leg.depart), place(leg.to), short_time(leg.arrive), leg.distance_m / 1000,
                                leg.azimuth_deg, leg.speed_kn);
            for (const std::string& flag : leg.flags.names())
                text += " " + flag;
            const Instant third = leg.depart + (leg.arrive - leg.depart) / 3;
            text += fmt::format("; a third: {}\n", place(position_on(leg, third)));
        }
    for (const auto& [hour, length] : {std::pair{50, 30}, {76, 12}, {140, 240}}) {
        text += fmt::format("trails of {} h at hour {}\n", length, hour);
        for (const Trail& trail : trails_at(scenario, *scenario.start + hours{hour}, hours{length})) {
            text += "  " + scenario.assets[trail.asset].id;
            for (const auto& line : trail.lines) {
                text += " [";
                for (const TrailPoint& point : line)
                    text += fmt::format(" {} {}", short_time(point.time), place(point.at));
                text += " ]";
            }
            text += '\n';
        }
    }
    const Coverage coverage = coverage_of(scenario, *scenario.start + hours{40});
    text += "covered cells\n";
    for (std::size_t row = 0; row < Coverage::rows; ++row)
        for (std::size_t column = 0; column < Coverage::columns; ++column)
            if (coverage.covers_cell(column, row)) text += fmt::format("  column {} row {}\n", column, row);
    support::check_golden_text("timeline/legs.txt", text);
}

TEST_CASE("which report decides over, contradicts or interrupts which is as accepted", "[approval]") {
    const Scenario& scenario = clock_scenario();
    std::string text;
    for (AssetIndex a = 0; a < scenario.assets.size(); ++a) {
        const auto fixes = scenario.fixes_of(a);
        for (const Fix& f : fixes) {
            text += fmt::format("{} {} {} to {} measured {}{}{}{} lasts {:.1f} h:", scenario.assets[a].id, f.line,
                                short_time(f.from), short_time(f.to), short_time(f.measured_end()),
                                f.is_wide() ? " wide" : "", is_precise(f) ? " precise" : "",
                                is_long_sometime(f) ? " sometime" : "", std::min(9999.0, in_hours(length_of(f))));
            for (const Fix& other : fixes) {
                if (&other == &f) continue;
                if (decides_over(f, other)) text += fmt::format(" over {}", other.line);
                if (contradict(f, other)) text += fmt::format(" against {}", other.line);
                if (!can_interrupt(scenario.assets[a], f, other)) text += fmt::format(" too far from {}", other.line);
            }
            text += '\n';
        }
    }
    support::check_golden_text("timeline/reports.txt", text);
}
