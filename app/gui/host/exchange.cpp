#include "app/gui/host/exchange.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>
#include <utility>
#include <vector>

#include <X11/Xatom.h>
#include <X11/Xlib.h>

namespace app {

namespace {

using XWindow = ::Window;

constexpr long dnd_version = 5;

/// Sets a property of 32-bit values, which Xlib takes as longs of any size.
void set_property(Display* display, XWindow window, Atom name, Atom type, const std::vector<long>& values) {
    XChangeProperty(display, window, name, type, 32, PropModeReplace,
                    reinterpret_cast<const unsigned char*>(values.data()), // NOLINT: how Xlib takes data
                    static_cast<int>(values.size()));
}

std::string text_property(Display* display, XWindow window, Atom name) {
    Atom type = None;
    int format = 0;
    unsigned long count = 0, left = 0;
    unsigned char* data = nullptr;
    constexpr long max_units = 65'536; // of 4 bytes; the rest of a longer text is ignored
    const int status = XGetWindowProperty(display, window, name, 0, max_units, True, AnyPropertyType, &type, &format,
                                          &count, &left, &data);
    std::string out;
    if (status == Success && data != nullptr && format == 8) out.assign(data, data + count);
    if (data != nullptr) XFree(data);
    return out;
}

} // namespace

std::optional<std::string> path_of_uri_list(const std::string& list) {
    std::string_view rest = list;
    while (!rest.empty()) {
        const auto end = std::min(rest.find('\n'), rest.size());
        std::string_view line = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        while (!line.empty() && (line.back() == '\r' || line.back() == '\0'))
            line.remove_suffix(1);
        bool local = false;
        for (const std::string_view start : {"file://localhost/", "file:///"})
            if (!local && line.starts_with(start)) {
                line.remove_prefix(start.size() - 1);
                local = true;
            }
        if (!local) continue;
        std::string path;
        for (std::size_t i = 0; i < line.size(); ++i) {
            unsigned value = 0;
            const auto* from = line.data() + i + 1;
            if (line[i] == '%' && i + 2 < line.size() && std::from_chars(from, from + 2, value, 16).ptr == from + 2) {
                path += static_cast<char>(value);
                i += 2;
            } else
                path += line[i];
        }
        if (path.find('\0') == std::string::npos) return path;
    }
    return std::nullopt;
}

struct DesktopExchange::Impl {
    explicit Impl(sf::WindowHandle handle) : target{handle}, display{XOpenDisplay(nullptr)} {
        if (display == nullptr) return;
        const auto atom = [this](const char* name) {
            return XInternAtom(display, name, False);
        };
        position = atom("XdndPosition");
        status = atom("XdndStatus");
        leave = atom("XdndLeave");
        drop = atom("XdndDrop");
        finished = atom("XdndFinished");
        copy = atom("XdndActionCopy");
        selection = atom("XdndSelection");
        uri_list = atom("text/uri-list");
        dropped_data = atom("THEATRUM_DROPPED");
        clipboard = atom("CLIPBOARD");
        targets = atom("TARGETS");
        png = atom("image/png");
        proxy = XCreateSimpleWindow(display, DefaultRootWindow(display), -10, -10, 1, 1, 0, 0, 0);
        XSelectInput(display, proxy, PropertyChangeMask);
        // XdndProxy sends the messages about drags to our proxy window; SFML would discard them.
        const auto proxy_atom = atom("XdndProxy"), aware = atom("XdndAware");
        for (const XWindow window : {target, proxy}) {
            set_property(display, window, proxy_atom, XA_WINDOW, {static_cast<long>(proxy)});
            set_property(display, window, aware, XA_ATOM, {dnd_version});
        }
        XFlush(display);
    }
    ~Impl() {
        if (display == nullptr) return;
        XDestroyWindow(display, proxy);
        XCloseDisplay(display);
    }
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;

    void send_message(XWindow to, Atom type, std::array<long, 5> values) const {
        XEvent event{};
        event.xclient.type = ClientMessage;
        event.xclient.display = display;
        event.xclient.window = to;
        event.xclient.message_type = type;
        event.xclient.format = 32;
        std::copy(values.begin(), values.end(), std::begin(event.xclient.data.l));
        XSendEvent(display, to, False, NoEventMask, &event);
    }

    void handle(const XClientMessageEvent& message) {
        const auto from = static_cast<XWindow>(message.data.l[0]);
        if (message.message_type == position) {
            // Accepts a copy anywhere in the window, so the message has no rectangle.
            send_message(from, status, {static_cast<long>(target), 1, 0, 0, static_cast<long>(copy)});
        } else if (message.message_type == drop) {
            source = from;
            XConvertSelection(display, selection, uri_list, dropped_data, proxy, static_cast<Time>(message.data.l[2]));
        } else if (message.message_type == leave)
            source = 0;
    }

    void handle(const XSelectionEvent& event) {
        if (event.selection != selection || source == 0) return;
        std::optional<std::string> path;
        if (event.property != None) path = path_of_uri_list(text_property(display, proxy, dropped_data));
        send_message(source, finished,
                     {static_cast<long>(target), path ? 1 : 0, static_cast<long>(path ? copy : None), 0, 0});
        source = 0;
        if (path) dropped = std::move(path);
    }

    void handle(const XSelectionRequestEvent& request) const {
        XEvent answer{};
        answer.xselection.type = SelectionNotify;
        answer.xselection.requestor = request.requestor;
        answer.xselection.selection = request.selection;
        answer.xselection.target = request.target;
        answer.xselection.time = request.time;
        answer.xselection.property = None;
        const Atom property = request.property == None ? request.target : request.property;
        if (request.target == targets) {
            set_property(display, request.requestor, property, XA_ATOM,
                         {static_cast<long>(targets), static_cast<long>(png)});
            answer.xselection.property = property;
        } else if (request.target == png && !image.empty()) {
            XChangeProperty(display, request.requestor, property, png, 8, PropModeReplace,
                            reinterpret_cast<const unsigned char*>(image.data()), // NOLINT: how Xlib takes data
                            static_cast<int>(image.size()));
            answer.xselection.property = property;
        }
        XSendEvent(display, request.requestor, False, NoEventMask, &answer);
    }

    void handle_events() {
        while (XPending(display) > 0) {
            XEvent event{};
            XNextEvent(display, &event);
            if (event.type == ClientMessage) handle(event.xclient);
            if (event.type == SelectionNotify) handle(event.xselection);
            if (event.type == SelectionRequest) handle(event.xselectionrequest);
            if (event.type == SelectionClear) image.clear();
        }
        XFlush(display);
    }

    XWindow target;
    Display* display;
    XWindow proxy = 0, source = 0; ///< source: the window whose drop is being read; 0: none
    Atom position{}, status{}, leave{}, drop{}, finished{}, copy{}, selection{}, uri_list{}, dropped_data{};
    Atom clipboard{}, targets{}, png{};
    std::string image;
    std::optional<std::string> dropped;
};

DesktopExchange::DesktopExchange(sf::WindowHandle window) : m_impl{std::make_unique<Impl>(window)} {}
DesktopExchange::~DesktopExchange() = default;

bool DesktopExchange::offer_png(std::string bytes) {
    auto& x = *m_impl;
    if (x.display == nullptr) return false;
    // The image is sent in one X11 request. A larger one would need the INCR protocol, but no map is that large.
    constexpr std::size_t header = 64, unit = 4; // bytes
    const auto max_bytes = static_cast<std::size_t>(XExtendedMaxRequestSize(x.display)) * unit;
    if (bytes.size() + header > max_bytes) return false;
    x.image = std::move(bytes);
    XSetSelectionOwner(x.display, x.clipboard, x.proxy, CurrentTime);
    const bool owned = XGetSelectionOwner(x.display, x.clipboard) == x.proxy;
    if (!owned) x.image.clear();
    return owned;
}

std::optional<std::string> DesktopExchange::poll() {
    auto& x = *m_impl;
    if (x.display == nullptr) return std::nullopt;
    x.handle_events();
    return std::exchange(x.dropped, std::nullopt);
}

} // namespace app
