#pragma once

#include <cstdint>
#include <string>

/// Messages as they are on the wire, with their line ends.
namespace samples {

/// A position report (type 1), degrees.
[[nodiscard]] std::string ais_position(std::uint32_t mmsi, double lon, double lat);
[[nodiscard]] std::string nmea(const std::string& body);      ///< "AIVDM,1,1,..." with its frame and checksum
[[nodiscard]] std::string tag_block(const std::string& body); ///< "s:station,c:1722427200" with its frame and checksum
[[nodiscard]] std::string sbs_position(std::uint32_t icao, double lon, double lat, const std::string& clock);
[[nodiscard]] std::string cot_event(const std::string& uid, double lon, double lat, const std::string& remarks = "");

} // namespace samples
