#pragma once

#include "assets/model/asset.hpp"
#include "assets/model/fix.hpp"
#include "assets/model/values/instant.hpp"
#include "geo/earth/lonlat.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace assets {

/// Where a report's time comes from. A sender's clock may be wrong; the receiver's is late by what lies between.
enum class TimeSource : std::uint8_t { Receiver, Sender };

/// What one message of a feed says about one vessel, aircraft or unit. Empty is "not said": a decoder never turns a
/// format's "not available" into a value. Angles in degrees, [0, 360).
struct FeedMessage {
    std::string key; ///< who: "mmsi:316138000", "uid:ANDROID-1", "icao:C06B1A"; never empty
    Instant time{};  ///< of the position or the statement
    TimeSource time_source = TimeSource::Receiver;
    std::string source;       ///< station or sender, as the feed names it
    std::string message_type; ///< as the format calls it: "1", "a-f-S-C", "MSG,3"
    std::string how;          ///< how the position came about, as the format calls it; empty where it says nothing
    std::string raw;          ///< the sentences, event or line that it was read from, without line ends

    std::optional<geo::LonLat> position;
    std::optional<double> radius_m;   ///< of the position's uncertainty
    std::optional<double> altitude_m; ///< above the WGS 84 ellipsoid (CoT) or by pressure (SBS, AIS type 9)
    std::optional<double> speed_kn, course_deg, heading_deg;

    std::optional<std::string> name, callsign, destination, remarks;
    std::optional<std::uint32_t> imo;
    std::optional<AssetType> type;
    std::optional<std::string> sidc;    ///< 30 digits, or empty: only where the format tells it
    std::optional<Side> side;           ///< only where the format tells it
    std::optional<std::string> country; ///< ISO 3166-1 alpha-2, from the identifier or the event
    std::optional<double> length_m;
    std::optional<Activity> activity; ///< as the sender says: underway, at anchor, moored
    std::optional<bool> on_ground;    ///< of an aircraft
    std::optional<Instant> stale;     ///< after this the sender himself no longer stands for it
    bool aid = false;                 ///< a buoy, base station or beacon: no vessel
    bool distress = false;            ///< search-and-rescue beacon, man overboard
    bool pleasure = false;            ///< pleasure craft or sailing vessel
    bool military = false;            ///< said so by its type, or by its affiliation
    std::vector<std::string> doubts;  ///< "jump above 100 kn": why it should not be taken as it is
};

} // namespace assets
