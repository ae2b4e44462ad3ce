#include "app/base/errors.hpp"
#include "app/feeds/feed_url.hpp"
#include "tests/support/catch.hpp"

#include <tuple>

using namespace app;

TEST_CASE("a feed URL gives kind, transport, host and port", "[feeds]") {
    const auto tcp = parse_feed_url("ais+tcp://153.44.253.27:5631");
    CHECK(tcp.kind == FeedKind::Ais);
    CHECK(tcp.transport == FeedTransport::Tcp);
    CHECK(tcp.host == "153.44.253.27");
    CHECK(tcp.port == 5631);
    CHECK(tcp.text == "ais+tcp://153.44.253.27:5631");

    const auto six = parse_feed_url("sbs+tcp://[fe80::1%eth0]:30003/");
    CHECK(six.kind == FeedKind::Sbs);
    CHECK(six.host == "fe80::1%eth0");
    CHECK(six.port == 30003);

    const auto group = parse_feed_url("cot+udp://239.2.3.1:6969");
    CHECK(group.kind == FeedKind::Cot);
    CHECK(group.transport == FeedTransport::Udp);
    CHECK(group.host == "239.2.3.1");
}

TEST_CASE("a UDP feed without a host listens on loopback", "[feeds]") {
    CHECK(parse_feed_url("ais+udp://:10110").host == "127.0.0.1");
    CHECK(parse_feed_url("ais+udp://0.0.0.0:10110").host == "0.0.0.0");
}

TEST_CASE("the path of a feed URL is taken as written", "[feeds]") {
    CHECK(parse_feed_url("ais+file:logs/a b.nmea").path == "logs/a b.nmea");
    CHECK(parse_feed_url("cot+file:/var/c:d.xml").path == "/var/c:d.xml");
    CHECK(parse_feed_url("sbs+file:///var/log/sbs.log").path == "/var/log/sbs.log");
    const auto input = parse_feed_url("-");
    CHECK(input.transport == FeedTransport::StandardInput);
    CHECK_FALSE(input.kind.has_value());
}

TEST_CASE("an invalid feed URL gives a message that says what is wrong", "[feeds]") {
    using Row = std::tuple<std::string, std::string>;
    const auto [url, message] = GENERATE(table<std::string, std::string>({
        Row{"", "use one of ais+tcp://HOST:PORT, ais+udp://HOST:PORT, ais+file:PATH (also cot, sbs) or -"},
        Row{"localhost:10110",
            "use one of ais+tcp://HOST:PORT, ais+udp://HOST:PORT, ais+file:PATH (also cot, sbs) or -"},
        Row{"tcp://localhost:1+2",
            "use one of ais+tcp://HOST:PORT, ais+udp://HOST:PORT, ais+file:PATH (also cot, sbs) or -"},
        Row{"nmea+tcp://localhost:10110", "'nmea' is not a kind of feed; use ais, cot or sbs"},
        Row{"AIS+tcp://localhost:10110", "'AIS' is not a kind of feed; use ais, cot or sbs"},
        Row{"ais+http://localhost:80", "'http' is not a transport; use tcp, udp or file"},
        Row{"ais+tcp:localhost:10110", "put two slashes after the colon, as in ais+tcp://localhost:10110"},
        Row{"ais+tcp://localhost", "the port is missing, as in ais+tcp://localhost:10110"},
        Row{"sbs+tcp://radar:", "the port is missing, as in sbs+tcp://radar:30003"},
        Row{"cot+udp://[::1]", "the port is missing, as in cot+udp://[::1]:8087"},
        Row{"ais+tcp://:10110", "the host is missing, as in ais+tcp://localhost:10110"},
        Row{"ais+tcp://localhost:0", "'0' is not a port; ports are 1 to 65535"},
        Row{"ais+tcp://localhost:65536", "'65536' is not a port; ports are 1 to 65535"},
        Row{"ais+tcp://localhost:99999999999", "'99999999999' is not a port; ports are 1 to 65535"},
        Row{"ais+tcp://localhost:10x", "'10x' is not a port; ports are 1 to 65535"},
        Row{"ais+tcp://localhost:-1", "'-1' is not a port; ports are 1 to 65535"},
        Row{"ais+tcp://localhost:1/stream", "remove '/stream' after the port"},
        Row{"ais+tcp://me@localhost:1", "user names are not supported; remove everything up to the '@'"},
        Row{"ais+tcp://a b:1", "'a b' is neither a host name nor an address"},
        Row{"ais+tcp://::1:10110", "put an IPv6 address in brackets, as in ais+tcp://[::1]:10110"},
        Row{"ais+tcp://[::1:10110", "the bracket '[' is not closed"},
        Row{"ais+tcp://[localhost]:1", "'localhost' is not an IPv6 address"},
        Row{"ais+tcp://[::1]x:1", "only a colon and the port can follow ']'"},
        Row{"ais+file:", "the file is missing, as in ais+file:harbour.log"},
    }));
    INFO(url);
    CHECK_THROWS_AS(parse_feed_url(url), UsageError);
    CHECK_THROWS_WITH(parse_feed_url(url), "feed '" + url + "': " + message);
}
