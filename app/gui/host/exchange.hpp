#pragma once

#include <memory>
#include <optional>
#include <string>

#include <SFML/Window/WindowHandle.hpp>

namespace app {

/// What SFML has no part of: files dragged onto the window from elsewhere, and an image on the clipboard. Speaks X11
/// over a connection of its own, on the window's thread (XDND version 5 by way of a proxy window; ICCCM section 2).
/// Where there is no X11 connection to be had, nothing comes and offering fails.
class Exchange {
public:
    explicit Exchange(sf::WindowHandle);
    ~Exchange();
    Exchange(const Exchange&) = delete;
    Exchange& operator=(const Exchange&) = delete;

    /// Puts a PNG file's bytes on the clipboard, there for others until something else is copied or the program ends.
    /// False when the clipboard cannot be had.
    [[nodiscard]] bool offer_png(std::string bytes);
    /// Serves whoever asks; call it often. The path of a file or folder that was dropped since the last call.
    [[nodiscard]] std::optional<std::string> poll();

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

/// The path in the first line of a text/uri-list (RFC 2483) that names a file of this machine: file:///a%20b, or
/// file://localhost/a. None when there is none.
[[nodiscard]] std::optional<std::string> path_of_uri_list(const std::string&);

} // namespace app
