#pragma once

#include "app/session/command.hpp"
#include "app/session/document/document.hpp"
#include "app/session/document/file_job.hpp"
#include "app/session/live/live_state.hpp"
#include "app/session/outcome.hpp"
#include "app/session/playhead/playhead.hpp"
#include "app/session/view/view.hpp"

#include <deque>
#include <memory>
#include <optional>

namespace app {

/// Everything that is open and how it is looked at: a document, a view, a playhead, and what feeds bring. One thread
/// owns it; fronts read it and send commands. It reads and writes no file once it is made: commands that need files
/// become jobs, which another thread carries out, and their results are adopted.
class Session {
public:
    explicit Session(DataFolders); ///< lists the themes

    /// Carries a command out, or refuses it and leaves all as it was. OpenScenario, ReloadScenario, AddFix,
    /// UndoFix, SaveCopy and Freeze are pending: their outcome comes from adopt().
    Outcome apply(const Command&);
    /// Lets time pass for playing. Returns true when something changed.
    bool advance(std::chrono::duration<double> passed);

    [[nodiscard]] const Document& document() const noexcept { return m_document; }
    [[nodiscard]] const View& view() const noexcept { return m_view; }
    [[nodiscard]] const Playhead& playhead() const noexcept { return m_playhead; }
    [[nodiscard]] const LiveState& live() const noexcept { return m_live; }

    /// The next job for a worker; none while one is in hand. Its result goes to adopt().
    [[nodiscard]] std::optional<FileJob> take_file_job();
    /// A job is in hand or waits.
    [[nodiscard]] bool files_busy() const noexcept { return m_job_in_hand || !m_jobs.empty(); }
    /// Takes what a job came to; returns the outcome of its command. A reading of a scenario that is no longer open
    /// came too late: nothing changes.
    Outcome adopt(FileResult);

    /// What is shown. Null until something sound was opened. While feeds are heard it is another one about every
    /// second: document().base() with what was heard about the time shown.
    [[nodiscard]] const std::shared_ptr<const assets::Scenario>& scenario() const noexcept;
    /// What is shown at shown_at(): zones that are hidden are not in it. It points into scenario(), which whoever holds
    /// it must hold too. Empty without a scenario.
    [[nodiscard]] const assets::Snapshot& snapshot() const { return *shared_snapshot(); }
    [[nodiscard]] const std::shared_ptr<const assets::Snapshot>& shared_snapshot() const;
    /// The playhead's instant, but while feeds are heard that of the newest picture: it comes after the playhead.
    [[nodiscard]] assets::Instant shown_at() const noexcept;

    [[nodiscard]] LiveRequest live_request() const;
    /// Grows whenever live_request() may be another.
    [[nodiscard]] unsigned request_version() const noexcept { return m_wish_version; }
    void adopt(LiveStatus);
    void adopt(LiveSnapshot); ///< of another scenario than the open one: it came too late, nothing happens
    /// What Freeze has asked for, once.
    [[nodiscard]] std::optional<FreezeRequest> take_freeze_request() { return m_live.take_freeze_request(); }
    Outcome adopt(const FreezeResult&); ///< what the freeze came to; returns the outcome of the command

    /// Grow with every change that a picture depends on, by part: what must be composed anew. Panning and zooming
    /// (m_per_mm, centre) change neither: the window knows what its pictures cover. overlay_version grows whenever
    /// base_version does.
    [[nodiscard]] unsigned base_version() const noexcept { return m_view.ground_version(); }
    [[nodiscard]] unsigned overlay_version() const noexcept;

    /// The figure as it would be exported now: visibility, theme, names, projection, centre, instant. Page and width
    /// are left to the caller; see figure_for_window() and figure_for_export().
    [[nodiscard]] render::Figure figure() const;
    [[nodiscard]] const DataFolders& data() const noexcept { return m_data; }

private:
    Outcome on(const OpenScenario&);
    Outcome on(const ReloadScenario&);
    Outcome on(const AddFix&);
    Outcome on(const UndoFix&);
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
    void on(const SetRings&);
    void on(const AddFeed&);
    void on(const RemoveFeed&);
    void on(const SwitchFeed&);
    void on(const FollowNow&);
    void on(const Pin&);
    void on(const SetAgeLimits&);
    void on(const SetTrail&);
    void on(const Confirm&);

    Outcome ask_files(FileTask);
    void require_files_at_rest() const; ///< throws UsageError while something is being written
    /// Each takes the result of a task, throws UsageError for what went wrong, and returns what there is to say.
    std::string take(const ReadNew&, FileResult&);
    std::string take(const ReadAgain&, FileResult&);
    std::string take(const WriteFix&, FileResult&);
    std::string take(const TakeBack&, FileResult&);
    std::string take(const WriteCopy&, FileResult&);
    void open(OpenedScenario&&);
    void reread(OpenedScenario&&);
    void show_document(bool keep_time);

    void feeds_changed(bool was_live);
    void time_changed();
    void overlay_changed() noexcept { ++m_overlay_version; }
    void request_changed() noexcept { ++m_wish_version; }
    [[nodiscard]] const assets::Scenario& shown() const; ///< throws UsageError when nothing is open

    DataFolders m_data;
    Document m_document;
    View m_view;
    Playhead m_playhead;
    LiveState m_live;
    std::deque<FileJob> m_jobs;                    ///< not yet taken
    bool m_job_in_hand = false, m_writing = false; ///< writing: a job that writes is in hand or waits
    unsigned m_last_number = 0;                    ///< of the pending commands
    unsigned m_overlay_version = 0, m_wish_version = 0;
};

/// Carries a command out, its file jobs too, here and now: for starting up and for tests.
Outcome apply_and_wait(Session&, const Command&);

/// What the window composes: the map edge to edge over a page of this size, `width_mm` and `height_mm` at the view's
/// m_per_mm, without furniture.
[[nodiscard]] render::Figure figure_for_window(const Session&, double width_mm, double height_mm, double dpi);
/// What the export dialog starts from: figure() with the width of ground that the window shows.
[[nodiscard]] render::Figure figure_for_export(const Session&, double window_width_mm);

} // namespace app
