#pragma once

#include "tests/support/files.hpp"

#include <filesystem>
#include <string>

/// Golden files: what came out is compared with what was accepted, a file under tests/golden. Where they differ the
/// test fails and the new one is left beside it as NAME.out. THEATRUM_ACCEPT=1 in the environment accepts what comes
/// out.
namespace support {

/// `name` is a path under tests/golden: "picture/sample.txt".
void check_golden_text(const std::string& name, const std::string& text);

[[nodiscard]] std::filesystem::path golden_path(const std::string& name);
[[nodiscard]] bool accepting_goldens();

} // namespace support
