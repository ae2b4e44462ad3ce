#include "app/gui/host/exchange.hpp"
#include "tests/gui/window/driven_window.hpp"

#include <chrono>
#include <thread>

// Xlib comes last, because its macros (None, Always) break other headers.
// clang-format off
#include "tests/support/catch.hpp"
#include <X11/Xatom.h>
#include <X11/Xlib.h>
// clang-format on

using nlohmann::json;
namespace fs = std::filesystem;

namespace {

/// Another program on the same screen, such as a file manager or an image editor.
class OtherProgram {
public:
    explicit OtherProgram(const std::string& display) : m_display{XOpenDisplay(display.c_str())} {
        REQUIRE(m_display != nullptr);
        m_window = XCreateSimpleWindow(m_display, DefaultRootWindow(m_display), 0, 0, 1, 1, 0, 0, 0);
    }
    ~OtherProgram() { XCloseDisplay(m_display); }
    OtherProgram(const OtherProgram&) = delete;
    OtherProgram& operator=(const OtherProgram&) = delete;

    [[nodiscard]] Atom atom(const char* name) const { return XInternAtom(m_display, name, False); }

    /// The windows on the screen that accept drops.
    [[nodiscard]] std::vector<::Window> drop_targets() const {
        ::Window root = 0, parent = 0, *children = nullptr;
        unsigned count = 0;
        XQueryTree(m_display, DefaultRootWindow(m_display), &root, &parent, &children, &count);
        std::vector<::Window> out;
        for (unsigned i = 0; i < count; ++i)
            if (const auto proxy = window_in_property(children[i], "XdndProxy"); proxy != 0 && proxy != children[i])
                out.push_back(children[i]);
        if (children != nullptr) XFree(children);
        return out;
    }

    [[nodiscard]] ::Window window_in_property(::Window window, const char* name) const {
        const auto bytes = property(window, atom(name));
        return bytes.size() == sizeof(long) ? static_cast<::Window>(*reinterpret_cast<const long*>(bytes.data())) : 0;
    }

    void drop(::Window target, const std::string& uri_list) {
        const auto proxy = window_in_property(target, "XdndProxy");
        XSetSelectionOwner(m_display, atom("XdndSelection"), m_window, CurrentTime);
        const auto uri_type = atom("text/uri-list");
        send(proxy, target, "XdndEnter", {static_cast<long>(5UL << 24), static_cast<long>(uri_type), 0, 0});
        send(proxy, target, "XdndPosition",
             {0, (640L << 16) | 300, CurrentTime, static_cast<long>(atom("XdndActionCopy"))});
        const auto status = wait(ClientMessage);
        CHECK(status.xclient.message_type == atom("XdndStatus"));
        CHECK((status.xclient.data.l[1] & 1) == 1);
        send(proxy, target, "XdndDrop", {0, CurrentTime, 0, 0});
        const auto request = wait(SelectionRequest).xselectionrequest;
        CHECK(request.target == uri_type);
        XChangeProperty(m_display, request.requestor, request.property, uri_type, 8, PropModeReplace,
                        reinterpret_cast<const unsigned char*>(uri_list.data()), static_cast<int>(uri_list.size()));
        XEvent answer{};
        answer.xselection.type = SelectionNotify;
        answer.xselection.requestor = request.requestor;
        answer.xselection.selection = request.selection;
        answer.xselection.target = request.target;
        answer.xselection.property = request.property;
        answer.xselection.time = request.time;
        XSendEvent(m_display, request.requestor, False, NoEventMask, &answer);
        const auto finished = wait(ClientMessage);
        CHECK(finished.xclient.message_type == atom("XdndFinished"));
    }

    [[nodiscard]] std::string pasted(const char* type) {
        XConvertSelection(m_display, atom("CLIPBOARD"), atom(type), atom("PASTED"), m_window, CurrentTime);
        const auto event = wait(SelectionNotify).xselection;
        return event.property == None ? "" : property(m_window, event.property);
    }

private:
    void send(::Window to, ::Window about, const char* message, std::array<long, 4> values) {
        XEvent event{};
        event.xclient.type = ClientMessage;
        event.xclient.window = about;
        event.xclient.message_type = atom(message);
        event.xclient.format = 32;
        event.xclient.data.l[0] = static_cast<long>(m_window);
        std::copy(values.begin(), values.end(), std::begin(event.xclient.data.l) + 1);
        XSendEvent(m_display, to, False, NoEventMask, &event);
        XFlush(m_display);
    }

    XEvent wait(int type) {
        XEvent event{};
        const auto end = std::chrono::steady_clock::now() + std::chrono::seconds{10};
        while (XCheckTypedEvent(m_display, type, &event) == False) {
            if (std::chrono::steady_clock::now() > end) FAIL("no answer to event " << type);
            std::this_thread::sleep_for(std::chrono::milliseconds{5});
        }
        return event;
    }

    [[nodiscard]] std::string property(::Window window, Atom name) const {
        Atom type = None;
        int format = 0;
        unsigned long count = 0, left = 0;
        unsigned char* data = nullptr;
        XGetWindowProperty(m_display, window, name, 0, 10'000'000, False, AnyPropertyType, &type, &format, &count,
                           &left, &data);
        std::string out;
        const std::size_t size = format == 32 ? sizeof(long) : 1;
        if (data != nullptr) {
            out.assign(data, data + count * size);
            XFree(data);
        }
        return out;
    }

    Display* m_display;
    ::Window m_window = 0;
};

} // namespace

TEST_CASE("the first local path is read from a URI list", "[gui]") {
    CHECK(app::path_of_uri_list("file:///home/a%20b/sc%C3%A9nario\r\n") == "/home/a b/scénario");
    CHECK(app::path_of_uri_list("# a comment\r\nfile://localhost/tmp/x\r\nfile:///tmp/y\r\n") == "/tmp/x");
    CHECK(app::path_of_uri_list("file:///tmp/100%") == "/tmp/100%");
    CHECK_FALSE(app::path_of_uri_list("https://example.org/x\r\n"));
    CHECK_FALSE(app::path_of_uri_list("file://elsewhere/x"));
    CHECK_FALSE(app::path_of_uri_list("file:///tmp/a%00b"));
    CHECK_FALSE(app::path_of_uri_list(""));
}

TEST_CASE("a scenario dropped on the window is opened", "[gui]") {
    const gui::Scratch folder;
    const auto copy = folder.path() / "my scenario";
    fs::copy(fs::path{THEATRUM_SOURCE_DIR} / "assets/scenarios/canada-2024", copy, fs::copy_options::recursive);
    gui::Window window{{}};
    window.settle();
    OtherProgram files{window.display()};
    const auto targets = files.drop_targets();
    REQUIRE(targets.size() == 1);
    files.drop(targets.front(), "file://" + folder.path().string() + "/my%20scenario\r\n");
    CHECK(window.becomes([&](const json& s) { return s["scenario"] == copy.string(); }));
    // A path that cannot be opened gives a message and keeps the open scenario.
    files.drop(targets.front(), "file:///no/such/scenario\r\n");
    CHECK(window.becomes(
        [](const json& s) { return s["message"].get<std::string>().find("/no/such/scenario") != std::string::npos; }));
    CHECK(window.state()["scenario"] == copy.string());
}

TEST_CASE("a copied image can be pasted into another program as a PNG of the export's size", "[gui]") {
    gui::Window window{{"--at", "2024-07-31"}};
    window.settle();
    window.xdotool("key ctrl+e sleep 3");
    const auto button = window.find_button({0xc8, 0x10, 0x2e});
    constexpr int next_button = 30; // "Copy image" lies below "Export"
    window.xdotool("mousemove " + std::to_string(button[0]) + " " + std::to_string(button[1] + next_button) +
                   " sleep 0.3 click 1");
    OtherProgram editor{window.display()};
    // The clipboard is empty until the picture is drawn.
    std::string png;
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds{20};
    while ((png = editor.pasted("image/png")).empty() && std::chrono::steady_clock::now() < end)
        std::this_thread::sleep_for(std::chrono::milliseconds{100});
    REQUIRE(png.size() > 50'000);
    CHECK(png.substr(1, 3) == "PNG");
    CHECK(png.substr(16, 8) == std::string{"\0\0\x07\x80\0\0\x04\x38", 8}); // 1920 x 1080
    CHECK(editor.pasted("UTF8_STRING").empty());
}
