#include "app/session/playhead/noon.hpp"

#include <algorithm>
#include <cmath>

namespace app {

namespace {

namespace chr = std::chrono;
using assets::Instant;

chr::seconds offset_of(double utc_offset_h) {
    return chr::seconds{std::llround(utc_offset_h * 3600)};
}

/// The first instant of the local day, which is not a midnight in UTC.
Instant day_of(Instant t, chr::seconds offset) {
    return Instant{chr::floor<chr::days>(t + offset)} - offset;
}

/// Events keep no precision: those given by days begin at midnight and end with the last millisecond of a day.
bool is_given_by_days(const assets::Event& event) {
    const auto offset = offset_of(event.utc_offset_h);
    const Instant end = event.to + assets::tick;
    return event.from == day_of(event.from, offset) && event.to > event.from && end == day_of(end, offset);
}

} // namespace

Instant local_noon(Instant t, double utc_offset_h, double scenario_offset_h) {
    const auto offset = offset_of(utc_offset_h), shown = offset_of(scenario_offset_h);
    const Instant begin = day_of(t, offset), noon = begin + chr::hours{12};
    // The day of the same date in the scenario's time.
    const Instant same_date = begin + offset - shown;
    const Instant first = std::max(begin, same_date), end = std::min(begin, same_date) + chr::hours{24};
    if (first >= end || (first <= noon && noon < end)) return noon;
    return first + (end - first) / 2;
}

Instant instant_to_show(const assets::Event& event, double scenario_offset_h) {
    return is_given_by_days(event) ? local_noon(event.from, event.utc_offset_h, scenario_offset_h) : event.from;
}

Instant instant_to_show(const assets::Fix& fix, double scenario_offset_h) {
    if (fix.precision() == assets::Precision::Time) return fix.from;
    return local_noon(fix.from, fix.utc_offset_h(), scenario_offset_h);
}

Instant end_to_show(const assets::Fix& fix, double scenario_offset_h) {
    if (fix.precision() == assets::Precision::Time || fix.to >= assets::far_future) return fix.measured_end();
    const Instant noon = local_noon(fix.to, fix.utc_offset_h(), scenario_offset_h);
    return std::clamp(noon, fix.from, std::max(fix.from, fix.measured_end()));
}

} // namespace app
