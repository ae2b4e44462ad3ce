#include "assets/formats/recording/log_reader.hpp"

#include "assets/feeds/ais/log/json_line.hpp"
#include "assets/feeds/ais/log/log_time.hpp"
#include "assets/feeds/ais/sentence.hpp"
#include "assets/feeds/cot/tak_message.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace assets {

namespace {

constexpr std::size_t longest_line = 18'000; // room for a tag block and the longest recorded line
constexpr std::string_view marker_begin = "<!-- received ", marker_end = " bytes -->";
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// The tag block that a Recorder writes before a line. It holds only the receive time: `\c:1722427200*5A\`.
struct ReceiveTag {
    Instant received;
    std::size_t size;
};
std::optional<ReceiveTag> receive_tag(std::string_view line) {
    if (!line.starts_with("\\c:")) return std::nullopt;
    const auto close = line.find('\\', 1);
    if (close == std::string_view::npos) return std::nullopt;
    const auto inside = line.substr(1, close - 1);
    if (inside.find(',') != std::string_view::npos) return std::nullopt;
    const auto tag = assets::ais::read_tag_block(inside);
    if (!tag || !tag->time) return std::nullopt;
    return ReceiveTag{*tag->time, close + 1};
}

/// The comment that a Recorder writes before a Cursor on Target event of `bytes` bytes.
struct EventMarker {
    Instant received;
    std::size_t bytes;
};
std::optional<EventMarker> event_marker(std::string_view line) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!line.starts_with(marker_begin) || !line.ends_with(marker_end)) return std::nullopt;
    line.remove_prefix(marker_begin.size());
    line.remove_suffix(std::min(marker_end.size(), line.size()));
    const auto comma = line.find(", ");
    if (comma == std::string_view::npos) return std::nullopt;
    const auto time = parse_time_text(line.substr(0, comma), 0);
    if (!time || time->precision != Precision::Time) return std::nullopt;
    const auto number = line.substr(comma + 2);
    std::size_t bytes = 0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), bytes);
    if (error != std::errc{} || end != number.data() + number.size()) return std::nullopt;
    return EventMarker{time->first, bytes};
}

std::string_view without_tag_block(std::string_view line) {
    if (!line.starts_with('\\')) return line;
    const auto close = line.find('\\', 1);
    return close == std::string_view::npos ? line : without_tag_block(line.substr(close + 1));
}

bool is_ais_sentence(std::string_view text) {
    return text.size() > 6 && text[0] == '!' && (text.substr(3, 3) == "VDM" || text.substr(3, 3) == "VDO");
}

std::optional<FeedKind> kind_of_line(std::string_view line) {
    if (line.starts_with(byte_order_mark)) line.remove_prefix(byte_order_mark.size());
    line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
    line = without_tag_block(line);
    if (line.starts_with('<')) return FeedKind::Cot;
    if (is_ais_sentence(line) || ais::looks_like_json_line(line)) return FeedKind::Ais;
    // A logger may write a time before each sentence.
    if (const auto bang = line.find('!'); bang != std::string_view::npos && is_ais_sentence(line.substr(bang)) &&
                                          ais::time_before_sentence(line.substr(0, line.find_first_of("!\\"))))
        return FeedKind::Ais;
    // All BaseStation lines except MSG have at least ten fields, unlike a table header such as "ID,NAME,LAT,LON".
    constexpr std::ptrdiff_t least_commas = 9;
    for (const std::string_view word : {"MSG,", "MLAT,", "SEL,", "ID,", "AIR,", "STA,", "CLK,"})
        if (line.starts_with(word) &&
            (word == "MSG," || word == "MLAT," || std::count(line.begin(), line.end(), ',') >= least_commas))
            return FeedKind::Sbs;
    return std::nullopt;
}

bool is_nmea(std::string_view line) {
    line = without_tag_block(line);
    return line.size() > 6 && (line[0] == '$' || line[0] == '!') && line.find(',') != std::string_view::npos;
}

} // namespace

bool begins_with_tak_message(std::string_view beginning) {
    if (beginning.starts_with(byte_order_mark)) return false;
    const auto found = find_tak_frame(beginning, true).found;
    return found == TakFrame::Found::Begun || found == TakFrame::Found::Complete;
}

std::optional<LogFormat> detect_log_format(std::string_view beginning, std::optional<FeedKind> kind, Beginning extent) {
    beginning = beginning.substr(0, max_sniffed_bytes);
    const bool is_all = extent == Beginning::Complete || beginning.size() == max_sniffed_bytes;
    if (begins_with_tak_message(beginning) && kind.value_or(FeedKind::Cot) == FeedKind::Cot)
        return LogFormat{FeedKind::Cot, false};
    bool nmea = false, recorded = false, first = true;
    while (!beginning.empty()) {
        const auto end = beginning.find_first_of("\r\n");
        if (end == std::string_view::npos && !is_all) return std::nullopt;
        const auto line = beginning.substr(0, end);
        beginning.remove_prefix(end == std::string_view::npos ? beginning.size() : end + 1);
        if (line.empty()) continue;
        if (first) recorded = receive_tag(line).has_value() || event_marker(line).has_value();
        first = false;
        if (const auto found = kind ? kind : kind_of_line(line)) return LogFormat{*found, recorded};
        nmea = nmea || is_nmea(line);
    }
    if (!is_all) return std::nullopt;
    if (kind) return LogFormat{*kind, recorded};
    if (nmea) return LogFormat{FeedKind::Ais, recorded}; // sentences of the ship's own instruments; AIS may follow
    return std::nullopt;
}

bool has_line_of(FeedKind kind, std::string_view beginning) {
    while (!beginning.empty()) {
        const auto end = beginning.find_first_of("\r\n");
        if (kind_of_line(beginning.substr(0, end)) == kind) return true;
        beginning.remove_prefix(end == std::string_view::npos ? beginning.size() : end + 1);
    }
    return false;
}

LogReader::LogReader(FeedKind kind, std::optional<Instant> written, Deliver deliver)
    : m_kind{kind}, m_written{written}, m_deliver{std::move(deliver)} {}

void LogReader::take(std::string_view bytes, Instant now) {
    if (!m_recorded) set_clock(std::min(now, m_written.value_or(now)));
    const std::string_view ends = m_kind == FeedKind::Cot ? "\n" : "\r\n";
    while (!bytes.empty()) {
        if (m_event > 0) {
            const auto part = bytes.substr(0, m_event);
            m_out += part;
            m_event -= part.size();
            bytes.remove_prefix(part.size());
            continue;
        }
        const auto end = bytes.find_first_of(ends);
        const bool whole = end != std::string_view::npos;
        const auto piece = bytes.substr(0, whole ? end + 1 : end); // includes the line ending
        bytes.remove_prefix(piece.size());
        if (m_too_long) {
            m_out += piece;
            m_too_long = !whole;
            continue;
        }
        if (!whole || !m_line.empty()) m_line += piece;
        if (whole) {
            finish_line(m_line.empty() ? piece : m_line, now);
            m_line.clear();
        } else if (m_line.size() > longest_line) {
            m_too_long = true;
            m_out += m_line;
            m_line.clear();
        }
    }
    flush();
}

void LogReader::end(Instant now) {
    if (!m_line.empty()) finish_line(m_line, now);
    m_line.clear();
    m_event = 0;
    m_too_long = false;
    flush();
}

/// `line` includes its line ending, if it has one.
void LogReader::finish_line(std::string_view line, Instant now) {
    if (m_kind != FeedKind::Cot) return finish_tagged_line(line, now);
    const auto marker = event_marker(line.substr(0, line.find('\n')));
    if (!marker) {
        m_out += line;
        return;
    }
    m_event = marker->bytes;
    if (marker->received > now) return;
    m_recorded = true;
    set_clock(marker->received);
}

void LogReader::finish_tagged_line(std::string_view line, Instant now) {
    const auto tag = receive_tag(line);
    if (!tag) {
        m_out += line;
        return;
    }
    const auto rest = line.substr(tag->size);
    const bool in_past = tag->received <= now;
    if (in_past) {
        m_recorded = true;
        set_clock(tag->received);
    }
    // AIS decoders read tag blocks. If m_clock is not the tag's time, because the log is not in order, the tag block is
    // passed on with the line, unless the sender's own tag block follows.
    const bool keep_tag = m_kind == FeedKind::Ais && (!in_past || m_clock != tag->received) && !rest.starts_with('\\');
    m_out += keep_tag ? line : rest;
}

void LogReader::set_clock(Instant time) {
    if (m_delivered && time <= m_clock) return;
    flush();
    if (!m_delivered || time > m_clock) m_clock = time;
}

void LogReader::flush() {
    if (m_out.empty()) return;
    m_delivered = true;
    m_deliver(m_out, m_clock);
    m_out.clear();
}

} // namespace assets
