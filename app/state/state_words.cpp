#include "app/state/state_words.hpp"

#include "render/map/words/plans.hpp"
#include "render/map/words/wording.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace app {

using assets::Fix;
using assets::Flag;
using assets::How;
using assets::Scenario;
using assets::State;
using render::Words;

namespace {

std::string day_of(const Words& words, assets::Instant t, const Fix& f) {
    return words.day_month_year(t, f.utc_offset_h());
}

/// The place of a fix: "Incheon", "in the South China Sea", "37.45 N, 126.60 E".
std::string place_of(const Words& words, const Scenario& s, const Fix& f) {
    const std::string area = f.area() ? render::area_name(words, s, *f.area(), assets::Article::With) : "";
    if (!area.empty()) return words("state.in_area", {{"area", area}});
    if (!f.place().empty()) return words.names().of_place(s, f.place(), f.position);
    if (f.at_asset() < s.assets.size())
        return words("state.aboard", {{"name", full_name(words, s.assets[f.at_asset()])}});
    return f.position ? coordinate_words(words, *f.position, 2) : "";
}

/// The radius in two significant figures, rounded up so that the words never claim too small a circle.
std::string within(const Words& words, double radius_km) {
    const double step = std::pow(10.0, std::max(0.0, std::floor(std::log10(radius_km)) - 1));
    const double km = radius_km < 1 ? 1 : std::ceil(radius_km / step - 1e-9) * step;
    return words("state.within", {{"km", fmt::format("{:.0f}", km)}});
}

std::string not_known(const Words& words, const Scenario& s, const State& state) {
    std::string text = words("state.not_known");
    if (const Fix* last = state.last)
        text += words(last->activity() == assets::Activity::Departure ? "state.then_sailed" : "state.then_last",
                      {{"date", day_of(words, last->to, *last)}, {"place", place_of(words, s, *last)}});
    if (const Fix* next = state.next)
        text += words("state.then_next",
                      {{"date", day_of(words, next->from, *next)}, {"place", place_of(words, s, *next)}});
    return text;
}

/// The age of the fix in days of the calendar, as a reader counts: from the 12th to the 20th are 8 days. On the same
/// day in hours.
std::string age_by_calendar(const Words& words, const Fix& fix, double age_h) {
    const std::chrono::seconds offset{std::llround(fix.utc_offset_h() * 3600)};
    const assets::Instant at = fix.to + std::chrono::seconds{std::llround(age_h * 3600)};
    const auto days =
        (std::chrono::floor<std::chrono::days>(at + offset) - std::chrono::floor<std::chrono::days>(fix.to + offset))
            .count();
    if (days <= 0) return age_words(words, age_h);
    return words(days == 1 ? "state.day" : "state.days", {{"count", fmt::format("{}", days)}});
}

/// The text without a final ", ", which is left when a position has no circle to describe.
std::string without_tail(std::string text) {
    if (text.ends_with(", ")) text.resize(text.size() - 2);
    return text;
}

std::string how_words(const Words& words, const Scenario& s, const State& state) {
    // The circle around a named sea or zone says less than its name.
    const bool is_named_area = state.area() && !state.circle_cut_to_area();
    const std::string circle = state.radius_km && !is_named_area ? within(words, *state.radius_km) : "";
    switch (state.how) {
    case How::Reported: {
        const auto kind = words(state.flags.has(Flag::Estimated) ? "state.estimated"
                                : render::is_proposed(s, state)  ? "state.proposed"
                                : state.flags.has(Flag::Planned) ? "state.planned"
                                                                 : "state.reported");
        if (state.flags.has(Flag::Sometime) && state.fix)
            return without_tail(words("state.sometime", {{"kind", kind},
                                                         {"from", day_of(words, state.fix->from, *state.fix)},
                                                         {"to", day_of(words, state.fix->to, *state.fix)},
                                                         {"within", circle}}));
        return without_tail(words("state.known", {{"kind", kind}, {"within", circle}}));
    }
    case How::Interpolated:
        return words("state.interpolated", {{"within", circle}});
    case How::Held:
    case How::Stale:
        if (!state.fix) return std::string{assets::to_string(state.how)};
        if (state.flags.has(Flag::MayNotHaveArrived) && state.age_h == 0.0) return words("state.may_not_have_arrived");
        if (state.flags.has(Flag::MayHaveLeft) && state.age_h == 0.0) return words("state.may_have_left");
        return words("state.last", {{"date", day_of(words, state.fix->to, *state.fix)},
                                    {"age", age_by_calendar(words, *state.fix, state.age_h.value_or(0))}});
    case How::Lost:
    case How::Absent:
        return "";
    }
    return "";
}

std::string own_words(const Words& words, const Scenario& s, const State& state) {
    if (state.how == How::Absent) {
        const bool is_unknown = s.fixes_of(state.asset).empty() && s.deployments_of(state.asset).empty();
        return words(is_unknown ? "state.no_report" : "state.not_deployed");
    }
    if (state.how == How::Lost) return not_known(words, s, state);
    std::string place;
    if (state.how == How::Interpolated && state.leg)
        place = words("state.between", {{"from", place_of(words, s, *state.leg->from_fix)},
                                        {"to", place_of(words, s, *state.leg->to_fix)}});
    else if (state.fix)
        place = place_of(words, s, *state.fix);
    else if (state.where)
        place = coordinate_words(words, *state.where, 2);
    return words("state.place_and_how", {{"place", place}, {"how", how_words(words, s, state)}});
}

} // namespace

std::string coordinate_words(const Words& words, geo::LonLat p, int decimals) {
    const auto degrees = [&](double value) {
        return fmt::format("{:.{}f}", std::abs(value), decimals);
    };
    return words("state.coordinates",
                 {{"lat", words(p.lat() < 0 ? "state.south" : "state.north", {{"degrees", degrees(p.lat())}})},
                  {"lon", words(p.lon() < 0 ? "state.west" : "state.east", {{"degrees", degrees(p.lon())}})}});
}

std::string age_words(const Words& words, double hours) {
    const bool in_days = hours >= 48;
    const auto number = static_cast<long>(std::floor(in_days ? hours / 24 : hours));
    const char* key = in_days ? (number == 1 ? "state.day" : "state.days") : number == 1 ? "state.hour" : "state.hours";
    return words(key, {{"count", fmt::format("{}", number)}});
}

std::string full_name(const Words& words, const assets::Asset& asset) {
    return words.names().of(asset.name, asset.names).in_line();
}

std::string place_words(const Words& words, const Scenario& s, const State& state) {
    if (!state.place().empty()) return words.names().of_place(s, state.place(), state.where);
    return state.area() ? render::area_name(words, s, *state.area(), assets::Article::With) : "";
}

std::string describe_state(const Words& words, const Scenario& s, const State& state) {
    if (state.carrier >= s.assets.size()) return own_words(words, s, state);
    return words("state.aboard_and",
                 {{"name", full_name(words, s.assets[state.carrier])}, {"state", own_words(words, s, state)}});
}

} // namespace app
