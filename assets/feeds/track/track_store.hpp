#pragma once

#include "assets/feeds/feed_message.hpp"
#include "assets/timeline/past/coverage.hpp"

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <limits>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace assets {

/// What speaks on feeds, by how often it does.
enum class ContactKind : std::uint8_t { Ship, Aircraft, Other };
[[nodiscard]] std::string_view to_string(ContactKind) noexcept; ///< ship, aircraft, other

/// Everything but the positions of one sender: what was last said of each thing that does not move.
struct Contact {
    std::string key; ///< FeedMessage::key
    std::string id;  ///< of our files: [a-z0-9][a-z0-9._-]*, no two alike
    std::string name, callsign, country, sidc;
    AssetType type = AssetType::Other;
    Side side = Side::None;
    bool military = false; ///< by its own word
    bool distress = false; ///< a search-and-rescue beacon
    bool pleasure = false; ///< a pleasure craft or a sailing vessel

    [[nodiscard]] std::string_view number() const noexcept; ///< the key without its kind: 316138000
    [[nodiscard]] std::string shown_name() const;           ///< name, else call sign, else "MMSI 316138000"
    /// Military or of a government, by its own word.
    [[nodiscard]] bool official() const noexcept;
    /// What has an MMSI is a ship, and what has an ICAO address an aircraft, also before it says of which kind.
    [[nodiscard]] ContactKind contact_kind() const noexcept;
};

/// One reported position.
struct TrackPoint {
    static constexpr float not_said = std::numeric_limits<float>::quiet_NaN();

    Instant time;
    Instant until; ///< the sender stands for it; at least `time`
    geo::LonLat at;
    float speed_kn, course_deg; ///< not_said when not given
    float radius_km;
    Activity activity;
    bool doubted;      ///< by the decoder
    bool ends;         ///< the sender takes the track back with it: stale not after its time (Cursor on Target)
    std::uint8_t feed; ///< as told to TrackStore::take
};

struct FeedTrack {
    Contact who;
    std::vector<TrackPoint> points; ///< by time, no two of one instant
    bool ended = false;             ///< by one of its points at least
};

/// Reports of feeds, kept by the asset that they are about. Bounded by Limits: where a limit is passed, the older half
/// of a track is thinned, and the reports left out are counted. Not for several threads.
class TrackStore {
public:
    struct Limits {
        std::size_t points_a_track = 10'000;
        std::size_t points = 5'000'000;
        std::size_t tracks = 200'000;
        /// Two kept points of a track are at least so far apart, by contact_kind, but for the newest of all: a station
        /// that speaks every two seconds says hardly more than one that speaks every ten.
        std::array<std::chrono::seconds, 3> spacing{};
    };
    struct Counts {
        std::size_t reports = 0;  ///< taken in
        std::size_t points = 0;   ///< kept now
        std::size_t aids = 0;     ///< reports of buoys, base stations and what is no asset
        std::size_t repeated = 0; ///< of the same instant of the same asset: the later one counts
        std::size_t thinned = 0;  ///< points that went because there were too many
        std::size_t refused = 0;  ///< reports of new assets when there were too many
    };

    TrackStore() = default;
    explicit TrackStore(Limits limits) : m_limits{limits} {}

    /// `feed`: whose it is, for FeedTrack.
    void take(const FeedMessage&, std::uint8_t feed = 0);
    [[nodiscard]] const Counts& counts() const noexcept { return m_counts; }
    /// In the order in which they were first heard; some were never placed.
    [[nodiscard]] const std::deque<FeedTrack>& tracks() const noexcept { return m_tracks; }
    [[nodiscard]] const FeedTrack* by_id(std::string_view id) const;
    /// The times of the oldest and the newest point; far_future and its opposite when there is none.
    [[nodiscard]] Instant first() const noexcept { return m_first; }
    [[nodiscard]] Instant last() const noexcept { return m_last; }
    /// Where anything was heard in (from, to].
    [[nodiscard]] Coverage coverage(Instant from, Instant to) const;

private:
    [[nodiscard]] FeedTrack* track_of(const std::string& key);
    void place(FeedTrack&, const FeedMessage&, std::uint8_t feed);
    void thin(FeedTrack&);

    Limits m_limits;
    Counts m_counts;
    Instant m_first = Instant::max(), m_last = Instant::min();
    std::deque<FeedTrack> m_tracks; ///< a deque: growing moves none of them
    // Only looked up, never walked.
    std::unordered_map<std::string, std::size_t> m_of; ///< by FeedMessage::key
    std::unordered_map<std::string, std::size_t> m_by_id;
};

} // namespace assets
