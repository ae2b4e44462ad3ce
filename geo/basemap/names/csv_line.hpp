#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace geo {

/// The fields of one line of our own tables: commas, quotes doubled inside quotes, no line breaks in fields.
[[nodiscard]] std::vector<std::string> csv_fields(std::string_view line);

} // namespace geo
