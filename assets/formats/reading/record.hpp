#pragma once

#include "assets/formats/reading/reading.hpp"
#include "assets/model/names.hpp"

#include <functional>

namespace assets {

/// One record of any of our files (a CSV row, a TOML table, the properties of a feature): texts under known names.
class Record {
public:
    Record(std::span<const std::string_view> names, std::uint16_t file)
        : m_names{names}, m_texts(names.size()), m_lines(names.size(), 0), m_file{file} {}

    void begin(int line) {
        m_line = line;
        for (auto& text : m_texts)
            text.clear();
    }
    /// `name` must be one of the names.
    void set(std::string_view name, std::string text, int line);
    void set(std::size_t column, std::string text) { set_at(column, std::move(text), m_line); }
    [[nodiscard]] std::string_view text(std::string_view name) const;
    [[nodiscard]] bool has(std::string_view name) const { return !text(name).empty(); }
    [[nodiscard]] bool knows(std::string_view name) const;
    [[nodiscard]] std::uint16_t file() const noexcept { return m_file; }
    [[nodiscard]] int line() const noexcept { return m_line; }
    [[nodiscard]] int line_of(std::string_view name) const;

    bool decimal_comma = false; ///< `;` separates: 35,28 is a number
    std::string prefix;         ///< of field names in messages: features[3].properties.

private:
    [[nodiscard]] std::size_t column(std::string_view name) const;
    void set_at(std::size_t i, std::string text, int line) {
        m_texts[i] = std::move(text);
        m_lines[i] = line;
    }

    std::span<const std::string_view> m_names;
    std::vector<std::string> m_texts;
    std::vector<int> m_lines;
    std::uint16_t m_file;
    int m_line = 0;
};

struct Interval {
    Instant from, to;    ///< first and last instant in force; `to` = far_future for `*`
    Precision precision; ///< of `from`
    bool to_given = false, open_end = false;
};

/// What a report means by its dates when the column `during` is empty. A month or a year alone is a report "in May":
/// sometime.
[[nodiscard]] During default_during(const Interval&, Activity, double utc_offset_h);

/// Typed values of a record. What is wrong becomes an issue, and ok() turns false.
class Fields {
public:
    Fields(Reading& reading, const Record& record) : m_reading{reading}, m_record{record} {}

    [[nodiscard]] bool ok() const noexcept { return m_ok; }
    [[nodiscard]] const Record& record() const noexcept { return m_record; }
    [[nodiscard]] bool has(std::string_view name) const { return m_record.has(name); }
    [[nodiscard]] std::string text(std::string_view name) const { return std::string{m_record.text(name)}; }
    [[nodiscard]] std::string required(std::string_view name);
    [[nodiscard]] std::string id(std::string_view name); ///< required, and well-formed
    [[nodiscard]] std::optional<double> number(std::string_view name, double least, double most);
    [[nodiscard]] std::optional<int> whole_number(std::string_view name, int least, int most);
    [[nodiscard]] bool yes(std::string_view name);                            ///< true|false|yes|no|1|0
    [[nodiscard]] std::vector<std::string> list(std::string_view name) const; ///< split at `;`
    [[nodiscard]] double utc_offset_h();                                      ///< the row's, else the scenario's
    [[nodiscard]] std::optional<TimeText> time(std::string_view name, double utc_offset_h);
    /// `from` and `to`; required, in order, `*` allowed.
    [[nodiscard]] std::optional<Interval> interval(double utc_offset_h);
    /// A duration, or `words` (none, never) for "no limit".
    [[nodiscard]] std::optional<std::chrono::seconds> duration(std::string_view name,
                                                               std::optional<std::chrono::seconds> otherwise);
    /// lon and lat; both or neither; wrapped with a note.
    [[nodiscard]] std::optional<geo::LonLat> position(std::string_view lon = "lon", std::string_view lat = "lat");
    [[nodiscard]] std::vector<SourceIndex> sources();
    [[nodiscard]] std::optional<AssetIndex> asset(std::string_view name);
    [[nodiscard]] std::optional<AssetIndex> asset_called(std::string_view name, std::string_view id);
    /// A zone of the scenario, or a built-in sea.
    [[nodiscard]] std::optional<AreaRef> area(std::string_view name);

    template <class Enum>
    [[nodiscard]] std::optional<Enum> choice(std::string_view name) {
        const std::string_view text = m_record.text(name);
        if (text.empty()) return std::nullopt;
        const auto value = from_name<Enum>(text);
        if (!value) not_a_word(name, names_of<Enum>());
        return value;
    }

    void error(std::string_view name, std::string_view code, std::string message);
    void warning(std::string_view name, std::string_view code, std::string message);
    void note(std::string_view name, std::string_view code, std::string message);
    [[nodiscard]] Spot spot(std::string_view name) const;
    void about(std::string subject) { m_subject = std::move(subject); }

private:
    template <class Index>
    void unknown_id(std::string_view field, const char* table, const char* thing, std::string_view id,
                    const std::map<std::string, Index, std::less<>>& known);
    void not_a_word(std::string_view name, std::span<const std::string_view> words);

    Reading& m_reading;
    const Record& m_record;
    std::string m_subject;
    bool m_ok = true;
};

/// Which of the names each header of a table stands for. By the name itself first, so that an alias never displaces the
/// real one: `date` is a column of sources.csv.
[[nodiscard]] std::vector<std::optional<std::size_t>> map_columns(const std::vector<std::string>& header,
                                                                  std::span<const std::string_view> names);

/// Reads a CSV file: maps columns by name and alias, reports unknown, doubled and missing ones, and hands each row on.
/// Rows that make `row` report an error are counted as rejected.
void read_table(Reading&, const InputFile&, std::span<const std::string_view> names,
                std::span<const std::string_view> must_have, const std::function<void(const Record&)>& row);

} // namespace assets
