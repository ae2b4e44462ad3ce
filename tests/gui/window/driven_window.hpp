#pragma once

#include "tests/support/files.hpp"

#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>
#include <sys/types.h>

namespace gui {

/// The pixels of a part of the screen.
struct Screenshot {
    int width, height;
    std::vector<std::uint8_t> rgb;
    [[nodiscard]] std::array<int, 3> at(int x, int y) const;
    [[nodiscard]] double share_of(std::array<int, 3> colour, int tolerance = 2) const; ///< share of the pixels, 0..1
};

using support::Scratch;

/// Runs the program on its own X server, and reads the log that it writes for `--session-log`.
class Window {
public:
    /// Starts the program and waits until the map is complete. `arguments` follow `theatrum view`; `environment` are
    /// further variables, as NAME=value.
    explicit Window(std::vector<std::string> arguments, int width = 1280, int height = 800,
                    const std::vector<std::string>& environment = {});
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    [[nodiscard]] nlohmann::json state() const;               ///< the newest line of the log
    [[nodiscard]] std::vector<nlohmann::json> states() const; ///< all lines of the log
    /// Waits until the condition is true for the state. False when it is not within the given seconds.
    [[nodiscard]] bool becomes(const std::function<bool(const nlohmann::json&)>&, double seconds = 15) const;
    void settle() const; ///< waits until the map is complete and nothing has changed for half a second

    void xdotool(const std::string& commands) const; ///< "mousemove 10 10 click 1"
    /// Makes spare keys type these characters, and returns their keycodes for "key N". Call it before the first key,
    /// since the program looks the keys up late; a key that `xdotool type` borrows would be gone by then.
    [[nodiscard]] std::vector<int> map_keys(const std::u32string& characters) const;
    void drag(int x0, int y0, int x1, int y1) const;
    [[nodiscard]] Screenshot look(int x, int y, int w, int h) const;
    /// x and y of the middle of the map and of its top left corner, screen pixels.
    [[nodiscard]] std::array<int, 4> map() const;

    /// Moves the mouse there, waits for a frame and clicks.
    void click(int x, int y, int button = 1) const;
    [[nodiscard]] std::string clipboard() const; ///< its text; empty when there is none within 5 s
    /// Puts a text on the clipboard while `use` runs.
    void with_clipboard(const std::string& text, const std::function<void()>& use) const;

    /// A point in the topmost button of this colour. Throws std::runtime_error when there is none within 10 s.
    [[nodiscard]] std::array<int, 2> find_button(std::array<int, 3> colour) const;
    [[nodiscard]] const std::string& display() const noexcept { return m_display; }

    [[nodiscard]] int end_by_key(); ///< ends the program by Ctrl+Q; returns its exit code
    [[nodiscard]] bool has_ended(); ///< whether the program has ended by itself
    [[nodiscard]] int end_by_signal(int signal);
    [[nodiscard]] int end_by_losing_the_display();
    [[nodiscard]] std::string output() const; ///< stdout and stderr
    [[nodiscard]] const std::filesystem::path& folder() const noexcept { return m_folder.path(); }
    [[nodiscard]] double idle_cpu_share(double seconds) const; ///< CPU use over this time, 1: one core

private:
    [[nodiscard]] int wait_for_end();
    [[nodiscard]] double cpu_seconds() const;

    Scratch m_folder;
    std::string m_display;
    int m_width, m_height;
    pid_t m_server = 0, m_program = 0;
};

} // namespace gui
