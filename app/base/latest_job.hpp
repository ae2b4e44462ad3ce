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

/// Works on requests on its own thread. The newest request wins: a waiting request is replaced by a newer one, a
/// running one is finished first. All public functions return at once and must be called on the owner's thread; the
/// destructor waits for the running request.
template <class In, class Out>
class LatestJob {
public:
    /// Runs on the job's thread and must not throw: errors are part of the result. Long work should check the token,
    /// which asks to stop when the result is no longer wanted.
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
            m_stop_running.request_stop();
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
    /// Asks the newest request to stop. Its work still runs, with a stopped token, and its result still arrives.
    void cancel() {
        const std::lock_guard lock{m_mutex};
        m_stop.request_stop();
    }
    /// The newest result that has not been taken yet.
    [[nodiscard]] std::optional<Out> take() {
        const std::lock_guard lock{m_mutex};
        return std::exchange(m_result, std::nullopt);
    }
    /// Whether a request waits or runs, or a result has not been taken yet.
    [[nodiscard]] bool busy() const {
        const std::lock_guard lock{m_mutex};
        return m_waiting || m_running || m_result;
    }

private:
    void run() {
        std::unique_lock lock{m_mutex};
        for (;;) {
            m_changed.wait(lock, [this] { return m_waiting || m_end; });
            if (m_end) return;
            In request = std::move(*m_waiting);
            m_waiting.reset();
            m_running = true;
            m_stop_running = m_stop;
            const auto token = m_stop_running.get_token();
            lock.unlock();
            std::optional<Out> result{m_work(std::move(request), token)};
            lock.lock();
            m_running = false;
            std::swap(m_result, result);
            lock.unlock();
            result.reset(); // frees a result that was never taken, outside the lock because this may take long
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
    std::stop_source m_stop, m_stop_running; ///< of the newest request, and of the running one
    bool m_running = false, m_end = false;
    std::thread m_thread; ///< the last member, because it uses all others as soon as it starts
};

} // namespace app
