#pragma once

namespace support {

/// Starts an Xvfb of its own for this process (once), with Mesa's software renderer, and points DISPLAY to it. It ends
/// with the process. Throws std::runtime_error that names the package to install when there is no Xvfb: tests fail
/// rather than pass over what they should show.
void need_display();

} // namespace support
