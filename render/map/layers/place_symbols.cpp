#include "render/map/drawing/shapes.hpp"
#include "render/map/labels/oriented_box.hpp"
#include "render/map/layers/count_box.hpp"
#include "render/map/layers/crowd.hpp"
#include "render/picture/rect.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <string_view>
#include <utility>

namespace render {
namespace {

constexpr double gap_mm = 0.9;   ///< between a position dot and the symbol beside it
constexpr double apart_mm = 0.5; ///< between symbols
constexpr double inf = std::numeric_limits<double>::infinity();

/// Directions in order of preference: a reader looks for the symbol to the right of its dot, then above it.
constexpr Point sides[] = {{1, 0}, {1, -1}, {0, -1}, {-1, 0}, {-1, -1}, {1, 1}, {0, 1}, {-1, 1}};

struct Placing {
    const MapDrawing& drawing;
    std::vector<Rect> taken{}; ///< symbols placed so far
    double line_mm = 0;        ///< room for a label's lines above and below a stand-in
    std::vector<Rect> dots{};  ///< all position dots

    /// Cost of the symbol at a point; infinite where it must not stand.
    [[nodiscard]] double cost(const DrawnAsset& d, Point at) const {
        const Rect box = moved(d.relative_box, at);
        if (!contains(grown(drawing.view.frame_mm, -0.5), box)) return inf;
        for (const Rect& other : taken) {
            if (overlap(grown(box, apart_mm), other)) return inf;
        }
        double cost = 0;
        if (d.stand_in) {
            if (std::any_of(drawing.fixed_texts.begin(), drawing.fixed_texts.end(),
                            [&](const Rect& text) { return overlap(box, text); }))
                return inf;
            // A box of text hides the line below it; a symbol only stands on it.
            cost += (d.count_lines.empty() ? 0.3 : 3.0) * length_under(drawing.lines, box);
        }
        for (const Rect& dot : dots) {
            if (!overlap(box, dot) || contains(dot, d.position)) continue;
            if (d.stand_in) return inf; // it can stand elsewhere, and would seem to belong to the dot
            cost += 4.0;
        }
        if (!drawing.land.off_earth.empty() && drawing.land.off_earth.share(box) > 0) {
            if (d.stand_in) return inf;
            cost += 4.0; // a symbol at the Earth's edge may reach over it
        }
        if (assets::is_ship(d.type)) cost += 5.0 * drawing.land.grid.share(box);
        return cost;
    }
};

/// Centre of a symbol that stands in a direction from its position, `extra` mm farther than necessary.
Point beside(const DrawnAsset& d, Point direction, double extra) {
    const Rect& r = d.relative_box;
    const double gap = gap_mm + extra;
    const double x = direction.x > 0 ? gap - r.x : direction.x < 0 ? -gap - r.right() : -(r.x + r.w / 2);
    const double y = direction.y > 0 ? gap - r.y : direction.y < 0 ? -gap - r.bottom() : -(r.y + r.h / 2);
    // On a diagonal either step alone clears the dot, so the horizontal one may be shorter.
    const bool diagonal = direction.x != 0 && direction.y != 0;
    return {d.position.x + (diagonal ? x * 0.8 : x), d.position.y + y};
}

struct Spot {
    Point at{};
    double cost = inf;
    bool joined = false;
};

void try_around(const Placing& placing, const DrawnAsset& d, Spot& best) {
    int ring = 0;
    for (const double extra : {0.0, 0.8, 1.5, 3.0}) { // a symbol stands within 4 mm of its place
        for (std::size_t k = 0; k < std::size(sides); ++k) {
            const Point at = beside(d, sides[k], extra);
            const double cost = placing.cost(d, at) + 6.0 * ring + 0.25 * static_cast<double>(k);
            if (cost < best.cost) best = {at, cost, ring > 0};
        }
        ++ring;
    }
}

/// The direction on the page that the words of a report begin with: "West of the median line". {0, 0} if there is none.
Point direction_in(std::string_view place) {
    struct Named {
        std::string_view words;
        Point direction;
    };
    constexpr Named all[] = {
        {"west of ", {-1, 0}}, {"east of ", {1, 0}}, {"north of ", {0, -1}}, {"south of ", {0, 1}}};
    for (const Named& named : all) {
        const bool begins = place.size() > named.words.size() && (place.front() | 0x20) == named.words.front() &&
                            place.substr(1, named.words.size() - 1) == named.words.substr(1);
        if (begins) return named.direction;
    }
    return {0, 0};
}

double side_of(Point a, Point b, Point p) {
    return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
}

/// The piece of a line that runs through a point, or hardly beside it, and across a direction; none if there is no such
/// line.
std::optional<std::pair<Point, Point>> line_through(const MapDrawing& drawing, Point at, Point direction) {
    constexpr double beside_mm = 1.0, least_across = 0.3;
    for (const std::vector<Point>& line : drawing.lines)
        for (std::size_t i = 1; i < line.size(); ++i) {
            const Point a = line[i - 1], b = line[i];
            const double length = std::hypot(b.x - a.x, b.y - a.y);
            const double along = ((at.x - a.x) * (b.x - a.x) + (at.y - a.y) * (b.y - a.y)) / std::max(length, 1e-9);
            if (along < -beside_mm || along > length + beside_mm || length < 1e-9) continue;
            if (std::abs((b.x - a.x) * direction.y - (b.y - a.y) * direction.x) < least_across * length) continue;
            if (std::abs(side_of(a, b, at)) / length <= beside_mm) return std::pair{a, b};
        }
    return std::nullopt;
}

/// On a narrow page a box of text is about as large as the area of its report, so its side of a line counts more than
/// the coast and land that it hides, and it may reach out of the area.
bool is_narrow(const MapDrawing& drawing) {
    constexpr double narrow_page_mm = 120;
    return drawing.in.figure.page_width_mm <= narrow_page_mm;
}

double wrong_side_cost(const MapDrawing& drawing) {
    return is_narrow(drawing) ? 160 : 60;
}

/// The cost of a box of text on the other side of a line than the point that its report gives. The point of a named
/// area is arbitrary.
double across_cost(const MapDrawing& drawing, const DrawnAsset& d, Point at) {
    if (drawing.in.snapshot.states[d.state].area()) return 0;
    const auto parts = [](Point a, Point b, Point p, Point q) {
        return (side_of(a, b, p) > 0) != (side_of(a, b, q) > 0);
    };
    for (const std::vector<Point>& line : drawing.lines)
        for (std::size_t i = 1; i < line.size(); ++i)
            if (parts(line[i - 1], line[i], d.position, at) && parts(d.position, at, line[i - 1], line[i]))
                return wrong_side_cost(drawing);
    return 0;
}

/// The cost of a box of text at a point that contradicts the words of the report: east of the line through the point of
/// "West of the median line", or east of the point if there is no line; without such words across any line.
double contradiction_cost(const MapDrawing& drawing, const DrawnAsset& d, Point at) {
    const double cost_per_mm = is_narrow(drawing) ? 8 : 4;
    const Point direction = direction_in(drawing.in.snapshot.states[d.state].place());
    if (direction.x == 0 && direction.y == 0) return across_cost(drawing, d, at);
    const Rect box = moved(d.relative_box, at);
    if (const auto line = line_through(drawing, d.position, direction)) {
        const auto& [a, b] = *line;
        const bool wanted = side_of(a, b, {a.x + direction.x, a.y + direction.y}) > 0;
        double cost = 0;
        for (const Point corner : {Point{box.x, box.y}, Point{box.right(), box.y}, Point{box.x, box.bottom()},
                                   Point{box.right(), box.bottom()}})
            if ((side_of(a, b, corner) > 0) != wanted) cost += wrong_side_cost(drawing) / 4;
        return cost;
    }
    const double wrong_mm = direction.x < 0   ? box.right() - d.position.x
                            : direction.x > 0 ? d.position.x - box.x
                            : direction.y < 0 ? box.bottom() - d.position.y
                            : direction.y > 0 ? d.position.y - box.y
                                              : 0;
    return std::clamp(cost_per_mm * wrong_mm, 0.0, wrong_side_cost(drawing));
}

/// Whether a box reaches into an area.
bool reaches(const std::vector<Outline>& area, const Rect& box) {
    for (const double x : {box.x, box.x + box.w / 2, box.right()})
        for (const double y : {box.y, box.y + box.h / 2, box.bottom()})
            if (inside(area, {x, y})) return true;
    return false;
}

/// Tries places inside the area, near the stand-in point; ships stand on the water only.
void try_inside(const Placing& placing, const DrawnAsset& d, Spot& best) {
    const Rect frame = placing.drawing.view.frame_mm;
    const bool is_ship = assets::is_ship(d.type);
    // A box of text that stands on land hides it, but a count may be one of people on land.
    const bool is_count = !d.count_lines.empty();
    const double land_cost = is_ship ? 25.0 : is_count ? 20.0 : 0.0;
    const bool may_reach_out =
        is_count && is_narrow(placing.drawing) && !placing.drawing.in.snapshot.states[d.state].area();
    constexpr double reach_out_cost = 6.0;
    constexpr double coast_cost_per_mm = 2.0; // a coast that a box of text hides cannot be told from the box's rim
    const auto consider = [&](Point at) {
        const Rect box = moved(d.relative_box, at);
        const bool is_inside = inside(d.area, at);
        // On a small page the box may be as large as the circle that the report gives.
        if (!is_inside && !(may_reach_out && reaches(d.area, box))) return;
        if (is_ship && placing.drawing.land.grid.covers(at)) return;
        const double away = std::hypot(at.x - d.position.x, at.y - d.position.y);
        const double on_land = land_cost > 0 ? placing.drawing.land.grid.share(box) : 0.0;
        if (is_ship && on_land > 0.5) return; // a ship drawn half on land is not in its sea
        const double land = land_cost * on_land + (is_count ? contradiction_cost(placing.drawing, d, at) : 0.0);
        // Keeps symbols in one sea so far apart that each has its label beside it.
        const Rect label{box.x, box.y - placing.line_mm, box.w, box.h + 2 * placing.line_mm};
        const bool tight = std::any_of(placing.taken.begin(), placing.taken.end(),
                                       [&](const Rect& other) { return overlap(label, other); });
        double cost = placing.cost(d, at) + away + land + (tight ? 8.0 : 0.0) + (is_inside ? 0.0 : reach_out_cost);
        if (cost < best.cost && is_count) cost += coast_cost_per_mm * length_under(placing.drawing.coasts, box);
        if (cost < best.cost) best = {at, cost, false};
    };
    consider(d.position);
    if (best.cost < 0.5) return;
    const Rect area =
        may_reach_out ? grown(box_of(d.area), std::max(d.relative_box.w, d.relative_box.h) / 2) : box_of(d.area);
    const double step_mm = is_count && is_narrow(placing.drawing) ? 1.0 : 2.0;
    for (double y = std::max(area.y, frame.y); y <= std::min(area.bottom(), frame.bottom()); y += step_mm) {
        for (double x = std::max(area.x, frame.x); x <= std::min(area.right(), frame.right()); x += step_mm) {
            consider({x, y});
        }
    }
}

} // namespace

std::vector<DrawnAsset> place_symbols(const MapDrawing& drawing, std::vector<DrawnAsset>& all) {
    Placing placing{drawing};
    placing.line_mm = drawing.theme().asset_label_mm;
    constexpr double dot_mm = 0.6;
    for (const Roster& roster : drawing.rosters)
        if (roster.area.empty())
            placing.dots.push_back({roster.at.x - dot_mm, roster.at.y - dot_mm, 2 * dot_mm, 2 * dot_mm});
    for (const DrawnAsset& d : all) {
        if (d.stand_in || (d.crowd && all.size() > crowd_limit)) continue;
        placing.dots.push_back({d.position.x - dot_mm, d.position.y - dot_mm, 2 * dot_mm, 2 * dot_mm});
    }
    // Precise positions are placed first, because stand-ins can give way. A crowd stays on its positions.
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < all.size(); ++i) {
        all[i].at = all[i].position;
        if (!all[i].crowd)
            order.push_back(i);
        else if (!all[i].style.dot)
            placing.taken.push_back(all[i].box());
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const auto key = [&](const DrawnAsset& d) {
            const auto& asset = drawing.in.scenario.assets[drawing.in.snapshot.states[d.state].asset];
            return std::tuple{!d.marked, d.stand_in, !d.moving, asset.rank};
        };
        return key(all[a]) < key(all[b]);
    });

    std::vector<char> without_room(all.size(), 0);
    for (const std::size_t i : order) {
        DrawnAsset& d = all[i];
        Spot best;
        if (!d.stand_in) { // a symbol is centred on its position
            best = {d.position, placing.cost(d, d.position), false};
        } else {
            try_inside(placing, d, best);
            constexpr double good_cost = 3, narrower_cost = 1.5;
            if (DrawnAsset narrow = d;
                !d.count_lines.empty() && best.cost > good_cost && narrow_count_box(drawing, narrow)) {
                Spot spot;
                try_inside(placing, narrow, spot);
                if (spot.cost + narrower_cost < best.cost) {
                    best = spot;
                    d = std::move(narrow);
                }
            }
        }
        if (best.cost > 20.0 && !d.stand_in) try_around(placing, d, best);
        if (best.cost == inf && d.marked && d.crowd) best = {d.position, 0, false};
        if (best.cost == inf) {
            without_room[i] = 1;
            continue;
        }
        d.at = best.at;
        d.joined = best.joined;
        placing.taken.push_back(d.box());
    }
    std::vector<DrawnAsset> out;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (without_room[i] != 0) out.push_back(all[i]);
    remove_flagged(all, without_room);
    return out;
}

} // namespace render
