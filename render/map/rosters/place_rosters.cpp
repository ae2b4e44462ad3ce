#include "render/map/drawing/page_countries.hpp"
#include "render/map/labels/oriented_box.hpp"
#include "render/map/rosters/roster_block.hpp"
#include "render/map/rosters/rosters.hpp"
#include "render/picture/rect.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <tuple>

namespace render {
namespace {

constexpr double inf = std::numeric_limits<double>::infinity();
constexpr double clearance_mm = 0.8;        ///< between a roster and symbols, dots or other rosters
constexpr double most_line_mm = 25.0;       ///< of the line between a place and its list
constexpr double most_line_of_sea_mm = 8.0; ///< the same for a sea, whose name would stand in other water
constexpr double off_dot_mm = 0.6;          ///< between the line and the dot of the place
constexpr double dot_radius_mm = 0.62;      ///< of the dot of a place
constexpr double beside_mm = 1.2;           ///< between a place and a roster that needs no line
constexpr double most_width_mm = 42.0;      ///< of a list
constexpr double line_clearance_mm = 0.35;  ///< around a line
constexpr std::size_t most_symbols = 150;   ///< more drawn assets are a crowd of dots
constexpr std::size_t least_rows = 3;       ///< a roster is not cut shorter

using Line = std::vector<Point>;

/// What a roster must not cover or cross.
struct Obstacles {
    std::vector<Rect> boxes;               ///< symbols, dots of other places, placed rosters
    std::vector<std::vector<Rect>> wanted; ///< for each single symbol, free rooms for its name: covered at a cost
    std::vector<Line> lines;               ///< between places and their symbols or lists
};

struct Spot {
    Rect box{};
    double cost = inf;
    Roster::Form form = Roster::Form::List;
    std::size_t named = 0;
    bool mirrored = false;
    Line line{};
    bool in_water = false; ///< in its own sea
};

bool crosses(Point a, Point b, Point c, Point d) {
    const auto side = [](Point p, Point q, Point r) {
        return (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
    };
    return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

double length(const Line& line) {
    double sum = 0;
    for (std::size_t i = 1; i < line.size(); ++i)
        sum += std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
    return sum;
}

class Placing {
public:
    explicit Placing(const MapDrawing& drawing) : m_drawing{drawing}, m_frame{grown(drawing.view.frame_mm, -1.0)} {
        for (const DrawnAsset& d : drawing.drawn) {
            if (d.crowd && d.style.dot && drawing.drawn.size() > most_symbols)
                continue; // a crowd's dots may be covered
            m_obstacles.boxes.push_back(d.box());
            if (!d.stand_in) m_obstacles.boxes.push_back(dot_box(d.position));
            if (d.joined) m_obstacles.lines.push_back({d.position, d.at});
        }
        for (const Roster& roster : drawing.rosters)
            if (roster.area.empty()) m_obstacles.boxes.push_back(dot_box(roster.at));
        m_obstacles.boxes.insert(m_obstacles.boxes.end(), drawing.fixed_texts.begin(), drawing.fixed_texts.end());
        for (const DrawnAsset& d : drawing.drawn)
            if (!d.crowd && d.count_lines.empty()) m_obstacles.wanted.push_back(rooms_for_name(d));
    }

    /// The best spot for a roster; its cost is infinite when there is none.
    [[nodiscard]] Spot find(Roster& roster) const {
        Spot best;
        const std::size_t most = most_roster_rows(m_drawing.in.figure.page_width_mm);
        const std::size_t all = roster.rows.size();
        if (roster.area.empty() && all <= 3) try_columns(roster, best);
        if (best.cost < inf) return best;
        std::size_t named = all <= most ? all : most - 1;
        while (true) {
            if (!roster.country.empty()) {
                try_country(roster, named, best);
            } else {
                roster.in_water = true;
                if (!roster.area.empty()) try_inside(roster, named, best);
                roster.in_water = best.cost < inf;
                if (best.cost == inf) try_around(roster, named, best);
            }
            if (best.cost < inf || named <= std::min(all, least_rows)) return best;
            named = std::max(std::min(all, least_rows), named - 2);
        }
    }

    void take(const Roster& roster) {
        m_obstacles.boxes.push_back(roster.box);
        for (std::vector<Rect>& rooms : m_obstacles.wanted)
            std::erase_if(rooms, [&](const Rect& room) { return overlap(room, roster.box); });
        if (!roster.line.empty()) m_obstacles.lines.push_back(roster.line);
    }

private:
    static Rect dot_box(Point at) {
        constexpr double r = dot_radius_mm + 0.2;
        return {at.x - r, at.y - r, 2 * r, 2 * r};
    }

    /// Where the name of a single symbol could stand: on its four sides, clear of symbols and inside the frame.
    [[nodiscard]] std::vector<Rect> rooms_for_name(const DrawnAsset& d) const {
        constexpr double usual_width_mm = 18, gap_mm = 0.6;
        const double w = usual_width_mm, h = 2 * m_drawing.theme().asset_label_mm;
        const Rect box = d.box();
        const Point middle{box.x + box.w / 2, box.y + box.h / 2};
        std::vector<Rect> rooms{{box.right() + gap_mm, middle.y - h / 2, w, h},
                                {box.x - gap_mm - w, middle.y - h / 2, w, h},
                                {middle.x - w / 2, box.y - gap_mm - h, w, h},
                                {middle.x - w / 2, box.bottom() + gap_mm, w, h}};
        std::erase_if(rooms, [&](const Rect& room) {
            return !contains(m_frame, room) ||
                   std::ranges::any_of(m_obstacles.boxes, [&](const Rect& other) { return overlap(room, other); });
        });
        return rooms;
    }

    [[nodiscard]] bool is_free(const Rect& box, Point own) const {
        if (!contains(m_frame, box)) return false;
        if (!m_drawing.land.off_earth.empty() && m_drawing.land.off_earth.share(box) > 0) return false;
        const Rect around = grown(box, clearance_mm);
        return std::none_of(m_obstacles.boxes.begin(), m_obstacles.boxes.end(),
                            [&](const Rect& other) {
                                // The roster's own dot only keeps the distance that the spot was made with.
                                return overlap(contains(other, own) ? box : around, other);
                            }) &&
               std::none_of(m_obstacles.lines.begin(), m_obstacles.lines.end(),
                            [&](const Line& line) { return covers_line(box, line); });
    }

    static bool covers_line(const Rect& box, const Line& line) {
        const OrientedBox text = OrientedBox::upright(grown(box, line_clearance_mm));
        for (std::size_t i = 1; i < line.size(); ++i)
            if (text.length_inside(line[i - 1], line[i]) > 0) return true;
        return false;
    }

    /// Cost of the land, names, zone outlines and legs under a box.
    [[nodiscard]] double cost(const Rect& box) const {
        double sum = 9.0 * m_drawing.land.grid.share(box);
        constexpr double room_cost = 0.5, last_room_cost = 8; // a symbol without any room stays unnamed
        for (const std::vector<Rect>& rooms : m_obstacles.wanted) {
            const auto covered = std::ranges::count_if(rooms, [&](const Rect& room) { return overlap(box, room); });
            if (covered == 0) continue;
            const bool is_last = covered == std::ssize(rooms);
            sum += is_last ? last_room_cost : room_cost * static_cast<double>(covered);
        }
        return sum + std::min(3.0, 0.06 * length_under(m_drawing.lines, box));
    }

    void try_columns(const Roster& roster, Spot& best) const {
        for (const bool mirrored : {false, true}) {
            const RosterBlock block =
                set_roster(m_drawing.in, roster, Roster::Form::Column, roster.rows.size(), mirrored);
            const double x = mirrored ? roster.at.x - beside_mm - block.w_mm : roster.at.x + beside_mm;
            double rows_h = 0; // without the name of the place below
            for (const RosterBlock::Line& line : block.lines)
                if (line.row) rows_h = std::max(rows_h, line.box.bottom());
            for (const double share : {0.5, 0.25, 0.75, 0.0, 1.0}) {
                const Rect box{x, roster.at.y - share * rows_h, block.w_mm, block.h_mm};
                if (!is_free(box, roster.at)) continue;
                const double total = cost(box) + (mirrored ? 0.6 : 0.0) + 0.8 * std::abs(share - 0.5);
                if (total < best.cost) best = {box, total, Roster::Form::Column, roster.rows.size(), mirrored, {}};
            }
        }
        constexpr double most_cost = 7.0; // a column mostly on land hides the map; a list stands on the water
        if (best.cost > most_cost) best = {};
    }

    /// Spots in the water of a sea, or in a zone.
    void try_inside(const Roster& roster, std::size_t named, Spot& best) const {
        const RosterBlock block = set_roster(m_drawing.in, roster, Roster::Form::List, named, false);
        constexpr double cell_mm = 1.0, step_mm = 2.5, least_inside = 0.8;
        CoverGrid area{m_drawing.view.frame_mm, cell_mm};
        area.add(roster.area);
        const Rect reach = common_part(box_around(roster.area), m_frame);
        for (double y = reach.y; y + block.h_mm <= reach.bottom(); y += step_mm) {
            for (double x = reach.x; x + block.w_mm <= reach.right(); x += step_mm) {
                const Rect box{x, y, block.w_mm, block.h_mm};
                const double on_land = m_drawing.land.grid.share(box);
                const double within = area.share(box) - on_land;
                if (within < least_inside || !is_free(box, {-1e9, -1e9})) continue;
                const Point middle{x + block.w_mm / 2, y + block.h_mm / 2};
                const double away = std::hypot(middle.x - roster.at.x, middle.y - roster.at.y);
                const double total = cost(box) + 30 * (1 - within) + 0.08 * away;
                if (total < best.cost) best = {box, total, Roster::Form::List, named, false, {}, !roster.sea.empty()};
            }
        }
    }

    /// Tries spots on a country's land or on water beside it. There is no line: the head says which country is meant,
    /// and a line would end at a place that nobody gave.
    void try_country(const Roster& roster, std::size_t named, Spot& best) const {
        const RosterBlock block = set_roster(m_drawing.in, roster, Roster::Form::List, named, false);
        constexpr double cell_mm = 1.0, step_mm = 2.0, most_away_mm = 10.0, most_foreign = 0.01;
        CoverGrid own{m_drawing.view.frame_mm, cell_mm};
        own.add(roster.area);
        const Rect reach =
            common_part(grown(box_around(roster.area), most_away_mm + std::max(block.w_mm, block.h_mm)), m_frame);
        for (double y = reach.y; y + block.h_mm <= reach.bottom(); y += step_mm) {
            for (double x = reach.x; x + block.w_mm <= reach.right(); x += step_mm) {
                const Rect box{x, y, block.w_mm, block.h_mm};
                const double on_own = own.share(box);
                const Rect around = grown(box, clearance_mm);
                const double foreign = m_drawing.land.grid.share(around) - own.share(around);
                if (foreign > most_foreign || !is_free(box, {-1e9, -1e9})) continue;
                const double away = on_own > 0 ? 0 : distance(box, roster.area);
                if (away > most_away_mm) continue;
                const double from_middle = std::hypot(roster.at.x - std::clamp(roster.at.x, x, box.right()),
                                                      roster.at.y - std::clamp(roster.at.y, y, box.bottom()));
                const double over_coast = on_own > 0 && on_own < 0.9 ? 3.0 : 0.0;
                const double total = cost(box) + over_coast + 0.4 * away + 0.1 * from_middle;
                if (total < best.cost) best = {box, total, Roster::Form::List, named, false, {}};
            }
        }
    }

    /// The distance between a box and the nearest vertex of an area.
    static double distance(const Rect& box, const std::vector<Outline>& area) {
        double least = inf;
        for (const Outline& outline : area)
            for (const Point& p : outline.points)
                least = std::min(least, std::hypot(p.x - std::clamp(p.x, box.x, box.right()),
                                                   p.y - std::clamp(p.y, box.y, box.bottom())));
        return least;
    }

    static Rect box_around(const std::vector<Outline>& area) {
        Rect box{};
        bool any = false;
        for (const Outline& outline : area)
            for (const Point& p : outline.points) {
                const Rect point{p.x, p.y, 0, 0};
                box = any ? around(box, point) : point;
                any = true;
            }
        return box;
    }

    /// Spots around the place, joined to it by a line. Where none is free, the box is pushed along its side.
    void try_around(const Roster& roster, std::size_t named, Spot& best) const {
        if (!contains(m_frame, roster.at)) return;
        constexpr std::array distances{beside_mm, 3.0, 5.0, 8.0, 11.0, 14.0, 17.0, 20.0, 23.0};
        for (const bool pushed : {false, true})
            for (const bool mirrored : {false, true}) {
                if (pushed && best.cost < inf) return;
                const RosterBlock block = set_roster(m_drawing.in, roster, Roster::Form::List, named, mirrored);
                if (block.w_mm > most_width_mm && roster.rows.size() > 1) continue;
                for (const double distance : distances) {
                    if (pushed)
                        try_pushed(roster, block, named, mirrored, distance, best);
                    else
                        try_directions(roster, block, named, mirrored, distance, best);
                }
            }
    }

    void try_directions(const Roster& roster, const RosterBlock& block, std::size_t named, bool mirrored,
                        double distance, Spot& best) const {
        constexpr int directions = 24;
        for (int i = 0; i < directions; ++i) {
            const double angle = 2 * std::numbers::pi * i / directions;
            try_at(roster, block, named, mirrored, distance, {std::cos(angle), std::sin(angle)}, best);
        }
    }

    void try_pushed(const Roster& roster, const RosterBlock& block, std::size_t named, bool mirrored, double distance,
                    Spot& best) const {
        for (const double share : {0.1, 0.3, 0.7, 0.9}) {
            const double x = roster.at.x - share * block.w_mm, y = roster.at.y - share * block.h_mm;
            for (const Point at : {Point{x, roster.at.y - distance - block.h_mm}, Point{x, roster.at.y + distance},
                                   Point{roster.at.x + distance, y}, Point{roster.at.x - distance - block.w_mm, y}})
                try_box(roster, block, named, mirrored, distance, at, best);
        }
    }

    void try_at(const Roster& roster, const RosterBlock& block, std::size_t named, bool mirrored, double distance,
                Point direction, Spot& best) const {
        // The box's nearest point lies at `distance` in this direction: a corner, or the middle of a side.
        const auto offset = [&](double d, double size) {
            return d > 0.2 ? d * distance : d < -0.2 ? d * distance - size : -size / 2;
        };
        try_box(roster, block, named, mirrored, distance,
                {roster.at.x + offset(direction.x, block.w_mm), roster.at.y + offset(direction.y, block.h_mm)}, best);
    }

    /// `corner`: the top left one of the box; `distance`: between the place and the box.
    void try_box(const Roster& roster, const RosterBlock& block, std::size_t named, bool mirrored, double distance,
                 Point corner, Spot& best) const {
        const Rect box{corner.x, corner.y, block.w_mm, block.h_mm};
        // The symbols of the rows are on the side of the place.
        const bool left_of_place = box.x + box.w / 2 < roster.at.x;
        if (mirrored != left_of_place) return;
        double total = cost(box) + 0.35 * distance + (box.y >= roster.at.y ? 0.4 : 0.0);
        if (total >= best.cost || !is_free(box, roster.at)) return;
        constexpr double r = dot_radius_mm;
        if (is_on_foreign_land(m_drawing, box, {roster.at.x - r, roster.at.y - r, 2 * r, 2 * r})) return;
        Line line;
        if (distance > beside_mm) {
            line = line_between(roster.at, box, box.y + block.join_y_mm);
            if (line.empty() || length(line) > (roster.sea.empty() ? most_line_mm : most_line_of_sea_mm)) return;
            constexpr double land_cost = 0.25; // a mm: a line across a country seems to point at places in it
            total += land_cost * length_on_land(line);
            if (total >= best.cost) return;
        }
        best = {box, total, Roster::Form::List, named, mirrored, std::move(line)};
    }

    /// A line with at most one bend from the place to the box; empty when each would be too long or cross something.
    [[nodiscard]] Line line_between(Point place, const Rect& box, double join_y) const {
        const double side_x = place.x < box.x ? box.x - 0.5 : place.x > box.right() ? box.right() + 0.5 : -1e9;
        const Point nearest{std::clamp(place.x, box.x, box.right()), std::clamp(place.y, box.y, box.bottom())};
        std::vector<Line> choices;
        if (side_x > -1e8) {
            choices.push_back({place, {side_x, join_y}});
            choices.push_back({place, {place.x, join_y}, {side_x, join_y}});
            const double run = std::abs(join_y - place.y); // a bend after a diagonal of 45 degrees
            const double bend_x = place.x + (side_x > place.x ? run : -run);
            if (run < std::abs(side_x - place.x)) choices.push_back({place, {bend_x, join_y}, {side_x, join_y}});
        }
        choices.push_back({place, nearest});
        for (Line& line : choices) {
            line.front() = off_dot(line[0], line[1]);
            if (length(line) <= most_line_mm && is_clear(line, place, box)) return line;
        }
        return {};
    }

    [[nodiscard]] double length_on_land(const Line& line) const {
        constexpr double step_mm = 0.5;
        double sum = 0;
        for (std::size_t i = 1; i < line.size(); ++i) {
            const Point a = line[i - 1], b = line[i];
            const double part = std::hypot(b.x - a.x, b.y - a.y);
            const int steps = static_cast<int>(std::ceil(part / step_mm));
            for (int k = 0; k < steps; ++k) {
                const double t = (k + 0.5) / steps;
                if (m_drawing.land.grid.covers({a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)})) sum += part / steps;
            }
        }
        return sum;
    }

    static Point off_dot(Point place, Point next) {
        const double away = std::hypot(next.x - place.x, next.y - place.y);
        const double share = std::min(1.0, (dot_radius_mm + off_dot_mm) / std::max(away, 1e-9));
        return {place.x + share * (next.x - place.x), place.y + share * (next.y - place.y)};
    }

    [[nodiscard]] bool is_clear(const Line& line, Point place, const Rect& box) const {
        for (std::size_t i = 1; i < line.size(); ++i) {
            const Point a = line[i - 1], b = line[i];
            const OrientedBox segment = OrientedBox::segment(a, b, 2 * line_clearance_mm);
            for (const Rect& other : m_obstacles.boxes)
                if (!contains(other, place) && segment.overlaps(OrientedBox::upright(other))) return false;
            for (const Line& other : m_obstacles.lines)
                for (std::size_t k = 1; k < other.size(); ++k)
                    if (crosses(a, b, other[k - 1], other[k])) return false;
            // A line with a bend must not come back over its own box.
            if (i + 1 < line.size() && OrientedBox::upright(box).length_inside(a, b) > 0) return false;
        }
        return true;
    }

    const MapDrawing& m_drawing;
    Rect m_frame;
    Obstacles m_obstacles;
};

} // namespace

void place_rosters(MapDrawing& drawing) {
    Placing placing{drawing};
    std::vector<std::size_t> order(drawing.rosters.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const auto key = [&](const Roster& r) {
            return std::tuple{r.rows.size() > 3, r.rows.size()};
        };
        return key(drawing.rosters[a]) > key(drawing.rosters[b]);
    });
    std::vector<char> placed(drawing.rosters.size(), 0);
    for (const std::size_t i : order) {
        Roster& roster = drawing.rosters[i];
        Spot spot = placing.find(roster);
        if (spot.cost == inf) continue;
        roster.box = spot.box;
        roster.form = spot.form;
        roster.named = spot.named;
        roster.mirrored = spot.mirrored;
        roster.line = std::move(spot.line);
        roster.in_water = spot.in_water;
        placed[i] = 1;
        placing.take(roster);
    }
    std::vector<Roster> kept;
    for (std::size_t i = 0; i < drawing.rosters.size(); ++i) {
        Roster& roster = drawing.rosters[i];
        const std::size_t named = placed[i] != 0 ? roster.named : 0;
        for (std::size_t row = named; row < roster.rows.size(); ++row)
            drawing.dropped.push_back({roster.rows[row].id, roster.rows[row].text, "no room in a list"});
        if (placed[i] != 0) kept.push_back(std::move(roster));
    }
    drawing.rosters = std::move(kept);
}

} // namespace render
