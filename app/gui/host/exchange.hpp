#pragma once

#include <memory>
#include <optional>
#include <string>

#include <SFML/Window/WindowHandle.hpp>

namespace app {

/// Takes files that are dropped onto the window and offers an image on the clipboard, neither of which SFML supports.
/// Uses its own X11 connection on the window's thread (XDND version 5 with a proxy window; ICCCM section 2). Without a
/// connection no files arrive and offer_png() fails.
class DesktopExchange {
public:
    explicit DesktopExchange(sf::WindowHandle);
    ~DesktopExchange();
    DesktopExchange(const DesktopExchange&) = delete;
    DesktopExchange& operator=(const DesktopExchange&) = delete;

    /// Puts the bytes of a PNG file on the clipboard, where they stay until something else is copied or the program
    /// ends. False when the clipboard is not available.
    [[nodiscard]] bool offer_png(std::string bytes);
    /// Answers the requests of other programs; call it often. Returns the path of the file or folder that was dropped
    /// since the last call.
    [[nodiscard]] std::optional<std::string> poll();

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

/// The path from the first line of a text/uri-list (RFC 2483) that names a local file: file:///a%20b or
/// file://localhost/a. Nothing when no line does.
[[nodiscard]] std::optional<std::string> path_of_uri_list(const std::string&);

} // namespace app
