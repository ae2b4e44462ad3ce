#pragma once

#include "app/session/session.hpp"
#include "assets/feeds/track/live_scenario.hpp"

#include <chrono>
#include <string>

namespace listening_test {

inline constexpr assets::Instant noon{std::chrono::seconds{1'785'499'200}}; // 2026-07-31T12:00:00Z

[[nodiscard]] app::LiveFeed feed(const std::string& url);

/// A session with the built-in scenario and one feed, and the track store of a simulated LiveWorker.
struct Listening {
    app::Session session{app::DataFolders::find()};
    assets::TrackStore store;

    Listening();
    /// Adds a message of a merchant ship at 20 N to the store.
    void receive(const std::string& key, std::chrono::seconds after_noon, double lon, const std::string& name = "",
                 const std::string& country = "", double speed_kn = 10);
    /// The snapshot that a LiveWorker would make for session.live_request().
    [[nodiscard]] app::LiveSnapshot snapshot(assets::Instant now) const;
    void update(assets::Instant now); ///< sends the status and the snapshot to the session
};

} // namespace listening_test
