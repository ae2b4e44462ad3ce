#pragma once

#include "assets/model/values/instant.hpp"
#include "geo/earth/lonlat.hpp"

#include <algorithm>
#include <bitset>
#include <cmath>
#include <cstddef>

namespace assets {

struct Scenario;

/// The cells of a grid of whole degrees in which feeds heard any contact at all. No feed is known to cover the other
/// cells: seeing nothing there does not mean that nothing is there.
class Coverage {
public:
    static constexpr std::size_t columns = 360, rows = 180; ///< from 180 W eastwards, from 90 S northwards

    void add(geo::LonLat at) noexcept { m_heard[cell_of(at)] = true; }
    [[nodiscard]] bool covers(geo::LonLat at) const noexcept { return m_heard[cell_of(at)]; }
    [[nodiscard]] bool covers_cell(std::size_t column, std::size_t row) const noexcept {
        return m_heard[row * columns + column];
    }
    [[nodiscard]] bool any() const noexcept { return m_heard.any(); }
    [[nodiscard]] friend bool operator==(const Coverage&, const Coverage&) noexcept = default;

private:
    [[nodiscard]] static std::size_t cell_of(geo::LonLat at) noexcept {
        const auto column = static_cast<std::size_t>(std::floor(at.lon() + 180.0));
        const auto row = static_cast<std::size_t>(std::floor(at.lat() + 90.0));
        return std::min(row, rows - 1) * columns + std::min(column, columns - 1);
    }
    std::bitset<columns * rows> m_heard;
};

/// The coverage by the feed fixes that were in force in the 24 hours before `t`. A feed fix has a source of kind ais,
/// cot or sbs; stand-ins do not count.
[[nodiscard]] Coverage coverage_of(const Scenario&, Instant t);

} // namespace assets
