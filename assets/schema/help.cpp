#include "assets/schema/help.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace assets {
namespace {

constexpr std::size_t indent = 19, page_width = 100;

/// Wraps a text between words. All lines are indented.
std::string wrapped(std::string_view text) {
    std::string lines;
    std::size_t used = page_width;
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        if (used + 1 + end > page_width) {
            lines += fmt::format("{}{:{}}", lines.empty() ? "" : "\n", "", indent);
            used = indent;
        } else {
            lines += ' ';
            ++used;
        }
        lines += text.substr(0, end);
        used += end;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines + '\n';
}

std::string numbers(std::string_view what, Range range) {
    const bool has_least = range.least > Range{}.least, has_most = range.most < Range{}.most;
    if (has_least && has_most) return fmt::format("{} from {} to {}", what, range.least, range.most);
    return has_least ? fmt::format("{} of at least {}", what, range.least) : std::string{what};
}

std::string words(std::string_view what, std::span<const std::string_view> allowed) {
    std::vector<std::string_view> written;
    std::copy_if(allowed.begin(), allowed.end(), std::back_inserter(written), [](auto w) { return !w.empty(); });
    return fmt::format("{} {}", what, fmt::join(written, " "));
}

/// Describes the values that a column or key takes.
std::string value_of(const ColumnInfo& column) {
    switch (column.shape) {
    case Shape::Text:
        return std::string{column.form.empty() ? std::string_view{"text"} : column.form};
    case Shape::Id:
        return "an id";
    case Shape::Word:
        return words("one of", column.allowed);
    case Shape::List:
        return column.allowed.empty() ? "a list" : words("a list of", column.allowed);
    case Shape::Number:
        return numbers("a number", column.range);
    case Shape::Positive:
        return "a number greater than 0";
    case Shape::Whole:
        return numbers("a whole number", column.range);
    case Shape::Flag:
        return "true or false";
    case Shape::Time:
        return "a date or a time";
    case Shape::TimeSpan:
        return "a duration such as 36h or 14d, or none";
    case Shape::Point:
        return "[longitude, latitude]";
    case Shape::Offset:
        return "[right, down] in mm";
    case Shape::TextOrPoint:
        return "an id, a place or [longitude, latitude]";
    case Shape::Box:
        return "[west, south, east, north]";
    case Shape::Table:
    case Shape::Tables:
        return {};
    }
    return {};
}

/// Two or more lines: the name with its help, then the values that the column or key takes.
std::string described(const ColumnInfo& column) {
    std::string value = value_of(column);
    if (!column.usual.empty()) value += fmt::format("; default: {}", column.usual);
    if (!column.aliases.empty()) value += fmt::format("; other headers: {}", fmt::join(column.aliases, ", "));
    const std::string name = fmt::format("{}{}", column.name, column.required ? " *" : "");
    return fmt::format("  {:<{}}{}\n", name, indent - 2, column.help) + (value.empty() ? value : wrapped(value));
}

} // namespace

std::string columns_help(const Schema& schema) {
    std::string text =
        "The columns of each file, in any order. Columns marked * are required, all others may be left out.\nThe "
        "items of a list are separated by ; and [[asset]] in scenario.toml has the columns of\nassets.csv. The "
        "columns of zones.geojson are properties of its features.\n";
    for (const TableFile& file : table_files) {
        text += fmt::format("\n{}: {}\n", file.name, file.help);
        for (const ColumnInfo& column : schema.columns_of(file.table))
            text += described(column);
    }
    return text;
}

std::string files_help(const Schema& schema) {
    std::string text =
        fmt::format("A scenario is a folder with {} or {}; the other files are optional.\n\n  {:<{}}{}\n",
                    settings_file, file_of(TableId::Positions), settings_file, indent - 2,
                    "title, period, view and style; the names of other files");
    for (const TableFile& file : table_files)
        text += fmt::format("  {:<{}}{}\n", file.name, indent - 2, file.help);
    text += fmt::format("\nA positions file alone is a scenario too. `theatrum help columns` lists the columns.\n\nThe "
                        "keys of {}. Keys marked * are required in their table.\n",
                        settings_file);
    for (const auto& [header, keys] : schema.toml_tables()) {
        text += fmt::format("\n{}\n", header.empty() ? "above the first table" : header);
        if (header == "[[asset]]") {
            text += fmt::format("  the columns of {}\n", file_of(TableId::Assets));
            continue;
        }
        if (keys.empty()) text += "  the key of a text that is printed on maps, and the text to print instead\n";
        for (const ColumnInfo& key : keys)
            text += described(key);
    }
    return text;
}

} // namespace assets
