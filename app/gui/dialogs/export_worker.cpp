#include "app/gui/dialogs/export_worker.hpp"

#include "app/base/save_file.hpp"
#include "render/svg/svg.hpp"

#include <algorithm>
#include <cmath>
#include <exception>

#include <fmt/format.h>

namespace app {

namespace {

struct Cancelled {};

std::pair<int, int> pixels(const ExportRequest& request, const render::Picture& picture) {
    const auto of = [&](double mm) {
        return std::max(1, static_cast<int>(std::lround(mm / 25.4 * request.figure.dpi)));
    };
    return {request.width_px.value_or(of(picture.width_mm)), request.height_px.value_or(of(picture.height_mm))};
}

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

std::shared_ptr<const render::Picture> ExportWorker::picture_of(const ExportJob& job) {
    if (m_composed && m_composed_key == job.key) return m_composed;
    auto composition = render::compose(*job.scenario, *job.snapshot, job.request.figure, job.style);
    m_composed = std::make_shared<const render::Picture>(std::move(composition.picture));
    m_composed_key = job.key;
    return m_composed;
}

ExportPreview ExportWorker::make_preview(const ExportJob& job) {
    ExportPreview out;
    try {
        const auto composed = picture_of(job);
        const auto& picture = *composed;
        out.width_mm = picture.width_mm;
        out.height_mm = picture.height_mm;
        std::tie(out.width_px, out.height_px) = pixels(job.request, picture);
        const double fit = std::min(job.preview_w / picture.width_mm, job.preview_h / picture.height_mm);
        out.raster = render::rasterise(picture, std::max(1, static_cast<int>(picture.width_mm * fit)),
                                       std::max(1, static_cast<int>(picture.height_mm * fit)));
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
        const auto composed = picture_of(job);
        const auto& picture = *composed;
        const bool to_clipboard = job.output.empty();
        std::string bytes;
        switch (to_clipboard ? PictureFormat::Png : job.request.format.value_or(PictureFormat::Png)) {
        case PictureFormat::Png: {
            step(0.3F, "Drawing");
            const auto [width, height] = pixels(job.request, picture);
            const auto raster = render::rasterise(picture, width, height);
            step(0.65F, "Packing");
            bytes = render::encode_png(raster, job.request.figure.dpi, picture.title, picture.description);
            break;
        }
        case PictureFormat::Svg:
            step(0.4F, "Drawing");
            bytes = render::write_svg(picture, job.request.svg_text);
            break;
        case PictureFormat::Pdf:
            step(0.4F, "Drawing");
            bytes = render::write_pdf(picture, job.request.figure.at);
            break;
        }
        if (to_clipboard) {
            const auto [width, height] = pixels(job.request, picture);
            return {false, fmt::format("The image is on the clipboard ({} x {} pixels)", width, height),
                    std::move(bytes)};
        }
        step(0.9F, "Saving");
        save_file(job.output, bytes);
        return {false, fmt::format("Saved {} ({} kB)", job.output, (bytes.size() + 1023) / 1024), {}};
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
