#include "assets/check/checks.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace assets {
namespace {

/// True when the two `from` values are the same text, or the same time written in another way.
bool same_from(const std::string& accepted, const std::string& found, double utc_offset_h) {
    if (accepted == found) return true;
    const auto a = parse_time_text(accepted, utc_offset_h), b = parse_time_text(found, utc_offset_h);
    return a && b && a->first == b->first && a->last == b->last;
}

bool silences(const Accept& accept, const Finding& finding, double utc_offset_h) {
    return finding.severity != Severity::Error && finding.code == accept.code && finding.subject == accept.subject &&
           (accept.from.empty() || same_from(accept.from, finding.from, utc_offset_h));
}

} // namespace

std::string from_as_written(const Fix& fix) {
    if (fix.precision() == Precision::Time) return to_iso(fix.from);
    const std::string local = to_iso(fix.from + std::chrono::seconds{std::llround(fix.utc_offset_h() * 3600)});
    const std::size_t length = fix.precision() == Precision::Year ? 4 : fix.precision() == Precision::Month ? 7 : 10;
    return local.substr(0, length);
}

Spot spot_of(const Scenario& scenario, const Fix& fix, std::string field) {
    return {fix.file(), fix.line, std::move(field), scenario.assets[fix.asset].id, from_as_written(fix)};
}

void apply_accepts(const Scenario& scenario, std::vector<Finding>& findings) {
    std::vector<Finding> unused;
    for (std::size_t i = 0; i < scenario.accepts.size(); ++i) {
        const Accept& accept = scenario.accepts[i];
        const auto found = std::find_if(findings.begin(), findings.end(), [&](const Finding& finding) {
            return !finding.accepted && silences(accept, finding, scenario.utc_offset_h);
        });
        if (found != findings.end()) {
            found->accepted = true;
            found->why = accept.why;
            continue;
        }
        unused.push_back({Severity::Warning, std::string{code::unused_accept},
                          scenario.files.empty() ? std::string{} : scenario.files.front(), accept.line,
                          fmt::format("accept[{}]", i),
                          fmt::format("this accept matches no finding: {} of '{}'{}; correct or delete it", accept.code,
                                      accept.subject, accept.from.empty() ? "" : " from " + accept.from),
                          accept.subject, accept.from});
    }
    findings.insert(findings.end(), unused.begin(), unused.end());
}

} // namespace assets
