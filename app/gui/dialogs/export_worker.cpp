#include "app/gui/dialogs/export_worker.hpp"

#include "app/base/save_file.hpp"
#include "app/figure/figure_snapshot.hpp"

#include <algorithm>
#include <exception>
#include <filesystem>

#include <fmt/format.h>

namespace app {

namespace {

struct Cancelled {};

/// The figure with a snapshot of its instant.
FigureJob with_snapshot(FigureJob job) {
    if (!job.snapshot)
        job.snapshot = std::make_shared<const assets::Snapshot>(figure_snapshot(*job.scenario, job.request.figure));
    return job;
}

std::string size_words(std::size_t bytes) {
    return fmt::format("{} kB", (bytes + 1023) / 1024);
}

} // namespace

ExportWorker::ExportWorker(Signal& signal)
    : m_signal{signal},
      m_previews{signal,
                 [this](const ExportJob& job, const std::stop_token&) {
                     return make_preview(job);
                 }},
      m_writes{signal, [this](const ExportJob& job, const std::stop_token& stop) {
                   return write_files(job, stop);
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

ExportWorker::Composition ExportWorker::LastPage::of(const ExportJob& job, std::size_t figure) {
    const std::lock_guard lock{m_mutex};
    const auto key = fmt::format("{} {}", figure, job.key);
    if (m_composition && m_key == key) return m_composition;
    m_composition = std::make_shared<const render::Composition>(compose_figure(with_snapshot(job.figures.at(figure))));
    m_key = key;
    return m_composition;
}

ExportPreview ExportWorker::make_preview(const ExportJob& job) {
    ExportPreview out;
    out.figure = job.previewed;
    try {
        const auto page = m_page.of(job, job.previewed);
        out.width_mm = page->picture.width_mm;
        out.height_mm = page->picture.height_mm;
        std::tie(out.width_px, out.height_px) = png_size(job.figures[job.previewed], page->picture);
        out.raster = render_preview(page->picture, std::min(job.preview_w, out.width_px),
                                    std::min(job.preview_h, out.height_px));
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

ExportOutcome ExportWorker::write_files(const ExportJob& job, const std::stop_token& stop) {
    try {
        return try_to_write(job, stop);
    } catch (const Cancelled&) {
        return {true, "Cancelled; nothing was written"};
    } catch (const std::exception& error) {
        return {true, error.what()};
    }
}

ExportOutcome ExportWorker::try_to_write(const ExportJob& job, const std::stop_token& stop) {
    if (!job.replace) {
        ExportOutcome refused{true, {}};
        std::error_code ignored;
        for (const auto& figure : job.figures)
            if (const auto& file = figure.request.output; !file.empty() && std::filesystem::exists(file, ignored))
                refused.existing.push_back(file);
        if (!refused.existing.empty()) return refused;
    }
    const std::size_t count = job.figures.size();
    std::size_t total = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const auto& figure = job.figures[i];
        const auto share = [&](float of_this) {
            return (static_cast<float>(i) + of_this) / static_cast<float>(count);
        };
        try {
            step(share(0.05F), "Composing", stop);
            const auto page = m_page.of(job, i);
            auto bytes = render_figure(
                figure, [&](const char* what, float done) { step(share(done), what, stop); }, page.get());
            const std::string& output = figure.request.output;
            if (output.empty()) {
                const auto [width, height] = png_size(figure, page->picture);
                return {false, fmt::format("Copied the image to the clipboard ({} x {} pixels)", width, height),
                        std::move(bytes)};
            }
            step(share(0.9F), "Saving", stop);
            save_file(output, bytes);
            total += bytes.size();
        } catch (const Cancelled&) {
            if (i == 0) throw;
            return {true, fmt::format("Cancelled; {} of {} files were written", i, count)};
        } catch (const std::exception& error) {
            if (i == 0) throw;
            return {true, fmt::format("{} of {} files were written. {}", i, count, error.what())};
        }
    }
    if (count == 1) return {false, fmt::format("Saved {} ({})", job.figures[0].request.output, size_words(total))};
    return {false, fmt::format("Saved {} files, {} to {} ({})", count, job.figures.front().request.output,
                               std::filesystem::path{job.figures.back().request.output}.filename().string(),
                               size_words(total))};
}

} // namespace app
