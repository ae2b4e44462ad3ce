#pragma once

#include "app/base/data_folders.hpp"
#include "app/figure/export_request.hpp"

#include <functional>
#include <string>

namespace app {

/// Told what is being done; silent in a pipe.
using Progress = std::function<void(const std::string&)>;

/// Composes the figure and writes what was asked for (picture, layout). Throws UsageError, FileError.
void export_map(const ExportOptions&, const DataFolders&, const Progress&);

} // namespace app
