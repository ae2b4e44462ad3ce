#include "app/gui/window/window.hpp"

#include "app/base/errors.hpp"
#include "app/base/latest_job.hpp"
#include "app/gui/host/exchange.hpp"
#include "app/gui/host/imgui_host.hpp"
#include "app/gui/window/event_queue.hpp"
#include "app/gui/window/heap.hpp"
#include "app/gui/window/measure.hpp"
#include "app/gui/window/session_log.hpp"
#include "app/gui/window/shell.hpp"
#include "app/live/live_worker.hpp"
#include "app/session/document/file_watch.hpp"
#include "render/map/layer_list.hpp"
#include "render/sfml/display.hpp"

#include <algorithm>
#include <chrono>
#include <clocale>
#include <cstdio>
#include <deque>
#include <map>
#include <set>
#include <utility>

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
constexpr std::size_t max_new_name_bytes = 4'000; ///< of names whose glyphs are added to the fonts at once
constexpr int tab_frames = 4;                     ///< frames after Tab until a field takes what is typed
constexpr int settle_frames = 3; ///< frames after an event, because Dear ImGui needs one or two to settle

/// All texts of the scenario that the window may show, for its fonts.
std::string words_of(const Session& session) {
    std::string out;
    if (!session.scenario()) return out;
    const auto& s = *session.document().base();
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
        out += place.name + place.names.ko + place.names.ja + place.names.zh;
    return out;
}

/// "canada-2024 - Canada in the Indo-Pacific, 2024 - Theatrum": the folder or file comes first, because several maps
/// may have the same title.
std::string window_title(const Document& document) {
    const auto path = document.path().lexically_normal();
    std::string title = (path.filename().empty() ? path.parent_path() : path).filename().string();
    if (const auto& scenario = document.base(); scenario && !scenario->title.empty()) title += " - " + scenario->title;
    return title + " - Theatrum";
}

class Window {
public:
    Window(const WindowOptions& options, const DataFolders& data)
        : m_options{options}, m_data{data}, m_loaded{read_settings(settings_file())}, m_session{data} {
        open_scenario();
        open_feeds();
        open_window();
        const double scale = m_scale;
        m_host = std::make_unique<ImGuiHost>(m_window, static_cast<float>(scale), m_signal);
        m_exchange = std::make_unique<DesktopExchange>(m_window.getSystemHandle());
        m_shell = std::make_unique<Shell>(m_signal, m_data, std::make_shared<const render::Composer>(m_data.style()),
                                          scale, settings());
        m_memory.recent = settings().recent_files;
        m_memory.manual.pages = manual_pages(m_data.manual());
        m_memory.hints = !settings().hints_seen && !options.measure_s;
        if (options.session_log) m_log = SessionLog{*options.session_log};
        if (options.measure_s) m_measure.emplace(std::chrono::duration<double>{*options.measure_s});
        show_scenario();
    }

    void run() {
        EventQueue events{m_window};
        auto last = Clock::now(), drawn = last;
        while (m_window.isOpen() && !may_quit()) {
            const auto begin = Clock::now();
            if (m_measure) m_measure->events_polled();
            if (m_events.empty()) { // else a press would come into the same frame as its release
                const auto arrived = events.take();
                m_events.insert(m_events.end(), arrived.begin(), arrived.end());
            }
            handle_events();
            m_frames_due = std::max(m_frames_due, m_frames_after_tab);
            const auto now = Clock::now();
            advance(now - last);
            last = now;
            if (m_measure && m_measure->started()) m_frames_due = 1;
            poll_workers_and_files();
            if (!m_notice.empty() && now - m_notice_since > notice_time) {
                m_notice.clear();
                m_frames_due = std::max(m_frames_due, 1);
            }
            if (m_host->typing() && now - drawn > caret_wait) m_frames_due = std::max(m_frames_due, 1);
            if (m_frames_due > 0 && m_window.isOpen()) {
                --m_frames_due;
                frame(now - drawn);
                drawn = now;
                if (m_measure) {
                    glFinish();
                    if (!record_frame(Clock::now() - begin)) return;
                }
            }
            m_log.note(m_session, m_shell->map(), m_message, m_notice);
            if (m_measure && m_measure->started()) continue;
            // 60 frames per second are enough while something moves.
            constexpr std::chrono::milliseconds frame_time{16};
            const auto spent = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - begin);
            if (events.waiting() || !m_events.empty()) continue;
            if (m_frames_due == 0)
                m_signal.wait(idle_wait);
            else if (spent < frame_time)
                m_signal.wait(frame_time - spent);
        }
        save_settings();
    }

private:
    [[nodiscard]] Settings& settings() noexcept { return m_loaded.settings; }

    void open_scenario() {
        // There is no window yet, so waiting is fine.
        const auto opened = apply_and_wait(m_session, OpenScenario{m_options.scenario});
        // A scenario with errors opens the window with the list of them; nothing at all could be read otherwise.
        if (!m_session.scenario() && !m_session.document().broken()) throw UsageError{opened.sentence};
        if (opened.is_refused()) set_notice(opened.sentence, true);
        if (m_options.at) {
            std::string error;
            const auto at = assets::parse_instant_argument(*m_options.at, error);
            if (!at) throw UsageError{"--at: " + error};
            if (m_session.scenario()) m_session.apply(GoToTime{*at});
        }
        if (m_options.theme) {
            const auto set = m_session.apply(SetTheme{*m_options.theme});
            if (set.is_refused()) throw UsageError{"--theme: " + set.sentence};
        }
        apply_theme();
        apply_layers();
    }

    /// The theme of the command line, or the one that the user chose last.
    void apply_theme() {
        const auto& theme = m_options.theme ? *m_options.theme : settings().theme;
        if (!theme.empty()) m_session.apply(SetTheme{theme});
    }

    /// Applies the layers that the user has switched before. Layers that this version does not have are left out.
    void apply_layers() {
        for (const auto& [name, on] : settings().layers)
            if (render::is_drawable(name) && m_session.view().layer_shown(name) != on)
                m_session.apply(ShowLayer{name, on});
    }

    /// Keeps what the user has chosen for the next start.
    void remember(const Command& command) {
        if (const auto* theme = std::get_if<SetTheme>(&command)) settings().theme = theme->name;
        if (const auto* layer = std::get_if<ShowLayer>(&command)) settings().layers[layer->name] = layer->on;
    }

    /// Selects the first asset with reports, whose story the inspector then tells.
    void select_first_asset() {
        const auto& scenario = m_session.document().base();
        if (!scenario || m_options.measure_s) return;
        for (assets::AssetIndex i = 0; i < scenario->assets.size(); ++i)
            if (!scenario->fixes_of(i).empty()) {
                m_session.apply(Select{"asset", scenario->assets[i].id});
                return;
            }
    }

    /// Plays. The next step waits until the picture of the last one is on the screen; it then makes up for the time
    /// that has passed, up to a second.
    void advance(std::chrono::duration<double> passed) {
        constexpr std::chrono::duration<double> longest_step{1};
        m_unplayed = std::min(m_unplayed + passed, longest_step);
        const auto& time = m_session.playhead().time();
        // While feeds are on, the contacts at the time come from another thread, and their picture from a third.
        const bool is_known = !m_session.live().snapshot() || m_session.shown_at() == time.at();
        if (time.playing() && !(is_known && m_shell->map().shows_time())) return;
        if (m_session.advance(std::exchange(m_unplayed, {}))) m_frames_due = std::max(m_frames_due, 1);
    }

    void open_feeds() {
        for (const auto& url : m_options.feeds) {
            const auto added = m_session.apply(AddFeed{LiveFeed{.url = url, .name = {}}});
            if (added.is_refused())
                throw UsageError{"--feed: " +
                                 (m_session.scenario() ? added.sentence : m_session.document().complaint())};
        }
        if (m_options.at && !m_options.feeds.empty()) m_session.apply(GoToTime{m_session.playhead().time().at()});
    }

    void open_window() {
        if (const auto problem = render::why_no_display()) throw FileError{"no window: " + *problem};
        render::exit_when_display_is_lost();
        // SFML's input method needs the user's locale. Only LC_CTYPE is set, so that numbers stay as in C.
        std::setlocale(LC_CTYPE, "");
        m_scale = m_options.ui_scale.value_or(settings().ui_scale > 0 ? settings().ui_scale : render::display_scale());
        auto width = settings().window_width, height = settings().window_height;
        if (m_options.size) std::tie(width, height) = *m_options.size;
        if (!m_options.size) {
            const auto screen = sf::VideoMode::getDesktopMode();
            width = std::min(width, static_cast<int>(screen.width));
            height = std::min(height, static_cast<int>(screen.height));
        }
        sf::err().rdbuf(nullptr); // SFML would print harmless warnings; real failures are reported below
        m_window.create({static_cast<unsigned>(width), static_cast<unsigned>(height)}, "Theatrum", sf::Style::Default,
                        sf::ContextSettings{0, 0, 0, 2, 1});
        const auto gl = m_window.getSettings();
        if (!m_window.isOpen() || gl.majorVersion < 2 || (gl.majorVersion == 2 && gl.minorVersion < 1))
            throw FileError{
                fmt::format("the window needs OpenGL 2.1, but this display has {}.{}; try LIBGL_ALWAYS_SOFTWARE=1",
                            gl.majorVersion, gl.minorVersion)};
        m_window.setKeyRepeatEnabled(true);
        // Without a window manager, SFML would place part of the window outside the screen.
        const auto screen = sf::VideoMode::getDesktopMode();
        m_window.setPosition({std::max(0, (static_cast<int>(screen.width) - width) / 2),
                              std::max(0, (static_cast<int>(screen.height) - height) / 2)});
        m_width = width;
        m_height = height;
    }

    /// Handles the events that arrived, up to the second change of a mouse button. Dear ImGui sees the buttons once a
    /// frame, so that a press and its release need a frame each; a slow frame would lose the click.
    void handle_events() {
        using enum sf::Event::EventType;
        for (bool changed = false; !m_events.empty(); m_events.pop_front()) {
            const auto type = m_events.front().type;
            // Dear ImGui gives the next field the keyboard some frames after Tab; what is typed sooner must not be
            // lost.
            const bool tab = type == KeyPressed && m_events.front().key.code == sf::Keyboard::Tab;
            if (m_frames_after_tab > 0 && !tab && (type == KeyPressed || type == TextEntered)) return;
            const bool button = type == MouseButtonPressed || type == MouseButtonReleased;
            if (changed && (button || type == MouseMoved)) return;
            changed = changed || button;
            handle(m_events.front());
            if (tab) m_frames_after_tab = tab_frames;
        }
    }

    void handle(const sf::Event& event) {
        m_host->handle(event);
        m_frames_due = settle_frames;
        if (event.type == sf::Event::Closed) m_requests.quit = true;
        if (event.type == sf::Event::Resized) {
            m_width = static_cast<int>(event.size.width);
            m_height = static_cast<int>(event.size.height);
        }
    }

    /// Updates the title, the fonts and the watched files after a scenario was opened or reloaded.
    void show_scenario() {
        const auto& document = m_session.document();
        const auto& scenario = document.base();
        m_watch.watch(document.watched_files()); // findings name files too
        if (scenario == m_shown && document.name() == m_name) return;
        m_shown = scenario;
        m_host->add_glyphs(words_of(m_session) + document.path().string());
        for (const auto& finding : document.check_result().findings)
            m_host->add_glyphs(finding.message);
        for (const auto& name : m_memory.recent)
            m_host->add_glyphs(name);
        const std::string title = window_title(document);
        m_window.setTitle(sf::String::fromUtf8(title.begin(), title.end()));
        if (!scenario) m_memory.problems.show = true;
        if (document.name() != m_name) {
            m_name = document.name();
            select_first_asset();
            settings().add_recent(m_name);
            m_memory.recent = settings().recent_files;
        }
        m_frames_due = settle_frames;
    }

    /// Takes the results of all other threads and requests new work from them.
    void poll_workers_and_files() {
        Requests commands;
        m_shell->lay_out(static_cast<float>(m_width), static_cast<float>(m_height));
        if (m_shell->map().update(m_session, commands)) m_frames_due = std::max(m_frames_due, 1);
        if (m_shell->poll(m_requests)) m_frames_due = std::max(m_frames_due, 1);
        if (!m_requests.glyphs.empty()) m_host->add_glyphs(std::exchange(m_requests.glyphs, {}));
        if (m_host->update_fonts()) m_frames_due = settle_frames;
        poll_feeds();
        apply(commands);
        if (!m_requests.notice.empty()) set_notice(std::exchange(m_requests.notice, {}));
        if (const auto dropped = m_exchange->poll()) send(OpenScenario{*dropped});
        if (!m_requests.copy_png.empty()) {
            if (!m_exchange->offer_png(std::exchange(m_requests.copy_png, {})))
                set_notice("The clipboard is not available. Export a file instead.");
            m_frames_due = settle_frames;
        }
        poll_files();
    }

    /// Passes file jobs of the session to the file thread, and results of that thread to the session.
    void poll_files() {
        if (auto result = m_files.take()) {
            m_reading.reset();
            finish_pending(m_session.adopt(std::move(*result)));
        }
        if (!m_session.files_busy() && m_watch.changed()) send(ReloadScenario{});
        if (auto job = m_session.take_file_job()) {
            m_reading = job->control;
            m_files.ask(std::move(*job));
        }
        if (std::exchange(m_requests.stop_reading, false) && m_reading) m_reading->stop = true;
        const int percent = m_reading ? m_reading->percent.load() : -1;
        if (std::exchange(m_memory.reading_percent, percent) != percent) m_frames_due = std::max(m_frames_due, 1);
    }

    /// Passes requests of the session to the thread that listens to feeds, and results of that thread to the session.
    void poll_feeds() {
        if (!m_session.live().is_live()) {
            if (m_live) forget_feeds();
            return;
        }
        if (!m_live) m_live = std::make_unique<LiveWorker>([this] { m_signal.raise(); });
        if (m_session.request_version() != m_request_version_sent) {
            m_request_version_sent = m_session.request_version();
            if (m_session.live().feeds() != m_feeds_sent) {
                m_feeds_sent = m_session.live().feeds();
                m_live->listen(m_feeds_sent);
            }
            m_live->request(m_session.live_request());
        }
        if (auto base = m_session.take_record_request()) m_live->record(std::move(*base));
        if (auto request = m_session.take_freeze_request()) {
            const auto& map = m_shell->map();
            request->shown = {m_session.view().middle(),
                              *figure_for_export(m_session, map.area().w / map.px_per_mm()).width_km};
            m_live->freeze(std::move(*request));
        }
        if (auto status = m_live->take_status()) {
            if (status->alerts && status->alerts->back().number > m_alerts_told) {
                const Alert& newest = status->alerts->back();
                const auto others = newest.number - m_alerts_told - 1;
                set_notice("Alert: " + newest.title + (others > 0 ? fmt::format(", and {} more", others) : ""));
                m_alerts_told = newest.number;
            }
            m_session.adopt(std::move(*status));
            m_frames_due = std::max(m_frames_due, 1);
        }
        if (auto snapshot = m_live->take_snapshot()) {
            m_session.adopt(std::move(*snapshot));
            add_contact_glyphs();
            m_frames_due = std::max(m_frames_due, 1);
        }
        if (auto frozen = m_live->take_freeze_result()) {
            finish_pending(m_session.adopt(*frozen));
        }
    }

    /// Ends the thread that listens. The next feed begins without the contacts of the former ones.
    void forget_feeds() {
        m_live.reset();
        m_feeds_sent.clear();
        m_alerts_told = 0;
    }

    /// Adds the characters of new contacts' names to the fonts of the panels.
    void add_contact_glyphs() {
        if (!m_session.scenario()) return;
        const auto& scenario = *m_session.scenario();
        std::string new_names;
        for (auto i = std::min<std::size_t>(scenario.first_feed_asset, scenario.assets.size());
             i < scenario.assets.size() && new_names.size() < max_new_name_bytes; ++i) {
            const auto& name = scenario.assets[i].name;
            const bool ascii =
                std::all_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
            if (!ascii && m_non_ascii_names.insert(name).second) new_names += name;
        }
        m_host->add_glyphs(new_names);
    }

    /// Whether the user wants to quit. What was heard and not kept is asked about first.
    [[nodiscard]] bool may_quit() {
        if (!m_requests.quit) return false;
        if (m_requests.quit_anyway || m_options.measure_s || m_session.live().unkept() == 0) return true;
        m_requests.quit = false;
        m_memory.to_open.clear();
        m_requests.ask_quit = true;
        m_frames_due = settle_frames;
        return false;
    }

    /// Whether another scenario would lose what was heard and not kept; the user is then asked.
    [[nodiscard]] bool asks_before(const Command& command) {
        const auto* opening = std::get_if<OpenScenario>(&command);
        if (opening == nullptr || opening->may_drop_heard || m_session.live().unkept() == 0) return false;
        m_memory.to_open = opening->name;
        m_requests.ask_quit = true;
        return true;
    }

    void send(Command command) {
        Requests one{Request{std::move(command)}};
        apply(one);
    }

    void apply(Requests& requests) {
        if (requests.empty()) return;
        for (auto& request : requests) {
            if (asks_before(request.command)) continue;
            const auto outcome = m_session.apply(request.command);
            request.answer(outcome);
            const bool pan = std::holds_alternative<LookAt>(request.command);
            // The file watch may have sent a reload; any other command shows that the user has found one.
            const bool reload = std::holds_alternative<ReloadScenario>(request.command);
            if (!pan && !reload) m_memory.hints = false;
            m_message = outcome.sentence;
            const auto* opening = std::get_if<OpenScenario>(&request.command);
            if (opening != nullptr && outcome.is_pending()) set_notice("Opening " + opening->name);
            // A pan or a pending command without a sentence leaves the notice as it is.
            if (!outcome.sentence.empty() || !(pan || outcome.is_pending()))
                set_notice(outcome.sentence, outcome.is_refused());
            if (!outcome.is_refused()) remember(request.command);
            if (outcome.is_pending()) m_pending.emplace(outcome.number, std::move(request));
        }
        requests.clear();
        m_frames_due = std::max(m_frames_due, 1);
    }

    /// Handles the final outcome of a pending command.
    void finish_pending(const Outcome& outcome) {
        bool opened = false, preview = false;
        const auto [first, last] = m_pending.equal_range(outcome.number);
        for (auto pending = first; pending != last; ++pending) {
            pending->second.answer(outcome);
            opened = opened || std::holds_alternative<OpenScenario>(pending->second.command);
            preview = preview || std::holds_alternative<PreviewFix>(pending->second.command);
        }
        m_pending.erase(first, last);
        m_message = outcome.sentence;
        // This outcome replaces "Opening ..." and complaints about files, even when it has no sentence.
        if (!outcome.sentence.empty() || opened || (m_notice_is_refusal && !preview))
            set_notice(outcome.sentence, outcome.is_refused());
        m_frames_due = settle_frames;
        if (opened && !outcome.is_refused()) apply_theme();
        show_scenario();
    }

    void set_notice(const std::string& message, bool is_refusal = false) {
        m_notice = message;
        if (m_host) m_host->add_glyphs(message);
        m_notice_is_refusal = is_refusal;
        m_notice_since = Clock::now();
    }

    void frame(std::chrono::duration<float> since_last) {
        m_frames_after_tab = std::max(0, m_frames_after_tab - 1);
        m_host->set_dark(m_session.view().theme() == "dark");
        Requests commands;
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

    /// Records a frame. Returns false when the measurement has ended.
    bool record_frame(Milliseconds took) {
        if (!m_measure->started()) {
            if (!m_shell->map().complete()) return true;
            m_measure->first_frame(process_age_ms());
            Requests commands;
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

    void save_settings() {
        auto& s = settings();
        if (m_options.measure_s) return;
        if (!m_options.size) {
            s.window_width = m_width;
            s.window_height = m_height;
        }
        if (!m_memory.hints) s.hints_seen = true;
        try {
            write_settings(s, settings_file());
        } catch (const FileError& error) { // an error does not keep the window from closing
            std::fprintf(stderr, "theatrum: %s\n", error.what());
        }
    }

    WindowOptions m_options;
    DataFolders m_data;
    LoadedSettings m_loaded;
    Signal m_signal;
    Session m_session;
    sf::RenderWindow m_window;
    double m_scale = 1;
    int m_width = 0, m_height = 0;
    std::unique_ptr<ImGuiHost> m_host;
    std::unique_ptr<DesktopExchange> m_exchange;
    std::unique_ptr<Shell> m_shell;
    PanelMemory m_memory;
    WindowRequests m_requests;
    FileWatch m_watch;
    std::unique_ptr<LiveWorker> m_live; ///< made when the first feed is added
    std::vector<LiveFeed> m_feeds_sent;
    std::uint64_t m_alerts_told = 0; ///< number of the newest alert that the status bar has named
    unsigned m_request_version_sent = 0;
    std::set<std::string> m_non_ascii_names;
    LatestJob<FileJob, FileResult> m_files{m_signal, [](const FileJob& job, const std::stop_token& stop) {
                                               // Closing the window does not wait for a large file.
                                               const std::stop_callback end{stop, [&] {
                                                                                job.control->stop = true;
                                                                            }};
                                               return carry_out(job);
                                           }};
    std::shared_ptr<geo::ReadControl> m_reading; ///< of the file job that runs; null if none does
    std::multimap<unsigned, Request> m_pending;  ///< by the number of their outcome
    std::shared_ptr<const assets::Scenario> m_shown;
    std::string m_name;
    std::string m_message;            ///< sentence of the newest outcome, often empty
    std::string m_notice;             ///< sentence in the status bar
    bool m_notice_is_refusal = false; ///< the notice says why something was not done
    Clock::time_point m_notice_since{};
    std::chrono::duration<double> m_unplayed{}; ///< time that has passed since the last step while playing
    SessionLog m_log;
    std::optional<Measure> m_measure;
    std::deque<sf::Event> m_events;   ///< arrived and not handled yet
    int m_frames_due = settle_frames; ///< frames to draw before the window rests
    int m_frames_after_tab = 0;       ///< frames to draw before further keys are handled
};

} // namespace

std::string window_problem() {
    return render::why_no_display().value_or("");
}

void run_window(const WindowOptions& options, const DataFolders& data) {
    return_freed_blocks();
    Window{options, data}.run();
}

} // namespace app
