#pragma once

#include "assets/check/check.hpp"

#include <string>
#include <string_view>

namespace app {

/// For people: one finding a line as `theatrum: FILE:LINE: FIELD: message`, accepted ones with their reason, then a
/// summary.
[[nodiscard]] std::string check_text(const assets::CheckResult&);
/// For scripts: an object whose keys are fixed.
[[nodiscard]] std::string check_json(const assets::CheckResult&);
/// "1 error", "3 errors".
[[nodiscard]] std::string counted(int number, std::string_view what);

} // namespace app
