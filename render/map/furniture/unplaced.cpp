#include "assets/timeline/deciding_fix.hpp"
#include "render/map/drawing/asset_filter.hpp"
#include "render/map/furniture/furniture.hpp"
#include "render/map/words/feeds/feed_wording.hpp"
#include "render/map/words/wording.hpp"

#include <algorithm>
#include <map>

namespace render {
namespace {

using assets::How;
using assets::State;

std::string with_place(const Inputs& in, std::string_view key, std::string_view key_without_place,
                       const std::string& date, const std::string& place) {
    if (place.empty()) return in.words(key_without_place, {{"date", date}});
    return in.words(key, {{"date", date}, {"place", place}});
}

/// Whether the words of a report are a phrase of their own: "off Taiwan", "West of the median line".
bool is_phrase(const Words& words, std::string_view place) {
    const std::size_t first = place.find(' ');
    if (first == std::string_view::npos) return false;
    std::string begin{place.substr(0, first)};
    std::transform(begin.begin(), begin.end(), begin.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? c + 32 : c; });
    const std::string phrases = " " + words("unplaced.phrases") + " ";
    const std::string_view second = place.substr(first + 1, place.find(' ', first + 1) - first - 1);
    return phrases.find(" " + begin + " ") != std::string::npos || (!second.empty() && second == words("unplaced.of"));
}

/// "in Halifax", "in the Yellow Sea", "off Taiwan".
std::string in_place(const Inputs& in, const assets::Fix& fix) {
    std::string place = place_words(in.words, in.scenario, fix);
    if (place.empty()) return place;
    if (!is_phrase(in.words, place)) return in.words("unplaced.in_place", {{"place", place}});
    if (place[0] >= 'A' && place[0] <= 'Z') place[0] = static_cast<char>(place[0] + 32);
    return place;
}

bool on_one_of_several_days(const assets::Fix& fix) {
    return fix.during() == assets::During::Sometime && fix.to - fix.from > std::chrono::hours{24};
}

/// A key for what was announced or estimated: neither may read as reported.
std::string key_for(const assets::Fix& fix, std::string key) {
    if (fix.kind() == assets::FixKind::Planned) key += "_planned";
    if (fix.kind() == assets::FixKind::Estimated) key += "_estimated";
    return key;
}

std::string last_fix_words(const Inputs& in, const assets::Fix& fix) {
    if (fix.activity() == assets::Activity::Departure) {
        const std::string key = key_for(fix, "unplaced.sailed");
        return with_place(in, key, key + "_without_place", date_span(in, fix.from, fix.to, fix.utc_offset_h()),
                          place_words(in.words, in.scenario, fix));
    }
    // An asset seen on one of several days was not necessarily seen on the last of them.
    const std::string date =
        on_one_of_several_days(fix) ? date_span(in, fix.from, fix.to, fix.utc_offset_h()) : short_time(in, fix, fix.to);
    const std::string key = key_for(fix, "unplaced.last");
    return with_place(in, key, key + "_without_place", date, in_place(in, fix));
}

std::string next_fix_words(const Inputs& in, const assets::Fix& fix) {
    const std::string date = on_one_of_several_days(fix) ? date_span(in, fix.from, fix.to, fix.utc_offset_h())
                                                         : short_time(in, fix, fix.from);
    const std::string key = key_for(fix, "unplaced.next");
    return with_place(in, key, key + "_without_place", date, in_place(in, fix));
}

std::string what_is_known(const Inputs& in, const State& s) {
    const assets::Fix* last = s.fix ? s.fix : s.last;
    std::string text;
    if (last) text = last_fix_words(in, *last);
    // The next report would give away more than a rounded position.
    if (s.next && !in.figure.round_deg)
        text += (text.empty() ? "" : in.words("unplaced.then")) + next_fix_words(in, *s.next);
    return text.empty() ? in.words("unplaced.no_report") : text;
}

/// The name of the place outside the frame where the asset was reported last; empty between two reports.
std::string place_outside(const Inputs& in, const State& s) {
    if (s.how == How::Interpolated) return {};
    if (s.fix) return place_words(in.words, in.scenario, *s.fix);
    return in.words.names().of_place(in.scenario, s.place(), s.where);
}

UnplacedAsset::Kind kind_of(assets::AssetType type) {
    if (assets::is_ship(type)) return UnplacedAsset::Kind::Ship;
    return assets::is_aircraft(type) ? UnplacedAsset::Kind::Aircraft : UnplacedAsset::Kind::Other;
}

/// Whether the asset is on no map of this instant.
bool is_lost(const State& s) {
    return s.how == How::Lost || !s.where;
}

/// Whether the last known fix, or else the state, comes from a feed.
bool is_from_feed(const Inputs& in, const State& s) {
    const assets::Fix* last = s.fix ? s.fix : s.last;
    return last ? feed_of(in.scenario, *last) != nullptr : feed_of(in.scenario, s) != nullptr;
}

std::string name_with_embarked(const Inputs& in, const State& s, const std::vector<assets::AssetIndex>& embarked) {
    const std::string name = asset_name(in, in.scenario.assets[s.asset]);
    std::string names;
    for (const assets::AssetIndex other : embarked) {
        const std::string other_name = asset_name(in, in.scenario.assets[other]);
        names += names.empty() ? other_name : in.words("label.list_separator") + other_name;
    }
    return names.empty() ? name : in.words("unplaced.with", {{"name", name}, {"names", names}});
}

/// The circle of a report that gives a point; empty for an area.
std::optional<assets::CircleShape> circle_of(const State& s) {
    if (!s.where || s.area()) return std::nullopt;
    return assets::CircleShape{*s.where, s.radius_km.value_or(0)};
}

/// Whether something happens in zones of this kind. Other zones are limits, or rings around a place.
bool is_area_of_action(assets::ZoneKind kind) {
    using assets::ZoneKind;
    return kind == ZoneKind::Patrol || kind == ZoneKind::Exercise || kind == ZoneKind::Exclusion ||
           kind == ZoneKind::Area;
}

UnplacedAsset count_of(const Inputs& in, const std::string& kind, const char* why, long count) {
    const std::string text =
        count == 1
            ? in.words("feed.one_" + kind)
            : in.words("feed." + kind, {{"count", count_with_separators(in.words, static_cast<std::size_t>(count))}});
    return {.id = "feed:" + kind, .text = text, .why = why};
}

/// Whether the asset travels aboard another one, which has the voyage.
bool is_embarked(const assets::Scenario& scenario, assets::AssetIndex asset) {
    const bool is_member = std::ranges::any_of(scenario.members, [&](const assets::Membership& member) {
        return member.asset == asset && member.role == assets::Membership::Role::Embarked;
    });
    return is_member || std::ranges::any_of(scenario.fixes_of(asset),
                                            [](const assets::Fix& fix) { return fix.at_asset() != assets::no_index; });
}

/// The assets that travel, were deployed in the period of the figure and have no voyage in it.
std::vector<UnplacedAsset> without_voyage(const Inputs& in) {
    const AssetFilter filter{in.figure};
    std::vector<UnplacedAsset> found;
    for (std::size_t i = 0; i < in.scenario.assets.size(); ++i) {
        const assets::Asset& asset = in.scenario.assets[i];
        const auto has_voyage = [&](const assets::Voyage& voyage) {
            return voyage.asset == i;
        };
        const auto& voyages = in.snapshot.voyages;
        if (!filter.allows(asset.id) || !assets::travels(asset) || std::ranges::any_of(voyages, has_voyage)) continue;
        const auto index = static_cast<assets::AssetIndex>(i);
        if (is_embarked(in.scenario, index)) continue;
        const auto windows = assets::windows_of(in.scenario, index);
        const bool deployed = std::ranges::any_of(windows, [&](const assets::DeploymentWindow& window) {
            return window.first < in.figure.period->to && in.figure.period->from <= window.last;
        });
        if (!deployed) continue;
        const std::string name = asset_name(in, asset), what = in.words("period.no_call");
        found.push_back({.id = asset.id,
                         .text = in.words("unplaced.item", {{"name", name}, {"what", what}}),
                         .why = why_lost,
                         .name = name,
                         .what = what,
                         .kind = kind_of(asset.type)});
    }
    return found;
}

} // namespace

std::vector<UnplacedAsset> unplaced_assets(const Inputs& in, const std::set<std::string>& named,
                                           const std::set<std::string>& without_room) {
    if (in.figure.period) return without_voyage(in);
    const auto id = [&](assets::AssetIndex i) -> const std::string& {
        return in.scenario.assets[i].id;
    };
    const AssetFilter filter{in.figure};
    std::map<assets::AssetIndex, std::vector<assets::AssetIndex>> embarked; // the assets embarked in each carrier
    for (const State& s : in.snapshot.states.compute_all())
        if (s.carrier != assets::no_index && s.how != How::Absent) embarked[s.carrier].push_back(s.asset);
    std::vector<const State*> missing;
    for (const State& s : in.snapshot.states.compute_all()) {
        const assets::Asset& asset = in.scenario.assets[s.asset];
        // Outside its deployments nobody looks for an asset; one without any row is missing.
        const bool is_unknown = in.scenario.fixes_of(s.asset).empty() && in.scenario.deployments_of(s.asset).empty();
        if ((s.how == How::Absent && !is_unknown) || named.contains(asset.id)) continue;
        if (!filter.allows(asset.id)) continue;
        // An embarked asset is named with its carrier, and a member without a fix of its own with its group.
        if (s.carrier != assets::no_index) continue;
        if (s.group != assets::no_index && !s.fix && !s.last && named.contains(id(s.group))) continue;

        missing.push_back(&s);
    }

    constexpr long max_named = 8;
    const auto from_feeds =
        std::count_if(missing.begin(), missing.end(), [&](auto* s) { return is_from_feed(in, *s); });
    long silent = static_cast<long>(in.snapshot.silent_count), outside = 0;
    std::vector<UnplacedAsset> out;
    for (const State* s : missing) {
        const bool lost = is_lost(*s);
        if (from_feeds > max_named && is_from_feed(in, *s)) {
            ++(lost ? silent : outside);
            continue;
        }
        const std::string name = name_with_embarked(in, *s, embarked[s->asset]);
        const std::string place = lost ? "" : place_outside(in, *s);
        const std::string what = place.empty() || s->how != How::Reported ? what_is_known(in, *s) : place;
        const char* why = without_room.contains(id(s->asset)) ? why_no_room : lost ? why_lost : why_outside;
        out.push_back({id(s->asset), in.words("unplaced.item", {{"name", name}, {"what", what}}), why, name, what,
                       place, kind_of(in.scenario.assets[s->asset].type), lost ? std::nullopt : circle_of(*s)});
    }
    if (silent > 0) out.push_back(count_of(in, "silent", why_lost, silent));
    if (outside > 0) out.push_back(count_of(in, "outside", why_outside, outside));
    return out;
}

void add_zones_outside(const Inputs& in, const std::vector<assets::ZoneIndex>& drawn, std::vector<UnplacedAsset>& out) {
    if (!in.shows("zones")) return;
    for (const assets::ZoneIndex index : in.snapshot.zones) {
        const assets::Zone& zone = in.scenario.zones[index];
        if (zone.builtin || !is_area_of_action(zone.kind)) continue;
        if (std::find(drawn.begin(), drawn.end(), index) != drawn.end()) continue;
        const std::string name = zone_name(in.words, zone);
        out.push_back(
            {.id = zone.id, .text = name, .why = why_outside, .name = name, .kind = UnplacedAsset::Kind::Zone});
    }
}

} // namespace render
