#include "assets/check/check.hpp"

#include "assets/check/findings_of.hpp"

#include <algorithm>
#include <tuple>

namespace assets {
namespace {

void count(CheckResult& report) {
    for (const Finding& finding : report.findings) {
        if (finding.accepted)
            ++report.accepted;
        else if (finding.severity == Severity::Error)
            ++report.errors;
        else if (finding.severity == Severity::Warning)
            ++report.warnings;
        else
            ++report.notes;
    }
}

} // namespace

CheckResult check(const LoadResult& loaded) {
    CheckResult report;
    report.findings = loaded.findings;
    // What a recording holds is what was said: not a text to be corrected, and too much to hold against the coast.
    if (const Scenario* scenario = loaded.scenario.get(); scenario && !scenario->recording) {
        Findings findings{scenario->files};
        check_movement(*scenario, findings);
        check_coordinates(*scenario, findings);
        check_sources(*scenario, findings);
        check_use(*scenario, findings);
        check_time(*scenario, findings);
        for (Finding& finding : findings.take())
            report.findings.push_back(std::move(finding));
        apply_accepts(*scenario, report.findings);
    }
    const auto order = [](const Finding& i) {
        return std::tie(i.file, i.line, i.code, i.field, i.message);
    };
    std::stable_sort(report.findings.begin(), report.findings.end(),
                     [&](const Finding& a, const Finding& b) { return order(a) < order(b); });
    count(report);
    return report;
}

} // namespace assets
