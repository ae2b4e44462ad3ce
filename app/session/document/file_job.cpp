#include "app/session/document/file_job.hpp"

#include "app/base/errors.hpp"
#include "app/session/document/scenario_files.hpp"

#include <exception>

namespace app {

namespace {

/// Each writes the files that its task changes; tasks that only read change none. Returns the name of the scenario to
/// read afterwards.
std::string write_files(const ReadNew& task, FileResult&) {
    return task.name;
}

std::string write_files(const ReadAgain& task, FileResult&) {
    return task.name;
}

std::string write_files(const WriteFix& task, FileResult& result) {
    result.change = add_fix(task.fix, *task.scenario, task.path);
    return task.name;
}

std::string write_files(const UndoWrite& task, FileResult& result) {
    try {
        undo(task.change);
    } catch (const UsageError&) { // another program has changed the file, so a later try would fail too
        result.changed_since = true;
        throw;
    }
    return task.name;
}

std::string write_files(const WriteCopy& task, FileResult&) {
    return copy_scenario(*task.scenario, task.path, task.folder).string();
}

} // namespace

FileResult carry_out(const FileJob& job) {
    FileResult result;
    result.number = job.number;
    result.task = job.task;
    try {
        const std::string name = std::visit([&](const auto& task) { return write_files(task, result); }, job.task);
        result.reading = read_for_session(name, job.data, job.atlas);
    } catch (const std::exception& error) { // no exception leaves the worker: its message becomes part of the result
        result.failure = error.what();
    }
    return result;
}

} // namespace app
