#pragma once

#include "assets/feeds/track/track_fixes.hpp"
#include "assets/timeline/snapshot.hpp"

#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace assets {

/// Finds the asset of a scenario that a contact belongs to: by `mmsi`, `icao` or `uid`, else by an alias that equals
/// the contact's number, name or call sign, ignoring case. Made once per scenario.
class ContactMatcher {
public:
    explicit ContactMatcher(const Scenario&);
    [[nodiscard]] AssetIndex asset_of(const Contact&) const; ///< no_index when no asset matches

private:
    std::unordered_map<std::string, AssetIndex> m_by_key; ///< "mmsi:316138000"
    std::unordered_map<std::string, AssetIndex> m_by_alias;
};

struct LiveOptions {
    std::vector<Source> sources; ///< indexed by TrackPoint::feed; at least one
    AgeLimitsByKind limits{};
    std::set<std::string> marked{}; ///< ids of contacts that are never left out and have fixes along their whole track
    std::chrono::seconds trail{0};  ///< how far back trails go; 0: none
    std::chrono::seconds marked_trail{0}; ///< the same for marked contacts, if longer
    std::size_t most_trails = 300;        ///< with more contacts than this, only marked ones have a trail
    std::size_t most_of_track = 1000;     ///< about the most fixes of a marked or declared asset; others have two
};

/// What is known of a contact beyond the members of Asset.
struct ContactMarks {
    bool official = false; ///< Contact::official
    bool pleasure = false, distress = false, doubted = false;
};

/// A contact that is left out because it is lost.
struct Silent {
    std::string id, name;
    Instant heard; ///< its last position before the instant
    geo::LonLat at;
    VesselClass of_class;
};

/// What feeds have said about one asset or contact, for its target card.
struct ContactCard {
    std::string id; ///< of the asset
    Contact contact;
    std::optional<double> heading_deg; ///< of the newest position at or before the instant
    std::uint8_t feed = 0;             ///< TrackPoint::feed of that position
};

/// A scenario combined with the tracks of feeds, for one instant.
struct LiveScenario {
    /// The base with the fixes of feeds. A declared asset is one of the base to which a contact belongs: its feed fixes
    /// are merged with its own. Other contacts are assets from Scenario::first_feed_asset on. Fixes that the state at
    /// the instant does not need may be left out: the snapshot of the instant is the same as with the whole tracks.
    Scenario scenario;
    std::vector<ContactMarks> marks;  ///< of the assets from first_feed_asset on
    std::vector<AssetIndex> declared; ///< assets of the base with a feed fix at or before the instant
    std::vector<Trail> trails;
    std::vector<Target> targets;         ///< one per asset
    std::vector<ContactCard> cards;      ///< of the marked contacts
    std::vector<Silent> silent_contacts; ///< who is left out because it is lost by the instant, the newest first
    std::size_t silent_count = 0;        ///< of all of them; `silent_contacts` has at most 500
};

/// A declared asset with feed fixes outside its deployments counts as deployed during those fixes. If its last fix
/// before the instant comes from a feed, the age limits of LiveOptions apply to it.
[[nodiscard]] LiveScenario live_scenario(const TrackStore&, const Scenario& base, const ContactMatcher&, Instant,
                                         const LiveOptions&);

} // namespace assets
