#pragma once

#include <cstdint>
#include <string>

/// Messages as they are sent, with their line ends.
namespace samples {

/// An AIS message of type 1; longitude and latitude in degrees.
[[nodiscard]] std::string ais_position(std::uint32_t mmsi, double lon, double lat);
[[nodiscard]] std::string nmea(const std::string& body);      ///< "AIVDM,1,1,..." with its frame, checksum and line end
[[nodiscard]] std::string tag_block(const std::string& body); ///< "s:station,c:1722427200" with its frame and checksum
[[nodiscard]] std::string sbs_position(std::uint32_t icao, double lon, double lat, const std::string& clock);
[[nodiscard]] std::string cot_event(const std::string& uid, double lon, double lat, const std::string& remarks = "");

} // namespace samples
