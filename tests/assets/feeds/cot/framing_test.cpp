#include "tests/assets/feeds/cot/cot_events.hpp"
#include "tests/support/catch.hpp"

using namespace feeds_test;

namespace {

std::string stream_of(std::string_view between, std::string_view before_each = "") {
    std::string out;
    for (const auto& event : cot_events)
        out.append(before_each).append(event).append(between);
    return out;
}

constexpr std::string_view prolog = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

std::vector<std::string> raws(const DecodeResult& result) {
    std::vector<std::string> out;
    for (const auto& r : result.messages)
        out.push_back(r.raw);
    return out;
}

} // namespace

TEST_CASE("events may follow each other directly, on lines, or each with a prolog", "[cot]") {
    const std::vector<std::string> expected(cot_events.begin(), cot_events.end());
    const std::string nul(1, '\0');
    for (const std::string& stream :
         {stream_of(""), stream_of("\n"), stream_of("\r\n\r\n"), stream_of("", prolog), stream_of("\n", prolog),
          stream_of(nul), "\xEF\xBB\xBF" + stream_of(" "), stream_of("<!-- <event uid='x' type='a-f-S'/> -->"),
          stream_of("<?stop <event?>")}) {
        CAPTURE(stream);
        const auto result = decode_cot(stream);
        CHECK(raws(result) == expected);
        CHECK(result.counts.messages == cot_events.size());
        CHECK(result.rejected("rubbish between events") == 0);
        CHECK(result.rejected("no position") == 1);
        CHECK(result.rejected("position 0, 0") == 1);
        CHECK(result.rejected() == 2);
    }
}

TEST_CASE("an event cut at any byte gives the same message", "[cot]") {
    for (const auto& event : cot_events) {
        const std::string expected = as_text(decode_cot(event));
        CHECK_FALSE(expected.empty());
        for (std::size_t cut = 0; cut <= event.size(); ++cut) {
            const std::string got = as_text(decode_in_two(*assets::make_cot_decoder(), event, cut));
            if (got != expected) FAIL_CHECK("cut at " << cut << " of " << event << ": " << got);
        }
    }
}

TEST_CASE("a mixed stream cut at any byte gives the same messages and counts", "[cot]") {
    std::string stream = "tail of one</event>" + stream_of("\n", prolog) + "rubbish <eve <events> <!x " +
                         cot_events[0].substr(0, 200) + cot_events[1] +
                         "<!DOCTYPE event [<!ENTITY a \"<event uid='no'>\">]>" + cot_events[0] + valid_event +
                         "<event uid='x' type='a-f-S'><!ELEMENT y></event>" + valid_event +
                         "<event uid='x' type='a-f-S'><remarks><![CDATA[ never closed" + valid_event;
    const auto whole = decode_cot(stream);
    CHECK(whole.messages.size() == cot_events.size() + 4);
    CHECK(whole.rejected("rubbish between events") == 2);
    CHECK(whole.rejected("document type declared") == 2);
    const std::string expected = as_text(whole);
    int different = 0;
    for (std::size_t cut = 0; cut <= stream.size(); ++cut)
        different += as_text(decode_in_two(*assets::make_cot_decoder(), stream, cut)) == expected ? 0 : 1;
    CHECK(different == 0);
    for (const std::size_t piece : {1, 2, 3, 7, 64, 1448})
        CHECK(as_text(decode_cot(stream, piece)) == expected);
}

TEST_CASE("an event that was cut off anywhere costs only itself", "[cot]") {
    const std::string& event = cot_events[2]; // with a comment, CDATA and quotes
    int different = 0;
    for (std::size_t kept = 1; kept < event.size(); ++kept) {
        const auto result = decode_cot(event.substr(0, kept) + valid_event);
        const bool good = result.messages.size() == 1 && result.messages[0].raw == valid_event &&
                          result.rejected() == 1 && result.counts.messages == 1;
        different += good ? 0 : 1;
        if (!good) WARN("kept " << kept << " bytes: " << as_text(result));
    }
    CHECK(different == 0);
}

TEST_CASE("an event whose beginning was lost costs only itself", "[cot]") {
    const std::string& event = cot_events[2];
    int different = 0;
    for (std::size_t lost = 1; lost < event.size(); ++lost) {
        const auto result = decode_cot(event.substr(lost) + valid_event);
        const bool good = result.messages.size() == 1 && result.messages[0].raw == valid_event &&
                          result.rejected("rubbish between events") == 1 && result.rejected() == 1;
        different += good ? 0 : 1;
        if (!good) WARN("lost " << lost << " bytes: " << as_text(result));
    }
    CHECK(different == 0);
}

TEST_CASE("an incomplete rest at the end of a stream is rejected, and a new stream may follow", "[cot]") {
    const auto decoder = assets::make_cot_decoder();
    const auto cut = decode(*decoder, valid_event + cot_events[0].substr(0, 300));
    CHECK(cut.messages.size() == 1);
    CHECK(cut.rejected("event cut off") == 1);
    const auto next = decode(*decoder, cot_events[0].substr(300) + valid_event);
    CHECK(next.messages.size() == 1);
    CHECK(next.rejected("rubbish between events") == 1);
    CHECK(next.counts.messages == 2);
    decode(*decoder, "<!DOCTYPE event>");
    CHECK(decode(*decoder, valid_event).messages.size() == 1);
}

TEST_CASE("an element whose name only begins with event is not an event", "[cot]") {
    const auto result = decode_cot("<events><eventful/>" + valid_event + "</events>");
    CHECK(result.messages.size() == 1);
    CHECK(cot_message("<event uid='u' type='a-f-S'><detail><eventlog/></detail></event>").key == "uid:u");
    CHECK(cot_message("<event\nuid='u'\ttype='a-f-S'\n/>").key == "uid:u");
    CHECK(cot_message("<event uid='a/b>c' type='a-f-S'/>").key == "uid:a/b>c");
}

TEST_CASE("an event is received when its last byte arrives", "[cot]") {
    const auto decoder = assets::make_cot_decoder();
    const std::string event = "<event uid='u' type='a-f-S'/>";
    std::vector<assets::FeedMessage> messages;
    decoder->take(event.substr(0, 10), noon, messages);
    decoder->take(event.substr(10), noon + std::chrono::seconds{3}, messages);
    REQUIRE(messages.size() == 1);
    CHECK(messages[0].time == noon + std::chrono::seconds{3});
}
