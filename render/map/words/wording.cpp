#include "render/map/words/wording.hpp"

#include "render/map/words/feed_wording.hpp"

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

constexpr double large_scale = 2e6; // 1:2M; from this scale on, a policy's note_large_scale is used

std::chrono::year_month_day civil(assets::Instant t, double utc_offset_h) {
    const std::chrono::seconds shift{std::llround(utc_offset_h * 3600)};
    return std::chrono::year_month_day{std::chrono::floor<std::chrono::days>(t + shift)};
}

void append_sentence(std::string& text, const std::string& more) {
    if (more.empty()) return;
    if (!text.empty()) text += ' ';
    text += more;
}

std::string joined(const std::vector<std::string>& parts, const std::string& between) {
    std::string out;
    for (const std::string& part : parts)
        out += out.empty() ? part : between + part;
    return out;
}

std::vector<const State*> drawn_states(const Inputs& in, const Visible& visible) {
    std::vector<const State*> out;
    for (const State& s : in.snapshot.states.compute_all())
        if (visible.drawn_assets.contains(in.scenario.assets[s.asset].id) && s.carrier == assets::no_index)
            out.push_back(&s);
    return out;
}

const assets::Asset& asset_of(const Inputs& in, const State& s) {
    return in.scenario.assets[s.asset];
}

/// States the time of the map if every fix behind it has a time, else only the day.
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
    if (!any_fix) return in.words("asof.none", {{"date", in.words.day_month_year(at, in.scenario.utc_offset_h)}});
    if (!all_timed) return in.words("asof.reported", {{"date", in.words.day_month_year(at, in.scenario.utc_offset_h)}});
    const auto day = std::chrono::floor<std::chrono::days>(at);
    const std::chrono::hh_mm_ss time{at - day};
    return in.words("asof.reported_at",
                    {{"date", in.words.day_month_year(at, 0)},
                     {"time", fmt::format("{:02}:{:02}", time.hours().count(), time.minutes().count())}});
}

std::string shaded_sentence(const Inputs& in, const std::vector<const State*>& states) {
    bool ships = false, aircraft = false, others = false;
    for (const State* s : states) {
        if (!s->flags.has(Flag::Wide)) continue;
        const assets::AssetType type = asset_of(in, *s).type;
        (assets::is_ship(type) ? ships : assets::is_aircraft(type) ? aircraft : others) = true;
    }
    if (ships && !aircraft && !others) return in.words("asof.shaded");
    if (aircraft && !ships && !others) return in.words("asof.shaded_aircraft");
    return in.words("asof.shaded_other");
}

std::string hollow_sentence(const Inputs& in, const std::vector<const State*>& states) {
    std::vector<std::string> spans;
    std::string first, last;
    for (const State* s : states) {
        if (s->how != How::Interpolated || !s->leg) continue;
        first = short_date(in, s->leg->from_fix->to, s->leg->from_fix->utc_offset_h());
        last = short_date(in, s->leg->to_fix->from, s->leg->to_fix->utc_offset_h());
        spans.push_back(in.words("asof.hollow_item",
                                 {{"name", plain_name(in.scenario, asset_of(in, *s))}, {"from", first}, {"to", last}}));
    }
    if (spans.empty()) return {};
    if (spans.size() == 1) return in.words("asof.hollow_one", {{"from", first}, {"to", last}});
    if (spans.size() > 3) return in.words("asof.hollow");
    return in.words("asof.hollow_several", {{"list", joined(spans, in.words("asof.list_separator"))}});
}

/// Counts days by the calendar, as a reader does: from the 12th to the 20th are 8 days.
std::string age_words(const Inputs& in, const Fix& fix, double hours) {
    const auto day = [&](assets::Instant t) {
        return std::chrono::sys_days{civil(t, fix.utc_offset_h())};
    };
    const auto days = (day(in.snapshot.at) - day(fix.to)).count();
    if (days <= 0) return in.words("asof.age_hours", {{"hours", fmt::format("{}", std::max(1L, std::lround(hours)))}});
    return days == 1 ? in.words("asof.age_day") : in.words("asof.age_days", {{"days", fmt::format("{}", days)}});
}

bool is_stated_as_held(const State& s) {
    return (s.how == How::Held || s.how == How::Stale) && s.fix && s.age_h && *s.age_h >= 1;
}

std::string held_sentence(const Inputs& in, const std::vector<const State*>& states) {
    std::vector<std::string> items;
    for (const State* s : states) {
        if (!is_stated_as_held(*s)) continue;
        std::string item = in.words("asof.held_item", {{"name", plain_name(in.scenario, asset_of(in, *s))},
                                                       {"date", short_date(in, s->fix->to, s->fix->utc_offset_h())},
                                                       {"age", age_words(in, *s->fix, *s->age_h)}});
        if (s->flags.has(Flag::MayHaveLeft)) item += in.words("asof.held_may_have_left");
        items.push_back(std::move(item));
    }
    if (items.size() > 4) return in.words("asof.held");
    return items.empty() ? std::string{} : joined(items, in.words("asof.list_separator")) + ".";
}

/// "HMCS X: announced, not confirmed." for the assets of which `concerns` is true.
template <class Concerns>
std::string sentence_about(const Inputs& in, const std::vector<const State*>& states, std::string_view key,
                           Concerns&& concerns) {
    std::vector<std::string> names;
    for (const State* s : states)
        if (concerns(*s)) names.push_back(plain_name(in.scenario, asset_of(in, *s)));
    if (names.empty()) return {};
    const std::string list = names.size() > 4 ? in.words("asof.some") : joined(names, in.words("label.list_separator"));
    return in.words(key, {{"names", list}});
}

/// What a note of the policy is about, in order of importance.
enum class Subject { Zone, Line, Place };

/// Empty when the feature lies in the frame but is not drawn, because a note on it would puzzle the reader.
std::optional<Subject> subject_drawn(const Inputs& in, const Visible& visible, const geo::PolicyFeature& feature,
                                     double scale_denominator) {
    if (!feature.zone_kind.empty()) {
        const bool drawn = visible.policy_lines.contains(feature.id) ||
                           std::any_of(visible.zones.begin(), visible.zones.end(), [&](assets::ZoneIndex z) {
                               return is_described_by(in.scenario.zones[z], feature);
                           });
        return drawn ? std::optional{Subject::Zone} : std::nullopt;
    }
    if (feature.line == "none") return std::nullopt;
    if (!feature.line.empty()) return Subject::Line;
    const bool named = feature.max_scale == 0 || scale_denominator <= feature.max_scale;
    return named ? std::optional{Subject::Place} : std::nullopt;
}

std::string sometime_sentence(const Inputs& in, const std::vector<const State*>& states) {
    std::vector<std::string> items;
    for (const State* s : states) {
        if (!s->flags.has(Flag::Sometime) || !s->fix) continue;
        items.push_back(in.words("asof.sometime_item", {{"name", plain_name(in.scenario, asset_of(in, *s))},
                                                        {"from", short_date(in, s->fix->from, s->fix->utc_offset_h())},
                                                        {"to", short_date(in, s->fix->to, s->fix->utc_offset_h())}}));
    }
    if (items.size() > 4) return in.words("asof.sometime");
    return items.empty() ? std::string{} : joined(items, in.words("asof.list_separator")) + ".";
}

/// "Positions rounded to 0.5° and delayed 48 hours on purpose."
std::string blurred_sentence(const Inputs& in) {
    const auto number = [](double value) {
        return fmt::format("{}", value);
    };
    const auto& figure = in.figure;
    if (figure.round_deg && figure.delay_h)
        return in.words("asof.rounded_and_delayed",
                        {{"degrees", number(*figure.round_deg)}, {"hours", number(*figure.delay_h)}});
    if (figure.round_deg) return in.words("asof.rounded", {{"degrees", number(*figure.round_deg)}});
    if (figure.delay_h) return in.words("asof.delayed", {{"hours", number(*figure.delay_h)}});
    return {};
}

/// The sentences on hollow and faded contacts. Contacts are not named, because there can be thousands of them, and some
/// are silent at any time.
std::string contacts_sentence(const Inputs& in, const std::vector<const State*>& from_feeds) {
    bool hollow = false, faded = false;
    for (const State* s : from_feeds) {
        hollow = hollow || s->how == How::Interpolated;
        faded = faded || s->how == How::Stale;
    }
    std::string text;
    if (hollow) append_sentence(text, in.words("feed.hollow"));
    if (faded) append_sentence(text, in.words("feed.faded"));
    return text;
}

} // namespace

std::string as_of_text(const Inputs& in, const Visible& visible, Detail detail) {
    const auto all = drawn_states(in, visible);
    std::vector<const State*> states, from_feeds;
    for (const State* s : all)
        (feed_of(in.scenario, *s) ? from_feeds : states).push_back(s);
    std::string text = states.empty() && !from_feeds.empty() ? std::string{} : positions_sentence(in, states);
    if (in.scenario.data_to_day && !text.empty())
        append_sentence(text,
                        in.words("asof.compiled", {{"date", in.words.day_month_year(*in.scenario.data_to_day, 0)}}));
    append_sentence(text, feeds_text(in, from_feeds));
    append_sentence(text, blurred_sentence(in));
    if (visible.wide_fixes) append_sentence(text, shaded_sentence(in, all));
    if (detail == Detail::Brief) return text;
    append_sentence(text, contacts_sentence(in, from_feeds));
    append_sentence(text, hollow_sentence(in, states));
    append_sentence(text, sometime_sentence(in, states));
    append_sentence(text, held_sentence(in, states));
    const auto flagged = [&](Flag flag, std::string_view key) {
        append_sentence(text, sentence_about(in, states, key, [&](const State& s) { return s.flags.has(flag); }));
    };
    flagged(Flag::Planned, "asof.planned_names");
    flagged(Flag::Estimated, "asof.estimated_names");
    append_sentence(text, sentence_about(in, states, "asof.may_have_left_names", [](const State& s) {
                        return s.flags.has(Flag::MayHaveLeft) && !is_stated_as_held(s);
                    }));
    flagged(Flag::MayNotHaveArrived, "asof.may_not_have_arrived_names");
    return text;
}

std::string not_shown_text(const Inputs& in, const std::vector<UnplacedAsset>& unplaced, std::size_t limit) {
    if (unplaced.empty()) return {};
    std::vector<UnplacedAsset> items; // assets with the same `what` share an entry
    const auto named = static_cast<std::size_t>(
        std::count_if(unplaced.begin(), unplaced.end(), [](const UnplacedAsset& u) { return !u.name.empty(); }));
    for (std::size_t i = 0; i < std::min(limit, named); ++i) {
        const auto same = std::find_if(items.begin(), items.end(), [&](const UnplacedAsset& u) {
            return !u.what.empty() && u.what == unplaced[i].what;
        });
        if (same == items.end()) {
            items.push_back(unplaced[i]);
        } else {
            same->name += in.words("label.list_separator") + unplaced[i].name;
            same->text = in.words("unplaced.join", {{"name", same->name}, {"what", same->what}});
        }
    }
    std::vector<std::string> texts;
    for (UnplacedAsset& u : items)
        texts.push_back(std::move(u.text));
    if (named > limit) texts.push_back(in.words("unplaced.more", {{"count", fmt::format("{}", named - limit)}}));
    for (std::size_t i = named; i < unplaced.size(); ++i)
        texts.push_back(unplaced[i].text);
    return in.words("unplaced.title") + " " + joined(texts, in.words("unplaced.separator")) + ".";
}

std::vector<Note> note_texts(const Inputs& in, const Visible& visible, double scale_denominator) {
    std::vector<std::pair<Subject, Note>> found;
    const auto add = [&](Subject subject, const std::string& id, const std::string& text) {
        const bool said = std::any_of(found.begin(), found.end(), [&](const auto& f) { return f.second.text == text; });
        if (!text.empty() && !said) found.push_back({subject, {id, text}});
    };
    bool notes_not_to_scale = false, notes_illustrative = false;
    for (const std::string& id : visible.policy) {
        const geo::PolicyFeature* feature = in.policy.find(id);
        if (!feature) continue;
        const auto subject = subject_drawn(in, visible, *feature, scale_denominator);
        if (!subject) continue;
        const std::string& detailed = feature->note_large_scale.empty() ? feature->note : feature->note_large_scale;
        const std::string& longer = detailed.size() > feature->note.size() ? detailed : feature->note;
        const std::string& text = scale_denominator == 0             ? longer
                                  : scale_denominator <= large_scale ? detailed
                                                                     : feature->note;
        notes_not_to_scale = notes_not_to_scale || (feature->note_covers == "not_to_scale" && !text.empty());
        notes_illustrative = notes_illustrative || (feature->note_covers == "illustrative" && !text.empty());
        add(*subject, id, text);
    }
    const bool illustrative = std::any_of(visible.zones.begin(), visible.zones.end(), [&](assets::ZoneIndex z) {
        return in.scenario.zones[z].status == assets::ZoneStatus::Illustrative;
    });
    if (visible.not_to_scale && !notes_not_to_scale)
        add(Subject::Zone, "not_to_scale", in.words("zone_note.not_to_scale"));
    if (illustrative && !notes_illustrative) add(Subject::Zone, "illustrative", in.words("zone_note.illustrative"));
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<Note> notes;
    for (auto& [subject, note] : found)
        notes.push_back(std::move(note));
    return notes;
}

std::string credit_text(const Inputs& in, const Visible& visible) {
    std::vector<std::string> data;
    const auto drawn = [&](std::string_view layer) {
        return in.shows(layer);
    };
    if (drawn("land") || drawn("coast") || drawn("borders") || visible.relief)
        data.push_back(in.words("credit.natural_earth"));
    if (visible.fine_coast) data.push_back(in.words("credit.gshhg"));
    for (const std::string& id : visible.policy_lines)
        if (const geo::PolicyFeature* feature = in.policy.find(id); feature && !feature->credit.empty())
            data.push_back(in.words(feature->credit));
    if (visible.places) data.push_back(in.words("credit.geonames"));

    std::string text;
    const std::string own = in.figure.credit ? *in.figure.credit : in.scenario.credit;
    if (!own.empty()) append_sentence(text, in.words("credit.sources", {{"list", own}}));
    if (!in.shows("asof"))
        append_sentence(text, feeds_credit(in, drawn_states(in, visible))); // otherwise the as-of line names the feeds
    if (!data.empty())
        append_sentence(text, in.words("credit.prefix") + joined(data, in.words("credit.separator")) + ".");
    append_sentence(text, in.policy.disclaimer);
    return text;
}

std::string short_date(const Inputs& in, assets::Instant t, double utc_offset_h) {
    return civil(t, utc_offset_h).year() == civil(in.snapshot.at, in.scenario.utc_offset_h).year()
               ? in.words.day_month(t, utc_offset_h)
               : in.words.day_month_year(t, utc_offset_h);
}

std::string date_span(const Inputs& in, assets::Instant from, assets::Instant to, double utc_offset_h) {
    const auto first = civil(from, utc_offset_h), last = civil(to, utc_offset_h);
    if (first == last) return short_date(in, to, utc_offset_h);
    const bool this_year = last.year() == civil(in.snapshot.at, in.scenario.utc_offset_h).year();
    if (this_year && first.year() == last.year() && first.month() == last.month())
        return in.words("date.days",
                        {{"first", fmt::format("{}", static_cast<unsigned>(first.day()))},
                         {"last", fmt::format("{}", static_cast<unsigned>(last.day()))},
                         {"month", in.words(fmt::format("month.{}", static_cast<unsigned>(last.month())))}});
    return in.words("date.span",
                    {{"from", short_date(in, from, utc_offset_h)}, {"to", short_date(in, to, utc_offset_h)}});
}

std::string place_words(const assets::Scenario& scenario, const Fix& fix) {
    if (!fix.place().empty()) return fix.place();
    if (!fix.area()) return {};
    if (fix.area()->of == assets::AreaRef::Of::Zone) {
        const assets::Zone* zone = scenario.zone(fix.area()->id);
        return zone ? zone->name : std::string{};
    }
    const geo::Sea* sea = scenario.atlas ? scenario.atlas->seas.by_id(fix.area()->id) : nullptr;
    if (!sea) return {};
    return sea->article_name.empty() ? sea->name : sea->article_name;
}

const std::string& plain_name(const assets::Scenario& scenario, const assets::Asset& asset) {
    if (asset.short_name.empty()) return asset.name;
    const auto shares = [&](const assets::Asset& other) {
        return &other != &asset && other.short_name == asset.short_name;
    };
    return std::any_of(scenario.assets.begin(), scenario.assets.end(), shares) ? asset.name : asset.short_name;
}

std::string country_name(const Words& words, const std::string& iso) {
    const std::string key = "country." + iso;
    if (words.has(key)) return words(key);
    return iso.empty() ? words("country.other") : iso;
}

std::string capitalised(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

} // namespace render
