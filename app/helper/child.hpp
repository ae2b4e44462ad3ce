#pragma once

#include <string>
#include <vector>

namespace app {

/// What a process does that was started with geo::helper_argument: locks itself in, reads the file with the named
/// reader and writes frames to geo::helper_pipe. `arguments` are those after geo::helper_argument. Does not return.
[[noreturn]] void run_helper(const std::vector<std::string>& arguments);

} // namespace app
