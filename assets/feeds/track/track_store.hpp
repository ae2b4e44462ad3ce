#pragma once

#include "assets/feeds/feed_message.hpp"
#include "assets/feeds/track/drawings.hpp"
#include "assets/model/values/missing_characters.hpp"
#include "assets/timeline/past/coverage.hpp"
#include "assets/timeline/past/targets.hpp"

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace assets {

/// Kinds of contacts, which differ in how often they transmit.
enum class ContactKind : std::uint8_t { Ship, Aircraft, Other };
[[nodiscard]] std::string_view to_string(ContactKind) noexcept; ///< ship, aircraft, other

/// Why a contact is to be doubted.
enum class Doubt : std::uint8_t {
    Jump,      ///< a position that no speed allows
    TwoPlaces, ///< positions that go back and forth between two places: one number, two senders
    OtherName, ///< another name, heard once
    Imo,       ///< an IMO number whose check digit is wrong
    Position,  ///< the sender says that its positioning does not work, or sends a position that cannot be
    Number,    ///< the MMSI is not a valid one
};
inline constexpr std::size_t doubts_count = 6;
[[nodiscard]] std::string_view words_of(Doubt) noexcept; ///< for the target card: "impossible jump"

/// What is known of one sender of a feed besides its positions. Each member holds the last value received.
struct Contact {
    std::string key; ///< FeedMessage::key
    std::string id;  ///< as an asset id: [a-z0-9][a-z0-9._-]*; unique
    std::string name, callsign, country, sidc;
    AssetType type = AssetType::Other;
    Side side = Side::None;
    bool military = false;   ///< by its own statement
    bool distress = false;   ///< a search-and-rescue beacon
    bool under_test = false; ///< a beacon whose last message was a test
    bool pleasure = false;   ///< a pleasure craft or a sailing vessel
    std::optional<std::uint32_t> imo;
    std::string destination, eta, status; ///< as FeedMessage gives them; empty: not heard
    std::string station;                  ///< the receiver that passed on the newest message, as the feed names it
    float length_m = 0, beam_m = 0, draught_m = 0;          ///< 0: not heard
    int ship_code = -1;                                     ///< -1: not heard
    char transponder = 0;                                   ///< class of the transponder, A or B; 0: not heard
    Instant heard = Instant::min();                         ///< time of the newest message of any kind
    std::array<Instant, doubts_count> doubted_at = never(); ///< by Doubt: when it was last seen; min(): never

    [[nodiscard]] VesselClass vessel_class() const noexcept;
    [[nodiscard]] static std::array<Instant, doubts_count> never() noexcept {
        std::array<Instant, doubts_count> all{};
        all.fill(Instant::min());
        return all;
    }
    [[nodiscard]] std::string_view number() const noexcept; ///< the key without its prefix: 316138000
    [[nodiscard]] std::string shown_name() const;           ///< name, else call sign, else "MMSI 316138000"
    /// Military or governmental, by its type or its own statement.
    [[nodiscard]] bool official() const noexcept;
    /// By the type. While that is unknown, a contact with an MMSI is a ship and one with an ICAO address an aircraft.
    [[nodiscard]] ContactKind kind() const noexcept;
};

/// One position of a track.
struct TrackPoint {
    static constexpr float not_given = std::numeric_limits<float>::quiet_NaN();

    Instant time;
    Instant until; ///< the sender vouches for the position until then; not before `time`
    geo::LonLat at;
    float speed_kn, course_deg, heading_deg; ///< not_given when absent; angles in degrees, [0, 360)
    float radius_km;
    Activity activity;
    bool doubted;      ///< by the decoder
    bool ends;         ///< the sender ends the track here: `stale` is not after the time (Cursor on Target)
    std::uint8_t feed; ///< as given to TrackStore::take
};

struct FeedTrack {
    Contact contact;
    std::vector<TrackPoint> points;         ///< ascending by time, no two at one instant
    bool ended = false;                     ///< at least one point ends the track
    std::optional<geo::LonLat> jumped_to{}; ///< the newest position that no speed allowed
    int returns = 0;                        ///< how often positions went back from there
    bool cut_name = false;                  ///< its name or call sign has lost characters that no font has
};

/// Keeps the messages of feeds as one track per contact. Size is bounded by Limits: beyond a limit, the older half of a
/// track is thinned or new contacts are refused, and what is left out is counted. Not thread-safe.
class TrackStore {
public:
    struct Limits {
        std::size_t points_per_track = 10'000;
        std::size_t points = 5'000'000;
        /// Beyond `points`, the oldest points of all are dropped, and tracks have no limit of their own. At times there
        /// are some more; keep_newest() drops them too.
        bool drop_oldest = false;
        std::size_t tracks = 200'000;
        /// By ContactKind: kept points of a track are at least this far apart, except for the newest. A message every
        /// two seconds shows little more than one every ten.
        std::array<std::chrono::seconds, 3> spacing{};
        MissingCharacters missing_characters{}; ///< finds the characters that are left out of names and call signs
    };
    struct Counts {
        std::size_t messages = 0;         ///< received
        std::size_t points = 0;           ///< kept now
        std::size_t aids = 0;             ///< messages of buoys, base stations and others that are not assets
        std::size_t repeated = 0;         ///< messages that replaced one of the same contact and instant
        std::size_t thinned = 0;          ///< points removed because there were too many
        std::size_t refused = 0;          ///< messages of new contacts when there were too many contacts
        std::size_t drawings_refused = 0; ///< drawings and alerts when there were too many
        std::size_t cut_names = 0;        ///< contacts whose name or call sign lost characters
    };

    TrackStore() = default;
    explicit TrackStore(const Limits& limits) : m_limits{limits} {}

    /// With Limits::drop_oldest: drops the points beyond the limit.
    void keep_newest();
    /// Frees the points of a track.
    void release_points(std::size_t track);
    /// `feed` becomes TrackPoint::feed. Returns the sender's track; null when the message was not kept.
    const FeedTrack* take(const FeedMessage&, std::uint8_t feed = 0);
    [[nodiscard]] const Counts& counts() const noexcept { return m_counts; }
    [[nodiscard]] const FeedDrawings& drawings() const noexcept { return m_drawings; }
    /// In the order of their first messages; a track may have no points.
    [[nodiscard]] const std::deque<FeedTrack>& tracks() const noexcept { return m_tracks; }
    [[nodiscard]] const FeedTrack* by_id(std::string_view id) const;
    /// The times of the oldest and the newest point; Instant::max() and Instant::min() when there is none.
    [[nodiscard]] Instant first() const noexcept { return m_first; }
    [[nodiscard]] Instant last() const noexcept { return m_last; }
    /// The cells with a point in (from, to].
    [[nodiscard]] Coverage coverage(Instant from, Instant to) const;

private:
    [[nodiscard]] FeedTrack* track_of(const std::string& key);
    void take_names(FeedTrack&, const FeedMessage&);
    static void note_jumps(FeedTrack&, const FeedMessage&);
    void add_point(FeedTrack&, const FeedMessage&, std::uint8_t feed);
    void thin(FeedTrack&);

    Limits m_limits;
    Counts m_counts;
    FeedDrawings m_drawings;
    Instant m_first = Instant::max(), m_last = Instant::min();
    std::deque<FeedTrack> m_tracks; ///< a deque, so that growth moves no track
    // For lookup only: their order of iteration is unspecified.
    std::unordered_map<std::string, std::size_t> m_by_key; ///< indices by FeedMessage::key
    std::unordered_map<std::string, std::size_t> m_by_id;
};

} // namespace assets
