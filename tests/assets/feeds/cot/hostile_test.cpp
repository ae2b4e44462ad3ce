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

/// Refused for this, and the sound event behind it is read.
void refuse(const std::string& hostile, std::string_view reason) {
    CAPTURE(hostile.substr(0, 80), reason);
    const auto start = std::chrono::steady_clock::now();
    const auto outcome = decode_cot(hostile + sound_event, 4096);
    const auto took = std::chrono::steady_clock::now() - start;
    CHECK(outcome.rejected(reason) == 1);
    REQUIRE_FALSE(outcome.reports.empty());
    CHECK(outcome.reports.size() == 1);
    CHECK(outcome.reports.back().raw == sound_event);
    CHECK(took < std::chrono::seconds{2}); // milliseconds, but for a busy machine and sanitizers
}

std::string event_of_size(std::size_t size) {
    const std::string head = "<event uid='u' type='a-f-S'><detail><remarks>", tail = "</remarks></detail></event>";
    return head + std::string(size - head.size() - tail.size(), 'x') + tail;
}

} // namespace

TEST_CASE("any DOCTYPE is refused with its event: bombs, external entities, harmless ones", "[cot]") {
    const std::string event = "<event uid='&lol9;' type='a-f-S'><detail>&lol9;</detail></event>";
    refuse("<!DOCTYPE event>" + event, "document type declared");
    refuse("<?xml version='1.0'?><!DOCTYPE event SYSTEM \"file:///etc/passwd\">\n" + event, "document type declared");
    std::string laughs = "<!DOCTYPE event [\n<!ENTITY lol \"lol\">\n";
    for (int i = 1; i < 10; ++i)
        laughs += fmt::format("<!ENTITY lol{} \"{}\">\n", i,
                              times(fmt::format("&lol{};", i == 1 ? "" : std::to_string(i - 1)), 10));
    refuse(laughs + "]>" + event, "document type declared");
    refuse("<!DOCTYPE event [<!ENTITY a \"" + std::string(50'000, 'a') + "\">]><event uid='u' type='a-f-S'><detail>" +
               times("&a;", 50'000) + "</detail></event>",
           "document type declared");
    refuse("<event uid='u' type='a-f-S'><!DOCTYPE event></event>", "document type declared");
    refuse("<!DOCTYPE never closed " + event, "document type declared");
}

TEST_CASE("a prolog begins another document: the DOCTYPE before it is not its own", "[cot]") {
    CHECK(decode_cot("<!DOCTYPE event [ ]>\n<?xml version='1.0'?>" + sound_event).reports.size() == 1);
}

TEST_CASE("64 levels are read, 65 are refused", "[cot]") {
    const auto nested = [](std::size_t levels) { // the event is the first
        return "<event uid='u' type='a-f-S'>" + times("<a>", levels - 1) + times("</a>", levels - 1) + "</event>";
    };
    CHECK(decode_cot(nested(64)).reports.size() == 1);
    refuse(nested(65), "event too deep");
    refuse("<event uid='u' type='a-f-S'>" + times("<a>", 63) + "<a/>" + times("</a>", 63) + "</event>",
           "event too deep");
    refuse(nested(10'000), "event too deep");
}

TEST_CASE("an event of 1 MB is read, one byte more is not, nor is ten times that", "[cot]") {
    CHECK(decode_cot(event_of_size(megabyte), 4096).reports.size() == 1);
    refuse(event_of_size(megabyte + 1), "event too large");
    refuse(event_of_size(10 * megabyte), "event too large");
}

TEST_CASE("100,000 attributes or elements are refused", "[cot]") {
    refuse("<event uid='u' type='a-f-S'><detail " + times("a='' ", 100'000) + "/></event>", "event of too many parts");
    refuse("<event uid='u' type='a-f-S'><detail>" + times("<a/>", 100'000) + "</detail></event>",
           "event of too many parts");
}

TEST_CASE("events behind a comment, CDATA or instruction that is never closed are found again", "[cot]") {
    for (const std::string opener : {"<!--", "<![CDATA[", "<?x "}) {
        CAPTURE(opener);
        const std::string stream = "<event uid='u' type='a-f-S'><detail>" + opener + times(sound_event + "\n", 12'000);
        REQUIRE(stream.size() > megabyte);
        const auto outcome = decode_cot(stream, 60'000);
        CHECK(outcome.reports.size() == 12'000);
        CHECK(outcome.rejected("event too large") == 1);
        CHECK(decode_cot(opener + times(sound_event, 100)).reports.size() == 100);
    }
}

TEST_CASE("streams that open and never close are read once, not once an opening", "[cot]") {
    for (const std::string opener :
         {"<event a='", "<event><!--", "<event><![CDATA[", "<event><?", "<!--", "<?", "<!DOCTYPE ", "<!DOCTYPE \"",
          "<!DOCTYPE [<", "<event>", "<event", "<", "<event><![CDATA[ ]]><!-- ", "<event><!--<![CDATA[<?"}) {
        CAPTURE(opener);
        const std::string stream = times(opener, 2 * megabyte / opener.size());
        const double memory_mb = resident_memory_mb();
        const auto start = std::chrono::steady_clock::now();
        const auto outcome = decode_cot(stream, 4096);
        const auto took = std::chrono::steady_clock::now() - start;
        CHECK(resident_memory_mb() - memory_mb < 16);
        CHECK(outcome.reports.empty());
        CHECK(outcome.rejected() > 0);
        CHECK(took < std::chrono::seconds{5}); // an honest reading takes 0.1 s, a quadratic one hours
    }
}

TEST_CASE("a large event that comes byte by byte is read once", "[cot]") {
    const std::string stream = "<event uid='" + std::string(200'000, 'u') + "' type='a-f-S'><detail><remarks>" +
                               std::string(200'000, 'x') + "</remarks><!--" + std::string(200'000, '-') +
                               " --></detail></event>" + sound_event;
    const auto start = std::chrono::steady_clock::now();
    const auto outcome = decode_cot(stream, 1);
    CHECK(outcome.reports.size() == 1);
    CHECK(outcome.rejected("no usable uid") == 1);
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds{5});
}
