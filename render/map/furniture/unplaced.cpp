#include "render/map/drawing/asset_filter.hpp"
#include "render/map/furniture/furniture.hpp"
#include "render/map/words/feed_wording.hpp"
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

bool on_one_of_several_days(const assets::Fix& fix) {
    return fix.during() == assets::During::Sometime && fix.to - fix.from > std::chrono::hours{24};
}

std::string last_fix_words(const Inputs& in, const assets::Fix& fix) {
    const std::string place = place_words(in.scenario, fix);
    if (fix.activity() == assets::Activity::Departure)
        return with_place(in, "unplaced.sailed", "unplaced.sailed_undated_place",
                          date_span(in, fix.from, fix.to, fix.utc_offset_h()), place);
    // An asset seen on one of several days was not necessarily seen on the last of them.
    const std::string date = on_one_of_several_days(fix) ? date_span(in, fix.from, fix.to, fix.utc_offset_h())
                                                         : short_date(in, fix.to, fix.utc_offset_h());
    return with_place(in, "unplaced.last", "unplaced.last_undated_place", date, place);
}

std::string next_fix_words(const Inputs& in, const assets::Fix& fix) {
    const std::string date = on_one_of_several_days(fix) ? date_span(in, fix.from, fix.to, fix.utc_offset_h())
                                                         : short_date(in, fix.from, fix.utc_offset_h());
    return with_place(in, "unplaced.next", "unplaced.next_undated_place", date, place_words(in.scenario, fix));
}

std::string what_is_known(const Inputs& in, const State& s) {
    const assets::Fix* last = s.fix ? s.fix : s.last;
    std::string text;
    if (last) text = last_fix_words(in, *last);
    if (s.next) text += (text.empty() ? "" : in.words("unplaced.then")) + next_fix_words(in, *s.next);
    return text.empty() ? in.words("unplaced.no_report") : text;
}

std::string where_outside(const Inputs& in, const State& s) {
    std::string place = s.place();
    if (place.empty() && s.fix) place = place_words(in.scenario, *s.fix);
    if (s.how == How::Reported && !place.empty()) return in.words("unplaced.outside", {{"place", place}});
    return in.words("unplaced.outside_unplaced", {{"what", what_is_known(in, s)}});
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
    const std::string& name = plain_name(in.scenario, in.scenario.assets[s.asset]);
    std::string names;
    for (const assets::AssetIndex other : embarked) {
        const std::string& other_name = plain_name(in.scenario, in.scenario.assets[other]);
        names += names.empty() ? other_name : in.words("label.list_separator") + other_name;
    }
    return names.empty() ? name : in.words("unplaced.with", {{"name", name}, {"names", names}});
}

UnplacedAsset count_of(const Inputs& in, const std::string& kind, const char* why, long count) {
    const std::string text =
        count == 1
            ? in.words("feed.one_" + kind)
            : in.words("feed." + kind, {{"count", count_with_separators(in.words, static_cast<std::size_t>(count))}});
    return {"feed:" + kind, text, why};
}

} // namespace

std::vector<UnplacedAsset> unplaced_assets(const Inputs& in, const std::set<std::string>& drawn_inside_frame) {
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
        if (s.how == How::Absent || drawn_inside_frame.contains(asset.id)) continue;
        if (!filter.allows(asset.id)) continue;
        // An embarked asset is named with its carrier, and a member without a fix of its own with its group.
        if (s.carrier != assets::no_index) continue;
        if (s.group != assets::no_index && !s.fix && !s.last && drawn_inside_frame.contains(id(s.group))) continue;

        missing.push_back(&s);
    }

    constexpr long max_named = 8;
    const auto from_feeds =
        std::count_if(missing.begin(), missing.end(), [&](auto* s) { return is_from_feed(in, *s); });
    long silent = static_cast<long>(in.snapshot.silent), outside = 0;
    std::vector<UnplacedAsset> out;
    for (const State* s : missing) {
        const bool lost = is_lost(*s);
        if (from_feeds > max_named && is_from_feed(in, *s)) {
            ++(lost ? silent : outside);
            continue;
        }
        const std::string name = name_with_embarked(in, *s, embarked[s->asset]);
        const std::string what = lost ? what_is_known(in, *s) : where_outside(in, *s);
        out.push_back({id(s->asset), in.words("unplaced.join", {{"name", name}, {"what", what}}),
                       lost ? "lost" : "outside the frame", name, what});
    }
    if (silent > 0) out.push_back(count_of(in, "silent", "lost", silent));
    if (outside > 0) out.push_back(count_of(in, "outside", "outside the frame", outside));
    return out;
}

} // namespace render
