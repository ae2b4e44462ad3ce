#include "app/scenario/check_writer.hpp"

#include "app/scenario/open_scenario.hpp"

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

} // namespace

std::string counted(int number, std::string_view what) {
    return fmt::format("{} {}{}", number, what, number == 1 ? "" : "s");
}

std::string check_text(const assets::CheckReport& report) {
    std::string text;
    for (const auto& issue : report.issues)
        if (!issue.accepted) text += fmt::format("{}: {} [{}]\n", name(issue.severity), issue_line(issue), issue.code);
    for (const auto& issue : report.issues)
        if (issue.accepted)
            text += fmt::format("accepted: {} [{}] because {}\n", issue_line(issue), issue.code, issue.why);
    text += fmt::format("{}, {}, {}, {} accepted\n", counted(report.errors, "error"),
                        counted(report.warnings, "warning"), counted(report.notes, "note"), report.accepted);
    return text;
}

std::string check_json(const assets::CheckReport& report) {
    nlohmann::ordered_json json;
    json["errors"] = report.errors;
    json["warnings"] = report.warnings;
    json["notes"] = report.notes;
    json["accepted"] = report.accepted;
    json["issues"] = nlohmann::ordered_json::array();
    for (const auto& issue : report.issues) {
        if (issue.accepted) continue;
        nlohmann::ordered_json entry;
        entry["severity"] = name(issue.severity);
        entry["code"] = issue.code;
        entry["file"] = issue.file;
        entry["line"] = issue.line > 0 ? nlohmann::ordered_json(issue.line) : nlohmann::ordered_json(nullptr);
        entry["field"] = issue.field.empty() ? nlohmann::ordered_json(nullptr) : nlohmann::ordered_json(issue.field);
        entry["message"] = issue.message;
        json["issues"].push_back(std::move(entry));
    }
    return json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

} // namespace app
