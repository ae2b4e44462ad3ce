#pragma once

#include "geo/text/names.hpp"

namespace app {

using geo::did_you_mean;
using geo::did_you_mean_or_list;

} // namespace app
