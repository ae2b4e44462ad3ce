#include "app/scenario/check_writer.hpp"

#include "app/scenario/open_scenario.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace app {

namespace {

std::string_view name(assets::Severity severity) {
    switch (severity) {
    case assets::Severity::Error:
        return "error";
    case assets::Severity::Warning:
        return "warning";
    case assets::Severity::Note:
        return "note";
    }
    return "";
}

/// Errors, then warnings, then notes, so that many notes do not bury an error.
std::vector<assets::Finding> errors_first(std::vector<assets::Finding> findings) {
    std::ranges::stable_sort(findings, {}, &assets::Finding::severity);
    return findings;
}

} // namespace

std::string count_with_noun(int number, std::string_view noun) {
    return fmt::format("{} {}{}", number, noun, number == 1 ? "" : "s");
}

std::string check_text(const assets::CheckResult& result) {
    std::string text;
    for (const auto& finding : errors_first(result.findings))
        if (!finding.accepted)
            text += fmt::format("{}: {} [{}]\n", name(finding.severity), finding_line(finding), finding.code);
    for (const auto& finding : result.findings)
        if (finding.accepted)
            text += fmt::format("accepted: {} [{}] because {}\n", finding_line(finding), finding.code, finding.why);
    text += fmt::format("{}, {}, {}, {} accepted\n", count_with_noun(result.errors, "error"),
                        count_with_noun(result.warnings, "warning"), count_with_noun(result.notes, "note"),
                        result.accepted);
    return text;
}

std::string check_json(const assets::CheckResult& result) {
    nlohmann::ordered_json json;
    json["errors"] = result.errors;
    json["warnings"] = result.warnings;
    json["notes"] = result.notes;
    json["accepted"] = result.accepted;
    json["issues"] = nlohmann::ordered_json::array();
    for (const auto& finding : errors_first(result.findings)) {
        if (finding.accepted) continue;
        nlohmann::ordered_json entry;
        entry["severity"] = name(finding.severity);
        entry["code"] = finding.code;
        entry["file"] = finding.file;
        entry["line"] = finding.line > 0 ? nlohmann::ordered_json(finding.line) : nlohmann::ordered_json(nullptr);
        entry["field"] =
            finding.field.empty() ? nlohmann::ordered_json(nullptr) : nlohmann::ordered_json(finding.field);
        entry["message"] = finding.message;
        json["issues"].push_back(std::move(entry));
    }
    return json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

} // namespace app
