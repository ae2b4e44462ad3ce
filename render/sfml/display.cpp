#include "render/sfml/display.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string_view>

#include <X11/Xlib.h>
#include <unistd.h>

namespace render {
namespace {

struct DisplayClose {
    void operator()(Display* display) const noexcept { XCloseDisplay(display); }
};
using DisplayPtr = std::unique_ptr<Display, DisplayClose>;

int on_lost_display(Display*) {
    constexpr std::string_view message = "theatrum: the connection to the display was lost; the window is closed\n";
    [[maybe_unused]] const auto written = write(STDERR_FILENO, message.data(), message.size());
    _exit(3);
}

/// BadWindow is ignored, because another program's window may close before we answer it. All other errors end the
/// program.
int on_error(Display* display, XErrorEvent* error) {
    if (error->error_code == BadWindow) return 0;
    std::array<char, 256> text{};
    XGetErrorText(display, error->error_code, text.data(), static_cast<int>(text.size()));
    std::fprintf(stderr, "theatrum: the display rejected a request: %s\n", text.data());
    _exit(3);
}

} // namespace

std::optional<std::string> why_no_display() {
    const char* name = std::getenv("DISPLAY"); // NOLINT(concurrency-mt-unsafe): before there are threads
    if (name == nullptr || *name == '\0') return "DISPLAY is not set";
    if (DisplayPtr{XOpenDisplay(nullptr)}) return std::nullopt;
    return std::string{"the display "} + name + " cannot be opened";
}

void exit_when_display_is_lost() {
    XSetIOErrorHandler(on_lost_display);
    XSetErrorHandler(on_error);
}

double display_scale() {
    const DisplayPtr display{XOpenDisplay(nullptr)};
    if (!display) return 1;
    const char* resources = XResourceManagerString(display.get());
    return resources == nullptr ? 1 : display_scale_of(resources);
}

double display_scale_of(const std::string& resources) {
    constexpr std::string_view key = "Xft.dpi:";
    std::size_t line = 0;
    while (line < resources.size()) {
        const auto end = std::min(resources.find('\n', line), resources.size());
        std::string_view text{resources.data() + line, end - line};
        line = end + 1;
        if (text.substr(0, key.size()) != key) continue;
        text.remove_prefix(key.size());
        text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
        double dpi = 0;
        const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), dpi);
        if (error != std::errc{} || !(dpi > 0)) return 1;
        return std::clamp(dpi / 96, 0.5, 4.0);
    }
    return 1;
}

} // namespace render
