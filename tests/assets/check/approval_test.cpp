// All findings in scenarios with many doubts, compared with accepted files.
#include "assets/check/check.hpp"
#include "tests/assets/formats/scenario_files.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/golden_text.hpp"

#include <filesystem>

#include <fmt/format.h>

using namespace assets;

namespace {

std::string findings_of(const std::string& folder) {
    const CheckResult result =
        check(read_scenario(std::filesystem::path{THEATRUM_SOURCE_DIR} / folder, formats_test::atlas()));
    std::string text = folder + "\n";
    for (const Finding& f : result.findings)
        text += fmt::format("{} {}: {}{}\n", static_cast<int>(f.severity), f.code, formats_test::line_of(f),
                            f.accepted ? " (accepted)" : "");
    return text + fmt::format("{} errors, {} warnings, {} notes, {} accepted\n", result.errors, result.warnings,
                              result.notes, result.accepted);
}

} // namespace

TEST_CASE("the findings in scenarios with many doubts are as accepted", "[approval]") {
    std::string text;
    for (const std::string folder : {"tests/fixtures/doubts", "tests/fixtures/atlas", "tests/fixtures/clock",
                                     "tests/fixtures/names", "assets/scenarios/canada-2024"})
        text += findings_of(folder);
    support::check_golden_text("check/findings.txt", text);
}
