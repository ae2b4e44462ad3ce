#include "app/session/document/problems.hpp"

#include "assets/model/values/codes.hpp"

#include <algorithm>

namespace app {

namespace {

bool shows_severity(const ProblemFilter& filter, const assets::Finding& finding) {
    if (finding.accepted) return filter.accepted;
    switch (finding.severity) {
    case assets::Severity::Error:
        return filter.errors;
    case assets::Severity::Warning:
        return filter.warnings;
    case assets::Severity::Note:
        return filter.notes;
    }
    return true;
}

} // namespace

std::vector<ProblemKind> problem_kinds(const assets::CheckResult& result, const ProblemFilter& filter) {
    std::vector<ProblemKind> kinds;
    for (const auto& finding : result.findings) {
        if (!shows_severity(filter, finding)) continue;
        auto kind = std::ranges::find(kinds, finding.code, &ProblemKind::code);
        if (kind == kinds.end()) {
            const auto* const known = std::ranges::find(assets::all_codes, finding.code, &assets::CodeMeaning::code);
            const bool is_known = known != assets::all_codes.end();
            kind = kinds.insert(kinds.end(), {finding.code, is_known ? std::string{known->meaning} : "", 0});
        }
        ++kind->count;
    }
    std::ranges::stable_sort(kinds, std::ranges::greater{}, &ProblemKind::count);
    return kinds;
}

std::vector<std::size_t> shown_problems(const assets::CheckResult& result, const ProblemFilter& filter) {
    std::vector<std::size_t> shown;
    for (std::size_t i = 0; i < result.findings.size(); ++i) {
        const auto& finding = result.findings[i];
        if (shows_severity(filter, finding) && (filter.code.empty() || filter.code == finding.code)) shown.push_back(i);
    }
    return shown;
}

std::string file_and_line(const assets::Finding& finding) {
    return finding.line > 0 ? finding.file + ":" + std::to_string(finding.line) : finding.file;
}

} // namespace app
