#include "app/session/files/file_job.hpp"

#include "app/base/errors.hpp"
#include "app/session/files/scenario_files.hpp"
#include "app/session/files/table_row.hpp"
#include "assets/model/values/codes.hpp"

#include <exception>
#include <type_traits>

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
    auto tried = try_fix(task.fix, *task.scenario, task.path);
    apply_change(tried.change);
    result.change = std::move(tried.change);
    return task.name;
}

/// Runs an undo or a redo. When another program has changed a file, a later try would fail too.
template <class Work>
void notice_changed_file(FileResult& result, const Work& work) {
    try {
        work();
    } catch (const UsageError&) {
        result.changed_since = true;
        throw;
    }
}

std::string write_files(const UndoWrite& task, FileResult& result) {
    notice_changed_file(result, [&] { undo_change(task.change); });
    return task.name;
}

std::string write_files(const RedoWrite& task, FileResult& result) {
    notice_changed_file(result, [&] { apply_change(task.change); });
    return task.name;
}

std::string write_files(const WriteCopy& task, FileResult&) {
    return copy_scenario(*task.scenario, task.path, task.folder).string();
}

/// Works out what a fix would change. A row that the reader refuses is a preview too.
FixPreview try_out(const TryFix& task) {
    try {
        const auto tried = try_fix(task.fix, *task.scenario, task.path);
        const auto& after = tried.read.scenario;
        return preview_of(task.fix, task.scenario, task.checked, after, assets::check(tried.read),
                          *fix_at(*after, tried.file, tried.line), *task.words);
    } catch (const std::exception& error) {
        FixPreview refused;
        refused.row = task.fix;
        refused.refusal = error.what();
        return refused;
    }
}

/// What a written fix has changed, from the reading after it; null if that reading has errors.
std::shared_ptr<const FixPreview> written_fix(const WriteFix& task, const Change& change,
                                              const OpenedScenario& reading) {
    const auto& after = reading.loaded.scenario;
    if (after == nullptr) return nullptr;
    const auto fix = fix_at(*after, positions_file(*task.scenario), last_row_line(change.files.back().after));
    if (!fix) return nullptr;
    return std::make_shared<const FixPreview>(
        preview_of(task.fix, task.scenario, task.checked, after, reading.check_result, *fix, *reading.words));
}

/// Rule: a file of the last reading that is gone is an error, so that the last good map stays. A scenario that was
/// opened afresh does without the file.
void find_deleted_files(const ReadAgain& task, OpenedScenario& reading) {
    for (const auto& name : task.files) {
        std::error_code failed;
        if (std::filesystem::exists(task.folder / name, failed)) continue;
        reading.check_result.findings.push_back(
            {assets::Severity::Error,
             std::string{assets::code::missing_file},
             name,
             0,
             {},
             "the file was deleted; put it back, or open the scenario again to do without it",
             {},
             {}});
        ++reading.check_result.errors;
        reading.loaded.scenario.reset();
    }
}

} // namespace

FileResult carry_out(const FileJob& job) {
    FileResult result;
    result.number = job.number;
    result.task = job.task;
    if (const auto* trial = std::get_if<TryFix>(&job.task)) {
        result.preview = std::make_shared<const FixPreview>(try_out(*trial));
        return result;
    }
    try {
        const std::string name = std::visit(
            [&]<class Task>(const Task& task) -> std::string {
                if constexpr (std::is_same_v<Task, TryFix>)
                    return {}; // handled above
                else
                    return write_files(task, result);
            },
            job.task);
        result.reading = read_for_session(name, job.data, job.atlas, job.control);
        if (const auto* again = std::get_if<ReadAgain>(&job.task)) find_deleted_files(*again, *result.reading);
        if (const auto* added = std::get_if<WriteFix>(&job.task))
            result.preview = written_fix(*added, *result.change, *result.reading);
    } catch (const std::exception& error) { // no exception leaves the worker: its message becomes part of the result
        result.failure = error.what();
    }
    return result;
}

} // namespace app
