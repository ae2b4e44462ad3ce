#include "render/map/words/feeds/feed_wording.hpp"
#include "render/map/words/period/voyages.hpp"
#include "render/map/words/plans.hpp"
#include "render/map/words/sentences.hpp"
#include "render/map/words/wording.hpp"

#include <algorithm>
#include <cmath>
#include <initializer_list>

#include <fmt/format.h>

namespace render {
namespace {

using assets::Fix;
using assets::Flag;
using assets::How;
using assets::Precision;
using assets::State;

const assets::Asset& asset_of(const Inputs& in, const State& s) {
    return in.scenario.assets[s.asset];
}

/// What to say of a frame without any position: whether ships, or only other assets, have positions elsewhere.
std::string_view empty_frame_key(const Inputs& in) {
    bool elsewhere = false, any_ship = false;
    for (const State& s : in.snapshot.states.compute_all()) {
        if (!s.where) continue;
        elsewhere = true;
        any_ship = any_ship || assets::is_ship(asset_of(in, s).type);
    }
    if (!elsewhere) return "asof.none";
    return any_ship ? "asof.no_ship" : "asof.nothing";
}

/// States the time of the map if every fix behind it has a time, else only the day. A map of bases and other sites
/// shows no positions of a day.
std::string positions_sentence(const Inputs& in, const std::vector<const State*>& states) {
    bool all_timed = true, any_fix = false;
    const auto look = [&](const Fix* fix) {
        if (!fix) return;
        all_timed = all_timed && fix->precision() == Precision::Time && fix->time_error_h() == 0;
        any_fix = true;
    };
    for (const State* s : states) {
        look(s->fix);
        if (s->leg) {
            look(s->leg->from_fix);
            look(s->leg->to_fix);
        }
    }
    const assets::Instant at = in.snapshot.at;
    const std::string date = in.words.day_month_year(at, in.scenario.utc_offset_h);
    if (!any_fix) return in.words(empty_frame_key(in), {{"date", date}});
    const bool only_sites = std::all_of(states.begin(), states.end(),
                                        [&](const State* s) { return assets::is_site(asset_of(in, *s).type); });
    if (only_sites) return in.words("asof.sites", {{"date", date}});
    if (!all_timed) return in.words("asof.reported", {{"date", date}});
    const auto day = std::chrono::floor<std::chrono::days>(at);
    const std::chrono::hh_mm_ss time{at - day};
    return in.words("asof.reported_at",
                    {{"date", in.words.day_month_year(at, 0)},
                     {"time", fmt::format("{:02}:{:02}", time.hours().count(), time.minutes().count())}});
}

/// The states of which `concerns` is true. Sentences count them before they name any, because a scenario may hold tens
/// of thousands and only a short list is printed by name.
template <class Concerns>
std::vector<const State*> filtered(const std::vector<const State*>& states, Concerns&& concerns) {
    std::vector<const State*> found;
    std::copy_if(states.begin(), states.end(), std::back_inserter(found), [&](const State* s) { return concerns(*s); });
    return found;
}

std::string outline_sentence(const Inputs& in, const std::vector<const State*>& states) {
    const auto outlined =
        filtered(states, [](const State& s) { return s.how == How::Interpolated && s.leg != nullptr; });
    if (outlined.empty()) return {};
    if (outlined.size() > 3) return in.words("asof.outline");
    std::vector<std::string> spans;
    std::string first, last;
    for (const State* s : outlined) {
        first = long_date(in, s->leg->from_fix->to, s->leg->from_fix->utc_offset_h());
        last = long_date(in, s->leg->to_fix->from, s->leg->to_fix->utc_offset_h());
        spans.push_back(
            in.words("asof.outline_item", {{"name", asset_name(in, asset_of(in, *s))}, {"from", first}, {"to", last}}));
    }
    if (spans.size() == 1) return in.words("asof.outline_one", {{"from", first}, {"to", last}});
    return in.words("asof.outline_several", {{"list", joined(spans, in.words("asof.list_separator"))}});
}

/// Counts days by the calendar, as a reader does: from the 12th to the 20th are 8 days.
std::string age_words(const Inputs& in, const Fix& fix, double hours) {
    const auto day = [&](assets::Instant t) {
        return std::chrono::sys_days{civil_day(t, fix.utc_offset_h())};
    };
    const auto days = (day(in.snapshot.at) - day(fix.to)).count();
    if (days <= 0) return in.words("asof.age_hours", {{"hours", fmt::format("{}", std::max(1L, std::lround(hours)))}});
    return days == 1 ? in.words("asof.age_day") : in.words("asof.age_days", {{"days", fmt::format("{}", days)}});
}

bool is_stated_as_held(const State& s) {
    return (s.how == How::Held || s.how == How::Stale) && s.fix && s.age_h && *s.age_h >= 1;
}

std::string held_sentence(const Inputs& in, const std::vector<const State*>& states) {
    const auto held = filtered(states, is_stated_as_held);
    if (held.empty()) return {};
    if (held.size() > 4) return in.words("asof.held");
    std::vector<std::string> items;
    for (const State* s : held) {
        const std::string_view key = s->fix->kind() == assets::FixKind::Planned     ? "asof.held_item_planned"
                                     : s->fix->kind() == assets::FixKind::Estimated ? "asof.held_item_estimated"
                                                                                    : "asof.held_item";
        std::string item = in.words(key, {{"name", asset_name(in, asset_of(in, *s))},
                                          {"date", long_date(in, s->fix->to, s->fix->utc_offset_h())},
                                          {"age", age_words(in, *s->fix, *s->age_h)}});
        if (s->flags.has(Flag::MayHaveLeft)) item += in.words("asof.held_may_have_left");
        items.push_back(std::move(item));
    }
    return in.words("asof.list", {{"list", joined(items, in.words("asof.list_separator"))}});
}

/// "HMCS X: announced, not confirmed." for the assets of which `concerns` is true.
template <class Concerns>
std::string sentence_about(const Inputs& in, const std::vector<const State*>& states, std::string_view key,
                           Concerns&& concerns) {
    const auto concerned = filtered(states, concerns);
    if (concerned.empty()) return {};
    if (concerned.size() > 4) return in.words(key, {{"names", in.words("asof.some")}});
    std::vector<std::string> names;
    for (const State* s : concerned)
        names.push_back(asset_name(in, asset_of(in, *s)));
    const std::string list = joined(names, in.words("label.list_separator"));
    return in.words(key, {{"names", list}});
}

std::string sometime_sentence(const Inputs& in, const std::vector<const State*>& states) {
    const auto concerned =
        filtered(states, [](const State& s) { return s.flags.has(Flag::Sometime) && s.fix != nullptr; });
    if (concerned.empty()) return {};
    if (concerned.size() > 4) return in.words("asof.sometime");
    std::vector<std::string> items;
    for (const State* s : concerned) {
        items.push_back(in.words("asof.sometime_item", {{"name", asset_name(in, asset_of(in, *s))},
                                                        {"from", long_date(in, s->fix->from, s->fix->utc_offset_h())},
                                                        {"to", long_date(in, s->fix->to, s->fix->utc_offset_h())}}));
    }
    return in.words("asof.list", {{"list", joined(items, in.words("asof.list_separator"))}});
}

/// "HMCS X: planned, 2030s. Y: proposed by Z, not decided."
std::string plans_sentence(const Inputs& in, const std::vector<const State*>& states) {
    std::vector<std::string> plans;
    for (const State* s : states)
        if (std::string plan = plan_words(in, *s); !plan.empty() && std::ranges::find(plans, plan) == plans.end())
            plans.push_back(std::move(plan));
    std::string text;
    for (const std::string& plan : plans) {
        std::vector<std::string> names;
        for (const State* s : states)
            if (plan_words(in, *s) == plan) names.push_back(asset_name(in, asset_of(in, *s)));
        const std::string list =
            names.size() > 2 ? in.words("asof.dotted") : joined(names, in.words("label.list_separator"));
        // The sentence ends in a full stop of its own: "3 Oct." must not get a second one.
        const std::string unstopped = plan.ends_with('.') ? plan.substr(0, plan.size() - 1) : plan;
        append_sentence(text, in.words("asof.plans", {{"names", list}, {"plan", unstopped}}));
    }
    return text;
}

} // namespace

std::string blurred_sentence(const Inputs& in) {
    const auto counted = [&](double value, std::string_view one, std::string_view several) {
        return value == 1 ? in.words(one) : in.words(several, {{"count", fmt::format("{}", value)}});
    };
    const auto& figure = in.figure;
    std::string degrees, hours;
    if (figure.round_deg) degrees = counted(*figure.round_deg, "asof.degree", "asof.degrees");
    if (figure.delay_h) hours = counted(*figure.delay_h, "asof.hour", "asof.hours");
    if (!degrees.empty() && !hours.empty())
        return in.words("asof.rounded_and_delayed", {{"degrees", degrees}, {"hours", hours}});
    if (!degrees.empty()) return in.words("asof.rounded", {{"degrees", degrees}});
    if (!hours.empty()) return in.words("asof.delayed", {{"hours", hours}});
    return {};
}

namespace {

/// The sentences on estimated and faded contacts. Contacts are not named, because there can be thousands of them, and
/// some are silent at any time.
std::string contacts_sentence(const Inputs& in, const std::vector<const State*>& from_feeds) {
    bool outline = false, faded = false;
    for (const State* s : from_feeds) {
        outline = outline || s->how == How::Interpolated;
        faded = faded || s->how == How::Stale;
    }
    std::string text;
    if (outline) append_sentence(text, in.words("feed.outline"));
    if (faded) append_sentence(text, in.words("feed.faded"));
    return text;
}

} // namespace

bool is_after_data(const Inputs& in) {
    return in.scenario.data_to_day && in.snapshot.at > *in.scenario.data_to_day;
}

std::string as_of_text(const Inputs& in, const Visible& visible, Detail detail) {
    if (in.figure.period) return period_text(in, detail);
    const auto all = drawn_states(in, visible);
    std::vector<const State*> states, from_feeds;
    for (const State* s : all)
        (feed_of(in.scenario, *s) ? from_feeds : states).push_back(s);
    std::string text = states.empty() && !from_feeds.empty() ? std::string{} : positions_sentence(in, states);
    if (in.comparison != nullptr)
        append_sentence(
            text, in.words("changes.compared",
                           {{"date", in.words.day_month_year(in.comparison->before.at, in.scenario.utc_offset_h)}}));
    if (in.scenario.data_to_day && !text.empty() && detail != Detail::Least)
        append_sentence(text,
                        in.words("asof.updated", {{"date", in.words.day_month_year(*in.scenario.data_to_day, 0)}}));
    if (is_after_data(in) && !states.empty())
        append_sentence(text,
                        in.words("asof.after_data", {{"date", in.words.day_month_year(*in.scenario.data_to_day, 0)}}));
    if (in.figure.known_by)
        append_sentence(text, in.words("asof.known_by", {{"date", in.words.day_month_year(*in.figure.known_by, 0)}}));
    append_sentence(text, feeds_text(in, from_feeds));
    if (const std::string note = dated_by_file_text(in.words, in.scenario); !note.empty())
        append_sentence(text, in.words("feed.note", {{"note", note}}));
    if (const auto silence = in.snapshot.feeds_silent.count(); silence > 0)
        append_sentence(text, in.words("feed.no_messages", {{"seconds", fmt::format("{}", silence)}}));
    append_sentence(text, blurred_sentence(in));
    if (visible.wide_fixes) append_sentence(text, in.words("asof.shaded"));
    const bool any_in_sea = std::any_of(all.begin(), all.end(), [](const State* s) {
        return s->area() && s->area()->of == assets::AreaRef::Of::Sea && !s->circle_cut_to_area();
    });
    if (any_in_sea) append_sentence(text, in.words("asof.in_sea"));
    if (detail != Detail::Full) return text;
    append_sentence(text, contacts_sentence(in, from_feeds));
    append_sentence(text, outline_sentence(in, states));
    append_sentence(text, sometime_sentence(in, states));
    append_sentence(text, held_sentence(in, states));
    const auto flagged = [&](Flag flag, std::string_view key) {
        append_sentence(text, sentence_about(in, states, key, [&](const State& s) { return s.flags.has(flag); }));
    };
    append_sentence(text, plans_sentence(in, states));
    flagged(Flag::Estimated, "asof.estimated_names");
    append_sentence(text, sentence_about(in, states, "asof.may_have_left_names", [](const State& s) {
                        return s.flags.has(Flag::MayHaveLeft) && !is_stated_as_held(s);
                    }));
    flagged(Flag::MayNotHaveArrived, "asof.may_not_have_arrived_names");
    return text;
}

} // namespace render
