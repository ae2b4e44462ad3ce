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

} // namespace render
