#include "assets/formats/recording/read_recording.hpp"

#include "assets/feeds/any/make_decoder.hpp"
#include "assets/feeds/doubt_reasons.hpp"
#include "assets/feeds/track/feed_scenario.hpp"
#include "assets/formats/recording/log_reader.hpp"
#include "assets/model/values/codes.hpp"

#include <chrono>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <malloc.h>

namespace assets {

namespace {

constexpr std::uintmax_t most_bytes = 2'000'000'000;
constexpr std::size_t most_fixes = 5'000'000;
constexpr std::size_t most_assets = 200'000;
constexpr std::size_t trim_after = 250'000; ///< messages

void add_finding(LoadResult& result, Severity severity, std::string_view code, const std::string& file,
                 std::string message) {
    result.findings.push_back({.severity = severity,
                               .code = std::string{code},
                               .file = file,
                               .line = 0,
                               .field = {},
                               .message = std::move(message),
                               .subject = {},
                               .from = {}});
}

/// "1 message rejected", "2 messages rejected": for one, the first plural of `what` loses its s.
std::string counted(std::uint64_t count, std::string what) {
    std::size_t s = count == 1 ? what.find('s') : std::string::npos;
    while (s != std::string::npos && s + 1 < what.size() && what[s + 1] != ' ')
        s = what.find('s', s + 1);
    if (s != std::string::npos) what.erase(s, 1);
    return fmt::format("{} {}", count, what);
}

void note_left_out(LoadResult& result, const std::string& file, std::uint64_t count, std::string what) {
    if (count > 0) add_finding(result, Severity::Note, code::left_out, file, counted(count, std::move(what)));
}

/// A note on senders whose number is no MMSI that can be assigned, with the first of them.
void note_numbers(LoadResult& result, const std::string& file, const TrackStore& store) {
    std::size_t senders = 0;
    std::string_view first;
    for (const FeedTrack& track : store.tracks()) {
        if (track.contact.doubted_at[static_cast<std::size_t>(Doubt::Number)] == Instant::min()) continue;
        if (senders++ == 0) first = track.contact.number();
    }
    if (senders == 0) return;
    add_finding(result, Severity::Note, code::read_as, file,
                senders == 1
                    ? fmt::format("the number of a sender, {}, is not a valid MMSI", first)
                    : fmt::format("the numbers of {} senders, the first {}, are not valid MMSIs", senders, first));
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
    TrackStore store{{.points = most_fixes,
                      .drop_oldest = true,
                      .tracks = most_assets,
                      .missing_characters = options.missing_characters}};
    std::vector<FeedMessage> messages;
    std::size_t dated_by_file = 0;
    std::size_t in_future = 0;
    std::string future; // the first time that is in the future
    bool future_by_file = false;
    std::size_t taken = 0; // messages since memory was given back
    const auto keep = [&](TimeFrom from, Instant received) {
        for (auto& message : messages) {
            if (message.time > options.now + most_clock_ahead) { // no position can be from then
                if (in_future++ == 0) future = to_iso(message.time);
                message.time = received;
                future_by_file = from == TimeFrom::File;
                message.time_from = TimeFrom::Clock;
                message.doubts.emplace_back(doubt_reason::clock_ahead);
            }
            if (message.time_from == TimeFrom::Clock) message.time_from = from;
            if (message.time_from == TimeFrom::File && message.position && !message.aid) ++dated_by_file;
            store.take(message);
        }
        taken += messages.size();
        messages.clear();
        if (taken < trim_after) return;
        taken = 0;
        malloc_trim(0); // tracks that grow leave freed memory behind, which counts as resident until it is given back
    };
    LogReader reader{kind, options.written, [&](std::string_view part, Instant received) {
                         decoder->take(part, received, messages);
                         keep(reader.time_from(), received);
                     }};
    for (; !bytes.empty(); bytes = read_some())
        reader.take(bytes, options.now);
    if (in.bad()) throw UnreadableError{path.string() + ": cannot be read to its end"};
    reader.end(options.now);
    decoder->end(reader.clock(), messages);
    keep(reader.time_from(), reader.clock());

    LoadResult result;
    const std::string name = path.filename().string();
    Source source{};
    source.id = "feed";
    source.title = name;
    source.kind = to_string(kind);
    FeedScenarioOptions scenario_options;
    scenario_options.title = name;
    scenario_options.sources = {source};
    store.keep_newest();
    note_numbers(result, name, store);
    const auto stored = store.counts();
    auto scenario =
        std::make_shared<Scenario>(feed_scenario(std::move(store), scenario_options, options.atlas).scenario);
    scenario->recording = true;
    scenario->view.projection.clear(); // the figure's options choose one
    scenario->folder = path.parent_path();
    if (dated_by_file > 0) {
        scenario->dated_by_file = {dated_by_file, *options.written};
        add_finding(result, Severity::Warning, code::dated_by_file, name,
                    dated_by_file_words(dated_by_file, *options.written));
    }
    if (in_future > 0)
        add_finding(result, Severity::Warning, code::dated_by_file, name,
                    fmt::format("{} {} a time in the future, the first {}; {} dated by {}", in_future,
                                in_future == 1 ? "message has" : "messages have", future,
                                in_future == 1 ? "it is" : "they are",
                                future_by_file ? "the file" : "the time of receipt"));
    const auto& decoded = decoder->counts();
    for (const auto& [what, count] : decoded.assumed)
        add_finding(result, Severity::Note, code::read_as, name, counted(count, what));
    result.records = static_cast<std::size_t>(decoded.messages);
    for (const auto& [reason, count] : decoded.rejected) {
        note_left_out(result, name, count, "messages rejected: " + reason);
        result.rejected += static_cast<std::size_t>(count);
    }
    if (kind == FeedKind::Cot)
        for (const auto& [others, count] : decoded.others)
            note_left_out(result, name, count, others + " left out");
    else
        note_left_out(result, name, stored.aids, "reports of buoys, base stations and other non-assets left out");
    note_left_out(result, name, stored.drawings_refused,
                  stored.drawings_refused == 1 ? "drawings or alert left out: there were too many"
                                               : "drawings and alerts left out: there were too many");
    note_left_out(result, name, stored.repeated, "positions replaced by another of the same second");
    if (stored.thinned > 0)
        add_finding(result, Severity::Note, code::left_out, name,
                    fmt::format("{} of the oldest positions left out: of a log the newest {} are kept", stored.thinned,
                                most_fixes));
    note_left_out(result, name, stored.refused, "reports left out: there were too many assets");
    note_left_out(result, name, stored.cut_names, "names shortened by characters that no font has");
    if (scenario->fixes.empty() && scenario->zones.empty() && scenario->events.empty()) {
        add_finding(result, Severity::Error, code::no_positions, name, "no message in the file gives a position");
        return result;
    }
    result.scenario = std::move(scenario);
    return result;
}

} // namespace assets
