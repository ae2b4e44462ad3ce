// The time axis: the positions of instants, the ticks, and instants as text.
#include "app/session/models/timeline/timeline_rows.hpp"
#include "app/session/models/timeline_model.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

namespace app {

namespace {

namespace chr = std::chrono;

constexpr double shortest_s = 600, margin_share = 0.05;
constexpr std::array<const char*, 12> month_names{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                  "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::array<const char*, 7> day_names{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};

double seconds_of(assets::Instant t) noexcept {
    return assets::in_seconds(t.time_since_epoch());
}

/// Some 28,500 years from 1970 at most: without a mouse, Dear ImGui gives the position -FLT_MAX.
assets::Instant instant_of(double since_1970_s) noexcept {
    constexpr double farthest_s = 9e11;
    return assets::Instant{chr::seconds{std::llround(std::clamp(since_1970_s, -farthest_s, farthest_s))}};
}

chr::seconds offset_of(double utc_offset_h) noexcept {
    return chr::seconds{std::llround(utc_offset_h * 3600)};
}

/// A step between ticks. Only steps that divide a year, a month, a day or an hour evenly, or nearly so, are used.
struct Step {
    enum class Unit { Year, Month, Day, Hour, Minute } unit;
    int count;
    double about_s;
};
constexpr double minute_s = 60, hour_s = 3600, day_s = 86400, month_s = 30.4 * day_s, year_s = 365.25 * day_s;
constexpr std::array steps{
    Step{Step::Unit::Minute, 1, minute_s},
    Step{Step::Unit::Minute, 5, 5 * minute_s},
    Step{Step::Unit::Minute, 15, 15 * minute_s},
    Step{Step::Unit::Minute, 30, 30 * minute_s},
    Step{Step::Unit::Hour, 1, hour_s},
    Step{Step::Unit::Hour, 3, 3 * hour_s},
    Step{Step::Unit::Hour, 6, 6 * hour_s},
    Step{Step::Unit::Hour, 12, 12 * hour_s},
    Step{Step::Unit::Day, 1, day_s},
    Step{Step::Unit::Day, 5, 5 * day_s},
    Step{Step::Unit::Day, 10, 9 * day_s},
    Step{Step::Unit::Month, 1, 28 * day_s},
    Step{Step::Unit::Month, 3, 3 * month_s},
    Step{Step::Unit::Month, 6, 6 * month_s},
    Step{Step::Unit::Year, 1, year_s},
    Step{Step::Unit::Year, 2, 2 * year_s},
    Step{Step::Unit::Year, 5, 5 * year_s},
    Step{Step::Unit::Year, 10, 10 * year_s},
    Step{Step::Unit::Year, 50, 50 * year_s},
};

using Local = chr::local_seconds;

/// The last tick at or before a local time.
Local tick_before(Local t, const Step& step) {
    const auto day = chr::floor<chr::days>(t);
    const chr::year_month_day date{day};
    const auto first_of = [](chr::year year, chr::month month, unsigned d) {
        return Local{chr::local_days{year / month / chr::day{d}}};
    };
    switch (step.unit) {
    case Step::Unit::Minute: {
        const auto minutes = chr::floor<chr::minutes>(t - day).count();
        return day + chr::minutes{minutes - minutes % step.count};
    }
    case Step::Unit::Hour: {
        const auto hours = chr::floor<chr::hours>(t - day).count();
        return day + chr::hours{hours - hours % step.count};
    }
    case Step::Unit::Day: {
        const auto count = static_cast<unsigned>(step.count);
        const auto past = static_cast<unsigned>(date.day()) - 1;
        // Ticks are at 1, 11, 21 or at 1, 6 ... 26: labels of the 31st and the 1st would overlap.
        const unsigned most = count == 1 ? 30 : 30 / count * count - count;
        return first_of(date.year(), date.month(), std::min(past - past % count, most) + 1);
    }
    case Step::Unit::Month: {
        const auto past = static_cast<unsigned>(date.month()) - 1, count = static_cast<unsigned>(step.count);
        return first_of(date.year(), chr::month{past - past % count + 1}, 1);
    }
    case Step::Unit::Year: {
        const int year = static_cast<int>(date.year());
        const int into = ((year % step.count) + step.count) % step.count;
        return first_of(chr::year{year - into}, chr::January, 1);
    }
    }
    return t;
}

Local tick_after(Local at, const Step& step) {
    // Goes a little more than a step ahead, then back to the tick before. Day steps at the end of a month are shorter.
    const auto ahead = [&](double steps_ahead) {
        return tick_before(at + chr::seconds{std::llround(step.about_s * steps_ahead)}, step);
    };
    for (const double more : {1.0, 1.2, 1.6, 2.2})
        if (const Local next = ahead(more); next > at) return next;
    return at + chr::hours{24 * 366};
}

bool is_major(Local at, const Step& step) {
    const auto day = chr::floor<chr::days>(at);
    const chr::year_month_day date{day};
    switch (step.unit) {
    case Step::Unit::Minute:
        return (at - day) % chr::hours{1} == chr::seconds{0};
    case Step::Unit::Hour:
        return at == Local{day};
    case Step::Unit::Day:
        return date.day() == chr::day{1};
    case Step::Unit::Month:
        return date.month() == chr::January;
    case Step::Unit::Year:
        return true;
    }
    return true;
}

std::string label_of(Local at, const Step& step, bool major) {
    const auto day = chr::floor<chr::days>(at);
    const chr::year_month_day date{day};
    const char* month = month_names[static_cast<unsigned>(date.month()) - 1];
    const unsigned number = static_cast<unsigned>(date.day());
    switch (step.unit) {
    case Step::Unit::Minute: {
        const chr::hh_mm_ss time{at - day};
        return fmt::format("{:02}:{:02}", time.hours().count(), time.minutes().count());
    }
    case Step::Unit::Hour:
        return major ? fmt::format("{} {}", number, month)
                     : fmt::format("{:02}:00", chr::floor<chr::hours>(at - day).count());
    case Step::Unit::Day:
        return major ? fmt::format("{} {}", month, static_cast<int>(date.year())) : fmt::format("{}", number);
    case Step::Unit::Month:
        return major ? fmt::format("{}", static_cast<int>(date.year())) : std::string{month};
    case Step::Unit::Year:
        return fmt::format("{}", static_cast<int>(date.year()));
    }
    return {};
}

const Step* step_of(const TimeAxis& axis, double label_px) {
    const double wanted_s = std::max(label_px, 1.0) * axis.seconds_per_px();
    const Step* step = std::find_if(steps.begin(), steps.end(), [&](const Step& s) { return s.about_s >= wanted_s; });
    return step == steps.end() ? &steps.back() : step;
}

Local local_of(assets::Instant t, double utc_offset_h) {
    return Local{chr::floor<chr::seconds>(t.time_since_epoch()) + offset_of(utc_offset_h)};
}

} // namespace

TimeAxis::TimeAxis(assets::Instant from, assets::Instant to, double x, double width)
    : m_from_s{seconds_of(from)},
      m_length_s{std::max(seconds_of(to) - seconds_of(from), shortest_s)},
      m_x{x},
      m_width{std::max(width, 1.0)} {}

double TimeAxis::x_of(assets::Instant t) const noexcept {
    return m_x + (seconds_of(t) - m_from_s) / m_length_s * m_width;
}

assets::Instant TimeAxis::at(double x) const noexcept {
    return instant_of(m_from_s + (x - m_x) / m_width * m_length_s);
}

assets::Instant TimeAxis::from() const noexcept {
    return instant_of(m_from_s);
}

assets::Instant TimeAxis::to() const noexcept {
    return instant_of(m_from_s + m_length_s);
}

TimeAxis TimeAxis::within(const TimelineModel& limits) const noexcept {
    // A margin at both ends, so that the user can see and grab things there.
    const double first = seconds_of(limits.start), last = seconds_of(limits.end);
    const double margin = std::max((last - first) * margin_share / 2, shortest_s / 2);
    const double room = last - first + 2 * margin;
    TimeAxis axis = *this;
    axis.m_length_s = std::clamp(m_length_s, std::min(shortest_s, room), room);
    axis.m_from_s = std::clamp(m_from_s, first - margin, last + margin - axis.m_length_s);
    return axis;
}

TimeAxis TimeAxis::zoomed(double x, double factor, const TimelineModel& limits) const noexcept {
    if (!(factor > 0) || !std::isfinite(factor)) return *this;
    TimeAxis axis = *this;
    const double share = (x - m_x) / m_width;
    const double most = seconds_of(limits.end) - seconds_of(limits.start);
    axis.m_length_s = std::clamp(m_length_s / factor, shortest_s, std::max(most * (1 + margin_share), shortest_s));
    axis.m_from_s = m_from_s + share * (m_length_s - axis.m_length_s);
    return axis.within(limits);
}

TimeAxis TimeAxis::panned(double pixels, const TimelineModel& limits) const noexcept {
    TimeAxis axis = *this;
    axis.m_from_s += pixels * seconds_per_px();
    return axis.within(limits);
}

TimeAxis TimeAxis::showing(assets::Instant t, const TimelineModel& limits) const noexcept {
    const double at = seconds_of(t), margin = m_length_s * margin_share;
    TimeAxis axis = *this;
    if (at < m_from_s + margin)
        axis.m_from_s = at - margin;
    else if (at > m_from_s + m_length_s - margin)
        axis.m_from_s = at + margin - m_length_s;
    else
        return axis;
    return axis.within(limits);
}

TimeAxis TimeAxis::resized(double x, double width) const noexcept {
    TimeAxis axis = *this;
    axis.m_x = x;
    axis.m_width = std::max(width, 1.0);
    return axis;
}

std::vector<AxisTick> axis_ticks(const TimeAxis& axis, double utc_offset_h, double label_px) {
    const Step* step = step_of(axis, label_px);
    std::vector<AxisTick> ticks;
    const Local last = local_of(axis.to(), utc_offset_h);
    for (Local at = tick_before(local_of(axis.from(), utc_offset_h), *step); at <= last; at = tick_after(at, *step)) {
        const assets::Instant t{at.time_since_epoch() - offset_of(utc_offset_h)};
        if (t < axis.from()) continue;
        const bool major = is_major(at, *step);
        ticks.push_back({t, axis.x_of(t), label_of(at, *step, major), major});
    }
    return ticks;
}

std::string axis_context(const TimeAxis& axis, double utc_offset_h, double label_px) {
    const chr::year_month_day date{chr::floor<chr::days>(local_of(axis.from(), utc_offset_h))};
    const int year = static_cast<int>(date.year());
    switch (step_of(axis, label_px)->unit) {
    case Step::Unit::Minute:
    case Step::Unit::Hour:
        return assets::to_long_date(axis.from(), utc_offset_h);
    case Step::Unit::Day: {
        const std::string day = assets::to_long_date(axis.from(), utc_offset_h); // "14 March 2024"
        return day.substr(day.find(' ') + 1);
    }
    case Step::Unit::Month:
        return fmt::format("{}", year);
    case Step::Unit::Year:
        break;
    }
    return {};
}

std::string zone_words(double utc_offset_h) {
    const auto minutes = std::lround(utc_offset_h * 60);
    if (minutes == 0) return "UTC";
    const auto size = std::labs(minutes);
    const char sign = minutes < 0 ? '-' : '+';
    if (size % 60 == 0) return fmt::format("UTC{}{}", sign, size / 60);
    return fmt::format("UTC{}{}:{:02}", sign, size / 60, size % 60);
}

std::string speed_unit(double units_a_second, bool in_minutes) {
    const bool one = fmt::format("{:.3g}", units_a_second) == "1"; // as the field prints it
    return fmt::format("{}{} a second", in_minutes ? "minute" : "day", one ? "" : "s");
}

std::string instant_words(assets::Instant t, double utc_offset_h, bool with_seconds) {
    const Local local = local_of(t, utc_offset_h);
    const auto day = chr::floor<chr::days>(local);
    const chr::year_month_day date{day};
    const chr::hh_mm_ss time{local - day};
    return fmt::format("{} {} {} {}, {:02}:{:02}{} {}", day_names[chr::weekday{day}.c_encoding()],
                       static_cast<unsigned>(date.day()), month_names[static_cast<unsigned>(date.month()) - 1],
                       static_cast<int>(date.year()), time.hours().count(), time.minutes().count(),
                       with_seconds ? fmt::format(":{:02}", chr::floor<chr::seconds>(time.to_duration()).count() % 60)
                                    : "",
                       zone_words(utc_offset_h));
}

} // namespace app
