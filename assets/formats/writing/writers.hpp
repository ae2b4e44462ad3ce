#pragma once

#include "assets/formats/text/quote.hpp"
#include "assets/schema/schema.hpp"
#include "assets/schema/write_context.hpp"

#include <algorithm>
#include <string>
#include <vector>

/// Functions that the writers of a scenario's files share. Private to this folder.
namespace assets {

/// The text of a CSV file; empty if there are no records. Columns that no record needs are left out.
template <class T>
[[nodiscard]] std::string csv_file(const std::vector<T>& records, const std::vector<Column<T>>& columns,
                                   WriteContext& context) {
    if (records.empty()) return {};
    // Goes row by row, because the context keeps values that the columns of one row share.
    std::vector<const Column<T>*> candidates;
    std::vector<bool> used;
    for (const Column<T>& column : columns)
        if (column.write) {
            candidates.push_back(&column);
            used.push_back(column.always);
        }
    for (const T& record : records)
        for (std::size_t i = 0; i < candidates.size(); ++i)
            if (!used[i]) used[i] = !candidates[i]->write(record, context).empty();
    std::vector<const Column<T>*> written;
    for (std::size_t i = 0; i < candidates.size(); ++i)
        if (used[i]) written.push_back(candidates[i]);

    std::string file;
    const auto add_row = [&](auto&& value_of) {
        for (std::size_t i = 0; i < written.size(); ++i) {
            if (i > 0) file += ',';
            file += value_of(*written[i]);
        }
        file += '\n';
    };
    add_row([](const Column<T>& column) { return std::string{column.name}; });
    for (const T& record : records)
        add_row([&](const Column<T>& column) { return csv_cell(column.write(record, context)); });
    return file;
}

[[nodiscard]] std::string written_settings(const Schema&, WriteContext&);
[[nodiscard]] std::string written_zones(const std::vector<Column<Zone>>&, WriteContext&);

} // namespace assets
