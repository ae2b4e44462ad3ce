#pragma once

namespace support {

/// Starts an Xvfb for this process, with Mesa's software renderer, and points DISPLAY to it. Only the first call has an
/// effect; the Xvfb ends with the process. Without Xvfb it throws a std::runtime_error that names the package to
/// install, so that tests fail instead of being skipped.
void need_display();

} // namespace support
