#include "render/map/rosters/crowded_part.hpp"

#include "render/picture/rect.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace render {
namespace {

constexpr double share_of_positions = 0.4;
constexpr std::size_t least_positions = 5, least_places = 3;
constexpr std::size_t most_positions = 300; ///< a map with more shows traffic, and is crowded everywhere

std::vector<Point> positions_of(const MapDrawing& drawing) {
    std::vector<Point> positions;
    for (const DrawnAsset& d : drawing.drawn)
        if (!d.crowd) positions.push_back(d.stand_in ? d.at : d.position);
    for (const Roster& roster : drawing.rosters)
        for (const RosterRow& row : roster.rows)
            positions.push_back(row.asset.stand_in ? roster.at : row.asset.position);
    return positions;
}

std::size_t places_in(const std::vector<Point>& positions, const Rect& box) {
    constexpr double apart_mm = 0.8;
    std::vector<Point> places;
    for (const Point p : positions)
        if (contains(box, p) && std::none_of(places.begin(), places.end(),
                                             [&](Point q) { return std::hypot(p.x - q.x, p.y - q.y) < apart_mm; }))
            places.push_back(p);
    return places.size();
}

/// The next round number of km that is not less.
double round_up(double km) {
    const double unit = km < 100 ? 10 : km < 1000 ? 50 : 100;
    return std::ceil(km / unit) * unit;
}

} // namespace

std::optional<CrowdedPart> crowded_part(const MapDrawing& drawing) {
    const std::vector<Point> positions = positions_of(drawing);
    if (positions.size() < least_positions || positions.size() > most_positions) return std::nullopt;
    const Rect& frame = drawing.view.frame_mm;
    const double side = std::sqrt(crowded_share_of_map);
    // The best box can be moved until positions lie on its left and on its upper edge.
    Rect best{0, 0, side * frame.w, side * frame.h};
    std::size_t most = 0;
    for (const Point left : positions)
        for (const Point top : positions) {
            if (top.x < left.x || top.x > left.x + best.w) continue;
            const Rect box{left.x, top.y, best.w, best.h};
            const auto held = static_cast<std::size_t>(
                std::count_if(positions.begin(), positions.end(), [&](Point p) { return contains(box, p); }));
            if (held <= most) continue;
            most = held;
            best = box;
        }
    const auto all = static_cast<double>(positions.size());
    if (most < least_positions || static_cast<double>(most) < share_of_positions * all) return std::nullopt;
    if (places_in(positions, best) < least_places) return std::nullopt;

    Rect held{};
    bool any = false;
    for (const Point p : positions) {
        if (!contains(best, p)) continue;
        const Rect point{p.x, p.y, 0, 0};
        held = any ? around(held, point) : point;
        any = true;
    }
    const Point middle{held.x + held.w / 2, held.y + held.h / 2};
    const Rect box{std::clamp(middle.x - best.w / 2, frame.x, frame.right() - best.w),
                   std::clamp(middle.y - best.h / 2, frame.y, frame.bottom() - best.h), best.w, best.h};
    const auto centre =
        drawing.view.projection->inverse(drawing.view.to_metres({box.x + box.w / 2, box.y + box.h / 2}));
    if (!centre) return std::nullopt;
    return CrowdedPart{box, *centre, round_up(box.w * drawing.view.m_per_mm / 1000), most, positions.size()};
}

} // namespace render
