#pragma once

#include "assets/formats/text/quote.hpp"
#include "assets/schema/schema.hpp"
#include "assets/schema/write_context.hpp"

#include <algorithm>
#include <string>
#include <vector>

/// What the writers of a scenario's files share. Private to this folder.
namespace assets {

/// Records as a CSV file; empty when there are none. Columns that no record needs are left out.
template <class T>
[[nodiscard]] std::string csv_file(const std::vector<T>& records, const std::vector<Column<T>>& columns,
                                   WriteContext& context) {
    if (records.empty()) return {};
    // Row by row, as a context keeps what the columns of one row share.
    std::vector<const Column<T>*> doubtful;
    std::vector<bool> used;
    for (const Column<T>& column : columns)
        if (column.write) {
            doubtful.push_back(&column);
            used.push_back(column.always);
        }
    for (const T& record : records)
        for (std::size_t i = 0; i < doubtful.size(); ++i)
            if (!used[i]) used[i] = !doubtful[i]->write(record, context).empty();
    std::vector<const Column<T>*> written;
    for (std::size_t i = 0; i < doubtful.size(); ++i)
        if (used[i]) written.push_back(doubtful[i]);

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
