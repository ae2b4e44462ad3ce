#include "app/gui/panels/timeline/time_words.hpp"

#include <cmath>

#include <fmt/format.h>

namespace app {

std::string instant_as_typed(assets::Instant t, double utc_offset_h) {
    const auto shifted = t + std::chrono::seconds{std::lround(utc_offset_h * 3600)};
    const auto midnight = std::chrono::floor<std::chrono::days>(shifted);
    const std::chrono::year_month_day day{midnight};
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(shifted - midnight).count();
    return fmt::format("{:04}-{:02}-{:02} {:02}:{:02}", static_cast<int>(day.year()),
                       static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()), minutes / 60,
                       minutes % 60);
}

std::string clock_words(assets::Instant t, double utc_offset_h) {
    const auto shifted = t + std::chrono::seconds{std::lround(utc_offset_h * 3600)};
    const std::chrono::hh_mm_ss time{shifted - std::chrono::floor<std::chrono::days>(shifted)};
    const auto seconds = time.seconds().count();
    return fmt::format("{:02}:{:02}", time.hours().count(), time.minutes().count()) +
           (seconds == 0 ? "" : fmt::format(":{:02}", seconds));
}

std::string clock_with_seconds(assets::Instant t, double utc_offset_h) {
    const auto shifted = t + std::chrono::seconds{std::lround(utc_offset_h * 3600)};
    const std::chrono::hh_mm_ss time{shifted - std::chrono::floor<std::chrono::days>(shifted)};
    return fmt::format("{:02}:{:02}:{:02}", time.hours().count(), time.minutes().count(), time.seconds().count());
}

} // namespace app
