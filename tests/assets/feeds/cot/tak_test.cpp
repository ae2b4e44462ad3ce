#include "tests/assets/feeds/cot/cot_events.hpp"
#include "tests/assets/feeds/cot/tak_messages.hpp"
#include "tests/support/catch.hpp"

using namespace feeds_test;

TEST_CASE("a TAK message in a datagram or a stream is read like the same event in XML", "[cot][tak]") {
    for (const std::string& bytes : {datagram(frigate_message), in_stream(frigate_message)}) {
        const auto result = decode_cot(bytes);
        REQUIRE(result.messages.size() == 1);
        const auto& r = result.messages[0];
        CHECK(r.key == "uid:ANDROID-1");
        CHECK(r.message_type == "a-f-S-C-L-F-F");
        CHECK(r.how == "m-g");
        CHECK(r.time == at("2024-07-31T11:59:50.250Z"));
        CHECK(r.time_source == assets::TimeSource::Sender);
        CHECK(r.stale == at("2024-07-31T12:01:50Z"));
        REQUIRE(r.position);
        CHECK(r.position->lon() == 139.7);
        CHECK(r.position->lat() == 35.0);
        CHECK(r.altitude_m == -21.5);
        CHECK(r.radius_m == 12.5);
        CHECK(r.callsign == "ALPHA \"1\" <&>");
        CHECK(r.course_deg == 271.5);
        CHECK(r.speed_kn.value() == Approx(15.0));
        CHECK(r.remarks == "From a phone");
        CHECK(r.type == assets::AssetType::Frigate);
        CHECK(r.raw.starts_with("<event version=\"2.0\" uid=\"ANDROID-1\""));
        CHECK(as_text(decode_cot(r.raw)) == as_text(result));
        CHECK(result.counts.messages == 1);
        CHECK(result.rejected() == 0);
    }
}

TEST_CASE("signs of XML in a TAK message's texts are texts", "[cot][tak]") {
    for (const std::string callsign : {"R&amp;D", "&#65;", "a<b", "\"quoted\" 'twice'"})
        CHECK(decode_cot(in_stream(tak_message({.callsign = callsign}))).messages.at(0).callsign == callsign);
}

TEST_CASE("an element in the XML of a TAK message decides over the message's own", "[cot][tak]") {
    const auto message = tak_message({.xml = "<contact callsign='BRAVO'/>", .callsign = "ALPHA"});
    CHECK(decode_cot(in_stream(message)).messages.at(0).callsign == "BRAVO");
}

TEST_CASE("TAK messages and XML events may be mixed in a stream that is cut at any byte", "[cot][tak]") {
    const std::string stream = "\xEF\xBB\xBF" + in_stream(frigate_message) + cot_events[0] + "\n" +
                               in_stream(tak_message({})) + in_stream(frigate_message) + "rubbish \xBF\x05zzzzz" +
                               cot_events[2] + datagram(frigate_message) + "\n" + valid_event +
                               in_stream(control_message);
    const auto whole = decode_cot(stream);
    CHECK(whole.messages.size() == 7);
    CHECK(whole.rejected("rubbish between events") == 1);
    CHECK(whole.rejected("no event, only control of the protocol") == 1);
    const std::string expected = as_text(whole);
    int different = 0;
    for (std::size_t cut = 0; cut <= stream.size(); ++cut)
        different += as_text(decode_in_two(*assets::make_cot_decoder(), stream, cut)) == expected ? 0 : 1;
    CHECK(different == 0);
    for (const std::size_t piece : {1, 2, 3, 7, 64})
        CHECK(as_text(decode_cot(stream, piece)) == expected);
}

TEST_CASE("a TAK message that was cut off is counted, and a datagram may follow it", "[cot][tak]") {
    for (const std::string& bytes : {datagram(frigate_message), in_stream(frigate_message)}) {
        const auto decoder = assets::make_cot_decoder();
        const auto cut = decode(*decoder, std::string_view{bytes}.substr(0, bytes.size() - 5));
        CHECK(cut.messages.empty());
        CHECK(cut.rejected("event cut off") == 1);
        CHECK(decode(*decoder, bytes).messages.size() == 1);
    }
}

TEST_CASE("a TAK message with broken contents costs only itself", "[cot][tak]") {
    const auto check = [](const std::string& message, std::string_view reason) {
        CAPTURE(reason);
        const auto result = decode_cot(in_stream(message) + valid_event);
        CHECK(result.rejected(reason) == 1);
        REQUIRE(result.messages.size() == 1);
        CHECK(result.messages[0].raw == valid_event);
    };
    check(tak_message({.xml = "<!DOCTYPE x [<!ENTITY a 'b'>]>"}), "document type declared");
    check(tak_message({.xml = "</detail></event><event uid='x' type='a-f-S'/>"}), "not well-formed");
    check(tak_message({.xml = "<open>"}), "not well-formed");
    check(tak_message({.xml = "<![CDATA["}), "event cut off");
    check(tak_message({.uid = ""}), "no usable uid");
    check(tak_message({.uid = "caf\xE9"}), "not UTF-8");
    std::string deep;
    for (int i = 0; i < 70; ++i)
        deep = "<a>" + deep + "</a>";
    check(tak_message({.xml = deep}), "event too deep");
    check(text_field(2, std::string(20, '\x0F')), "not well-formed");
}

TEST_CASE("a byte that only looks like the mark of a TAK message holds up nothing for long", "[cot][tak]") {
    for (const std::string stray :
         {"\xBF", "\xBF\xFF\xFF\xFF\xFF\xFF", "\xBF\x7F", "\xBF\x01", "\xBF\x01\xBF", "\xBF\x80\x40x"}) {
        const auto decoder = assets::make_cot_decoder();
        DecodeResult result;
        decoder->take(stray + valid_event + valid_event, noon, result.messages);
        CHECK(result.messages.size() == 2);
    }
}

TEST_CASE("a stream in which every byte may begin a TAK message is read in linear time", "[cot][tak]") {
    for (const std::string unit :
         {"\xBF", "\xBF\x80\x80\x20\x0A\x00", "\x20\xBF\xA0\x80\x01\x0A\x00", "\xBF\x01\xBF\x0A\x00", "\xEF\xBB"}) {
        std::string stream;
        while (stream.size() < 2'000'000)
            stream += unit;
        const auto start = std::chrono::steady_clock::now();
        CHECK(decode_cot(stream, 4096).rejected() > 0);
        CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds{5});
    }
}
