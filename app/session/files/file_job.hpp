#pragma once

#include "app/session/files/fix_preview.hpp"
#include "app/session/files/fix_row.hpp"
#include "app/session/files/opened.hpp"

#include <memory>
#include <optional>
#include <string>
#include <variant>

/// The file work of a command, for a thread other than the session's: a FileJob goes in, a FileResult comes out.
namespace app {

struct ReadNew {
    std::string name;
};
struct ReadAgain {
    std::string name;
    std::filesystem::path folder{};   ///< of the last reading
    std::vector<std::string> files{}; ///< of the last reading; one that is gone is an error
};
struct WriteFix {
    AddFix fix;
    std::string name;                                 ///< of the scenario
    std::filesystem::path path;                       ///< of the scenario
    std::shared_ptr<const assets::Scenario> scenario; ///< its last reading
    assets::CheckResult checked{};                    ///< findings of that reading
};
/// As WriteFix, without writing.
struct TryFix : WriteFix {
    std::shared_ptr<const render::Words> words{};
};
struct UndoWrite {
    Change change;
    std::string name; ///< of the scenario
};
struct RedoWrite {
    Change change;
    std::string name; ///< of the scenario
};
struct WriteCopy {
    std::filesystem::path path; ///< of the scenario
    std::shared_ptr<const assets::Scenario> scenario;
    std::string folder;
};
using FileTask = std::variant<ReadNew, ReadAgain, WriteFix, TryFix, UndoWrite, RedoWrite, WriteCopy>;

struct FileJob {
    unsigned number = 0; ///< of the command's Outcome; copied to the result
    FileTask task;
    DataFolders data;
    std::shared_ptr<const geo::Atlas> atlas;
    std::shared_ptr<geo::ReadControl> control{}; ///< of the reading; may be null
};

struct FileResult {
    unsigned number = 0;
    FileTask task;                             ///< of the job
    std::string failure;                       ///< a sentence; empty when the task succeeded
    bool changed_since = false;                ///< UndoWrite, RedoWrite: another program has changed a file
    std::optional<Change> change;              ///< WriteFix: what UndoWrite needs
    std::shared_ptr<const FixPreview> preview; ///< TryFix, WriteFix: what the fix changes
    std::optional<OpenedScenario> reading;     ///< of the scenario after the task; none after a failure or TryFix
};

/// Carries the task out, then reads the scenario. Throws nothing. Thread-safe.
[[nodiscard]] FileResult carry_out(const FileJob&);

} // namespace app
