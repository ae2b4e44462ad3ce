#pragma once

#include <filesystem>
#include <vector>

namespace render {

/// The folders that may hold the program's own files, laid out as in the source tree. They are tried in this order:
/// THEATRUM_DATA of the environment, share/theatrum beside the program's folder (installed), and the source tree that
/// the program was built from.
[[nodiscard]] std::vector<std::filesystem::path> data_roots();

} // namespace render
