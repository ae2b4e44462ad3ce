#include "assets/formats/writing/writers.hpp"

#include <fmt/format.h>

namespace assets {
namespace {

/// Whether the text is a date or time of TOML such as 2024-07-31 or 2024-07-31T12:00:00Z, which needs no quotes.
bool is_time_literal(std::string_view text) {
    constexpr std::string_view day = "2024-07-31", time = "2024-07-31T12:00:00Z",
                               fine_time = "2024-07-31T12:00:00.250Z";
    const auto meant = parse_time_text(text, 0);
    if (!meant || text.size() < day.size() || text[4] != '-' || text[7] != '-') return false;
    return text.size() == day.size() || ((text.size() == time.size() || text.size() == fine_time.size()) &&
                                         text[10] == 'T' && text[13] == ':' && text.ends_with('Z'));
}

/// `a;b` as an array of TOML.
std::string array_literal(std::string_view list) {
    std::string array;
    while (!list.empty()) {
        const auto end = std::min(list.find(';'), list.size());
        array += (array.empty() ? "" : ", ") + string_literal(list.substr(0, end));
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return '[' + array + ']';
}

/// The text of a column as a value of TOML.
std::string toml_value(Shape shape, const std::string& text) {
    switch (shape) {
    case Shape::Number:
    case Shape::Positive:
    case Shape::Whole:
    case Shape::Flag:
    case Shape::Point:
    case Shape::Offset:
    case Shape::Box:
        return text;
    case Shape::Time:
        return is_time_literal(text) ? text : string_literal(text);
    case Shape::List:
        return array_literal(text);
    case Shape::TextOrPoint:
        return text.starts_with('[') ? text : string_literal(text);
    default:
        return string_literal(text);
    }
}

/// A table with its header; empty if all its keys have their default values.
template <class T>
std::string table(std::string_view header, const T& record, const std::vector<Column<T>>& keys, WriteContext& context) {
    std::string lines;
    for (const Column<T>& key : keys)
        if (const std::string text = key.write ? key.write(record, context) : std::string{}; !text.empty())
            lines += fmt::format("{} = {}\n", key.name, toml_value(key.shape, text));
    return lines.empty() || header.empty() ? lines : fmt::format("\n{}\n{}", header, lines);
}

std::string words_table(const Scenario& scenario) {
    std::string lines;
    for (const auto& [key, text] : scenario.words)
        lines += fmt::format("{} = {}\n", string_literal(key), string_literal(text));
    return lines.empty() ? lines : "\n[words]\n" + lines;
}

} // namespace

std::string written_settings(const Schema& keys, WriteContext& context) {
    const Scenario& scenario = context.scenario();
    std::string file =
        table("", scenario, keys.root, context) + table("[time]", scenario, keys.time, context) +
        table("[view]", scenario.view, keys.view, context) + table("[style]", scenario.view, keys.style, context) +
        table("[read]", scenario, keys.read, context) + table("[zones]", scenario, keys.zones_table, context) +
        table("[routes]", scenario.routes, keys.routes, context) + words_table(scenario);
    for (const Accept& accept : scenario.accepts)
        file += table("[[accept]]", accept, keys.accept, context);
    for (const FeedDeclaration& feed : scenario.feeds)
        file += table("[[feed]]", feed, keys.feed, context);
    for (const AlertRule& alert : scenario.alerts)
        file += table("[[alert]]", alert, keys.alert, context);
    for (const FigureDeclaration& figure : scenario.figures) {
        file += table("[[figure]]", figure, keys.figure, context);
        for (const FigureInset& inset : figure.insets)
            file += table("[[figure.inset]]", inset, keys.inset, context);
        for (const FigureNote& note : figure.notes)
            file += table("[[figure.note]]", note, keys.note, context);
        for (const FigureLabel& label : figure.labels)
            file += table("[[figure.label]]", label, keys.label, context);
    }
    return file;
}

} // namespace assets
