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
        auto half = is_ground ? job.composer->ground(*job.scenario, *job.snapshot, job.figure)
                              : job.composer->overlay(*job.scenario, *job.snapshot, job.figure);
        result.layout = std::move(half.layout);
        result.below = render::make_mesh(half.below_land, job.px_per_mm);
        result.above = render::make_mesh(half.above_land, job.px_per_mm);
        if (!is_ground) {
            auto picture = std::make_shared<const render::Picture>(std::move(half.above_land));
            result.things = std::make_shared<const render::HitIndex>(std::move(picture));
        }
    } catch (const std::exception& error) { // a worker's door: what went wrong becomes part of the value
        result.error = error.what();
    }
    return result;
}

namespace {

/// Moving what is there goes before composing what is not: the window's thread and a software GL need the cores.
void give_way_to_the_window() {
    constexpr int nicer = 10;
    ::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), nicer);
}

} // namespace

MapWorker::MapWorker(Signal& signal)
    : m_job{signal,
            [this](const MapJob& job, const std::stop_token&) {
                auto result = compose_part(job);
                std::erase_if(m_handed_out, [](const auto& things) { return things.use_count() == 1; });
                if (result.things) m_handed_out.push_back(result.things);
                return result;
            },
            give_way_to_the_window} {}

} // namespace app
