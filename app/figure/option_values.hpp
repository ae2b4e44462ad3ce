#pragma once

#include "geo/earth/box.hpp"
#include "geo/earth/lonlat.hpp"

#include <string>
#include <utility>
#include <vector>

/// Values of command line options, read strictly. Every function throws UsageError that names the option, quotes the
/// value and says what would be right.
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
/// Split at commas, blanks trimmed, empty parts dropped.
[[nodiscard]] std::vector<std::string> split_list(const std::string& text);

} // namespace app
