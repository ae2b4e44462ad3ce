#pragma once

#include "assets/feeds/track/track_fixes.hpp"
#include "assets/timeline/snapshot.hpp"

#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace assets {

/// Which asset of a scenario a sender is: by `mmsi`, `icao` or `uid`, else by an alias that is its number, name or call
/// sign (capitals do not matter). Made once a scenario.
class Matching {
public:
    explicit Matching(const Scenario&);
    [[nodiscard]] AssetIndex asset_of(const Contact&) const; ///< no_index: none of them

private:
    std::unordered_map<std::string, AssetIndex> m_by_key; ///< "mmsi:316138000"
    std::unordered_map<std::string, AssetIndex> m_by_alias;
};

struct LiveOptions {
    std::vector<Source> sources; ///< by TrackPoint::feed; at least one
    AgeLimitsByClass limits{};
    std::set<std::string> marked{};   ///< ids: never left out, and with all that was heard of them
    std::chrono::seconds trail{0};    ///< how far back trails go; 0: none
    std::size_t most_trails = 300;    ///< where more are heard, only the marked ones have one
    std::size_t most_of_track = 1000; ///< fixes of a marked or declared asset; the others have one before and one after
};

/// What the decoder's reports say of an asset beyond what an asset holds.
struct ContactMarks {
    bool official = false; ///< Contact::official
    bool pleasure = false, distress = false, doubted = false;
};

/// A scenario and what feeds have said, about one instant.
struct LiveScenario {
    /// The base and what was heard: reports of declared assets among their own, others as assets behind them
    /// (Scenario::first_heard). Of each no more than is needed for its state at the instant, so that its snapshot there
    /// is that of everything heard.
    Scenario scenario;
    std::vector<ContactMarks> marks;  ///< of the assets from first_heard on
    std::vector<AssetIndex> declared; ///< assets of the base that were heard by then
    std::vector<Trail> trails;
    std::size_t silent = 0; ///< senders heard before the instant that are lost by then, and left out
};

/// A declared asset that was heard outside its deployments is deployed while it is heard: that is what its reports say.
/// Where the last report of it before the instant is from a feed its ages are those of LiveOptions.
[[nodiscard]] LiveScenario live_scenario(const TrackStore&, const Scenario& base, const Matching& of_base, Instant,
                                         const LiveOptions&);

} // namespace assets
