#pragma once

#include "app/base/data_folders.hpp"
#include "app/figure/export_request.hpp"

#include <functional>
#include <string>
#include <vector>

namespace app {

/// Called with a short text before each step ("composing").
using Progress = std::function<void(const std::string&)>;

/// Opens the scenario, composes the figure that the options describe and writes its files. Returns notes for the user,
/// each a sentence. Throws UsageError, FileError and what render_figure() throws.
[[nodiscard]] std::vector<std::string> export_map(const std::string& scenario, const OptionValues&, const DataFolders&,
                                                  const Progress&);

} // namespace app
