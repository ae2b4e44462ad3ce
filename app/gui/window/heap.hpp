#pragma once

namespace app {

/// Makes the process return large freed blocks to the system. A window with a busy feed allocates maps of some 10 MB
/// again and again on several threads; by default glibc keeps and fragments their memory, and the process grows by a
/// fifth in a minute. Call it before any thread starts. Does nothing without glibc.
void return_freed_blocks() noexcept;

} // namespace app
