#pragma once

#include "assets/schema/column.hpp"

#include <string>

namespace assets {

/// What the values of a column look like: "a number from 0 to 360", "one of high medium low".
[[nodiscard]] std::string value_help(const ColumnInfo&);

} // namespace assets
