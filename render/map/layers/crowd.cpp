#include "render/map/layers/crowd.hpp"

#include "render/map/layers/targets/targets.hpp"
#include "render/map/words/feeds/feed_wording.hpp"
#include "render/picture/rect.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <tuple>

namespace render {
namespace {

constexpr double crowd_dot_mm = 1.1, halo_mm = 0.15;

void make_dot(DrawnAsset& d) {
    d.style.dot = true;
    d.style.size_mm = crowd_dot_mm / dot_share_of_size;
    d.style.halo_mm = halo_mm;
}

int rank_of(const MapDrawing& drawing, const DrawnAsset& d) {
    return drawing.in.scenario.assets[drawing.in.snapshot.states[d.state].asset].rank;
}

std::vector<Point> positions(const std::vector<DrawnAsset>& all) {
    std::vector<Point> points;
    points.reserve(all.size());
    for (const DrawnAsset& d : all)
        points.push_back(d.position);
    return points;
}

/// The most important candidates that can be symbols without touching each other, at most `crowd_limit`.
std::vector<std::size_t> not_touching(const MapDrawing& drawing, const std::vector<DrawnAsset>& all,
                                      std::vector<std::size_t> candidates) {
    const double least_mm = 1.1 * drawing.theme().symbol_mm;
    std::stable_sort(candidates.begin(), candidates.end(),
                     [&](std::size_t a, std::size_t b) { return rank_of(drawing, all[a]) < rank_of(drawing, all[b]); });
    std::vector<std::size_t> chosen;
    for (const std::size_t i : candidates) {
        const Point p = all[i].position;
        const bool touches_one = std::any_of(chosen.begin(), chosen.end(), [&](std::size_t other) {
            return std::hypot(all[other].position.x - p.x, all[other].position.y - p.y) < least_mm;
        });
        if (!touches_one) chosen.push_back(i);
        if (chosen.size() == crowd_limit) break;
    }
    return chosen;
}

/// The assets that become symbols. The room that they must have around them grows until at most `crowd_limit` are left.
std::vector<std::size_t> choose_symbols(const MapDrawing& drawing, const std::vector<DrawnAsset>& all) {
    // Room in symbol sizes, from half a symbol plus a dot on. Fixed steps keep the choice stable from one second to the
    // next.
    constexpr double rooms[] = {0.7, 0.8, 0.9, 1.05, 1.25, 1.5, 1.8, 2.2, 2.7, 3.3, 4.0, 5.0};
    const double symbol_mm = drawing.theme().symbol_mm;
    const Rect whole = grown(drawing.view.frame_mm, -0.6 * symbol_mm); // the frame must not cut a symbol
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (all[i].crowd && !all[i].marked && contains(whole, all[i].position)) found.push_back(i);
    const std::vector<Point> points = positions(all);
    for (const double room : rooms) {
        const Neighbours others{points, room * symbol_mm};
        std::erase_if(found, [&](std::size_t i) { return !others.is_alone(i, room * symbol_mm); });
        if (found.size() <= crowd_limit) break;
    }
    return not_touching(drawing, all, std::move(found));
}

} // namespace

Neighbours::Neighbours(std::vector<Point> points, double max_distance_mm)
    : m_points{std::move(points)}, m_cell_mm{max_distance_mm} {
    if (m_points.empty()) return;
    const auto [left, right] = std::ranges::minmax(m_points, {}, &Point::x);
    const auto [top, bottom] = std::ranges::minmax(m_points, {}, &Point::y);
    m_left = left.x;
    m_top = top.y;
    constexpr double max_cells = 2000; // cells on each side
    m_cell_mm = std::max({m_cell_mm, (right.x - left.x) / max_cells, (bottom.y - top.y) / max_cells});
    m_columns = static_cast<std::size_t>((right.x - left.x) / m_cell_mm) + 1;
    m_rows = static_cast<std::size_t>((bottom.y - top.y) / m_cell_mm) + 1;
    m_first.assign(m_columns * m_rows + 1, 0);
    std::vector<std::uint32_t> cells;
    cells.reserve(m_points.size());
    for (const Point p : m_points) {
        cells.push_back(static_cast<std::uint32_t>(
            cell(std::floor((p.x - m_left) / m_cell_mm), std::floor((p.y - m_top) / m_cell_mm))));
        ++m_first[cells.back() + 1];
    }
    std::partial_sum(m_first.begin(), m_first.end(), m_first.begin());
    m_order.resize(m_points.size());
    auto next = m_first;
    for (std::uint32_t i = 0; i < m_points.size(); ++i)
        m_order[next[cells[i]]++] = i;
}

std::size_t Neighbours::cell(double column, double row) const noexcept {
    const auto x = static_cast<std::size_t>(std::clamp(column, 0.0, static_cast<double>(m_columns - 1)));
    const auto y = static_cast<std::size_t>(std::clamp(row, 0.0, static_cast<double>(m_rows - 1)));
    return y * m_columns + x;
}

bool Neighbours::is_alone(std::size_t point, double distance_mm) const {
    const Point p = m_points[point];
    const double column = std::floor((p.x - m_left) / m_cell_mm), row = std::floor((p.y - m_top) / m_cell_mm);
    for (double y = std::max(0.0, row - 1); y <= std::min(row + 1, static_cast<double>(m_rows - 1)); ++y) {
        const std::size_t first = cell(std::max(0.0, column - 1), y), last = cell(column + 1, y);
        for (std::uint32_t k = m_first[first]; k < m_first[last + 1]; ++k) {
            const std::uint32_t other = m_order[k];
            const double dx = m_points[other].x - p.x, dy = m_points[other].y - p.y;
            if (other != point && dx * dx + dy * dy <= distance_mm * distance_mm) return false;
        }
    }
    return true;
}

void classify_crowd(const MapDrawing& drawing, std::vector<DrawnAsset>& all) {
    const bool many = all.size() > crowd_limit;
    bool any = false;
    for (DrawnAsset& d : all) {
        d.crowd = !d.stand_in && (many || d.target != nullptr ||
                                  feed_of(drawing.in.scenario, drawing.in.snapshot.states[d.state]) != nullptr);
        any = any || d.crowd;
    }
    if (!any) return;
    std::vector<char> symbols(all.size(), 0);
    if (drawing.in.figure.symbols != SymbolSet::Dot)
        for (const std::size_t i : choose_symbols(drawing, all))
            symbols[i] = 1;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (all[i].crowd && !all[i].marked && symbols[i] == 0) make_dot(all[i]);
}

std::vector<char> choose_named(const MapDrawing& drawing, const std::vector<DrawnAsset>& all) {
    constexpr double apart_mm = 2.0;                 // the name of a dot with a nearer neighbour would be ambiguous
    constexpr double part_w_mm = 30, part_h_mm = 15; // size of a part of the map
    constexpr int max_per_part = 1;
    const bool live = std::any_of(all.begin(), all.end(), [](const DrawnAsset& d) { return d.target != nullptr; });
    if (live) return named_targets(drawing, all);
    if (all.size() <= crowd_limit) return std::vector<char>(all.size(), 1);
    std::vector<char> named(all.size(), 0);
    std::vector<std::size_t> order;
    const Neighbours others{positions(all), apart_mm};
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].marked || !all[i].crowd)
            named[i] = 1;
        else if (!all[i].style.dot || others.is_alone(i, apart_mm))
            order.push_back(i);
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return std::tuple{all[a].style.dot, rank_of(drawing, all[a])} <
               std::tuple{all[b].style.dot, rank_of(drawing, all[b])};
    });
    std::map<std::pair<long, long>, int> parts;
    const Rect frame = drawing.view.frame_mm;
    for (const std::size_t i : order) {
        const std::pair part{std::lround(std::floor((all[i].position.x - frame.x) / part_w_mm)),
                             std::lround(std::floor((all[i].position.y - frame.y) / part_h_mm))};
        if (parts[part]++ < max_per_part) named[i] = 1;
    }
    return named;
}

} // namespace render
