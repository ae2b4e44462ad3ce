#pragma once

#include "app/base/signal.hpp"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <utility>

namespace app {

/// Does work on a thread of its own: a value goes in, a value comes out. The newest request wins: one that has not been
/// begun is replaced, one that has been begun is finished first. Every public function returns at once and belongs to
/// one thread, the owner's; the destructor waits for the work in hand.
template <class In, class Out>
class LatestJob {
public:
    /// Runs on the other thread and must not throw: what goes wrong is part of the result. The token says that nobody
    /// wants the result any more; work that takes long looks at it.
    using Work = std::function<Out(In, const std::stop_token&)>;

    /// `done` is raised after every result. `at_start` runs on the new thread before any work.
    LatestJob(Signal& done, Work work, std::function<void()> at_start = {})
        : m_done{done}, m_work{std::move(work)}, m_thread{[this, at_start = std::move(at_start)] {
              if (at_start) at_start();
              run();
          }} {}
    ~LatestJob() {
        {
            const std::lock_guard lock{m_mutex};
            m_end = true;
            m_stop.request_stop();
            m_stop_in_hand.request_stop();
        }
        m_changed.notify_all();
        m_thread.join();
    }
    LatestJob(const LatestJob&) = delete;
    LatestJob& operator=(const LatestJob&) = delete;

    void ask(In request) {
        {
            const std::lock_guard lock{m_mutex};
            m_waiting.emplace(std::move(request));
            m_stop = std::stop_source{};
        }
        m_changed.notify_all();
    }
    /// Stops the newest request. Its work still runs, with a token that says so, and its result still comes.
    void cancel() {
        const std::lock_guard lock{m_mutex};
        m_stop.request_stop();
    }
    /// The newest result that has not been taken yet.
    [[nodiscard]] std::optional<Out> take() {
        const std::lock_guard lock{m_mutex};
        return std::exchange(m_result, std::nullopt);
    }
    /// A request waits or is worked on, or its result has not been taken.
    [[nodiscard]] bool busy() const {
        const std::lock_guard lock{m_mutex};
        return m_waiting || m_in_hand || m_result;
    }

private:
    void run() {
        std::unique_lock lock{m_mutex};
        for (;;) {
            m_changed.wait(lock, [this] { return m_waiting || m_end; });
            if (m_end) return;
            In request = std::move(*m_waiting);
            m_waiting.reset();
            m_in_hand = true;
            m_stop_in_hand = m_stop;
            const auto token = m_stop_in_hand.get_token();
            lock.unlock();
            std::optional<Out> result{m_work(std::move(request), token)};
            lock.lock();
            m_in_hand = false;
            std::swap(m_result, result);
            lock.unlock();
            result.reset(); // a result that nobody took; letting go of it may take long
            m_done.raise();
            lock.lock();
        }
    }

    Signal& m_done;
    Work m_work;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::optional<In> m_waiting;
    std::optional<Out> m_result;
    std::stop_source m_stop, m_stop_in_hand; ///< of the newest request, and of the one that is worked on
    bool m_in_hand = false, m_end = false;
    std::thread m_thread; ///< last: starts when all else is there
};

} // namespace app
