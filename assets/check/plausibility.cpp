#include "assets/check/checks.hpp"
#include "assets/formats/reading/place_lookup.hpp"
#include "assets/timeline/deciding_fix.hpp"
#include "geo/earth/geodesic.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace assets {
namespace {

constexpr double metres_per_nmi = 1852;

/// How a finding about `subject` names another fix: "line 3", or "positions.csv:3" if that fix is in another file.
std::string line_reference(const Scenario& scenario, const Fix& fix, const Fix& subject) {
    return fix.file() == subject.file() ? fmt::format("line {}", fix.line)
                                        : fmt::format("{}:{}", scenario.files[fix.file()], fix.line);
}

/// By how many hours a fix's ends may be wrong: a `sometime` interval by its whole length, and every fix by its time
/// error.
double slack_h(const Fix& fix) {
    return (fix.during() == During::Sometime ? in_hours(fix.measured_end() - fix.from) : 0) + fix.time_error_h();
}

/// The least speed needed from one precise fix to the next: from edge to edge of their circles, at the best instants
/// that `sometime` and the time errors allow. Land is ignored, although a ship's route around it is longer.
double demanded_kn(const Fix& earlier, const Fix& later) {
    const double gap_m =
        geo::distance_m(*earlier.position, *later.position) - 1000 * (earlier.radius_km + later.radius_km);
    const double hours = in_hours(later.from - earlier.measured_end()) + slack_h(earlier) + slack_h(later);
    if (gap_m <= 0) return 0;
    constexpr double a_second_h = 1.0 / 3600;
    return gap_m / metres_per_nmi / std::max(hours, a_second_h);
}

/// Rule: two precise fixes that demand more than the speed limit are `too_fast`. An asset without a limit never is.
void check_speed(const Scenario& scenario, AssetIndex asset_index, Findings& findings) {
    const Asset& asset = scenario.assets[asset_index];
    if (!asset.max_speed_kn) return;
    const auto fixes = scenario.fixes_of(asset_index);
    for (const DeploymentWindow& window : windows_of(scenario, asset_index)) {
        const Fix* last = nullptr; // among the precise fixes so far, the one that ends last
        for (const Fix& fix : fixes) {
            if (!is_precise(fix) || !window.overlaps(fix)) continue;
            // A fix inside the interval of the last one, or one that contradicts it, is not reached from there.
            const bool follows = last && fix.to > last->to && !(fix.from <= last->to && contradict(*last, fix));
            if (follows) {
                const double needed_kn = demanded_kn(*last, fix);
                constexpr double rounding_kn = 0.05;
                if (needed_kn > *asset.max_speed_kn + rounding_kn)
                    findings.warning(code::too_fast, spot_of(scenario, fix, "from"),
                                     fmt::format("'{}' would need {} from {}; its limit is {:g} kn", asset.id,
                                                 needed_kn > 9999 ? "more than 9999 kn"
                                                                  : fmt::format("{:.0f} kn", std::ceil(needed_kn)),
                                                 line_reference(scenario, *last, fix), *asset.max_speed_kn));
            }
            if (!last || fix.to > last->to) last = &fix;
        }
    }
}

/// Rule: two fixes that contradict() each other are `two_places`. A precise fix that cannot interrupt a wide fix of the
/// same time is `reports_conflict`.
void check_overlaps(const Scenario& scenario, AssetIndex asset_index, Findings& findings) {
    const Asset& asset = scenario.assets[asset_index];
    const auto fixes = scenario.fixes_of(asset_index);
    for (std::size_t i = 0; i < fixes.size(); ++i) {
        for (std::size_t k = i + 1; k < fixes.size() && fixes[k].from <= fixes[i].to; ++k) {
            const Fix &a = fixes[i], &b = fixes[k];
            if (contradict(a, b))
                findings.warning(
                    code::two_places, spot_of(scenario, b, "from"),
                    fmt::format("'{}' cannot be here and at the place of {} at the same time: they are {:.0f} km apart",
                                asset.id, line_reference(scenario, a, b),
                                geo::distance_m(*a.position, *b.position) / 1000));
            const bool a_is_wide = is_precise(b);
            const Fix &wide = a_is_wide ? a : b, &precise = a_is_wide ? b : a;
            if (!can_interrupt(asset, wide, precise))
                findings.warning(
                    code::reports_conflict, spot_of(scenario, precise, "from"),
                    fmt::format("'{}' is too slow to come here from the area of {} and be back there in time", asset.id,
                                line_reference(scenario, wide, precise)));
        }
    }
}

/// Rule: a fix outside all deployment windows of its asset is never shown.
void check_deployed(const Scenario& scenario, AssetIndex asset_index, Findings& findings) {
    if (scenario.deployments_of(asset_index).empty()) return;
    const auto windows = windows_of(scenario, asset_index);
    for (const Fix& fix : scenario.fixes_of(asset_index))
        if (std::none_of(windows.begin(), windows.end(), [&](const DeploymentWindow& w) { return w.overlaps(fix); }))
            findings.warning(code::outside_deployment, spot_of(scenario, fix, "from"),
                             fmt::format("'{}' is not deployed at this time, so this report is never shown",
                                         scenario.assets[asset_index].id));
}

bool is_zero(geo::LonLat p) {
    constexpr double near_deg = 0.005;
    return std::abs(p.lon()) < near_deg && std::abs(p.lat()) < near_deg;
}

/// True when the place named beside a position is far from it but near the position with lon and lat swapped.
bool looks_swapped(PlaceLookup& places, const std::string& words, PlaceLookup::For user, geo::LonLat position) {
    constexpr double far_m = 500'000, near_m = 100'000;
    const auto swapped = geo::LonLat::from_degrees(position.lat(), position.lon());
    const FoundPlace found = words.empty() || !swapped ? FoundPlace{} : places.find(words, user);
    return found.place && geo::distance_m(position, found.place->position) > far_m &&
           geo::distance_m(*swapped, found.place->position) < near_m;
}

} // namespace

void check_movement(const Scenario& scenario, Findings& findings) {
    for (AssetIndex asset = 0; asset < scenario.assets.size(); ++asset) {
        check_speed(scenario, asset, findings);
        check_overlaps(scenario, asset, findings);
        check_deployed(scenario, asset, findings);
    }
}

void check_coordinates(const Scenario& scenario, Findings& findings) {
    constexpr std::string_view zero = "0, 0 is probably a missing position";
    constexpr std::string_view swapped =
        "lon and lat are probably swapped: the other way round they are near the named place";
    PlaceLookup places{scenario.places, scenario.atlas.get()};
    for (const Fix& fix : scenario.fixes) {
        if (!fix.position || fix.area()) continue;
        const AssetType type = scenario.assets[fix.asset].type;
        if (is_zero(*fix.position))
            findings.warning(code::zero_coordinates, spot_of(scenario, fix, "lon"), std::string{zero});
        else if (looks_swapped(places, fix.place(), PlaceLookup::purpose_of(type), *fix.position))
            findings.warning(code::swapped_coordinates, spot_of(scenario, fix, "lon"), std::string{swapped});
        if (is_ship(type) && scenario.atlas && scenario.atlas->land.circle_on_land(*fix.position, fix.radius_km))
            findings.warning(code::ship_on_land, spot_of(scenario, fix, "lon"),
                             fmt::format("'{}' is a ship, but everything within {:g} km of this position is land",
                                         scenario.assets[fix.asset].id, fix.radius_km));
    }
    for (const Event& event : scenario.events) {
        if (!event.position || event.area) continue;
        const Spot spot{event.file, event.line, "lon", event.id, {}};
        if (is_zero(*event.position))
            findings.warning(code::zero_coordinates, spot, std::string{zero});
        else if (looks_swapped(places, event.place, PlaceLookup::For::Other, *event.position))
            findings.warning(code::swapped_coordinates, spot, std::string{swapped});
    }
    for (std::size_t i = 0; i < scenario.places.size(); ++i)
        if (is_zero(scenario.places[i].position))
            findings.warning(code::zero_coordinates,
                             {scenario.place_files[i], scenario.place_lines[i], "lon", scenario.places[i].id, {}},
                             std::string{zero});
}

} // namespace assets
