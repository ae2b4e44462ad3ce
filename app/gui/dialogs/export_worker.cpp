#include "app/gui/dialogs/export_worker.hpp"

#include "app/base/save_file.hpp"

#include <exception>

#include <fmt/format.h>

namespace app {

namespace {

struct Cancelled {};

} // namespace

ExportWorker::ExportWorker(Wake& wake)
    : m_wake{wake}, m_thread{[this] {
          run();
      }} {}

ExportWorker::~ExportWorker() {
    {
        const std::lock_guard lock{m_mutex};
        m_end = true;
    }
    m_cancel = true;
    m_condition.notify_all();
    m_thread.join();
}

void ExportWorker::preview(ExportJob job) {
    {
        const std::lock_guard lock{m_mutex};
        m_preview_wish = std::move(job);
    }
    m_condition.notify_all();
}

void ExportWorker::write(ExportJob job) {
    {
        const std::lock_guard lock{m_mutex};
        m_cancel = false;
        m_outcome.reset();
        m_progress = {true, 0, "Waiting"};
        m_write_wish = std::move(job);
    }
    m_condition.notify_all();
}

std::optional<ExportPreview> ExportWorker::take_preview() {
    const std::lock_guard lock{m_mutex};
    return std::exchange(m_preview, std::nullopt);
}

std::optional<ExportWorker::Outcome> ExportWorker::take_outcome() {
    const std::lock_guard lock{m_mutex};
    return std::exchange(m_outcome, std::nullopt);
}

ExportWorker::Progress ExportWorker::progress() const {
    const std::lock_guard lock{m_mutex};
    return m_progress;
}

bool ExportWorker::previewing() const {
    const std::lock_guard lock{m_mutex};
    return m_previewing || m_preview_wish;
}

std::shared_ptr<const render::Composition> ExportWorker::composed(const ExportJob& job) {
    if (m_composed && m_composed_key == job.key) return m_composed;
    m_composed = std::make_shared<const render::Composition>(compose_figure(job.figure));
    m_composed_key = job.key;
    return m_composed;
}

ExportPreview ExportWorker::make_preview(const ExportJob& job) {
    ExportPreview out;
    try {
        const auto figure = composed(job);
        out.width_mm = figure->picture.width_mm;
        out.height_mm = figure->picture.height_mm;
        std::tie(out.width_px, out.height_px) = png_size(job.figure, figure->picture);
        out.raster = render_preview(figure->picture, job.preview_w, job.preview_h);
    } catch (const std::exception& error) {
        out.error = error.what();
    }
    return out;
}

void ExportWorker::step(float share, const char* what) {
    if (m_cancel) throw Cancelled{};
    {
        const std::lock_guard lock{m_mutex};
        m_progress = {true, share, what};
    }
    m_wake.signal();
}

ExportWorker::Outcome ExportWorker::write_file(const ExportJob& job) {
    try {
        step(0.05F, "Composing");
        const auto figure = composed(job);
        auto bytes = render_figure(
            job.figure, [this](const char* what, float share) { step(share, what); }, figure.get());
        const std::string& output = job.figure.request.output;
        if (output.empty()) {
            const auto [width, height] = png_size(job.figure, figure->picture);
            return {false, fmt::format("The image is on the clipboard ({} x {} pixels)", width, height),
                    std::move(bytes)};
        }
        step(0.9F, "Saving");
        save_file(output, bytes);
        return {false, fmt::format("Saved {} ({} kB)", output, (bytes.size() + 1023) / 1024), {}};
    } catch (const Cancelled&) {
        return {true, "Cancelled; nothing was written", {}};
    } catch (const std::exception& error) {
        return {true, error.what(), {}};
    }
}

void ExportWorker::run() {
    std::unique_lock lock{m_mutex};
    for (;;) {
        m_condition.wait(lock, [this] { return m_preview_wish || m_write_wish || m_end; });
        if (m_end) return;
        if (m_write_wish) {
            const ExportJob job = std::move(*m_write_wish);
            m_write_wish.reset();
            lock.unlock();
            auto outcome = write_file(job);
            lock.lock();
            m_outcome = std::move(outcome);
            m_progress = {};
        } else {
            const ExportJob job = std::move(*m_preview_wish);
            m_preview_wish.reset();
            m_previewing = true;
            lock.unlock();
            auto preview = make_preview(job);
            lock.lock();
            m_previewing = false;
            m_preview = std::move(preview);
        }
        lock.unlock();
        m_wake.signal();
        lock.lock();
    }
}

} // namespace app
