#include "render/map/layers/voyages/stops.hpp"

#include "render/map/layers/marks/free_spot.hpp"
#include "render/map/style/voyage_look.hpp"
#include "render/map/words/period/voyages.hpp"
#include "render/map/words/words.hpp"
#include "render/picture/rect.hpp"

#include <algorithm>
#include <cmath>

namespace render {
namespace {

std::vector<Stop> unplaced_stops(const MapDrawing& drawing) {
    std::vector<Stop> stops;
    const double one_stop_mm = stop_size(drawing.in.figure.page_width_mm).apart_mm;
    const auto& voyages = drawing.in.snapshot.voyages;
    for (std::size_t v = 0; v < voyages.size(); ++v) {
        const std::size_t first = stops.size();
        for (std::size_t i = 0; i < voyages[v].calls.size(); ++i) {
            const assets::Call& call = voyages[v].calls[i];
            const auto position = drawing.view.to_page(call.at);
            if (!position || !contains(drawing.view.frame_mm, *position)) continue;
            const auto near =
                std::find_if(stops.begin() + static_cast<std::ptrdiff_t>(first), stops.end(), [&](const Stop& stop) {
                    return stop.wide == call.wide &&
                           std::hypot(stop.position.x - position->x, stop.position.y - position->y) < one_stop_mm;
                });
            if (near == stops.end())
                stops.push_back({v, {i}, *position, call.wide});
            else
                near->calls.push_back(i);
        }
    }
    return stops;
}

bool is_canal(const Inputs& in, const assets::Call& call) {
    const std::string place = call_place(in, call);
    return place.find(in.words("period.canal")) != std::string::npos;
}

} // namespace

void record_calls(Visible& visible, const assets::Snapshot& snapshot, const View& view) {
    for (std::size_t v = 0; v < snapshot.voyages.size(); ++v) {
        const auto& calls = snapshot.voyages[v].calls;
        for (std::size_t i = 0; i < calls.size(); ++i) {
            const auto position = view.to_page(calls[i].at);
            if (!position || !contains(view.frame_mm, *position)) visible.calls_outside[v].insert(i);
        }
    }
}

std::vector<Stop> stops_in_frame(const MapDrawing& drawing) {
    constexpr double sides_mm = 1.0, apart_mm = 0.25;
    std::vector<Stop> stops = unplaced_stops(drawing);
    std::vector<Rect> boxes;
    const StopSize size = stop_size(drawing.in.figure.page_width_mm);
    const TextStyle numerals{.size_mm = size.numeral_mm, .weight = 600};
    for (Stop& stop : stops) {
        stop.text = call_numbers(stop.calls, "/");
        const double width = drawing.in.typesetter.set(stop.text, numerals).width_mm + 2 * sides_mm;
        const double w = std::max(size.height_mm, width);
        const auto at = free_spot(drawing, boxes, stop.position, w, size.height_mm, apart_mm);
        if (!at) continue;
        stop.box = {at->x - w / 2, at->y - size.height_mm / 2, w, size.height_mm};
        boxes.push_back(stop.box);
    }
    return stops;
}

std::vector<const Stop*> named_stops(const Inputs& in, const std::vector<Stop>& stops) {
    constexpr double narrow_page_mm = 100;
    const std::size_t most = in.figure.page_width_mm <= narrow_page_mm ? 4 : 8;
    struct Ranked {
        const Stop* stop;
        int rank;
        assets::Duration stay;
    };
    std::vector<Ranked> ranked;
    for (const Stop& stop : stops) {
        const assets::Voyage& voyage = in.snapshot.voyages[stop.voyage];
        const auto has = [&](std::size_t call) {
            return std::find(stop.calls.begin(), stop.calls.end(), call) != stop.calls.end();
        };
        assets::Duration stay{0};
        for (const std::size_t call : stop.calls)
            stay += voyage.calls[call].to - voyage.calls[call].from;
        const int rank = has(0)                                           ? 0
                         : has(voyage.calls.size() - 1)                   ? 1
                         : voyage.farthest && has(*voyage.farthest)       ? 2
                         : is_canal(in, voyage.calls[stop.calls.front()]) ? 3
                                                                          : 4;
        if (!stop.wide && stop.box.w > 0) ranked.push_back({&stop, rank, stay});
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) {
        return a.rank != b.rank ? a.rank < b.rank : a.rank == 4 && a.stay > b.stay;
    });
    std::vector<const Stop*> named;
    for (std::size_t i = 0; i < std::min(most, ranked.size()); ++i)
        named.push_back(ranked[i].stop);
    return named;
}

} // namespace render
