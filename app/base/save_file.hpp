#pragma once

#include <filesystem>
#include <string_view>

namespace app {

/// Writes a temporary file beside the target, syncs it and renames it, so that the target is never half written. An
/// existing target keeps its permissions and, where the system allows, its owner; a link stays and the file that it
/// leads to is replaced. A target that is not a regular file (a pipe, a device) is written directly. Temporary files
/// that killed processes left in the folder are removed. Throws FileError with the system's reason; the temporary file
/// is removed first.
void save_file(const std::filesystem::path&, std::string_view bytes);

/// After this call Ctrl-C and SIGTERM remove the temporary file, print a message and end the program with exit code
/// 130. SIGPIPE and SIGXFSZ are ignored, so that write() reports an error.
void install_interrupt_handlers();

} // namespace app
