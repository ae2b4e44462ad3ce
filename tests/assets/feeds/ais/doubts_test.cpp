#include "tests/assets/feeds/ais/ais_encoder.hpp"
#include "tests/assets/feeds/decoding.hpp"
#include "tests/support/catch.hpp"

using namespace ais_test;
using assets::FeedMessage;

namespace {

class Receiver {
public:
    FeedMessage decode(const Bits& bits, int seconds = 0) {
        std::vector<FeedMessage> messages;
        m_decoder->take(lines(bits), feeds_test::noon + std::chrono::seconds{seconds}, messages);
        REQUIRE(messages.size() == 1);
        return messages[0];
    }
    FeedMessage named(const std::string& name) {
        Static sent;
        sent.name = name;
        return decode(sent.bits());
    }
    /// Sends a position on the equator, `miles` east of longitude 10. Returns whether it was doubted as a jump.
    bool jumps(double miles, int seconds, int second_of_minute = -1) {
        ClassA sent;
        sent.lon = degrees(10 + miles / 60);
        sent.lat = 0;
        sent.second = second_of_minute >= 0 ? second_of_minute : seconds % 60;
        const auto message = decode(sent.bits(), seconds);
        CHECK(message.position);
        return message.doubts == std::vector<std::string>{"jump above 100 kn"};
    }

private:
    std::unique_ptr<assets::FeedDecoder> m_decoder = assets::make_ais_decoder();
};

} // namespace

TEST_CASE("a vessel's first name is accepted, another one when received twice", "[ais]") {
    Receiver receiver;
    CHECK(receiver.named("ALPHA").name == "ALPHA");
    CHECK(receiver.named("ALPHA").name == "ALPHA");
    const auto once = receiver.named("ALFHA");
    CHECK_FALSE(once.name);
    CHECK(once.doubts == std::vector<std::string>{"another name, heard once"});
    CHECK(once.callsign == "CFN1234");
    CHECK(receiver.named("ALPHA").name == "ALPHA");
    CHECK_FALSE(receiver.named("ALFHA").name); // not twice in a row
    CHECK_FALSE(receiver.named("BRAVO").name);
    CHECK(receiver.named("BRAVO").name == "BRAVO");
    CHECK(receiver.named("BRAVO").name == "BRAVO");
    CHECK_FALSE(receiver.named("ALPHA").name);
}

TEST_CASE("an empty name neither renames nor confirms", "[ais]") {
    Receiver receiver;
    CHECK(receiver.named("ALPHA").name == "ALPHA");
    CHECK_FALSE(receiver.named("BRAVO").name);
    const auto silent = receiver.named("");
    CHECK_FALSE(silent.name);
    CHECK(silent.doubts.empty());
    CHECK(receiver.named("BRAVO").name == "BRAVO");
}

TEST_CASE("each vessel has a name of its own", "[ais]") {
    Receiver receiver;
    CHECK(receiver.named("ALPHA").name == "ALPHA");
    NameB other;
    CHECK(receiver.decode(other.bits()).name == "SEA SHELL");
}

TEST_CASE("a position that takes more than 100 knots is doubted until the next one agrees", "[ais]") {
    Receiver receiver;
    CHECK_FALSE(receiver.jumps(0, 0));
    CHECK_FALSE(receiver.jumps(0.25, 60));
    CHECK_FALSE(receiver.jumps(1.85, 120)); // 96 kn
    CHECK(receiver.jumps(4, 180));          // 129 kn
    CHECK_FALSE(receiver.jumps(2.1, 190));  // back on her course: the wrong position is forgotten
    CHECK(receiver.jumps(600, 200));
    CHECK_FALSE(receiver.jumps(600.1, 230)); // the earlier position was the wrong one
    CHECK_FALSE(receiver.jumps(600.2, 260));
    CHECK_FALSE(receiver.jumps(700, 260 + 4 * 3600)); // a long silence
}

TEST_CASE("of two vessels with one MMSI, the second is doubted", "[ais]") {
    Receiver receiver;
    CHECK_FALSE(receiver.jumps(0, 0));
    for (int i = 1; i < 10; ++i) {
        CHECK(receiver.jumps(300, 20 * i));
        CHECK_FALSE(receiver.jumps(0.1 * i, 20 * i + 10));
    }
}

TEST_CASE("a vessel that crosses the antimeridian or lies near a pole does not jump", "[ais]") {
    Receiver receiver;
    ClassA sent;
    sent.lon = degrees(179.999);
    CHECK(receiver.decode(sent.bits()).doubts.empty());
    sent.lon = degrees(-179.999);
    CHECK(receiver.decode(sent.bits(), 60).doubts.empty());
    Receiver north;
    sent.lat = degrees(89.99);
    sent.lon = degrees(0.5);
    CHECK(north.decode(sent.bits()).doubts.empty());
    sent.lon = degrees(90);
    CHECK(north.decode(sent.bits(), 60).doubts.empty());
}

TEST_CASE("in a log that is read at once, the senders' seconds give the intervals", "[ais]") {
    Receiver receiver; // 20 kn, a message every 30 s, all received in the same second
    for (int i = 0; i < 10; ++i)
        CHECK_FALSE(receiver.jumps(i / 6.0, 0, i * 30 % 60));
    CHECK(receiver.jumps(20, 0, 30));
}

TEST_CASE("search aircraft may be faster, and a step of a coarse grid is no jump", "[ais]") {
    Receiver receiver;
    SearchAircraft plane;
    CHECK(receiver.decode(plane.bits()).doubts.empty());
    plane.lon += degrees(0.1);
    plane.second = 42;
    CHECK(receiver.decode(plane.bits(), 60).doubts.empty()); // about 250 kn
    plane.lon += degrees(10);
    CHECK(receiver.decode(plane.bits(), 120).doubts == std::vector<std::string>{"jump above 600 kn"});
    LongRange far;
    far.mmsi = 316'138'001;
    CHECK(receiver.decode(far.bits(), 120).doubts.empty());
    far.lon += 1;
    CHECK(receiver.decode(far.bits(), 121).doubts.empty());
}

TEST_CASE("the number of remembered vessels is bounded", "[ais]") {
    const auto decoder = assets::make_ais_decoder();
    std::vector<FeedMessage> messages;
    // More vessels than are remembered; the last ones are not forgotten.
    for (std::uint32_t i = 0; i < 140'000; ++i) {
        NameB sent;
        sent.mmsi = 200'000'000 + i;
        messages.clear();
        decoder->take(sentences(sent.bits())[0] + "\n", feeds_test::noon, messages);
    }
    const auto renamed = [&](std::uint32_t mmsi) {
        NameB sent;
        sent.mmsi = mmsi;
        sent.name = "OTHER";
        messages.clear();
        decoder->take(lines(sent.bits()), feeds_test::noon, messages);
        return messages.at(0).name.has_value();
    };
    CHECK_FALSE(renamed(200'139'999));
    CHECK(renamed(200'000'000));
}
