#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace app {

/// "; did you mean 'export'?" for the nearest of the known words, empty when none is near.
[[nodiscard]] std::string did_you_mean(std::string_view word, const std::vector<std::string>& known);

} // namespace app
