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

/// What a decoder has seen, for the feed's state: nothing that was dropped is kept quiet.
struct FeedCounts {
    std::uint64_t messages = 0; ///< sentences, events or lines that were whole
    std::uint64_t reports = 0;
    /// By reason, a closed list a format. Cursor on Target and BaseStation also count here what was left out of a
    /// report that was given ("position out of range"), so reports + rejected may be more than messages.
    std::map<std::string, std::uint64_t, std::less<>> rejected;

    void reject(std::string_view reason, std::uint64_t how_many = 1) {
        auto known = rejected.find(reason);
        if (known == rejected.end()) known = rejected.emplace(reason, 0).first;
        known->second += how_many;
    }
};

/// Turns bytes into reports. Pure: no sockets, no clock, no files. A stream may be cut anywhere; rubbish costs the
/// message that it stands in, never what follows. Memory stays bounded whatever comes. Not for several threads.
class FeedDecoder {
public:
    virtual ~FeedDecoder() = default;
    /// `received`: when these bytes came in; ascending from call to call.
    virtual void take(std::string_view bytes, Instant received, std::vector<FeedMessage>& out) = 0;
    /// The stream has ended: what is left counts as rejected. A new stream may follow.
    virtual void end(Instant received, std::vector<FeedMessage>& out) = 0;
    [[nodiscard]] virtual const FeedCounts& counts() const noexcept = 0;
};

[[nodiscard]] std::unique_ptr<FeedDecoder>
make_ais_decoder(); ///< NMEA 0183 !AIVDM and !AIVDO, with or without tag blocks
[[nodiscard]] std::unique_ptr<FeedDecoder> make_cot_decoder(); ///< Cursor on Target 2.0, XML
/// ADS-B BaseStation lines, port 30003. Their times have no zone. With `utc_offset_h`, for logs, they are read at that
/// offset; without, for what is live, a line's clock only says how long before its arrival it was made.
[[nodiscard]] std::unique_ptr<FeedDecoder> make_sbs_decoder(std::optional<double> utc_offset_h = std::nullopt);

} // namespace assets
