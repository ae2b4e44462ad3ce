#include "tests/assets/feeds/cot/cot_events.hpp"
#include "tests/support/catch.hpp"

using namespace feeds_test;
using assets::AssetType;
using assets::Side;
using assets::TimeSource;

TEST_CASE("a frigate's event is read in full", "[cot]") {
    const auto r = cot_message(cot_events[0]);
    CHECK(r.key == "uid:MMSI-316138000");
    CHECK(r.message_type == "a-f-S-C-L-F-F");
    CHECK(r.how == "m-g");
    CHECK(r.time == at("2024-07-31T11:59:50Z"));
    CHECK(r.time_source == TimeSource::Sender);
    CHECK(r.stale == at("2024-07-31T12:01:50Z"));
    REQUIRE(r.position);
    CHECK(r.position->lon() == -123.365);
    CHECK(r.position->lat() == 48.428);
    CHECK(r.radius_m == 12.5);
    CHECK(r.altitude_m == -21.5);
    CHECK(r.course_deg == 271.5);
    CHECK(r.speed_kn.value() == Approx(15.0));
    CHECK(r.callsign == "HMCS VANCOUVER");
    CHECK(r.remarks == "Leaving Esquimalt");
    CHECK(r.type == AssetType::Frigate);
    CHECK(r.side == Side::Friend);
    CHECK(r.sidc == "100330000012020400000000000000");
    CHECK(r.military);
    CHECK(r.raw == cot_events[0]);
    CHECK_FALSE(r.aid);
    CHECK_FALSE(r.distress);
    CHECK(r.doubts.empty());
}

TEST_CASE("9999999 means unknown for radius, altitude, course and speed", "[cot]") {
    const auto r = cot_message(cot_events[1]);
    CHECK(r.position);
    CHECK_FALSE(r.radius_m);
    CHECK_FALSE(r.altitude_m);
    CHECK_FALSE(r.course_deg);
    CHECK_FALSE(r.speed_kn);
    CHECK(r.callsign == "\xED\x95\x9C\xEA\xB5\xAD & <Co>");
    CHECK_FALSE(r.remarks);
    const auto short_of_a_digit = cot_message(event_at(R"(lat="1" lon="2" hae="999999.0" ce="999999.0")"));
    CHECK_FALSE(short_of_a_digit.radius_m);
    CHECK_FALSE(short_of_a_digit.altitude_m);
    CHECK_FALSE(cot_message(event_at(R"(lat="1" lon="2" ce="0")")).radius_m);
}

TEST_CASE("an end tag in a comment or CDATA ends no event, and the p-p link is the source", "[cot]") {
    const auto r = cot_message(cot_events[2]);
    CHECK(r.remarks == "a </event> b > c");
    CHECK(r.callsign == "KAL017");
    CHECK(r.source == "Gateway");
    CHECK_FALSE(r.military);
    CHECK(r.side == Side::Neutral);
}

TEST_CASE("an alert is distress until it is cancelled, and is not an asset", "[cot]") {
    CHECK(cot_message(cot_events[3]).distress);
    CHECK(cot_message(cot_events[3]).aid);
    CHECK_FALSE(cot_message(cot_events[3]).type);
    CHECK_FALSE(cot_message(R"(<event uid="u" type="b-a-o-can" time="2024-07-31T11:59:50Z"/>)").distress);
    CHECK(cot_message(event_with("", R"(<detail><emergency type="911 Alert"/></detail>)")).distress);
    CHECK_FALSE(cot_message(event_with("", R"(<detail><emergency cancel="true"/></detail>)")).distress);
    CHECK_FALSE(cot_message(event_with("", "<detail/>")).distress);
    CHECK_FALSE(
        cot_message("<event uid='u' type='b-a-g'><detail><emergency type='Geo-fence Breached'/></detail></event>")
            .distress);
}

TEST_CASE("an invalid position is counted and left out of the message", "[cot]") {
    const auto check = [](std::string_view point, std::string_view reason) {
        CAPTURE(point);
        const auto result =
            decode_cot(event_with("", fmt::format("{}<detail><contact callsign='C'/></detail>", point)));
        REQUIRE(result.messages.size() == 1);
        CHECK_FALSE(result.messages[0].position);
        CHECK_FALSE(result.messages[0].altitude_m);
        CHECK_FALSE(result.messages[0].radius_m);
        CHECK(result.messages[0].callsign == "C");
        CHECK(result.rejected(reason) == 1);
        CHECK(result.rejected() == 1);
    };
    check("", "no position");
    check("<point hae='5' ce='5'/>", "no position");
    check("<point lat='1' hae='5' ce='5'/>", "no position");
    check("<point lat='NaN' lon='5'/>", "no position");
    check("<point lat='inf' lon='5'/>", "no position");
    check("<point lat='unknown' lon='5'/>", "no position");
    check("<point lat='1,5' lon='5'/>", "no position");
    check("<point lat='0x1' lon='5'/>", "no position");
    check("<point lat='9999999.0' lon='9999999.0'/>", "no position");
    check("<point lat='999.000000' lon='999.000000'/>", "no position");
    check("<point lat='91' lon='5'/>", "position out of range");
    check("<point lat='-90.0001' lon='5'/>", "position out of range");
    check("<point lat='1' lon='180.5'/>", "position out of range");
    check("<point lat='0' lon='0.000'/>", "position 0, 0");
    check("<point lat='-0.0' lon='0'/>", "position 0, 0");
    check("<other><point lat='1' lon='2'/></other>", "no position");
    for (const char* good : {"lat='90' lon='180'", "lat='+1.5' lon=' 2 '", "lat='0' lon='1e1'", "lat='1E-3' lon='0'"})
        CHECK(cot_message(event_at(good)).position);
}

TEST_CASE("times are read with Z, with an offset, or without either as UTC", "[cot]") {
    const auto time_of = [](std::string_view time) {
        const auto r = cot_message(event_with("", "", fmt::format("time='{}'", time)));
        return assets::to_iso(r.time) + (r.time_source == TimeSource::Sender ? " sender" : " receiver") +
               (r.doubts.empty() ? "" : " doubtful");
    };
    CHECK(time_of("2024-07-31T11:59:50Z") == "2024-07-31T11:59:50Z sender");
    CHECK(time_of("2024-07-31T11:59:50.987654Z") == "2024-07-31T11:59:50.987Z sender");
    CHECK(time_of("2024-07-31T20:59:50+09:00") == "2024-07-31T11:59:50Z sender");
    CHECK(time_of("2024-07-31T11:59:50") == "2024-07-31T11:59:50Z sender");
    CHECK(time_of("2024-07-31T12:05:00Z") == "2024-07-31T12:05:00Z sender");
    CHECK(time_of("2024-07-31T12:05:01Z") == "2024-07-31T12:00:00Z receiver doubtful"); // too far in the future
    CHECK(time_of("2524-07-31T12:00:00Z") == "2024-07-31T12:00:00Z receiver doubtful");
    for (const char* none : {"", "2024-07-31", "2024-07", "yesterday", "2024-02-30T12:00:00Z", "9999999.0"})
        CHECK(time_of(none) == "2024-07-31T12:00:00Z receiver");
}

TEST_CASE("stale is kept as sent, even when it is before the time", "[cot]") {
    const auto r = cot_message(event_with("stale='2024-07-31T11:00:00Z'", ""));
    REQUIRE(r.stale);
    CHECK(*r.stale < r.time);
    CHECK_FALSE(cot_message(event_with("", "")).stale);
    CHECK_FALSE(cot_message(event_with("stale='soon'", "")).stale);
}

TEST_CASE("a course or speed out of range is unknown", "[cot]") {
    const auto track = [](std::string_view course, std::string_view speed) {
        return cot_message(
            event_with("", fmt::format("<detail><track course='{}' speed='{}'/></detail>", course, speed)));
    };
    CHECK(track("0", "0").course_deg == 0.0);
    CHECK(track("0", "0").speed_kn == 0.0);
    CHECK(track("360", "1").course_deg == 0.0);
    CHECK(track("137.23542786", "1").course_deg == 137.23542786); // no digit added
    CHECK(track("90", "10").speed_kn.value() == Approx(19.438445));
    CHECK(track("-108.90", "1").course_deg.value() == Approx(251.1)); // the yaw of a drone
    CHECK(track("-180", "1").course_deg == 180.0);
    CHECK(track("-1e-300", "1").course_deg.value() < 360.0);
    for (const char* none : {"-1", "-180.5", "360.5", "NaN", "", "9999999.0"})
        CHECK_FALSE(track(none, "1").course_deg);
    for (const char* none : {"-1", "NaN", "", "9999999.0", "15000"})
        CHECK_FALSE(track("1", none).speed_kn);
}

TEST_CASE("an event without uid or type, or that is not UTF-8 or not XML, is rejected", "[cot]") {
    const auto reason = [](std::string_view event) {
        const auto result = decode_cot(event);
        CHECK(result.messages.empty());
        CHECK(result.counts.messages == 1);
        REQUIRE(result.counts.rejected.size() == 1);
        return result.counts.rejected.begin()->first;
    };
    CHECK(reason("<event/>") == "no usable uid");
    CHECK(reason("<event type='a-f-S'/>") == "no usable uid");
    CHECK(reason("<event uid='  ' type='a-f-S'/>") == "no usable uid");
    CHECK(reason("<event uid='&#xD800;' type='a-f-S'/>") == "no usable uid"); // half a surrogate pair
    CHECK(reason("<event uid='" + std::string(257, 'x') + "' type='a-f-S'/>") == "no usable uid");
    CHECK(reason("<event uid='u'/>") == "no usable type");
    CHECK(reason("<event uid='u' type='a f'/>") == "no usable type");
    CHECK(reason("<event uid='u' type='" + std::string(129, 'a') + "'/>") == "no usable type");
    CHECK(reason("<event uid='u' type='a-f-S'><point></event>") == "not well-formed");
    CHECK(reason("<event uid='u' type='a-f-S'><a></b></event>") == "not well-formed");
    CHECK(reason("<event uid='u' uid2=v type='a-f-S'/>") == "not well-formed");
    CHECK(reason("<event uid='caf\xE9' type='a-f-S'/>") == "not UTF-8");
    CHECK(cot_message("<event uid='" + std::string(256, 'x') + "' type='a-f-S'/>").key.size() == 260);
}

TEST_CASE("text loses control characters and is cut between characters", "[cot]") {
    const auto text = [](std::string_view remarks) {
        return cot_message(event_with("", fmt::format("<detail><remarks>{}</remarks></detail>", remarks))).remarks;
    };
    CHECK(text("a&#1;b&#x7F;c") == "a b c");
    CHECK(text("one\ntwo") == "one\ntwo");
    CHECK(text("a<!-- x -->b<![CDATA[<c>]]>") == "ab<c>");
    CHECK_FALSE(text(" \n "));
    std::string hangul;
    for (int i = 0; i < 4000; ++i)
        hangul += "\xED\x95\x9C"; // 12,000 bytes
    REQUIRE(text(hangul));
    CHECK(text(hangul)->size() == 8190);
    CHECK(assets::is_valid_utf8(*text(hangul)));
}

TEST_CASE("undefined entities stay as they are", "[cot]") {
    CHECK(cot_message(event_with("", "<detail><remarks>&lol; &amp;</remarks></detail>")).remarks == "&lol; &");
}
