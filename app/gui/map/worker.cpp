#include "app/gui/map/worker.hpp"

#include <exception>

#include <sys/resource.h>
#include <unistd.h>

namespace app {

MapResult compose_part(const MapJob& job) {
    MapResult result;
    result.part = job.part;
    result.number = job.number;
    try {
        const bool is_ground = job.part == MapPart::Ground;
        auto part = is_ground ? job.composer->ground(*job.scenario, *job.snapshot, job.figure)
                              : job.composer->overlay(*job.scenario, *job.snapshot, job.figure);
        result.layout = std::move(part.layout);
        result.below = render::make_mesh(part.below_land, job.px_per_mm);
        result.above = render::make_mesh(part.above_land, job.px_per_mm);
        if (!is_ground) {
            result.theme = job.composer->theme(*job.scenario, job.figure);
            auto picture = std::make_shared<const render::Picture>(std::move(part.above_land));
            result.hit_index = std::make_shared<const render::HitIndex>(std::move(picture));
        }
    } catch (const std::exception& error) { // no exception may leave a worker thread
        result.error = error.what();
    }
    return result;
}

namespace {

/// Lowers the priority of this thread, so that the window's thread and a software GL get the cores first.
void lower_priority() {
    constexpr int nice_value = 10;
    ::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), nice_value);
}

} // namespace

MapWorker::MapWorker(Signal& signal)
    : m_job{signal,
            [this](const MapJob& job, const std::stop_token&) {
                auto result = compose_part(job);
                std::erase_if(m_earlier_indices, [](const auto& index) { return index.use_count() == 1; });
                if (result.hit_index) m_earlier_indices.push_back(result.hit_index);
                return result;
            },
            lower_priority} {}

} // namespace app
