#pragma once

#include "geo/basemap/countries/country_shapes.hpp"
#include "render/map/view.hpp"
#include "render/picture/picture.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace render {

/// The shares of a rectangle that lie on one country's land, and on that of other countries.
struct LandShares {
    double own, other;
};

/// The countries' land in the frame, on a grid of 1 mm, for quick look-ups while their names are placed.
class CountryGrid {
public:
    /// A country in the frame.
    struct Part {
        std::string iso;
        std::size_t cells = 0; ///< covered, each of 1 mm2
        Rect box{};            ///< around its cells
        Point middle{};        ///< the mean of its cells
    };

    CountryGrid() = default;
    CountryGrid(const View&, const geo::CountryShapes&);

    /// In the order of the file of countries.
    [[nodiscard]] const std::vector<Part>& parts() const noexcept { return m_parts; }
    /// `part` is an index into parts(). What lies outside the frame counts as water.
    [[nodiscard]] LandShares shares(std::size_t part, const Rect&) const noexcept;

private:
    void add(const std::vector<Outline>& polygon, std::uint16_t part);

    Rect m_frame{};
    long m_columns = 0, m_rows = 0;
    std::vector<std::uint16_t> m_cells; ///< index of the part + 1; 0: water, or land of none
    std::vector<Part> m_parts;
};

} // namespace render
