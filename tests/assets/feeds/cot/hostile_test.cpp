#include "tests/assets/feeds/cot/cot_events.hpp"
#include "tests/support/catch.hpp"

#include <chrono>

using namespace feeds_test;

namespace {

constexpr std::size_t megabyte = 1'048'576;

std::string times(std::string_view text, std::size_t n) {
    std::string out;
    out.reserve(text.size() * n);
    for (std::size_t i = 0; i < n; ++i)
        out += text;
    return out;
}

/// Checks that the input is refused for this reason and that the event after it is read.
void check_refused(const std::string& hostile, std::string_view reason) {
    CAPTURE(hostile.substr(0, 80), reason);
    const auto start = std::chrono::steady_clock::now();
    const auto result = decode_cot(hostile + valid_event, 4096);
    const auto took = std::chrono::steady_clock::now() - start;
    CHECK(result.rejected(reason) == 1);
    REQUIRE_FALSE(result.messages.empty());
    CHECK(result.messages.size() == 1);
    CHECK(result.messages.back().raw == valid_event);
    CHECK(took < std::chrono::seconds{2}); // takes milliseconds; allows for a busy machine and sanitizers
}

std::string event_of_size(std::size_t size) {
    const std::string head = "<event uid='u' type='a-f-S'><detail><remarks>", tail = "</remarks></detail></event>";
    return head + std::string(size - head.size() - tail.size(), 'x') + tail;
}

} // namespace

TEST_CASE("any DOCTYPE, even a harmless one, is refused with its event", "[cot]") {
    const std::string event = "<event uid='&lol9;' type='a-f-S'><detail>&lol9;</detail></event>";
    check_refused("<!DOCTYPE event>" + event, "document type declared");
    check_refused("<?xml version='1.0'?><!DOCTYPE event SYSTEM \"file:///etc/passwd\">\n" + event,
                  "document type declared");
    std::string laughs = "<!DOCTYPE event [\n<!ENTITY lol \"lol\">\n";
    for (int i = 1; i < 10; ++i)
        laughs += fmt::format("<!ENTITY lol{} \"{}\">\n", i,
                              times(fmt::format("&lol{};", i == 1 ? "" : std::to_string(i - 1)), 10));
    check_refused(laughs + "]>" + event, "document type declared");
    check_refused("<!DOCTYPE event [<!ENTITY a \"" + std::string(50'000, 'a') +
                      "\">]><event uid='u' type='a-f-S'><detail>" + times("&a;", 50'000) + "</detail></event>",
                  "document type declared");
    check_refused("<event uid='u' type='a-f-S'><!DOCTYPE event></event>", "document type declared");
    check_refused("<!DOCTYPE never closed " + event, "document type declared");
}

TEST_CASE("a DOCTYPE that is never closed costs the event after it, and no other", "[cot]") {
    for (const std::string doctype :
         {"<!DOCTYPE \"", "<!DOCTYPE event [<!ENTITY a \"", "<!DOCTYPE event [", "<!DOCTYPE don't ",
          "<!DOCTYPE event [<!ENTITY a \">", "<!DOCTYPE <!DOCTYPE \"<!DOCTYPE '"}) {
        CAPTURE(doctype);
        const std::string stream = doctype + cot_events[0] + cot_events[2] + valid_event + valid_event;
        const auto result = decode_cot(stream, 7);
        CHECK(result.messages.size() == 3);
        CHECK(result.rejected("document type declared") == 1);
    }
    // The events are not held back until the stream ends.
    const auto decoder = assets::make_cot_decoder();
    std::vector<assets::FeedMessage> messages;
    decoder->take("<!DOCTYPE \"" + times(valid_event, 5), noon, messages);
    CHECK(messages.size() == 4);
}

TEST_CASE("a DOCTYPE does not count after the prolog of the next document", "[cot]") {
    CHECK(decode_cot("<!DOCTYPE event [ ]>\n<?xml version='1.0'?>" + valid_event).messages.size() == 1);
}

TEST_CASE("64 levels of elements are read, 65 are refused", "[cot]") {
    const auto nested = [](std::size_t levels) { // the event is the first
        return "<event uid='u' type='a-f-S'>" + times("<a>", levels - 1) + times("</a>", levels - 1) + "</event>";
    };
    CHECK(decode_cot(nested(64)).messages.size() == 1);
    check_refused(nested(65), "event too deep");
    check_refused("<event uid='u' type='a-f-S'>" + times("<a>", 63) + "<a/>" + times("</a>", 63) + "</event>",
                  "event too deep");
    check_refused(nested(10'000), "event too deep");
}

TEST_CASE("an event of 1 MB is read, a larger one is refused", "[cot]") {
    CHECK(decode_cot(event_of_size(megabyte), 4096).messages.size() == 1);
    check_refused(event_of_size(megabyte + 1), "event too large");
    check_refused(event_of_size(10 * megabyte), "event too large");
}

TEST_CASE("100,000 attributes or elements are refused", "[cot]") {
    check_refused("<event uid='u' type='a-f-S'><detail " + times("a='' ", 100'000) + "/></event>",
                  "event with too many parts");
    check_refused("<event uid='u' type='a-f-S'><detail>" + times("<a/>", 100'000) + "</detail></event>",
                  "event with too many parts");
}

TEST_CASE("events after an unclosed comment, CDATA or instruction are read", "[cot]") {
    for (const std::string opener : {"<!--", "<![CDATA[", "<?x "}) {
        CAPTURE(opener);
        const std::string stream = "<event uid='u' type='a-f-S'><detail>" + opener + times(valid_event + "\n", 12'000);
        REQUIRE(stream.size() > megabyte);
        const auto result = decode_cot(stream, 60'000);
        CHECK(result.messages.size() == 12'000);
        CHECK(result.rejected("event too large") == 1);
        CHECK(decode_cot(opener + times(valid_event, 100)).messages.size() == 100);
    }
}

TEST_CASE("a stream of unclosed openers is read in linear time", "[cot]") {
    for (const std::string opener :
         {"<event a='", "<event><!--", "<event><![CDATA[", "<event><?", "<!--", "<?", "<!DOCTYPE ", "<!DOCTYPE \"",
          "<!DOCTYPE [<", "<event>", "<event", "<", "<event><![CDATA[ ]]><!-- ", "<event><!--<![CDATA[<?"}) {
        CAPTURE(opener);
        const std::string stream = times(opener, 2 * megabyte / opener.size());
        const double memory_mb = resident_memory_mb();
        const auto start = std::chrono::steady_clock::now();
        const auto result = decode_cot(stream, 4096);
        const auto took = std::chrono::steady_clock::now() - start;
        CHECK(resident_memory_mb() - memory_mb < 16);
        CHECK(result.messages.empty());
        CHECK(result.rejected() > 0);
        CHECK(took < std::chrono::seconds{5}); // linear reading takes 0.1 s, quadratic reading hours
    }
}

TEST_CASE("a large event that arrives byte by byte is read in linear time", "[cot]") {
    const std::string stream = "<event uid='" + std::string(200'000, 'u') + "' type='a-f-S'><detail><remarks>" +
                               std::string(200'000, 'x') + "</remarks><!--" + std::string(200'000, '-') +
                               " --></detail></event>" + valid_event;
    const auto start = std::chrono::steady_clock::now();
    const auto result = decode_cot(stream, 1);
    CHECK(result.messages.size() == 1);
    CHECK(result.rejected("no usable uid") == 1);
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds{5});
}
