#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace geo {

/// The fields of one line of our own tables: commas, quotes doubled inside quotes, no line breaks in fields.
[[nodiscard]] std::vector<std::string> csv_fields(std::string_view line);

/// Reads a table of ours, whose first line must be `header`; empty lines are passed over. `take` gets the fields of
/// each other line and where it stands ("places.csv:12"). Throws ReadError when the file cannot be read.
void read_table(const std::filesystem::path& csv, std::string_view header,
                const std::function<void(std::vector<std::string> fields, const std::string& where)>& take);

} // namespace geo
