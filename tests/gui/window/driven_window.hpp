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

/// Pixels of a part of the screen.
struct Screenshot {
    int width, height;
    std::vector<std::uint8_t> rgb;
    [[nodiscard]] std::array<int, 3> at(int x, int y) const;
    [[nodiscard]] double share_of(std::array<int, 3> colour, int tolerance = 2) const; ///< 0..1
};

using support::Scratch;

/// The program in a window of its own X server. Reads what `--session-log` writes.
class Window {
public:
    /// Waits until the map is complete. `arguments`: after `theatrum view`, one word each.
    explicit Window(std::vector<std::string> arguments, int width = 1280, int height = 800);
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    [[nodiscard]] nlohmann::json state() const; ///< the newest line
    /// Waits until the state is as wished, at most so long. False when it never was.
    [[nodiscard]] bool becomes(const std::function<bool(const nlohmann::json&)>&, double seconds = 15) const;
    void settle() const; ///< until nothing has changed for half a second and the map is complete

    void do_it(const std::string& xdotool) const; ///< `mousemove 10 10 click 1`
    void drag(int x0, int y0, int x1, int y1) const;
    [[nodiscard]] Screenshot look(int x, int y, int w, int h) const;
    /// Middle of the map, and its corner, in pixels of the screen.
    [[nodiscard]] std::array<int, 4> map() const;

    /// The middle of the topmost broad stretch of this colour. Throws when there is none.
    [[nodiscard]] std::array<int, 2> find_button(std::array<int, 3> colour) const;
    [[nodiscard]] const std::string& display() const noexcept { return m_display; }

    [[nodiscard]] int end_by_key(); ///< Ctrl+Q; the exit code
    [[nodiscard]] int end_by_signal(int signal);
    [[nodiscard]] int end_by_losing_the_display();
    [[nodiscard]] std::string output() const; ///< stdout and stderr
    [[nodiscard]] const std::filesystem::path& folder() const noexcept { return m_folder.path(); }
    [[nodiscard]] double idle_cpu_share(double seconds) const; ///< of one core

private:
    [[nodiscard]] int wait_for_end();
    [[nodiscard]] double cpu_seconds() const;

    Scratch m_folder;
    std::string m_display;
    int m_width, m_height;
    pid_t m_server = 0, m_program = 0;
};

} // namespace gui
