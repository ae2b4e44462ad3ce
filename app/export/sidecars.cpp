#include "app/export/sidecars.hpp"

#include "app/state/state_words.hpp"
#include "render/map/words/wording.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace app {

using render::Words;

namespace {

/// The text of a piece of furniture; empty when the figure does not have it.
std::string furniture_text(const render::Composition& figure, std::string_view id) {
    for (const auto& item : figure.layout.items)
        if (item.kind == "furniture" && item.id == id) return item.text;
    return {};
}

bool is_drawn(const assets::Scenario& scenario, const assets::State& state, const render::Composition& figure) {
    return figure.visible.drawn_assets.count(scenario.assets[state.asset].id) == 1;
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
    if (!source.url.empty()) line += " <" + source.url + ">";
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

/// Whether a date behind the drawn assets is a day of a place that is not at UTC.
bool has_local_dates(const assets::Scenario& scenario, const assets::Snapshot& snapshot,
                     const render::Composition& figure) {
    const auto is_local_day = [](const assets::Fix* fix) {
        return fix && fix->utc_offset_h() != 0 && fix->precision() != assets::Precision::Time;
    };
    const auto& states = snapshot.states.compute_all();
    return std::any_of(states.begin(), states.end(), [&](const assets::State& state) {
        if (!is_drawn(scenario, state, figure)) return false;
        return is_local_day(state.fix) ||
               (state.leg && (is_local_day(state.leg->from_fix) || is_local_day(state.leg->to_fix)));
    });
}

} // namespace

std::string alt_text(const Words& words, const assets::Scenario& scenario, const assets::Snapshot& snapshot,
                     const render::Composition& figure) {
    constexpr long most_named = 8; // assets from feeds; a longer list would be tiring to listen to
    const auto is_drawn_and_heard = [&](const assets::State& state) {
        return is_drawn(scenario, state, figure) && is_heard(scenario, state);
    };
    const auto& states = snapshot.states.compute_all();
    const auto heard = std::count_if(states.begin(), states.end(), is_drawn_and_heard);
    std::string text = words("alt.map", {{"title", figure.picture.title}}) + " ";
    for (const auto& state : states)
        if (is_drawn(scenario, state, figure) && (heard <= most_named || !is_heard(scenario, state)))
            text += words("alt.asset", {{"name", scenario.assets[state.asset].name},
                                        {"state", describe_state(words, scenario, state)}}) +
                    " ";
    if (heard > 0) text += figure.picture.description + ' ';
    text += render::not_shown_in_full(words, figure.layout.unplaced);
    while (!text.empty() && text.back() == ' ')
        text.pop_back();
    return text + "\n";
}

std::string caption_text(const Words& words, const assets::Scenario& scenario, const assets::Snapshot& snapshot,
                         const render::Composition& figure) {
    std::string text = words("caption.title") + "\n" + figure.picture.title + "\n";
    const auto add = [&](std::string_view name, const std::string& body) {
        if (!body.empty()) text += fmt::format("\n{}\n{}\n", name, body);
    };
    add(words("caption.subtitle"), furniture_text(figure, "subtitle"));
    std::string as_of = figure.picture.description;
    if (!as_of.empty() && has_local_dates(scenario, snapshot, figure)) as_of += " " + words("caption.local_dates");
    add(words("caption.as_of"), as_of);
    add(words("caption.not_shown"), render::not_shown_in_full(words, figure.layout.unplaced));
    add(words("caption.credit"), furniture_text(figure, "credit"));
    return text + "\n" + words("caption.alternative") + "\n" + alt_text(words, scenario, snapshot, figure);
}

std::string fact_check(const Words& words, const assets::Scenario& scenario, const assets::Snapshot& snapshot,
                       const render::Composition& figure) {
    std::string text = "# " + words("factcheck.title", {{"title", escaped(figure.picture.title)}}) + "\n\n" +
                       escaped(figure.picture.description);
    const auto section = [&](const char* key) {
        return "\n## " + words(key) + "\n\n";
    };
    text += "\n" + section("factcheck.positions");
    for (const auto& state : snapshot.states.compute_all()) {
        if (!is_drawn(scenario, state, figure)) continue;
        text += fmt::format("- [ ] **{}**: {}\n    - {}{}\n", escaped(scenario.assets[state.asset].name),
                            escaped(describe_state(words, scenario, state)),
                            confidence_words(words, state.confidence, state.confidence_date),
                            rows_words(words, scenario, state.rows()));
        for (const auto source : state.sources())
            text += source_line(words, scenario.sources[source]);
    }
    if (!figure.layout.unplaced.empty()) text += section("factcheck.not_shown");
    for (const auto& asset : figure.layout.unplaced)
        text += "- [ ] " + escaped(asset.text) + "\n";
    if (!figure.visible.events.empty()) text += section("factcheck.events");
    for (const auto index : figure.visible.events) {
        const auto& event = scenario.events[index];
        text += fmt::format("- [ ] **{}** {}\n    - {}{}\n", escaped(event.title), escaped(event.caption),
                            confidence_words(words, event.confidence, event.confidence_date),
                            words("factcheck.event_row", {{"row", fmt::format("{}", event.line)}}));
        for (const auto source : event.sources)
            text += source_line(words, scenario.sources[source]);
    }
    if (!figure.visible.zones.empty()) text += section("factcheck.zones");
    const auto word = [&](const char* table, std::string_view value) {
        return words(fmt::format("{}.{}", table, value));
    };
    for (const auto index : figure.visible.zones) {
        const auto& zone = scenario.zones[index];
        text += fmt::format("- [ ] **{}** {}{}\n", escaped(zone.name),
                            words("factcheck.zone", {{"status", word("zone_status", assets::to_string(zone.status))},
                                                     {"drawn", word("zone_drawn", assets::to_string(zone.drawn))}}),
                            zone.note.empty() ? "" : ": " + escaped(zone.note));
        for (const auto source : zone.sources)
            text += source_line(words, scenario.sources[source]);
    }
    return text;
}

} // namespace app
