#include "render/map/drawing/page_countries.hpp"

#include "render/picture/rect.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace render {
namespace {

/// Calls `visit(point)` for the middles of the cells of a grid over the rectangle, and returns their number.
template <class Visit>
int each_cell(const Rect& r, double step_mm, Visit visit) {
    const int columns = std::max(1, static_cast<int>(std::lround(r.w / step_mm)));
    const int rows = std::max(1, static_cast<int>(std::lround(r.h / step_mm)));
    for (int i = 0; i < columns; ++i)
        for (int j = 0; j < rows; ++j)
            visit(Point{r.x + (i + 0.5) * r.w / columns, r.y + (j + 0.5) * r.h / rows});
    return columns * rows;
}

constexpr double step_mm = 1.2; ///< between the points at which a country is looked up

} // namespace

std::string_view country_at(const MapDrawing& drawing, Point p) {
    if (!drawing.land.countries) return {};
    const auto where = drawing.view.projection->inverse(drawing.view.to_metres(p));
    return where ? drawing.land.countries->at(*where) : std::string_view{};
}

bool is_on_foreign_land(const MapDrawing& drawing, const Rect& text, const Rect& symbol) {
    constexpr double most_share = 0.4, near_mm = 0.3;
    if (!drawing.land.countries || drawing.land.grid.share(text) <= most_share) return false;
    std::vector<std::string_view> own;
    (void)each_cell(grown(symbol, near_mm), step_mm, [&](Point p) {
        const std::string_view country = country_at(drawing, p);
        if (!country.empty() && std::find(own.begin(), own.end(), country) == own.end()) own.push_back(country);
    });
    int foreign = 0;
    const int cells = each_cell(text, step_mm, [&](Point p) {
        const std::string_view country = country_at(drawing, p);
        foreign += !country.empty() && std::find(own.begin(), own.end(), country) == own.end() ? 1 : 0;
    });
    return foreign > most_share * cells;
}

} // namespace render
