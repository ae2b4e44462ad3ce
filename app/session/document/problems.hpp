#pragma once

#include "assets/check/check.hpp"

#include <string>
#include <vector>

/// The list of problems: the findings of a check by severity and by kind.
namespace app {

/// Which findings are listed.
struct ProblemFilter {
    bool errors = true, warnings = true, notes = false, accepted = false;
    std::string code; ///< only findings of this kind; empty: of all kinds
};

struct ProblemKind {
    std::string code;    ///< duplicate_report ...
    std::string meaning; ///< as in the manual
    int count = 0;
};

/// The kinds among the findings whose severities the filter shows, most frequent first, whatever its `code`.
[[nodiscard]] std::vector<ProblemKind> problem_kinds(const assets::CheckResult&, const ProblemFilter&);
/// Indices of the findings that the filter shows, in order.
[[nodiscard]] std::vector<std::size_t> shown_problems(const assets::CheckResult&, const ProblemFilter&);

/// "positions.csv:12": a file and line as editors take them; only the file if the finding has no line.
[[nodiscard]] std::string file_and_line(const assets::Finding&);

} // namespace app
