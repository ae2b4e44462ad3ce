#pragma once

#include "app/feeds/feed_source.hpp"

#include <array>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace app {

using SteadyTime = std::chrono::steady_clock::time_point;

/// The number of messages per second, over the last five whole seconds; in the first second, the number so far.
class RateMeter {
public:
    void add(std::uint64_t count, SteadyTime);
    [[nodiscard]] double per_second(SteadyTime) const;

private:
    static constexpr std::int64_t window_s = 5;
    std::array<std::pair<std::int64_t, std::uint64_t>, 8> m_seconds{}; ///< each: a second, and the messages in it
    std::int64_t m_first = -1;                                         ///< the first second with messages; -1: none yet
};

/// The state that a feed's thread and its owner share; whichever of the two ends last destroys it. Locks are held only
/// briefly.
class FeedCore {
public:
    FeedCore(FeedUrl feed_url, FeedOptions feed_options);

    const FeedUrl url;
    const FeedOptions options;

    // For the feed's thread.
    [[nodiscard]] bool stopping() const noexcept { return m_stopping; }
    /// `interrupt` is called when the feed is to stop, from the owner's thread, or at once if the feed is already to
    /// stop.
    void set_interrupt(std::function<void()> interrupt);
    // These set FeedState::link.
    void connecting();
    void connected();
    void waiting(SteadyTime next_attempt, std::string trouble);
    void ended();
    void failed(FeedLink, std::string trouble);

    /// Counts received bytes.
    void received(std::size_t bytes);
    void lost_datagrams(std::uint64_t total);
    /// Moves the messages to the owner's queue, which drops old ones when it is full.
    void offer(std::vector<assets::FeedMessage>&);
    /// Like offer(), but waits for room in the queue, so that none is dropped. Returns false when the feed is to stop.
    [[nodiscard]] bool offer_when_room(std::vector<assets::FeedMessage>&);
    void publish(const assets::FeedCounts&, std::uint64_t unwanted);
    [[nodiscard]] std::shared_ptr<Recorder> recorder() const; ///< null: nothing is recorded

    // For the owner.
    void set_recorder(std::shared_ptr<Recorder>);
    std::size_t take(std::vector<assets::FeedMessage>& out, std::size_t most);
    [[nodiscard]] FeedState state() const;
    void stop();

private:
    void set_link(FeedLink, std::string trouble);
    void notify_owner() const;
    void let_owner_go_first() const;
    [[nodiscard]] std::unique_lock<std::mutex> lock_for_owner() const;

    mutable std::mutex m_mutex;
    mutable std::atomic<int> m_owners_waiting = 0; ///< calls that wait for m_mutex
    std::condition_variable m_room;
    std::atomic<bool> m_stopping = false;
    std::function<void()> m_interrupt;
    std::shared_ptr<Recorder> m_recorder;
    NewestQueue m_queue;
    FeedState m_state;
    SteadyTime m_last_received{}, m_next_attempt{};
    RateMeter m_rate;
};

/// Runs on the feed's thread until the feed has ended or is to stop.
void run_feed(const std::shared_ptr<FeedCore>&) noexcept;

} // namespace app
