#include "render/map/drawing/page_countries.hpp"

#include "render/picture/rect.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace render {
namespace {

/// Calls `visit(point)` for the middles of the cells of a grid over the rectangle.
template <class Visit>
void each_cell(const Rect& r, double step_mm, Visit visit) {
    const int columns = std::max(1, static_cast<int>(std::lround(r.w / step_mm)));
    const int rows = std::max(1, static_cast<int>(std::lround(r.h / step_mm)));
    for (int i = 0; i < columns; ++i)
        for (int j = 0; j < rows; ++j)
            visit(Point{r.x + (i + 0.5) * r.w / columns, r.y + (j + 0.5) * r.h / rows});
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
    each_cell(grown(symbol, near_mm), step_mm, [&](Point p) {
        const std::string_view country = country_at(drawing, p);
        if (!country.empty() && std::find(own.begin(), own.end(), country) == own.end()) own.push_back(country);
    });
    // The text is looked up on the grid, which is much quicker than in the polygons and as good for so large a box.
    const CountryGrid& grid = drawing.land.country_grid;
    if (grid.parts().empty()) return false;
    const LandShares all = grid.shares(0, text);
    double foreign = all.own + all.other;
    for (std::size_t i = 0; i < grid.parts().size(); ++i)
        if (std::find(own.begin(), own.end(), grid.parts()[i].iso) != own.end()) foreign -= grid.shares(i, text).own;
    return foreign > most_share;
}

} // namespace render
