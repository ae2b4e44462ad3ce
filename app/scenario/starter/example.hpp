#pragma once

#include "assets/schema/schema.hpp"

#include <map>
#include <string_view>
#include <vector>

/// What `theatrum new` writes into the tables of a new scenario.
namespace app {

using ExampleRow = std::map<std::string_view, std::string_view>; ///< by column; columns that are left out are empty

/// Empty for a table that a new scenario does not have.
[[nodiscard]] std::vector<ExampleRow> example_rows(assets::TableId);
/// The columns of a new table, in order.
[[nodiscard]] std::vector<assets::ColumnInfo> starter_columns(assets::TableId);

} // namespace app
