#include "tests/assets/feeds/ais/ais_encoder.hpp"
#include "tests/assets/feeds/decoding.hpp"
#include "tests/support/catch.hpp"

using namespace ais_test;
using namespace std::string_literals;

namespace {

feeds_test::DecodeResult decoded(const std::string& text, std::size_t piece = 0) {
    return feeds_test::decode(*assets::make_ais_decoder(), text, piece);
}

const std::string good = sentences(ClassA{}.bits())[0];

/// Checks that the line is rejected once, for this reason, and that the sentence after it is read.
void check_one_rejected(const std::string& line, std::string_view reason) {
    const auto result = decoded(line + "\r\n" + good + "\r\n");
    CAPTURE(line, feeds_test::as_text(result));
    CHECK(result.messages.size() == 1);
    CHECK(result.rejected(reason) == 1);
    CHECK(result.rejected() == 1);
}

} // namespace

TEST_CASE("a published sentence is read as documented", "[ais]") {
    // Sent by a bulk carrier off Vancouver Island and quoted in many descriptions of AIS; not made by the encoder of
    // these tests.
    const auto result = decoded("!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0*4A\r\n");
    REQUIRE(result.messages.size() == 1);
    const auto& message = result.messages[0];
    CHECK(message.key == "mmsi:371798000");
    CHECK(message.country == "PA");
    CHECK(message.position->lon() == Approx(-123.395383).margin(1e-6));
    CHECK(message.position->lat() == Approx(48.381633).margin(1e-6));
    CHECK(message.speed_kn == 12.3);
    CHECK(message.course_deg == 224.0);
    CHECK(message.heading_deg == 215);
    CHECK(message.raw == "!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0*4A");
}

TEST_CASE("sentences of any talker and channel, also of own ship, are read", "[ais]") {
    for (const auto* formatter : {"AIVDM", "BSVDM", "ABVDM", "SAVDM", "AIVDO", "ANVDO"})
        for (const auto* channel : {"A", "B", "1", "2", "C", ""}) {
            Sending sending;
            sending.formatter = formatter;
            sending.channel = channel;
            CAPTURE(formatter, channel);
            CHECK(decoded(lines(ClassA{}.bits(), sending)).messages.size() == 1);
            CHECK(decoded(lines(Static{}.bits(), sending)).messages.size() == 1);
        }
    for (const auto* channel : {"12", "X", "a"})
        check_one_rejected(sentence("AIVDM,1,1,,"s + channel + ",15RTgt0PAso;90TKcjM8h6g208CQ,0"), "malformed");
}

TEST_CASE("a checksum must be right, but may be one digit or lower case", "[ais]") {
    int one_digit = 0;
    int with_letters = 0;
    for (std::uint32_t mmsi = 316'138'000; mmsi < 316'138'128; ++mmsi) {
        ClassA sent;
        sent.mmsi = mmsi;
        const std::string line = sentences(sent.bits())[0];
        const auto star = line.size() - 3;
        std::string lower = line;
        std::transform(lower.begin() + static_cast<std::ptrdiff_t>(star), lower.end(),
                       lower.begin() + static_cast<std::ptrdiff_t>(star),
                       [](char c) { return c >= 'A' && c <= 'F' ? static_cast<char>(c + 32) : c; });
        CHECK(decoded(lower).messages.size() == 1);
        with_letters += lower != line ? 1 : 0;
        std::string shorter = line;
        shorter.erase(star + 1, 1);
        const bool leading_zero = line[star + 1] == '0';
        one_digit += leading_zero ? 1 : 0;
        CHECK(decoded(shorter).messages.size() == (leading_zero ? 1U : 0U));
        CHECK(decoded(line.substr(0, star)).rejected("cut off") == 1);
        CHECK(decoded(line.substr(0, star + 1)).rejected("cut off") == 1);
    }
    CHECK(one_digit > 2);
    CHECK(with_letters > 20);
    std::string wrong = good;
    wrong[20] = wrong[20] == '1' ? '2' : '1';
    check_one_rejected(wrong, "checksum wrong");
}

TEST_CASE("lines end with CR, LF or both, and a stream may be cut at every byte", "[ais]") {
    const std::string first = sentences(ClassA{}.bits(), {.tag = "s:one,c:1722427201"})[0];
    const auto parts = sentences(Static{}.bits());
    for (const auto* end : {"\n", "\r", "\r\n", "\n\n\r"}) {
        const std::string text = first + end + parts[0] + end + "$GPGGA,1*00" + end + parts[1] + end + good;
        const auto whole = feeds_test::as_text(decoded(text));
        CHECK(decoded(text).messages.size() == 3);
        for (std::size_t cut = 0; cut <= text.size(); ++cut)
            REQUIRE(feeds_test::as_text(feeds_test::decode_in_two(*assets::make_ais_decoder(), text, cut)) == whole);
        CHECK(feeds_test::as_text(decoded(text, 1)) == whole);
    }
}

TEST_CASE("a tag block names the station and the time", "[ais]") {
    const std::string line = sentences(ClassA{}.bits(), {.tag = "s:r3669961,c:1722427201"})[0];
    const auto result = decoded("junk " + line + " \r\n");
    REQUIRE(result.messages.size() == 1);
    CHECK(result.messages[0].source == "r3669961");
    CHECK(result.messages[0].time == feeds_test::at("2024-07-31T12:00:01Z"));
    CHECK(result.messages[0].time_source == assets::TimeSource::Sender);
    CHECK(result.messages[0].raw == line);
    // Milliseconds
    const auto finer = decoded(lines(ClassA{}.bits(), {.tag = "c:1722427201999,s:x"}));
    CHECK(finer.messages[0].time == feeds_test::at("2024-07-31T12:00:01.999Z"));
    // Invalid times
    for (const auto* tag : {"s:x,c:", "s:x,c:-5", "s:x,c:yesterday", "s:x,c:99999999999999999999"}) {
        const auto strange = decoded(lines(ClassA{}.bits(), {.tag = tag}));
        REQUIRE(strange.messages.size() == 1);
        CHECK(strange.messages[0].time == feeds_test::noon);
        CHECK(strange.messages[0].time_source == assets::TimeSource::Receiver);
        CHECK(strange.messages[0].source == "x");
    }
}

TEST_CASE("an invalid tag block is ignored, and the sentence is read", "[ais]") {
    for (const auto* tag : {"\\s:station,c:1722427201*00\\", "\\s:station\\", "station*11\\", "\\", "\\s:\xE9*12\\"}) {
        const auto result = decoded(tag + good + "\n");
        CAPTURE(tag, feeds_test::as_text(result));
        REQUIRE(result.messages.size() == 1);
        CHECK(result.messages[0].source.empty());
        CHECK(result.messages[0].time == feeds_test::noon);
        CHECK(result.messages[0].doubts == std::vector<std::string>{"tag block not readable"});
        CHECK(result.messages[0].raw == good);
    }
}

TEST_CASE("a suffix after the checksum names the station and the time", "[ais]") {
    const auto result = decoded(good + ",s36310,d-081,T59.01777335,x147521,r08TPHI1,1722427201\n");
    REQUIRE(result.messages.size() == 1);
    CHECK(result.messages[0].source == "r08TPHI1");
    CHECK(result.messages[0].time == feeds_test::at("2024-07-31T12:00:01Z"));
}

TEST_CASE("rubbish costs only the line that contains it", "[ais]") {
    check_one_rejected("$GPGGA,092750.000,5321.6802,N,00630.3372,W,1,8,1.03,61.7,M,55.2,M,,*76", "not AIS");
    check_one_rejected("$RAWPL,5200.00,N,0600.00,E,000000000000000000000HELLOWORLD*4e", "not AIS");
    check_one_rejected("!AIALR,1*00", "not AIS");
    check_one_rejected("\xC3\xA9t\xC3\xA9 # comment", "not AIS");
    check_one_rejected("\0\0\0"s, "not AIS");
    check_one_rejected("!", "not AIS");
    check_one_rejected("!AIVDM", "cut off");
    check_one_rejected("!AIVDM,1,1,,A,15RTgt0PAso;90", "cut off");
    check_one_rejected(std::string(200, '!'), "not AIS");
}

TEST_CASE("rubbish before a sentence and a lost line end cost nothing", "[ais]") {
    CHECK(decoded("2024-07-31 12:00 \xFF\0 "s + good + "\n").messages.size() == 1);
    CHECK(decoded(good + good + "\n").messages.size() == 2);
    const auto result = decoded(good.substr(0, 30) + good + "\n");
    CHECK(result.messages.size() == 1);
    CHECK(result.rejected("cut off") == 1);
    const std::string tagged = sentences(ClassA{}.bits(), {.tag = "s:two"})[0];
    const auto two = decoded(good + tagged + "\n");
    REQUIRE(two.messages.size() == 2);
    CHECK(two.messages[0].source.empty());
    CHECK(two.messages[0].raw == good);
    CHECK(two.messages[1].source == "two");
    CHECK(two.messages[1].raw == tagged);
}

TEST_CASE("a sentence with invalid fields is rejected although its checksum is right", "[ais]") {
    const std::string payload = "15RTgt0PAso;90TKcjM8h6g208CQ";
    for (const std::string& body :
         {"AIVDM,1,1,,A," + payload, "AIVDM,1,1,,A," + payload + ",0,0", "AIVDM,0,1,,A," + payload + ",0"s,
          "AIVDM,1,0,,A," + payload + ",0", "AIVDM,1,2,,A," + payload + ",0", "AIVDM,-1,1,,A," + payload + ",0",
          "AIVDM,255,1,,A," + payload + ",0", "AIVDM,10,1,,A," + payload + ",0", "AIVDM,,,,A," + payload + ",0",
          "AIVDM,1,1,,A," + payload + ",6", "AIVDM,1,1,,A," + payload + ",9", "AIVDM,1,1,,A," + payload + ",x",
          "AIVDM,1,1,,A,,0"s, "AIVDM,1,1,x,A," + payload + ",0", "AIVDM,1,1,12,A," + payload + ",0",
          "AIVDM,1,1,,A,15RTgt0P so;90TKcjM8h6g208CQ,0"s, "AIVDM,1,1,,A,15RTgt0P\xE9so;90TKcjM8h6g208CQ,0"s,
          "AIVDM,1,1,,A,15RTgt0PX_[so;90TKcjM8h6g208CQ,0"s})
        if (body != "AIVDM,1,1,,A," + payload) check_one_rejected(sentence(body), "malformed");
    check_one_rejected(sentence("AIVDM,1,1,,A," + payload), "malformed");
    check_one_rejected(sentence("AIVDM" + std::string(240, ',')), "malformed");
    check_one_rejected(sentence("AIVDM,1,1,,A," + std::string(700, '1') + ",0"), "sentence too long");
    // Some receivers leave the field of the fill bits empty.
    CHECK(decoded(sentence("AIVDM,1,1,,A," + payload + ",")).messages.size() == 1);
}

TEST_CASE("a line of 1,024 bytes is read, a longer one is skipped", "[ais]") {
    const std::string just = std::string(1024 - good.size(), 'x') + good;
    CHECK(decoded(just + "\n").messages.size() == 1);
    check_one_rejected("x" + just, "line too long");
    check_one_rejected("!AIVDM" + std::string(100'000, '1'), "line too long");
    check_one_rejected(good + std::string(5'000, ','), "line too long");
    for (const std::size_t piece : {1U, 1000U, 1024U, 1025U}) {
        const auto result = decoded("x" + just + "\n" + just + "\n", piece);
        CHECK(result.messages.size() == 1);
        CHECK(result.rejected("line too long") == 1);
    }
}

TEST_CASE("a stream without a line end is rejected as one line", "[ais]") {
    const auto decoder = assets::make_ais_decoder();
    std::vector<assets::FeedMessage> messages;
    const std::string block(1U << 20U, '1');
    for (int i = 0; i < 100; ++i)
        decoder->take(block, feeds_test::noon, messages);
    decoder->take("\n" + good + "\n", feeds_test::noon, messages);
    CHECK(messages.size() == 1);
    CHECK(decoder->counts().rejected.at("line too long") == 1);
}

TEST_CASE("the end of a stream ends its last line, and a new stream may follow", "[ais]") {
    const auto decoder = assets::make_ais_decoder();
    CHECK(feeds_test::decode(*decoder, good).messages.size() == 1);
    const auto cut = feeds_test::decode(*decoder, good.substr(0, 40));
    CHECK(cut.messages.empty());
    CHECK(cut.rejected("cut off") == 1);
    CHECK(feeds_test::decode(*decoder, good.substr(40) + "\n" + good + "\n").messages.size() == 1);
}
