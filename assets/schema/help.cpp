#include "assets/schema/help.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace assets {
namespace {

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

std::string shape_help(const ColumnInfo& column) {
    switch (column.shape) {
    case Shape::Text:
        return std::string{column.form.empty() ? std::string_view{"text"} : column.form};
    case Shape::Id:
        return "an id";
    case Shape::Word:
        return words("one of", column.allowed);
    case Shape::List:
        if (column.allowed.empty()) return column.form.empty() ? "a list" : std::string{column.form};
        return words("a list of", column.allowed);
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

} // namespace

std::string value_help(const ColumnInfo& column) {
    std::string text = shape_help(column);
    if (!column.default_text.empty()) text += fmt::format("; default: {}", column.default_text);
    return text;
}

} // namespace assets
