#pragma once

#include "geo/earth/box.hpp"
#include "geo/earth/lonlat.hpp"
#include "geo/earth/shape.hpp"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace geo {

/// A piece of a country's land. Longitudes run from -30 to 330.
struct CountryShape {
    std::string iso; ///< ISO 3166-1 alpha-2
    Polygon polygon;
    double west, south, east, north;
};

/// The land of the countries, to tell on whose land a point or a label lies. Never filled on a map, because seams would
/// show between neighbours. Disputed land follows the policy: Crimea is Ukraine's, and some islands and areas belong
/// to none; see geo/data/SOURCES.md, F.
class CountryShapes {
public:
    enum class Level { Coarse110m, Medium50m }; ///< borders and coasts are right within some 20 km and 4 km
    /// Reads the pieces whose bounding boxes meet `filter`. Throws ReadError.
    [[nodiscard]] static CountryShapes read(const std::filesystem::path& data_dir, Level,
                                            const Box& filter = Box::world());

    /// The code of the country whose land holds the point. Empty on water and on land that is given to no state.
    [[nodiscard]] std::string_view at(LonLat) const;
    /// The land of a country, by its code of ISO 3166-1 alpha-2; empty when the file has none.
    [[nodiscard]] std::vector<Polygon> of(std::string_view iso) const;
    /// The pieces whose bounding boxes meet the box, in the order of the file.
    [[nodiscard]] std::vector<const CountryShape*> meeting(const Box&) const;
    [[nodiscard]] const std::vector<CountryShape>& shapes() const noexcept { return m_shapes; }

private:
    std::vector<CountryShape> m_shapes;
};

/// The shapes of level Medium50m, read from the data folder when they are first needed. Thread-safe.
class LazyCountryShapes {
public:
    explicit LazyCountryShapes(std::filesystem::path data_dir);
    ~LazyCountryShapes();
    LazyCountryShapes(LazyCountryShapes&&) noexcept;
    LazyCountryShapes& operator=(LazyCountryShapes&&) noexcept;

    [[nodiscard]] const CountryShapes& get() const; ///< throws ReadError

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace geo
