#include "tests/assets/formats/scenario_files.hpp"
#include "tests/support/catch.hpp"

using namespace assets;

namespace {

using Lines = std::vector<std::string>;

LoadResult with_feed(const std::string& keys) {
    return formats_test::read({{"scenario.toml", "[[feed]]\n" + keys}});
}

} // namespace

TEST_CASE("a feed declares its address, the messages to keep and its terms", "[feeds]") {
    const auto result = with_feed("url = \"ais+tcp://ais.example.org:10110\"\n"
                                  "kind = \"ais\"\n"
                                  "name = \"Harbour receiver\"\n"
                                  "area = [170, 20, -170, 40.5]\n"
                                  "types = [\"merchant\", \"coast_guard\"]\n"
                                  "credit = \"Harbour Board\"\n"
                                  "terms = \"Not for resale\"\n");
    REQUIRE(result.scenario);
    CHECK(result.findings.empty());
    REQUIRE(result.scenario->feeds.size() == 1);
    const FeedDeclaration& feed = result.scenario->feeds.front();
    CHECK(feed.url == "ais+tcp://ais.example.org:10110");
    CHECK(feed.kind == "ais");
    CHECK(feed.name == "Harbour receiver");
    REQUIRE(feed.area);
    CHECK(feed.area->crosses_antimeridian());
    CHECK(feed.area->north() == 40.5);
    CHECK(feed.types == std::vector{AssetType::Merchant, AssetType::CoastGuard});
    CHECK(feed.credit == "Harbour Board");
    CHECK(feed.terms == "Not for resale");
    CHECK(feed.line == 1);
    CHECK(result.scenario->files[feed.file] == "scenario.toml");
}

TEST_CASE("the url of a feed gives its kind", "[feeds]") {
    for (const auto& [url, kind] : std::vector<std::pair<std::string, std::string>>{
             {"ais+udp://:10110", "ais"},
             {"ais+udp://127.0.0.1:10110/", "ais"},
             {"cot+udp://239.2.3.1:6969", "cot"},
             {"cot+tcp://[::1]:8087", "cot"},
             {"sbs+tcp://localhost:30003", "sbs"},
             {"sbs+file:logs/morning.sbs", "sbs"},
         }) {
        INFO(url);
        const auto result = with_feed("url = \"" + url + "\"\n");
        CHECK(formats_test::errors(result).empty());
        REQUIRE(result.scenario);
        CHECK(result.scenario->feeds.front().kind == kind);
    }
}

TEST_CASE("a malformed url is reported with an example or a suggestion", "[feeds]") {
    const std::string forms = "ais+tcp://HOST:PORT, ais+udp://HOST:PORT or ais+file:PATH (also cot, sbs)";
    for (const auto& [url, message] : std::vector<std::pair<std::string, std::string>>{
             {"harbour", "is not a feed; write " + forms},
             {"https://example.org/ais", "is not a feed; write " + forms},
             {"-", "standard input works only on the command line; give an address"},
             {"tcp://localhost:10110", "the kind of feed is missing; did you mean 'ais+tcp://localhost:10110'?"},
             {"gps+tcp://localhost:1", "'gps' is not a kind of feed; use ais, cot or sbs"},
             {"ias+tcp://localhost:1", "'ias' is not a kind of feed; use ais, cot or sbs; did you mean 'ais'?"},
             {"ais+unix://localhost:1", "'unix' is not a transport; use tcp, udp or file"},
             {"ais+tcpp://localhost:1", "'tcpp' is not a transport; use tcp, udp or file; did you mean 'tcp'?"},
             {"ais+tcp:localhost:1", "two slashes must follow the colon; write for example ais+tcp://localhost:10110"},
             {"cot+tcp://localhost", "the port is missing; write for example cot+tcp://localhost:8087"},
             {"cot+tcp://[::1]", "the port is missing; write for example cot+tcp://localhost:8087"},
             {"sbs+tcp://:30003", "the host is missing; write for example sbs+tcp://localhost:30003"},
             {"ais+udp://localhost:70000",
              "'70000' is not a port from 1 to 65535; write for example ais+udp://localhost:10110"},
             {"ais+tcp://::1:10110",
              "an IPv6 address must be in brackets; write for example ais+tcp://localhost:10110"},
             {"ais+tcp://me@localhost:1",
              "only a host and a port may follow the slashes; write for example ais+tcp://localhost:10110"},
             {"ais+file:", "the file is missing; write for example ais+file:harbour.log"},
         }) {
        CHECK(formats_test::errors(with_feed("url = \"" + url + "\"\n")) ==
              Lines{"scenario.toml:2: feed[0].url: '" + url + "': " + message});
    }
}

TEST_CASE("a feed's file must be inside the scenario's folder", "[feeds]") {
    for (const std::string path : {"../secret.log", "/var/log/ais.log", "///var/log/ais.log", "logs/../../x"})
        CHECK(formats_test::errors(with_feed("url = \"ais+file:" + path + "\"\n")) ==
              Lines{"scenario.toml:2: feed[0].url: '" + path + "' is not inside the scenario's folder"});
}

TEST_CASE("all errors of the feeds are reported at once", "[feeds]") {
    const auto result = with_feed("kind = \"ads-b\"\narea = [120, 40, 130, 20]\ntypes = [\"frigat\", \"merchant\"]\n"
                                  "nmae = \"x\"\nterms = 5\n"
                                  "[[feed]]\nurl = \"ais+udp://:1\"\nkind = \"sbs\"\narea = [0, 0, 10]\n"
                                  "[[feed]]\nurl = \"ais+udp://:1\"\narea = [0, -91, 10, 10]\n");
    CHECK_FALSE(result.scenario);
    CHECK(formats_test::errors(result) ==
          Lines{"scenario.toml:1: feed[0].url: must be given",
                "scenario.toml:2: feed[0].kind: 'ads-b' is not a known value; use ais, cot, sbs",
                "scenario.toml:3: feed[0].area: south, 40, is greater than north, 20; write [west, south, east, north]",
                "scenario.toml:4: feed[0].types: 'frigat' is not a known value; did you mean 'frigate'?",
                "scenario.toml:6: feed[0].terms: must be a text in quotes",
                "scenario.toml:9: feed[1].kind: 'sbs' contradicts the url, which gives 'ais'",
                "scenario.toml:10: feed[1].area: must be [west, south, east, north]",
                "scenario.toml:12: feed[2].url: 'ais+udp://:1' appears twice, first in line 7",
                "scenario.toml:13: feed[2].area: [0, -91, 10, 10] is not [west, south, east, north] in degrees"});
    CHECK(formats_test::lines_of(result, Severity::Warning) ==
          Lines{"scenario.toml:5: feed[0].nmae: is not a known key, so it is ignored; did you mean 'name'?"});
}
