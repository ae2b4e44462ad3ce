#include "assets/formats/recording/read_recording.hpp"

#include "assets/feeds/any/make_decoder.hpp"
#include "assets/feeds/track/feed_scenario.hpp"
#include "assets/formats/recording/log_reader.hpp"
#include "assets/model/values/codes.hpp"

#include <fstream>
#include <string>
#include <vector>

#include <fmt/format.h>

namespace assets {

namespace {

constexpr std::uintmax_t most_bytes = 2'000'000'000;
/// Lower than the limit of live tracks, because a fix is larger than a point of a track.
constexpr std::size_t most_fixes = 500'000;
constexpr std::size_t most_assets = 50'000; ///< far fewer than fixes, so that tracks are long enough to be thinned

void note_left_out(LoadResult& result, const std::string& file, std::uint64_t count, const std::string& what) {
    if (count == 0) return;
    result.findings.push_back({.severity = Severity::Note,
                               .code = std::string{code::left_out},
                               .file = file,
                               .line = 0,
                               .field = {},
                               .message = fmt::format("{} {}", count, what),
                               .subject = {},
                               .from = {}});
}

} // namespace

std::string dated_by_file_words(std::uint64_t positions, Instant written) {
    return fmt::format("no time in the log: {} {} dated by the file ({})", positions,
                       positions == 1 ? "position is" : "positions are", to_iso(written).substr(0, 10));
}

LoadResult read_recording(const std::filesystem::path& path, FeedKind kind, const ReadOptions& options) {
    std::ifstream in{path, std::ios::binary};
    if (!in) throw UnreadableError{path.string() + ": cannot be opened"};
    std::error_code failed;
    if (std::filesystem::file_size(path, failed) > most_bytes)
        throw UnreadableError{path.string() + ": is larger than 2 GB; split it into parts"};
    std::string buffer(65'536, '\0');
    const auto read_some = [&] {
        in.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
        return std::string_view{buffer}.substr(0, static_cast<std::size_t>(in.gcount()));
    };
    std::string_view bytes = read_some();
    const auto format = detect_log_format(bytes, kind, Beginning::Complete);
    const bool recorded = format && format->recorded;

    const auto decoder = make_decoder(kind, recorded ? std::nullopt : std::optional{0.0});
    TrackStore store{{.points = most_fixes, .tracks = most_assets, .missing_characters = options.missing_characters}};
    std::vector<FeedMessage> messages;
    std::uint64_t dated_by_file = 0;
    const auto keep = [&](TimeFrom from) {
        for (auto& message : messages) {
            if (message.time_from == TimeFrom::Clock) message.time_from = from;
            if (message.time_from == TimeFrom::File && message.position && !message.aid) ++dated_by_file;
            store.take(message);
        }
        messages.clear();
    };
    LogReader reader{kind, options.written, [&](std::string_view part, Instant received) {
                         decoder->take(part, received, messages);
                         keep(reader.time_from());
                     }};
    for (; !bytes.empty(); bytes = read_some())
        reader.take(bytes, options.now);
    if (in.bad()) throw UnreadableError{path.string() + ": cannot be read to its end"};
    reader.end(options.now);
    decoder->end(reader.clock(), messages);
    keep(reader.time_from());

    LoadResult result;
    const std::string name = path.filename().string();
    Source source{};
    source.id = "feed";
    source.title = name;
    source.kind = to_string(kind);
    FeedScenarioOptions scenario_options;
    scenario_options.title = name;
    scenario_options.sources = {source};
    auto scenario = std::make_shared<Scenario>(feed_scenario(store, scenario_options, options.atlas).scenario);
    scenario->recording = true;
    scenario->view.projection.clear(); // the figure's options choose one
    scenario->folder = path.parent_path();
    if (dated_by_file > 0) {
        scenario->subtitle = dated_by_file_words(dated_by_file, *options.written);
        result.findings.push_back({.severity = Severity::Warning,
                                   .code = std::string{code::dated_by_file},
                                   .file = name,
                                   .line = 0,
                                   .field = {},
                                   .message = scenario->subtitle,
                                   .subject = {},
                                   .from = {}});
    }
    const auto& decoded = decoder->counts();
    for (const auto& [what, count] : decoded.assumed)
        result.findings.push_back({.severity = Severity::Note,
                                   .code = std::string{code::read_as},
                                   .file = name,
                                   .line = 0,
                                   .field = {},
                                   .message = fmt::format("{} {}", count, what),
                                   .subject = {},
                                   .from = {}});
    result.records = static_cast<std::size_t>(decoded.messages);
    for (const auto& [reason, count] : decoded.rejected) {
        note_left_out(result, name, count, "messages rejected: " + reason);
        result.rejected += static_cast<std::size_t>(count);
    }
    const auto& stored = store.counts();
    note_left_out(result, name, stored.aids, "reports of buoys, base stations and other non-assets left out");
    note_left_out(result, name, stored.repeated, "positions replaced by another of the same second");
    note_left_out(result, name, stored.thinned, "positions left out of the older half of a track: there were too many");
    note_left_out(result, name, stored.refused, "reports left out: there were too many assets");
    note_left_out(result, name, stored.cut_names, "names shortened by characters that no font has");
    if (scenario->fixes.empty()) {
        result.findings.push_back({.severity = Severity::Error,
                                   .code = std::string{code::no_positions},
                                   .file = name,
                                   .line = 0,
                                   .field = {},
                                   .message = "no message in the file gives a position",
                                   .subject = {},
                                   .from = {}});
        return result;
    }
    result.scenario = std::move(scenario);
    return result;
}

} // namespace assets
