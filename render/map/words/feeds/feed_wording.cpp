#include "render/map/words/feeds/feed_wording.hpp"

#include "render/map/words/words.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

namespace render {
namespace {

using assets::Fix;
using assets::Instant;
using assets::Source;
using assets::State;

const Source* first_feed(const assets::Scenario& scenario, const std::vector<assets::SourceIndex>& sources) {
    for (const assets::SourceIndex source : sources)
        if (assets::is_feed(scenario.sources[source])) return &scenario.sources[source];
    return nullptr;
}

std::string name_of(const Source& source) {
    if (!source.publisher.empty()) return source.publisher;
    return source.title.empty() ? source.id : source.title;
}

/// "0630".
std::string utc_clock(Instant t) {
    const std::chrono::hh_mm_ss time{t - std::chrono::floor<std::chrono::days>(t)};
    return fmt::format("{:02}{:02}", time.hours().count(), time.minutes().count());
}

/// "2:30-3 p.m.", "11:30 a.m.-1 p.m."; one clock time when both are the same.
std::string clock_span(const Words& words, Instant from, Instant to, double utc_offset_h) {
    std::string first = words.clock(from, utc_offset_h), last = words.clock(to, utc_offset_h);
    if (first == last) return last;
    const auto shared_ending = [&](std::string_view key) {
        const std::string ending = words(key, {{"time", ""}});
        if (ending.empty() || !first.ends_with(ending) || !last.ends_with(ending)) return;
        first.resize(first.size() - ending.size());
    };
    shared_ending("clock.am");
    shared_ending("clock.pm");
    return words("feed.span", {{"from", first}, {"to", last}});
}

std::string utc_span(const Words& words, Instant from, Instant to) {
    const std::string first = utc_clock(from), last = utc_clock(to);
    return first == last ? last : words("feed.span", {{"from", first}, {"to", last}});
}

/// `UTC+8`, `UTC-3:30`, or the name in the words file.
std::string time_zone_name(const Words& words, double utc_offset_h) {
    if (std::string given = words("feed.zone"); !given.empty()) return given;
    const long minutes = std::lround(utc_offset_h * 60);
    const std::string rest = minutes % 60 == 0 ? "" : fmt::format(":{:02}", std::abs(minutes) % 60);
    return fmt::format("UTC{}{}{}", minutes < 0 ? '-' : '+', std::abs(minutes) / 60, rest);
}

std::string names_of(const Inputs& in, const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names)
        text += text.empty() ? name : in.words("label.list_separator") + name;
    return text;
}

void add_once(std::vector<std::string>& names, const std::string& name) {
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
}

/// What feeds of one kind heard.
struct FeedTally {
    std::size_t count = 0;
    Instant from = assets::far_future;
    bool to_the_minute = true; ///< every fix has a time, not only a day
    std::vector<std::string> names;

    void add(const Fix* fix) {
        if (!fix) return;
        from = std::min(from, fix->from);
        to_the_minute = to_the_minute && fix->precision() == assets::Precision::Time;
    }
};

std::string time_span(const Inputs& in, const FeedTally& tally) {
    const double offset_h = in.scenario.utc_offset_h;
    const Instant to = in.snapshot.at, from = std::min(tally.from, to);
    std::string date = in.words.short_day_month_year(to, offset_h);
    if (!tally.to_the_minute) return date;
    const std::string zone = offset_h == 0 ? "UTC" : time_zone_name(in.words, offset_h);
    if (const std::string first_date = in.words.short_day_month_year(from, offset_h); first_date != date) {
        const auto clock = [&](Instant t) {
            return offset_h == 0 ? utc_clock(t) : in.words.clock(t, offset_h);
        };
        return in.words(
            "feed.days",
            {{"from_date", first_date}, {"from", clock(from)}, {"to_date", date}, {"to", clock(to)}, {"zone", zone}});
    }
    if (offset_h == 0) return in.words("feed.utc", {{"span", utc_span(in.words, from, to)}, {"date", date}});
    return in.words("feed.local", {{"span", clock_span(in.words, from, to, offset_h)},
                                   {"zone", zone},
                                   {"utc_span", utc_span(in.words, from, to)},
                                   {"date", date}});
}

/// False for distress beacons and for aircraft on search and rescue, which are not counted among the ships of a feed.
bool is_ship_or_unknown(const assets::Asset& asset) {
    constexpr std::array others{std::string_view{"970"}, std::string_view{"972"}, std::string_view{"974"},
                                std::string_view{"111"}};
    return std::none_of(others.begin(), others.end(), [&](auto prefix) { return asset.mmsi.starts_with(prefix); });
}

} // namespace

const Source* feed_of(const assets::Scenario& scenario, const State& state) {
    return first_feed(scenario, state.sources());
}

const Source* feed_of(const assets::Scenario& scenario, const Fix& fix) {
    return first_feed(scenario, fix.sources());
}

std::string feeds_text(const Inputs& in, const std::vector<const State*>& states) {
    constexpr std::array kinds{std::string_view{"ais"}, std::string_view{"sbs"}, std::string_view{"cot"}};
    std::array<FeedTally, kinds.size()> tallies{};
    for (const State* s : states) {
        const Source* feed = feed_of(in.scenario, *s);
        if (!feed) continue;
        const auto kind = std::find(kinds.begin(), kinds.end(), feed->kind);
        FeedTally& tally = tallies[static_cast<std::size_t>(kind - kinds.begin())];
        if (!is_ship_or_unknown(in.scenario.assets[s->asset])) continue;
        ++tally.count;
        add_once(tally.names, name_of(*feed));
        tally.add(s->fix);
        if (s->leg) {
            tally.add(s->leg->from_fix);
            tally.add(s->leg->to_fix);
        }
    }
    std::string text;
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        if (tallies[i].count == 0) continue;
        if (!text.empty()) text += ' ';
        text +=
            in.words(fmt::format("feed.{}", kinds[i]), {{"when", time_span(in, tallies[i])},
                                                        {"count", count_with_separators(in.words, tallies[i].count)},
                                                        {"names", names_of(in, tallies[i].names)}});
    }
    return text;
}

std::string feeds_credit(const Inputs& in, const std::vector<const State*>& states) {
    std::vector<std::string> names;
    for (const State* s : states)
        if (const Source* feed = feed_of(in.scenario, *s)) add_once(names, name_of(*feed));
    return names.empty() ? std::string{} : in.words("feed.credit", {{"names", names_of(in, names)}});
}

std::string dated_by_file_text(const Words& words, const assets::Scenario& scenario) {
    const auto [positions, written] = scenario.dated_by_file;
    if (positions == 0) return {};
    const std::string date = assets::to_iso(written).substr(0, 10);
    if (positions == 1) return words("feed.one_dated_by_file", {{"date", date}});
    return words("feed.dated_by_file", {{"count", fmt::format("{}", positions)}, {"date", date}});
}

std::string count_with_separators(const Words& words, std::size_t count) {
    const std::string digits = fmt::format("{}", count), separator = words("feed.thousands");
    std::string text;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0) text += separator;
        text += digits[i];
    }
    return text;
}

} // namespace render
