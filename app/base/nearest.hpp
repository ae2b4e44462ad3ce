#pragma once

#include "geo/text/names.hpp"

namespace app {

using geo::did_you_mean;

} // namespace app
