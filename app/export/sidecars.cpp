#include "app/export/sidecars.hpp"

#include "app/state/state_words.hpp"
#include "assets/model/values/web_link.hpp"
#include "render/map/furniture/furniture.hpp"
#include "render/map/words/distance.hpp"
#include "render/map/words/wording.hpp"

#include <algorithm>
#include <map>
#include <string_view>

#include <fmt/format.h>

namespace app {

using render::Words;

namespace {

/// The text of a piece of furniture; empty when the composition does not have it.
std::string furniture_text(const render::Composition& composition, std::string_view id) {
    for (const auto& item : composition.layout.items)
        if (item.kind == "furniture" && item.id == id) return item.text;
    return {};
}

bool is_drawn(const assets::Scenario& scenario, const assets::State& state, const render::Composition& composition) {
    return composition.visible.drawn_assets.count(scenario.assets[state.asset].id) == 1;
}

/// Escapes the characters that have a meaning in Markdown.
std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '*' || c == '_' || c == '[' || c == ']' || c == '`' || c == '<' || c == '|' || c == '\\') out += '\\';
        out += c;
    }
    return out;
}

std::string source_line(const Words& words, const assets::Source& source) {
    std::string line = "    - " + escaped(source.title.empty() ? source.id : source.title);
    if (!source.publisher.empty()) line += ", " + escaped(source.publisher);
    if (!source.published.empty()) line += words("factcheck.published", {{"date", source.published}});
    if (!source.kind.empty()) line += " (" + escaped(source.kind) + ")";
    if (const auto link = assets::web_link(source.url); !link.empty())
        line += " <" + link + ">";
    else if (!source.url.empty())
        line += " " + escaped(source.url);
    return line + "\n";
}

std::string confidence_words(const Words& words, assets::Confidence place, assets::Confidence date) {
    const auto word = [&](assets::Confidence c) {
        return words(c == assets::Confidence::None ? "confidence.none"
                                                   : fmt::format("confidence.{}", assets::to_string(c)));
    };
    return words("factcheck.confidence", {{"place", word(place)}, {"date", word(date)}});
}

/// The rows of a claim in positions.csv; empty for a recording, which has no rows.
std::string rows_words(const Words& words, const assets::Scenario& scenario, const std::vector<int>& rows) {
    if (rows.empty() || scenario.recording) return {};
    return words("factcheck.position_rows", {{"rows", fmt::format("{}", fmt::join(rows, ", "))}});
}

bool is_heard(const assets::Scenario& scenario, const assets::State& state) {
    const auto sources = state.sources();
    return std::any_of(sources.begin(), sources.end(),
                       [&](const assets::SourceIndex source) { return assets::is_feed(scenario.sources[source]); });
}

/// The rows that the legend has no room for.
std::string key_text(const render::Composition& composition) {
    std::string text;
    for (const auto& dropped : composition.layout.dropped)
        if (dropped.why == render::legend_row_left_out) text += (text.empty() ? "" : "\n") + dropped.text;
    return text;
}

/// The notes below the map, then those that the footer does not have.
std::string notes_text(const render::Composition& composition) {
    std::string text = furniture_text(composition, "notes");
    for (const auto& dropped : composition.layout.dropped)
        if (dropped.why == render::note_left_out) text += (text.empty() ? "" : " ") + dropped.text;
    return text;
}

/// Whether a date behind the drawn assets is a day of a place that is not at UTC.
bool has_local_dates(const assets::Scenario& scenario, const assets::Snapshot& snapshot,
                     const render::Composition& composition) {
    const auto is_local_day = [](const assets::Fix* fix) {
        return fix && fix->utc_offset_h() != 0 && fix->precision() != assets::Precision::Time;
    };
    const auto& states = snapshot.states.compute_all();
    return std::any_of(states.begin(), states.end(), [&](const assets::State& state) {
        if (!is_drawn(scenario, state, composition)) return false;
        return is_local_day(state.fix) ||
               (state.leg && (is_local_day(state.leg->from_fix) || is_local_day(state.leg->to_fix)));
    });
}

/// The drawn assets at one place or in one sea.
struct PlaceGroup {
    std::string place;
    std::vector<const assets::State*> states; ///< by country, then in the order of the scenario
};

/// The places with most assets first, then by name; assets without a place come last.
std::vector<PlaceGroup> groups_of(const Words& words, const assets::Scenario& scenario,
                                  const assets::Snapshot& snapshot, const render::Composition& composition) {
    std::map<std::string, PlaceGroup> by_place;
    for (const assets::State& state : snapshot.states.compute_all()) {
        if (!is_drawn(scenario, state, composition)) continue;
        const std::string place = place_words(words, scenario, state);
        PlaceGroup& group = by_place[place];
        group.place = place.empty() ? words("unplaced.elsewhere") : place;
        group.states.push_back(&state);
    }
    std::vector<PlaceGroup> groups;
    for (auto& [place, group] : by_place)
        if (!place.empty()) groups.push_back(std::move(group));
    std::stable_sort(groups.begin(), groups.end(),
                     [](const PlaceGroup& a, const PlaceGroup& b) { return a.states.size() > b.states.size(); });
    if (const auto without = by_place.find(""); without != by_place.end()) groups.push_back(std::move(without->second));
    for (PlaceGroup& group : groups)
        std::stable_sort(group.states.begin(), group.states.end(), [&](const auto* a, const auto* b) {
            return scenario.assets[a->asset].country < scenario.assets[b->asset].country;
        });
    return groups;
}

/// One sentence for each centre of range rings, in the order of the composition.
std::vector<std::string> ring_sentences(const Words& words, const assets::Scenario& scenario,
                                        const render::Composition& composition) {
    std::vector<std::string> sentences;
    const auto& rings = composition.visible.rings;
    for (std::size_t i = 0; i < rings.size(); ++i) {
        const auto same_centre = [&](const render::RangeRing& ring) {
            return ring.centre == rings[i].centre;
        };
        const auto here = rings.begin() + static_cast<std::ptrdiff_t>(i);
        if (std::any_of(rings.begin(), here, same_centre)) continue;
        std::string radii;
        std::ptrdiff_t count = 0;
        for (const render::RangeRing& ring : rings) {
            if (!same_centre(ring)) continue;
            radii +=
                (radii.empty() ? "" : words("label.list_separator")) + render::radius_words(words, scenario, ring.km);
            ++count;
        }
        sentences.push_back(words(count == 1 ? "alt.ring" : "alt.rings",
                                  {{"radius", radii}, {"place", coordinate_words(words, rings[i].centre, 2)}}));
    }
    return sentences;
}

std::size_t characters(std::string_view utf8) {
    return static_cast<std::size_t>(std::count_if(
        utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; }));
}

/// The text, cut after this many characters if it is longer.
std::string first_characters(const std::string& utf8, std::size_t count) {
    if (characters(utf8) <= count) return utf8;
    std::size_t end = 0;
    for (std::size_t seen = 0; end < utf8.size(); ++end)
        if ((static_cast<unsigned char>(utf8[end]) & 0xc0U) != 0x80U && ++seen > count) break;
    return utf8.substr(0, end);
}

/// The list of calls, a line for each row.
std::string calls_text(const std::vector<render::CallRow>& rows) {
    std::string text;
    for (const render::CallRow& row : rows)
        text += (text.empty() ? "" : "\n") + row.number + (row.number.empty() ? "" : " ") + row.text;
    return text;
}

/// A claim with a box to tick for each call of the voyages.
std::string calls_to_check(const Words& words, const assets::Scenario& scenario, const assets::Snapshot& snapshot,
                           const std::vector<render::CallRow>& rows) {
    std::string text;
    for (const render::CallRow& row : rows) {
        if (!row.call) continue;
        const assets::Voyage& voyage = snapshot.voyages[row.voyage];
        text += fmt::format("- [ ] **{}** {} {}\n", escaped(full_name(words, scenario.assets[voyage.asset])),
                            row.number, escaped(row.text));
        for (const assets::Fix* fix : voyage.calls[*row.call].fixes) {
            text += fmt::format("    - {}{}\n", confidence_words(words, fix->confidence(), fix->confidence_date()),
                                rows_words(words, scenario, {fix->line}));
            for (const auto source : fix->sources())
                text += source_line(words, scenario.sources[source]);
        }
    }
    return text;
}

} // namespace

std::string alt_text(const Words& words, const assets::Scenario& scenario, const assets::Snapshot& snapshot,
                     const render::Composition& composition) {
    constexpr std::size_t most_characters = 250;
    std::string text = words("alt.map", {{"title", composition.picture.title}});
    for (const std::string& sentence : ring_sentences(words, scenario, composition))
        if (characters(text) + 1 + characters(sentence) <= most_characters / 2) text += " " + sentence;
    const auto groups = groups_of(words, scenario, snapshot, composition);
    for (std::size_t i = 0; i < groups.size(); ++i) {
        std::map<std::pair<bool, std::string>, int> countries; // by whether only planned, so that plans come last
        for (const assets::State* state : groups[i].states)
            ++countries[{state->flags.has(assets::Flag::Planned),
                         render::country_name(words, scenario.assets[state->asset].country)}];
        std::string list;
        for (const auto& [key, count] : countries) {
            const auto& [is_planned, country] = key;
            list += (list.empty() ? "" : words("label.list_separator")) +
                    words(is_planned ? "alt.count_of_plans" : "alt.count",
                          {{"country", country}, {"count", fmt::format("{}", count)}});
        }
        const std::string sentence = " " + words("alt.group", {{"place", groups[i].place}, {"list", list}});
        const std::size_t left = groups.size() - i;
        const std::string rest = " " + (left == 1 ? words("alt.one_more_place")
                                                  : words("alt.more_places", {{"count", fmt::format("{}", left)}}));
        const std::size_t room = i + 1 == groups.size() ? 0 : characters(rest);
        if (characters(text) + characters(sentence) + room > most_characters) {
            if (characters(text) + characters(rest) <= most_characters) text += rest;
            break;
        }
        text += sentence;
    }
    return first_characters(text, most_characters) + "\n";
}

std::string long_description(const Words& words, const assets::Scenario& scenario, const assets::Snapshot& snapshot,
                             const render::Composition& composition) {
    constexpr long most_named = 8; // assets from feeds; a longer list would be tiring to listen to
    const auto& states = snapshot.states.compute_all();
    const auto heard = std::count_if(states.begin(), states.end(), [&](const assets::State& state) {
        return is_drawn(scenario, state, composition) && is_heard(scenario, state);
    });
    std::string text = composition.picture.description;
    for (const PlaceGroup& group : groups_of(words, scenario, snapshot, composition)) {
        std::string list, country;
        for (const assets::State* state : group.states) {
            if (heard > most_named && is_heard(scenario, *state)) continue;
            const assets::Asset& asset = scenario.assets[state->asset];
            const std::string of = render::country_name(words, asset.country);
            if (!list.empty()) list += words("alt.asset_separator");
            if (of != country) list += words("alt.country", {{"country", of}});
            country = of;
            list += words("alt.asset",
                          {{"name", full_name(words, asset)}, {"state", describe_state(words, scenario, *state)}});
        }
        if (!list.empty()) text += "\n" + words("alt.group", {{"place", group.place}, {"list", list}});
    }
    if (!composition.calls.empty()) text += "\n" + calls_text(composition.calls);
    for (const std::string& sentence : ring_sentences(words, scenario, composition))
        text += "\n" + sentence;
    const std::string not_shown = render::not_shown_in_full(words, composition.layout.unplaced);
    if (!not_shown.empty()) text += "\n" + not_shown;
    return text + "\n";
}

std::string caption_text(const Words& words, const assets::Scenario& scenario, const assets::Snapshot& snapshot,
                         const render::Composition& composition) {
    std::string as_of = composition.picture.description;
    if (!as_of.empty() && has_local_dates(scenario, snapshot, composition)) as_of += " " + words("caption.local_dates");
    return caption_of(words, composition,
                      {as_of, render::not_shown_in_full(words, composition.layout.unplaced), "",
                       alt_text(words, scenario, snapshot, composition),
                       long_description(words, scenario, snapshot, composition)});
}

std::string caption_of(const Words& words, const render::Composition& composition, const CaptionTexts& texts) {
    std::string text = words("caption.title") + "\n" + composition.picture.title + "\n";
    const auto add = [&](std::string_view name, const std::string& body) {
        if (!body.empty()) text += fmt::format("\n{}\n{}\n", name, body);
    };
    add(words("caption.subtitle"), furniture_text(composition, "subtitle"));
    add(words("caption.as_of"), texts.as_of);
    add(words("caption.changes"), texts.changes);
    add(words("caption.not_shown"), texts.not_shown);
    add(words("caption.key"), key_text(composition));
    add(words("caption.notes"), notes_text(composition));
    add(words("caption.credit"), furniture_text(composition, "credit"));
    return text + "\n" + words("caption.alternative") + "\n" + texts.alternative + "\n" +
           words("caption.long_description") + "\n" + texts.long_description;
}

std::string fact_check(const Words& words, const assets::Scenario& scenario, const assets::Snapshot& snapshot,
                       const render::Composition& composition) {
    std::string text = "# " + words("factcheck.title", {{"title", escaped(composition.picture.title)}}) + "\n\n" +
                       escaped(composition.picture.description);
    const auto section = [&](const char* key) {
        return "\n## " + words(key) + "\n\n";
    };
    text += "\n" + section("factcheck.positions");
    for (const auto& state : snapshot.states.compute_all()) {
        if (!is_drawn(scenario, state, composition)) continue;
        text += fmt::format("- [ ] **{}**: {}\n    - {}{}\n", escaped(full_name(words, scenario.assets[state.asset])),
                            escaped(describe_state(words, scenario, state)),
                            confidence_words(words, state.confidence, state.confidence_date),
                            rows_words(words, scenario, state.rows()));
        for (const auto source : state.sources())
            text += source_line(words, scenario.sources[source]);
    }
    text += calls_to_check(words, scenario, snapshot, composition.calls);
    if (!composition.layout.unplaced.empty()) text += section("factcheck.not_shown");
    for (const auto& asset : composition.layout.unplaced)
        text += "- [ ] " + escaped(asset.text) + "\n";
    if (!composition.visible.events.empty()) text += section("factcheck.events");
    for (const auto index : composition.visible.events) {
        const auto& event = scenario.events[index];
        text += fmt::format("- [ ] **{}** {}\n    - {}{}\n", escaped(event.title), escaped(event.caption),
                            confidence_words(words, event.confidence, event.confidence_date),
                            words("factcheck.event_row", {{"row", fmt::format("{}", event.line)}}));
        for (const auto source : event.sources)
            text += source_line(words, scenario.sources[source]);
    }
    if (!composition.visible.zones.empty()) text += section("factcheck.zones");
    const auto word = [&](const char* table, std::string_view value) {
        return words(fmt::format("{}.{}", table, value));
    };
    for (const auto index : composition.visible.zones) {
        const auto& zone = scenario.zones[index];
        text += fmt::format("- [ ] **{}** {}{}\n", escaped(render::zone_name(words, zone)),
                            words("factcheck.zone", {{"status", word("zone_status", assets::to_string(zone.status))},
                                                     {"drawn", word("zone_drawn", assets::to_string(zone.drawn))}}),
                            zone.note.empty() ? "" : ": " + escaped(zone.note));
        for (const auto source : zone.sources)
            text += source_line(words, scenario.sources[source]);
    }
    if (!composition.visible.rings.empty()) text += section("factcheck.rings");
    for (const render::RangeRing& ring : composition.visible.rings)
        text += "- [ ] " +
                words("factcheck.ring", {{"radius", render::radius_words(words, scenario, ring.km)},
                                         {"place", coordinate_words(words, ring.centre, 4)}}) +
                "\n";
    return text;
}

} // namespace app
