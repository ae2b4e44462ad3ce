#include "tests/assets/feeds/ais/ais_encoder.hpp"
#include "tests/assets/feeds/decoding.hpp"
#include "tests/support/catch.hpp"

using namespace ais_test;
using assets::FeedMessage;

namespace {

class Watch {
public:
    FeedMessage hear(const Bits& bits, int seconds = 0) {
        std::vector<FeedMessage> reports;
        m_decoder->take(lines(bits), feeds_test::noon + std::chrono::seconds{seconds}, reports);
        REQUIRE(reports.size() == 1);
        return reports[0];
    }
    FeedMessage named(const std::string& name) {
        Static message;
        message.name = name;
        return hear(message.bits());
    }
    /// `miles` east of the first place on the equator, at this time.
    bool jumps(double miles, int seconds, int second_of_minute = -1) {
        ClassA message;
        message.lon = degrees(10 + miles / 60);
        message.lat = 0;
        message.second = second_of_minute >= 0 ? second_of_minute : seconds % 60;
        const auto report = hear(message.bits(), seconds);
        CHECK(report.position);
        return report.doubts == std::vector<std::string>{"jump above 100 kn"};
    }

private:
    std::unique_ptr<assets::FeedDecoder> m_decoder = assets::make_ais_decoder();
};

} // namespace

TEST_CASE("a vessel's first name is taken, another only after two equal reports", "[ais]") {
    Watch watch;
    CHECK(watch.named("ALPHA").name == "ALPHA");
    CHECK(watch.named("ALPHA").name == "ALPHA");
    const auto once = watch.named("ALFHA");
    CHECK_FALSE(once.name);
    CHECK(once.doubts == std::vector<std::string>{"another name, heard once: ALFHA"});
    CHECK(once.callsign == "CFN1234");
    CHECK(watch.named("ALPHA").name == "ALPHA");
    CHECK_FALSE(watch.named("ALFHA").name); // the name in between undid the first hearing
    CHECK_FALSE(watch.named("BRAVO").name);
    CHECK(watch.named("BRAVO").name == "BRAVO");
    CHECK(watch.named("BRAVO").name == "BRAVO");
    CHECK_FALSE(watch.named("ALPHA").name);
}

TEST_CASE("an empty name neither renames nor confirms", "[ais]") {
    Watch watch;
    CHECK(watch.named("ALPHA").name == "ALPHA");
    CHECK_FALSE(watch.named("BRAVO").name);
    const auto silent = watch.named("");
    CHECK_FALSE(silent.name);
    CHECK(silent.doubts.empty());
    CHECK(watch.named("BRAVO").name == "BRAVO");
}

TEST_CASE("each vessel has a name of its own", "[ais]") {
    Watch watch;
    CHECK(watch.named("ALPHA").name == "ALPHA");
    NameB other;
    CHECK(watch.hear(other.bits()).name == "SEA SHELL");
}

TEST_CASE("a place beyond 100 knots is doubted until the next one agrees", "[ais]") {
    Watch watch;
    CHECK_FALSE(watch.jumps(0, 0));
    CHECK_FALSE(watch.jumps(0.25, 60));
    CHECK_FALSE(watch.jumps(1.85, 120)); // 96 kn
    CHECK(watch.jumps(4, 180));          // 129 kn
    CHECK_FALSE(watch.jumps(2.1, 190));  // back on her course: the wrong place is forgotten
    CHECK(watch.jumps(600, 200));
    CHECK_FALSE(watch.jumps(600.1, 230)); // the first place was the wrong one
    CHECK_FALSE(watch.jumps(600.2, 260));
    CHECK_FALSE(watch.jumps(700, 260 + 4 * 3600)); // a long silence
}

TEST_CASE("two vessels under one number are doubted", "[ais]") {
    Watch watch;
    CHECK_FALSE(watch.jumps(0, 0));
    for (int i = 1; i < 10; ++i) {
        CHECK(watch.jumps(300, 20 * i));
        CHECK_FALSE(watch.jumps(0.1 * i, 20 * i + 10));
    }
}

TEST_CASE("a vessel that crosses the antimeridian or lies near a pole does not jump", "[ais]") {
    Watch watch;
    ClassA message;
    message.lon = degrees(179.999);
    CHECK(watch.hear(message.bits()).doubts.empty());
    message.lon = degrees(-179.999);
    CHECK(watch.hear(message.bits(), 60).doubts.empty());
    Watch north;
    message.lat = degrees(89.99);
    message.lon = degrees(0.5);
    CHECK(north.hear(message.bits()).doubts.empty());
    message.lon = degrees(90);
    CHECK(north.hear(message.bits(), 60).doubts.empty());
}

TEST_CASE("a log read at once has only the sender's seconds, and they do", "[ais]") {
    Watch watch; // 20 kn, a report every 30 s, all received in the same second
    for (int i = 0; i < 10; ++i)
        CHECK_FALSE(watch.jumps(i / 6.0, 0, i * 30 % 60));
    CHECK(watch.jumps(20, 0, 30));
}

TEST_CASE("search aircraft may fly, and a coarse grid is no movement", "[ais]") {
    Watch watch;
    SearchAircraft plane;
    CHECK(watch.hear(plane.bits()).doubts.empty());
    plane.lon += degrees(0.1);
    plane.second = 42;
    CHECK(watch.hear(plane.bits(), 60).doubts.empty()); // about 250 kn
    plane.lon += degrees(10);
    CHECK(watch.hear(plane.bits(), 120).doubts == std::vector<std::string>{"jump above 600 kn"});
    LongRange far;
    far.mmsi = 316'138'001;
    CHECK(watch.hear(far.bits(), 120).doubts.empty());
    far.lon += 1;
    CHECK(watch.hear(far.bits(), 121).doubts.empty());
}

TEST_CASE("memory of vessels is bounded", "[ais]") {
    const auto decoder = assets::make_ais_decoder();
    std::vector<FeedMessage> reports;
    // More numbers than are remembered: the last ones still are.
    for (std::uint32_t i = 0; i < 140'000; ++i) {
        NameB message;
        message.mmsi = 200'000'000 + i;
        reports.clear();
        decoder->take(sentences(message.bits())[0] + "\n", feeds_test::noon, reports);
    }
    const auto renamed = [&](std::uint32_t mmsi) {
        NameB message;
        message.mmsi = mmsi;
        message.name = "OTHER";
        reports.clear();
        decoder->take(lines(message.bits()), feeds_test::noon, reports);
        return reports.at(0).name.has_value();
    };
    CHECK_FALSE(renamed(200'139'999));
    CHECK(renamed(200'000'000));
}
