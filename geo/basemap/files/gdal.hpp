#pragma once

#include "geo/earth/close_with.hpp"

#include <memory>

#include <cpl_error.h>
#include <gdal.h>

/// What every use of GDAL here needs; only for sources of geo/basemap.
namespace geo {

using DatasetPtr = std::unique_ptr<void, CloseWith<GDALClose>>;

/// GDAL prints errors unless told not to; ours become exceptions.
class QuietErrors {
public:
    QuietErrors() { CPLPushErrorHandler(CPLQuietErrorHandler); }
    ~QuietErrors() { CPLPopErrorHandler(); }
    QuietErrors(const QuietErrors&) = delete;
    QuietErrors& operator=(const QuietErrors&) = delete;
};

} // namespace geo
