#pragma once

#include "assets/model/names.hpp"
#include "assets/schema/cell.hpp"

#include <algorithm>
#include <cassert>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace assets {

class WriteContext;

/// The type of value that a column or a key of scenario.toml takes.
enum class Shape {
    Text,
    Id,          ///< [a-z0-9][a-z0-9._-]*
    Word,        ///< one of `allowed`
    List,        ///< in CSV separated by `;`, in TOML a text or an array; items from `allowed` unless that is empty
    Number,      ///< within `range`
    Positive,    ///< a number greater than 0
    Whole,       ///< a whole number within `range`
    Flag,        ///< true or false
    Time,        ///< a date or a time
    TimeSpan,    ///< a duration such as 36h or 14d, or none for no limit
    Point,       ///< [longitude, latitude]; this shape and all below: TOML only
    Offset,      ///< [right, down] in mm
    TextOrPoint, ///< an id, a place or [longitude, latitude]
    Box,         ///< [west, south, east, north]
    Table,
    Tables
};

/// The numbers from `least` to `most`, both included.
struct Range {
    double least = -std::numeric_limits<double>::infinity(), most = std::numeric_limits<double>::infinity();
};

/// The description of a column of a file or of a key of scenario.toml that does not depend on the type of its record.
struct ColumnInfo {
    std::string_view name;
    Shape shape = Shape::Text;
    std::string_view help;                            ///< meaning, unit and format in one line for `theatrum help`
    std::vector<std::string_view> aliases = {};       ///< other accepted headers, as column_key() gives them
    std::vector<std::string_view> date_aliases = {};  ///< headers of a date whose clock is in another column
    std::vector<std::string_view> clock_aliases = {}; ///< headers of that clock
    std::span<const std::string_view> allowed = {};   ///< all words that it takes; an empty word is not written
    std::span<const std::string_view> meanings = {};  ///< of the words in `allowed`, in their order; may be empty
    std::span<const OtherWord> other_words = {};      ///< words that are read as one of `allowed`, with a note
    Range range = {};
    std::string_view form = {};         ///< what a checked text must be, such as "a grade from A1 to F6"
    std::string_view default_text = {}; ///< the meaning of an empty value, for help
    bool required = false;              ///< CSV: in the header and in every row; TOML: in every table
    bool printed = false;               ///< its text stands on maps, so the fonts must have its characters
    bool always = false;                ///< written even when it is empty in every record
    int template_position = 0;          ///< in the files of `theatrum new`, from 1; 0: left out there

    template <class Enum>
    void set_words() {
        allowed = assets::names_of<Enum>();
        meanings = meanings_of<Enum>();
        other_words = other_words_of<Enum>();
    }
};

/// One column of a file whose records become a T. The reader, the writer, the template of `theatrum new`, `theatrum
/// help` and the tests' comparison of scenarios all use this one description.
template <class T>
struct Column : ColumnInfo {
    /// Sets the member from a value that is not empty. Null if the meaning depends on other columns (a position, an
    /// interval, an asset that five columns may identify): then the reader of the file reads the value.
    void (*read)(T&, Cell&) = nullptr;
    /// The text that reads back as the same value; empty for the default value. Null: the column is never written.
    std::string (*write)(const T&, WriteContext&) = nullptr;

    [[nodiscard]] Column with_aliases(std::span<const std::string_view> other_headers) const {
        Column column = *this;
        column.aliases.assign(other_headers.begin(), other_headers.end());
        return column;
    }
    [[nodiscard]] Column with_clock(std::span<const std::string_view> dates,
                                    std::span<const std::string_view> clocks) const {
        Column column = *this;
        column.date_aliases.assign(dates.begin(), dates.end());
        column.clock_aliases.assign(clocks.begin(), clocks.end());
        return column;
    }
    [[nodiscard]] Column as_required() const {
        Column column = *this;
        column.required = column.always = true;
        return column;
    }
    [[nodiscard]] Column always_written() const {
        Column column = *this;
        column.always = true;
        return column;
    }
    [[nodiscard]] Column as_printed() const {
        Column column = *this;
        column.printed = true;
        return column;
    }
    [[nodiscard]] Column in_template(int position) const {
        Column column = *this;
        column.template_position = position;
        return column;
    }
    [[nodiscard]] Column with_words(std::span<const std::string_view> words) const {
        Column column = *this;
        column.allowed = words;
        return column;
    }
    template <class Enum>
    [[nodiscard]] Column with_words_of() const {
        Column column = *this;
        column.set_words<Enum>();
        return column;
    }
    /// `what` completes the error "'TEXT' is not ...".
    [[nodiscard]] Column of_form(std::string_view what) const {
        Column column = *this;
        column.form = what;
        return column;
    }
    [[nodiscard]] Column within(Range limits) const {
        Column column = *this;
        column.range = limits;
        return column;
    }
    [[nodiscard]] Column with_default(std::string_view value) const {
        Column column = *this;
        column.default_text = value;
        return column;
    }
};

template <class T>
[[nodiscard]] std::vector<ColumnInfo> infos_of(const std::vector<Column<T>>& columns) {
    return {columns.begin(), columns.end()};
}
/// The column with this name, which must exist.
template <class T>
[[nodiscard]] const Column<T>& find_column(const std::vector<Column<T>>& columns, std::string_view name) {
    const auto found = std::find_if(columns.begin(), columns.end(), [&](const auto& c) { return c.name == name; });
    assert(found != columns.end());
    return *found;
}
[[nodiscard]] std::vector<std::string_view> names_of(std::span<const ColumnInfo>);

/// A header in the spelling of names and aliases: lower case, with `_` for spaces and hyphens, without a leading `#`.
[[nodiscard]] std::string column_key(std::string_view header);

/// What a header of a file means.
struct HeaderMatch {
    std::optional<std::size_t> column{};
    bool is_clock = false; ///< the column holds the clock that belongs to another column's date
    bool is_twice = false; ///< another header has given `column` already
    bool is_utc = false;   ///< the header says that its times are in UTC: `Time (UTC)`
};
/// The meaning of each header. Names are matched before aliases, so an alias never takes the place of a name: `date` is
/// a column of sources.csv, but an alias of `from` elsewhere. Where one header is a date and one a clock, both give one
/// column.
[[nodiscard]] std::vector<HeaderMatch> match_header(const std::vector<std::string>& header,
                                                    std::span<const ColumnInfo>);

} // namespace assets
