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
    std::size_t most_waiting = NewestQueue::default_messages;
    std::size_t most_waiting_bytes = NewestQueue::default_bytes;
    std::shared_ptr<Recorder> recorder; ///< may serve several feeds of one kind
    std::shared_ptr<Signal> signal;     ///< raised when messages wait to be taken or the state changed
    double log_utc_offset_h = 0;        ///< UTC offset of the times in BaseStation logs without receive times
    /// Makes the decoder. When empty, the feed has the standard decoder of its kind.
    std::function<std::unique_ptr<assets::FeedDecoder>()> decoder;
};

/// A feed that is being listened to, on a thread of its own. No function of this class waits for the network, for a
/// name to resolve or for a disk. The destructor does not wait for the thread, which ends by itself.
///
/// Messages of a network feed that arrive faster than they are taken are dropped and counted. A file or standard input
/// is read only as fast as its messages are taken. A lost link is opened again after the waits of FeedTiming.
class FeedSource {
public:
    explicit FeedSource(FeedUrl, FeedOptions = {});
    FeedSource(const FeedSource&) = delete;
    FeedSource& operator=(const FeedSource&) = delete;
    ~FeedSource();

    /// Moves up to `most` waiting messages, the oldest first, to the end of `out`; returns how many. Takes about 2 ms
    /// for 2,000 messages.
    std::size_t take(std::vector<assets::FeedMessage>& out, std::size_t most = std::numeric_limits<std::size_t>::max());
    [[nodiscard]] FeedState state() const;
    /// Records what is received from now on, from the beginning of the next line or event; null ends recording. The
    /// recorder must be of the kind of this feed.
    void set_recorder(std::shared_ptr<Recorder>);
    [[nodiscard]] const FeedUrl& url() const noexcept;

private:
    std::shared_ptr<FeedCore> m_core;
};

} // namespace app
