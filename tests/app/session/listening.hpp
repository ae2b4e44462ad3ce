#pragma once

#include "app/session/session.hpp"
#include "assets/feeds/track/live_scenario.hpp"

#include <chrono>
#include <string>

namespace listening_test {

inline constexpr assets::Instant noon{std::chrono::seconds{1'785'499'200}}; // 2026-07-31T12:00:00Z

[[nodiscard]] app::LiveFeed feed(const std::string& url);

/// A session on the built-in scenario, and what would be heard on its feed.
struct Listening {
    app::Session session{app::DataFolders::find()};
    assets::TrackStore store;

    Listening();
    /// A merchant ship at 20 N.
    void hear(const std::string& key, std::chrono::seconds after_noon, double lon, const std::string& name = "",
              const std::string& country = "", double speed_kn = 10);
    /// What the thread that listens would send.
    [[nodiscard]] app::LiveSnapshot picture(assets::Instant now) const;
    void see(assets::Instant now); ///< hands that to the session
};

} // namespace listening_test
