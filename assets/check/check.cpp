#include "assets/check/check.hpp"

#include "assets/check/checks.hpp"

#include <algorithm>
#include <tuple>

namespace assets {
namespace {

void count(CheckResult& result) {
    for (const Finding& finding : result.findings) {
        if (finding.accepted)
            ++result.accepted;
        else if (finding.severity == Severity::Error)
            ++result.errors;
        else if (finding.severity == Severity::Warning)
            ++result.warnings;
        else
            ++result.notes;
    }
}

} // namespace

CheckResult check(const LoadResult& loaded) {
    CheckResult result;
    result.findings = loaded.findings;
    // A recording is not checked: nobody corrects received messages, and it has too many positions to test for land.
    if (const Scenario* scenario = loaded.scenario.get(); scenario && !scenario->recording) {
        Findings findings{scenario->files};
        check_movement(*scenario, findings);
        check_coordinates(*scenario, findings);
        check_claims(*scenario, findings);
        check_sources(*scenario, findings);
        check_zones(*scenario, findings);
        check_use(*scenario, findings);
        check_time(*scenario, findings);
        for (Finding& finding : findings.take())
            result.findings.push_back(std::move(finding));
        apply_accepts(*scenario, result.findings);
    }
    const auto order = [](const Finding& f) {
        return std::tie(f.file, f.line, f.code, f.field, f.message);
    };
    std::stable_sort(result.findings.begin(), result.findings.end(),
                     [&](const Finding& a, const Finding& b) { return order(a) < order(b); });
    count(result);
    return result;
}

} // namespace assets
