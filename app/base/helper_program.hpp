#pragma once

#include "geo/helper/helper_process.hpp"

namespace app {

/// The program that is started as helper process for files of other programs. Empty until main() has set it, so that
/// tests start no processes unless they say which.
[[nodiscard]] const geo::HelperProgram& helper_program() noexcept;
/// Called before other threads are started.
void set_helper_program(geo::HelperProgram);

} // namespace app
