#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace assets {

/// For writers of a positions file: the column that each header of it stands for (`longitude` is `lon`), empty where it
/// is none that the reader knows.
[[nodiscard]] std::vector<std::string_view> position_columns(const std::vector<std::string>& header);

} // namespace assets
