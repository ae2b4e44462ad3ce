#pragma once

#include "tests/support/files.hpp"

#include <filesystem>
#include <string>

/// Golden files: a test compares its output with an accepted file under tests/golden. When the two differ, the test
/// fails and writes its output to NAME.out beside the accepted file. THEATRUM_ACCEPT=1 in the environment accepts the
/// output instead. Goldens are made on Debian 12 and compared byte for byte there. Other releases have other versions
/// of FreeType, Cairo, GDAL and PROJ, so their output may differ within the tolerances here and in golden_png.hpp.
namespace support {

/// Whether goldens are compared byte for byte: true on Debian 12.
[[nodiscard]] bool exact_goldens();

/// How much a number in a golden, mostly millimetres, may differ on other releases.
constexpr double golden_number_tolerance = 0.05;

/// The first line in which two texts differ, with both versions; "" when there is none. Numbers that differ by at most
/// `tolerance` count as equal.
[[nodiscard]] std::string first_difference(const std::string& accepted, const std::string& now, double tolerance);

/// Compares a text with tests/golden/NAME; `name` may have folders ("picture/sample.txt").
void check_golden_text(const std::string& name, const std::string& text);

[[nodiscard]] std::filesystem::path golden_path(const std::string& name);
[[nodiscard]] bool accepting_goldens(); ///< whether THEATRUM_ACCEPT=1 is set

} // namespace support
