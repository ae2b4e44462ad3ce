#pragma once

#include "geo/basemap/names/fold_name.hpp"

namespace app {

using geo::did_you_mean;

} // namespace app
