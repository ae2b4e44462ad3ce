#pragma once

#include "geo/earth/close_with.hpp"

#include <memory>

#include <cpl_error.h>
#include <gdal.h>

/// Private to geo/basemap: helpers for GDAL's C API.
namespace geo {

using DatasetPtr = std::unique_ptr<void, CloseWith<GDALClose>>;

/// Keeps GDAL from printing errors while it exists; callers turn errors into exceptions.
class QuietErrors {
public:
    QuietErrors() { CPLPushErrorHandler(CPLQuietErrorHandler); }
    ~QuietErrors() { CPLPopErrorHandler(); }
    QuietErrors(const QuietErrors&) = delete;
    QuietErrors& operator=(const QuietErrors&) = delete;
};

} // namespace geo
