#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace app {

/// For an owner who has nothing else to do than wait for its feeds. Several feeds may ring one bell.
class NewsBell {
public:
    void ring() {
        {
            const std::lock_guard lock{m_mutex};
            m_rung = true;
        }
        m_changed.notify_all();
    }
    /// Until it has been rung since the last wait, or the time is over.
    void wait(std::chrono::milliseconds longest) {
        std::unique_lock lock{m_mutex};
        m_changed.wait_for(lock, longest, [this] { return m_rung; });
        m_rung = false;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_rung = false;
};

} // namespace app
