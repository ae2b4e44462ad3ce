// A session with feeds: the playhead that follows now, live snapshots, the contacts in panels.
#include "app/session/models/asset_list_model.hpp"
#include "app/session/models/contact_list_model.hpp"
#include "app/session/models/inspector_model.hpp"
#include "app/session/models/search_model.hpp"
#include "scratch.hpp"
#include "tests/app/session/listening.hpp"
#include "tests/support/catch.hpp"

using namespace session_test;
using Catch::Contains;
using std::chrono::minutes;
using std::chrono::seconds;

using listening_test::feed;
using listening_test::Listening;
using listening_test::noon;

TEST_CASE("an added feed is switched on, and the playhead follows now until it is moved", "[session][live]") {
    Listening l;
    CHECK(l.session.live().is_live());
    CHECK(l.session.playhead().follows_now());
    CHECK_FALSE(l.session.live_request().at);
    l.receive("mmsi:1", seconds{0}, 121);
    l.update(noon);
    CHECK(l.session.playhead().time().at() == noon);
    l.update(noon + seconds{5});
    CHECK(l.session.playhead().time().at() == noon + seconds{5});
    CHECK(l.session.playhead().time().end() == noon + seconds{5});
    CHECK(l.session.scenario()->assets.size() == l.session.document().base()->assets.size() + 1);

    l.session.apply(app::GoToTime{noon - minutes{1}});
    CHECK_FALSE(l.session.playhead().follows_now());
    CHECK(l.session.live_request().at == noon - minutes{1});
    l.update(noon + seconds{10}); // the request is for a past instant, and so is the snapshot
    CHECK(l.session.playhead().time().at() == noon - minutes{1});
    CHECK(l.session.shown_at() == noon - minutes{1});
    CHECK(l.session.scenario()->assets.size() ==
          l.session.document().base()->assets.size()); // no message yet at that instant

    l.session.apply(app::FollowNow{});
    CHECK(l.session.playhead().follows_now());
    CHECK(l.session.playhead().time().at() == noon + seconds{10});
}

TEST_CASE("the timeline does not change before a feed's first message, because the time of the feed is unknown",
          "[session][live]") {
    Listening l;
    const auto end = l.session.playhead().time().end(), at = l.session.playhead().time().at();
    app::LiveStatus status;
    status.now = utc("2031-01-01T00:00:00Z"); // the wall clock
    l.session.adopt(status);
    l.session.apply(app::FollowNow{});
    CHECK(l.session.playhead().time().end() == end);
    CHECK(l.session.playhead().time().at() == at);
    l.receive("mmsi:1", seconds{0}, 121);
    status.first = noon;
    status.now = noon + seconds{5};
    l.session.adopt(status);
    l.update(noon + seconds{5});
    CHECK(l.session.playhead().time().at() == noon + seconds{5});
    CHECK(l.session.playhead().time().end() == std::max(end, noon + seconds{5}));
}

TEST_CASE("the scenario's own fixes are still shown while feeds are on", "[session][live]") {
    Listening l;
    l.receive("mmsi:1", seconds{0}, 121);
    l.update(noon);
    l.session.apply(app::GoToTime{utc("2024-07-31T12:00:00Z")});
    l.update(noon);
    const auto* asset = l.session.scenario()->asset("hmcs-vancouver");
    REQUIRE(asset != nullptr);
    const auto index = static_cast<std::size_t>(asset - l.session.scenario()->assets.data());
    CHECK(l.session.snapshot().states.at(index).how == assets::How::Reported);
}

TEST_CASE("another scenario is shown without the feeds of the last, which can be switched on again",
          "[session][live]") {
    Listening l;
    l.receive("mmsi:1", seconds{0}, 121);
    l.update(noon);
    REQUIRE(l.session.playhead().follows_now());
    const Scratch folder{"map-small"};

    CHECK(apply_and_wait(l.session, app::OpenScenario{"/no/such"}).is_refused());
    CHECK(l.session.live().is_live()); // nothing was opened
    const auto copied = apply_and_wait(l.session, app::SaveCopy{(folder / "copy").string()});
    CHECK(copied.is_done());
    CHECK(l.session.live().is_live()); // the same scenario

    const auto opened = apply_and_wait(l.session, app::OpenScenario{folder.path().string()});
    CHECK(opened.is_done());
    CHECK_THAT(opened.sentence, Contains("feeds are off"));
    CHECK_FALSE(l.session.live().is_live());
    CHECK_FALSE(l.session.playhead().follows_now());
    CHECK(l.session.live().unkept() == 0);
    CHECK(l.session.scenario() == l.session.document().base());
    CHECK(l.session.playhead().time().end() < noon + std::chrono::hours{24 * 365}); // of the scenario alone
    REQUIRE(l.session.live().feeds().size() == 1);
    CHECK_FALSE(l.session.live().feeds()[0].on);
    done(l.session.apply(app::SwitchFeed{l.session.live().feeds()[0].url, true}));
    CHECK(l.session.live().is_live());
    CHECK(l.session.playhead().follows_now());
    CHECK(apply_and_wait(l.session, app::OpenScenario{folder.path().string()}).is_done());
    CHECK_FALSE(l.session.live().is_live());
    CHECK_FALSE(l.session.playhead().follows_now());
}

TEST_CASE("a live snapshot of a scenario that is no longer open is ignored", "[session][live]") {
    Listening l;
    l.receive("mmsi:1", seconds{0}, 121);
    auto late = l.snapshot(noon);
    apply_and_wait(l.session, app::ReloadScenario{});
    l.session.adopt(std::move(late));
    CHECK(l.session.live().snapshot() == nullptr);
    CHECK(l.session.scenario() == l.session.document().base());
    l.update(noon);
    CHECK(l.session.live().snapshot() != nullptr);
}

TEST_CASE("playing past messages reaches now and then follows it", "[session][live]") {
    Listening l;
    for (int i = 0; i <= 10; ++i)
        l.receive("mmsi:1", minutes{i}, 121 + i * 0.01);
    l.update(noon + minutes{10});
    CHECK(l.session.playhead().time().days_per_second() == Approx(60.0 / 86'400)); // a minute a second
    l.session.apply(app::GoToTime{noon + minutes{8}});
    l.session.apply(app::SetPlaying{true});
    CHECK(l.session.advance(std::chrono::duration<double>{1}));
    CHECK(l.session.playhead().time().at() == noon + minutes{9});
    CHECK_FALSE(l.session.playhead().follows_now());
    l.session.advance(std::chrono::duration<double>{5});
    CHECK(l.session.playhead().follows_now());
}

TEST_CASE("a pinned or selected contact stays in the snapshot after it is lost", "[session][live]") {
    Listening l;
    l.receive("mmsi:1", seconds{0}, 121);
    l.receive("mmsi:2", seconds{0}, 122);
    l.receive("mmsi:3", seconds{0}, 123);
    l.update(noon);
    l.session.apply(app::Pin{"mmsi-1", true});
    done(l.session.apply(app::Select{"asset", "mmsi-2"}));
    l.update(noon + std::chrono::hours{5});
    const auto& s = *l.session.scenario();
    CHECK(s.asset("mmsi-1") != nullptr);
    CHECK(s.asset("mmsi-2") != nullptr);
    CHECK(s.asset("mmsi-3") == nullptr);
    CHECK(l.session.figure().marked == std::set<std::string>{"mmsi-1"});
    CHECK(figure_for_window(l.session, 200, 100, 96).marked == std::set<std::string>{"mmsi-1", "mmsi-2"});
    CHECK_THAT(l.session.apply(app::Pin{"mmsi-3", true}).sentence, Contains("there is no asset 'mmsi-3'"));
}

TEST_CASE("a feed with a bad URL or with the URL of a listed feed is refused", "[session][live]") {
    Listening l;
    CHECK_THAT(l.session.apply(app::AddFeed{feed("ais+tcp://127.0.0.1:10110")}).sentence, Contains("already"));
    CHECK_THAT(l.session.apply(app::AddFeed{feed("ais:host")}).sentence, Contains("ais:host"));
    CHECK(l.session.live().feeds().size() == 1);
    CHECK(l.session.live().feeds()[0].name == "ais+tcp://127.0.0.1:10110"); // without a name, the URL is the name
    l.session.apply(app::AddFeed{feed("-")});
    CHECK(l.session.live().feeds().back().name == "standard input");
    l.session.apply(app::RemoveFeed{"-"});
    l.session.apply(app::RemoveFeed{"ais+tcp://127.0.0.1:10110"});
    CHECK(l.session.live().feeds().empty());
    CHECK(l.session.live().is_live()); // the received messages are still shown
}

TEST_CASE("a scenario's own feeds are listed but stay off until the user switches them on", "[session][live]") {
    const Scratch folder;
    folder.write("scenario.toml",
                 "theatrum = 1\ntitle = \"t\"\n[time]\nstart = 2024-01-01\nend = 2024-02-01\n"
                 "[[feed]]\nurl = \"ais+file:logs/day.nmea\"\nname = \"Harbour\"\ncredit = \"Port\"\n"
                 "area = [120, 20, 125, 26]\n[[asset]]\nid = \"a\"\nname = \"A\"\ntype = \"frigate\"\n");
    auto s = session();
    open(s, folder.path());
    REQUIRE(s.live().feeds().size() == 1);
    CHECK(s.live().feeds()[0].declared);
    CHECK_FALSE(s.live().feeds()[0].on);
    CHECK_FALSE(s.live().is_live());
    CHECK(s.live().feeds()[0].url == "ais+file:" + (folder / "logs/day.nmea").string());
    CHECK(s.live().feeds()[0].area->east() == 125);
    s.apply(app::SwitchFeed{s.live().feeds()[0].url, true});
    CHECK(s.live().is_live());
    CHECK(s.live().feeds()[0].on);
    apply_and_wait(s, app::ReloadScenario{}); // a feed that was switched on stays on
    CHECK(s.live().feeds().at(0).on);
}

TEST_CASE("age limits and the trail are part of the live request, and an invalid age limit is refused",
          "[session][live]") {
    Listening l;
    const auto before = l.session.request_version();
    auto limits = l.session.live().age_limits();
    limits.of(assets::ContactKind::Ship).lost_after = minutes{1};
    CHECK_THAT(l.session.apply(app::SetAgeLimits{limits}).sentence, Contains("before it is stale"));
    limits.of(assets::ContactKind::Ship).stale_after = minutes{1};
    l.session.apply(app::SetAgeLimits{limits});
    l.session.apply(app::SetTrail{minutes{30}});
    CHECK(l.session.live_request().limits == limits);
    CHECK(l.session.live_request().trail == minutes{30});
    CHECK(l.session.request_version() > before);
}

TEST_CASE("trails and coverage are also made for a scenario without live feeds", "[session][live]") {
    const Scratch folder;
    folder.write("ship.csv", "asset,from,lon,lat,radius_km\nship,2024-05-01T06:00Z,124,25,1\n"
                             "ship,2024-05-01T08:00Z,124.5,25,1\n");
    auto s = session();
    open(s, folder / "ship.csv");
    s.apply(app::GoToTime{utc("2024-05-01T08:00:00Z")});
    CHECK(s.snapshot().trails.empty());
    CHECK(s.snapshot().coverage == nullptr);
    s.apply(app::SetTrail{std::chrono::hours{3}});
    s.apply(app::ShowLayer{"coverage", true});
    REQUIRE(s.snapshot().trails.size() == 1);
    CHECK(s.snapshot().trails[0].lines.at(0).size() == 2);
    REQUIRE(s.snapshot().coverage != nullptr);
    CHECK_FALSE(s.snapshot().coverage->any()); // the scenario has no recording
}

TEST_CASE("Freeze stops at the instant shown and requests the minutes before it", "[session][live]") {
    Listening l;
    CHECK_THAT(l.session.apply(app::Freeze{"/tmp/x", minutes{0}}).sentence, Contains("more than 0"));
    l.receive("mmsi:1", seconds{0}, 121);
    l.update(noon);
    l.session.apply(app::Confirm{"mmsi-1", true});
    l.session.apply(app::Freeze{"/tmp/x", minutes{20}, "Off Taiwan", "A university"});
    CHECK_FALSE(l.session.playhead().follows_now());
    const auto request = l.session.take_freeze_request();
    REQUIRE(request);
    CHECK(request->at == noon);
    CHECK(request->before == minutes{20});
    CHECK(request->title == "Off Taiwan");
    CHECK(request->credit == "A university");
    CHECK(request->confirmed.contains("mmsi-1"));
    CHECK_FALSE(request->shown); // only the window knows how wide its map is
    CHECK_FALSE(l.session.take_freeze_request());
}

TEST_CASE("the contact list keeps every row in its place while it is frozen", "[session][live]") {
    Listening l;
    l.receive("mmsi:1", seconds{0}, 121, "BRAVO", "TW", 5);
    l.receive("mmsi:2", seconds{0}, 122, "ALPHA", "CA", 9);
    l.update(noon);
    app::ContactList list;
    const auto names = [&] {
        std::string all;
        for (const auto& row : list.rows())
            all += row.asset < l.session.scenario()->assets.size() ? l.session.scenario()->assets[row.asset].name + " "
                                                                   : "- ";
        return all;
    };
    using Order = app::ContactOrder;
    list.update(l.session, "", Order::Name, false);
    CHECK(names() == "ALPHA BRAVO ");
    l.receive("mmsi:3", seconds{1}, 123, "AAA", "TW", 20);
    l.update(noon + seconds{1});
    list.update(l.session, "", Order::Name, true);
    CHECK(names() == "ALPHA BRAVO AAA "); // a new contact is appended
    list.update(l.session, "", Order::Name, false);
    CHECK(names() == "AAA ALPHA BRAVO ");
    list.update(l.session, "", Order::Speed, false);
    CHECK(names() == "AAA ALPHA BRAVO ");
    list.update(l.session, "canada", Order::Speed, false);
    CHECK(names() == "ALPHA ");
    CHECK(list.count() == 3);
    l.session.apply(app::Pin{"mmsi-1", true});
    list.update(l.session, "", Order::Name, false);
    CHECK(names() == "BRAVO AAA ALPHA ");
    // mmsi-2 is lost while the list is frozen: its row stays, without an asset.
    for (int i = 1; i <= 6; ++i)
        l.receive("mmsi:3", minutes{20 * i}, 123);
    l.update(noon + minutes{120});
    list.update(l.session, "", Order::Name, true);
    CHECK(names() == "BRAVO AAA - ");
    CHECK(l.session.scenario()->assets.size() == l.session.document().base()->assets.size() + 2);
}

TEST_CASE("the contact list is ordered by name, age, speed, type or country", "[session][live]") {
    Listening l;
    l.receive("mmsi:1", seconds{50}, 121, "DELTA", "TW", 5);
    l.receive("mmsi:2", seconds{40}, 122, "BRAVO", "CA", 9);
    l.receive("mmsi:3", seconds{20}, 123, "charlie", "JP", 20);
    l.receive("mmsi:4", seconds{0}, 124, "ALPHA", "JP", 1);
    l.update(noon + seconds{60});
    app::ContactList list;
    const auto names = [&](app::ContactOrder order) {
        list.update(l.session, "", order, false);
        std::string all;
        for (const auto& row : list.rows())
            all += l.session.scenario()->assets[row.asset].name + " ";
        return all;
    };
    using Order = app::ContactOrder;
    CHECK(names(Order::Name) == "ALPHA BRAVO charlie DELTA ");
    CHECK(names(Order::Age) == "DELTA BRAVO charlie ALPHA "); // the newest first
    CHECK(names(Order::Speed) == "charlie BRAVO DELTA ALPHA ");
    CHECK(names(Order::Type) == "ALPHA BRAVO charlie DELTA "); // all are merchants: by name
    CHECK(names(Order::Country) == "BRAVO ALPHA charlie DELTA ");
}

TEST_CASE("the asset list has no contacts, but find_contacts() finds them", "[session][live]") {
    Listening l;
    const auto listed = [&] {
        std::size_t count = 0;
        for (const auto& country : app::asset_list(l.session, ""))
            count += country.rows.size();
        return count;
    };
    const auto before = listed();
    l.receive("mmsi:416000001", seconds{0}, 121, "EVER TEST", "TW");
    l.receive("mmsi:416000002", seconds{0}, 125, "TESTER", "TW");
    l.update(noon);
    CHECK(listed() == before);
    const auto hits = app::find_contacts(*l.session.scenario(), l.session.snapshot(), "test");
    REQUIRE(hits.size() == 2);
    CHECK(hits[0].name == "TESTER"); // its name begins with the text
    CHECK(hits[0].at.lon() == Approx(125));
    CHECK(app::find_contacts(*l.session.scenario(), l.session.snapshot(), "416000001").size() == 1);
    CHECK(app::find_contacts(*l.session.scenario(), l.session.snapshot(), "t").empty());
}

TEST_CASE("the inspector shows the time of each message of a contact, and the age of the previous one",
          "[session][live]") {
    Listening l;
    l.receive("mmsi:1", seconds{0}, 121);
    l.receive("mmsi:1", minutes{7}, 121.01);
    l.receive("mmsi:1", minutes{12}, 121.02);
    l.update(noon + minutes{12});
    l.session.apply(app::Select{"asset", "mmsi-1"});
    l.update(noon + minutes{12});
    const auto shown = app::inspect(l.session);
    REQUIRE(shown);
    REQUIRE(shown->fixes.size() == 3);
    CHECK(shown->fixes[1].when == "Fri 31 Jul 2026, 20:07:00 UTC+8");
    REQUIRE(shown->before);
    CHECK_THAT(shown->before->words, Catch::StartsWith("5 minutes earlier"));
}

TEST_CASE("a ship that has moved some hundred metres since its last message is not 'at the same place'",
          "[session][live]") {
    Listening l;
    l.receive("mmsi:1", seconds{0}, 121);
    l.receive("mmsi:1", minutes{1}, 121.003); // 313 m at 20 N
    l.receive("mmsi:2", seconds{0}, 122);
    l.receive("mmsi:2", minutes{1}, 122.0001); // 10 m: at anchor
    l.update(noon + minutes{1});
    const auto words_of = [&](const char* id) {
        l.session.apply(app::Select{"asset", id});
        l.update(noon + minutes{1});
        const auto shown = app::inspect(l.session);
        REQUIRE(shown);
        REQUIRE(shown->before);
        return shown->before->words;
    };
    CHECK_THAT(words_of("mmsi-1"), Contains("314 m away, bearing 270"));
    CHECK_THAT(words_of("mmsi-2"), Contains("at the same place"));
}

TEST_CASE("an age is given in a suitable unit", "[session][live]") {
    CHECK(app::age_in_words(seconds{8}) == "8 s");
    CHECK(app::age_in_words(minutes{12}) == "12 min");
    CHECK(app::age_in_words(std::chrono::hours{3}) == "3 h");
    CHECK(app::age_in_words(std::chrono::hours{72}) == "3 d");
}

TEST_CASE("the earlier message in the inspector is counted from the newest one, so that it agrees with the speed",
          "[session][live]") {
    Listening l;
    l.receive("mmsi:1", seconds{0}, 121);
    l.receive("mmsi:1", minutes{2}, 121.00709, "", "", 12); // 0.4 nautical miles at 20 N: 12 knots
    l.update(noon + minutes{3});                            // the newest message still holds
    l.session.apply(app::Select{"asset", "mmsi-1"});
    l.update(noon + minutes{3});
    const auto shown = app::inspect(l.session);
    REQUIRE(shown);
    REQUIRE(shown->before);
    CHECK_THAT(shown->before->words, Catch::StartsWith("2 minutes earlier than its newest message"));
    CHECK_THAT(shown->before->words, Contains(", 12.0 kn"));
}

TEST_CASE("alerts of the scenario and of the user are in the live request", "[session][live][alerts]") {
    const Scratch folder;
    folder.write("scenario.toml", "theatrum = 1\ntitle = \"t\"\n[time]\nstart = 2024-01-01\nend = 2024-02-01\n"
                                  "[zones]\nbuiltin = [\"dmz\", \"mdl\"]\n"
                                  "[[alert]]\nid = \"in\"\nwhen = \"enters\"\nzone = \"dmz\"\n"
                                  "[[asset]]\nid = \"a\"\nname = \"A\"\ntype = \"frigate\"\n");
    auto s = session();
    open(s, folder.path());
    const auto before = s.request_version();
    CHECK(s.live_request().alerts.size() == 1);
    done(s.apply(app::AddAlert{{.id = {}, .when = assets::AlertWhen::Crosses, .zone = "mdl", .who = {"a"}}}));
    done(s.apply(app::AddAlert{{.id = {}, .when = assets::AlertWhen::Silent, .zone = {}, .who = {}, .minutes = 5}}));
    done(s.apply(app::AddAlert{{.id = {}, .when = assets::AlertWhen::Silent, .zone = {}, .who = {}, .minutes = 15}}));
    CHECK(s.request_version() > before);
    const auto rules = s.live_request().alerts;
    REQUIRE(rules.size() == 4);
    CHECK(rules[0].id == "in");
    CHECK(rules[1].id == "crosses-mdl");
    CHECK(rules[2].id == "silent");
    CHECK(rules[3].id == "silent-2");
    const auto refused = [&](assets::AlertRule rule) {
        return s.apply(app::AddAlert{std::move(rule)}).sentence;
    };
    CHECK_THAT(refused({.id = {}, .when = assets::AlertWhen::Enters, .zone = "mdl", .who = {}}), Contains("is a line"));
    CHECK_THAT(refused({.id = {}, .when = assets::AlertWhen::Enters, .zone = "x", .who = {}}),
               Contains("there is no zone 'x'"));
    CHECK_THAT(refused({.id = {}, .when = assets::AlertWhen::Silent, .zone = {}, .who = {}, .minutes = 0}),
               Contains("from 1 to 10080"));
    CHECK_THAT(refused({.id = {}, .when = assets::AlertWhen::Enters, .zone = "dmz", .who = {}}),
               Contains("'in' already says so"));
    CHECK_THAT(s.apply(app::RemoveAlert{"in"}).sentence, Contains("scenario.toml"));
    done(s.apply(app::RemoveAlert{"silent"}));
    CHECK(s.live_request().alerts.size() == 3);
}

TEST_CASE("a contact that has gone silent can be selected", "[session][live]") {
    Listening l;
    l.receive("mmsi:1", seconds{0}, 121, "GONE");
    l.receive("mmsi:2", minutes{90}, 122);
    l.update(noon + minutes{90});
    CHECK(l.session.scenario()->asset("mmsi-1") == nullptr);
    REQUIRE(l.session.live().snapshot()->silent_contacts.size() == 1);
    done(l.session.apply(app::Select{"asset", "mmsi-1"}));
    l.update(noon + minutes{90});
    CHECK(l.session.scenario()->asset("mmsi-1") != nullptr);
    CHECK(l.session.apply(app::Select{"asset", "mmsi-9"}).is_refused());
}

TEST_CASE("recording is requested once, and only with a feed", "[session][live]") {
    auto s = session();
    open(s, "builtin:canada-2024");
    CHECK(s.apply(app::RecordFeeds{"/tmp/x"}).is_refused());
    Listening l;
    done(l.session.apply(app::RecordFeeds{"/tmp/x"}));
    CHECK(l.session.take_record_request() == "/tmp/x");
    CHECK_FALSE(l.session.take_record_request());
}
