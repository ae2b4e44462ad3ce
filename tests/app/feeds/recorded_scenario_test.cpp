#include "app/feeds/recorder.hpp"
#include "assets/formats/recording/read_recording.hpp"
#include "assets/formats/scenario/read_scenario.hpp"
#include "assets/formats/writing/write_scenario.hpp"
#include "assets/timeline/snapshot.hpp"
#include "tests/app/feeds/samples.hpp"
#include "tests/app/feeds/servers.hpp"
#include "tests/assets/formats/same_scenario.hpp"
#include "tests/assets/formats/scenario_files.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

#include <filesystem>

using namespace app;

namespace {

using assets::read_recording;

const assets::Instant noon{std::chrono::seconds{1'722'427'200}}; // 2024-07-31T12:00:00Z

std::string recorded(FeedKind kind, const std::vector<std::string>& pieces) {
    RecordFramer framer{kind};
    std::string out;
    auto received = noon;
    for (const auto& piece : pieces) {
        framer.take(piece, received, out);
        received += std::chrono::minutes{1};
    }
    return out;
}

assets::ReadOptions a_day_later(std::shared_ptr<const geo::Atlas> atlas = nullptr) {
    return {.atlas = std::move(atlas), .now = noon + std::chrono::hours{24}, .written = std::nullopt};
}

} // namespace

TEST_CASE("a recording of ships opens as a scenario with the times of receipt", "[feeds]") {
    const support::ScratchFile file{recorded(FeedKind::Ais, {samples::ais_position(316'138'000, 121, 24),
                                                             samples::ais_position(316'138'000, 121.01, 24),
                                                             samples::ais_position(412'000'001, 122, 25)}),
                                    "ships.nmea"};
    const auto loaded = read_recording(file.path(), FeedKind::Ais, a_day_later());
    REQUIRE(loaded.scenario);
    const auto& s = *loaded.scenario;
    CHECK(s.recording);
    REQUIRE(s.assets.size() == 2);
    CHECK(s.assets[0].mmsi == "316138000");
    CHECK(s.start == noon);
    CHECK(s.end == noon + std::chrono::minutes{2});
    const auto snapshot = assets::snapshot_at(s, noon + std::chrono::seconds{30});
    CHECK(snapshot.states[0].how == assets::How::Reported);
    CHECK(snapshot.states[0].where->lon() == Approx(121).margin(1e-5));
    CHECK(snapshot.states[1].how == assets::How::Absent); // not received yet
    CHECK(loaded.records == 3);
}

TEST_CASE("a recording of Cursor on Target opens as a scenario", "[feeds]") {
    const support::ScratchFile team{recorded(FeedKind::Cot, {samples::cot_event("ALPHA", 127, 37)}), "team.cot"};
    const auto loaded = read_recording(team.path(), FeedKind::Cot, a_day_later());
    REQUIRE(loaded.scenario);
    CHECK(loaded.scenario->assets.at(0).uid == "ALPHA");
}

TEST_CASE("a recording written as a scenario reads back unchanged", "[feeds]") {
    std::vector<std::string> pieces;
    for (int i = 0; i < 40; ++i)
        pieces.push_back(samples::ais_position(316'138'000U + static_cast<unsigned>(i) % 3, 121.123456 + i * 0.01, 22));
    const support::ScratchFile file{recorded(FeedKind::Ais, pieces), "ships.nmea"};
    const auto loaded = read_recording(file.path(), FeedKind::Ais, a_day_later(formats_test::atlas()));
    REQUIRE(loaded.scenario);
    const formats_test::Folder folder{assets::write_scenario(*loaded.scenario)};
    const auto again = assets::read_scenario(folder.path(), formats_test::atlas());
    CHECK(formats_test::errors(again).empty());
    REQUIRE(again.scenario);
    formats_test::check_same(*loaded.scenario, *again.scenario);
}

TEST_CASE("messages that cannot be read are counted in a note", "[feeds]") {
    auto broken = samples::ais_position(316'138'000, 121, 24);
    broken[20] = broken[20] == '0' ? '1' : '0';
    const support::ScratchFile file{recorded(FeedKind::Ais, {samples::ais_position(316'138'000, 121, 24), broken}),
                                    "broken.nmea"};
    const auto loaded = read_recording(file.path(), FeedKind::Ais, a_day_later());
    REQUIRE(loaded.findings.size() == 1);
    CHECK(loaded.findings[0].severity == assets::Severity::Note);
    CHECK_THAT(loaded.findings[0].message, Catch::Contains("1 message rejected: "));
    CHECK(loaded.rejected == 1);
}

TEST_CASE("a recording without a position gives the finding no_positions", "[feeds]") {
    const support::ScratchFile file{recorded(FeedKind::Ais, {samples::ais_position(316'138'000, 181, 91)}),
                                    "silent.nmea"};
    const auto loaded = read_recording(file.path(), FeedKind::Ais, a_day_later());
    CHECK(loaded.scenario == nullptr);
    CHECK(loaded.findings.back().code == "no_positions");
}

TEST_CASE("a log without times has the time of its file, but never one in the future", "[feeds]") {
    const support::ScratchFile file{samples::ais_position(316'138'000, 121, 24), "plain.nmea"};
    auto options = a_day_later();
    options.written = noon;
    const auto dated = read_recording(file.path(), FeedKind::Ais, options);
    REQUIRE(dated.scenario);
    CHECK(dated.scenario->fixes.at(0).from == noon);
    options.written = options.now + std::chrono::hours{1};
    const auto from_the_future = read_recording(file.path(), FeedKind::Ais, options);
    REQUIRE(from_the_future.scenario);
    CHECK(from_the_future.scenario->fixes.at(0).from == options.now);
}

TEST_CASE("a missing recording throws UnreadableError", "[feeds]") {
    CHECK_THROWS_AS(read_recording("/nowhere/at/all.nmea", FeedKind::Ais, a_day_later()), assets::UnreadableError);
}
