#include "app/gui/map/worker.hpp"

#include <algorithm>
#include <array>
#include <exception>
#include <string_view>

#include <sys/resource.h>
#include <unistd.h>

namespace app {

namespace {

constexpr std::array<std::string_view, 6> ground_layers{"sea", "graticule", "land", "relief", "borders", "coast"};

bool is_ground(std::string_view layer) {
    return std::find(ground_layers.begin(), ground_layers.end(), layer) != ground_layers.end();
}

/// Tints lie below the land, which cuts them off at the coast.
bool is_below_land(const render::Tag& tag) {
    return tag.layer == "sea" || tag.layer == "graticule" || (tag.layer == "zones" && tag.id == "tints") ||
           (tag.layer == "areas" && tag.id == "sea");
}

} // namespace

MapResult compose_part(const MapJob& job) {
    MapResult result;
    result.part = job.part;
    result.number = job.number;
    try {
        auto figure = job.figure;
        figure.without.insert("all");
        figure.picture_only = true;
        for (const auto& layer : render::layer_names()) {
            // The ground keeps the zones: whether a border is drawn may depend on them. They are dropped below.
            if (is_ground(layer) == (job.part == MapPart::Ground) || layer == "zones") continue;
            figure.without.insert(layer);
        }
        auto composed = render::compose(*job.scenario, *job.snapshot, figure, job.style);
        result.layout = std::move(composed.layout);

        render::Picture below, above;
        below.width_mm = above.width_mm = composed.picture.width_mm;
        below.height_mm = above.height_mm = composed.picture.height_mm;
        below.background = composed.picture.background;
        above.background = {0, 0, 0, 0};
        if (job.part == MapPart::Overlay) below.background = {0, 0, 0, 0};
        for (auto& command : composed.picture.commands) {
            const auto* group = std::get_if<render::Group>(&command.value);
            if (group != nullptr && is_ground(group->tag.layer) != (job.part == MapPart::Ground)) continue;
            const bool low = group != nullptr && is_below_land(group->tag);
            (low ? below : above).commands.push_back(std::move(command));
        }
        result.below = render::make_mesh(below, job.px_per_mm);
        result.above = render::make_mesh(above, job.px_per_mm);
        if (job.part == MapPart::Overlay)
            result.things =
                std::make_shared<const render::HitIndex>(std::make_shared<const render::Picture>(std::move(above)));
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

MapWorker::MapWorker(Signal& news)
    : m_job{news,
            [this](const MapJob& job, const std::stop_token&) {
                auto result = compose_part(job);
                std::erase_if(m_handed_out, [](const auto& things) { return things.use_count() == 1; });
                if (result.things) m_handed_out.push_back(result.things);
                return result;
            },
            give_way_to_the_window} {}

} // namespace app
