#include "app/export/sidecars.hpp"

#include "app/state/state_words.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace app {

namespace {

/// What a piece of furniture says; empty when it is not on the figure.
std::string furniture_text(const render::Composition& figure, std::string_view id) {
    for (const auto& item : figure.layout.items)
        if (item.kind == "furniture" && item.id == id) return item.text;
    return {};
}

std::string not_shown(const render::Composition& figure) {
    std::string text;
    for (const auto& asset : figure.layout.unplaced)
        text += (text.empty() ? "Not shown: " : "; ") + asset.text;
    return text.empty() ? text : text + ".";
}

bool is_drawn(const assets::Scenario& scenario, const assets::State& state, const render::Composition& figure) {
    return figure.visible.drawn_assets.count(scenario.assets[state.asset].id) == 1;
}

/// Markdown has its own idea of these.
std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '*' || c == '_' || c == '[' || c == ']' || c == '`' || c == '<' || c == '|' || c == '\\') out += '\\';
        out += c;
    }
    return out;
}

std::string source_line(const assets::Source& source) {
    std::string line = "    - " + escaped(source.title.empty() ? source.id : source.title);
    if (!source.publisher.empty()) line += ", " + escaped(source.publisher);
    if (!source.published.empty()) line += ", published " + source.published;
    if (!source.kind.empty()) line += " (" + escaped(source.kind) + ")";
    if (!source.url.empty()) line += " <" + source.url + ">";
    return line + "\n";
}

std::string confidence_words(assets::Confidence place, assets::Confidence date) {
    const auto word = [](assets::Confidence c) {
        return c == assets::Confidence::None ? std::string_view{"not graded"} : assets::to_string(c);
    };
    return fmt::format("confidence of the place: {}, of the date: {}", word(place), word(date));
}

/// A recording has no rows that could be looked up.
std::string rows_words(const assets::Scenario& scenario, const std::vector<int>& rows) {
    return rows.empty() || scenario.recording ? std::string{}
                                              : fmt::format("; positions.csv line {}", fmt::join(rows, ", "));
}

bool is_heard(const assets::Scenario& scenario, const assets::State& state) {
    const auto sources = state.sources();
    return std::any_of(sources.begin(), sources.end(),
                       [&](const assets::SourceIndex source) { return assets::is_feed(scenario.sources[source]); });
}

} // namespace

std::string alt_text(const assets::Scenario& scenario, const assets::Snapshot& snapshot,
                     const render::Composition& figure) {
    constexpr long most_named = 8; // of those heard by feeds: alternative text is listened to
    const auto is_drawn_and_heard = [&](const assets::State& state) {
        return is_drawn(scenario, state, figure) && is_heard(scenario, state);
    };
    const auto& states = snapshot.states.work_out_all();
    const auto heard = std::count_if(states.begin(), states.end(), is_drawn_and_heard);
    std::string text = "Map: " + figure.picture.title + ". ";
    for (const auto& state : states)
        if (is_drawn(scenario, state, figure) && (heard <= most_named || !is_heard(scenario, state)))
            text += scenario.assets[state.asset].name + ": " + where_and_how(scenario, state) + ". ";
    if (heard > 0) text += figure.picture.description + ' ';
    text += not_shown(figure);
    while (!text.empty() && text.back() == ' ')
        text.pop_back();
    return text + "\n";
}

std::string caption_text(const assets::Scenario& scenario, const assets::Snapshot& snapshot,
                         const render::Composition& figure) {
    std::string text = "TITLE\n" + figure.picture.title + "\n";
    const auto add = [&](std::string_view name, const std::string& body) {
        if (!body.empty()) text += fmt::format("\n{}\n{}\n", name, body);
    };
    add("SUBTITLE", furniture_text(figure, "subtitle"));
    add("AS OF", figure.picture.description);
    add("NOT SHOWN", not_shown(figure));
    add("CREDIT", furniture_text(figure, "credit"));
    return text + "\nALTERNATIVE TEXT\n" + alt_text(scenario, snapshot, figure);
}

std::string fact_check(const assets::Scenario& scenario, const assets::Snapshot& snapshot,
                       const render::Composition& figure) {
    std::string text = "# Fact check: " + escaped(figure.picture.title) + "\n\n" + escaped(figure.picture.description) +
                       "\n\n## Positions\n\n";
    for (const auto& state : snapshot.states.work_out_all()) {
        if (!is_drawn(scenario, state, figure)) continue;
        text +=
            fmt::format("- [ ] **{}**: {}\n    - {}{}\n", escaped(scenario.assets[state.asset].name),
                        escaped(where_and_how(scenario, state)),
                        confidence_words(state.confidence, state.confidence_date), rows_words(scenario, state.rows()));
        for (const auto source : state.sources())
            text += source_line(scenario.sources[source]);
    }
    if (!figure.layout.unplaced.empty()) text += "\n## Not shown\n\n";
    for (const auto& asset : figure.layout.unplaced)
        text += "- [ ] " + escaped(asset.text) + "\n";
    if (!figure.visible.events.empty()) text += "\n## Events\n\n";
    for (const auto index : figure.visible.events) {
        const auto& event = scenario.events[index];
        text +=
            fmt::format("- [ ] **{}** {}\n    - {}; events.csv line {}\n", escaped(event.title), escaped(event.caption),
                        confidence_words(event.confidence, event.confidence_date), event.line);
        for (const auto source : event.sources)
            text += source_line(scenario.sources[source]);
    }
    if (!figure.visible.zones.empty()) text += "\n## Areas and lines\n\n";
    for (const auto index : figure.visible.zones) {
        const auto& zone = scenario.zones[index];
        text += fmt::format("- [ ] **{}** ({}, {}){}\n", escaped(zone.name), assets::to_string(zone.status),
                            assets::to_string(zone.drawn), zone.note.empty() ? "" : ": " + escaped(zone.note));
        for (const auto source : zone.sources)
            text += source_line(scenario.sources[source]);
    }
    return text;
}

} // namespace app
