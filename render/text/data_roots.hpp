#pragma once

#include <filesystem>
#include <vector>

namespace render {

/// The folders that may hold the program's own files, laid out as in the source tree, in the order in which they are
/// tried: the environment's THEATRUM_DATA, share/theatrum beside the program's folder (installed), the source tree that
/// the program was built from.
[[nodiscard]] std::vector<std::filesystem::path> data_roots();

} // namespace render
