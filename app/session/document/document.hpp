#pragma once

#include "app/session/document/fix_row.hpp"
#include "app/session/document/opened.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace app {

/// What is open: a scenario, what was found wrong when it was read last, and the added reports that can be taken back.
/// It reads and writes no file; readings come from read_for_session().
class Document {
public:
    [[nodiscard]] const std::string& name() const noexcept {
        return m_name;
    } ///< a path or builtin:NAME; empty: nothing
    [[nodiscard]] const std::filesystem::path& path() const noexcept { return m_path; } ///< what the name stands for
    /// Null until a scenario without errors was opened; after a broken save it is still the last good one.
    [[nodiscard]] const std::shared_ptr<const assets::Scenario>& base() const noexcept { return m_base; }
    [[nodiscard]] const assets::Scenario& scenario() const; ///< base(); throws UsageError when there is none
    [[nodiscard]] const assets::CheckResult& report() const noexcept { return m_report; } ///< of the newest reading
    [[nodiscard]] bool broken() const noexcept { return m_broken; } ///< the newest reading had errors
    [[nodiscard]] const std::string& complaint() const noexcept { return m_complaint; } ///< why: FILE:LINE: FIELD: ...
    /// What texts about the scenario are made of; empty before the first one is open.
    [[nodiscard]] const render::Words& words() const noexcept { return *m_words; }
    /// Files whose change asks for ReloadScenario; also those that are missing yet. For FileWatch.
    [[nodiscard]] std::vector<std::filesystem::path> watched_files() const;
    /// The reference data, null before the first reading; hand them to read_for_session().
    [[nodiscard]] const std::shared_ptr<const geo::Atlas>& atlas() const noexcept { return m_atlas; }

    /// Takes a reading as what is open from now on. Throws UsageError when it has no scenario. Then what was open stays
    /// open; where nothing was, the name and its complaints are kept, so that it opens once they are seen to.
    void open(OpenedScenario&&);
    /// Takes a reading of what is open already. Throws UsageError when it has no scenario; the last good one stays.
    void reread(OpenedScenario&&);

    [[nodiscard]] bool can_add_fix() const; ///< the scenario is sound, not shipped, and no recording
    void require_changeable() const;        ///< throws UsageError that says why no report can be added
    [[nodiscard]] bool can_undo_fix() const noexcept { return !m_changes.empty(); }
    void added(FileChange change) { m_changes.push_back(std::move(change)); }
    /// The newest added report, which can no longer be taken back by this document. Throws UsageError when there is
    /// none.
    [[nodiscard]] FileChange take_newest_change();
    void forget_changes() noexcept { m_changes.clear(); }

private:
    void take(OpenedScenario&&);

    std::string m_name;
    std::filesystem::path m_path;
    bool m_is_folder = false, m_shipped = false;
    std::shared_ptr<const assets::Scenario> m_base;
    std::shared_ptr<const geo::Atlas> m_atlas;
    std::shared_ptr<const render::Words> m_words = std::make_shared<const render::Words>();
    assets::CheckResult m_report;
    bool m_broken = false;
    std::string m_complaint;
    std::vector<FileChange> m_changes;
};

} // namespace app
