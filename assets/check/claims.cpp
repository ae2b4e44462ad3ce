#include "assets/check/checks.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

namespace assets {
namespace {

/// The length in km of the last place of a coordinate in degrees: 0.01 is 1.1 km. Coordinates in whole minutes or
/// seconds of arc count as such. Empty for a coordinate that is none of these to within 1e-7 degrees.
std::optional<double> last_place_km(double degrees) {
    constexpr double km_per_degree = 111.2, rounding = 1e-7;
    for (const double parts : {1.0, 10.0, 60.0, 100.0, 1e3, 3600.0, 1e4, 1e5}) {
        const double scaled = degrees * parts;
        if (std::abs(scaled - std::round(scaled)) <= rounding * parts) return km_per_degree / parts;
    }
    return std::nullopt;
}

/// The roundest writing that stays well within a radius: a degree, a tenth of it and so on, at most a fifth of the
/// radius long.
std::string_view rounding_for(double radius_km) {
    constexpr double km_per_degree = 111.2, share = 0.2;
    const double degrees = share * radius_km / km_per_degree;
    return degrees >= 1      ? "a degree"
           : degrees >= 0.1  ? "0.1 degrees"
           : degrees >= 0.01 ? "0.01 degrees"
                             : "0.001 degrees";
}

/// Rule: a position whose last place is less than a two-thousandth of its radius claims more than its source knows:
/// 1.2345 with a radius of 100 km.
void check_fineness(const Scenario& scenario, Findings& findings) {
    constexpr double finest_share = 1.0 / 2000;
    for (const Fix& fix : scenario.fixes) {
        if (!fix.position || fix.area() || fix.at_asset() != no_index || fix.kind() == FixKind::Observed) continue;
        const auto east = last_place_km(fix.position->lon()), north = last_place_km(fix.position->lat());
        if (!east || !north) continue;
        const double least_km = std::min(*east, *north);
        if (least_km >= finest_share * fix.radius_km) continue;
        const std::string place =
            least_km >= 1 ? fmt::format("{:.0f} km", least_km) : fmt::format("{:.0f} m", 1000 * least_km);
        findings.warning(code::finer_than_radius, spot_of(scenario, fix, "lon"),
                         fmt::format("the position is written to {} although it is only known within {:g} km; round it "
                                     "to {}, or give the radius that its source supports",
                                     place, fix.radius_km, rounding_for(fix.radius_km)));
    }
}

/// Rule: a report of a day after the day on which research stopped: its date or data_to is wrong.
void check_after_data(const Scenario& scenario, Findings& findings) {
    if (!scenario.data_to_day) return;
    const auto tell = [&](const Spot& spot) {
        findings.warning(code::after_data_to, spot,
                         fmt::format("the date is after data_to, {}, the day on which research stopped; mend one of "
                                     "them, or write kind = planned",
                                     scenario.data_to));
    };
    for (const Fix& fix : scenario.fixes)
        if (fix.kind() != FixKind::Planned && fix.from > *scenario.data_to_day) tell(spot_of(scenario, fix, "from"));
    for (const Event& event : scenario.events)
        if (event.kind != EventKind::Announcement && event.from > *scenario.data_to_day)
            tell({event.file, event.line, "from", event.id, {}});
}

/// Letters in capitals and digits, without anything between them: "DDG-69" and "ddg 69" are DDG69.
std::string plain_hull(std::string_view text) {
    std::string plain;
    for (const char c : text)
        if (std::isalnum(static_cast<unsigned char>(c)))
            plain += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return plain;
}

/// The hull number in brackets at the end of a name, "DDG-69" in "USS Milius (DDG-69)": letters, then digits. Empty
/// when there is none.
std::string hull_in_name(std::string_view name) {
    const auto open = name.rfind('(');
    if (open == std::string_view::npos || name.back() != ')') return {};
    const std::string_view inside = name.substr(open + 1, name.size() - open - 2);
    const std::string plain = plain_hull(inside);
    const auto digit = std::find_if(plain.begin(), plain.end(), [](char c) { return c >= '0' && c <= '9'; });
    const bool is_hull = digit != plain.begin() && digit != plain.end() &&
                         std::all_of(digit, plain.end(), [](char c) { return c >= '0' && c <= '9'; });
    constexpr std::ptrdiff_t most_letters = 5;
    return is_hull && digit - plain.begin() <= most_letters ? std::string{inside} : std::string{};
}

/// Rule: a hull number that contradicts the one in the ship's name, or that another ship of the country has.
void check_hulls(const Scenario& scenario, Findings& findings) {
    std::map<std::pair<std::string, std::string>, const Asset*> known; // by country and plain hull
    for (const Asset& asset : scenario.assets) {
        if (!is_ship(asset.type)) continue;
        const Spot spot{asset.file, asset.line, "hull", asset.id, {}};
        std::string hull = plain_hull(asset.hull);
        for (const std::string& name : {asset.name, asset.short_name}) {
            const std::string in_name = hull_in_name(name);
            if (in_name.empty() || hull.empty() || plain_hull(in_name) == hull) continue;
            findings.warning(
                code::hull_conflict, spot,
                fmt::format("the hull number '{}' contradicts the name '{}'; mend one of them", asset.hull, name));
            break;
        }
        if (hull.empty()) hull = plain_hull(hull_in_name(asset.name));
        if (hull.empty()) continue;
        const auto [other, is_new] = known.try_emplace({asset.country, hull}, &asset);
        if (!is_new)
            findings.warning(code::hull_conflict, spot,
                             fmt::format("'{}' and '{}' have the same hull number, {}; mend one of them",
                                         other->second->id, asset.id,
                                         asset.hull.empty() ? hull_in_name(asset.name) : asset.hull));
    }
}

} // namespace

void check_claims(const Scenario& scenario, Findings& findings) {
    check_fineness(scenario, findings);
    check_after_data(scenario, findings);
    check_hulls(scenario, findings);
}

} // namespace assets
