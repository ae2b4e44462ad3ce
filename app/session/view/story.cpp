#include "app/session/view/story.hpp"

#include "assets/timeline/between/legs.hpp"
#include "geo/earth/geodesic.hpp"

#include <array>
#include <chrono>
#include <cmath>

#include <fmt/format.h>

namespace app {

namespace {

namespace chr = std::chrono;

constexpr std::size_t most_marks = 400;
constexpr double step_m = 50e3;

chr::year_month_day day_of(const assets::Fix& fix) {
    return chr::year_month_day{chr::floor<chr::days>(fix.from + chr::seconds{std::llround(fix.utc_offset_h() * 3600)})};
}

std::string words_of(const assets::Fix& fix, bool with_year) {
    constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto day = day_of(fix);
    std::string words =
        fmt::format("{} {}", static_cast<unsigned>(day.day()), months.at(static_cast<unsigned>(day.month()) - 1));
    if (with_year) words += fmt::format(" {}", static_cast<int>(day.year()));
    if (fix.precision() != assets::Precision::Time) return words;
    const auto local = fix.from + chr::seconds{std::llround(fix.utc_offset_h() * 3600)};
    const chr::hh_mm_ss clock{local - chr::floor<chr::days>(local)};
    return words + fmt::format(" {:02}:{:02}", clock.hours().count(), clock.minutes().count());
}

} // namespace

AssetStory asset_story(const assets::Scenario& scenario, assets::AssetIndex asset) {
    AssetStory story;
    const auto fixes = scenario.fixes_of(asset);
    if (fixes.empty()) return story;
    const bool with_year = day_of(fixes.front()).year() != day_of(fixes.back()).year();
    const bool too_many = fixes.size() > most_marks;
    for (std::size_t i = 0; i < fixes.size(); ++i) {
        const auto& fix = fixes[i];
        if (!fix.position || (too_many && i != 0 && i + 1 != fixes.size())) continue;
        story.marks.push_back({*fix.position, words_of(fix, with_year), !fix.is_wide(), fix.from});
    }
    if (too_many) return story;
    for (const auto& leg : assets::legs_of(scenario, asset))
        story.legs.push_back(leg.polyline(step_m));
    return story;
}

} // namespace app
