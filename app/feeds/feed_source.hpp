#pragma once

#include "app/base/signal.hpp"
#include "app/feeds/feed_filter.hpp"
#include "app/feeds/feed_state.hpp"
#include "app/feeds/feed_url.hpp"
#include "app/feeds/recorder.hpp"
#include "app/feeds/source/back_off.hpp"
#include "app/feeds/source/newest_queue.hpp"
#include "assets/feeds/decoder.hpp"

#include <functional>
#include <limits>
#include <memory>
#include <vector>

namespace app {

class FeedCore;

struct FeedOptions {
    FeedFilter filter;
    FeedTiming timing;
    std::size_t most_waiting = NewestQueue::default_reports;
    std::size_t most_waiting_bytes = NewestQueue::default_bytes;
    std::shared_ptr<Recorder> recorder; ///< may serve several feeds of one kind
    std::shared_ptr<Signal> signal;     ///< raised when there is something to take or the state changed
    double log_utc_offset_h = 0;        ///< of the times in BaseStation logs that have no receive times
    /// Makes the decoder, where it is not the one of the feed's kind.
    std::function<std::unique_ptr<assets::FeedDecoder>()> decoder;
};

/// A feed that is being listened to. It has a thread of its own; no function here waits for anything, neither for the
/// network nor for a name to resolve nor for a disk. Destroying it leaves the thread to end by itself.
///
/// What comes faster than it is taken is dropped and counted, when it is live; a file or standard input is read only as
/// fast as it is taken. A link that is lost is made anew, with the waits of FeedTiming.
class FeedSource {
public:
    explicit FeedSource(FeedUrl, FeedOptions = {});
    FeedSource(const FeedSource&) = delete;
    FeedSource& operator=(const FeedSource&) = delete;
    ~FeedSource();

    /// Moves the oldest `most` waiting reports to the end of `out`; returns how many. About 2 ms for 2,000.
    std::size_t take(std::vector<assets::FeedMessage>& out, std::size_t most = std::numeric_limits<std::size_t>::max());
    [[nodiscard]] FeedState state() const;
    [[nodiscard]] const FeedUrl& url() const noexcept;

private:
    std::shared_ptr<FeedCore> m_core;
};

} // namespace app
