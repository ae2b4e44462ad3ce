#pragma once

#include "assets/model/scenario.hpp"

#include <algorithm>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

/// What the writers of a scenario's files share. Private to this folder.
namespace assets {

/// UTF-8 without NUL; what is no UTF-8 becomes U+FFFD: one bad byte would have the whole file read as Windows-1252.
[[nodiscard]] std::string clean(std::string_view);
/// As a value of a CSV row, in quotes where it needs them. A text that a spreadsheet takes for a formula stays as it
/// is: the files are evidence.
[[nodiscard]] std::string csv_value(std::string_view);
/// A string of TOML and of JSON alike, with its quotes.
[[nodiscard]] std::string string_literal(std::string_view);

[[nodiscard]] std::string number(double); ///< the shortest that reads back exactly
[[nodiscard]] std::string number_unless(double usual, double value);
[[nodiscard]] std::string joined(const std::vector<std::string>&); ///< by `;`
[[nodiscard]] std::string ids_of(const Scenario&, const std::vector<SourceIndex>&);

/// Whether a local day begins at t.
[[nodiscard]] bool begins_day(Instant t, double utc_offset_h);
/// `2024-07-31`, or `2024` or `2024-07`, of the day at this offset.
[[nodiscard]] std::string local_date(Instant t, double utc_offset_h, Precision = Precision::Day);
/// The first second of something: a day where one begins then, else a time.
[[nodiscard]] std::string beginning(Instant, double utc_offset_h);
/// The last second of something: a day where one ends then, else a time.
[[nodiscard]] std::string ending(Instant, double utc_offset_h);

template <class Record>
struct Column {
    std::string_view name;
    std::function<std::string(const Record&)> text;
    bool always = false; ///< stands there even when it is empty in every row
};

/// Records as a CSV file; empty when there are none.
template <class Record>
[[nodiscard]] std::string csv(const std::vector<Record>& records, std::vector<Column<Record>> columns) {
    if (records.empty()) return {};
    std::erase_if(columns, [&](const Column<Record>& column) {
        return !column.always && std::all_of(records.begin(), records.end(),
                                             [&](const Record& record) { return column.text(record).empty(); });
    });
    std::string file;
    const auto row = [&](auto&& value_of) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (i > 0) file += ',';
            file += value_of(columns[i]);
        }
        file += '\n';
    };
    row([](const Column<Record>& column) { return std::string{column.name}; });
    for (const Record& record : records)
        row([&](const Column<Record>& column) { return csv_value(column.text(record)); });
    return file;
}

[[nodiscard]] std::string written_settings(const Scenario&);
[[nodiscard]] std::string written_positions(const Scenario&);
[[nodiscard]] std::string written_events(const Scenario&);
[[nodiscard]] std::string written_zones(const Scenario&);

} // namespace assets
