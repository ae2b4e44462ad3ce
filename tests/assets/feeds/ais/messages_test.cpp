#include "tests/assets/feeds/ais/ais_encoder.hpp"
#include "tests/assets/feeds/decoding.hpp"
#include "tests/support/catch.hpp"

using namespace ais_test;
using assets::AssetType;
using assets::FeedMessage;

namespace {

feeds_test::Outcome decoded(const std::string& text) {
    return feeds_test::decode(*assets::make_ais_decoder(), text);
}

FeedMessage report_of(const Bits& bits) {
    const auto outcome = decoded(lines(bits));
    CAPTURE(feeds_test::as_text(outcome));
    REQUIRE(outcome.reports.size() == 1);
    CHECK(feeds_test::broken_promise(outcome.reports[0]).empty());
    return outcome.reports[0];
}

void check_place(const FeedMessage& report, double lon, double lat) {
    REQUIRE(report.position);
    CHECK(report.position->lon() == Approx(lon).margin(1e-9));
    CHECK(report.position->lat() == Approx(lat).margin(1e-9));
}

} // namespace

TEST_CASE("a class A position has place, speed, course, heading and activity", "[ais]") {
    for (const int type : {1, 2, 3}) {
        ClassA message;
        message.type = type;
        message.accurate = true;
        const auto report = report_of(message.bits());
        CHECK(report.key == "mmsi:316138000");
        CHECK(report.message_type == std::to_string(type));
        check_place(report, 129.5, 35.25);
        CHECK(report.speed_kn == 12.3);
        CHECK(report.course_deg == 90.5);
        CHECK(report.heading_deg == 91);
        CHECK(report.radius_m == 10);
        CHECK(report.country == "CA");
        CHECK(report.activity == assets::Activity::Underway);
        CHECK(report.how.empty());
        CHECK(report.doubts.empty());
        CHECK(report.time == feeds_test::noon);
        CHECK(report.time_source == assets::TimeSource::Receiver);
        CHECK_FALSE((report.name || report.type || report.imo || report.altitude_m || report.length_m));
        CHECK_FALSE((report.aid || report.distress || report.pleasure || report.military));
    }
}

TEST_CASE("south and west are negative", "[ais]") {
    ClassA message;
    message.lon = degrees(-179.9999);
    message.lat = degrees(-77.8501);
    check_place(report_of(message.bits()), -179.9999, -77.8501);
}

TEST_CASE("what is not available is no value", "[ais]") {
    ClassA a;
    a.lon = no_lon;
    a.lat = no_lat;
    a.speed = 1023;
    a.course = 3600;
    a.heading = 511;
    a.second = 60;
    a.status = 15;
    ClassB b;
    b.lon = no_lon;
    b.lat = no_lat;
    b.speed = 1023;
    b.course = 3600;
    LongRange far;
    far.lon = 181 * 600;
    far.lat = 91 * 600;
    far.speed = 63;
    far.course = 511;
    far.status = 15;
    SearchAircraft plane;
    plane.lon = no_lon;
    plane.lat = no_lat;
    plane.speed = 1023;
    plane.course = 3600;
    plane.altitude = 4095;
    for (const auto& bits : {a.bits(), b.bits(), far.bits(), plane.bits()}) {
        const auto report = report_of(bits);
        CHECK_FALSE(report.position);
        CHECK_FALSE(report.radius_m);
        CHECK_FALSE(report.speed_kn);
        CHECK_FALSE(report.course_deg);
        CHECK_FALSE(report.heading_deg);
        CHECK_FALSE(report.altitude_m);
        CHECK_FALSE(report.activity);
        CHECK(report.doubts.empty());
    }
    Static named;
    named.imo = 0;
    named.name = named.callsign = named.destination = "";
    named.ship_type = named.bow = named.stern = 0;
    const auto report = report_of(named.bits());
    CHECK_FALSE((report.imo || report.name || report.callsign || report.destination || report.type || report.length_m));
}

TEST_CASE("0, 0 is no place, and neither is one off the globe", "[ais]") {
    ClassA message;
    message.lon = message.lat = 0;
    auto report = report_of(message.bits());
    CHECK_FALSE(report.position);
    CHECK(report.doubts == std::vector<std::string>{"position 0, 0"});
    message.lon = degrees(200);
    message.lat = degrees(10);
    report = report_of(message.bits());
    CHECK_FALSE(report.position);
    CHECK(report.doubts == std::vector<std::string>{"position out of range"});
    message.lon = degrees(10);
    message.lat = degrees(-90.5);
    CHECK_FALSE(report_of(message.bits()).position);
    // The equator off Kenya and the meridian of Greenwich are places.
    message.lat = 0;
    check_place(report_of(message.bits()), 10, 0);
    message.lon = 0;
    message.lat = degrees(51.5);
    check_place(report_of(message.bits()), 0, 51.5);
}

TEST_CASE("an unavailable latitude alone makes the position unavailable", "[ais]") {
    ClassA message;
    message.lat = no_lat;
    const auto report = report_of(message.bits());
    CHECK_FALSE(report.position);
    CHECK(report.doubts.empty());
}

TEST_CASE("the second of the minute may say how the position came about", "[ais]") {
    ClassA message;
    message.second = 61;
    CHECK(report_of(message.bits()).how == "manual input");
    message.second = 62;
    CHECK(report_of(message.bits()).how == "dead reckoning");
    message.second = 63;
    CHECK(report_of(message.bits()).doubts == std::vector<std::string>{"positioning system inoperative"});
}

TEST_CASE("the status says what a ship is doing", "[ais]") {
    const auto activity = [](int status) {
        ClassA message;
        message.status = status;
        return report_of(message.bits()).activity;
    };
    CHECK(activity(1) == assets::Activity::AtAnchor);
    CHECK(activity(5) == assets::Activity::InPort);
    CHECK(activity(7) == assets::Activity::Underway);
    CHECK(activity(6) == assets::Activity::Other);
    CHECK_FALSE(activity(9));
}

TEST_CASE("a base station is an aid with a surveyed place", "[ais]") {
    const auto report = report_of(BaseStation{}.bits());
    CHECK(report.key == "mmsi:004310001");
    CHECK(report.message_type == "4");
    check_place(report, 139.75, 35.5);
    CHECK(report.how == "surveyed");
    CHECK(report.aid);
    CHECK(report.country == "JP");
    CHECK_FALSE(report.type);
}

TEST_CASE("static data has name, call sign, IMO number, destination, type and length", "[ais]") {
    const auto report = report_of(Static{}.bits());
    CHECK(report.message_type == "5");
    CHECK(report.name == "VANCOUVER");
    CHECK(report.callsign == "CFN1234");
    CHECK(report.imo == 9'074'729U);
    CHECK(report.destination == "YOKOSUKA");
    CHECK(report.type == AssetType::Merchant);
    CHECK(report.length_m == 134);
    CHECK(report.doubts.empty());
    CHECK_FALSE(report.position);
}

TEST_CASE("an IMO number with a wrong check digit is doubted", "[ais]") {
    Static message;
    message.imo = 9'074'728;
    const auto report = report_of(message.bits());
    CHECK(report.imo == 9'074'728U);
    CHECK(report.doubts == std::vector<std::string>{"IMO number fails its check digit"});
}

TEST_CASE("text ends at the first at sign, and blanks around it go", "[ais]") {
    Static message;
    message.name = "  SEA  STAR  @JUNK";
    message.callsign = "@@@@ABC";
    const auto report = report_of(message.bits());
    CHECK(report.name == "SEA  STAR");
    CHECK_FALSE(report.callsign);
    message.name = "\"A\\B\" [1] #2 ?*";
    CHECK(report_of(message.bits()).name == "\"A\\B\" [1] #2 ?*");
}

TEST_CASE("military, pleasure and fishing vessels are known by their type code", "[ais]") {
    const auto with_type = [](int code) {
        Static message;
        message.ship_type = code;
        return report_of(message.bits());
    };
    CHECK(with_type(35).military);
    CHECK_FALSE(with_type(35).pleasure);
    CHECK(with_type(36).pleasure);
    CHECK(with_type(37).pleasure);
    CHECK_FALSE(with_type(37).military);
    CHECK(with_type(30).type == AssetType::Fishing);
    CHECK(with_type(55).type == AssetType::CoastGuard);
    CHECK(with_type(89).type == AssetType::Merchant);
    CHECK_FALSE(with_type(38).type);
}

TEST_CASE("a search and rescue aircraft has an altitude and whole knots", "[ais]") {
    SearchAircraft message;
    auto report = report_of(message.bits());
    CHECK(report.message_type == "9");
    check_place(report, -63.5, 44.5);
    CHECK(report.altitude_m == 300);
    CHECK(report.speed_kn == 110);
    CHECK(report.course_deg == 180);
    CHECK(report.type == AssetType::Helicopter);
    CHECK(report.country == "CA");
    message.mmsi = 111'316'101;
    CHECK(report_of(message.bits()).type == AssetType::MaritimePatrolAircraft);
}

TEST_CASE("class B sends positions, and its extended report a name and type too", "[ais]") {
    auto report = report_of(ClassB{}.bits());
    CHECK(report.message_type == "18");
    check_place(report, -74.0, 40.5);
    CHECK(report.speed_kn == 6.1);
    CHECK(report.course_deg == 270);
    CHECK_FALSE(report.heading_deg);
    CHECK(report.country == "US");
    report = report_of(ClassBExtended{}.bits());
    CHECK(report.message_type == "19");
    check_place(report, -74.0, 40.5);
    CHECK(report.name == "CAPT.J.RIMES");
    CHECK(report.length_m == 26);
    CHECK(report.pleasure);
    CHECK(report.how == "GPS");
}

TEST_CASE("class B's static data comes in halves", "[ais]") {
    auto report = report_of(NameB{}.bits());
    CHECK(report.message_type == "24");
    CHECK(report.name == "SEA SHELL");
    CHECK_FALSE((report.callsign || report.length_m || report.type));
    report = report_of(StaticB{}.bits());
    CHECK(report.callsign == "WDE4321");
    CHECK(report.length_m == 12);
    CHECK(report.pleasure);
    CHECK_FALSE(report.name);
}

TEST_CASE("a ship's boat sends its ship's number where others send their size", "[ais]") {
    StaticB message;
    message.mmsi = 983'161'234;
    const auto report = report_of(message.bits());
    CHECK_FALSE(report.length_m);
    CHECK(report.country == "CA");
}

TEST_CASE("an aid to navigation may have a name of 34 characters", "[ais]") {
    Aid message;
    auto report = report_of(message.bits());
    CHECK(report.message_type == "21");
    CHECK(report.name == "NORTH CARDINAL");
    check_place(report, -123.25, 49.25);
    CHECK(report.aid);
    CHECK(report.country == "CA");
    CHECK_FALSE(report.remarks);
    for (const std::string_view name : {"CHINA ROSE MURPHY EXPRESS ALERT", "ABCDEFGHIJKLMNOPQRSTU",
                                        "ABCDEFGHIJKLMNOPQRSTUVWXYZ01234567", "ABCDEFGHIJKLMNOPQRS TU"}) {
        message.name = name;
        CHECK(report_of(message.bits()).name == name);
    }
    message.off_position = true;
    CHECK(report_of(message.bits()).remarks == "off position");
    message.second = 60; // then the flag has no meaning
    CHECK_FALSE(report_of(message.bits()).remarks);
    message.virtual_aid = true;
    CHECK(report_of(message.bits()).remarks == "virtual aid");
}

TEST_CASE("a long-range report is coarse, and says so", "[ais]") {
    const auto report = report_of(LongRange{}.bits());
    CHECK(report.message_type == "27");
    check_place(report, 129.5, 35.25);
    CHECK(report.speed_kn == 12);
    CHECK(report.course_deg == 90);
    CHECK(report.radius_m == 131);
}

TEST_CASE("search and rescue beacons are distress, also when only tested", "[ais]") {
    for (const std::uint32_t mmsi : {970'123'456U, 972'123'456U, 974'123'456U}) {
        ClassA message;
        message.mmsi = mmsi;
        message.status = 14;
        auto report = report_of(message.bits());
        CHECK(report.distress);
        CHECK(report.doubts.empty());
        CHECK_FALSE(report.country);
        message.status = 15;
        report = report_of(message.bits());
        CHECK(report.distress);
        CHECK(report.doubts == std::vector<std::string>{"beacon under test"});
    }
}

TEST_CASE("a number that is no MMSI is doubted, not dropped", "[ais]") {
    for (const auto& [mmsi, key] : {std::pair{0U, "mmsi:000000000"}, std::pair{1'073'741'823U, "mmsi:1073741823"},
                                    std::pair{123'456'789U, "mmsi:123456789"}}) {
        ClassA message;
        message.mmsi = mmsi;
        const auto report = report_of(message.bits());
        CHECK(report.key == key);
        CHECK(report.position);
        CHECK(report.doubts == std::vector<std::string>{"no valid MMSI"});
    }
}

TEST_CASE("a message shorter than its type is rejected", "[ais]") {
    for (const auto& [bits, least] :
         {std::pair{ClassA{}.bits(), 163U}, std::pair{BaseStation{}.bits(), 168U}, std::pair{Static{}.bits(), 420U},
          std::pair{SearchAircraft{}.bits(), 168U}, std::pair{ClassB{}.bits(), 168U},
          std::pair{ClassBExtended{}.bits(), 312U}, std::pair{Aid{}.bits(), 272U}, std::pair{NameB{}.bits(), 160U},
          std::pair{StaticB{}.bits(), 162U}, std::pair{LongRange{}.bits(), 96U}}) {
        CHECK(decoded(lines(bits.first(least))).reports.size() == 1);
        for (const std::size_t size : {std::size_t{1}, std::size_t{6}, std::size_t{39}, std::size_t{least - 1}}) {
            CAPTURE(least, size);
            const auto outcome = decoded(lines(bits.first(size)));
            CHECK(outcome.reports.empty());
            CHECK(outcome.rejected("message too short") == outcome.counts.messages);
        }
    }
}

TEST_CASE("other types of message are counted, not reported", "[ais]") {
    for (const int type : {6, 7, 8, 10, 11, 12, 13, 14, 15, 16, 17, 20, 22, 23, 25, 26, 28, 63}) {
        ClassA message;
        message.type = type;
        const auto outcome = decoded(lines(message.bits()));
        CHECK(outcome.reports.empty());
        CHECK(outcome.rejected("type not read") == 1);
    }
}
