#pragma once

#include "app/base/latest_job.hpp"
#include "app/export/render_figure.hpp"

#include <memory>
#include <mutex>
#include <optional>
#include <string>

namespace app {

/// What the preview shows and what is written are the same picture.
struct ExportJob {
    FigureJob figure;
    int preview_w = 0, preview_h = 0; ///< pixels that the preview may take
    std::string key;                  ///< of all that the page depends on: same key, same page
};

struct ExportPreview {
    std::optional<render::Raster> raster; ///< none: see error
    std::string error;
    double width_mm = 0, height_mm = 0;
    int width_px = 0, height_px = 0; ///< that a PNG will have
};

/// What a write came to.
struct ExportOutcome {
    bool failed;
    std::string sentence;
    std::string png; ///< for the clipboard
};

/// Composes previews and writes files away from the window's thread. The newest preview wins; one export at a time.
class ExportWorker {
public:
    explicit ExportWorker(Signal&);

    void preview(ExportJob job) { m_previews.ask(std::move(job)); }
    void write(ExportJob); ///< without an output: a PNG for the clipboard, see ExportOutcome
    /// The file being written will not be: nothing is left of it.
    void cancel() { m_writes.cancel(); }

    [[nodiscard]] std::optional<ExportPreview> take_preview() { return m_previews.take(); }
    [[nodiscard]] std::optional<ExportOutcome> take_outcome() { return m_writes.take(); }
    struct Progress {
        bool writing; ///< until the outcome has been taken
        float share;  ///< 0..1
        std::string step;
    };
    [[nodiscard]] Progress progress() const;
    [[nodiscard]] bool previewing() const { return m_previews.busy(); }

private:
    using Composition = std::shared_ptr<const render::Composition>;
    /// The page of a job: composed once a key, whichever of the two threads asks first; the other waits for it.
    class LastPage {
    public:
        [[nodiscard]] Composition of(const ExportJob&);

    private:
        std::mutex m_mutex;
        std::string m_key; ///< of m_composition
        Composition m_composition;
    };

    [[nodiscard]] ExportPreview make_preview(const ExportJob&);
    [[nodiscard]] ExportOutcome write_file(const ExportJob&, const std::stop_token&);
    void step(float share, const char* what, const std::stop_token&);

    Signal& m_signal;
    LastPage m_page;
    mutable std::mutex m_progress_mutex;
    float m_share = 0;
    std::string m_step;
    LatestJob<ExportJob, ExportPreview> m_previews; ///< last, as their threads use the rest
    LatestJob<ExportJob, ExportOutcome> m_writes;
};

} // namespace app
