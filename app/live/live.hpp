#pragma once

#include "app/feeds/feed_state.hpp"
#include "assets/feeds/track/age_limits.hpp"
#include "assets/feeds/track/live_scenario.hpp"
#include "assets/timeline/snapshot.hpp"
#include "geo/earth/box.hpp"

#include <chrono>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

/// What passes between a session and the thread that listens: values, no sockets.
namespace app {

/// A feed that is listened to, or that the scenario names and nobody has asked for yet.
struct LiveFeed {
    std::string url;
    std::string name; ///< the URL when none was given
    std::optional<geo::Box> area{};
    std::vector<assets::AssetType> types{};
    std::string credit{}, terms{};
    bool declared = false; ///< by the scenario
    bool on = false;
    [[nodiscard]] friend bool operator==(const LiveFeed&, const LiveFeed&) = default;
};

/// What a session wants to see of what was heard.
struct LiveRequest {
    std::shared_ptr<const assets::Scenario> base; ///< the scenario that is open
    std::optional<assets::Instant> at;            ///< none: now, whenever that is
    assets::AgeLimitsByClass limits{};
    std::set<std::string> marked{};       ///< ids, see LiveOptions
    std::set<std::string> hidden_zones{}; ///< ids
    std::chrono::seconds trail{0};
    bool coverage = false;
    [[nodiscard]] friend bool operator==(const LiveRequest&, const LiveRequest&) = default;
};

struct FeedStatus {
    LiveFeed feed;
    FeedState state;
};

/// How the feeds are doing. About once a second.
struct LiveStatus {
    std::vector<FeedStatus> feeds; ///< those that are on
    assets::TrackStore::Counts counts{};
    assets::Instant now{};                          ///< by which what is heard is fresh or old
    bool replay = false;                            ///< what comes is of another time than the wall clock's
    std::optional<assets::Instant> first{}, last{}; ///< of what was heard
    std::size_t senders = 0;                        ///< ever heard
    std::uint64_t clocks_ahead = 0;                 ///< reports of senders whose clock is ahead; taken as of now
};

/// One instant, put together.
struct LiveSnapshot {
    std::shared_ptr<const assets::Scenario> base;
    std::shared_ptr<const assets::Scenario> scenario; ///< with what was heard
    std::shared_ptr<const assets::Snapshot> snapshot; ///< of `scenario`
    std::vector<assets::ContactMarks> marks;          ///< of its assets from Scenario::first_heard on
    std::vector<assets::AssetIndex> declared;         ///< assets of the base that were heard
    assets::Instant at{};
    bool follows = false; ///< it was asked for as "now"
};

/// Writes what was heard of the minutes before an instant as a scenario folder.
struct FreezeRequest {
    std::string folder;
    std::string title{};  ///< of the map; empty: one that says what was heard
    std::string credit{}; ///< who is to be thanked for all of the data; empty: whom each feed names
    assets::Instant at{};
    std::chrono::minutes before{30};
    std::set<std::string> hidden_zones{}; ///< ids
    std::set<std::string> confirmed{};    ///< ids of military or government senders found to be where they say
    assets::AgeLimitsByClass limits{};
    std::shared_ptr<const assets::Scenario> base;        ///< whose view, zones and places it takes over
    double centre_lon = 0, centre_lat = 0, width_km = 0; ///< what the window shows; width 0: the base's view
};
struct FreezeResult {
    std::string folder;
    std::string error; ///< a sentence; empty: written
    std::size_t assets = 0, positions = 0, pleasure_left_out = 0, beacons_left_out = 0;
};

} // namespace app
