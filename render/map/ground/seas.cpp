#include "render/map/drawing/shapes.hpp"
#include "render/map/ground/ground.hpp"
#include "render/map/words/words.hpp"
#include "render/picture/rect.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace render {
namespace {

struct SeaName {
    std::vector<std::string> lines, langs;
};

/// The English name has the sea's second name below it: "Sea of Japan", "(East Sea)".
SeaName lines_of(const geo::Sea& sea, const Names& names) {
    SeaName name;
    const auto add = [&](std::string text, std::string lang) {
        name.lines.push_back(std::move(text));
        name.langs.push_back(std::move(lang));
    };
    for (const MapName::Part& part : names.of(sea, false).parts) {
        add(part.text, part.lang);
        if (part.text == sea.name && !sea.second_name.empty()) add("(" + sea.second_name + ")", part.lang);
    }
    return name;
}

TextStyle sea_style(const Theme& theme, int rank, double least_mm) {
    const double factor = rank <= 1 ? 1.35 : rank == 2 ? 1.12 : rank == 3 ? 1.0 : 0.88;
    const double size = std::max(theme.sea_label_mm * factor, least_mm);
    return {.size_mm = size,
            .weight = 400,
            .italic = true,
            .letter_spacing_mm = size * (rank <= 1   ? 0.22
                                         : rank <= 3 ? 0.10
                                                     : 0.03),
            .colour = theme.sea_label};
}

/// Half the extent of a name along its baseline and across it.
struct HalfSize {
    double along, across;
};

HalfSize half_size(const MapDrawing& drawing, const SeaName& name, const TextStyle& style) {
    double width = 0;
    for (std::size_t i = 0; i < name.lines.size(); ++i)
        width = std::max(width, drawing.in.typesetter.set(name.lines[i], style, name.langs[i]).width_mm);
    return {width / 2, style.size_mm * 0.62 * static_cast<double>(name.lines.size())};
}

/// Cost of a name for the land, other seas and dots of a crowd under it. Infinite on symbols, at the frame's edge and
/// over many dots.
double cost_at(const MapDrawing& drawing, const std::vector<Outline>& outline, Point at, const HalfSize& half,
               double angle_deg) {
    const double angle = angle_deg * std::numbers::pi / 180.0;
    const double c = std::cos(angle), s = -std::sin(angle); // the page's y runs down
    constexpr int along_steps = 8;
    int outside = 0, on_dots = 0, samples = 0;
    for (int i = -along_steps; i <= along_steps; ++i) {
        for (int j = -1; j <= 1; ++j) {
            const double u = half.along * i / along_steps, v = half.across * j;
            const Point p{at.x + c * u - s * v, at.y + s * u + c * v};
            if (!contains(grown(drawing.view.frame_mm, -1.0), p)) return std::numeric_limits<double>::infinity();
            for (const Marker& marker : drawing.markers) {
                if (contains(grown(marker.box, 0.8), p)) return std::numeric_limits<double>::infinity();
            }
            for (const Roster& roster : drawing.rosters) {
                if (contains(grown(roster.box, 0.8), p)) return std::numeric_limits<double>::infinity();
            }
            ++samples;
            if (drawing.crowd_grid.covers(p)) ++on_dots;
            if (drawing.land.grid.covers(p) || !inside(outline, p)) ++outside;
        }
    }
    constexpr double max_on_dots = 0.15; // with more dots under it, nobody could read the name
    if (on_dots > max_on_dots * samples) return std::numeric_limits<double>::infinity();
    return (60.0 * outside + 20.0 * on_dots) / samples;
}

/// The best place for a name: the sea's label point when it is free, else open water of that sea nearby.
std::optional<Point> place_for(const MapDrawing& drawing, const geo::Sea& sea, const HalfSize& half) {
    const std::vector<Outline> outline = page_area(drawing.view, sea.outline);
    if (outline.empty()) return std::nullopt;
    const Rect frame = drawing.view.frame_mm;
    const auto own = drawing.view.to_page(sea.label);
    const Rect box = box_of(outline);
    const Point wanted = own ? *own : Point{box.x + box.w / 2, box.y + box.h / 2};

    std::optional<Point> best;
    double best_cost = 27.0; // a name that is half outside its sea would mislead
    const auto consider = [&](Point p) {
        const double cost =
            cost_at(drawing, outline, p, half, sea.label_angle_deg) + 0.35 * std::hypot(p.x - wanted.x, p.y - wanted.y);
        if (cost < best_cost) {
            best = p;
            best_cost = cost;
        }
    };
    if (own && contains(frame, *own)) consider(*own);
    if (best && best_cost < 1.0) return best;
    constexpr double step_mm = 4.0;
    for (double y = std::max(box.y, frame.y); y < std::min(box.bottom(), frame.bottom()); y += step_mm) {
        for (double x = std::max(box.x, frame.x); x < std::min(box.right(), frame.right()); x += step_mm) {
            if (inside(outline, {x, y})) consider({x, y});
        }
    }
    return best;
}

/// Whether a roster stands in the sea, with the sea's name as its head.
bool has_roster(const MapDrawing& drawing, const geo::Sea& sea) {
    return std::any_of(drawing.rosters.begin(), drawing.rosters.end(), [&](const Roster& roster) {
        return roster.is_sea && roster.line.empty() && roster.head == sea.name;
    });
}

} // namespace

void request_sea_names(MapDrawing& drawing) {
    const double scale = drawing.view.scale_denominator();
    for (const geo::Sea& sea : drawing.in.scenario.atlas->seas.seas()) {
        if (!sea.drawn_as_label || has_roster(drawing, sea)) continue;
        if (sea.min_scale > 0 && scale < sea.min_scale) continue;
        if (sea.max_scale > 0 && scale > sea.max_scale) continue;
        SeaName name = lines_of(sea, drawing.in.words.names());
        const TextStyle style = sea_style(drawing.theme(), sea.rank, drawing.in.figure.least_type_mm);
        const auto at = place_for(drawing, sea, half_size(drawing, name, style));
        if (!at) continue;
        LabelRequest request{.kind = LabelRequest::Kind::Centred,
                             .id = sea.id,
                             .layer = "seas",
                             .lines = std::move(name.lines),
                             .style = style,
                             .second_style = style,
                             .line_langs = std::move(name.langs),
                             .at = *at,
                             .angle_deg = sea.label_angle_deg,
                             .rank = 6 + sea.rank};
        request.second_style.size_mm = std::max(0.9 * style.size_mm, drawing.in.figure.least_type_mm);
        drawing.labels.push_back(std::move(request));
    }
}

} // namespace render
