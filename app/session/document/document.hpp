#pragma once

#include "app/session/files/fix_row.hpp"
#include "app/session/files/opened.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace app {

/// The open scenario, the findings of its newest reading, and the added fixes that can be undone or redone. A document
/// reads and writes no file; its readings come from read_for_session().
class Document {
public:
    /// A path or builtin:NAME; empty when nothing is open.
    [[nodiscard]] const std::string& name() const noexcept { return m_name; }
    /// The file or folder of name().
    [[nodiscard]] const std::filesystem::path& path() const noexcept { return m_path; }
    /// The folder of the scenario's files; empty when nothing is open.
    [[nodiscard]] std::filesystem::path folder() const { return m_is_folder ? m_path : m_path.parent_path(); }
    /// The last reading without errors, also after a save that broke the files; null until there is one.
    [[nodiscard]] const std::shared_ptr<const assets::Scenario>& base() const noexcept { return m_base; }
    [[nodiscard]] const assets::Scenario& scenario() const; ///< base(); throws UsageError when there is none
    [[nodiscard]] const assets::CheckResult& check_result() const noexcept {
        return m_check_result;
    }                                                               ///< of the newest reading
    [[nodiscard]] bool broken() const noexcept { return m_broken; } ///< the newest reading had errors
    /// The first error of the newest reading, as FILE:LINE: FIELD: message; empty without errors.
    [[nodiscard]] const std::string& complaint() const noexcept { return m_complaint; }
    /// The words for texts about the scenario; empty before the first scenario is open.
    [[nodiscard]] const render::Words& words() const noexcept { return *m_words; }
    [[nodiscard]] const std::shared_ptr<const render::Words>& shared_words() const noexcept { return m_words; }
    /// The files for FileWatch: when one of them changes or appears, send ReloadScenario. Some may not exist yet.
    [[nodiscard]] std::vector<std::filesystem::path> watched_files() const;
    /// The reference data for read_for_session(); null before the first reading.
    [[nodiscard]] const std::shared_ptr<const geo::Atlas>& atlas() const noexcept { return m_atlas; }

    /// Opens a reading. Throws UsageError when nothing could be read; the open scenario then stays open. When the files
    /// have errors, throws UsageError too, but the document then has their name and findings and no scenario, so that
    /// reread() can open the repaired files.
    void open(OpenedScenario&&);
    /// Takes a newer reading of the open scenario. Throws UsageError when the reading has no scenario; the last reading
    /// without errors then stays.
    void reread(OpenedScenario&&);

    [[nodiscard]] bool can_add_fix() const; ///< the scenario has no errors, is not built in and is no recording
    void require_changeable() const;        ///< throws UsageError when no fix can be added
    [[nodiscard]] bool can_undo_fix() const noexcept { return !m_undoable.empty(); }
    [[nodiscard]] bool can_redo_fix() const noexcept { return !m_redoable.empty(); }
    void remember_added(Change); ///< a new change: what was undone before can no longer be redone
    void remember_undoable(Change change) { m_undoable.push_back(std::move(change)); }
    void remember_redoable(Change change) { m_redoable.push_back(std::move(change)); }
    /// Each removes the newest change of its kind from the document and returns it. Throws UsageError when there is
    /// none.
    [[nodiscard]] Change take_undoable();
    [[nodiscard]] Change take_redoable();
    void forget_changes() noexcept;

private:
    void replace(OpenedScenario&&);

    std::string m_name;
    std::filesystem::path m_path;
    bool m_is_folder = false, m_shipped = false;
    std::shared_ptr<const assets::Scenario> m_base;
    std::shared_ptr<const geo::Atlas> m_atlas;
    std::shared_ptr<const render::Words> m_words = std::make_shared<const render::Words>();
    assets::CheckResult m_check_result;
    bool m_broken = false;
    std::string m_complaint;
    std::vector<Change> m_undoable, m_redoable;
};

} // namespace app
