#include "app/gui/window/window.hpp"

#include "app/base/errors.hpp"
#include "app/gui/host/exchange.hpp"
#include "app/gui/host/imgui_host.hpp"
#include "app/gui/window/heap.hpp"
#include "app/gui/window/measure.hpp"
#include "app/gui/window/session_log.hpp"
#include "app/gui/window/shell.hpp"
#include "app/live/live_worker.hpp"
#include "app/session/files/file_watch.hpp"
#include "render/sfml/display.hpp"

#include <algorithm>
#include <chrono>
#include <clocale>
#include <cstdio>
#include <deque>
#include <future>
#include <set>

#include <SFML/OpenGL.hpp>
#include <SFML/System/Err.hpp>
#include <SFML/Window/Event.hpp>
#include <fmt/format.h>

namespace app {

namespace {

using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::duration<double, std::milli>;

constexpr std::chrono::milliseconds idle_wait{15}, caret_wait{200};
constexpr std::chrono::seconds notice_time{12};
constexpr std::size_t most_unusual = 4'000; ///< bytes of names: fonts are not made anew for more at once
constexpr int settle_frames = 3;            ///< Dear ImGui needs a frame or two more until all is in place

/// Every word that the window may show, for its fonts.
std::string words_of(const Session& session) {
    std::string out;
    if (!session.scenario()) return out;
    const auto& s = *session.base();
    out += s.title + s.subtitle + s.credit;
    for (const auto& asset : s.assets)
        out += asset.name;
    for (const auto& event : s.events)
        out += event.title;
    for (const auto& zone : s.zones)
        out += zone.name;
    for (const auto& source : s.sources)
        out += source.title + source.publisher;
    for (const auto& place : s.places)
        out += place.name + place.name_ko + place.name_ja + place.name_zh;
    return out;
}

/// Hands events on in portions in which nothing is pressed and released again: a click shorter than a frame is a click.
class EventQueue {
public:
    explicit EventQueue(sf::Window& window) : m_window{window} {}

    std::vector<sf::Event> take() {
        sf::Event event{};
        while (m_window.pollEvent(event))
            m_waiting.push_back(event);
        std::vector<sf::Event> out;
        std::set<int> down; // mouse buttons
        bool key_pressed = false;
        while (!m_waiting.empty()) {
            const auto& next = m_waiting.front();
            if (next.type == sf::Event::MouseButtonPressed) {
                if (!down.insert(next.mouseButton.button).second) break;
            } else if (next.type == sf::Event::MouseButtonReleased) {
                if (down.contains(next.mouseButton.button)) break;
            } else if (next.type == sf::Event::KeyPressed)
                key_pressed = true;
            else if (next.type == sf::Event::KeyReleased && key_pressed)
                break; // of any key: Ctrl may be let go before the letter
            else if (next.type == sf::Event::MouseMoved && !out.empty() && out.back().type == next.type)
                out.pop_back(); // only where the mouse came to rest
            out.push_back(next);
            m_waiting.pop_front();
        }
        return out;
    }
    [[nodiscard]] bool waiting() const { return !m_waiting.empty(); }

private:
    sf::Window& m_window;
    std::deque<sf::Event> m_waiting;
};

class Window {
public:
    Window(const WindowOptions& options, const DataFolders& data)
        : m_options{options}, m_data{data}, m_loaded{read_settings(settings_file())}, m_session{data} {
        open_scenario();
        open_feeds();
        open_window();
        const double scale = m_scale;
        m_host = std::make_unique<ImGuiHost>(m_window, static_cast<float>(scale));
        m_exchange = std::make_unique<Exchange>(m_window.getSystemHandle());
        m_shell = std::make_unique<Shell>(m_news, m_data, scale, settings());
        m_memory.recent = settings().recent_files;
        m_memory.hints = !settings().hints_seen && !options.measure_s;
        if (options.session_log) m_log = SessionLog{*options.session_log};
        if (options.measure_s) m_measure.emplace(std::chrono::duration<double>{*options.measure_s});
        show_scenario();
    }

    void run() {
        EventQueue events{m_window};
        auto last = Clock::now(), drawn = last;
        while (m_window.isOpen() && !m_requests.quit) {
            const auto begin = Clock::now();
            if (m_measure) m_measure->polled();
            for (const auto& event : events.take())
                handle(event);
            const auto now = Clock::now();
            if (m_session.advance(now - last)) m_dirty = std::max(m_dirty, 1);
            last = now;
            if (m_measure && m_measure->started()) m_dirty = 1;
            look_for_news();
            if (!m_notice.empty() && now - m_noted > notice_time) {
                m_notice.clear();
                m_dirty = std::max(m_dirty, 1);
            }
            if (m_host->typing() && now - drawn > caret_wait) m_dirty = std::max(m_dirty, 1);
            if (m_dirty > 0 && m_window.isOpen()) {
                --m_dirty;
                frame(now - drawn);
                drawn = now;
                if (m_measure) {
                    glFinish();
                    if (!measured(Clock::now() - begin)) return;
                }
            }
            m_log.note(m_session, m_shell->map());
            if (m_measure && m_measure->started()) continue;
            // While something moves some 60 frames a second are enough.
            constexpr std::chrono::milliseconds frame_time{16};
            const auto spent = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - begin);
            if (events.waiting()) continue;
            if (m_dirty == 0)
                m_news.wait(idle_wait);
            else if (spent < frame_time)
                m_news.wait(frame_time - spent);
        }
        remember();
    }

private:
    [[nodiscard]] Settings& settings() noexcept { return m_loaded.settings; }

    void open_scenario() {
        m_session.apply(OpenScenario{m_options.scenario});
        if (!m_session.scenario()) throw UsageError{m_session.message()};
        if (m_options.at) {
            std::string error;
            const auto at = assets::parse_instant_argument(*m_options.at, error);
            if (!at) throw UsageError{"--at: " + error};
            m_session.apply(GoToTime{*at});
        }
        if (m_options.theme) {
            m_session.apply(SetTheme{*m_options.theme});
            if (!m_session.message().empty()) throw UsageError{"--theme: " + m_session.message()};
        } else if (!settings().theme.empty())
            m_session.apply(SetTheme{settings().theme});
    }

    void open_feeds() {
        for (const auto& url : m_options.feeds) {
            m_session.apply(AddFeed{LiveFeed{.url = url, .name = {}}});
            if (!m_session.message().empty()) throw UsageError{"--feed: " + m_session.message()};
        }
        if (m_options.at && !m_options.feeds.empty()) m_session.apply(GoToTime{m_session.time().at()});
    }

    void open_window() {
        if (const auto problem = render::why_no_display()) throw FileError{"no window: " + *problem};
        render::end_when_the_display_is_lost();
        // SFML's input method asks for the language of the user; numbers stay as they are in C.
        std::setlocale(LC_CTYPE, "");
        m_scale = m_options.ui_scale.value_or(settings().ui_scale > 0 ? settings().ui_scale : render::display_scale());
        auto width = settings().window_width, height = settings().window_height;
        if (m_options.size) std::tie(width, height) = *m_options.size;
        if (!m_options.size) {
            const auto screen = sf::VideoMode::getDesktopMode();
            width = std::min(width, static_cast<int>(screen.width));
            height = std::min(height, static_cast<int>(screen.height));
        }
        sf::err().rdbuf(nullptr); // a driver without vertical sync is no news; what matters is said below
        m_window.create({static_cast<unsigned>(width), static_cast<unsigned>(height)}, "Theatrum", sf::Style::Default,
                        sf::ContextSettings{0, 0, 0, 2, 1});
        const auto gl = m_window.getSettings();
        if (!m_window.isOpen() || gl.majorVersion < 2 || (gl.majorVersion == 2 && gl.minorVersion < 1))
            throw FileError{fmt::format("the window needs OpenGL 2.1; this display offers {}.{}", gl.majorVersion,
                                        gl.minorVersion)};
        m_window.setKeyRepeatEnabled(true);
        // Without a window manager SFML would leave part of it outside the screen.
        const auto screen = sf::VideoMode::getDesktopMode();
        m_window.setPosition({std::max(0, (static_cast<int>(screen.width) - width) / 2),
                              std::max(0, (static_cast<int>(screen.height) - height) / 2)});
        m_width = width;
        m_height = height;
    }

    void handle(const sf::Event& event) {
        m_host->handle(event);
        m_dirty = settle_frames;
        if (event.type == sf::Event::Closed) m_window.close();
        if (event.type == sf::Event::Resized) {
            m_width = static_cast<int>(event.size.width);
            m_height = static_cast<int>(event.size.height);
        }
    }

    /// After opening or reading again.
    void show_scenario() {
        const auto& scenario = m_session.base();
        if (scenario == m_shown) return;
        m_shown = scenario;
        m_watch.watch(m_session.watched_files());
        m_host->show_text(words_of(m_session));
        m_window.setTitle(sf::String::fromUtf8(scenario->title.begin(), scenario->title.end()) + " - Theatrum");
        if (m_session.scenario_name() != m_name) {
            m_name = m_session.scenario_name();
            settings().opened(m_name);
            m_memory.recent = settings().recent_files;
        }
        m_dirty = settle_frames;
    }

    /// What workers and the disk have to tell.
    void look_for_news() {
        std::vector<Command> commands;
        m_shell->lay_out(static_cast<float>(m_width), static_cast<float>(m_height));
        if (m_shell->map().update(m_session, commands)) m_dirty = std::max(m_dirty, 1);
        if (m_shell->poll()) m_dirty = std::max(m_dirty, 1);
        look_at_feeds();
        apply(commands);
        if (const auto dropped = m_exchange->poll()) read(*dropped, true);
        if (!m_requests.copy_png.empty()) {
            if (!m_exchange->offer_png(std::exchange(m_requests.copy_png, {})))
                note("The clipboard cannot be had: export a file instead");
            m_dirty = settle_frames;
        }
        if (m_reading.valid()) {
            if (m_reading.wait_for(std::chrono::seconds{0}) == std::future_status::ready) take_reading();
        } else if (m_watch.changed())
            read(m_session.scenario_name(), false);
    }

    /// What the session wants of feeds goes to the thread that listens, what that has to tell comes back.
    void look_at_feeds() {
        if (!m_session.is_live()) return;
        if (!m_live) m_live = std::make_unique<LiveWorker>([this] { m_news.raise(); });
        if (m_session.wish_version() != m_wish_sent) {
            m_wish_sent = m_session.wish_version();
            if (m_session.feeds() != m_feeds_sent) {
                m_feeds_sent = m_session.feeds();
                m_live->listen(m_feeds_sent);
            }
            m_live->wish(m_session.live_wish());
        }
        if (auto wish = m_session.take_freeze_wish()) {
            const auto& map = m_shell->map();
            wish->width_km = *figure_for_export(m_session, map.area().w / map.px_per_mm()).width_km;
            m_live->freeze(std::move(*wish));
        }
        if (auto news = m_live->take_news()) {
            m_session.adopt(std::move(*news));
            m_dirty = std::max(m_dirty, 1);
        }
        if (auto picture = m_live->take_picture()) {
            m_session.adopt(std::move(*picture));
            show_names();
            m_dirty = std::max(m_dirty, 1);
        }
        if (auto frozen = m_live->take_frozen()) {
            note(frozen->error.empty() ? "Frozen: " + frozen->folder : frozen->error);
            m_memory.freeze.frozen = std::move(frozen);
            m_dirty = settle_frames;
        }
    }

    /// Names that are heard may have letters that the fonts of the panels have not been made for.
    void show_names() {
        const auto& scenario = *m_session.scenario();
        std::string unusual;
        for (auto i = std::min<std::size_t>(scenario.first_heard, scenario.assets.size());
             i < scenario.assets.size() && unusual.size() < most_unusual; ++i) {
            const auto& name = scenario.assets[i].name;
            const bool plain =
                std::all_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
            if (!plain && m_unusual_names.insert(name).second) unusual += name;
        }
        if (unusual.empty()) return;
        std::string all = words_of(m_session);
        for (const auto& name : m_unusual_names)
            all += name;
        m_host->show_text(all);
    }

    /// Reads a scenario away from this thread: the window stays usable. `anew`: to open it, not to bring it up to date.
    void read(std::string name, bool anew) {
        m_dirty = settle_frames;
        if (m_reading.valid()) { // one at a time; to open something goes before bringing up to date
            if (anew || !m_then || !m_then->second) m_then.emplace(std::move(name), anew);
            return;
        }
        if (anew) note("Opening " + name);
        m_anew = anew;
        m_reading =
            std::async(std::launch::async, [name = std::move(name), data = m_data, atlas = m_session.atlas(), this] {
                auto reading = read_for_session(name, data, atlas);
                m_news.raise();
                return reading;
            });
    }

    void take_reading() {
        auto reading = m_reading.get();
        if (m_anew)
            m_session.adopt_new(std::move(reading));
        else
            m_session.adopt(std::move(reading));
        note(m_session.message());
        m_dirty = settle_frames;
        show_scenario();
        if (auto then = std::exchange(m_then, std::nullopt)) read(std::move(then->first), then->second);
    }

    void apply(std::vector<Command>& commands) {
        if (commands.empty()) return;
        for (const auto& command : commands) {
            if (const auto* wish = std::get_if<OpenScenario>(&command)) {
                read(wish->name, true);
                continue;
            }
            if (std::holds_alternative<ReloadScenario>(command)) {
                read(m_session.scenario_name(), false);
                continue;
            }
            m_session.apply(command);
            if (!std::holds_alternative<LookAt>(command)) m_memory.hints = false; // found out without them
            // A pan says nothing: what was said last still stands.
            if (!m_session.message().empty() || !std::holds_alternative<LookAt>(command)) note(m_session.message());
        }
        commands.clear();
        m_dirty = std::max(m_dirty, 1);
        show_scenario();
    }

    void note(const std::string& message) {
        m_notice = message;
        m_noted = Clock::now();
    }

    void frame(std::chrono::duration<float> since_last) {
        m_host->set_dark(m_session.theme() == "dark");
        std::vector<Command> commands;
        if (m_measure && m_measure->started()) {
            m_measure->drive(m_session, m_shell->map(), commands);
            apply(commands);
        }
        m_host->begin_frame(since_last);
        m_shell->frame(
            m_session, m_requests, m_memory, m_notice, [this](auto& list) { apply(list); }, m_host->typing());
        m_shell->lay_out(static_cast<float>(m_width), static_cast<float>(m_height));
        m_shell->map().update(m_session, commands);
        apply(commands);
        m_window.clear(m_host->panel_colour());
        m_shell->map().draw(m_window, m_session);
        m_host->end_frame();
        m_window.display();
    }

    /// Returns false at the end of measuring.
    bool measured(Milliseconds took) {
        if (!m_measure->started()) {
            if (!m_shell->map().complete()) return true;
            m_measure->first_frame(process_age_ms());
            std::vector<Command> commands;
            m_measure->drive(m_session, m_shell->map(), commands);
            apply(commands);
            return true;
        }
        m_measure->frame(took);
        if (!m_measure->done()) return true;
        std::printf("%s\n", m_measure->json().c_str());
        std::fflush(stdout);
        return false;
    }

    void remember() {
        auto& s = settings();
        if (m_options.measure_s) return;
        if (!m_options.size) {
            s.window_width = m_width;
            s.window_height = m_height;
        }
        if (!m_memory.hints) s.hints_seen = true;
        try {
            write_settings(s, settings_file());
        } catch (const FileError& error) {
            std::fprintf(stderr, "theatrum: %s\n", error.what());
        }
    }

    WindowOptions m_options;
    DataFolders m_data;
    LoadedSettings m_loaded;
    Signal m_news;
    Session m_session;
    sf::RenderWindow m_window;
    double m_scale = 1;
    int m_width = 0, m_height = 0;
    std::unique_ptr<ImGuiHost> m_host;
    std::unique_ptr<Exchange> m_exchange;
    std::unique_ptr<Shell> m_shell;
    PanelMemory m_memory;
    WindowRequests m_requests;
    FileWatch m_watch;
    std::unique_ptr<LiveWorker> m_live; ///< once a feed is listened to
    std::vector<LiveFeed> m_feeds_sent;
    unsigned m_wish_sent = 0;
    std::set<std::string> m_unusual_names;
    std::future<Reading> m_reading;
    bool m_anew = false;                                ///< m_reading is to be opened, not brought up to date
    std::optional<std::pair<std::string, bool>> m_then; ///< name and whether anew: to be read next
    std::shared_ptr<const assets::Scenario> m_shown;
    std::string m_name, m_notice; ///< notice: what the last command that said something said
    Clock::time_point m_noted{};
    SessionLog m_log;
    std::optional<Measure> m_measure;
    int m_dirty = settle_frames;
};

} // namespace

std::string window_problem() {
    return render::why_no_display().value_or("");
}

void run_window(const WindowOptions& options, const DataFolders& data) {
    give_large_blocks_back();
    Window{options, data}.run();
}

} // namespace app
