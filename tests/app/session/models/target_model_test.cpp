// The target card, the table of contacts, and how two contacts pass each other.
#include "app/session/models/live/target_model.hpp"
#include "geo/earth/geodesic.hpp"
#include "tests/app/session/listening.hpp"
#include "tests/app/session/scratch.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

using Catch::Contains;
using listening_test::Listening;
using listening_test::noon;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

std::string fact(const app::TargetCard& card, const std::string& what) {
    const auto found =
        std::find_if(card.facts.begin(), card.facts.end(), [&](const auto& f) { return f.first == what; });
    return found == card.facts.end() ? "-" : found->second;
}

bool has_doubt(const app::TargetCard& card, const std::string& words) {
    return std::any_of(card.doubts.begin(), card.doubts.end(),
                       [&](const auto& doubt) { return doubt.find(words) != std::string::npos; });
}

assets::FeedMessage full_message() {
    assets::FeedMessage message;
    message.key = "mmsi:416000001";
    message.time = noon;
    message.position = geo::lonlat(122, 22);
    message.speed_kn = 12.34;
    message.course_deg = 45.6;
    message.heading_deg = 47;
    message.name = "EVER TEST";
    message.callsign = "BABC";
    message.destination = "KAOHSIUNG";
    message.eta = "08-01 06:30";
    message.status = "under way using engine";
    message.imo = 9'074'729;
    message.type = assets::AssetType::Merchant;
    message.ship_code = 71;
    message.length_m = 134;
    message.beam_m = 17;
    message.draught_m = 5.2;
    message.transponder = 'A';
    message.country = "TW";
    message.source = "station-7";
    return message;
}

app::TargetCard card_of(Listening& l, const assets::FeedMessage& message, const std::string& id) {
    l.store.take(message);
    l.update(noon + seconds{20});
    REQUIRE_FALSE(l.session.apply(app::Select{"asset", id}).is_refused());
    l.update(noon + seconds{20});
    const auto card = app::target_card(l.session);
    REQUIRE(card);
    return *card;
}

} // namespace

TEST_CASE("the target card says what the contact has sent", "[session][live][target]") {
    Listening l;
    const auto card = card_of(l, full_message(), "mmsi-416000001");
    CHECK(card.name == "EVER TEST");
    CHECK(fact(card, "Speed") == "12.3 kn");
    CHECK(fact(card, "Course") == "046");
    CHECK(fact(card, "Heading") == "047");
    CHECK(fact(card, "Status") == "under way using engine");
    CHECK(fact(card, "Destination") == "KAOHSIUNG, ETA 08-01 06:30 UTC");
    CHECK(fact(card, "Class") == "cargo; AIS class A");
    CHECK(fact(card, "Ship type") == "cargo ship, hazardous category A (code 71)");
    CHECK(fact(card, "IMO") == "9074729");
    CHECK(fact(card, "Call sign") == "BABC");
    CHECK(fact(card, "Size") == "134 m x 17 m, draught 5.2 m");
    CHECK_THAT(fact(card, "Source"), Contains("station station-7"));
    CHECK(fact(card, "Last message") == "20 s ago");
    CHECK(card.doubts.empty());
    l.session.apply(app::Select{"asset", "hmcs-vancouver"});
    l.update(noon + seconds{20});
    CHECK_FALSE(app::target_card(l.session)); // no feed has heard it
}

TEST_CASE("the card doubts a jump, a position on land, and a name of the watch list with another number",
          "[session][live][target]") {
    Listening l;
    auto message = full_message();
    message.position = geo::lonlat(121, 23.8); // the mountains of Taiwan
    message.doubts = {"jump above 100 kn"};
    const auto card = card_of(l, message, "mmsi-416000001");
    CHECK(has_doubt(card, "impossible jump, 20 s ago"));
    CHECK(has_doubt(card, "on land"));
    CHECK_FALSE(has_doubt(card, "two places"));
}

TEST_CASE("the card doubts a name and a flag that do not go with the number", "[session][live][target]") {
    const session_test::Scratch folder;
    folder.write("scenario.toml", "theatrum = 1\ntitle = \"t\"\n[time]\nstart = 2024-01-01\nend = 2024-02-01\n"
                                  "[[asset]]\nid = \"ottawa\"\nname = \"HMCS Ottawa\"\ntype = \"frigate\"\n"
                                  "country = \"CA\"\nmmsi = \"316136000\"\n");
    Listening l;
    apply_and_wait(l.session, app::OpenScenario{folder.path().string()});
    l.session.apply(app::SwitchFeed{l.session.live().feeds().front().url, true});
    auto message = full_message();
    message.key = "mmsi:316136000";
    message.name = "FISHING BOAT";
    message.country = "PA";
    const auto card = card_of(l, message, "ottawa");
    CHECK(has_doubt(card, "sends the name FISHING BOAT, but its number is that of HMCS Ottawa"));
    CHECK(has_doubt(card, "HMCS Ottawa is of"));
}

TEST_CASE("two ships on crossing courses have a closest approach", "[session][live][target]") {
    // The second is 10 miles east of the first, which goes east at 10 knots; the second goes west at 10 knots, 1 mile
    // north of the first one's line.
    const auto a = geo::lonlat(0, 0);
    const auto b = geo::point_along(geo::point_along(a, 90, 18'520), 0, 1'852);
    const app::Moving first{a, 90.0, 10.0, noon}, second{b, 270.0, 10.0, noon};
    const auto p = app::passing(first, second, noon);
    CHECK(p.range_nmi == Approx(10.05).epsilon(0.01));
    CHECK(p.bearing_deg == Approx(84.3).epsilon(0.01));
    REQUIRE(p.closest_nmi);
    CHECK(*p.closest_nmi == Approx(1).epsilon(0.03));
    CHECK(*p.closest_in_min == Approx(30).epsilon(0.02));
    CHECK(app::passing_words(p) == "10.0 nmi, bearing 084; closest 1.0 nmi in 30 min");
    // Ten minutes later both have moved on from their last messages.
    const auto later = app::passing(first, second, noon + minutes{10});
    CHECK(later.range_nmi == Approx(6.74).epsilon(0.02));
    CHECK(*later.closest_in_min == Approx(20).epsilon(0.03));
    // Ships that part come no closer; a ship without a course gives no closest approach.
    const app::Moving away{b, 90.0, 20.0, noon};
    CHECK(app::passing_words(app::passing(first, away, noon)) == "10.0 nmi, bearing 084; not coming closer");
    const app::Moving unknown{b, std::nullopt, 12.0, noon};
    CHECK_THAT(app::passing_words(app::passing(first, unknown, noon)), Contains("unknown"));
    const app::Moving still{b, std::nullopt, 0.1, noon};
    CHECK(*app::passing(first, still, noon).closest_nmi == Approx(1).epsilon(0.03));
}

TEST_CASE("the distance to a line is that of its nearest point", "[session][live][target]") {
    assets::Zone zone{};
    zone.shape = assets::LineShape{{{{120, 20}, {120, 30}}}};
    const auto to = app::distance_to(zone, nullptr, geo::lonlat(121, 25));
    REQUIRE(to);
    CHECK(to->distance_nmi ==
          Approx(geo::distance_m(geo::lonlat(121, 25), geo::lonlat(120, 25)) / 1852).epsilon(0.001));
    CHECK(to->bearing_deg == Approx(270).margin(1));
    const auto beyond = app::distance_to(zone, nullptr, geo::lonlat(120, 31)); // past the end
    CHECK(beyond->distance_nmi == Approx(geo::distance_m(geo::lonlat(120, 31), geo::lonlat(120, 30)) / 1852));
    zone.shape = assets::LineShape{{{{179, -10}, {179, 10}}}};
    CHECK(app::distance_to(zone, nullptr, geo::lonlat(-179, 0))->distance_nmi == Approx(120.2).epsilon(0.01));
}

TEST_CASE("the table of contacts is copied with tabs, and a name cannot break it", "[session][live][target]") {
    Listening l;
    l.receive("mmsi:416000001", seconds{0}, 122, "BAD\tNAME\nX", "TW", 11);
    l.receive("mmsi:416000002", seconds{0}, 123, "OTHER", "JP", 7);
    l.update(noon + seconds{5});
    const auto first = l.session.scenario()->first_feed_asset;
    const auto from = app::moving_of(l.session, "mmsi-416000001");
    REQUIRE(from);
    const std::string text = app::contacts_tsv(l.session, {first, first + 1}, from);
    CHECK(std::count(text.begin(), text.end(), '\n') == 3);
    CHECK(std::count(text.begin(), text.end(), '\t') == 3 * 8);
    CHECK_THAT(text, Catch::StartsWith("Name\tNumber\tClass\tFlag\tSpeed kn"));
    CHECK_THAT(text, Contains("BAD NAME X\t416000001\tother\tTW\t11.0\t\t5\t0.0\t"));
    CHECK_THAT(text, Contains("OTHER\t416000002\tother\tJP\t7.0\t\t5\t56.5\t090"));
}
