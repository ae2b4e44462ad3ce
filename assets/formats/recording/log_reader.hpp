#pragma once

#include "assets/feeds/feed_kind.hpp"
#include "assets/feeds/feed_message.hpp"
#include "assets/model/values/instant.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace assets {

/// The format of a log or of standard input, detected from its beginning.
struct LogFormat {
    FeedKind kind;
    bool recorded; ///< it has receive times as written by a Recorder
};
inline constexpr std::size_t max_sniffed_bytes = 8'192; ///< bytes that detect_log_format() examines
/// Whether more bytes may follow a beginning.
enum class Beginning : std::uint8_t { MayContinue, Complete };
/// Detects the format. Empty if the beginning shows no known format; with MayContinue, a longer beginning may show one.
/// `kind` is the kind of feed if it is known.
[[nodiscard]] std::optional<LogFormat> detect_log_format(std::string_view beginning, std::optional<FeedKind> kind,
                                                         Beginning);

/// Whether the bytes are a stream or a datagram of TAK protocol 1, the binary form of Cursor on Target.
[[nodiscard]] bool begins_with_tak_message(std::string_view beginning);

/// Whether at least one line is of this kind.
[[nodiscard]] bool has_line_of(FeedKind, std::string_view beginning);

/// Delivers the lines and events of a log with their receive times: those that a Recorder wrote, else `written` (when
/// the log was last written to), else now. A recording delivers the same bytes with the same receive times as the
/// live feed did, so a decoder gives the same messages. Times never run backwards and are never later than `now`.
class LogReader {
public:
    using Deliver = std::function<void(std::string_view bytes, Instant received)>;
    LogReader(FeedKind, std::optional<Instant> written, Deliver);

    void take(std::string_view bytes, Instant now);
    void end(Instant now);
    /// Where the receive time of the bytes delivered last was read.
    [[nodiscard]] TimeFrom time_from() const noexcept {
        return m_recorded ? TimeFrom::Tag : m_written ? TimeFrom::File : TimeFrom::Clock;
    }
    /// The receive time of the bytes delivered last.
    [[nodiscard]] Instant clock() const noexcept { return m_clock; }

private:
    void finish_line(std::string_view line, Instant now);
    void finish_tagged_line(std::string_view line, Instant now);
    void set_clock(Instant);
    void flush();

    FeedKind m_kind;
    std::optional<Instant> m_written;
    Deliver m_deliver;
    bool m_recorded = false; ///< a receive time was read
    bool m_delivered = false;
    Instant m_clock{};
    std::string m_line;      ///< the beginning of an unfinished line
    std::string m_out;       ///< bytes not yet delivered, all received at m_clock
    std::size_t m_event = 0; ///< bytes of a recorded event still to come, in which no marker is looked for
    bool m_too_long = false; ///< the current line is passed on unread because it is too long
};

} // namespace assets
