#pragma once

#include "app/base/latest_job.hpp"
#include "app/export/render_figure.hpp"

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace app {

/// Figures to preview or to write. Both show the same picture.
struct ExportJob {
    std::vector<FigureJob> figures;   ///< one for each date; a snapshot that is null is made by the worker
    std::size_t previewed = 0;        ///< index of the figure to preview
    int preview_w = 0, preview_h = 0; ///< pixels that the preview may take
    std::string key;                  ///< everything that the pages depend on; the same key means the same pages
    bool replace = false;             ///< existing files are replaced; otherwise nothing is written if there are any
};

struct ExportPreview {
    std::optional<render::Raster> raster; ///< nothing when there is an error
    std::string error;
    std::size_t figure = 0; ///< index of the figure that is shown
    double width_mm = 0, height_mm = 0;
    int width_px = 0, height_px = 0; ///< size of the PNG that an export would write
};

/// The outcome of a write.
struct ExportOutcome {
    bool failed;
    std::string sentence;
    std::string png{};                   ///< bytes for the clipboard, when the job had no output file
    std::vector<std::string> existing{}; ///< files that exist already, because of which nothing was written
};

/// Composes previews and writes files on other threads than the window's. Only the newest of the waiting previews is
/// composed, and one export is written at a time.
class ExportWorker {
public:
    explicit ExportWorker(Signal&);

    void preview(ExportJob job) { m_previews.ask(std::move(job)); }
    void write(ExportJob); ///< one figure without an output file: makes ExportOutcome::png
    /// Cancels the current write and leaves no unfinished file behind.
    void cancel() { m_writes.cancel(); }

    [[nodiscard]] std::optional<ExportPreview> take_preview() { return m_previews.take(); }
    [[nodiscard]] std::optional<ExportOutcome> take_outcome() { return m_writes.take(); }
    struct Progress {
        bool writing; ///< true until the outcome has been taken
        float share;  ///< 0..1
        std::string step;
    };
    [[nodiscard]] Progress progress() const;
    [[nodiscard]] bool previewing() const { return m_previews.busy(); }

private:
    using Composition = std::shared_ptr<const render::Composition>;
    /// The last page, so that preview and export compose it only once. When both threads want a page, the second waits
    /// for the first.
    class LastPage {
    public:
        [[nodiscard]] Composition of(const ExportJob&, std::size_t figure);

    private:
        std::mutex m_mutex;
        std::string m_key; ///< of m_composition
        Composition m_composition;
    };

    [[nodiscard]] ExportPreview make_preview(const ExportJob&);
    [[nodiscard]] ExportOutcome write_files(const ExportJob&, const std::stop_token&);
    [[nodiscard]] ExportOutcome try_to_write(const ExportJob&, const std::stop_token&);
    void step(float share, const char* what, const std::stop_token&);

    Signal& m_signal;
    LastPage m_page;
    mutable std::mutex m_progress_mutex;
    float m_share = 0;
    std::string m_step;
    LatestJob<ExportJob, ExportPreview> m_previews; ///< declared last, because their threads use the other members
    LatestJob<ExportJob, ExportOutcome> m_writes;
};

} // namespace app
