#pragma once

#include "assets/formats/reading/reading.hpp"
#include "assets/formats/text/number_text.hpp"
#include "assets/schema/values.hpp"

namespace assets {

/// One record of any file of a scenario (a CSV row, a TOML table, the properties of a feature): a text for each column.
class Record {
public:
    /// The columns must outlive the record.
    Record(std::span<const ColumnInfo> columns, std::uint16_t file)
        : m_columns{columns},
          m_names{names_of(columns)},
          m_texts(columns.size()),
          m_lines(columns.size(), 0),
          m_utc(columns.size(), false),
          m_file{file} {}

    void begin(int line) {
        m_line = line;
        for (auto& text : m_texts)
            text.clear();
    }
    /// The index of the column with this name, or the number of columns if there is none.
    [[nodiscard]] std::size_t column(std::string_view name) const noexcept;
    [[nodiscard]] const ColumnInfo& info(std::size_t column) const { return m_columns[column]; }
    /// `name` must be the name of a column.
    void set(std::string_view name, std::string text, int line) { set_at(column(name), std::move(text), line); }
    void set(std::size_t column, std::string text) { set_at(column, std::move(text), m_line); }
    [[nodiscard]] const std::string& text(std::size_t column) const { return m_texts[column]; }
    [[nodiscard]] std::string_view text(std::string_view name) const;
    [[nodiscard]] bool has(std::string_view name) const { return !text(name).empty(); }
    [[nodiscard]] bool has_column(std::string_view name) const { return column(name) < m_names.size(); }
    [[nodiscard]] std::span<const std::string_view> names() const noexcept { return m_names; }
    [[nodiscard]] std::uint16_t file() const noexcept { return m_file; }
    [[nodiscard]] int line() const noexcept { return m_line; }
    /// The line of a value; the line of the record if the value is empty.
    [[nodiscard]] int line_of(std::string_view name) const;

    /// Whether the header says that the column's clock times are in UTC.
    [[nodiscard]] bool is_utc(std::size_t column) const { return m_utc[column]; }
    void set_utc(std::size_t column) { m_utc[column] = true; }

    NumberReader numbers; ///< of the file
    std::string prefix;   ///< of field names in findings: features[3].properties.

private:
    void set_at(std::size_t i, std::string text, int line) {
        m_texts[i] = std::move(text);
        m_lines[i] = line;
    }

    std::span<const ColumnInfo> m_columns;
    std::vector<std::string_view> m_names;
    std::vector<std::string> m_texts;
    std::vector<int> m_lines;
    std::vector<bool> m_utc;
    std::uint16_t m_file;
    int m_line = 0;
};

/// Typed values of a record. An invalid value adds a finding and makes ok() false.
class Fields {
public:
    Fields(Reading& reading, const Record& record) : m_reading{reading}, m_record{record} {}

    [[nodiscard]] bool ok() const noexcept { return m_ok; }
    [[nodiscard]] const Record& record() const noexcept { return m_record; }
    [[nodiscard]] bool has(std::string_view name) const { return m_record.has(name); }
    [[nodiscard]] std::string text(std::string_view name) const { return std::string{m_record.text(name)}; }
    [[nodiscard]] std::string required(std::string_view name);
    [[nodiscard]] std::string id(std::string_view name); ///< required and well-formed
    [[nodiscard]] double utc_offset_h();                 ///< of the row, else of the scenario
    /// Reads `from` and `to`: `from` is required, `to` may be empty or `*` and must not be before `from`.
    [[nodiscard]] std::optional<Interval> interval(double utc_offset_h);
    /// Reads a duration. `none` and `never` give an empty value (no limit), an empty text gives `default_value`.
    [[nodiscard]] std::optional<std::chrono::seconds> duration(std::string_view name,
                                                               std::optional<std::chrono::seconds> default_value);
    /// Reads position, or lon and lat, of which both or neither must be given. A longitude beyond 180 is wrapped, with
    /// a note.
    [[nodiscard]] std::optional<geo::LonLat> position();
    [[nodiscard]] std::optional<AssetIndex> asset(std::string_view name);
    /// Reads the id of a zone of the scenario or of a built-in sea.
    [[nodiscard]] std::optional<AreaRef> area(std::string_view name);

    // Values must be within the column's range or among its words.
    [[nodiscard]] std::optional<double> number(std::string_view name) { return number(m_record.column(name)); }
    [[nodiscard]] std::optional<double> number(std::size_t column);
    [[nodiscard]] std::optional<int> whole_number(std::string_view name) { return whole_number(m_record.column(name)); }
    [[nodiscard]] std::optional<int> whole_number(std::size_t column);
    [[nodiscard]] std::optional<TimeText> time(std::string_view name, double utc_offset_h) {
        return time(m_record.column(name), utc_offset_h);
    }
    [[nodiscard]] std::optional<TimeText> time(std::size_t column, double utc_offset_h);
    template <class Enum>
    [[nodiscard]] std::optional<Enum> choice(std::string_view name) {
        const auto index = word(m_record.column(name));
        return index ? std::optional{static_cast<Enum>(*index)} : std::nullopt;
    }
    [[nodiscard]] std::optional<std::size_t> word(std::size_t column);     ///< index in the column's `allowed`
    [[nodiscard]] bool flag(std::size_t column);                           ///< true, yes or 1; false, no or 0
    [[nodiscard]] std::vector<std::string> list(std::size_t column) const; ///< split at `;`, without empty items
    [[nodiscard]] std::vector<SourceIndex> sources(std::size_t column);
    [[nodiscard]] std::vector<AssetIndex> assets(std::size_t column);

    /// Adds an error for each printed column whose text has characters without a glyph. These errors do not change
    /// ok().
    void check_characters();
    void error(std::string_view name, std::string_view code, std::string message);
    /// Adds the error `'TEXT' is not FORM` with the column's `form`, followed by `hint` ("; did you mean 'JP'?").
    void report_wrong_form(std::string_view name, std::string_view hint = {});
    void warning(std::string_view name, std::string_view code, std::string message);
    void note(std::string_view name, std::string_view code, std::string message);
    [[nodiscard]] Spot spot(std::string_view name) const;
    /// Sets the subject of the findings that follow.
    void set_subject(std::string subject) { m_subject = std::move(subject); }

private:
    template <class Index>
    void unknown_id(std::string_view field, TableId table, const char* thing, std::string_view id,
                    const std::map<std::string, Index, std::less<>>& known);
    /// Adds the source that a text means: the address of a page, else a title.
    [[nodiscard]] SourceIndex made_source(std::string_view field, const std::string& written);
    [[nodiscard]] std::optional<double> coordinate(std::string_view name); ///< lon or lat
    [[nodiscard]] std::optional<geo::LonLat> one_position();               ///< from the column `position`
    [[nodiscard]] std::optional<AssetIndex> asset_with_id(std::string_view field, std::string_view id);

    Reading& m_reading;
    const Record& m_record;
    std::string m_subject;
    bool m_ok = true;
};

} // namespace assets
