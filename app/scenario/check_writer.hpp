#pragma once

#include "assets/check/check.hpp"

#include <string>
#include <string_view>

namespace app {

/// For people: one finding per line as `SEVERITY: FILE:LINE: FIELD: message [CODE]`, then the accepted findings with
/// their reasons, then a summary.
[[nodiscard]] std::string check_text(const assets::CheckResult&);
/// For scripts: a JSON object with fixed keys.
[[nodiscard]] std::string check_json(const assets::CheckResult&);
/// "1 error", "3 errors".
[[nodiscard]] std::string count_with_noun(int number, std::string_view noun);

} // namespace app
