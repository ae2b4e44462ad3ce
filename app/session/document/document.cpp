#include "app/session/document/document.hpp"

#include "app/base/errors.hpp"
#include "app/session/files/scenario_files.hpp"
#include "assets/formats/registry/registry.hpp"
#include "assets/model/values/codes.hpp"

#include <set>
#include <utility>

namespace app {

namespace {

/// The findings of a scenario that is no longer there, or that cannot be read at all.
assets::CheckResult unreadable(const std::filesystem::path& path, const std::string& why) {
    assets::CheckResult result;
    const auto name = path.filename().empty() ? path.parent_path().filename() : path.filename();
    result.findings.push_back(
        {assets::Severity::Error, std::string{assets::code::missing_file}, name.string(), 0, {}, why, {}, {}});
    result.errors = 1;
    return result;
}

} // namespace

const assets::Scenario& Document::scenario() const {
    if (m_base == nullptr) throw UsageError{"no scenario is open"};
    return *m_base;
}

std::vector<std::filesystem::path> Document::watched_files() const {
    if (m_name.empty()) return {};
    std::set<std::filesystem::path> files;
    const auto folder = this->folder();
    if (!m_is_folder) files.insert(m_path);
    for (const auto& finding : m_check_result.findings) // files with errors that the defaults do not name
        if (m_base == nullptr && !finding.file.empty()) files.insert(folder / finding.file);
    for (const auto name : assets::FormatRegistry::standard().companions(m_path))
        files.insert(folder / name);
    if (m_base != nullptr)
        for (const auto& name : read_files_of(*m_base, m_path))
            files.insert(folder / name);
    return {files.begin(), files.end()};
}

void Document::open(OpenedScenario&& reading) {
    if (reading.atlas != nullptr) m_atlas = reading.atlas;
    if (!reading.failure.empty()) throw UsageError{reading.failure};
    m_undoable.clear();
    m_redoable.clear();
    if (reading.loaded.scenario != nullptr) return replace(std::move(reading));
    const std::string error = first_error(reading.check_result.findings);
    replace(std::move(reading));
    m_broken = true;
    m_complaint = error;
    throw UsageError{error};
}

void Document::reread(OpenedScenario&& reading) {
    if (m_base == nullptr) return open(std::move(reading));
    if (reading.atlas != nullptr) m_atlas = reading.atlas;
    if (reading.loaded.scenario == nullptr) {
        const std::string error =
            reading.failure.empty() ? first_error(reading.check_result.findings) : reading.failure;
        m_check_result = reading.failure.empty() ? std::move(reading.check_result) : unreadable(m_path, error);
        m_broken = true;
        m_complaint = error;
        throw UsageError{error + "; the map shows the last version without errors"};
    }
    replace(std::move(reading));
}

void Document::replace(OpenedScenario&& reading) {
    m_name = std::move(reading.name);
    m_path = std::move(reading.path);
    m_is_folder = reading.is_folder;
    m_shipped = reading.shipped;
    m_base = std::move(reading.loaded.scenario);
    if (reading.words) m_words = std::move(reading.words);
    m_check_result = std::move(reading.check_result);
    m_broken = false;
    m_complaint.clear();
}

bool Document::can_add_fix() const {
    return m_base != nullptr && !m_broken && !m_shipped && !m_base->recording && !is_of_spreadsheet(*m_base, m_path);
}

void Document::require_changeable() const {
    const auto& open = scenario();
    if (m_shipped) throw UsageError{"the built-in scenario cannot be changed; use \"Save a copy\" first"};
    if (m_broken) throw UsageError{"the scenario's files have errors; correct them first: " + m_complaint};
    if (open.recording) throw UsageError{"a recording is evidence of what was received; no report can be added to it"};
    if (is_of_spreadsheet(open, m_path))
        throw UsageError{"add the report to " + m_path.filename().string() +
                         " in your spreadsheet program; the map follows when you save it"};
}

void Document::remember_added(Change change) {
    m_undoable.push_back(std::move(change));
    m_redoable.clear();
}

Change Document::take_undoable() {
    if (m_undoable.empty()) throw UsageError{"there is no report to take back"};
    Change newest = std::move(m_undoable.back());
    m_undoable.pop_back();
    return newest;
}

Change Document::take_redoable() {
    if (m_redoable.empty()) throw UsageError{"there is no report to add again"};
    Change newest = std::move(m_redoable.back());
    m_redoable.pop_back();
    return newest;
}

void Document::forget_changes() noexcept {
    m_undoable.clear();
    m_redoable.clear();
}

} // namespace app
