#include "assets/schema/values.hpp"

#include <cmath>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace assets {
namespace {

std::chrono::seconds offset(double utc_offset_h) {
    return std::chrono::seconds{std::llround(utc_offset_h * 3600)};
}

bool one_local_day(const Interval& interval, double utc_offset_h) {
    return std::chrono::floor<std::chrono::days>(interval.from + offset(utc_offset_h)) ==
           std::chrono::floor<std::chrono::days>(interval.to + offset(utc_offset_h));
}

} // namespace

std::string number_text(double value) {
    return fmt::format("{}", value);
}

std::string number_unless(double default_value, double value) {
    return value == default_value ? std::string{} : number_text(value);
}

std::string joined(const std::vector<std::string>& parts) {
    return fmt::format("{}", fmt::join(parts, ";"));
}

bool begins_day(Instant t, double utc_offset_h) {
    const Instant local = t + offset(utc_offset_h);
    return local == std::chrono::floor<std::chrono::days>(local);
}

std::string local_date(Instant t, double utc_offset_h, Precision precision) {
    const std::size_t length = precision == Precision::Year ? 4 : precision == Precision::Month ? 7 : 10;
    return to_iso(t + offset(utc_offset_h)).substr(0, length);
}

std::string beginning(Instant t, double utc_offset_h) {
    return begins_day(t, utc_offset_h) ? local_date(t, utc_offset_h) : to_iso(t);
}

std::string ending(Instant t, double utc_offset_h) {
    return begins_day(t + tick, utc_offset_h) ? local_date(t, utc_offset_h) : to_iso(t);
}

During default_during(const Interval& interval, Activity activity, double utc_offset_h) {
    if (interval.from == interval.to) return During::Throughout; // an instant
    if (activity == Activity::Departure || activity == Activity::Arrival) return During::Sometime;
    if (interval.open_end || (interval.to_given && !one_local_day(interval, utc_offset_h))) return During::Throughout;
    return During::Sometime;
}

} // namespace assets
