#pragma once

#include "app/session/command.hpp"
#include "app/session/document/document.hpp"
#include "app/session/files/file_job.hpp"
#include "app/session/live/live_state.hpp"
#include "app/session/outcome.hpp"
#include "app/session/playhead/playhead.hpp"
#include "app/session/view/view.hpp"

#include <deque>
#include <memory>
#include <optional>

namespace app {

/// The state of the window: the document, the view, the playhead and the feeds. One thread owns a session; panels read
/// it and send commands. After construction it reads and writes no file: commands that need files become jobs for
/// another thread, and adopt() takes the results.
class Session {
public:
    explicit Session(DataFolders); ///< lists the theme files

    /// Carries out a command, or refuses it and changes nothing. OpenScenario, ReloadScenario, AddFix, UndoFix,
    /// RedoFix, PreviewFix, SaveCopy and Freeze are pending: adopt() returns their final outcome.
    Outcome apply(const Command&);
    /// Plays for the time that has passed. Returns true when something changed.
    bool advance(std::chrono::duration<double> passed);

    [[nodiscard]] const Document& document() const noexcept { return m_document; }
    [[nodiscard]] const View& view() const noexcept { return m_view; }
    [[nodiscard]] const Playhead& playhead() const noexcept { return m_playhead; }
    [[nodiscard]] const LiveState& live() const noexcept { return m_live; }

    /// The next job for a worker, whose result goes to adopt(). None while a worker has a job.
    [[nodiscard]] std::optional<FileJob> take_file_job();
    /// Whether a worker has a job or jobs are waiting.
    [[nodiscard]] bool files_busy() const noexcept { return m_job_in_hand || !m_jobs.empty(); }
    /// Takes the result of a job and returns the outcome of its command. Ignores a reading of a scenario that is no
    /// longer open.
    Outcome adopt(FileResult);

    /// What the fix of the newest PreviewFix would change; null before the first one and after the scenario has
    /// changed.
    [[nodiscard]] const std::shared_ptr<const FixPreview>& fix_preview() const noexcept { return m_fix_preview; }

    /// The newest fix that was added; null before the first one.
    [[nodiscard]] const std::shared_ptr<const FixPreview>& last_added() const noexcept { return m_last_added; }

    /// The scenario shown; null until one without errors is open. While feeds are on, it is replaced about every second
    /// by document().base() with the contacts at the time shown.
    [[nodiscard]] const std::shared_ptr<const assets::Scenario>& scenario() const noexcept;
    /// The snapshot of scenario() at shown_at(), without hidden zones; empty without a scenario. It points into
    /// scenario(): a caller that keeps the snapshot must keep the scenario too.
    [[nodiscard]] const assets::Snapshot& snapshot() const { return *shared_snapshot(); }
    [[nodiscard]] const std::shared_ptr<const assets::Snapshot>& shared_snapshot() const;
    /// The playhead's instant. While feeds are on: the instant of the newest live snapshot, which lags behind the
    /// playhead.
    [[nodiscard]] assets::Instant shown_at() const noexcept;

    [[nodiscard]] LiveRequest live_request() const;
    /// Grows whenever live_request() may have changed.
    [[nodiscard]] unsigned request_version() const noexcept { return m_request_version; }
    void adopt(LiveStatus);
    void adopt(LiveSnapshot); ///< ignores a snapshot of a scenario that is no longer open
    /// The request of a Freeze command, once, without FreezeRequest::shown.
    [[nodiscard]] std::optional<FreezeRequest> take_freeze_request() { return m_live.take_freeze_request(); }
    /// The base of a RecordFeeds command, once; see LiveWorker::record().
    [[nodiscard]] std::optional<std::string> take_record_request() { return m_live.take_record_request(); }
    Outcome adopt(const FreezeResult&); ///< returns the outcome of the Freeze command

    /// Each version grows when its part of the map must be composed again. overlay_version() also grows with
    /// ground_version(). Panning and zooming change neither: the window knows which area its pictures cover.
    [[nodiscard]] unsigned ground_version() const noexcept { return m_view.ground_version(); }
    [[nodiscard]] unsigned overlay_version() const noexcept;

    /// The figure of what is shown: visibility, theme, names, projection, centre and instant. The caller sets the page
    /// and the width; see figure_for_window() and figure_for_export().
    [[nodiscard]] render::Figure figure() const;
    [[nodiscard]] const DataFolders& data() const noexcept { return m_data; }

private:
    Outcome on(const OpenScenario&);
    Outcome on(const ReloadScenario&);
    Outcome on(const AddFix&);
    Outcome on(const UndoFix&);
    Outcome on(const RedoFix&);
    Outcome on(const PreviewFix&);
    Outcome on(const SaveCopy&);
    Outcome on(const Freeze&);
    void on(const GoToTime&);
    void on(const SetPlaying&);
    void on(const SetLooping&);
    void on(const SetSpeed&);
    void on(const StepEvent&);
    void on(const StepTime&);
    void on(const Select&);
    void on(const ShowAsset&);
    void on(const ShowCountry&);
    void on(const ShowZone&);
    void on(const ShowLayer&);
    void on(const SetTheme&);
    void on(const SetNames&);
    void on(const SetSymbols&);
    void on(const SetProjection&);
    void on(const CentreProjection&);
    void on(const LookAt&);
    void on(const GoTo&);
    void on(const FitAll&);
    void on(const ResetView&);
    void on(const RulerAdd&);
    void on(const RulerClear&);
    void on(const AddRings&);
    void on(const RemoveRing&);
    void on(const RemoveRings&);
    void on(const AddFeed&);
    void on(const RemoveFeed&);
    void on(const SwitchFeed&);
    void on(const FollowNow&);
    void on(const Pin&);
    void on(const AddAlert&);
    void on(const RemoveAlert&);
    void on(const RecordFeeds&);
    void on(const SetAgeLimits&);
    void on(const SetTrail&);
    void on(const SetTargets&);
    void on(const Confirm&);

    Outcome queue_file_task(FileTask);
    void require_no_pending_write() const; ///< throws UsageError while a job that writes is pending
    /// Each takes the result of a task and returns a message for the user. Throws UsageError when the task failed.
    std::string finish(const ReadNew&, FileResult&);
    std::string finish(const ReadAgain&, FileResult&);
    std::string finish(const WriteFix&, FileResult&);
    std::string finish(const UndoWrite&, FileResult&);
    std::string finish(const RedoWrite&, FileResult&);
    std::string finish(const TryFix&, FileResult&);
    std::string finish(const WriteCopy&, FileResult&);
    void open(OpenedScenario&&);
    void reread(OpenedScenario&&);
    void show_document(bool keep_time);
    void show_nothing(); ///< after opening files with errors

    void after_feed_change(bool was_live);
    void mark_time_changed();
    void mark_overlay_changed() noexcept { ++m_overlay_version; }
    void mark_request_changed() noexcept { ++m_request_version; }
    [[nodiscard]] const assets::Scenario& require_scenario() const; ///< throws UsageError when no scenario is open

    DataFolders m_data;
    Document m_document;
    View m_view;
    Playhead m_playhead;
    LiveState m_live;
    std::shared_ptr<const FixPreview> m_fix_preview, m_last_added;
    std::deque<FileJob> m_jobs;                    ///< not yet taken
    bool m_job_in_hand = false, m_writing = false; ///< writing: a job that writes is pending
    unsigned m_last_number = 0;                    ///< of the newest pending command
    unsigned m_overlay_version = 0, m_request_version = 0;
};

/// Carries out a command and its file jobs on this thread: for the start of the program and for tests.
Outcome apply_and_wait(Session&, const Command&);

/// The figure that the window composes: a page of width_mm x height_mm that the map fills at the view's m_per_mm,
/// without furniture.
[[nodiscard]] render::Figure figure_for_window(const Session&, double width_mm, double height_mm, double dpi);
/// The figure that the export dialog starts with: figure() with the ground width that the window shows.
[[nodiscard]] render::Figure figure_for_export(const Session&, double window_width_mm);

} // namespace app
