#pragma once

#include "app/live/live.hpp"

#include <functional>
#include <memory>

namespace app {

/// Listens to feeds, keeps what they say and makes pictures of it, in a thread of its own. Every function here may be
/// called from one other thread and waits for nothing.
class LiveWorker {
public:
    /// `tell`: called from the other thread when there is something to take.
    explicit LiveWorker(std::function<void()> tell, assets::TrackStore::Limits = usual_limits());
    ~LiveWorker();
    LiveWorker(const LiveWorker&) = delete;
    LiveWorker& operator=(const LiveWorker&) = delete;

    /// From now on these are listened to, those that are on. What was heard before is kept. A URL that is no feed's is
    /// told by FeedState::trouble.
    void listen(std::vector<LiveFeed>);
    /// The newest request is made as soon as can be, and again about every second while what is shown changes.
    void request(LiveRequest);
    void freeze(FreezeRequest);

    [[nodiscard]] std::optional<LiveStatus> take_status();
    [[nodiscard]] std::optional<LiveSnapshot> take_picture(); ///< the newest
    [[nodiscard]] std::optional<FreezeResult> take_freeze_result();

    /// The limits of TrackStore, with points of ships 10 s apart and of aircraft 3 s.
    [[nodiscard]] static assets::TrackStore::Limits usual_limits();

private:
    struct Shared;
    class Thread;
    std::shared_ptr<Shared> m_shared;
    std::unique_ptr<Thread> m_thread;
};

} // namespace app
