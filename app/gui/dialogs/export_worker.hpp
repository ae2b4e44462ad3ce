#pragma once

#include "app/export/render_figure.hpp"
#include "app/gui/host/wake.hpp"

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

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

/// Composes previews and writes files in a thread of its own. The newest preview wins; one export at a time.
class ExportWorker {
public:
    explicit ExportWorker(Wake&);
    ~ExportWorker();
    ExportWorker(const ExportWorker&) = delete;
    ExportWorker& operator=(const ExportWorker&) = delete;

    void preview(ExportJob);
    void write(ExportJob); ///< without an output: a PNG for the clipboard, see Outcome
    /// The file being written will not be: nothing is left of it.
    void cancel() { m_cancel = true; }

    [[nodiscard]] std::optional<ExportPreview> take_preview();
    /// What a write came to: a sentence; `failed` says which kind.
    struct Outcome {
        bool failed;
        std::string sentence;
        std::string png; ///< for the clipboard
    };
    [[nodiscard]] std::optional<Outcome> take_outcome();
    struct Progress {
        bool writing;
        float share; ///< 0..1
        std::string step;
    };
    [[nodiscard]] Progress progress() const;
    [[nodiscard]] bool previewing() const;

private:
    void run();
    [[nodiscard]] std::shared_ptr<const render::Composition> composed(const ExportJob&);
    [[nodiscard]] ExportPreview make_preview(const ExportJob&);
    [[nodiscard]] Outcome write_file(const ExportJob&);
    void step(float share, const char* what);

    Wake& m_wake;
    mutable std::mutex m_mutex;
    std::condition_variable m_condition;
    std::optional<ExportJob> m_preview_wish, m_write_wish;
    std::optional<ExportPreview> m_preview;
    std::optional<Outcome> m_outcome;
    Progress m_progress{};
    bool m_previewing = false, m_end = false;
    std::atomic<bool> m_cancel{false};
    std::string m_composed_key; ///< of m_composed; the worker's own
    std::shared_ptr<const render::Composition> m_composed;
    std::thread m_thread;
};

} // namespace app
