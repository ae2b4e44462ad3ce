#include "render/map/words/distance.hpp"

#include <cassert>
#include <cmath>

#include <fmt/format.h>

namespace render {

double metres_in(DistanceUnit unit) noexcept {
    switch (unit) {
    case DistanceUnit::Kilometre:
        return 1000;
    case DistanceUnit::Mile:
        return 1609.344;
    case DistanceUnit::NauticalMile:
        return 1852;
    }
    return 1000;
}

std::vector<DistanceUnit> distance_units(const assets::Scenario& scenario, bool at_sea) {
    std::vector<DistanceUnit> units;
    for (const std::string& unit : scenario.view.units)
        units.push_back(unit == "mi"    ? DistanceUnit::Mile
                        : unit == "nmi" ? DistanceUnit::NauticalMile
                                        : DistanceUnit::Kilometre);
    if (units.empty()) units = {DistanceUnit::Kilometre, at_sea ? DistanceUnit::NauticalMile : DistanceUnit::Mile};
    return units;
}

std::string distance_words(const Words& words, DistanceUnit unit, double value) {
    const std::string key = unit == DistanceUnit::Kilometre ? "scale.km"
                            : unit == DistanceUnit::Mile    ? "scale.mi"
                                                            : "scale.nmi";
    return words(key, {{"value", value >= 1 ? fmt::format("{:.10g}", value) : fmt::format("{:g}", value)}});
}

std::string distance_words(const Words& words, std::span<const DistanceUnit> units, double metres) {
    assert(!units.empty());
    const auto in_unit = [&](DistanceUnit unit) {
        const double value = metres / metres_in(unit);
        return distance_words(words, unit, value < 10 ? std::round(value * 10) / 10 : std::round(value));
    };
    const std::string first = in_unit(units.front());
    std::string others;
    for (const DistanceUnit unit : units.subspan(1))
        others += (others.empty() ? "" : words("label.list_separator")) + in_unit(unit);
    return others.empty() ? first : words("scale.and_others", {{"first", first}, {"others", others}});
}

std::string radius_words(const Words& words, const assets::Scenario& scenario, double km) {
    const DistanceUnit unit = distance_units(scenario, true).front();
    return distance_words(words, unit, std::round(km * 1000 / metres_in(unit) * 10) / 10);
}

namespace {

constexpr double rough_share = 0.05; ///< of the distance: a larger sum of radii makes it an approximate one

double in_two_figures(double value) {
    if (value <= 0) return 0;
    const double step = std::pow(10.0, std::floor(std::log10(value)) - 1);
    return std::round(value / step) * step;
}

/// "2,900": with commas between thousands, as in running text.
std::string grouped(double value) {
    std::string digits = fmt::format("{:.0f}", value);
    for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3)
        digits.insert(static_cast<std::size_t>(at), ",");
    return digits;
}

} // namespace

std::string change_distance_words(const Words& words, const assets::Scenario& scenario,
                                  const assets::AssetChange& change, bool all_units) {
    if (!change.distance_m) return {};
    const bool rough = change.rough_m > rough_share * *change.distance_m;
    const auto in_unit = [&](DistanceUnit unit) {
        const double value = *change.distance_m / metres_in(unit);
        const char* key = unit == DistanceUnit::Kilometre ? "scale.km"
                          : unit == DistanceUnit::Mile    ? "scale.mi"
                                                          : "scale.nmi";
        return words(key, {{"value", grouped(rough ? in_two_figures(value) : value)}});
    };
    const auto units = distance_units(scenario, true);
    std::string others;
    for (std::size_t i = 1; all_units && i < units.size(); ++i)
        others += (others.empty() ? "" : words("label.list_separator")) + in_unit(units[i]);
    std::string text = in_unit(units.front());
    if (!others.empty()) text = words("scale.and_others", {{"first", text}, {"others", others}});
    return rough ? words("compare.about", {{"distance", text}}) : text;
}

} // namespace render
