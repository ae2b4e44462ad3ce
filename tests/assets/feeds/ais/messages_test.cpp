#include "tests/assets/feeds/ais/ais_encoder.hpp"
#include "tests/assets/feeds/decoding.hpp"
#include "tests/support/catch.hpp"

using namespace ais_test;
using assets::AssetType;
using assets::FeedMessage;

namespace {

feeds_test::DecodeResult decoded(const std::string& text) {
    return feeds_test::decode(*assets::make_ais_decoder(), text);
}

FeedMessage message_of(const Bits& bits) {
    const auto result = decoded(lines(bits));
    CAPTURE(feeds_test::as_text(result));
    REQUIRE(result.messages.size() == 1);
    CHECK(feeds_test::broken_promise(result.messages[0]).empty());
    return result.messages[0];
}

void check_place(const FeedMessage& message, double lon, double lat) {
    REQUIRE(message.position);
    CHECK(message.position->lon() == Approx(lon).margin(1e-9));
    CHECK(message.position->lat() == Approx(lat).margin(1e-9));
}

} // namespace

TEST_CASE("a class A message has position, speed, course, heading and activity", "[ais]") {
    for (const int type : {1, 2, 3}) {
        ClassA sent;
        sent.type = type;
        sent.accurate = true;
        const auto message = message_of(sent.bits());
        CHECK(message.key == "mmsi:316138000");
        CHECK(message.message_type == std::to_string(type));
        check_place(message, 129.5, 35.25);
        CHECK(message.speed_kn == 12.3);
        CHECK(message.course_deg == 90.5);
        CHECK(message.heading_deg == 91);
        CHECK(message.radius_m == 10);
        CHECK(message.country == "CA");
        CHECK(message.activity == assets::Activity::Underway);
        CHECK(message.how.empty());
        CHECK(message.doubts.empty());
        CHECK(message.time == feeds_test::noon);
        CHECK(message.time_source == assets::TimeSource::Receiver);
        CHECK_FALSE((message.name || message.type || message.imo || message.altitude_m || message.length_m));
        CHECK_FALSE((message.aid || message.distress || message.pleasure || message.military));
    }
}

TEST_CASE("southern and western coordinates are negative", "[ais]") {
    ClassA sent;
    sent.lon = degrees(-179.9999);
    sent.lat = degrees(-77.8501);
    check_place(message_of(sent.bits()), -179.9999, -77.8501);
}

TEST_CASE("a value that is not available stays empty", "[ais]") {
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
        const auto message = message_of(bits);
        CHECK_FALSE(message.position);
        CHECK_FALSE(message.radius_m);
        CHECK_FALSE(message.speed_kn);
        CHECK_FALSE(message.course_deg);
        CHECK_FALSE(message.heading_deg);
        CHECK_FALSE(message.altitude_m);
        CHECK_FALSE(message.activity);
        CHECK(message.doubts.empty());
    }
    Static named;
    named.imo = 0;
    named.name = named.callsign = named.destination = "";
    named.ship_type = named.bow = named.stern = 0;
    const auto message = message_of(named.bits());
    CHECK_FALSE(
        (message.imo || message.name || message.callsign || message.destination || message.type || message.length_m));
}

TEST_CASE("a position at 0, 0 or out of range is left out and doubted", "[ais]") {
    ClassA sent;
    sent.lon = sent.lat = 0;
    auto message = message_of(sent.bits());
    CHECK_FALSE(message.position);
    CHECK(message.doubts == std::vector<std::string>{"position 0, 0"});
    sent.lon = degrees(200);
    sent.lat = degrees(10);
    message = message_of(sent.bits());
    CHECK_FALSE(message.position);
    CHECK(message.doubts == std::vector<std::string>{"position out of range"});
    sent.lon = degrees(10);
    sent.lat = degrees(-90.5);
    CHECK_FALSE(message_of(sent.bits()).position);
    // Positions on the equator and on the meridian of Greenwich are valid.
    sent.lat = 0;
    check_place(message_of(sent.bits()), 10, 0);
    sent.lon = 0;
    sent.lat = degrees(51.5);
    check_place(message_of(sent.bits()), 0, 51.5);
}

TEST_CASE("an unavailable latitude alone makes the position unavailable", "[ais]") {
    ClassA sent;
    sent.lat = no_lat;
    const auto message = message_of(sent.bits());
    CHECK_FALSE(message.position);
    CHECK(message.doubts.empty());
}

TEST_CASE("the second of the minute may say how the position was obtained", "[ais]") {
    ClassA sent;
    sent.second = 61;
    CHECK(message_of(sent.bits()).how == "manual input");
    sent.second = 62;
    CHECK(message_of(sent.bits()).how == "dead reckoning");
    sent.second = 63;
    CHECK(message_of(sent.bits()).doubts == std::vector<std::string>{"positioning system inoperative"});
}

TEST_CASE("the status gives the activity", "[ais]") {
    const auto activity = [](int status) {
        ClassA sent;
        sent.status = status;
        return message_of(sent.bits()).activity;
    };
    CHECK(activity(1) == assets::Activity::AtAnchor);
    CHECK(activity(5) == assets::Activity::InPort);
    CHECK(activity(7) == assets::Activity::Underway);
    CHECK(activity(6) == assets::Activity::Other);
    CHECK_FALSE(activity(9));
}

TEST_CASE("a base station is an aid with a surveyed position", "[ais]") {
    const auto message = message_of(BaseStation{}.bits());
    CHECK(message.key == "mmsi:004310001");
    CHECK(message.message_type == "4");
    check_place(message, 139.75, 35.5);
    CHECK(message.how == "surveyed");
    CHECK(message.aid);
    CHECK(message.country == "JP");
    CHECK_FALSE(message.type);
}

TEST_CASE("static data has name, call sign, IMO number, destination, type and length", "[ais]") {
    const auto message = message_of(Static{}.bits());
    CHECK(message.message_type == "5");
    CHECK(message.name == "VANCOUVER");
    CHECK(message.callsign == "CFN1234");
    CHECK(message.imo == 9'074'729U);
    CHECK(message.destination == "YOKOSUKA");
    CHECK(message.type == AssetType::Merchant);
    CHECK(message.length_m == 134);
    CHECK(message.beam_m == 17);
    CHECK(message.draught_m == 5.2);
    CHECK(message.ship_code == 70);
    CHECK(message.transponder == 'A');
    CHECK_FALSE(message.eta);
    CHECK(message.doubts.empty());
    CHECK_FALSE(message.position);
}

TEST_CASE("the time of arrival is read with and without its clock", "[ais]") {
    Static sent;
    sent.eta_month = 8;
    sent.eta_day = 1;
    CHECK(message_of(sent.bits()).eta == "08-01");
    sent.eta_hour = 6;
    sent.eta_minute = 30;
    CHECK(message_of(sent.bits()).eta == "08-01 06:30");
    sent.eta_month = 13;
    CHECK_FALSE(message_of(sent.bits()).eta);
}

TEST_CASE("the navigational status is given in words", "[ais]") {
    ClassA sent;
    sent.status = 1;
    CHECK(message_of(sent.bits()).status == "at anchor");
    CHECK(message_of(sent.bits()).transponder == 'A');
    sent.status = 15;
    CHECK_FALSE(message_of(sent.bits()).status);
    CHECK(message_of(ClassB{}.bits()).transponder == 'B');
}

TEST_CASE("an IMO number with a wrong check digit is doubted", "[ais]") {
    Static sent;
    sent.imo = 9'074'728;
    const auto message = message_of(sent.bits());
    CHECK(message.imo == 9'074'728U);
    CHECK(message.doubts == std::vector<std::string>{"IMO number fails its check digit"});
}

TEST_CASE("text ends at the first at sign and loses blanks at both ends", "[ais]") {
    Static sent;
    sent.name = "  SEA  STAR  @JUNK";
    sent.callsign = "@@@@ABC";
    const auto message = message_of(sent.bits());
    CHECK(message.name == "SEA  STAR");
    CHECK_FALSE(message.callsign);
    sent.name = "\"A\\B\" [1] #2 ?*";
    CHECK(message_of(sent.bits()).name == "\"A\\B\" [1] #2 ?*");
}

TEST_CASE("the type code shows military, pleasure and fishing vessels", "[ais]") {
    const auto with_type = [](int code) {
        Static sent;
        sent.ship_type = code;
        return message_of(sent.bits());
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
    SearchAircraft sent;
    auto message = message_of(sent.bits());
    CHECK(message.message_type == "9");
    check_place(message, -63.5, 44.5);
    CHECK(message.altitude_m == 300);
    CHECK(message.speed_kn == 110);
    CHECK(message.course_deg == 180);
    CHECK(message.type == AssetType::Helicopter);
    CHECK(message.country == "CA");
    sent.mmsi = 111'316'101;
    CHECK_FALSE(message_of(sent.bits()).type.has_value()); // an aircraft, but of which kind the number does not say
    CHECK(message_of(sent.bits()).sidc->substr(4, 2) == "01");
}

TEST_CASE("class B sends positions, and its extended message also name and type", "[ais]") {
    auto message = message_of(ClassB{}.bits());
    CHECK(message.message_type == "18");
    check_place(message, -74.0, 40.5);
    CHECK(message.speed_kn == 6.1);
    CHECK(message.course_deg == 270);
    CHECK_FALSE(message.heading_deg);
    CHECK(message.country == "US");
    message = message_of(ClassBExtended{}.bits());
    CHECK(message.message_type == "19");
    check_place(message, -74.0, 40.5);
    CHECK(message.name == "CAPT.J.RIMES");
    CHECK(message.length_m == 26);
    CHECK(message.pleasure);
    CHECK(message.how == "GPS");
}

TEST_CASE("static data of class B arrives in two halves", "[ais]") {
    auto message = message_of(NameB{}.bits());
    CHECK(message.message_type == "24");
    CHECK(message.name == "SEA SHELL");
    CHECK_FALSE((message.callsign || message.length_m || message.type));
    message = message_of(StaticB{}.bits());
    CHECK(message.callsign == "WDE4321");
    CHECK(message.length_m == 12);
    CHECK(message.pleasure);
    CHECK_FALSE(message.name);
}

TEST_CASE("a ship's boat has no length: it sends its ship's MMSI instead", "[ais]") {
    StaticB sent;
    sent.mmsi = 983'161'234;
    const auto message = message_of(sent.bits());
    CHECK_FALSE(message.length_m);
    CHECK(message.country == "CA");
}

TEST_CASE("an aid to navigation may have a name of 34 characters", "[ais]") {
    Aid sent;
    auto message = message_of(sent.bits());
    CHECK(message.message_type == "21");
    CHECK(message.name == "NORTH CARDINAL");
    check_place(message, -123.25, 49.25);
    CHECK(message.aid);
    CHECK(message.country == "CA");
    CHECK_FALSE(message.remarks);
    for (const std::string_view name : {"CHINA ROSE MURPHY EXPRESS ALERT", "ABCDEFGHIJKLMNOPQRSTU",
                                        "ABCDEFGHIJKLMNOPQRSTUVWXYZ01234567", "ABCDEFGHIJKLMNOPQRS TU"}) {
        sent.name = name;
        CHECK(message_of(sent.bits()).name == name);
    }
    sent.off_position = true;
    CHECK(message_of(sent.bits()).remarks == "off position");
    sent.second = 60; // the flag has no meaning then
    CHECK_FALSE(message_of(sent.bits()).remarks);
    sent.virtual_aid = true;
    CHECK(message_of(sent.bits()).remarks == "virtual aid");
}

TEST_CASE("a long-range position has a large radius", "[ais]") {
    const auto message = message_of(LongRange{}.bits());
    CHECK(message.message_type == "27");
    check_place(message, 129.5, 35.25);
    CHECK(message.speed_kn == 12);
    CHECK(message.course_deg == 90);
    CHECK(message.radius_m == 131);
}

TEST_CASE("published long-range positions have their published values", "[ais]") {
    // Sentences of the samples of gpsd and of other decoders' tests, with the values that these publish.
    struct Published {
        const char* sentence;
        const char* key;
        const char* status;
        double lon, lat, speed_kn, course_deg, radius_m;
    };
    constexpr double plain = 131, accurate = 141;
    const Published all[] = {
        {"!AIVDM,1,1,,B,KC5E2b@U19PFdLbMuc5=ROv62<7m,0*16", // 168 bits, longer than its type
         "mmsi:206914217", "not under command", 137.023333, 4.84, 57, 167, plain},
        {"!AIVDM,1,1,,A,KCQ9r=hrFUnH7P00,0*41", "mmsi:236091959", "restricted manoeuvrability", -154.201667, 87.065, 0,
         0, plain},
        {"!AIVDM,1,1,,B,K5DfMB9FLsM?P00d,0*70", "mmsi:357277000", "moored", 176.181667, -37.653333, 0, 11, accurate},
        {"!AIVDO,1,1,,A,K01;FQh?PbtE3P00,0*75", "mmsi:001234567", "under way using engine", -13.368333, -50.121667, 0,
         0, plain}};
    for (const Published& published : all) {
        INFO(published.sentence);
        const auto result = decoded(std::string{published.sentence} + "\r\n");
        REQUIRE(result.messages.size() == 1);
        const FeedMessage& message = result.messages[0];
        CHECK(message.message_type == "27");
        CHECK(message.key == published.key);
        CHECK(message.status == published.status);
        REQUIRE(message.position);
        CHECK(message.position->lon() == Approx(published.lon).margin(5e-7));
        CHECK(message.position->lat() == Approx(published.lat).margin(5e-7));
        CHECK(message.speed_kn == published.speed_kn);
        CHECK(message.course_deg == published.course_deg);
        CHECK(message.radius_m == published.radius_m);
        CHECK_FALSE(message.heading_deg);
    }
}

TEST_CASE("search and rescue beacons signal distress, even under test", "[ais]") {
    for (const std::uint32_t mmsi : {970'123'456U, 972'123'456U, 974'123'456U}) {
        ClassA sent;
        sent.mmsi = mmsi;
        sent.status = 14;
        auto message = message_of(sent.bits());
        CHECK(message.distress);
        CHECK(message.doubts.empty());
        CHECK_FALSE(message.country);
        sent.status = 15;
        message = message_of(sent.bits());
        CHECK(message.distress);
        CHECK(message.doubts == std::vector<std::string>{"beacon under test"});
    }
}

TEST_CASE("a message with an invalid MMSI is doubted, not dropped", "[ais]") {
    for (const auto& [mmsi, key] : {std::pair{0U, "mmsi:000000000"}, std::pair{1'073'741'823U, "mmsi:1073741823"},
                                    std::pair{123'456'789U, "mmsi:123456789"}}) {
        ClassA sent;
        sent.mmsi = mmsi;
        const auto message = message_of(sent.bits());
        CHECK(message.key == key);
        CHECK(message.position);
        CHECK(message.doubts == std::vector<std::string>{"no valid MMSI"});
    }
}

TEST_CASE("a message too short for its type is rejected", "[ais]") {
    for (const auto& [bits, least] :
         {std::pair{ClassA{}.bits(), 163U}, std::pair{BaseStation{}.bits(), 168U}, std::pair{Static{}.bits(), 420U},
          std::pair{SearchAircraft{}.bits(), 168U}, std::pair{ClassB{}.bits(), 168U},
          std::pair{ClassBExtended{}.bits(), 312U}, std::pair{Aid{}.bits(), 272U}, std::pair{NameB{}.bits(), 160U},
          std::pair{StaticB{}.bits(), 162U}, std::pair{LongRange{}.bits(), 96U}}) {
        CHECK(decoded(lines(bits.first(least))).messages.size() == 1);
        for (const std::size_t size : {std::size_t{1}, std::size_t{6}, std::size_t{39}, std::size_t{least - 1}}) {
            CAPTURE(least, size);
            const auto result = decoded(lines(bits.first(size)));
            CHECK(result.messages.empty());
            CHECK(result.rejected("message too short") == result.counts.messages);
        }
    }
}

TEST_CASE("a ship's answer about the time, type 11, gives its position", "[ais]") {
    ais_test::BaseStation sent;
    sent.type = 11;
    sent.mmsi = 316'138'000;
    const auto message = message_of(sent.bits());
    CHECK(message.message_type == "11");
    CHECK_FALSE(message.aid);
    check_place(message, 139.75, 35.5);
}

TEST_CASE("messages of other types are counted and rejected", "[ais]") {
    for (const int type : {6, 7, 8, 10, 12, 13, 14, 15, 16, 17, 20, 22, 23, 25, 26, 28, 63}) {
        ClassA sent;
        sent.type = type;
        const auto result = decoded(lines(sent.bits()));
        CHECK(result.messages.empty());
        REQUIRE(result.counts.rejected.size() == 1);
        CHECK(result.counts.rejected.begin()->first.starts_with("type " + std::to_string(type) + ", "));
    }
}

TEST_CASE("an hour or a minute of arrival that is not available leaves the day alone", "[ais]") {
    const auto eta = [](int hour, int minute) {
        Static sent;
        sent.eta_month = 12;
        sent.eta_day = 31;
        sent.eta_hour = hour;
        sent.eta_minute = minute;
        return message_of(sent.bits()).eta;
    };
    CHECK(eta(23, 59) == "12-31 23:59");
    CHECK(eta(24, 0) == "12-31");
    CHECK(eta(24, 59) == "12-31");
    CHECK(eta(0, 60) == "12-31");
}
