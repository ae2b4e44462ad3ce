#include "geo/basemap/atlas.hpp"

namespace geo {

std::shared_ptr<const Atlas> Atlas::open(const std::filesystem::path& data_dir) {
    return std::make_shared<const Atlas>(Atlas{data_dir, Gazetteer::read(data_dir / "gazetteer.csv"),
                                               Seas::read(data_dir / "seas.geojson"), LandMask{data_dir},
                                               read_countries(data_dir / "countries.csv"), LazyCountryShapes{data_dir},
                                               std::make_shared<const LazyRouter>(data_dir)});
}

} // namespace geo
