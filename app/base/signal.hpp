#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace app {

/// Wakes a thread that waits for other threads: the window's loop, or the owner of feeds. Any number of threads may
/// raise the signal; only one may wait.
class Signal {
public:
    void raise() {
        {
            const std::lock_guard lock{m_mutex};
            m_raised = true;
        }
        m_condition.notify_all();
    }
    /// Returns as soon as the signal has been raised since the last wait, at the latest after `longest`.
    void wait(std::chrono::milliseconds longest) {
        std::unique_lock lock{m_mutex};
        m_condition.wait_for(lock, longest, [this] { return m_raised; });
        m_raised = false;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_condition;
    bool m_raised = false;
};

} // namespace app
