#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace geo {

/// The fields of one CSV line of the data folder: separated by commas, quotes doubled inside quotes, no line breaks.
[[nodiscard]] std::vector<std::string> csv_fields(std::string_view line);

/// Reads a CSV table of the data folder. The first line must be `header`; empty lines are skipped. `take` gets the
/// fields of every other line and its place ("gazetteer.csv:12"). Throws ReadError for a missing file or a wrong
/// header.
void read_table(const std::filesystem::path& csv, std::string_view header,
                const std::function<void(std::vector<std::string> fields, const std::string& where)>& take);

} // namespace geo
