#include "app/base/errors.hpp"
#include "app/feeds/message_json.hpp"
#include "app/feeds/recorder.hpp"
#include "assets/feeds/decoder.hpp"
#include "assets/formats/recording/log_reader.hpp"
#include "tests/app/feeds/samples.hpp"
#include "tests/app/feeds/servers.hpp"
#include "tests/assets/feeds/cot/tak_messages.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

#include <random>

#include <fmt/format.h>

using namespace app;

namespace {

using assets::Beginning;
using assets::detect_log_format;
using assets::LogReader;
using assets::max_sniffed_bytes;

assets::Instant at(std::int64_t second) {
    return assets::Instant{std::chrono::seconds{second}};
}

constexpr std::int64_t noon = 1'722'427'200; // 2024-07-31T12:00:00Z
const assets::Instant today = at(noon + 100'000'000);

std::unique_ptr<assets::FeedDecoder> decoder_for(FeedKind kind) {
    return kind == FeedKind::Ais   ? assets::make_ais_decoder()
           : kind == FeedKind::Cot ? assets::make_cot_decoder()
                                   : assets::make_sbs_decoder();
}

std::string as_text(const std::vector<assets::FeedMessage>& messages) {
    std::string text;
    for (const auto& message : messages)
        text += to_json_line(message, "-") + (message.time_source == assets::TimeSource::Sender ? " sender\n" : "\n");
    return text;
}

std::string replay(FeedKind kind, const std::string& log, std::optional<assets::Instant> written, std::size_t chunk,
                   std::map<std::string, std::uint64_t, std::less<>>* rejected = nullptr) {
    const auto decoder = decoder_for(kind);
    std::vector<assets::FeedMessage> messages;
    LogReader reader{kind, written, [&](std::string_view bytes, assets::Instant received) {
                         decoder->take(bytes, received, messages);
                     }};
    for (std::size_t from = 0; from < log.size(); from += chunk)
        reader.take(std::string_view{log}.substr(from, chunk), today);
    reader.end(today);
    decoder->end(reader.clock(), messages);
    if (rejected) *rejected = decoder->counts().rejected;
    return as_text(messages);
}

std::string stream_of(FeedKind kind) {
    std::string stream;
    for (int n = 0; n < 40; ++n) {
        const double lon = -123.4 + n * 0.01, lat = 48.4 + n * 0.01;
        if (kind == FeedKind::Ais) {
            stream += samples::ais_position(316'000'000u + static_cast<unsigned>(n % 7), lon, lat);
            if (n % 5 == 0) stream += "$GPGGA,rubbish\r\n\n";
            if (n % 9 == 0)
                stream += samples::tag_block("s:station,c:1722427000") + samples::ais_position(316'000'100, lon, lat);
        } else if (kind == FeedKind::Sbs) {
            stream += samples::sbs_position(0xC06B00u + static_cast<unsigned>(n % 7), lon, lat, "12:00:00.000");
        } else {
            stream += samples::cot_event("UNIT-" + std::to_string(n % 7), lon, lat,
                                         "two\nlines <!-- received 2099-01-01T00:00:00Z, 9 bytes -->\n");
            if (n % 5 == 0) stream += "\nbetween";
            if (n % 3 == 0) // a line of the message looks like the marker of a recording
                stream += feeds_test::in_stream(
                    feeds_test::tak_message({.uid = "TAK-" + std::to_string(n % 7),
                                             .xml = "\n<!-- received 2099-01-01T00:00:00Z, 9 bytes -->\n"}));
        }
    }
    return stream;
}

} // namespace

TEST_CASE("a recording gives the same messages and times as the live feed, however both are cut", "[feeds]") {
    const auto kind = GENERATE(FeedKind::Ais, FeedKind::Cot, FeedKind::Sbs);
    const auto stream = stream_of(kind);
    const auto decoder = decoder_for(kind);
    RecordFramer framer{kind};
    std::vector<assets::FeedMessage> live;
    std::string recording;
    std::mt19937 random{7};
    auto second = noon;
    for (std::size_t from = 0; from < stream.size();) {
        const std::size_t size = 1 + random() % 200;
        const auto piece = std::string_view{stream}.substr(from, size);
        decoder->take(piece, at(second), live);
        framer.take(piece, at(second), recording);
        from += size;
        second += static_cast<std::int64_t>(random() % 3);
    }
    decoder->end(at(second), live);
    framer.end(at(second), recording);
    REQUIRE(live.size() >= 40);
    for (const std::size_t chunk : {std::size_t{1}, std::size_t{13}, std::size_t{4096}, recording.size()}) {
        INFO(chunk);
        CHECK(replay(kind, recording, at(noon + 5'000), chunk) == as_text(live));
    }
    const auto format = detect_log_format(recording, std::nullopt, Beginning::Complete);
    REQUIRE(format.has_value());
    CHECK(format->kind == kind);
    CHECK(format->recorded);
}

TEST_CASE("a TAK message is recorded with its bytes, and a datagram gets the length that a stream has", "[feeds]") {
    RecordFramer framer{FeedKind::Cot};
    std::string recording;
    framer.take(feeds_test::datagram(feeds_test::frigate_message), at(noon), recording);
    framer.end(at(noon), recording);
    const auto bytes = feeds_test::in_stream(feeds_test::frigate_message);
    CHECK(recording == fmt::format("<!-- received 2024-07-31T12:00:00Z, {} bytes -->\n{}\n", bytes.size(), bytes));
    const auto format = detect_log_format(recording, std::nullopt, Beginning::Complete);
    REQUIRE(format);
    CHECK(format->recorded);
    CHECK_FALSE(replay(FeedKind::Cot, recording, std::nullopt, 5).empty());
}

TEST_CASE("a raw stream or datagram of TAK messages is a log of Cursor on Target", "[feeds]") {
    for (const auto& raw :
         {feeds_test::in_stream(feeds_test::frigate_message), feeds_test::datagram(feeds_test::frigate_message)}) {
        const auto format = detect_log_format(raw, std::nullopt, Beginning::MayContinue);
        REQUIRE(format);
        CHECK(format->kind == FeedKind::Cot);
        CHECK_FALSE(detect_log_format(raw, FeedKind::Ais, Beginning::Complete)->kind == FeedKind::Cot);
    }
    CHECK_FALSE(detect_log_format("\xBF\x22 rubbish\n", std::nullopt, Beginning::Complete));
}

TEST_CASE("a recording of AIS is NMEA with the time of arrival in tag blocks", "[feeds]") {
    std::string recording;
    RecordFramer framer{FeedKind::Ais};
    framer.take("!AIVDM,1,1,,A,15MgK45P3@G?fl0E`JbR0OwT0@MS,0*4E\r\n!AIV", at(noon), recording);
    CHECK(recording == "\\c:1722427200*5C\\!AIVDM,1,1,,A,15MgK45P3@G?fl0E`JbR0OwT0@MS,0*4E\n");
    framer.end(at(noon + 1), recording);
    CHECK_THAT(recording, Catch::EndsWith("\n\\c:1722427201*5D\\!AIV\n"));
}

TEST_CASE("a line that is too long is cut in a recording, but stays too long", "[feeds]") {
    std::string recording;
    RecordFramer framer{FeedKind::Ais};
    for (int n = 0; n < 1000; ++n)
        framer.take(std::string(1000, 'x'), at(noon), recording);
    framer.take("\n", at(noon), recording);
    CHECK(recording.size() < 1'200);
    std::map<std::string, std::uint64_t, std::less<>> rejected;
    CHECK(replay(FeedKind::Ais, recording + samples::ais_position(316'000'000, 1, 2), std::nullopt, 100, &rejected) !=
          "");
    CHECK(rejected == decltype(rejected){{"line too long", 1}});
}

TEST_CASE("a log without receive times has the time at which it was last written", "[feeds]") {
    const auto text = replay(FeedKind::Ais, samples::ais_position(316'000'000, 1, 2), at(noon), 1000);
    CHECK_THAT(text, Catch::Contains("2024-07-31T12:00:00Z"));
    CHECK_THAT(replay(FeedKind::Ais, samples::ais_position(316'000'000, 1, 2), std::nullopt, 1000),
               Catch::Contains(assets::to_iso(today)));
}

TEST_CASE("receive times that run backwards or into the future do not move the clock", "[feeds]") {
    std::string log;
    for (const auto second : {noon + 10, noon + 5, noon + 999'999'999}) {
        RecordFramer framer{FeedKind::Sbs};
        framer.take(samples::sbs_position(0xC06B1A, 1, 2, "23:59:59.999"), at(second), log);
    }
    std::vector<assets::Instant> clock;
    LogReader reader{FeedKind::Sbs, std::nullopt, [&](std::string_view, assets::Instant received) {
                         clock.push_back(received);
                     }};
    reader.take(log, today);
    reader.end(today);
    for (const auto time : clock)
        CHECK(time == at(noon + 10));
    CHECK_FALSE(clock.empty());
}

TEST_CASE("in a log out of order, each sentence keeps its own time", "[feeds]") {
    std::string log;
    for (const auto second : {noon + 10, noon + 5}) {
        RecordFramer framer{FeedKind::Ais};
        framer.take(samples::ais_position(316'000'000, 1, 2), at(second), log);
    }
    const auto text = replay(FeedKind::Ais, log, std::nullopt, 1000);
    CHECK_THAT(text, Catch::Contains("2024-07-31T12:00:10Z"));
    CHECK_THAT(text, Catch::Contains("2024-07-31T12:00:05Z"));
}

TEST_CASE("the first lines show the kind of standard input", "[feeds]") {
    const auto kind = [](const std::string& text, Beginning beginning) -> std::optional<FeedKind> {
        const auto format = detect_log_format(text, std::nullopt, beginning);
        return format ? std::optional{format->kind} : std::nullopt;
    };
    const auto ais = samples::ais_position(316'000'000, 1, 2);
    CHECK(kind(ais, Beginning::MayContinue) == FeedKind::Ais);
    CHECK(kind("$GPGGA,1,2\r\nrubbish\r\n" + ais, Beginning::MayContinue) == FeedKind::Ais);
    CHECK(kind(samples::tag_block("s:x") + ais, Beginning::MayContinue) == FeedKind::Ais);
    CHECK(kind(samples::sbs_position(1, 2, 3, "12:00:00.000"), Beginning::MayContinue) == FeedKind::Sbs);
    CHECK(kind("\xEF\xBB\xBF<?xml version='1.0'?>\n<event", Beginning::MayContinue) == FeedKind::Cot);
    CHECK(kind("<event uid='x'", Beginning::Complete) == FeedKind::Cot);
    CHECK_FALSE(kind("!AIV", Beginning::MayContinue).has_value());
    CHECK_FALSE(kind("asset,from,to\nx,1,2\n", Beginning::Complete).has_value());
    CHECK_FALSE(kind(std::string(9'000, 'x'), Beginning::MayContinue).has_value());
    CHECK(kind("$GPGGA,1,2\r\n", Beginning::Complete) == FeedKind::Ais);
}

TEST_CASE("a recording is continued, and no other file is", "[feeds]") {
    const support::ScratchFile file;
    std::string records;
    RecordFramer framer{FeedKind::Sbs};
    framer.take(samples::sbs_position(0xC06B1A, 1, 2, "12:00:00.000"), at(noon), records);
    Recorder{file.path(), FeedKind::Sbs}.append(records);
    Recorder{file.path(), FeedKind::Sbs}.append(records);
    CHECK(file.content() == records + records);
    CHECK_THROWS_WITH((Recorder{file.path(), FeedKind::Ais}),
                      file.path().string() + ": cannot record: it is a recording of sbs; record ais in another file");

    Recorder any{file.path(), std::nullopt};
    any.admit(FeedKind::Sbs);
    CHECK_THROWS_AS(any.admit(FeedKind::Cot), FileError);

    const support::ScratchFile table{"asset,from,to\n"};
    CHECK_THROWS_AS((Recorder{table.path(), FeedKind::Ais}), FileError);
    CHECK(table.content() == "asset,from,to\n");

    const support::ScratchFile cut{records.substr(0, records.size() - 20)};
    Recorder{cut.path(), FeedKind::Sbs}.append(records);
    CHECK(cut.content() == records.substr(0, records.size() - 20) + "\n" + records);
    CHECK_THROWS_AS((Recorder{"/no/such/folder/x", FeedKind::Ais}), FileError);
}

TEST_CASE("two programs cannot record into one file, whatever they record", "[feeds]") {
    const support::Scratch folder;
    {
        const Recorder first{folder / "log.nmea", FeedKind::Ais};
        CHECK_THROWS_WITH((Recorder{folder / "log.nmea", FeedKind::Sbs}),
                          Catch::Contains("log.nmea: cannot record") && Catch::Contains("another program"));
        CHECK_THROWS_AS((Recorder{folder / "log.nmea", FeedKind::Ais}), FileError);
    }
    CHECK_NOTHROW((Recorder{folder / "log.nmea", FeedKind::Ais})); // the first has ended
}

TEST_CASE("a full disk stops a recording with a message that names the file", "[feeds]") {
    Recorder recorder{"/dev/full", FeedKind::Ais};
    CHECK(recorder.trouble().empty());
    recorder.append("x\n");
    CHECK(recorder.trouble() == "/dev/full: recording stopped: No space left on device");
}
