#include "render/map/words/panels/panel_words.hpp"

#include "render/map/drawing/asset_filter.hpp"
#include "render/map/words/distance.hpp"
#include "render/map/words/feeds/feed_wording.hpp"
#include "render/map/words/sentences.hpp"
#include "render/map/words/wording.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include <fmt/format.h>

namespace render {
namespace {

using assets::ChangeKind;

std::string day(const MapOfSeveral& map) {
    return map.in.words.day_month(map.in.snapshot.at, map.in.scenario.utc_offset_h);
}

/// An asset that is missing, and the maps on which it is.
struct Missing {
    std::string name;
    std::vector<std::size_t> maps; ///< ascending
};

/// The assets that are missing for this reason, each once, in the order in which the maps name them.
std::vector<Missing> missing_for(std::span<const MapOfSeveral> maps, std::string_view why) {
    std::vector<Missing> all;
    for (std::size_t i = 0; i < maps.size(); ++i) {
        for (const UnplacedAsset& asset : maps[i].unplaced) {
            if (asset.why != why || asset.name.empty()) continue;
            const auto known = std::ranges::find(all, asset.name, &Missing::name);
            if (known == all.end())
                all.push_back({asset.name, {i}});
            else if (known->maps.back() != i)
                known->maps.push_back(i);
        }
    }
    return all;
}

/// "A, B (15 July); C": assets that are missing on the same maps share their brackets; those missing on all have none.
std::string list_of(std::span<const MapOfSeveral> maps, const std::vector<Missing>& missing, std::size_t limit) {
    const Words& words = maps.front().in.words;
    std::vector<std::pair<std::string, std::vector<std::size_t>>> groups;
    for (std::size_t i = 0; i < std::min(limit, missing.size()); ++i) {
        const auto same = std::ranges::find(groups, missing[i].maps, [](const auto& group) { return group.second; });
        if (same == groups.end())
            groups.emplace_back(missing[i].name, missing[i].maps);
        else
            same->first += words("label.list_separator") + missing[i].name;
    }
    std::vector<std::string> texts;
    for (const auto& [names, on] : groups) {
        if (on.size() == maps.size()) {
            texts.push_back(names);
            continue;
        }
        std::vector<std::string> days;
        for (const std::size_t i : on)
            days.push_back(day(maps[i]));
        texts.push_back(
            words("unplaced.item", {{"name", names}, {"what", joined(days, words("label.list_separator"))}}));
    }
    if (missing.size() > limit)
        texts.push_back(words("unplaced.more", {{"count", std::to_string(missing.size() - limit)}}));
    return joined(texts, words("unplaced.separator"));
}

/// A name with the distance that the asset moved.
std::string moved_name(const Inputs& in, const assets::AssetChange& change) {
    std::string name = asset_name(in, in.scenario.assets[change.asset]);
    if (!change.distance_m) return name;
    return in.words("unplaced.item",
                    {{"name", name}, {"what", change_distance_words(in.words, in.scenario, change, false)}});
}

} // namespace

std::vector<std::string> map_headings(const Words& words, const assets::Scenario& scenario,
                                      std::span<const assets::Snapshot> snapshots) {
    std::map<std::string, int> maps_of_day;
    for (const assets::Snapshot& snapshot : snapshots)
        ++maps_of_day[words.day_month_year(snapshot.at, scenario.utc_offset_h)];
    std::vector<std::string> headings;
    for (const assets::Snapshot& snapshot : snapshots) {
        const std::string day = words.day_month_year(snapshot.at, scenario.utc_offset_h);
        if (maps_of_day[day] == 1) {
            headings.push_back(day);
            continue;
        }
        const std::chrono::hh_mm_ss time{snapshot.at - std::chrono::floor<std::chrono::days>(snapshot.at)};
        headings.push_back(words("panels.day_clock",
                                 {{"date", words.day_month_year(snapshot.at, 0)},
                                  {"time", fmt::format("{:02}:{:02}", time.hours().count(), time.minutes().count())}}));
    }
    return headings;
}

std::string compared_days(const Words& words, const assets::Scenario& scenario, assets::Instant before,
                          assets::Instant after) {
    const double offset = scenario.utc_offset_h;
    const std::string from = words.day_month_year(before, offset), to = words.day_month_year(after, offset);
    if (from == to) return to;
    const bool same_year = civil_day(before, offset).year() == civil_day(after, offset).year();
    const std::string short_from = words.day_month(before, offset);
    // The year stands once, at the end, unless the language begins dates with the year.
    if (same_year && from.starts_with(short_from)) return words("panels.two_days", {{"from", short_from}, {"to", to}});
    return words("panels.two_days", {{"from", from}, {"to", same_year ? words.day_month(after, offset) : to}});
}

std::string as_of_maps(std::span<const MapOfSeveral> maps) {
    const Inputs& in = maps.back().in;
    std::string text;
    std::vector<std::string> of_feeds;
    bool reports = false, in_sea = false, wide = false;
    for (const MapOfSeveral& map : maps) {
        std::vector<const assets::State*> from_feeds;
        for (const assets::State* s : drawn_states(map.in, map.visible)) {
            const bool is_heard = feed_of(in.scenario, *s) != nullptr;
            if (is_heard) from_feeds.push_back(s);
            reports = reports || !is_heard;
            in_sea = in_sea || (s->area() && s->area()->of == assets::AreaRef::Of::Sea && !s->circle_cut_to_area());
        }
        wide = wide || map.visible.wide_fixes;
        if (std::string heard = feeds_text(map.in, from_feeds);
            !heard.empty() && std::ranges::find(of_feeds, heard) == of_feeds.end())
            of_feeds.push_back(std::move(heard));
    }
    const auto date = [&](assets::Instant day) {
        return in.words.day_month_year(day, 0);
    };
    if (reports || of_feeds.empty()) text = in.words(reports ? "panels.reported" : "panels.none");
    if (in.scenario.data_to_day && !text.empty())
        append_sentence(text, in.words("asof.updated", {{"date", date(*in.scenario.data_to_day)}}));
    if (is_after_data(in) && reports)
        append_sentence(text, in.words("asof.after_data", {{"date", date(*in.scenario.data_to_day)}}));
    if (in.figure.known_by) append_sentence(text, in.words("asof.known_by", {{"date", date(*in.figure.known_by)}}));
    for (const std::string& heard : of_feeds)
        append_sentence(text, heard);
    append_sentence(text, blurred_sentence(in));
    if (wide) append_sentence(text, in.words("asof.shaded"));
    if (in_sea) append_sentence(text, in.words("asof.in_sea"));
    return text;
}

std::string not_shown_on_maps(std::span<const MapOfSeveral> maps, std::size_t limit) {
    const Words& words = maps.front().in.words;
    std::string text;
    std::size_t left = limit;
    bool cut = false;
    for (const auto& [why, key] : {std::pair{why_lost, "unplaced.not_known"}, std::pair{why_no_room, "panels.no_room"},
                                   std::pair{why_outside, "panels.outside"}}) {
        const std::vector<Missing> missing = missing_for(maps, why);
        if (missing.empty()) continue;
        if (left == 0) {
            cut = true;
            append_sentence(text,
                            words(key, {{"list", words("panels.some", {{"count", std::to_string(missing.size())}})}}));
            continue;
        }
        append_sentence(text, words(key, {{"list", list_of(maps, missing, left)}}));
        cut = cut || missing.size() > left;
        left -= std::min(left, missing.size());
    }
    std::vector<std::string> counts; // of contacts
    for (const MapOfSeveral& map : maps)
        for (const UnplacedAsset& u : map.unplaced)
            if (u.name.empty() && std::ranges::find(counts, u.text) == counts.end()) counts.push_back(u.text);
    for (const std::string& count : counts)
        append_sentence(text, count);
    if (cut) append_sentence(text, words("unplaced.full_list"));
    return text;
}

std::string changes_text(const Inputs& in, std::size_t limit) {
    if (in.comparison == nullptr) return {};
    constexpr std::array groups{
        std::pair{ChangeKind::Moved, "compare.moved"}, std::pair{ChangeKind::Arrived, "compare.arrived"},
        std::pair{ChangeKind::Left, "compare.left"}, std::pair{ChangeKind::NoNews, "compare.no_news"}};
    const AssetFilter filter{in.figure};
    std::string text;
    for (const auto& [kind, key] : groups) {
        std::vector<std::string> names;
        std::size_t count = 0;
        for (const assets::AssetChange& change : in.comparison->changes) {
            if (change.kind != kind || !filter.allows(in.scenario.assets[change.asset].id)) continue;
            if (++count <= limit) names.push_back(moved_name(in, change));
        }
        if (count == 0) continue;
        if (count > limit) names.push_back(in.words("unplaced.more", {{"count", std::to_string(count - limit)}}));
        append_sentence(text, in.words("changes.group", {{"kind", in.words(key)},
                                                         {"names", joined(names, in.words("label.list_separator"))}}));
    }
    if (text.empty()) text = in.words("changes.none");
    const std::string since = in.words.day_month(in.comparison->before.at, in.scenario.utc_offset_h);
    return in.words("changes.since", {{"date", since}, {"changes", text}});
}

} // namespace render
