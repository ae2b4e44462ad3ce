#include "render/map/furniture/time_axis.hpp"

#include "render/map/words/words.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>

#include <fmt/format.h>

namespace render {
namespace {

namespace chr = std::chrono;

/// The distance of ticks. Hours and days count from the beginning of a day, weeks from the first of a month.
struct Step {
    enum class Unit { Hour, Day, Month, Year } unit;
    int count;
    double about_h;   ///< its length in hours
    double label_ems; ///< the width of its labels
};

constexpr double day_h = 24, month_h = 30.4 * day_h, year_h = 365.25 * day_h;
constexpr std::array steps{Step{Step::Unit::Hour, 1, 1, 3.2},
                           Step{Step::Unit::Hour, 3, 3, 3.2},
                           Step{Step::Unit::Hour, 6, 6, 3.2},
                           Step{Step::Unit::Day, 1, day_h, 3.8},
                           Step{Step::Unit::Day, 7, 7 * day_h, 3.8},
                           Step{Step::Unit::Month, 1, month_h, 3.0},
                           Step{Step::Unit::Month, 3, 3 * month_h, 3.0},
                           Step{Step::Unit::Year, 1, year_h, 2.6},
                           Step{Step::Unit::Year, 5, 5 * year_h, 2.6},
                           Step{Step::Unit::Year, 20, 20 * year_h, 2.6}};

chr::seconds offset_of(double utc_offset_h) {
    return chr::seconds{std::llround(utc_offset_h * 3600)};
}

using Local = chr::time_point<chr::local_t, chr::milliseconds>;

Local local_of(assets::Instant t, double utc_offset_h) {
    return Local{t.time_since_epoch() + offset_of(utc_offset_h)};
}

/// The last tick that is not after `at`.
Local tick_before(Local at, const Step& step) {
    const auto day = chr::floor<chr::days>(at);
    const chr::year_month_day date{day};
    switch (step.unit) {
    case Step::Unit::Hour: {
        const auto hours = chr::floor<chr::hours>(at - day).count();
        return day + chr::hours{hours - hours % step.count};
    }
    case Step::Unit::Day: {
        constexpr unsigned last_week = 29; // a tick at the 29th would stand beside that of the first
        const unsigned passed = static_cast<unsigned>(date.day()) - 1;
        unsigned first = passed - passed % static_cast<unsigned>(step.count) + 1;
        if (step.count > 1 && first == last_week) first -= static_cast<unsigned>(step.count);
        return chr::local_days{date.year() / date.month() / chr::day{first}};
    }
    case Step::Unit::Month: {
        const unsigned passed = static_cast<unsigned>(date.month()) - 1;
        const chr::month month{passed - passed % static_cast<unsigned>(step.count) + 1};
        return chr::local_days{date.year() / month / 1};
    }
    case Step::Unit::Year:
        break;
    }
    const int year = static_cast<int>(date.year());
    const int passed = ((year % step.count) + step.count) % step.count;
    return chr::local_days{chr::year{year - passed} / chr::January / 1};
}

Local tick_after(Local tick, const Step& step) {
    // Steps over more than the longest step, which then is shortened to the tick before.
    constexpr std::array reach{1.1, 1.5, 2.1};
    for (const double steps_ahead : reach) {
        const auto ahead = tick + chr::minutes{std::llround(60 * step.about_h * steps_ahead)};
        if (const Local next = tick_before(ahead, step); next > tick) return next;
    }
    return tick + chr::hours{std::llround(step.about_h)};
}

std::string label_of(const Words& words, double utc_offset_h, assets::Instant t, Local at, const Step& step,
                     bool names_year) {
    const chr::year_month_day date{chr::floor<chr::days>(at)};
    switch (step.unit) {
    case Step::Unit::Hour:
        return at == Local{chr::floor<chr::days>(at)} ? words.short_day_month(t, utc_offset_h)
                                                      : words.clock(t, utc_offset_h);
    case Step::Unit::Day:
        return words.short_day_month(t, utc_offset_h);
    case Step::Unit::Month: {
        const std::string month = words(fmt::format("month_short.{}", static_cast<unsigned>(date.month())));
        const std::string year = fmt::format("{}", static_cast<int>(date.year()));
        return names_year ? words("date.month_year", {{"month", month}, {"year", year}}) : month;
    }
    case Step::Unit::Year:
        break;
    }
    return fmt::format("{}", static_cast<int>(date.year()));
}

} // namespace

double TimeAxis::x_of(assets::Instant t) const noexcept {
    const auto seconds = [](auto span) {
        return chr::duration<double>(span).count();
    };
    const double share = seconds(t - m_period.from) / seconds(m_period.to - m_period.from);
    return m_left + std::clamp(share, 0.0, 1.0) * (m_right - m_left);
}

std::vector<TimeAxis::Tick> TimeAxis::ticks(const Words& words, double utc_offset_h, double em_mm) const {
    const double hours = chr::duration<double, std::ratio<3600>>(m_period.to - m_period.from).count();
    const double mm_per_hour = (m_right - m_left) / hours;
    const auto fits = [&](const Step& step) {
        return step.about_h * mm_per_hour >= (step.label_ems + 0.6) * em_mm;
    };
    const auto found = std::find_if(steps.begin(), steps.end(), fits);
    const Step& step = found == steps.end() ? steps.back() : *found;
    const Local first = local_of(m_period.from, utc_offset_h), last = local_of(m_period.to, utc_offset_h);
    const auto year_of = [](Local t) {
        return chr::year_month_day{chr::floor<chr::days>(t)}.year();
    };
    const bool spans_years = year_of(first) != year_of(last - chr::milliseconds{1});
    std::vector<Tick> ticks;
    chr::year named{};
    for (Local at = tick_before(first, step); at < last; at = tick_after(at, step)) {
        const Local shown = std::max(at, first);
        const assets::Instant t{shown.time_since_epoch() - offset_of(utc_offset_h)};
        // A day or an hour that began before the period is not its beginning.
        const bool is_cut = at < first && step.unit != Step::Unit::Month && step.unit != Step::Unit::Year;
        const bool names_year = spans_years && (ticks.empty() || year_of(at) != named);
        named = year_of(at);
        if (!is_cut) ticks.push_back({t, label_of(words, utc_offset_h, t, at, step, names_year), m_right});
    }
    for (std::size_t i = 0; i + 1 < ticks.size(); ++i)
        ticks[i].room_to = x_of(ticks[i + 1].at);
    return ticks;
}

} // namespace render
