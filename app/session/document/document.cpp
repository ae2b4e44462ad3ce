#include "app/session/document/document.hpp"

#include "app/base/errors.hpp"
#include "assets/formats/registry/registry.hpp"

#include <set>
#include <utility>

namespace app {

const assets::Scenario& Document::scenario() const {
    if (m_base == nullptr) throw UsageError{"no scenario is open"};
    return *m_base;
}

std::vector<std::filesystem::path> Document::watched_files() const {
    if (m_name.empty()) return {};
    std::set<std::filesystem::path> files;
    const auto folder = m_is_folder ? m_path : m_path.parent_path();
    if (!m_is_folder) files.insert(m_path);
    for (const auto name : assets::FormatRegistry::standard().companions(m_path))
        files.insert(folder / name);
    if (m_base != nullptr)
        for (const auto& name : m_base->files)
            files.insert(folder / name);
    return {files.begin(), files.end()};
}

void Document::open(OpenedScenario&& reading) {
    if (reading.atlas != nullptr) m_atlas = reading.atlas;
    if (!reading.failure.empty()) throw UsageError{reading.failure};
    if (reading.loaded.scenario == nullptr) {
        const std::string error = first_error(reading.check_result.findings);
        if (m_base != nullptr) throw UsageError{error + "; the scenario was not opened"};
        replace(std::move(reading));
        m_broken = true;
        m_complaint = error;
        throw UsageError{error};
    }
    replace(std::move(reading));
    m_changes.clear();
}

void Document::reread(OpenedScenario&& reading) {
    if (m_base == nullptr) return open(std::move(reading));
    if (reading.atlas != nullptr) m_atlas = reading.atlas;
    if (reading.loaded.scenario == nullptr) {
        const std::string error =
            reading.failure.empty() ? first_error(reading.check_result.findings) : reading.failure;
        m_check_result = std::move(reading.check_result);
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
    return m_base != nullptr && !m_broken && !m_shipped && !m_base->recording;
}

void Document::require_changeable() const {
    const auto& open = scenario();
    if (m_shipped) throw UsageError{"the built-in scenario cannot be changed; use \"Save a copy\" first"};
    if (m_broken) throw UsageError{"the scenario's files have errors; correct them first: " + m_complaint};
    if (open.recording) throw UsageError{"a recording is evidence of what was received; no report can be added to it"};
}

FileChange Document::take_newest_change() {
    if (m_changes.empty()) throw UsageError{"there is no report to take back"};
    FileChange newest = std::move(m_changes.back());
    m_changes.pop_back();
    return newest;
}

} // namespace app
