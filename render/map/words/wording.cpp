#include "render/map/words/wording.hpp"

#include "render/map/words/sentences.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace render {

using assets::Fix;

void append_sentence(std::string& text, const std::string& more) {
    if (more.empty()) return;
    if (!text.empty()) text += ' ';
    text += more;
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
    std::string out;
    for (const std::string& part : parts) {
        if (!out.empty()) out += between;
        out += part;
    }
    return out;
}

std::vector<const assets::State*> drawn_states(const Inputs& in, const Visible& visible) {
    std::vector<const assets::State*> out;
    for (const assets::State& s : in.snapshot.states.compute_all())
        if (visible.drawn_assets.contains(in.scenario.assets[s.asset].id) && s.carrier == assets::no_index)
            out.push_back(&s);
    return out;
}

std::chrono::year_month_day civil_day(assets::Instant t, double utc_offset_h) {
    const std::chrono::seconds shift{std::llround(utc_offset_h * 3600)};
    return std::chrono::year_month_day{std::chrono::floor<std::chrono::days>(t + shift)};
}

namespace {

bool is_in_year_of_map(const Inputs& in, assets::Instant t, double utc_offset_h) {
    return civil_day(t, utc_offset_h).year() == civil_day(in.snapshot.at, in.scenario.utc_offset_h).year();
}

} // namespace

std::string short_date(const Inputs& in, assets::Instant t, double utc_offset_h) {
    return is_in_year_of_map(in, t, utc_offset_h) ? in.words.short_day_month(t, utc_offset_h)
                                                  : in.words.short_day_month_year(t, utc_offset_h);
}

std::string long_date(const Inputs& in, assets::Instant t, double utc_offset_h) {
    return is_in_year_of_map(in, t, utc_offset_h) ? in.words.day_month(t, utc_offset_h)
                                                  : in.words.day_month_year(t, utc_offset_h);
}

namespace {

/// Whether the fix gives this instant, the beginning or end of its interval, as a time of day.
bool has_clock(const Fix& fix, assets::Instant t) {
    if (fix.precision() != assets::Precision::Time || fix.time_error_h() > 0) return false;
    const auto local = t + std::chrono::seconds{std::llround(fix.utc_offset_h() * 3600)};
    return t == fix.from || std::chrono::floor<std::chrono::days>(local + assets::tick) ==
                                std::chrono::floor<std::chrono::days>(local); // not the last instant of a day
}

} // namespace

std::string short_time(const Inputs& in, const Fix& fix, assets::Instant t) {
    const double offset = fix.utc_offset_h();
    const assets::Duration away = t < in.snapshot.at ? in.snapshot.at - t : t - in.snapshot.at;
    std::string date = short_date(in, t, offset);
    if (away >= std::chrono::days{1} || !has_clock(fix, t)) return date;
    std::string clock = in.words.clock(t, offset);
    if (civil_day(t, offset) == civil_day(in.snapshot.at, offset)) return clock;
    return in.words("date.day_clock", {{"date", date}, {"time", clock}});
}

std::string date_span(const Inputs& in, assets::Instant from, assets::Instant to, double utc_offset_h) {
    const auto first = civil_day(from, utc_offset_h), last = civil_day(to, utc_offset_h);
    if (first == last) return short_date(in, to, utc_offset_h);
    const bool this_year = last.year() == civil_day(in.snapshot.at, in.scenario.utc_offset_h).year();
    if (this_year && first.year() == last.year() && first.month() == last.month())
        return in.words("date.days",
                        {{"first", fmt::format("{}", static_cast<unsigned>(first.day()))},
                         {"last", fmt::format("{}", static_cast<unsigned>(last.day()))},
                         {"month", in.words(fmt::format("month_short.{}", static_cast<unsigned>(last.month())))}});
    return in.words("date.span",
                    {{"from", short_date(in, from, utc_offset_h)}, {"to", short_date(in, to, utc_offset_h)}});
}

std::string area_name(const Words& words, const assets::Scenario& scenario, const assets::AreaRef& area,
                      assets::Article article) {
    if (area.of == assets::AreaRef::Of::Country) return country_name(words, area.id);
    if (area.of == assets::AreaRef::Of::Zone) {
        if (const assets::Zone* zone = scenario.zone(area.id)) return zone_name(words, *zone);
    } else if (const geo::Sea* sea = scenario.atlas ? scenario.atlas->seas.by_id(area.id) : nullptr) {
        const bool has_form = words.language() == "en" || words.names().languages().first == "fr";
        return words.names().of(*sea, has_form ? article : assets::Article::Without).in_line();
    }
    return assets::area_name(scenario, area, article);
}

std::string place_words(const Words& words, const assets::Scenario& scenario, const Fix& fix) {
    if (!fix.place().empty()) return words.names().of_place(scenario, fix.place(), fix.position);
    return fix.area() ? area_name(words, scenario, *fix.area(), assets::Article::With) : std::string{};
}

std::string zone_name(const Words& words, const assets::Zone& zone) {
    return words.names().of(zone.name, zone.names).in_line();
}

const std::string& plain_name(const assets::Scenario& scenario, const assets::Asset& asset) {
    if (asset.short_name.empty() || asset.short_name == asset.name) return asset.name;
    const auto shares = [&](const assets::Asset& other) {
        return &other != &asset && other.short_name == asset.short_name;
    };
    return std::any_of(scenario.assets.begin(), scenario.assets.end(), shares) ? asset.name : asset.short_name;
}

MapName asset_names(const Inputs& in, const assets::Asset& asset) {
    std::string declared = plain_name(in.scenario, asset);
    const bool with_prefix = in.figure.label_style != LabelStyle::Name && !asset.prefix.empty() &&
                             declared != asset.prefix && !declared.starts_with(asset.prefix + ' ');
    if (with_prefix) declared = in.words("label.with_prefix", {{"prefix", asset.prefix}, {"name", declared}});
    MapName names = in.words.names().of(declared, asset.names);
    std::string& first = names.parts.front().text;
    if (in.figure.label_style == LabelStyle::Hull && !asset.hull.empty())
        first = in.words("label.with_hull", {{"name", first}, {"hull", asset.hull}});
    return names;
}

std::string asset_name(const Inputs& in, const assets::Asset& asset) {
    return asset_names(in, asset).in_line();
}

std::string country_name(const Words& words, const std::string& iso) {
    const std::string key = "country." + iso;
    if (words.has(key)) return words.names().of_country(iso, words(key), words.language()).in_line();
    return iso.empty() ? words("country.other") : iso;
}

std::string capitalised(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

} // namespace render
