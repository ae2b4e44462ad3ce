#pragma once

#include "assets/feeds/feed_kind.hpp"
#include "assets/model/values/instant.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace assets {

/// What the beginning of a log or of standard input tells.
struct LogNature {
    FeedKind kind;
    bool recorded; ///< it has receive times as a Recorder writes them
};
inline constexpr std::size_t longest_beginning = 8'192; ///< that is looked at
enum class Beginning : std::uint8_t { GoesOn, IsAll };
/// Empty when that much does not tell (when it goes on: yet). `kind` where it is known already.
[[nodiscard]] std::optional<LogNature> nature_of(std::string_view beginning, std::optional<FeedKind> kind, Beginning);

/// A line of it is of this kind, whatever the others are.
[[nodiscard]] bool has_line_of(FeedKind, std::string_view beginning);

/// Gives the lines and events of a log to a decoder with the times at which they were received: those that a Recorder
/// wrote, else (`written`) when the log was last written to, else now. A recording gives the decoder the same bytes at
/// the same seconds as the live feed did, so that it says the same. Times never run backwards, nor ahead of `now`.
class LogReader {
public:
    using Deliver = std::function<void(std::string_view bytes, Instant received)>;
    LogReader(FeedKind, std::optional<Instant> written, Deliver);

    void take(std::string_view bytes, Instant now);
    void end(Instant now);
    /// Of what was delivered last.
    [[nodiscard]] Instant clock() const noexcept { return m_clock; }

private:
    void finish_line(std::string_view line, Instant now);
    void finish_tagged_line(std::string_view line, Instant now);
    void set_clock(Instant);
    void flush();

    FeedKind m_kind;
    std::optional<Instant> m_written;
    Deliver m_deliver;
    bool m_recorded = false; ///< a receive time has been read
    bool m_delivered = false;
    Instant m_clock{};
    std::string m_line;      ///< that has not ended yet
    std::string m_out;       ///< whole lines, not yet delivered, all received at m_clock
    std::size_t m_event = 0; ///< bytes still to come of a recorded event, in which no marker is looked for
    bool m_too_long = false; ///< the line is passed on as it comes
};

} // namespace assets
