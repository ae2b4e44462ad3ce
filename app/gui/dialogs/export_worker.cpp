#include "app/gui/dialogs/export_worker.hpp"

#include "app/base/save_file.hpp"

#include <exception>

#include <fmt/format.h>

namespace app {

namespace {

struct Cancelled {};

} // namespace

ExportWorker::ExportWorker(Signal& signal)
    : m_signal{signal},
      m_previews{signal,
                 [this](const ExportJob& job, const std::stop_token&) {
                     return make_preview(job);
                 }},
      m_writes{signal, [this](const ExportJob& job, const std::stop_token& stop) {
                   return write_file(job, stop);
               }} {}

void ExportWorker::write(ExportJob job) {
    {
        const std::lock_guard lock{m_progress_mutex};
        m_share = 0;
        m_step = "Waiting";
    }
    m_writes.ask(std::move(job));
}

ExportWorker::Progress ExportWorker::progress() const {
    const bool writing = m_writes.busy();
    const std::lock_guard lock{m_progress_mutex};
    return {writing, m_share, m_step};
}

ExportWorker::Composition ExportWorker::LastPage::of(const ExportJob& job) {
    const std::lock_guard lock{m_mutex};
    if (m_composition && m_key == job.key) return m_composition;
    m_composition = std::make_shared<const render::Composition>(compose_figure(job.figure));
    m_key = job.key;
    return m_composition;
}

ExportPreview ExportWorker::make_preview(const ExportJob& job) {
    ExportPreview out;
    try {
        const auto figure = m_page.of(job);
        out.width_mm = figure->picture.width_mm;
        out.height_mm = figure->picture.height_mm;
        std::tie(out.width_px, out.height_px) = png_size(job.figure, figure->picture);
        out.raster = render_preview(figure->picture, job.preview_w, job.preview_h);
    } catch (const std::exception& error) { // no exception may leave a worker thread; also below
        out.error = error.what();
    }
    return out;
}

void ExportWorker::step(float share, const char* what, const std::stop_token& stop) {
    if (stop.stop_requested()) throw Cancelled{};
    {
        const std::lock_guard lock{m_progress_mutex};
        m_share = share;
        m_step = what;
    }
    m_signal.raise();
}

ExportOutcome ExportWorker::write_file(const ExportJob& job, const std::stop_token& stop) {
    try {
        step(0.05F, "Composing", stop);
        const auto figure = m_page.of(job);
        auto bytes = render_figure(
            job.figure, [&](const char* what, float share) { step(share, what, stop); }, figure.get());
        const std::string& output = job.figure.request.output;
        if (output.empty()) {
            const auto [width, height] = png_size(job.figure, figure->picture);
            return {false, fmt::format("Copied the image to the clipboard ({} x {} pixels)", width, height),
                    std::move(bytes)};
        }
        step(0.9F, "Saving", stop);
        save_file(output, bytes);
        return {false, fmt::format("Saved {} ({} kB)", output, (bytes.size() + 1023) / 1024), {}};
    } catch (const Cancelled&) {
        return {true, "Cancelled; nothing was written", {}};
    } catch (const std::exception& error) {
        return {true, error.what(), {}};
    }
}

} // namespace app
