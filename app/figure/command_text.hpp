#pragma once

#include "app/figure/export_request.hpp"

#include <string>

namespace app {

/// The command `theatrum export ...` for a POSIX shell; resolve() turns its options into the same request. Options with
/// a default value are left out. `name` is the name under which the scenario was opened.
[[nodiscard]] std::string command_text(const ExportRequest&, const assets::Scenario&, const std::string& name);

/// A word for a POSIX shell, quoted only if necessary.
[[nodiscard]] std::string shell_quoted(const std::string&);

} // namespace app
