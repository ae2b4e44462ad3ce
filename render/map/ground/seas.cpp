#include "render/map/drawing/shapes.hpp"
#include "render/map/ground/ground.hpp"
#include "render/map/words/words.hpp"
#include "render/picture/rect.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <numbers>
#include <utility>

namespace render {
namespace {

struct SeaName {
    std::vector<std::string> lines, langs;
};

/// The names of a sea in the languages of the map. A name has the sea's second name in its language below it: "Sea of
/// Japan", "(East Sea)".
SeaName lines_of(const geo::Sea& sea, const Names& names) {
    SeaName name;
    const auto add = [&](std::string text, std::string lang) {
        name.lines.push_back(std::move(text));
        name.langs.push_back(std::move(lang));
    };
    for (const MapName::Part& part : names.of(sea, assets::Article::Without).parts) {
        add(part.text, part.lang);
        const std::string second{part.text == sea.name ? sea.second_name : sea.second_names.in(part.lang)};
        if (!second.empty()) add("(" + second + ")", part.lang);
    }
    return name;
}

/// The name as it is, and on two lines when it has one line of several words: "Yellow / Sea".
std::vector<SeaName> forms_of(const SeaName& name) {
    std::vector<SeaName> forms{name};
    if (name.lines.size() != 1) return forms;
    const std::string& line = name.lines.front();
    std::size_t at = std::string::npos;
    const auto off_middle = [&](std::size_t i) {
        return i < line.size() / 2 ? line.size() / 2 - i : i - line.size() / 2;
    };
    for (std::size_t i = 0; i < line.size(); ++i)
        if (line[i] == ' ' && (at == std::string::npos || off_middle(i) < off_middle(at))) at = i;
    if (at != std::string::npos)
        forms.push_back({{line.substr(0, at), line.substr(at + 1)}, {name.langs.front(), name.langs.front()}});
    return forms;
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
            if (!contains(grown(drawing.view.frame_mm, -1.0), p) || drawing.land.off_earth.covers(p))
                return std::numeric_limits<double>::infinity();
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

constexpr double most_cost = 12.0; ///< a name of which over 20 % is outside its own water would mislead

/// A place for a name, and the cost of what lies under the name there (see cost_at()).
struct Place {
    Point at;
    double cost;
};

/// The places for a name, the best one first: the sea's label point when it is free, else open water of that sea
/// nearby; further ones for a name whose place a label or the legend takes. An ocean is named only where its label
/// point is in the frame: in a corner of it, the name would read as that of the waters there.
std::vector<Place> places_for(const MapDrawing& drawing, const geo::Sea& sea, const std::vector<Outline>& outline,
                              const HalfSize& half) {
    constexpr int ocean_rank = 1;
    constexpr std::size_t most_places = 5;
    if (outline.empty()) return {};
    const Rect frame = drawing.view.frame_mm;
    const auto own = drawing.view.to_page(sea.label);
    if (sea.rank <= ocean_rank && !(own && contains(frame, *own))) return {};
    const Rect box = box_of(outline);
    const Point wanted = own ? *own : Point{box.x + box.w / 2, box.y + box.h / 2};

    std::vector<std::pair<double, Place>> found; // by cost
    const auto consider = [&](Point p) {
        const double on_it = cost_at(drawing, outline, p, half, sea.label_angle_deg);
        if (on_it > most_cost) return;
        found.emplace_back(on_it + 0.35 * std::hypot(p.x - wanted.x, p.y - wanted.y), Place{p, on_it});
    };
    if (own && contains(frame, *own)) consider(*own);
    constexpr double step_mm = 4.0;
    for (double y = std::max(box.y, frame.y); y < std::min(box.bottom(), frame.bottom()); y += step_mm) {
        for (double x = std::max(box.x, frame.x); x < std::min(box.right(), frame.right()); x += step_mm) {
            if (inside(outline, {x, y})) consider({x, y});
        }
    }
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<Place> places;
    const double least_apart = std::max(half.along, 4 * half.across);
    for (const auto& [cost, place] : found) {
        if (places.size() == most_places) break;
        const bool is_near = std::any_of(places.begin(), places.end(), [&](const Place& p) {
            return std::hypot(p.at.x - place.at.x, p.at.y - place.at.y) < least_apart;
        });
        if (!is_near) places.push_back(place);
    }
    return places;
}

/// Whether a roster stands in the sea, with the sea's name as its head.
bool has_roster(const MapDrawing& drawing, const geo::Sea& sea) {
    return std::any_of(drawing.rosters.begin(), drawing.rosters.end(),
                       [&](const Roster& roster) { return roster.in_water && roster.sea == sea.id; });
}

/// Whether the frame shows a smaller sea that belongs to this one: a map of a bay names the bay, not its ocean.
bool holds_smaller(const MapDrawing& drawing, const geo::Sea& sea) {
    return std::any_of(sea.contains.begin(), sea.contains.end(), [&](const std::string& id) {
        const geo::Sea* smaller = drawing.in.scenario.atlas->seas.by_id(id);
        return smaller != nullptr && touches(page_area(drawing.view, smaller->outline), drawing.view.frame_mm);
    });
}

/// Whether the sea fills so much of the frame that a reader looks for its name before that of any place.
bool is_large(const MapDrawing& drawing, const std::vector<Outline>& outline) {
    constexpr double large_share = 0.08, cell_mm = 2.0;
    CoverGrid grid{drawing.view.frame_mm, cell_mm};
    grid.add(outline);
    return grid.share(drawing.view.frame_mm) >= large_share;
}

constexpr int before_places = 6; ///< as LabelRequest::rank

} // namespace

void request_sea_names(MapDrawing& drawing) {
    const double scale = drawing.view.scale_denominator();
    for (const geo::Sea& sea : drawing.in.scenario.atlas->seas.seas()) {
        if (!sea.drawn_as_label || has_roster(drawing, sea)) continue;
        // A harbour map names a bay at any scale, but not the larger waters around it.
        if (is_harbour_map(drawing.view) ? holds_smaller(drawing, sea) : sea.min_scale > 0 && scale < sea.min_scale)
            continue;
        if (sea.max_scale > 0 && scale > sea.max_scale) continue;
        const TextStyle style = sea_style(drawing.theme(), sea.rank, drawing.in.figure.least_type_mm);
        auto outline = std::make_shared<std::vector<Outline>>(page_area(drawing.view, sea.outline));
        // Takes the first form that stands almost wholly in the sea, else the one that stands in it best.
        constexpr double good_cost = 9.0;
        const SeaName whole = lines_of(sea, drawing.in.words.names());
        SeaName name;
        HalfSize half{};
        std::vector<Place> places;
        for (SeaName& form : forms_of(whole)) {
            const HalfSize size = half_size(drawing, form, style);
            auto here = places_for(drawing, sea, *outline, size);
            if (here.empty() || (!places.empty() && here.front().cost >= places.front().cost)) continue;
            name = std::move(form);
            half = size;
            places = std::move(here);
            if (places.front().cost < good_cost) break;
        }
        if (places.empty()) continue;
        LabelRequest request{.kind = LabelRequest::Kind::Centred,
                             .id = sea.id,
                             .layer = "seas",
                             .lines = std::move(name.lines),
                             .style = style,
                             .second_style = style,
                             .line_langs = std::move(name.langs),
                             .at = places.front().at,
                             .angle_deg = sea.label_angle_deg,
                             .rank = is_large(drawing, *outline) ? before_places : 6 + sea.rank};
        for (std::size_t i = 1; i < places.size(); ++i)
            request.other_points.push_back(places[i].at);
        request.fits = [&drawing, outline = std::move(outline), half, angle = sea.label_angle_deg](Point p) {
            return cost_at(drawing, *outline, p, half, angle) <= most_cost;
        };
        if (whole.lines.size() > 1) // a second name or language, and not the rest of a name in two lines
            request.second_style.size_mm = std::max(0.9 * style.size_mm, drawing.in.figure.least_type_mm);
        drawing.labels.push_back(std::move(request));
    }
}

} // namespace render
