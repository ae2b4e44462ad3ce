// What contacts are watched for: rules, messages and the alerts that they raise.
#include "app/live/alerts.hpp"
#include "app/live/freeze.hpp"
#include "app/live/live_worker.hpp"
#include "assets/formats/scenario/read_scenario.hpp"
#include "tests/app/feeds/samples.hpp"
#include "tests/app/feeds/servers.hpp"
#include "tests/assets/timeline/scenario_builder.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

#include <cmath>
#include <fstream>
#include <random>
#include <set>

#include <fmt/format.h>

using namespace app;
using assets::AlertWhen;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

const assets::Instant noon = timeline_test::instant("2024-07-31T12:00Z");

assets::Zone zone(const std::string& id, assets::ZoneShape shape) {
    assets::Zone made{};
    made.id = id;
    made.name = "the " + id;
    made.kind = assets::ZoneKind::Area;
    made.shape = std::move(shape);
    return made;
}

/// A box from 127 to 128 E and 30 to 31 N, a line along 125 E from 29 to 32 N, a circle about 180 E 0 N, and the asset
/// "ours" with the MMSI 316138000.
std::shared_ptr<const assets::Scenario> base() {
    timeline_test::ScenarioBuilder builder;
    builder.asset("ours");
    builder.last_asset().mmsi = "316138000";
    assets::Scenario scenario = builder.build();
    scenario.assets[0].name = "HMCS Ours";
    scenario.zones = {
        zone("box", assets::AreaShape{{{{{{127, 30}, {128, 30}, {128, 31}, {127, 31}, {127, 30}}}}}}),
        zone("line", assets::LineShape{{{{125, 29}, {125, 32}}}}),
        zone("circle", assets::CircleShape{geo::lonlat(180, 0), 50}),
        zone("corridor", assets::CorridorShape{{{{140, 10}, {141, 10}}}, 20}),
    };
    return std::make_shared<const assets::Scenario>(std::move(scenario));
}

assets::AlertRule rule(const std::string& id, AlertWhen when, const std::string& zone_id = "", double silent_min = 0,
                       std::vector<std::string> who = {}) {
    return {.id = id, .when = when, .zone = zone_id, .who = std::move(who), .minutes = silent_min};
}

/// A watch with the messages of simulated contacts.
struct Watch {
    std::shared_ptr<const assets::Scenario> scenario = base();
    assets::TrackStore store;
    assets::ContactMatcher matcher{*scenario};
    AlertWatch watch;

    explicit Watch(std::vector<assets::AlertRule> rules, std::size_t most_kept = AlertWatch::usual_most_kept)
        : watch{most_kept} {
        watch.set_rules(std::move(rules), scenario);
    }
    void hear(const std::string& mmsi, minutes after_noon, double lon, double lat, bool doubted = false) {
        assets::FeedMessage message;
        message.key = "mmsi:" + mmsi;
        message.time = noon + after_noon;
        message.position = geo::lonlat(lon, lat);
        if (doubted) message.doubts.emplace_back("jump above 100 kn");
        const auto* track = store.take(message);
        REQUIRE(track != nullptr);
        watch.take(message, track->contact, matcher.asset_of(track->contact), 0);
    }
    [[nodiscard]] std::vector<std::string> titles() const {
        std::vector<std::string> all;
        for (const Alert& alert : watch.raised())
            all.push_back(fmt::format("{:02} {}", std::chrono::floor<minutes>(alert.at - noon).count(), alert.title));
        return all;
    }
};

using Lines = std::vector<std::string>;

} // namespace

TEST_CASE("a contact raises an alert when it enters and when it leaves a zone, not when it is first heard inside",
          "[live][alerts]") {
    Watch w{{rule("in", AlertWhen::Enters, "box"), rule("out", AlertWhen::Leaves, "box")}};
    w.hear("1", minutes{0}, 126.9, 30.5);
    w.hear("2", minutes{0}, 127.5, 30.5); // first heard inside
    w.hear("1", minutes{1}, 127.1, 30.5);
    w.hear("1", minutes{2}, 127.2, 30.5);
    w.hear("2", minutes{3}, 127.5, 31.1);
    CHECK(w.titles() == Lines{"01 MMSI 1 entered the box", "03 MMSI 2 left the box"});
    const Alert& first = w.watch.raised().front();
    CHECK(first.rule == "in");
    CHECK(first.contact == "mmsi-1");
    CHECK(first.at == noon + minutes{1});
    CHECK(first.where == geo::lonlat(127.1, 30.5));
}

TEST_CASE("circles and corridors are zones too, also across the antimeridian", "[live][alerts]") {
    Watch w{{rule("c", AlertWhen::Enters, "circle"), rule("k", AlertWhen::Leaves, "corridor")}};
    w.hear("1", minutes{0}, 179, 0);
    w.hear("1", minutes{1}, -179.9, 0);
    w.hear("1", minutes{2}, 179.8, 0); // still inside
    w.hear("2", minutes{2}, 140.5, 10.1);
    w.hear("2", minutes{3}, 140.5, 10.3);
    CHECK(w.titles() == Lines{"01 MMSI 1 entered the circle", "03 MMSI 2 left the corridor"});
}

TEST_CASE("a line is crossed between two positions, and only along its length", "[live][alerts]") {
    Watch w{{rule("x", AlertWhen::Crosses, "line"), rule("rim", AlertWhen::Crosses, "box")}};
    w.hear("1", minutes{0}, 124.9, 30);
    w.hear("1", minutes{1}, 125.1, 30);
    w.hear("1", minutes{2}, 124.9, 30);
    w.hear("1", minutes{3}, 124.9, 33);
    w.hear("1", minutes{4}, 125.1, 33); // beyond the end of the line
    w.hear("2", minutes{5}, 128.1, 30.5);
    w.hear("2", minutes{6}, 127.9, 30.5);
    CHECK(w.titles() == Lines{"01 MMSI 1 crossed the line, heading east", "02 MMSI 1 crossed the line, heading west",
                              "06 MMSI 2 crossed the box, heading west"});
}

TEST_CASE("a ship that stops on a line crosses it once", "[live][alerts]") {
    Watch w{{rule("x", AlertWhen::Crosses, "line")}};
    w.hear("1", minutes{0}, 124.9, 30);
    w.hear("1", minutes{1}, 125, 30);
    w.hear("1", minutes{2}, 125, 30);
    w.hear("1", minutes{3}, 125.1, 30);
    CHECK(w.titles().size() == 1);
}

TEST_CASE("only the contacts of `who` raise an alert: an asset by its id, another by its number", "[live][alerts]") {
    Watch w{{rule("ours", AlertWhen::Enters, "box", 0, {"ours"}),
             rule("two", AlertWhen::FirstHeard, "", 0, {"440000002"})}};
    for (const char* mmsi : {"316138000", "440000002", "440000003"}) {
        w.hear(mmsi, minutes{0}, 126.9, 30.5);
        w.hear(mmsi, minutes{1}, 127.1, 30.5);
    }
    CHECK(w.titles() == Lines{"01 HMCS Ours entered the box", "00 MMSI 440000002 first heard"});
    CHECK(w.watch.raised().front().asset == "ours");
}

TEST_CASE("a silence raises one alert, dated to when it became too long, and the next silence another",
          "[live][alerts]") {
    Watch w{{rule("quiet", AlertWhen::Silent, "", 10)}};
    w.hear("1", minutes{0}, 120, 30);
    w.hear("1", minutes{5}, 120, 30);
    w.hear("2", minutes{14}, 121, 30);
    CHECK(w.titles().empty());
    w.hear("2", minutes{15}, 121, 30); // the time reaches minute 15
    CHECK(w.titles() == Lines{"15 MMSI 1 silent for 10 minutes"});
    w.watch.advance(noon + minutes{20});
    w.hear("1", minutes{22}, 120, 30);
    w.watch.advance(noon + minutes{60});
    CHECK(w.titles() == Lines{"15 MMSI 1 silent for 10 minutes", "25 MMSI 2 silent for 10 minutes",
                              "32 MMSI 1 silent for 10 minutes"});
}

TEST_CASE("a rule that is added later knows where contacts are, and does not report old silences", "[live][alerts]") {
    Watch w{{}};
    w.hear("1", minutes{0}, 126.9, 30.5);
    w.hear("2", minutes{50}, 126.9, 30.5);
    w.watch.set_rules({rule("in", AlertWhen::Enters, "box"), rule("quiet", AlertWhen::Silent, "", 10),
                       rule("new", AlertWhen::FirstHeard)},
                      w.scenario);
    w.hear("1", minutes{51}, 127.1, 30.5);
    CHECK(w.titles() == Lines{"51 MMSI 1 entered the box"});
    w.watch.advance(noon + minutes{60});
    CHECK(w.titles().back() == "60 MMSI 2 silent for 10 minutes");
}

TEST_CASE("a doubtful position is marked, and a message that comes late raises nothing", "[live][alerts]") {
    Watch w{{rule("in", AlertWhen::Enters, "box")}};
    w.hear("1", minutes{5}, 126.9, 30.5);
    w.hear("1", minutes{3}, 127.5, 30.5);
    CHECK(w.titles().empty());
    w.hear("1", minutes{6}, 127.5, 30.5, true);
    CHECK(w.titles() == Lines{"06 MMSI 1 entered the box (doubtful position)"});
}

namespace {

/// Each of so many ships is heard once, one a minute.
void hear_ships(Watch& w, int count) {
    for (int i = 0; i < count; ++i)
        w.hear(std::to_string(440'000'000 + i), minutes{i}, 120, 30);
}

/// The rows of alerts in a frozen scenario, without the header.
std::vector<std::string> frozen_rows(const Watch& w, const std::filesystem::path& folder, minutes at, minutes before,
                                     FreezeResult& result) {
    FreezeRequest request;
    request.folder = folder.string();
    request.at = noon + at;
    request.before = before;
    assets::Source source{};
    source.id = "feed";
    source.title = "Harbour receiver";
    source.kind = "ais";
    result = freeze(w.store, {source}, request, w.watch.raised(), w.watch.forgotten());
    CHECK(result.error.empty());
    std::ifstream events{folder / "events.csv"};
    std::vector<std::string> rows;
    for (std::string row; std::getline(events, row);)
        if (row.starts_with("alert")) rows.push_back(row);
    return rows;
}

} // namespace

TEST_CASE("the newest 2,000 alerts are listed, and a freeze has all of its minutes", "[live][alerts]") {
    Watch w{{rule("new", AlertWhen::FirstHeard)}};
    constexpr int ships = 2'503;
    hear_ships(w, ships);
    CHECK(w.watch.listed().size() == AlertWatch::most_listed);
    CHECK(w.watch.listed().front().number == 504);
    CHECK(w.watch.listed().back().number == ships);
    CHECK(w.watch.forgotten().count == 0);
    const support::Scratch around;
    FreezeResult result;
    const auto rows = frozen_rows(w, around / "frozen", minutes{ships - 1}, minutes{ships}, result);
    CHECK(rows.size() == ships);
    CHECK(rows.front().starts_with("alert-new-1,"));
    CHECK(result.alerts == ships);
    CHECK(result.alerts_missing.count == 0);
    const auto read = assets::read_scenario(around / "frozen", nullptr);
    REQUIRE(read.scenario);
    CHECK(read.scenario->events.size() == ships);
}

TEST_CASE("alerts that are too many are counted, and a frozen scenario of their minutes says so", "[live][alerts]") {
    Watch w{{rule("new", AlertWhen::FirstHeard)}, 10};
    hear_ships(w, 13);
    CHECK(w.watch.raised().size() == 10);
    CHECK(w.watch.raised().front().contact == "mmsi-440000003");
    CHECK(w.watch.raised().front().number == 4);
    CHECK(w.watch.forgotten().count == 3);
    CHECK(w.watch.forgotten().until == noon + minutes{2});
    const support::Scratch around;
    FreezeResult result;
    auto rows = frozen_rows(w, around / "all", minutes{12}, minutes{12}, result);
    REQUIRE(rows.size() == 11);
    CHECK_THAT(rows.front(), Catch::StartsWith("alerts-not-kept,"));
    CHECK_THAT(rows.front(), Catch::Contains("3 alerts until 2024-07-31T12:02:00Z were not kept"));
    CHECK(result.alerts == 10);
    CHECK(result.alerts_missing.count == 3);
    rows = frozen_rows(w, around / "later", minutes{12}, minutes{9}, result); // from minute 3 on none is missing
    CHECK(rows.size() == 10);
    CHECK(result.alerts_missing.count == 0);
}

namespace {

/// One message of a replayed log.
struct Heard {
    int minute;
    std::uint32_t mmsi;
    double lon, lat;
};

/// Ships that wander about the box and the line for three hours, with pauses.
std::vector<Heard> wandering() {
    std::mt19937 random{20'241'130}; // NOLINT(cert-msc51-cpp): the same log each time
    const auto share = [&] {
        return static_cast<double>(random()) / 4294967296.0;
    };
    constexpr int ships = 40, length = 180;
    std::vector<std::vector<Heard>> by_minute(length);
    for (int ship = 0; ship < ships; ++ship) {
        const bool at_box = ship % 2 == 0;
        double lon = (at_box ? 127.0 : 125.0) + 0.05 * (share() - 0.5), lat = 30.5 + 0.4 * (share() - 0.5);
        int pause = 0;
        for (int minute = ship % 7; minute < length; ++minute) {
            lon += 0.02 * (share() - 0.5); // at most 0.6 miles a minute
            lat += 0.02 * (share() - 0.5);
            if (pause == 0 && share() < 0.02) pause = static_cast<int>(share() * 40);
            if (pause > 0 && --pause > 0) continue;
            by_minute[static_cast<std::size_t>(minute)].push_back(
                {minute, 440'000'000U + static_cast<std::uint32_t>(ship), lon, lat});
        }
    }
    std::vector<Heard> all;
    for (const auto& minute : by_minute)
        all.insert(all.end(), minute.begin(), minute.end());
    return all;
}

/// The alerts that a log must raise, worked out from the numbers alone: "RULE MMSI MINUTE".
std::set<std::string> expected_of(const std::vector<Heard>& log, int quiet_minutes) {
    std::set<std::string> expected;
    const int last_minute = log.back().minute;
    std::map<std::uint32_t, std::vector<Heard>> by_ship;
    for (const Heard& h : log)
        by_ship[h.mmsi].push_back(h);
    const auto inside = [](const Heard& h) {
        return h.lon > 127 && h.lon < 128 && h.lat > 30 && h.lat < 31;
    };
    for (const auto& [mmsi, own] : by_ship) {
        const auto expect = [&, ship = mmsi](const char* what, int minute) {
            expected.insert(fmt::format("{} mmsi-{} {}", what, ship, minute));
        };
        expect("new", own.front().minute);
        for (std::size_t i = 1; i < own.size(); ++i) {
            if (inside(own[i]) && !inside(own[i - 1])) expect("in", own[i].minute);
            if (!inside(own[i]) && inside(own[i - 1])) expect("out", own[i].minute);
            if ((own[i].lon < 125) != (own[i - 1].lon < 125)) expect("x", own[i].minute);
            if (own[i].minute - own[i - 1].minute >= quiet_minutes) expect("quiet", own[i - 1].minute + quiet_minutes);
        }
        if (last_minute - own.back().minute >= quiet_minutes) expect("quiet", own.back().minute + quiet_minutes);
    }
    return expected;
}

} // namespace

TEST_CASE("a replayed log raises exactly the alerts of an independent list, and they become events", "[live][alerts]") {
    const auto log = wandering();
    const support::ScratchFile file;
    {
        std::ofstream out{file.path(), std::ios::binary};
        for (const Heard& h : log)
            out << samples::tag_block(
                       "c:" +
                       std::to_string(std::chrono::floor<seconds>(noon + minutes{h.minute}).time_since_epoch().count()))
                << samples::ais_position(h.mmsi, h.lon, h.lat);
    }
    const auto expected = expected_of(log, 12);
    std::map<std::string, int> by_rule;
    for (const std::string& line : expected)
        ++by_rule[line.substr(0, line.find(' '))];
    for (const char* name : {"new", "in", "out", "x", "quiet"}) {
        INFO(name);
        CHECK(by_rule[name] >= 20); // the log has enough of each kind
    }

    LiveWorker worker{[] {
    }};
    LiveRequest request;
    request.base = base();
    request.alerts = {rule("new", AlertWhen::FirstHeard), rule("in", AlertWhen::Enters, "box"),
                      rule("out", AlertWhen::Leaves, "box"), rule("x", AlertWhen::Crosses, "line"),
                      rule("quiet", AlertWhen::Silent, "", 12)};
    worker.request(request);
    LiveFeed feed;
    feed.url = feed.name = "ais+file:" + file.path().string();
    feed.on = true;
    worker.listen({feed});
    std::optional<LiveStatus> status;
    std::optional<LiveSnapshot> live;
    REQUIRE(servers::comes_true([&] {
        if (auto taken = worker.take_status()) status = std::move(taken);
        return status && !status->feeds.empty() && status->feeds[0].state.finished() &&
               status->counts.messages == log.size() && status->alerts && status->alerts->size() >= expected.size();
    }));
    std::set<std::string> raised;
    for (const Alert& alert : *status->alerts)
        raised.insert(
            fmt::format("{} {} {}", alert.rule, alert.contact, std::chrono::floor<minutes>(alert.at - noon).count()));
    CHECK(raised == expected);
    CHECK(status->alerts->size() == expected.size()); // none twice

    REQUIRE(servers::comes_true([&] {
        if (auto taken = worker.take_snapshot()) live = std::move(taken);
        return live && live->scenario->events.size() == expected.size();
    }));
    for (const assets::Event& event : live->scenario->events) {
        CHECK(event.kind == assets::EventKind::Other);
        CHECK(event.position);
    }
    CHECK(std::ranges::is_sorted(live->scenario->events, {}, &assets::Event::from));

    // Frozen, the events of the minutes that are kept stand in events.csv.
    const support::Scratch around;
    FreezeRequest freeze;
    freeze.folder = (around / "frozen").string();
    freeze.at = noon + minutes{log.back().minute};
    freeze.before = minutes{30};
    worker.freeze(freeze);
    std::optional<FreezeResult> frozen;
    REQUIRE(servers::comes_true([&] { return (frozen = worker.take_freeze_result()).has_value(); }));
    CHECK(frozen->error.empty());
    std::size_t kept = 0;
    for (const std::string& line : expected)
        kept += std::stoi(line.substr(line.rfind(' ') + 1)) >= log.back().minute - 30 ? 1 : 0;
    std::ifstream events{around / "frozen" / "events.csv"};
    std::size_t rows = 0;
    for (std::string row; std::getline(events, row);)
        rows += row.starts_with("alert-") ? 1 : 0;
    CHECK(rows == kept);
    CHECK(kept > 0);
}

TEST_CASE("an alert is published within two seconds of its message", "[live][alerts]") {
    servers::TcpServer server;
    LiveWorker worker{[] {
    }};
    LiveRequest request;
    request.base = base();
    request.alerts = {rule("in", AlertWhen::Enters, "box")};
    worker.request(request);
    LiveFeed feed;
    feed.url = feed.name = "ais+tcp://127.0.0.1:" + std::to_string(server.port());
    feed.on = true;
    worker.listen({feed});
    server.accept();
    server.send(samples::ais_position(440'000'001, 126.9999, 30.5));
    std::optional<LiveStatus> status;
    const auto take = [&] {
        if (auto taken = worker.take_status()) status = std::move(taken);
    };
    REQUIRE(servers::comes_true([&] {
        take();
        return status && status->counts.points == 1;
    }));
    const auto sent = std::chrono::steady_clock::now();
    server.send(samples::ais_position(440'000'001, 127.0001, 30.5));
    REQUIRE(servers::comes_true([&] {
        take();
        return status->alerts != nullptr;
    }));
    CHECK(std::chrono::steady_clock::now() - sent < seconds{2});
    CHECK(status->alerts->front().title == "MMSI 440000001 entered the box");
}
