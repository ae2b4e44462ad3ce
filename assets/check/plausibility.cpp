#include "assets/check/checks.hpp"
#include "assets/formats/reading/place_lookup.hpp"
#include "assets/timeline/deciding_fix.hpp"
#include "geo/earth/geodesic.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

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

/// The distance in nautical miles between the circles of two fixes; 0 if the circles overlap. Land is ignored, although
/// a ship's route around land is longer.
double nmi_between(const Fix& a, const Fix& b) {
    const double gap_m = geo::distance_m(*a.position, *b.position) - 1000 * (a.radius_km + b.radius_km);
    return std::max(0.0, gap_m) / metres_per_nmi;
}

/// The most hours that `sometime` and the time errors allow from the end of one fix to the beginning of another;
/// negative if the other begins earlier by more than they allow.
double hours_from(const Fix& earlier, const Fix& later) {
    return in_hours(later.from - earlier.measured_end()) + slack_h(earlier) + slack_h(later);
}

/// The hours for the way between two nested fixes: the interval of `outer` holds that of `inner`. If the outer fix
/// holds throughout, the inner one is an excursion: there is time before it and after it, and the shorter time counts.
/// Otherwise the asset may go to either place first.
double hours_between_nested(const Fix& outer, const Fix& inner) {
    if (outer.during() == During::Sometime) return std::max(hours_from(outer, inner), hours_from(inner, outer));
    const double errors_h = outer.time_error_h() + slack_h(inner);
    const double before_h = in_hours(inner.from - outer.from) + errors_h;
    const double after_h = in_hours(outer.measured_end() - inner.measured_end()) + errors_h;
    if (inner.from == outer.from) return after_h;
    return inner.to == outer.to ? before_h : std::min(before_h, after_h);
}

double speed_kn(double nmi, double hours) {
    constexpr double a_second_h = 1.0 / 3600;
    return nmi / std::max(hours, a_second_h);
}

std::string speed_words(double kn) {
    return kn > 9999 ? "more than 9999 kn" : fmt::format("{:.0f} kn", std::ceil(kn));
}

/// "line 3 (Busan, 2024-10-20)"
std::string reference_with_place(const Scenario& scenario, const Fix& fix, const Fix& subject) {
    const std::string place = fix.place().empty() ? "" : fix.place() + ", ";
    return fmt::format("{} ({}{})", line_reference(scenario, fix, subject), place, from_as_written(fix));
}

/// Whether two nested fixes are compared. Two precise ones are, unless they contradict() each other. Others are if both
/// hold sometime; a wide fix that holds throughout may be interrupted, which can_interrupt() judges.
bool are_compared(const Asset& asset, const Fix& a, const Fix& b) {
    if (is_precise(a) && is_precise(b)) return !contradict(a, b);
    const bool both_sometime = a.during() == During::Sometime && b.during() == During::Sometime;
    return both_sometime && can_interrupt(asset, a, b) && can_interrupt(asset, b, a);
}

/// The earlier fixes of an asset that later ones are compared with: of those whose intervals have not ended, at most
/// `most`, the ones that end last. So the work for n fixes of one instant grows as n and not as its square.
class OpenFixes {
public:
    /// The fixes that have not ended before the instant, in the order in which they were added.
    [[nodiscard]] const std::vector<const Fix*>& at(Instant instant) {
        std::erase_if(m_fixes, [&](const Fix* fix) { return fix->to < instant; });
        return m_fixes;
    }
    void add(const Fix& fix) {
        if (m_fixes.size() == most)
            m_fixes.erase(std::ranges::min_element(m_fixes, {}, [](const Fix* open) { return open->to; }));
        m_fixes.push_back(&fix);
    }
    static constexpr std::size_t most = 64;

private:
    std::vector<const Fix*> m_fixes;
};

/// Rule: a ship with an MMSI that reports a speed which AIS cannot say is `too_fast`: some tables give tenths of a
/// knot.
void check_reported_speeds(const Scenario& scenario, Findings& findings) {
    constexpr double most_kn = 102.2;
    constexpr std::string_view rescue_aircraft = "111"; // report up to 1022 kn
    for (const Fix& fix : scenario.fixes) {
        const Asset& asset = scenario.assets[fix.asset];
        const bool may_be_ship = is_ship(asset.type) || asset.type == AssetType::Other;
        if (fix.speed_kn.value_or(0) <= most_kn || asset.mmsi.empty() || !may_be_ship ||
            asset.mmsi.starts_with(rescue_aircraft))
            continue;
        findings.warning(
            code::too_fast, spot_of(scenario, fix, "speed_kn"),
            fmt::format("'{}' reports {:g} kn, more than AIS can say ({} kn); is this in tenths of a knot?", asset.id,
                        *fix.speed_kn, most_kn));
    }
}

/// Rule: two precise fixes that demand more than the speed limit are `too_fast`. An asset without a limit never is. A
/// fix is compared with the earlier fixes that it nests with, such as those of the same day. If it follows the precise
/// fix that ends last, it is compared with that one as well.
void check_speed(const Scenario& scenario, AssetIndex asset_index, Findings& findings) {
    const Asset& asset = scenario.assets[asset_index];
    if (!asset.max_speed_kn) return;
    constexpr double rounding_kn = 0.05;
    const double limit_kn = *asset.max_speed_kn + rounding_kn;
    for (const DeploymentWindow& window : windows_of(scenario, asset_index)) {
        const Fix* last = nullptr; // among the precise fixes so far, the one that ends last
        OpenFixes begun;           // the fixes whose intervals may hold a later fix
        for (const Fix& fix : scenario.fixes_of(asset_index)) {
            if (!fix.position || fix.at_asset() != no_index || !window.overlaps(fix)) continue;
            const auto nests = [&](const Fix& f) {
                return f.to >= fix.to || f.from == fix.from;
            };
            const bool follows =
                last && is_precise(fix) && !nests(*last) && !(fix.from <= last->to && contradict(*last, fix));
            const double needed_kn = follows ? speed_kn(nmi_between(*last, fix), hours_from(*last, fix)) : 0;
            if (needed_kn > limit_kn)
                findings.warning(code::too_fast, spot_of(scenario, fix, "from"),
                                 fmt::format("'{}' would need {} from {}; its limit is {:g} kn", asset.id,
                                             speed_words(needed_kn), line_reference(scenario, *last, fix),
                                             *asset.max_speed_kn));
            for (const Fix* other : begun.at(fix.from)) {
                if (!nests(*other) || !are_compared(asset, *other, fix)) continue;
                const bool is_outer = other->to >= fix.to;
                const double hours = hours_between_nested(is_outer ? *other : fix, is_outer ? fix : *other);
                const double nested_kn = speed_kn(nmi_between(*other, fix), hours);
                if (nested_kn <= limit_kn) continue;
                findings.warning(
                    code::too_fast, spot_of(scenario, fix, "from"),
                    fmt::format("'{}' cannot be here and at the place of {} within the dates of both: it would need "
                                "{}; its limit is {:g} kn",
                                asset.id, reference_with_place(scenario, *other, fix), speed_words(nested_kn),
                                *asset.max_speed_kn));
                break; // one finding a row
            }
            if (is_precise(fix) && (!last || fix.to > last->to)) last = &fix;
            begun.add(fix);
        }
    }
}

/// Whether two fixes of one asset say the same. Sources, notes, confidence and radius do not count: a second source
/// belongs in the row of the first.
bool same_report(const Fix& a, const Fix& b) {
    constexpr double same_place_m = 100;
    const auto same_or_missing = [](Activity x, Activity y) {
        return x == y || x == Activity::None || y == Activity::None;
    };
    if (a.from != b.from || a.to != b.to || a.during() != b.during() || a.kind() != b.kind()) return false;
    if (a.area() != b.area() || a.at_asset() != b.at_asset() || a.circle_given() != b.circle_given()) return false;
    if (a.count() != b.count() || a.strength() != b.strength()) return false;
    if (!same_or_missing(a.activity(), b.activity())) return false;
    if (a.position.has_value() != b.position.has_value()) return false;
    return !a.position || geo::distance_m(*a.position, *b.position) <= same_place_m;
}

/// Rule: a report that repeats an earlier row of the same asset is a `duplicate_report`.
void check_duplicates(const Scenario& scenario, AssetIndex asset_index, Findings& findings) {
    const auto fixes = scenario.fixes_of(asset_index);
    for (std::size_t i = 1; i < fixes.size(); ++i)
        for (std::size_t k = i; k-- > 0 && i - k <= OpenFixes::most && fixes[k].from == fixes[i].from;) {
            if (!same_report(fixes[k], fixes[i])) continue;
            findings.warning(code::duplicate_report, spot_of(scenario, fixes[i], "from"),
                             fmt::format("this report of '{}' repeats {}; keep one of them, with the sources of both",
                                         scenario.assets[asset_index].id,
                                         reference_with_place(scenario, fixes[k], fixes[i])));
            break;
        }
}

/// Rule: two wide fixes that hold throughout conflict when they overlap in time, their areas lie apart, and the asset
/// cannot have been in both. During a longer one it may make an excursion to the area of a shorter one if there is time
/// to go and come back. On a day that both share it may go from one area to the other; more than a day in both at once
/// is a conflict. Plans, and assets without a speed limit, never conflict.
bool are_conflicting_areas(const Asset& asset, const Fix& a, const Fix& b) {
    const auto is_considered = [](const Fix& fix) {
        return fix.is_wide() && fix.position && fix.at_asset() == no_index && fix.during() == During::Throughout &&
               fix.kind() != FixKind::Planned;
    };
    if (!asset.max_speed_kn || !is_considered(a) || !is_considered(b)) return false;
    const double shared_h = in_hours(std::min(a.measured_end(), b.measured_end()) - std::max(a.from, b.from));
    const double needed_h = nmi_between(a, b) / *asset.max_speed_kn, errors_h = a.time_error_h() + b.time_error_h();
    if (shared_h <= 0 || needed_h <= 0) return false;
    const auto holds = [](const Fix& outer, const Fix& inner) {
        return outer.from <= inner.from && outer.to >= inner.to;
    };
    if (holds(a, b)) return needed_h > hours_between_nested(a, b);
    if (holds(b, a)) return needed_h > hours_between_nested(b, a);
    constexpr double day_h = 24;
    return shared_h > day_h + errors_h || needed_h > shared_h + errors_h;
}

/// Rule: two fixes that contradict() each other are `two_places`. A precise fix that cannot interrupt a wide fix of the
/// same time is `reports_conflict`, and so are two wide fixes with are_conflicting_areas(). Of each, a fix gets one
/// finding, about the first earlier fix that it concerns.
void check_overlaps(const Scenario& scenario, AssetIndex asset_index, Findings& findings) {
    const Asset& asset = scenario.assets[asset_index];
    OpenFixes earlier;
    for (const Fix& fix : scenario.fixes_of(asset_index)) {
        const auto& others = earlier.at(fix.from);
        const auto elsewhere = std::ranges::find_if(others, [&](const Fix* other) { return contradict(*other, fix); });
        if (elsewhere != others.end())
            findings.warning(
                code::two_places, spot_of(scenario, fix, "from"),
                fmt::format("'{}' cannot be here and at the place of {} at the same time: they are {:.0f} km apart",
                            asset.id, line_reference(scenario, **elsewhere, fix),
                            geo::distance_m(*(*elsewhere)->position, *fix.position) / 1000));
        for (const Fix* other : others) {
            const bool other_is_wide = is_precise(fix);
            const Fix &wide = other_is_wide ? *other : fix, &precise = other_is_wide ? fix : *other;
            if (are_conflicting_areas(asset, *other, fix)) {
                findings.warning(
                    code::reports_conflict, spot_of(scenario, fix, "from"),
                    fmt::format("'{}' cannot be in this area and in that of {} within the dates of both: they are "
                                "{:.0f} km apart; mend the dates, or write during = sometime",
                                asset.id, reference_with_place(scenario, *other, fix),
                                nmi_between(*other, fix) * metres_per_nmi / 1000));
                break;
            }
            if (can_interrupt(asset, wide, precise)) continue;
            findings.warning(code::reports_conflict, spot_of(scenario, precise, "from"),
                             fmt::format("'{}' is too slow to come here from the area of {} and be back there in time",
                                         asset.id, line_reference(scenario, wide, precise)));
            break;
        }
        earlier.add(fix);
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
    check_reported_speeds(scenario, findings);
    for (AssetIndex asset = 0; asset < scenario.assets.size(); ++asset) {
        check_speed(scenario, asset, findings);
        check_overlaps(scenario, asset, findings);
        check_duplicates(scenario, asset, findings);
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
