#pragma once

#include "assets/model/scenario.hpp"
#include "assets/timeline/change/compare.hpp"
#include "render/map/words/words.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace render {

enum class DistanceUnit : std::uint8_t { Kilometre, Mile, NauticalMile };

[[nodiscard]] double metres_in(DistanceUnit) noexcept;
/// The units of [style] units in their order. Without them, kilometres come first, and then nautical miles on a map of
/// the sea, or miles.
[[nodiscard]] std::vector<DistanceUnit> distance_units(const assets::Scenario&, bool at_sea);
/// "300 km" for a number that is already in the unit.
[[nodiscard]] std::string distance_words(const Words&, DistanceUnit, double value);
/// "300 km (162 nautical miles)": a distance in every unit, rounded to whole ones, or to tenths below 10.
[[nodiscard]] std::string distance_words(const Words&, std::span<const DistanceUnit>, double metres);

/// The radius of a ring in the first unit of the scenario, to a tenth: "500 km".
[[nodiscard]] std::string radius_words(const Words&, const assets::Scenario&, double km);

/// How far an asset moved: "2,900 km (1,600 nautical miles)" in the units of the scenario, or only in the first of
/// them; with "about" and two figures when the radii are more than a twentieth of the distance. Empty without a
/// distance.
[[nodiscard]] std::string change_distance_words(const Words&, const assets::Scenario&, const assets::AssetChange&,
                                                bool all_units);

} // namespace render
