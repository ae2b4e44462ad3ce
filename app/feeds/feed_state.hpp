#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace app {

enum class FeedLink : std::uint8_t {
    Connecting,
    Connected, ///< also: listening, or reading a file
    Waiting,   ///< waiting for the next attempt
    Ended,     ///< the file or the input is at its end
    Failed,    ///< the feed cannot be opened, read or recorded; `trouble` says why
    Unknown,   ///< the input is of no known kind, or not of the kind that its URL says
};

/// The state of a feed. `messages` and `decoded` are as in FeedCounts. Of the decoded messages, `unwanted` were
/// rejected by the filter and `dropped` were not taken in time.
struct FeedState {
    FeedLink link = FeedLink::Connecting;
    std::chrono::seconds silent_for{0}; ///< while connected: since the last byte
    std::chrono::seconds retry_in{0};   ///< while waiting, rounded up
    std::string trouble;                ///< why the link was lost or not made, as a clause; empty while connected
    double messages_per_s = 0;          ///< over the last five seconds
    std::uint64_t bytes = 0, messages = 0, decoded = 0, unwanted = 0, dropped = 0;
    std::uint64_t lost_datagrams = 0;                           ///< dropped by the system before they could be read
    std::map<std::string, std::uint64_t, std::less<>> rejected; ///< by reason
    std::map<std::string, std::uint64_t, std::less<>> others;   ///< as in FeedCounts
    std::uint64_t links = 0;                                    ///< number of connections so far
    std::size_t waiting = 0;                                    ///< messages that can be taken

    /// Whether the feed has ended and all its messages have been taken.
    [[nodiscard]] bool finished() const noexcept { return link >= FeedLink::Ended && waiting == 0; }
};

/// Whether a connected feed has received nothing for 30 s.
[[nodiscard]] bool is_silent(const FeedState&) noexcept;

/// For how long none of the feeds has received anything; 0 while one of them is not silent, or when there is none. Logs
/// that were read to their end do not count.
[[nodiscard]] std::chrono::seconds common_silence(const std::vector<FeedState>&);

/// "connected, 2100 messages/s", "silent for 34 s" or "retrying in 7 s: Connection refused", followed by the numbers of
/// dropped messages and lost datagrams if there are any.
[[nodiscard]] std::string describe(const FeedState&);

} // namespace app
