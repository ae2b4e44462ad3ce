#pragma once

#include "app/feeds/feed_state.hpp"
#include "app/live/alerts.hpp"
#include "assets/feeds/track/age_limits.hpp"
#include "assets/feeds/track/live_scenario.hpp"
#include "assets/timeline/snapshot.hpp"
#include "geo/earth/box.hpp"

#include <chrono>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

/// The values that a session and the listening thread exchange; no sockets.
namespace app {

/// A feed that is listened to, or one that the scenario names and the user has not switched on yet.
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

/// The live snapshot that a session asks for.
struct LiveRequest {
    std::shared_ptr<const assets::Scenario> base; ///< the scenario that is open
    std::optional<assets::Instant> at;            ///< empty: the current time of the feeds
    assets::AgeLimitsByKind limits{};
    std::set<std::string> marked{};       ///< ids, see LiveOptions
    std::set<std::string> hidden_zones{}; ///< ids
    std::chrono::seconds trail{0};
    bool coverage = false;
    std::vector<assets::AlertRule> alerts{};
    [[nodiscard]] friend bool operator==(const LiveRequest&, const LiveRequest&) = default;
};

struct FeedStatus {
    LiveFeed feed;
    FeedState state;
    std::optional<assets::Instant> last_message{}; ///< time of the newest message
    std::size_t receivers = 0;                     ///< that the feed has named so far
};

/// What is being recorded.
struct Recording {
    std::vector<std::string> files; ///< one for each kind of feed; empty: nothing is recorded
    std::string trouble;            ///< why recording stopped or could not begin, as a sentence; else empty
};

/// How many messages came in each minute, by the beginning of the minute.
using MessageHistogram = std::map<assets::Instant, std::uint32_t>;

/// The state of the feeds, published about once a second.
struct LiveStatus {
    std::vector<FeedStatus> feeds; ///< those that are on
    assets::TrackStore::Counts counts{};
    assets::Instant now{};                             ///< the current time of the feeds, from which ages are measured
    bool replay = false;                               ///< the messages are of another time than the wall clock
    std::optional<assets::Instant> first{}, last{};    ///< oldest and newest position
    std::size_t contacts = 0;                          ///< heard so far
    std::shared_ptr<const std::deque<Alert>> alerts{}; ///< AlertWatch::listed(); null before the first one
    std::size_t alerts_unlisted = 0;                   ///< older alerts that are kept but not in `alerts`
    ForgottenAlerts alerts_forgotten{};                ///< alerts that are not even kept
    Recording recording{};
    std::uint64_t unkept = 0; ///< messages of the network that were neither recorded nor frozen since
    std::shared_ptr<const MessageHistogram> histogram{}; ///< null before the first message
    std::uint64_t clocks_ahead = 0; ///< messages dated to the current time, because the sender's clock was ahead
};

/// The live snapshot of one instant.
struct LiveSnapshot {
    std::shared_ptr<const assets::Scenario> base;
    std::shared_ptr<const assets::Scenario> scenario; ///< the base with the contacts of feeds
    std::shared_ptr<const assets::Snapshot> snapshot; ///< of `scenario`
    std::vector<assets::ContactMarks> marks;          ///< of its assets from Scenario::first_feed_asset on
    std::vector<assets::ContactCard> cards{};         ///< of the marked contacts
    std::vector<assets::Silent> silent_contacts{};    ///< left out because they are lost, the newest first
    std::vector<assets::AssetIndex> declared;         ///< assets of the base to which contacts belong
    assets::Instant at{};
    bool follows = false; ///< the request was for the current time
};

/// The part of the Earth that the window shows.
struct ShownView {
    geo::LonLat centre;
    double width_km; ///< across the map, positive
};

/// A request to write the tracks of the minutes before an instant as a scenario folder.
struct FreezeRequest {
    std::string folder;
    std::string title{};  ///< of the map; empty: a title by the kind of feeds
    std::string credit{}; ///< for all sources; empty: the credit of each feed
    assets::Instant at{};
    std::chrono::minutes before{30};      ///< positive
    std::set<std::string> hidden_zones{}; ///< ids
    std::set<std::string> confirmed{};    ///< ids of official contacts whose positions were confirmed
    assets::AgeLimitsByKind limits{};
    std::shared_ptr<const assets::Scenario> base; ///< gives the clock, view, zones and places
    std::optional<ShownView> shown{};             ///< of the window, which fills it in; empty: the base's view
};
struct FreezeResult {
    std::string folder;
    std::string error; ///< a sentence; empty when the folder was written
    std::size_t assets = 0, positions = 0, pleasure_left_out = 0, beacons_left_out = 0;
    std::size_t alerts = 0;           ///< that became events
    ForgottenAlerts alerts_missing{}; ///< alerts that could have become events but were not kept any more
};

} // namespace app
