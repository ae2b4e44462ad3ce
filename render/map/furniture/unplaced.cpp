#include "render/map/furniture/furniture.hpp"
#include "render/map/furniture/wording.hpp"

#include <algorithm>

namespace render {
namespace {

using assets::How;
using assets::State;

std::string with_place(const Inputs& in, std::string_view key, std::string_view key_without_place,
                       const std::string& date, const std::string& place) {
    if (place.empty()) return in.words(key_without_place, {{"date", date}});
    return in.words(key, {{"date", date}, {"place", place}});
}

bool some_day_of_several(const assets::Fix& fix) {
    return fix.during == assets::During::Sometime && fix.to - fix.from > std::chrono::hours{24};
}

std::string last_words(const Inputs& in, const assets::Fix& fix) {
    const std::string place = place_words(in.scenario, fix);
    if (fix.activity == assets::Activity::Departure)
        return with_place(in, "unplaced.sailed", "unplaced.sailed_undated_place",
                          date_span(in, fix.from, fix.to, fix.utc_offset_h), place);
    // Seen on some day of several: its last day is not the day it was seen.
    const std::string date = some_day_of_several(fix) ? date_span(in, fix.from, fix.to, fix.utc_offset_h)
                                                      : short_date(in, fix.to, fix.utc_offset_h);
    return with_place(in, "unplaced.last", "unplaced.last_undated_place", date, place);
}

std::string next_words(const Inputs& in, const assets::Fix& fix) {
    const std::string date = some_day_of_several(fix) ? date_span(in, fix.from, fix.to, fix.utc_offset_h)
                                                      : short_date(in, fix.from, fix.utc_offset_h);
    return with_place(in, "unplaced.next", "unplaced.next_undated_place", date, place_words(in.scenario, fix));
}

std::string what_is_known(const Inputs& in, const State& s) {
    const assets::Fix* last = s.fix ? s.fix : s.last;
    std::string text;
    if (last) text = last_words(in, *last);
    if (s.next) text += (text.empty() ? "" : in.words("unplaced.then")) + next_words(in, *s.next);
    return text.empty() ? in.words("unplaced.no_report") : text;
}

std::string where_outside(const Inputs& in, const State& s) {
    std::string place = s.place;
    if (place.empty() && s.fix) place = place_words(in.scenario, *s.fix);
    if (s.how == How::Reported && !place.empty()) return in.words("unplaced.outside", {{"place", place}});
    return in.words("unplaced.outside_unplaced", {{"what", what_is_known(in, s)}});
}

} // namespace

std::vector<UnplacedAsset> unplaced_assets(const Inputs& in, const std::set<std::string>& drawn_inside_frame) {
    const auto id = [&](assets::AssetIndex i) -> const std::string& {
        return in.scenario.assets[i].id;
    };
    std::vector<UnplacedAsset> out;
    for (const State& s : in.snapshot.states) {
        const assets::Asset& asset = in.scenario.assets[s.asset];
        const auto& only = in.spec.only;
        if (s.how == How::Absent || drawn_inside_frame.contains(asset.id)) continue;
        if (!only.empty() && std::find(only.begin(), only.end(), asset.id) == only.end()) continue;
        // What is embarked is named with its carrier, a member that has no report of its own with its group.
        if (s.carrier != assets::no_index) continue;
        if (s.group != assets::no_index && !s.fix && !s.last && drawn_inside_frame.contains(id(s.group))) continue;

        std::string name = plain_name(in.scenario, asset), embarked;
        for (const State& other : in.snapshot.states)
            if (other.carrier == s.asset && other.how != How::Absent) {
                const std::string& guest = plain_name(in.scenario, in.scenario.assets[other.asset]);
                embarked += embarked.empty() ? guest : in.words("label.list_separator") + guest;
            }
        if (!embarked.empty()) name = in.words("unplaced.with", {{"name", name}, {"names", embarked}});

        const bool lost = s.how == How::Lost || !s.where;
        const std::string what = lost ? what_is_known(in, s) : where_outside(in, s);
        out.push_back({asset.id, in.words("unplaced.join", {{"name", name}, {"what", what}}),
                       lost ? "lost" : "outside the frame", name, what});
    }
    return out;
}

} // namespace render
