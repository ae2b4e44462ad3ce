#pragma once

#include <filesystem>
#include <string_view>

namespace app {

/// Writes beside the target, syncs and renames: never half a file. A target that exists and is no regular file (a
/// pipe, a device) is written straight. Throws FileError with the system's reason; the temporary file is gone then.
void save_file(const std::filesystem::path&, std::string_view bytes);

/// From now on Ctrl-C and SIGTERM remove a file being written, say so and end the program with 130.
void end_cleanly_when_interrupted();

} // namespace app
