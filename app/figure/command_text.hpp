#pragma once

#include "app/figure/export_request.hpp"

#include <string>

namespace app {

/// `theatrum export ...` for a POSIX shell: reading its options gives the request again. What the scenario or the
/// program takes by itself is left out. `name` is the scenario's, as it was opened.
[[nodiscard]] std::string command_text(const ExportRequest&, const assets::Scenario&, const std::string& name);

/// One word for a POSIX shell, quoted only where that is needed.
[[nodiscard]] std::string shell_quoted(const std::string&);

} // namespace app
