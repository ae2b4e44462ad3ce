#pragma once

namespace app {

/// From now on memory in large blocks goes back to the system when it is let go, for the whole process. A window on a
/// busy feed makes maps of some 10 MB again and again in several threads; what they leave is else kept and cut up, and
/// the process grows by a fifth in a minute. Call it before any thread is started. Does nothing without glibc.
void give_large_blocks_back() noexcept;

} // namespace app
