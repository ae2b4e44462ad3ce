#pragma once

#include <cstddef>
#include <filesystem>

/// Private to this folder.
namespace app {

struct LockLimits {
    std::size_t memory_bytes = 0; ///< address space; 0: no limit
    long cpu_s = 0;
};

/// Gives up all rights that a reader does not need: from here on the process can open no file but `file` (where the
/// kernel has Landlock) and none for writing, and has no sockets, no other programs and no further processes. Throws
/// std::system_error where the kernel refuses the filter of system calls.
void lock_in(const std::filesystem::path& file, const LockLimits&);

} // namespace app
