#include "assets/check/check.hpp"

#include "assets/check/findings_of.hpp"

#include <algorithm>
#include <tuple>

namespace assets {
namespace {

void count(CheckReport& report) {
    for (const Issue& issue : report.issues) {
        if (issue.accepted)
            ++report.accepted;
        else if (issue.severity == Severity::Error)
            ++report.errors;
        else if (issue.severity == Severity::Warning)
            ++report.warnings;
        else
            ++report.notes;
    }
}

} // namespace

CheckReport check(const LoadResult& loaded) {
    CheckReport report;
    report.issues = loaded.issues;
    // What a recording holds is what was said: not a text to be corrected, and too much to hold against the coast.
    if (const Scenario* scenario = loaded.scenario.get(); scenario && !scenario->recording) {
        Findings findings{scenario->files};
        check_movement(*scenario, findings);
        check_coordinates(*scenario, findings);
        check_sources(*scenario, findings);
        check_use(*scenario, findings);
        check_time(*scenario, findings);
        for (Issue& issue : findings.take())
            report.issues.push_back(std::move(issue));
        apply_accepts(*scenario, report.issues);
    }
    const auto order = [](const Issue& i) {
        return std::tie(i.file, i.line, i.code, i.field, i.message);
    };
    std::stable_sort(report.issues.begin(), report.issues.end(),
                     [&](const Issue& a, const Issue& b) { return order(a) < order(b); });
    count(report);
    return report;
}

} // namespace assets
