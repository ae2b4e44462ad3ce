#include "app/gui/host/display.hpp"

#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string_view>

#include <X11/Xlib.h>
#include <unistd.h>

namespace app {

namespace {

struct CloseDisplay {
    void operator()(::Display* display) const noexcept { XCloseDisplay(display); }
};

[[noreturn]] int display_lost(::Display* /*unused*/) {
    // Xlib may hold its locks here: nothing but a message and the end is safe.
    constexpr std::string_view text = "theatrum: the display is gone\n";
    [[maybe_unused]] const auto written = ::write(STDERR_FILENO, text.data(), text.size());
    ::_exit(3);
}

} // namespace

DisplayProbe probe_display() {
    DisplayProbe probe;
    const char* name = std::getenv("DISPLAY");
    if (name == nullptr || *name == '\0') {
        probe.problem = "there is no display (DISPLAY is not set)";
        return probe;
    }
    const std::unique_ptr<::Display, CloseDisplay> display{XOpenDisplay(nullptr)};
    if (!display) {
        probe.problem = std::string{"the display "} + name + " cannot be opened";
        return probe;
    }
    const int screen = DefaultScreen(display.get());
    probe.width = DisplayWidth(display.get(), screen);
    probe.height = DisplayHeight(display.get(), screen);
    if (const char* dpi = XGetDefault(display.get(), "Xft", "dpi")) {
        double value = 0;
        const std::string_view text{dpi};
        std::from_chars(text.data(), text.data() + text.size(), value);
        if (value >= 48 && value <= 480) probe.scale = value / 96;
    }
    return probe;
}

void end_cleanly_when_display_is_lost() {
    XSetIOErrorHandler(display_lost);
}

} // namespace app
