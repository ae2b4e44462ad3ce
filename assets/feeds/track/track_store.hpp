#pragma once

#include "assets/feeds/report.hpp"
#include "assets/model/scenario.hpp"

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace assets {

/// How long what was heard of an asset counts, by class; never longer than its sender says (Cursor on Target's
/// `stale`).
struct AgeLimits {
    std::chrono::seconds max_gap;     ///< a longer silence is not interpolated
    std::chrono::seconds stale_after; ///< drawn faded from then on
    std::chrono::seconds lost_after;  ///< not drawn any more
    std::chrono::seconds holds;       ///< a report is in force until the next one, at most so long
};
/// Ships: a station reports at least every 3 minutes (ITU-R M.1371-5, table 1).
/// Aircraft: every second. Others are given a day.
[[nodiscard]] AgeLimits age_limits_for(AssetType) noexcept;

/// Reports of feeds, kept by who they are about: what becomes the tracks of a scenario. Bounded (DESIGN section 9):
/// what is too much thins the oldest half of a track, and is counted. Not for several threads.
class TrackStore {
public:
    struct Limits {
        std::size_t points_a_track = 10'000;
        std::size_t points = 5'000'000;
        std::size_t tracks = 200'000;
    };
    struct Counts {
        std::size_t reports = 0;  ///< taken in
        std::size_t points = 0;   ///< kept now
        std::size_t aids = 0;     ///< reports of buoys, base stations and what is no asset
        std::size_t repeated = 0; ///< of the same second of the same asset: the later one counts
        std::size_t thinned = 0;  ///< points that went because there were too many
        std::size_t refused = 0;  ///< reports of new assets when there were too many
    };

    TrackStore() = default;
    explicit TrackStore(Limits limits) : m_limits{limits} {}

    void take(const FeedReport&);
    [[nodiscard]] const Counts& counts() const noexcept { return m_counts; }

    /// All of it as a scenario: an asset for each sender that was ever placed, a fix for each place, one source. `name`
    /// is of the recording or feed. A position holds until the next one when that comes within AgeLimits::holds, the
    /// last one as long, others for their second; or as long as the sender says. Its radius grows by what was sailed
    /// meanwhile. Low confidence: military by their own word, or doubted by the decoder.
    [[nodiscard]] Scenario scenario(const std::string& name, std::string_view kind,
                                    std::shared_ptr<const geo::Atlas>) const;

private:
    struct Point {
        Instant time;
        Instant until; ///< the sender stands for it
        geo::LonLat at;
        float speed_kn, course_deg, radius_km; ///< speed and course NaN when not given
        Activity activity;
        bool doubted;
    };
    struct Track {
        FeedReport who;            ///< what was last said of each thing that does not move
        std::vector<Point> points; ///< by time, no two of one second
    };

    void learn(Track&, const FeedReport&);
    void place(Track&, const FeedReport&);
    void thin(Track&);

    Limits m_limits;
    Counts m_counts;
    std::vector<Track> m_tracks;                          ///< in the order in which they were first heard
    std::map<std::string, std::size_t, std::less<>> m_of; ///< by FeedReport::key
};

} // namespace assets
