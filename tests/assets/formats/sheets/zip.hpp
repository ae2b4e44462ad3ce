#pragma once

#include <string>
#include <utility>
#include <vector>

namespace sheets_test {

/// A zip archive of these members, not packed.
[[nodiscard]] std::string zip_of(const std::vector<std::pair<std::string, std::string>>& members);

/// A spreadsheet whose sheet is this XML: the whole element `worksheet` of .xlsx, or content.xml of .ods.
[[nodiscard]] std::string xlsx_of(const std::string& worksheet, const std::string& strings = "<sst/>",
                                  const std::string& styles = "<styleSheet/>");
[[nodiscard]] std::string ods_of(const std::string& content);

} // namespace sheets_test
