#include "app/feeds/recording/recorded_scenario.hpp"

#include "app/feeds/make_decoder.hpp"
#include "app/feeds/recording/log_reader.hpp"
#include "assets/feeds/track/feed_scenario.hpp"

#include <chrono>
#include <fstream>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <sys/stat.h>

namespace app {

namespace {

constexpr std::uintmax_t most_bytes = 2'000'000'000;
/// A fix of a scenario is larger than a point of a track.
constexpr std::size_t most_fixes = 500'000;
constexpr std::size_t most_assets = 50'000; ///< far fewer than fixes, so that thinning finds something to thin

void note(assets::LoadResult& result, const std::string& file, std::uint64_t count, const std::string& what) {
    if (count == 0) return;
    result.issues.push_back({.severity = assets::Severity::Note,
                             .code = "left_out",
                             .file = file,
                             .line = 0,
                             .field = {},
                             .message = fmt::format("{} {}", count, what),
                             .subject = {},
                             .from = {}});
}

} // namespace

std::optional<assets::LoadResult> read_recording(const std::filesystem::path& path,
                                                 std::shared_ptr<const geo::Atlas> atlas) {
    std::error_code failed;
    if (!std::filesystem::is_regular_file(path, failed)) return std::nullopt;
    if (path.extension() == ".csv" || path.extension() == ".toml") return std::nullopt;
    std::ifstream in{path, std::ios::binary};
    std::string buffer(65'536, '\0');
    const auto read_some = [&] {
        in.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
        return std::string_view{buffer}.substr(0, static_cast<std::size_t>(in.gcount()));
    };
    std::string_view bytes = read_some();
    const auto nature = nature_of(bytes, std::nullopt, in.eof() ? Beginning::IsAll : Beginning::GoesOn);
    if (!nature) return std::nullopt;
    if (std::filesystem::file_size(path, failed) > most_bytes)
        throw assets::UnreadableError{path.string() + ": a log of more than 2 GB; cut it into parts"};

    const auto decoder = make_decoder(nature->kind, nature->recorded ? std::nullopt : std::optional{0.0});
    assets::TrackStore store{{.points = most_fixes, .tracks = most_assets}};
    std::vector<assets::FeedReport> reports;
    const auto keep = [&] {
        for (const auto& report : reports)
            store.take(report);
        reports.clear();
    };
    struct ::stat status {};
    std::optional<assets::Instant> written;
    if (::stat(path.c_str(), &status) == 0) written = assets::Instant{std::chrono::seconds{status.st_mtim.tv_sec}};
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    LogReader reader{nature->kind, written, [&](std::string_view part, assets::Instant received) {
                         decoder->take(part, received, reports);
                         keep();
                     }};
    for (; !bytes.empty(); bytes = read_some())
        reader.take(bytes, now);
    if (in.bad()) throw assets::UnreadableError{path.string() + ": cannot be read to its end"};
    reader.end(now);
    decoder->end(reader.clock(), reports);
    keep();

    assets::LoadResult result;
    const std::string name = path.filename().string();
    assets::Source source{};
    source.id = "feed";
    source.title = name;
    source.kind = to_string(nature->kind);
    assets::FeedScenarioOptions options;
    options.title = name;
    options.sources = {source};
    auto scenario =
        std::make_shared<assets::Scenario>(assets::feed_scenario(store, options, std::move(atlas)).scenario);
    scenario->recording = true;
    scenario->folder = path.parent_path();
    const auto& heard = decoder->counts();
    result.records = static_cast<std::size_t>(heard.messages);
    for (const auto& [reason, count] : heard.rejected) {
        note(result, name, count, "messages rejected: " + reason);
        result.rejected += static_cast<std::size_t>(count);
    }
    const auto& kept = store.counts();
    note(result, name, kept.aids, "reports of buoys, base stations and what is no asset left out");
    note(result, name, kept.repeated, "positions replaced by another of the same second");
    note(result, name, kept.thinned, "positions of the older half of a track left out: there were too many");
    note(result, name, kept.refused, "reports left out: of more assets than can be kept");
    if (scenario->fixes.empty()) {
        result.issues.push_back({.severity = assets::Severity::Error,
                                 .code = "no_positions",
                                 .file = name,
                                 .line = 0,
                                 .field = {},
                                 .message = "no message in it gives a position",
                                 .subject = {},
                                 .from = {}});
        return result;
    }
    result.scenario = std::move(scenario);
    return result;
}

} // namespace app
