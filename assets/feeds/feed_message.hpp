#pragma once

#include "assets/model/asset.hpp"
#include "assets/model/fix.hpp"
#include "assets/model/values/instant.hpp"
#include "geo/earth/lonlat.hpp"
#include "geo/earth/shape.hpp"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assets {

/// Whose clock a message's time comes from. A sender's clock may be wrong; the receiver's time is late by the delay of
/// transmission.
enum class TimeSource : std::uint8_t { Receiver, Sender };

/// Where a message's time was read.
enum class TimeFrom : std::uint8_t {
    Clock, ///< nowhere: it is the receiver's clock when the bytes arrived
    File,  ///< nowhere: it is the time at which the log was last written
    Line,  ///< in the line or event itself, before its sentence, or in a clock sentence of the log
    Tag,   ///< in the tag block of the sentence
};
[[nodiscard]] constexpr std::string_view to_string(TimeFrom from) noexcept {
    constexpr std::array<std::string_view, 4> names{"clock", "file", "line", "tag"};
    return names[static_cast<std::size_t>(from)];
}

/// A drawing or a route that a sender shares.
struct FeedOutline {
    enum class Form : std::uint8_t { Line, Area, Circle };
    Form form = Form::Line;
    geo::Polyline points{}; ///< at least two; of an area at least four, the last repeats the first; none of a circle
    double radius_m = 0;    ///< of a circle about the message's position; positive
};

/// A call for help, a geofence that was crossed and the like.
struct FeedAlert {
    std::string title;      ///< "911 Alert: ALPHA"; empty when it only ends an alert
    bool cancelled = false; ///< it ends the alert that the same sender gave before
};

/// What one AIS message, CoT event or BaseStation line states about one vessel, aircraft or unit. An empty member was
/// not stated: a decoder never turns a format's "not available" into a value. Angles are in degrees, [0, 360).
struct FeedMessage {
    std::string key; ///< of the contact: "mmsi:316138000", "uid:ANDROID-1", "icao:C06B1A"; never empty
    Instant time{};  ///< of the position, or of the message if it has none
    TimeSource time_source = TimeSource::Receiver;
    TimeFrom time_from = TimeFrom::Clock;
    std::string source;       ///< the station or sender, as the feed names it
    std::string message_type; ///< as the format calls it: "1", "a-f-S-C", "MSG,3"
    std::string how;          ///< how the position was obtained, in the words of the format; empty when not stated
    std::string raw;          ///< the sentences, event or line that the message was read from, without line ends

    std::optional<geo::LonLat> position;
    std::optional<double> radius_m;   ///< of the position's uncertainty
    std::optional<double> altitude_m; ///< above the WGS 84 ellipsoid (CoT) or by pressure (SBS, AIS type 9)
    std::optional<double> speed_kn, course_deg, heading_deg;

    std::optional<std::string> name, callsign, destination, remarks;
    std::optional<std::uint32_t> imo;
    std::optional<AssetType> type;
    std::optional<std::string> sidc;    ///< 30 digits; set only by formats that state it
    std::optional<Side> side;           ///< set only by formats that state it
    std::optional<std::string> country; ///< ISO 3166-1 alpha-2, from the identifier or the event
    std::optional<double> length_m, beam_m, draught_m;
    std::optional<int> ship_code;      ///< ship type of AIS (ITU-R M.1371, table 53)
    std::optional<std::string> status; ///< navigational status in words: "at anchor"
    std::optional<std::string> eta;    ///< as the sender gives it, UTC: "10-20 06:00" (month-day, hour:minute)
    char transponder = 0;              ///< class of the AIS transponder, A or B; 0: not stated
    std::optional<Activity> activity;  ///< as the sender states it: under way, at anchor, moored
    std::optional<bool> on_ground;     ///< of an aircraft
    std::optional<Instant> stale;      ///< the sender vouches for the message until then
    bool aid = false;                  ///< a buoy, base station, beacon or marker, not an asset
    bool distress = false;             ///< search-and-rescue beacon, man overboard
    bool under_test = false;           ///< a beacon that says that it is being tested
    bool pleasure = false;             ///< pleasure craft or sailing vessel
    bool military = false;             ///< by its type or its affiliation
    std::optional<FeedAlert> alert{};
    std::shared_ptr<const FeedOutline> outline{}; ///< shared, because copies of messages are many
    std::vector<std::string> doubts;              ///< reasons to distrust the message: "jump above 100 kn"
};

} // namespace assets
