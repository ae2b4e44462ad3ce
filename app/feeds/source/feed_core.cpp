#include "app/feeds/source/feed_core.hpp"

#include "app/feeds/source/links.hpp"

#include <algorithm>
#include <exception>
#include <thread>

namespace app {

namespace {

std::int64_t second_of(SteadyTime time) {
    return std::chrono::floor<std::chrono::seconds>(time.time_since_epoch()).count();
}

std::chrono::seconds whole_seconds_up(SteadyTime::duration time) {
    return std::chrono::ceil<std::chrono::seconds>(std::max(time, SteadyTime::duration::zero()));
}

} // namespace

void RateMeter::add(std::uint64_t count, SteadyTime now) {
    const auto second = second_of(now);
    if (m_first < 0) m_first = second;
    auto& [which, how_many] = m_seconds[static_cast<std::size_t>(second) % m_seconds.size()];
    if (which != second) how_many = 0;
    which = second;
    how_many += count;
}

double RateMeter::per_second(SteadyTime now) const {
    const auto second = second_of(now);
    if (m_first < 0) return 0;
    const auto since = std::max(m_first, second - window_s);
    std::uint64_t sum = 0;
    if (since == second) { // only the current second, which is not over, has messages
        for (const auto& [which, how_many] : m_seconds)
            if (which == second) sum += how_many;
        return static_cast<double>(sum);
    }
    for (const auto& [which, how_many] : m_seconds)
        if (which >= since && which < second) sum += how_many;
    return static_cast<double>(sum) / static_cast<double>(second - since);
}

FeedCore::FeedCore(FeedUrl feed_url, FeedOptions feed_options)
    : url{std::move(feed_url)},
      options{std::move(feed_options)},
      m_recorder{options.recorder},
      m_queue{options.most_waiting, options.most_waiting_bytes} {}

std::shared_ptr<Recorder> FeedCore::recorder() const {
    const std::lock_guard lock{m_mutex};
    return m_recorder;
}

void FeedCore::set_recorder(std::shared_ptr<Recorder> recorder) {
    const auto lock = lock_for_owner();
    m_recorder = std::move(recorder);
}

void FeedCore::set_interrupt(std::function<void()> interrupt) {
    const std::lock_guard lock{m_mutex};
    m_interrupt = std::move(interrupt);
    if (m_stopping && m_interrupt) m_interrupt();
}

void FeedCore::connecting() {
    const std::lock_guard lock{m_mutex};
    m_state.link = FeedLink::Connecting; // `trouble` stays until the link is up
}

void FeedCore::connected() {
    {
        const std::lock_guard lock{m_mutex};
        ++m_state.links;
        m_last_received = std::chrono::steady_clock::now();
    }
    set_link(FeedLink::Connected, {});
}

void FeedCore::waiting(SteadyTime next_attempt, std::string trouble) {
    {
        const std::lock_guard lock{m_mutex};
        m_next_attempt = next_attempt;
    }
    set_link(FeedLink::Waiting, std::move(trouble));
}

void FeedCore::ended() {
    set_link(FeedLink::Ended, {});
}

void FeedCore::failed(FeedLink link, std::string trouble) {
    set_link(link, std::move(trouble));
}

void FeedCore::set_link(FeedLink link, std::string trouble) {
    {
        const std::lock_guard lock{m_mutex};
        m_state.link = link;
        m_state.trouble = std::move(trouble);
    }
    notify_owner();
}

void FeedCore::received(std::size_t bytes) {
    const std::lock_guard lock{m_mutex};
    m_last_received = std::chrono::steady_clock::now();
    m_state.bytes += bytes;
}

void FeedCore::lost_datagrams(std::uint64_t total) {
    const std::lock_guard lock{m_mutex};
    m_state.lost_datagrams = total;
}

namespace {

/// Messages that are put into the queue at a time. Small, so that the owner never waits long for the mutex.
constexpr std::size_t portion = 64;

} // namespace

/// Without this, a flood of messages would make the window wait: a mutex tends to go back to the thread that held it
/// last.
void FeedCore::let_owner_go_first() const {
    while (m_owners_waiting > 0)
        std::this_thread::yield();
}

void FeedCore::offer(std::vector<assets::FeedMessage>& messages) {
    bool was_empty = false;
    for (std::size_t from = 0; from < messages.size(); from += portion) {
        let_owner_go_first();
        const std::lock_guard lock{m_mutex};
        was_empty = was_empty || m_queue.empty();
        for (std::size_t n = from; n < std::min(from + portion, messages.size()); ++n)
            m_queue.push(std::move(messages[n]));
    }
    messages.clear();
    if (was_empty) notify_owner();
}

bool FeedCore::offer_when_room(std::vector<assets::FeedMessage>& messages) {
    for (std::size_t next = 0; next < messages.size();) {
        let_owner_go_first();
        bool was_empty = false;
        {
            std::unique_lock lock{m_mutex};
            m_room.wait(lock, [&] { return m_stopping || m_queue.has_room_for(messages[next]); });
            if (m_stopping) return false;
            was_empty = m_queue.empty();
            const std::size_t end = std::min(next + portion, messages.size());
            for (; next < end && m_queue.has_room_for(messages[next]); ++next)
                m_queue.push(std::move(messages[next]));
        }
        if (was_empty) notify_owner(); // before the next wait, during which only the owner makes room
    }
    messages.clear();
    return true;
}

std::unique_lock<std::mutex> FeedCore::lock_for_owner() const {
    ++m_owners_waiting;
    std::unique_lock lock{m_mutex};
    --m_owners_waiting;
    return lock;
}

void FeedCore::publish(const assets::FeedCounts& counts, std::uint64_t unwanted) {
    const std::lock_guard lock{m_mutex};
    m_rate.add(counts.messages - m_state.messages, std::chrono::steady_clock::now());
    m_state.messages = counts.messages;
    m_state.decoded = counts.decoded;
    m_state.unwanted = unwanted;
    if (m_state.rejected != counts.rejected) m_state.rejected = counts.rejected;
    if (m_state.others != counts.others) m_state.others = counts.others;
}

std::size_t FeedCore::take(std::vector<assets::FeedMessage>& out, std::size_t most) {
    std::size_t taken = 0;
    {
        const auto lock = lock_for_owner();
        taken = m_queue.take(out, most);
    }
    if (taken > 0) m_room.notify_all();
    return taken;
}

FeedState FeedCore::state() const {
    const auto now = std::chrono::steady_clock::now();
    const auto lock = lock_for_owner();
    FeedState state = m_state;
    state.waiting = m_queue.size();
    state.dropped = m_queue.dropped();
    if (state.link == FeedLink::Connected)
        state.silent_for = std::chrono::floor<std::chrono::seconds>(now - m_last_received);
    if (state.link == FeedLink::Waiting) state.retry_in = whole_seconds_up(m_next_attempt - now);
    state.messages_per_s = m_rate.per_second(now);
    return state;
}

void FeedCore::stop() {
    {
        const auto lock = lock_for_owner();
        m_stopping = true;
        if (m_interrupt) m_interrupt();
    }
    m_room.notify_all();
}

void FeedCore::notify_owner() const {
    if (options.signal) options.signal->raise();
}

void run_feed(const std::shared_ptr<FeedCore>& core) noexcept {
    try {
        if (core->url.transport == FeedTransport::Tcp || core->url.transport == FeedTransport::Udp)
            run_network_feed(*core);
        else
            run_log_feed(*core);
    } catch (const std::exception& error) { // the outermost handler of the feed's thread
        core->failed(FeedLink::Failed, error.what());
    }
}

} // namespace app
