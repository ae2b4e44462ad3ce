#pragma once

#include "app/manual/manual.hpp"

namespace app {

// The topics `places` and `seas` of the manual: what is built in. `data` is the folder of the basemap's data. They
// throw geo::ReadError for a file that cannot be read.
[[nodiscard]] std::vector<ManualBlock> built_in_places(const std::filesystem::path& data);
[[nodiscard]] std::vector<ManualBlock> built_in_seas(const std::filesystem::path& data);

} // namespace app
