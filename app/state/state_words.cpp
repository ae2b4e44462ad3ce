#include "app/state/state_words.hpp"

#include <cmath>
#include <optional>

#include <fmt/format.h>

namespace app {

using assets::Fix;
using assets::Flag;
using assets::How;
using assets::Scenario;
using assets::State;

namespace {

std::string area_words(const Scenario& s, const std::optional<assets::AreaRef>& area) {
    if (!area) return "";
    if (area->of == assets::AreaRef::Of::Sea) {
        const geo::Sea* sea = s.atlas ? s.atlas->seas.by_id(area->id) : nullptr;
        return sea ? sea->article_name : area->id;
    }
    const assets::Zone* zone = s.zone(area->id);
    return zone ? zone->name : area->id;
}

std::string coordinates(geo::LonLat p) {
    return fmt::format("{:.2f} {}, {:.2f} {}", std::abs(p.lat()), p.lat() < 0 ? "S" : "N", std::abs(p.lon()),
                       p.lon() < 0 ? "W" : "E");
}

/// A report's place by itself: "Incheon", "in the South China Sea", "37.45 N, 126.60 E".
std::string place_of(const Scenario& s, const Fix& f) {
    if (const std::string area = area_words(s, f.area()); !area.empty()) return fmt::format("in {}", area);
    if (!f.place().empty()) return f.place();
    if (f.at_asset() < s.assets.size()) return fmt::format("aboard {}", s.assets[f.at_asset()].name);
    return f.position ? coordinates(*f.position) : "";
}

std::string age_words(double hours) {
    const bool in_days = hours >= 48;
    const auto number = static_cast<long>(std::floor(in_days ? hours / 24 : hours));
    return fmt::format("{} {}{}", number, in_days ? "day" : "hour", number == 1 ? "" : "s");
}

std::string day_of(assets::Instant t, const Fix& f) {
    return assets::to_long_date(t, f.utc_offset_h());
}

/// A radius never promises more than it holds: two figures, rounded up.
std::string within(double radius_km) {
    if (radius_km < 1) return "within 1 km";
    const double step = std::pow(10.0, std::max(0.0, std::floor(std::log10(radius_km)) - 1));
    return fmt::format("within {:.0f} km", std::ceil(radius_km / step - 1e-9) * step);
}

std::string not_known(const Scenario& s, const State& state) {
    std::string text = "not known";
    if (const Fix* last = state.last)
        text += fmt::format("; {} {}, {}", last->activity() == assets::Activity::Departure ? "sailed" : "last reported",
                            day_of(last->to, *last), place_of(s, *last));
    if (const Fix* next = state.next)
        text += fmt::format("; next reported {}, {}", day_of(next->from, *next), place_of(s, *next));
    return text;
}

std::string how_words(const State& state) {
    const std::string circle = state.radius_km ? within(*state.radius_km) : "";
    switch (state.how) {
    case How::Reported: {
        std::string kind = "reported";
        if (state.flags.has(Flag::Planned)) kind = "planned";
        if (state.flags.has(Flag::Estimated)) kind = "estimated";
        if (state.flags.has(Flag::Sometime) && state.fix)
            return fmt::format("{} some time {} to {}, {}", kind, day_of(state.fix->from, *state.fix),
                               day_of(state.fix->to, *state.fix), circle);
        return fmt::format("{}, {}", kind, circle);
    }
    case How::Interpolated:
        return fmt::format("worked out, {}", circle);
    case How::Held:
    case How::Stale:
        if (!state.fix) return std::string{assets::to_string(state.how)};
        if (state.flags.has(Flag::MayNotHaveArrived) && state.age_h == 0.0) return "may not have arrived";
        if (state.flags.has(Flag::MayHaveLeft) && state.age_h == 0.0) return "may have left";
        return fmt::format("last reported {}, {} earlier", day_of(state.fix->to, *state.fix),
                           age_words(state.age_h.value_or(0)));
    case How::Lost:
    case How::Absent:
        return "";
    }
    return "";
}

std::string own_words(const Scenario& s, const State& state) {
    if (state.how == How::Absent) return "not deployed";
    if (state.how == How::Lost) return not_known(s, state);
    std::string place;
    if (state.how == How::Interpolated && state.leg)
        place = fmt::format("between {} and {}", place_of(s, *state.leg->from_fix), place_of(s, *state.leg->to_fix));
    else if (state.fix)
        place = place_of(s, *state.fix);
    else if (state.where)
        place = coordinates(*state.where);
    return fmt::format("{} ({})", place, how_words(state));
}

} // namespace

std::string place_words(const Scenario& s, const State& state) {
    return state.place().empty() ? area_words(s, state.area()) : state.place();
}

std::string where_and_how(const Scenario& s, const State& state) {
    if (state.carrier >= s.assets.size()) return own_words(s, state);
    return fmt::format("aboard {}: {}", s.assets[state.carrier].name, own_words(s, state));
}

} // namespace app
