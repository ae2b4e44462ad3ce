#pragma once

#include "app/session/document/fix_row.hpp"
#include "app/session/document/opened.hpp"

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
};
struct WriteFix {
    AddFix fix;
    std::string name;                                 ///< of the scenario
    std::filesystem::path path;                       ///< of the scenario
    std::shared_ptr<const assets::Scenario> scenario; ///< its last reading
};
struct UndoWrite {
    FileChange change;
    std::string name; ///< of the scenario
};
struct WriteCopy {
    std::filesystem::path path; ///< of the scenario
    std::shared_ptr<const assets::Scenario> scenario;
    std::string folder;
};
using FileTask = std::variant<ReadNew, ReadAgain, WriteFix, UndoWrite, WriteCopy>;

struct FileJob {
    unsigned number = 0; ///< of the command's Outcome; copied to the result
    FileTask task;
    DataFolders data;
    std::shared_ptr<const geo::Atlas> atlas;
};

struct FileResult {
    unsigned number = 0;
    FileTask task;                         ///< of the job
    std::string failure;                   ///< a sentence; empty when the task succeeded
    bool changed_since = false;            ///< UndoWrite: another program has changed the file
    std::optional<FileChange> change;      ///< WriteFix: what UndoWrite needs
    std::optional<OpenedScenario> reading; ///< of the scenario after the task; none after a failure
};

/// Carries the task out, then reads the scenario. Throws nothing. Thread-safe.
[[nodiscard]] FileResult carry_out(const FileJob&);

} // namespace app
