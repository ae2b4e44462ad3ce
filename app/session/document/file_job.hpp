#pragma once

#include "app/session/document/fix_row.hpp"
#include "app/session/document/opened.hpp"

#include <memory>
#include <optional>
#include <string>
#include <variant>

/// What a command asks of files, done away from the thread that owns the session: a value goes in, a value comes out.
namespace app {

struct ReadNew {
    std::string name;
};
struct ReadAgain {
    std::string name;
};
struct WriteFix {
    AddFix report;
    std::string name;                                 ///< of the scenario
    std::filesystem::path path;                       ///< of the scenario
    std::shared_ptr<const assets::Scenario> scenario; ///< as it was read last
};
struct TakeBack {
    FileChange change;
    std::string name; ///< of the scenario
};
struct WriteCopy {
    std::filesystem::path path; ///< of the scenario
    std::shared_ptr<const assets::Scenario> scenario;
    std::string folder;
};
using FileTask = std::variant<ReadNew, ReadAgain, WriteFix, TakeBack, WriteCopy>;

struct FileJob {
    unsigned number = 0; ///< of the command's Outcome; comes back with the result
    FileTask task;
    DataFolders data;
    std::shared_ptr<const geo::Atlas> atlas;
};

struct FileResult {
    unsigned number = 0;
    FileTask task;                    ///< what was asked
    std::string failure;              ///< why nothing was written, a sentence; empty: written, or nothing was to be
    bool changed_since = false;       ///< TakeBack: the file is no longer as the report left it
    std::optional<FileChange> change; ///< WriteFix: how to take it back
    std::optional<OpenedScenario> reading; ///< of the scenario afterwards; none after a failure
};

/// Reads and writes. Throws nothing; any thread.
[[nodiscard]] FileResult carry_out(const FileJob&);

} // namespace app
