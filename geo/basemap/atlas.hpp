#pragma once

#include "geo/basemap/countries/country_shapes.hpp"
#include "geo/basemap/gazetteer.hpp"
#include "geo/basemap/land_mask.hpp"
#include "geo/basemap/names/countries.hpp"
#include "geo/basemap/policy.hpp"
#include "geo/basemap/seas.hpp"
#include "geo/routes/lazy_router.hpp"

#include <filesystem>
#include <memory>
#include <vector>

namespace geo {

/// The built-in reference data, read once and shared.
struct Atlas {
    std::filesystem::path data_dir;
    Gazetteer gazetteer;
    Seas seas;
    LandMask land;
    std::vector<Country> countries;
    LazyCountryShapes country_shapes;
    std::shared_ptr<const LazyRouter> router{}; ///< null: routes over water are not known

    /// Reads geo/data or its installed copy. Throws ReadError.
    [[nodiscard]] static std::shared_ptr<const Atlas> open(const std::filesystem::path& data_dir);
};

} // namespace geo
