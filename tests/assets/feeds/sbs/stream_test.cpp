#include "tests/assets/feeds/sbs/sbs_lines.hpp"
#include "tests/support/catch.hpp"

using namespace feeds_test;

TEST_CASE("lines end with CR, LF or both, and empty lines are ignored", "[sbs]") {
    const std::string expected = as_text(decode_sbs(sbs_stream("\n")));
    for (const char* end : {"\r", "\r\n", "\n\r", "\r\r\n", "\n\n"})
        CHECK(as_text(decode_sbs(sbs_stream(end))) == expected);
    const auto result = decode_sbs(sbs_stream("\n"));
    CHECK(result.messages.size() == sbs_lines.size());
    CHECK(result.counts.messages == sbs_lines.size());
    CHECK(result.counts.decoded == sbs_lines.size());
    CHECK(result.rejected() == 0);
}

TEST_CASE("a stream of lines cut at any byte gives the same messages", "[sbs]") {
    const std::string stream = "\xFF\xFErubbish\r\n" + sbs_stream("\r\n") + "AIR,,1,1,4CA4A2\n" + sbs_stream("\n");
    const auto whole = decode_sbs(stream);
    CHECK(whole.messages.size() == 2 * sbs_lines.size());
    const std::string expected = as_text(whole);
    for (std::size_t cut = 0; cut <= stream.size(); ++cut) {
        const auto result = decode_in_two(*assets::make_sbs_decoder(), stream, cut);
        if (as_text(result) == expected) continue;
        CAPTURE(cut);
        CHECK(as_text(result) == expected);
    }
    for (const std::size_t piece : {1, 2, 7, 1448})
        CHECK(as_text(decode_sbs(stream, piece)) == expected);
}

TEST_CASE("rubbish between lines costs only the line that contains it", "[sbs]") {
    const auto result = decode_sbs("$GPGGA,1\n" + sbs_lines[2] + "\n" + std::string(10, '\0') + sbs_lines[3] + "\n" +
                                   sbs_lines[4] + "\n");
    REQUIRE(result.messages.size() == 2);
    CHECK(result.messages[0].raw == sbs_lines[2]);
    CHECK(result.messages[1].raw == sbs_lines[4]);
    CHECK(result.rejected("not a BaseStation line") == 1);
    CHECK(result.rejected("not text") == 1);
}

TEST_CASE("a line of 1,024 bytes is read, a longer one is rejected once", "[sbs]") {
    const std::string padded = sbs_lines[2] + std::string(1024 - sbs_lines[2].size(), ' ');
    CHECK(decode_sbs(padded + "\n").messages.size() == 1);
    const auto result = decode_sbs(padded + " \n" + sbs_lines[3] + "\n");
    REQUIRE(result.messages.size() == 1);
    CHECK(result.messages[0].raw == sbs_lines[3]);
    CHECK(result.rejected("line too long") == 1);
    CHECK(result.rejected() == 1);
}

TEST_CASE("ten megabytes without a line end are rejected as one line", "[sbs]") {
    const auto decoder = assets::make_sbs_decoder();
    std::vector<assets::FeedMessage> messages;
    const std::string block(65'536, 'M');
    for (int i = 0; i < 160; ++i)
        decoder->take(block, noon, messages);
    decoder->take("\n" + sbs_lines[2] + "\n", noon, messages);
    CHECK(messages.size() == 1);
    CHECK(decoder->counts().rejected.at("line too long") == 1);
}

TEST_CASE("an unfinished line at the end of a stream is rejected, and a new stream may follow", "[sbs]") {
    const auto decoder = assets::make_sbs_decoder();
    const auto cut = decode(*decoder, sbs_lines[3] + "\n" + sbs_lines[2].substr(0, sbs_lines[2].size() - 14));
    CHECK(cut.messages.size() == 1);
    CHECK(cut.rejected("line cut off") == 1);
    const auto next = decode(*decoder, sbs_lines[2] + "\n");
    REQUIRE(next.messages.size() == 1);
    CHECK(next.messages[0].raw == sbs_lines[2]);
    CHECK(next.counts.messages == 2);
}
