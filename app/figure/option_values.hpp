#pragma once

#include "assets/model/values/instant.hpp"
#include "geo/earth/box.hpp"
#include "geo/earth/lonlat.hpp"

#include <chrono>
#include <string>
#include <utility>
#include <vector>

/// Strict reading of the values of command line options. Functions with an `option` throw a UsageError that names the
/// option, quotes the value and says which values are valid.
namespace app {

[[nodiscard]] double number_in(const std::string& option, const std::string& text, double least, double most);
/// `1920x1080`
[[nodiscard]] std::pair<int, int> pixel_size(const std::string& option, const std::string& text);
/// `LON,LAT` in degrees
[[nodiscard]] geo::LonLat lonlat_value(const std::string& option, const std::string& text);
/// `W,S,E,N` in degrees; west greater than east crosses the antimeridian
[[nodiscard]] geo::Box box_value(const std::string& option, const std::string& text);
[[nodiscard]] std::string one_of(const std::string& option, const std::string& text,
                                 const std::vector<std::string>& known);
/// The last millisecond of a day such as 2024-07-31, UTC.
[[nodiscard]] assets::Instant end_of_day(const std::string& option, const std::string& text);
/// `36h`, `14d`, `30min`; more than 0.
[[nodiscard]] std::chrono::seconds duration_value(const std::string& option, const std::string& text);
/// The duration in the largest unit that divides it, as duration_value() reads it: "36h", "14d".
[[nodiscard]] std::string duration_text(std::chrono::seconds);
/// Splits at commas or other separators, trims blanks and drops empty parts.
[[nodiscard]] std::vector<std::string> split_list(const std::string& text, char separator = ',');
/// The radii that a range ring may have, km.
inline constexpr double least_ring_km = 0.01, most_ring_km = 20'000;

} // namespace app
