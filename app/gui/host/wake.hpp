#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace app {

/// Lets other threads wake the window's loop, which otherwise looks for events every few milliseconds only.
class Wake {
public:
    void signal() {
        {
            const std::lock_guard lock{m_mutex};
            m_set = true;
        }
        m_condition.notify_all();
    }
    /// Returns when signalled since the last call, or after `longest`.
    void wait(std::chrono::milliseconds longest) {
        std::unique_lock lock{m_mutex};
        m_condition.wait_for(lock, longest, [this] { return m_set; });
        m_set = false;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_condition;
    bool m_set = false;
};

} // namespace app
