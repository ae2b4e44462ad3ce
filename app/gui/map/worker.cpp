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
    } catch (const std::exception& error) {
        result.error = error.what();
    }
    return result;
}

MapWorker::MapWorker(Wake& wake)
    : m_wake{wake}, m_thread{[this] {
          run();
      }} {}

MapWorker::~MapWorker() {
    {
        const std::lock_guard lock{m_mutex};
        m_end = true;
    }
    m_condition.notify_all();
    m_thread.join();
}

void MapWorker::ask(MapJob job) {
    {
        const std::lock_guard lock{m_mutex};
        m_wish = std::move(job);
    }
    m_condition.notify_all();
}

std::optional<MapResult> MapWorker::take() {
    const std::lock_guard lock{m_mutex};
    return std::exchange(m_result, std::nullopt);
}

bool MapWorker::busy() const {
    const std::lock_guard lock{m_mutex};
    return m_wish || m_composing || m_result;
}

void MapWorker::run() {
    // Moving what is there goes before composing what is not: the window's thread and a software GL need the cores.
    constexpr int nicer = 10;
    ::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), nicer);
    std::unique_lock lock{m_mutex};
    for (;;) {
        m_condition.wait(lock, [this] { return m_wish || m_end; });
        if (m_end) return;
        const MapJob job = std::move(*m_wish);
        m_wish.reset();
        m_composing = true;
        lock.unlock();
        auto result = compose_part(job);
        std::erase_if(m_handed_out, [](const auto& things) { return things.use_count() == 1; });
        if (result.things) m_handed_out.push_back(result.things);
        lock.lock();
        m_composing = false;
        m_result = std::move(result);
        lock.unlock();
        m_wake.signal();
        lock.lock();
    }
}

} // namespace app
