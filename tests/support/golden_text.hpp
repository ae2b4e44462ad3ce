#pragma once

#include "tests/support/files.hpp"

#include <filesystem>
#include <string>

/// Golden files: what came out is compared with what was accepted, a file under tests/golden. Where they differ the
/// test fails and the new one is left beside it as NAME.out. THEATRUM_ACCEPT=1 in the environment accepts what comes
/// out. Goldens are accepted on Debian 12 and are compared there byte for byte. Other releases have other versions of
/// FreeType, Cairo, GDAL and PROJ; there a golden may differ by as little as this header and golden_png.hpp say.
namespace support {

/// Whether goldens are compared byte for byte here: on Debian 12.
[[nodiscard]] bool exact_goldens();

/// What a number of a golden, mostly millimetres, may differ by on other releases.
constexpr double golden_number_tolerance = 0.05;

/// "" when two texts are the same but for numbers that differ by at most `tolerance`, else the first line where they
/// part, with both readings.
[[nodiscard]] std::string first_disagreement(const std::string& accepted, const std::string& now, double tolerance);

/// `name` is a path under tests/golden: "picture/sample.txt".
void check_golden_text(const std::string& name, const std::string& text);

[[nodiscard]] std::filesystem::path golden_path(const std::string& name);
[[nodiscard]] bool accepting_goldens();

} // namespace support
