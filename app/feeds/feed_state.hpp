#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <string>

namespace app {

enum class FeedLink : std::uint8_t {
    Connecting,
    Connected, ///< also: listening, or reading a file
    Waiting,   ///< for the next attempt
    Ended,     ///< the file or the input is at its end
    Failed,    ///< it cannot be read; `trouble` says why
    Unknown,   ///< standard input that is of no kind we know
};

/// How a feed is doing. messages = what was whole on the wire; of its reports some were not wanted by the filter, and
/// some were dropped because nobody took them in time.
struct FeedState {
    FeedLink link = FeedLink::Connecting;
    std::chrono::seconds silent_for{0}; ///< while connected: since the last byte
    std::chrono::seconds retry_in{0};   ///< while waiting, rounded up
    std::string trouble;                ///< why the link was lost or not made, as a clause; empty when it holds
    double messages_per_s = 0;          ///< over the last five seconds
    std::uint64_t bytes = 0, messages = 0, reports = 0, unwanted = 0, dropped = 0;
    std::uint64_t lost_datagrams = 0; ///< the system threw them away before we could read them
    std::map<std::string, std::uint64_t, std::less<>> rejected; ///< by reason
    std::uint64_t links = 0;                                    ///< how often it was connected
    std::size_t waiting = 0;                                    ///< reports to be taken

    /// Nothing more will come, and all of it has been taken.
    [[nodiscard]] bool finished() const noexcept { return link >= FeedLink::Ended && waiting == 0; }
};

/// "connected, 2100 messages/s", "silent for 34 s", "retrying in 7 s: Connection refused", with what was dropped.
/// Silent is what sends nothing for 30 s.
[[nodiscard]] std::string describe(const FeedState&);

} // namespace app
