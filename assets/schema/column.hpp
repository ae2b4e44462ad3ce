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

/// What the value of a column or of a key of scenario.toml looks like.
enum class Shape {
    Text,
    Id,          ///< [a-z0-9][a-z0-9._-]*
    Word,        ///< one of `allowed`
    List,        ///< in CSV joined by `;`, in TOML a text or an array of texts; of `allowed` where there are any
    Number,      ///< within `range`
    Positive,    ///< a number greater than 0
    Whole,       ///< a whole number within `range`
    Flag,        ///< true or false
    Time,        ///< a date or a time
    TimeSpan,    ///< 36h, 14d; none for no limit
    Point,       ///< TOML only, as all that follow: [longitude, latitude]
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

/// What is to be known of a column of a file, or of a key of a table of scenario.toml, whatever record it belongs to.
struct ColumnInfo {
    std::string_view name;
    Shape shape = Shape::Text;
    std::string_view help;                          ///< one line for `theatrum help`, without a full stop
    std::vector<std::string_view> aliases = {};     ///< other headers that stand for it: small letters, `_` for a space
    std::span<const std::string_view> allowed = {}; ///< the closed list of words; an empty one is not written
    std::span<const std::string_view> meanings = {}; ///< of the words in `allowed`, in their order; may be empty
    std::span<const Guess> guesses = {};             ///< other words that are read as one of `allowed`, with a note
    Range range = {};
    std::string_view form = {};  ///< what a checked text must be: "a grade from A1 to F6"
    std::string_view usual = {}; ///< what an empty value is read as
    bool required = false; ///< CSV: the header must have the column, and each row a value; TOML: the key must stand
    bool always = false;   ///< written even when it is empty in every record
    int starter = 0;       ///< its place among the columns of a file that is newly begun; 0: not one of them

    template <class Enum>
    void set_words() {
        allowed = assets::names_of<Enum>();
        meanings = meanings_of<Enum>();
        guesses = guesses_of<Enum>();
    }
};

/// One column of a file whose records become a T: the one place where it stands. The reader, the writer, the template
/// of `theatrum new`, `theatrum help` and the comparison of scenarios in the tests are made from it.
template <class T>
struct Column : ColumnInfo {
    /// Sets the member from a value that is not empty. Null where the meaning depends on other columns (a position, an
    /// interval, an asset that may be named in five ways): a rule of the reader then reads it.
    void (*read)(T&, Cell&) = nullptr;
    /// The text that reads back as the same value; empty for what a reader takes for granted. Null: never written.
    std::string (*write)(const T&, WriteContext&) = nullptr;

    [[nodiscard]] Column also(std::span<const std::string_view> other_headers) const {
        Column column = *this;
        column.aliases.assign(other_headers.begin(), other_headers.end());
        return column;
    }
    [[nodiscard]] Column need() const {
        Column column = *this;
        column.required = column.always = true;
        return column;
    }
    [[nodiscard]] Column always_written() const {
        Column column = *this;
        column.always = true;
        return column;
    }
    [[nodiscard]] Column in_new(int place) const {
        Column column = *this;
        column.starter = place;
        return column;
    }
    [[nodiscard]] Column words(std::span<const std::string_view> words) const {
        Column column = *this;
        column.allowed = words;
        return column;
    }
    template <class Enum>
    [[nodiscard]] Column words_of() const {
        Column column = *this;
        column.set_words<Enum>();
        return column;
    }
    /// The form that a checked text must have: it completes "'TEXT' is not ...".
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
    [[nodiscard]] Column otherwise(std::string_view value) const {
        Column column = *this;
        column.usual = value;
        return column;
    }
};

template <class T>
[[nodiscard]] std::vector<ColumnInfo> infos_of(const std::vector<Column<T>>& columns) {
    return {columns.begin(), columns.end()};
}
/// The column of this name, which must be among them.
template <class T>
[[nodiscard]] const Column<T>& find_column(const std::vector<Column<T>>& columns, std::string_view name) {
    const auto found = std::find_if(columns.begin(), columns.end(), [&](const auto& c) { return c.name == name; });
    assert(found != columns.end());
    return *found;
}
[[nodiscard]] std::vector<std::string_view> names_of(std::span<const ColumnInfo>);

/// A header as names and aliases are written: in small letters, `_` for spaces and hyphens.
[[nodiscard]] std::string column_key(std::string_view header);
/// For each header of a file the index of the column that it stands for. Names come first, so that an alias never
/// displaces the real one: `date` is a column of sources.csv, elsewhere it is `from`.
[[nodiscard]] std::vector<std::optional<std::size_t>> match_header(const std::vector<std::string>& header,
                                                                   std::span<const ColumnInfo>);

} // namespace assets
