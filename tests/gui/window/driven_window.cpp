#include "tests/gui/window/driven_window.hpp"

#include <charconv>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <sstream>
#include <stdexcept>
#include <thread>

#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace gui {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

namespace {

void pause(double seconds) {
    std::this_thread::sleep_for(std::chrono::duration<double>{seconds});
}

pid_t start(std::vector<std::string> words, const std::vector<std::string>& environment, const fs::path& folder,
            const fs::path& output, int keep_fd = -1) {
    std::vector<char*> argv;
    for (auto& word : words)
        argv.push_back(word.data());
    argv.push_back(nullptr);
    const pid_t child = ::fork();
    if (child < 0) throw std::runtime_error{"fork failed"};
    if (child > 0) return child;
    ::prctl(PR_SET_PDEATHSIG, SIGKILL); // ends the child when the tests crash
    for (const auto& pair : environment)
        ::putenv(const_cast<char*>(pair.c_str())); // NOLINT: lives until exec
    if (::chdir(folder.c_str()) != 0) ::_exit(126);
    const int out = ::open(output.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    ::dup2(out, STDOUT_FILENO);
    ::dup2(out, STDERR_FILENO);
    if (keep_fd >= 0) ::fcntl(keep_fd, F_SETFD, 0);
    ::execvp(argv[0], argv.data());
    ::_exit(127);
}

} // namespace

std::array<int, 3> Screenshot::at(int x, int y) const {
    const auto i = (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)) * 3;
    return {rgb.at(i), rgb.at(i + 1), rgb.at(i + 2)};
}

double Screenshot::share_of(std::array<int, 3> colour, int tolerance) const {
    int found = 0;
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const auto c = at(x, y);
            bool same = true;
            for (std::size_t i = 0; i < 3; ++i)
                same = same && std::abs(c[i] - colour[i]) <= tolerance;
            found += same ? 1 : 0;
        }
    return static_cast<double>(found) / (width * height);
}

Window::Window(std::vector<std::string> arguments, int width, int height, const std::vector<std::string>& environment)
    : m_width{width}, m_height{height} {
    std::array<int, 2> pipe{};
    if (::pipe2(pipe.data(), O_CLOEXEC) != 0) throw std::runtime_error{"pipe2 failed"};
    m_server = start({"Xvfb", "-displayfd", std::to_string(pipe[1]), "-screen", "0",
                      std::to_string(width) + "x" + std::to_string(height) + "x24", "-nolisten", "tcp"},
                     {}, folder(), folder() / "server.txt", pipe[1]);
    ::close(pipe[1]);
    std::string number;
    for (char c = 0; ::read(pipe[0], &c, 1) == 1 && c != '\n';)
        number += c;
    ::close(pipe[0]);
    if (number.empty())
        throw std::runtime_error{"Xvfb does not start: " + support::file_bytes(folder() / "server.txt")};
    m_display = ":" + number;

    std::vector<std::string> words{THEATRUM_PROGRAM, "view"};
    words.insert(words.end(), arguments.begin(), arguments.end());
    words.insert(words.end(),
                 {"--size", std::to_string(width) + "x" + std::to_string(height), "--session-log", "session.log"});
    const auto home = "HOME=" + folder().string();
    std::vector<std::string> variables{"DISPLAY=" + m_display, home, "XDG_CONFIG_HOME=" + folder().string() + "/config",
                                       "XDG_STATE_HOME=" + folder().string() + "/state", "LIBGL_ALWAYS_SOFTWARE=1"};
    variables.insert(variables.end(), environment.begin(), environment.end());
    m_program = start(words, variables, folder(), folder() / "output.txt");
    if (!becomes([](const auto& s) { return s.at("complete").template get<bool>(); }, 60))
        throw std::runtime_error{"the map is not complete after 60 s: " + output()};
    xdotool("mousemove " + std::to_string(map()[0]) + " " + std::to_string(map()[1]));
}

Window::~Window() {
    for (const pid_t pid : {m_program, m_server})
        if (pid > 0) {
            ::kill(pid, SIGKILL);
            ::waitpid(pid, nullptr, 0);
        }
}

nlohmann::json Window::state() const {
    std::istringstream in{support::file_bytes(folder() / "session.log")};
    std::string line, last;
    while (std::getline(in, line))
        if (!line.empty() && line.back() == '}') last = line;
    return last.empty() ? nlohmann::json{{"complete", false}} : nlohmann::json::parse(last);
}

std::vector<nlohmann::json> Window::states() const {
    std::istringstream in{support::file_bytes(folder() / "session.log")};
    std::vector<nlohmann::json> all;
    for (std::string line; std::getline(in, line);)
        if (!line.empty() && line.back() == '}') all.push_back(nlohmann::json::parse(line));
    return all;
}

bool Window::becomes(const std::function<bool(const nlohmann::json&)>& condition, double seconds) const {
    const auto end = Clock::now() + std::chrono::duration<double>{seconds};
    for (;;) {
        if (condition(state())) return true;
        if (Clock::now() > end) return false;
        pause(0.03);
    }
}

void Window::settle() const {
    auto last = state();
    auto since = Clock::now();
    const auto end = since + std::chrono::seconds{30};
    while (Clock::now() < end) {
        pause(0.05);
        auto now = state();
        if (now != last || !now.at("complete").get<bool>()) since = Clock::now();
        last = std::move(now);
        if (Clock::now() - since > std::chrono::milliseconds{500}) return;
    }
}

void Window::xdotool(const std::string& commands) const {
    const auto command = "DISPLAY=" + m_display + " xdotool " + commands;
    if (std::system(command.c_str()) != 0) throw std::runtime_error{"failed: " + command};
}

std::vector<int> Window::map_keys(const std::u32string& characters) const {
    Display* display = XOpenDisplay(m_display.c_str());
    if (display == nullptr) throw std::runtime_error{"no display " + m_display};
    std::vector<int> codes;
    for (const char32_t c : characters) {
        constexpr KeySym unicode = 0x1000000;
        constexpr int first_spare = 191; // F13
        KeySym symbols[2] = {unicode | c, unicode | c};
        codes.push_back(first_spare + static_cast<int>(codes.size()));
        XChangeKeyboardMapping(display, codes.back(), 2, symbols, 1);
    }
    XSync(display, False);
    XCloseDisplay(display);
    return codes;
}

void Window::drag(int x0, int y0, int x1, int y1) const {
    const auto at = [](int x, int y) {
        return "mousemove " + std::to_string(x) + " " + std::to_string(y) + " ";
    };
    xdotool(at(x0, y0) + "sleep 0.2 mousedown 1 sleep 0.2 " + at((x0 + x1) / 2, (y0 + y1) / 2) + "sleep 0.2 " +
            at(x1, y1) + "sleep 0.3 mouseup 1");
}

void Window::click(int x, int y, int button) const {
    const auto number = std::to_string(button);
    xdotool("mousemove " + std::to_string(x) + " " + std::to_string(y) + " sleep 0.3 mousedown " + number +
            " sleep 0.15 mouseup " + number + " sleep 0.4");
}

std::string Window::clipboard() const {
    Display* display = XOpenDisplay(m_display.c_str());
    if (display == nullptr) throw std::runtime_error{"no display " + m_display};
    const ::Window window = XCreateSimpleWindow(display, DefaultRootWindow(display), 0, 0, 1, 1, 0, 0, 0);
    const auto atom = [&](const char* name) {
        return XInternAtom(display, name, False);
    };
    XConvertSelection(display, atom("CLIPBOARD"), atom("UTF8_STRING"), atom("PASTED"), window, CurrentTime);
    std::string text;
    const auto end = Clock::now() + std::chrono::seconds{5};
    while (Clock::now() < end) {
        XEvent event{};
        if (XCheckTypedEvent(display, SelectionNotify, &event) == False) {
            pause(0.02);
            continue;
        }
        Atom type = 0;
        int bits = 0;
        unsigned long count = 0, left = 0;
        unsigned char* bytes = nullptr;
        constexpr long most_words = 1 << 20;
        if (event.xselection.property != 0 &&
            XGetWindowProperty(display, window, event.xselection.property, 0, most_words, False, AnyPropertyType, &type,
                               &bits, &count, &left, &bytes) == Success &&
            bytes != nullptr) {
            if (bits == 8) text.assign(reinterpret_cast<const char*>(bytes), count);
            XFree(bytes);
        }
        break;
    }
    XCloseDisplay(display);
    return text;
}

void Window::with_clipboard(const std::string& text, const std::function<void()>& use) const {
    Display* display = XOpenDisplay(m_display.c_str());
    if (display == nullptr) throw std::runtime_error{"no display " + m_display};
    const ::Window window = XCreateSimpleWindow(display, DefaultRootWindow(display), 0, 0, 1, 1, 0, 0, 0);
    const Atom targets = XInternAtom(display, "TARGETS", False), utf8 = XInternAtom(display, "UTF8_STRING", False);
    XSetSelectionOwner(display, XInternAtom(display, "CLIPBOARD", False), window, CurrentTime);
    XFlush(display);
    std::jthread owner{[&](const std::stop_token& stop) {
        while (!stop.stop_requested()) {
            XEvent event{};
            if (XCheckTypedEvent(display, SelectionRequest, &event) == False) {
                pause(0.01);
                continue;
            }
            const auto& request = event.xselectionrequest;
            XEvent answer{};
            answer.xselection = {.type = SelectionNotify,
                                 .serial = 0,
                                 .send_event = True,
                                 .display = display,
                                 .requestor = request.requestor,
                                 .selection = request.selection,
                                 .target = request.target,
                                 .property = request.property,
                                 .time = request.time};
            constexpr int byte = 8, word = 32;
            if (request.target == targets)
                XChangeProperty(display, request.requestor, request.property, XA_ATOM, word, PropModeReplace,
                                reinterpret_cast<const unsigned char*>(&utf8), 1);
            else if (request.target == utf8)
                XChangeProperty(display, request.requestor, request.property, utf8, byte, PropModeReplace,
                                reinterpret_cast<const unsigned char*>(text.data()), static_cast<int>(text.size()));
            else
                answer.xselection.property = 0;
            XSendEvent(display, request.requestor, False, 0, &answer);
            XFlush(display);
        }
    }};
    use();
    owner.request_stop();
    owner.join();
    XCloseDisplay(display);
}

Screenshot Window::look(int x, int y, int w, int h) const {
    Display* display = XOpenDisplay(m_display.c_str());
    if (display == nullptr) throw std::runtime_error{"no display " + m_display};
    XImage* image = XGetImage(display, DefaultRootWindow(display), x, y, static_cast<unsigned>(w),
                              static_cast<unsigned>(h), AllPlanes, ZPixmap);
    Screenshot shot{w, h, {}};
    if (image != nullptr) {
        for (int row = 0; row < h; ++row)
            for (int column = 0; column < w; ++column) {
                const auto pixel = XGetPixel(image, column, row);
                for (const int shift : {16, 8, 0})
                    shot.rgb.push_back(static_cast<std::uint8_t>(pixel >> shift & 0xFF));
            }
        XDestroyImage(image);
    }
    XCloseDisplay(display);
    if (shot.rgb.empty()) throw std::runtime_error{"no screenshot"};
    return shot;
}

std::array<int, 2> Window::find_button(std::array<int, 3> colour) const {
    constexpr int min_width = 100;
    const auto end = Clock::now() + std::chrono::seconds{10};
    while (Clock::now() < end) {
        const auto shot = look(0, 0, m_width, m_height);
        for (int row = 0; row < shot.height; ++row)
            for (int column = 0, run = 0; column < shot.width; ++column) {
                run = shot.at(column, row) == colour ? run + 1 : 0;
                if (run > min_width) return {column - min_width / 2, row + 8};
            }
        pause(0.2);
    }
    throw std::runtime_error{"no button of that colour"};
}

std::array<int, 4> Window::map() const {
    const auto area = state().at("map").get<std::array<int, 4>>();
    return {area[0] + area[2] / 2, area[1] + area[3] / 2, area[0], area[1]};
}

int Window::wait_for_end() {
    const auto end = Clock::now() + std::chrono::seconds{20};
    int status = 0;
    while (Clock::now() < end) {
        if (::waitpid(m_program, &status, WNOHANG) == m_program) {
            m_program = 0;
            return WIFEXITED(status) ? WEXITSTATUS(status) : 1000 + WTERMSIG(status);
        }
        pause(0.05);
    }
    throw std::runtime_error{"the program does not end"};
}

bool Window::has_ended() {
    if (m_program != 0 && ::waitpid(m_program, nullptr, WNOHANG) == m_program) m_program = 0;
    return m_program == 0;
}

int Window::end_by_key() {
    xdotool("key ctrl+q");
    return wait_for_end();
}

int Window::end_by_signal(int signal) {
    ::kill(m_program, signal);
    return wait_for_end();
}

int Window::end_by_losing_the_display() {
    ::kill(m_server, SIGKILL);
    ::waitpid(m_server, nullptr, 0);
    m_server = 0;
    return wait_for_end();
}

std::string Window::output() const {
    return support::file_bytes(folder() / "output.txt");
}

double Window::cpu_seconds() const {
    const auto text = support::file_bytes("/proc/" + std::to_string(m_program) + "/stat");
    std::istringstream in{text.substr(text.rfind(')') + 2)};
    std::string skip;
    for (int field = 3; field < 14; ++field)
        in >> skip;
    double user = 0, system = 0;
    in >> user >> system;
    return (user + system) / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

double Window::idle_cpu_share(double seconds) const {
    const double before = cpu_seconds();
    pause(seconds);
    return (cpu_seconds() - before) / seconds;
}

} // namespace gui
