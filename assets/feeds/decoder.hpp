#pragma once

#include "assets/feeds/feed_message.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assets {

/// What a decoder has read and rejected, for the state of the feed. Everything that is dropped is counted.
struct FeedCounts {
    std::uint64_t messages = 0; ///< complete sentences, events or lines
    std::uint64_t decoded = 0;  ///< FeedMessages made from them
    /// By reason; each format has a closed list of reasons. Cursor on Target and BaseStation also count a value that
    /// was left out of a decoded message ("position out of range"), so decoded + rejected may exceed messages.
    std::map<std::string, std::uint64_t, std::less<>> rejected;
    /// Values that were read with an assumption, by the assumption: "times without a zone, read as UTC".
    std::map<std::string, std::uint64_t, std::less<>> assumed;
    /// Decoded messages that describe nothing on a map, by name: "chat messages", "pings".
    std::map<std::string, std::uint64_t, std::less<>> others;

    void reject(std::string_view reason, std::uint64_t how_many = 1) {
        auto known = rejected.find(reason);
        if (known == rejected.end()) known = rejected.emplace(reason, 0).first;
        known->second += how_many;
    }
};

/// Turns bytes into messages without sockets, clock or files. A stream may be cut at any byte. Invalid bytes cost only
/// the sentence, event or line that contains them. Memory is bounded for any input. Not thread-safe.
class FeedDecoder {
public:
    virtual ~FeedDecoder() = default;
    /// `received` is when these bytes arrived; it must not decrease from call to call.
    virtual void take(std::string_view bytes, Instant received, std::vector<FeedMessage>& out) = 0;
    /// Ends the stream: an incomplete rest is counted as rejected; AIS and BaseStation read a complete last line
    /// without a line end. A new stream may follow.
    virtual void end(Instant received, std::vector<FeedMessage>& out) = 0;
    [[nodiscard]] virtual const FeedCounts& counts() const noexcept = 0;
};

/// NMEA 0183 !AIVDM and !AIVDO, with or without tag blocks.
[[nodiscard]] std::unique_ptr<FeedDecoder> make_ais_decoder();
/// Cursor on Target 2.0, as XML or TAK protocol 1.
[[nodiscard]] std::unique_ptr<FeedDecoder> make_cot_decoder();
/// ADS-B BaseStation lines (port 30003), whose times have no zone. For a log, `utc_offset_h` is the offset of those
/// times from UTC. For a live feed it must be empty: a line's time then only gives the age of the line on arrival.
[[nodiscard]] std::unique_ptr<FeedDecoder> make_sbs_decoder(std::optional<double> utc_offset_h = std::nullopt);

} // namespace assets
