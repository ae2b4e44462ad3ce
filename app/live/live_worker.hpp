#pragma once

#include "app/live/live.hpp"

#include <functional>
#include <memory>

namespace app {

/// Listens to feeds, keeps their tracks and makes live snapshots, on a thread of its own. All functions must be called
/// from one other thread, and none of them waits.
class LiveWorker {
public:
    /// `notify` is called from the worker's thread when there is something to take.
    explicit LiveWorker(std::function<void()> notify, assets::TrackStore::Limits = usual_limits());
    ~LiveWorker();
    LiveWorker(const LiveWorker&) = delete;
    LiveWorker& operator=(const LiveWorker&) = delete;

    /// Replaces the list of feeds; those that are on are listened to. Tracks received before are kept. An invalid URL
    /// is reported in FeedState::trouble.
    void listen(std::vector<LiveFeed>);
    /// Replaces the request. Its snapshot is made as soon as possible, and again about every second while it changes.
    void request(LiveRequest);
    /// Writes a frozen scenario. Its result must be taken before the next one is asked for.
    void freeze(FreezeRequest);
    /// Records what network feeds receive from now on, into `base` with the ending of each kind of feed (.nmea, .cot or
    /// .sbs). An empty base ends the recording.
    void record(std::string base);

    [[nodiscard]] std::optional<LiveStatus> take_status();
    [[nodiscard]] std::optional<LiveSnapshot> take_snapshot(); ///< the newest
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
