#include "render/symbols/pictogram.hpp"

#include "render/symbols/badge.hpp"
#include "render/symbols/silhouette.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <optional>
#include <string>

#include <fmt/format.h>

namespace render {
namespace {

constexpr double units = 100;           // units of a silhouette per SymbolStyle::size_mm
constexpr double fine_from_mm = 4.5;    // smaller symbols have no fine gaps, which would be specks
constexpr double dot_radius = 0.2;      // as a fraction of the size
constexpr double badge_gap_mm = 0.35;   // between symbol and badge
constexpr double least_badge_mm = 1.55; // smallest height of a badge's digits

struct Placed { ///< a symbol's shapes in mm, relative to its centre
    std::vector<std::vector<Outline>> body;
    std::vector<Outline> gaps;
};

struct Bounds {
    double left = std::numeric_limits<double>::max(), top = left, right = -left, bottom = -left;
    void add(Point p, double margin) {
        left = std::min(left, p.x - margin);
        top = std::min(top, p.y - margin);
        right = std::max(right, p.x + margin);
        bottom = std::max(bottom, p.y + margin);
    }
};

struct Badge {
    std::vector<Outline> strokes; ///< in mm, relative to the symbol's centre
    double stroke_mm;
};

Placed place(assets::AssetType type, const SymbolStyle& style) {
    if (style.dot) return {{{disc({0, 0}, dot_radius * style.size_mm)}}, {}};
    const Silhouette& shape = silhouette_of(type);
    const double angle = shape.turns ? style.course_deg * std::numbers::pi / 180 : 0;
    const double scale = style.size_mm / units;
    const double c = std::cos(angle) * scale, s = std::sin(angle) * scale;
    const auto moved = [&](const Outline& from) {
        Outline to{{}, from.closed};
        to.points.reserve(from.points.size());
        for (const Point p : from.points)
            to.points.push_back({p.x * c - p.y * s, p.x * s + p.y * c});
        return to;
    };
    Placed placed;
    for (const auto& part : shape.body) {
        placed.body.emplace_back();
        for (const Outline& o : part)
            placed.body.back().push_back(moved(o));
    }
    for (const Outline& o : shape.gaps)
        placed.gaps.push_back(moved(o));
    if (style.size_mm >= fine_from_mm)
        for (const Outline& o : shape.fine_gaps)
            placed.gaps.push_back(moved(o));
    return placed;
}

/// Width of the line around a hollow symbol. The line is outside the silhouette, so that slender hulls keep an inside.
double line_mm(const SymbolStyle& style) {
    return style.fill == SymbolFill::Solid ? 0 : std::clamp(style.size_mm * 0.045, 0.18, 0.4);
}

/// The symbol's rightmost x between two heights; empty when no part of the symbol is between them.
std::optional<double> reach_between(const Placed& symbol, double top, double bottom) {
    std::optional<double> reach;
    const auto add = [&](double x) {
        reach = std::max(reach.value_or(x), x);
    };
    for (const auto& part : symbol.body)
        for (const Outline& o : part)
            for (std::size_t i = 0; i < o.points.size(); ++i) {
                const Point a = o.points[i], b = o.points[(i + 1) % o.points.size()];
                for (const Point p : {a, b})
                    if (p.y >= top && p.y <= bottom) add(p.x);
                for (const double y : {top, bottom})
                    if ((a.y - y) * (b.y - y) < 0) add(a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y));
            }
    return reach;
}

/// Places badges to the right of the symbol: the first one above or below the middle, wherever the symbol is narrower,
/// and the second one on the other side of the middle.
std::vector<Badge> place_badges(const Placed& symbol, const SymbolStyle& style) {
    std::vector<std::string> signs;
    if (style.question_mark) signs.emplace_back("?");
    if (style.count >= 2) signs.push_back(fmt::format("x{}", style.count));
    const double height = std::max(least_badge_mm, style.size_mm * 0.32);
    const double stroke = height * 0.17;
    const double clearance = line_mm(style) + badge_gap_mm + stroke / 2;
    std::vector<Badge> badges;
    std::optional<bool> taken_above;
    for (const std::string& text : signs) {
        const Lettering letters = lettering(text, height);
        const double tops[2] = {-height - stroke, stroke}; // above, below the middle
        double lefts[2];
        for (const int i : {0, 1}) {
            const auto reach = reach_between(symbol, tops[i] - clearance, tops[i] + height + clearance);
            lefts[i] = std::max(reach.value_or(0), 0.0) + clearance;
        }
        const bool above = taken_above ? !*taken_above : lefts[0] <= lefts[1];
        taken_above = above;
        Badge badge{letters.strokes, stroke};
        for (Outline& o : badge.strokes)
            for (Point& p : o.points)
                p = {p.x + lefts[above ? 0 : 1], p.y + tops[above ? 0 : 1]};
        badges.push_back(std::move(badge));
    }
    return badges;
}

void stroke(std::vector<Command>& to, const std::vector<Outline>& lines, Colour colour, double width_mm,
            std::vector<double> dash_mm = {}) {
    to.emplace_back().value = StrokePath{.outlines = lines,
                                         .colour = colour,
                                         .width_mm = width_mm,
                                         .dash_mm = std::move(dash_mm),
                                         .cap = Cap::Round,
                                         .join = Join::Round};
}

void fill(std::vector<Command>& to, const std::vector<Outline>& area, Colour colour) {
    to.emplace_back().value = FillPath{area, colour};
}

/// The dashes, in mm, of the line around a symbol that is not solid; empty: unbroken.
std::vector<double> rim_dashes(const SymbolStyle& style) {
    const double width = 2 * line_mm(style);
    return style.fill == SymbolFill::Dotted ? std::vector{0.01, 1.9 * width} : std::vector<double>{};
}

} // namespace

std::vector<Command> draw_symbol(assets::AssetType type, const SymbolStyle& style) {
    const Placed symbol = place(type, style);
    const std::vector<Badge> badges = place_badges(symbol, style);
    const bool hollow = style.fill != SymbolFill::Solid;
    const double line = line_mm(style);
    std::vector<Command> drawn;

    // All halos are drawn first, so that no halo covers a neighbouring part of the symbol.
    if (style.halo_mm > 0) {
        for (const auto& part : symbol.body)
            stroke(drawn, part, style.halo, 2 * (line + style.halo_mm));
        for (const Badge& b : badges)
            stroke(drawn, b.strokes, style.halo, b.stroke_mm + 2 * style.halo_mm);
    }
    // Parts overlap: drawing all lines before all insides leaves a single line around the whole symbol.
    if (hollow)
        for (const auto& part : symbol.body)
            stroke(drawn, part, style.colour, 2 * line, rim_dashes(style));
    for (const auto& part : symbol.body)
        fill(drawn, part, hollow ? style.halo : style.colour);
    if (!symbol.gaps.empty()) fill(drawn, symbol.gaps, hollow ? style.colour : style.halo);
    for (const Badge& b : badges)
        stroke(drawn, b.strokes, style.colour, b.stroke_mm);
    return drawn;
}

Rect symbol_box(assets::AssetType type, const SymbolStyle& style) {
    const Placed symbol = place(type, style);
    const double halo = std::max(style.halo_mm, 0.0);
    Bounds box;
    for (const auto& part : symbol.body)
        for (const Outline& o : part)
            for (const Point p : o.points)
                box.add(p, line_mm(style) + halo);
    for (const Badge& b : place_badges(symbol, style))
        for (const Outline& o : b.strokes)
            for (const Point p : o.points)
                box.add(p, b.stroke_mm / 2 + halo);
    return {box.left, box.top, box.right - box.left, box.bottom - box.top};
}

} // namespace render
