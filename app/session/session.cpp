#include "app/session/session.hpp"

#include "app/base/errors.hpp"
#include "app/base/nearest.hpp"
#include "app/figure/export_request.hpp"
#include "app/figure/figure_snapshot.hpp"
#include "app/scenario/open_scenario.hpp"
#include "assets/formats/registry/registry.hpp"
#include "geo/earth/geodesic.hpp"
#include "render/map/layer_list.hpp"

#include <algorithm>

namespace app {

namespace {

const std::vector<std::string> name_languages{"en", "ko", "ja", "zh"};

std::vector<std::string> theme_names(const DataFolders& data) {
    std::vector<std::string> names;
    std::error_code failed;
    for (const auto& entry : std::filesystem::directory_iterator(data.style().themes, failed))
        if (entry.path().extension() == ".toml") names.push_back(entry.path().stem().string());
    std::sort(names.begin(), names.end());
    return names;
}

bool holds(const std::vector<std::string>& words, const std::string& word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// The first and last moment that anything in it speaks of; what has no end does not count as one.
struct Span {
    assets::Instant first = assets::far_future, last = assets::Instant::min();
    void add(assets::Instant t) {
        if (t >= assets::far_future) return;
        first = std::min(first, t);
        last = std::max(last, t);
    }
};

Span span_of(const assets::Scenario& scenario) {
    Span span;
    for (const auto& fix : scenario.fixes) {
        span.add(fix.from);
        span.add(fix.measured_end());
    }
    for (const auto& deployment : scenario.deployments) {
        span.add(deployment.from);
        if (deployment.to) span.add(assets::measured_end(deployment.from, *deployment.to));
    }
    if (span.last < span.first)
        for (const auto& event : scenario.events) {
            span.add(event.from);
            span.add(assets::measured_end(event.from, event.to));
        }
    if (span.last < span.first) span.first = span.last = scenario.data_to_day.value_or(assets::Instant{});
    return span;
}

} // namespace

Session::Session(DataFolders data)
    : m_data{std::move(data)}, m_projection{geo::Projection::make(m_view.projection, m_view.projection_centre)} {
    m_view.width_km = 36'000; // the whole Earth
}

void Session::apply(const Command& command) {
    m_message.clear();
    try {
        carry_out(command);
    } catch (const std::runtime_error& error) { // UsageError, FileError, geo::ProjectionError ...
        m_message = error.what();
    }
}

void Session::carry_out(const Command& command) {
    std::visit([this](const auto& c) { on(c); }, command);
}

bool Session::advance(std::chrono::duration<double> passed) {
    const bool was_playing = m_time.playing();
    const bool moved = m_time.advance(passed);
    if (moved) time_changed();
    if (m_live && was_playing && !m_time.playing() && m_time.at() == m_time.end()) { // caught up
        m_follows = true;
        wish_changed();
    }
    return moved || was_playing != m_time.playing();
}

const assets::Scenario& Session::open() const {
    if (m_base == nullptr) throw UsageError{"no scenario is open"};
    return *m_base;
}

void Session::base_changed() noexcept {
    ++m_base_version;
    overlay_changed();
}

void Session::overlay_changed() noexcept {
    ++m_overlay_version;
}

void Session::time_changed() {
    wish_changed();
    if (m_picture) return; // what is shown changes when its picture comes
    m_snapshot.reset();
    overlay_changed();
}

void Session::wish_changed() noexcept {
    ++m_wish_version;
}

// --- opening ---

void Session::adopt(Reading reading) {
    const bool too_late = !m_name.empty() && reading.name != m_name;
    if (too_late) return;
    if (m_scenario == nullptr) return adopt_new(std::move(reading));
    m_message.clear();
    if (reading.atlas != nullptr) m_atlas = reading.atlas;
    try {
        take_again(std::move(reading));
    } catch (const std::runtime_error& error) {
        m_message = error.what();
    }
}

void Session::adopt_new(Reading reading) {
    m_message.clear();
    if (reading.atlas != nullptr) m_atlas = reading.atlas;
    try {
        take_new(std::move(reading));
    } catch (const std::runtime_error& error) {
        m_message = error.what();
    }
}

void Session::take_new(Reading&& reading) {
    if (!reading.failure.empty()) throw UsageError{reading.failure};
    const std::string wrong = first_error(reading.report.issues);
    if (reading.loaded.scenario == nullptr) {
        if (m_scenario != nullptr) throw UsageError{wrong + "; it was not opened"};
        // Nothing else is open: its complaints are shown, and it opens once they are seen to.
        m_name = std::move(reading.name);
        m_report = std::move(reading.report);
        m_broken = true;
        m_complaint = wrong;
        throw UsageError{wrong};
    }
    m_name = std::move(reading.name);
    show(std::move(reading.loaded.scenario));
    m_words = std::move(reading.words);
    m_report = std::move(reading.report);
    m_broken = false;
    m_complaint.clear();
    m_selection = {};
    m_hidden_assets.clear();
    m_hidden_zones.clear();
    m_ruler.clear();
    m_rings_centre.reset();
    m_rings_km.clear();
    m_undo.clear();
    m_time = {};
    set_time();
    set_style_from_scenario();
    base_changed();
    look_as_scenario_says();
}

void Session::take_again(Reading&& reading) {
    const std::string wrong = reading.failure.empty() ? first_error(reading.report.issues) : reading.failure;
    if (reading.loaded.scenario == nullptr) {
        m_report = std::move(reading.report);
        m_broken = true;
        m_complaint = wrong;
        throw UsageError{wrong + "; the map shows the last version without errors"};
    }
    const auto before = m_base;
    show(std::move(reading.loaded.scenario));
    m_words = std::move(reading.words);
    m_report = std::move(reading.report);
    m_broken = false;
    m_complaint.clear();
    // What feeds brought is not in it, and will be there again in a moment.
    if (!m_live) std::erase_if(m_hidden_assets, [&](const auto& id) { return m_scenario->asset(id) == nullptr; });
    std::erase_if(m_hidden_zones, [&](const std::string& id) { return m_scenario->zone(id) == nullptr; });
    if (!exists(m_selection) && !(m_live && m_selection.kind == "asset")) m_selection = {};
    set_time();
    // What the window was set to stays, unless the author has just changed it in the file.
    const auto &was = before->view, &is = m_base->view;
    if (was.theme != is.theme || was.names != is.names || was.symbols != is.symbols) set_style_from_scenario();
    base_changed();
    if (was.projection != is.projection || was.centre != is.centre || was.width_km != is.width_km)
        look_as_scenario_says();
}

void Session::show(std::shared_ptr<const assets::Scenario> scenario) {
    m_base = std::move(scenario);
    m_scenario = m_base;
    m_timeline = std::make_unique<assets::Timeline>(m_base);
    m_picture.reset();
    m_snapshot.reset();
    take_declared_feeds();
}

void Session::set_time() {
    const auto& scenario = *m_base;
    const Span span = span_of(scenario);
    std::vector<assets::Instant> events;
    for (const auto& event : scenario.events)
        events.push_back(event.from);
    const bool kept = m_time.start() < m_time.end();
    auto start = scenario.start.value_or(span.first);
    auto end = scenario.end ? assets::measured_end(start, *scenario.end) : span.last;
    if (m_news && m_news->first) { // what was heard stays within reach
        start = std::min(start, *m_news->first);
        end = std::max(end, m_news->now);
    }
    auto at = end;
    if (kept)
        at = m_time.at();
    else if (scenario.end || !scenario.fixes.empty())
        at = resolve_instant(std::nullopt, scenario);
    TimeControl time{start, end, std::move(events), at};
    // A recording of minutes or hours would be over at once: it takes a minute.
    const std::chrono::duration<double, std::ratio<86'400>> days = end - start;
    if (days.count() < 3) time.set_days_per_second(days.count() / 60);
    if (m_live) time.set_days_per_second(live_days_per_second);
    if (kept) {
        time.set_looping(m_time.looping());
        time.set_days_per_second(m_time.days_per_second());
        if (m_time.playing() && time.at() < time.end()) time.set_playing(true);
    }
    m_time = std::move(time);
    time_changed();
}

void Session::set_style_from_scenario() {
    const auto& view = m_scenario->view;
    m_theme = holds(theme_names(m_data), view.theme) ? view.theme : "article";
    m_names = holds(name_languages, view.names) ? view.names : "en";
    m_dots = view.symbols == "dot";
}

void Session::on(const OpenScenario& c) {
    Reading reading = read_for_session(c.name, m_data, m_atlas);
    if (reading.atlas != nullptr) m_atlas = reading.atlas;
    // Asked for by name it is opened from the beginning, also when it is open already.
    take_new(std::move(reading));
}

void Session::on(const ReloadScenario&) {
    if (m_name.empty()) throw UsageError{"no scenario is open"};
    Reading reading = read_for_session(m_name, m_data, m_atlas);
    if (m_scenario != nullptr)
        take_again(std::move(reading));
    else
        take_new(std::move(reading));
}

std::vector<std::filesystem::path> Session::watched_files() const {
    if (m_name.empty()) return {};
    std::set<std::filesystem::path> files;
    const auto path = scenario_path(m_name, m_data);
    std::error_code failed;
    const auto folder = std::filesystem::is_directory(path, failed) ? path : path.parent_path();
    if (folder != path) files.insert(path);
    for (const auto name : assets::FormatRegistry::standard().companions(path))
        files.insert(folder / name);
    if (m_scenario != nullptr)
        for (const auto& name : m_scenario->files)
            files.insert(folder / name);
    return {files.begin(), files.end()};
}

// --- time ---

const std::shared_ptr<const assets::Snapshot>& Session::shared_snapshot() const {
    if (m_picture) return m_picture->snapshot;
    if (!m_snapshot) {
        assets::Snapshot now;
        now.at = m_time.at();
        if (m_timeline != nullptr) now = figure_snapshot(*m_timeline, figure());
        m_snapshot = std::make_shared<const assets::Snapshot>(std::move(now));
    }
    return m_snapshot;
}

void Session::on(const GoToTime& c) {
    m_time.go_to(c.at);
    moved_by_hand();
}

void Session::on(const SetPlaying& c) {
    if (c.on && m_live && m_follows) {
        // From now on there is nothing to play yet: what was heard last is played again.
        m_time.go_to(std::max(m_time.start(), m_time.end() - std::chrono::minutes{30}));
    }
    m_time.set_playing(c.on);
    moved_by_hand(); // from the end it begins at the start
}

void Session::on(const SetLooping& c) {
    m_time.set_looping(c.on);
}

void Session::on(const SetSpeed& c) {
    m_time.set_days_per_second(c.days_per_second);
}

void Session::on(const StepEvent& c) {
    m_time.step_event(c.direction);
    moved_by_hand();
}

void Session::on(const StepTime& c) {
    m_time.step(c.by);
    moved_by_hand();
}

// --- what is shown ---

bool Session::exists(const Selection& s) const {
    if (s.id.empty() || m_scenario == nullptr) return false;
    const auto has_id = [&](const auto& things) {
        return std::any_of(things.begin(), things.end(), [&](const auto& thing) { return thing.id == s.id; });
    };
    if (s.kind == "asset") return m_scenario->asset(s.id) != nullptr;
    if (s.kind == "zone") return m_scenario->zone(s.id) != nullptr;
    if (s.kind == "event") return has_id(m_scenario->events);
    const geo::Atlas* atlas = m_scenario->atlas.get();
    if (s.kind == "place")
        return has_id(m_scenario->places) || (atlas != nullptr && atlas->gazetteer.by_id(s.id) != nullptr);
    if (s.kind == "sea") return atlas != nullptr && atlas->seas.by_id(s.id) != nullptr;
    return false;
}

void Session::on(const Select& c) {
    const Selection wanted = c.id.empty() ? Selection{} : Selection{c.kind, c.id};
    if (!c.id.empty() && !exists(wanted)) throw UsageError{"there is no " + c.kind + " '" + c.id + "'"};
    m_selection = wanted;
    wish_changed(); // what is selected is always there
    if (m_live) overlay_changed();
}

void Session::on(const ShowAsset& c) {
    static_cast<void>(open());
    if (m_scenario->asset(c.id) == nullptr) throw UsageError{"there is no asset '" + c.id + "'"};
    if (c.on)
        m_hidden_assets.erase(c.id);
    else
        m_hidden_assets.insert(c.id);
    overlay_changed();
}

void Session::on(const ShowCountry& c) {
    bool any = false;
    static_cast<void>(open());
    for (const auto& asset : m_scenario->assets) {
        if (asset.country != c.country) continue;
        any = true;
        if (c.on)
            m_hidden_assets.erase(asset.id);
        else
            m_hidden_assets.insert(asset.id);
    }
    if (!any) throw UsageError{"no asset is of country '" + c.country + "'"};
    overlay_changed();
}

void Session::on(const ShowZone& c) {
    if (open().zone(c.id) == nullptr) throw UsageError{"there is no zone '" + c.id + "'"};
    if (c.on)
        m_hidden_zones.erase(c.id);
    else
        m_hidden_zones.insert(c.id);
    time_changed(); // zones are part of the snapshot
}

void Session::on(const ShowLayer& c) {
    std::vector<std::string> known = render::layer_names();
    known.insert(known.end(), render::furniture_names().begin(), render::furniture_names().end());
    if (!holds(known, c.name)) throw UsageError{"there is no layer '" + c.name + "'" + did_you_mean(c.name, known)};
    m_hidden_layers.erase(c.name);
    m_shown_layers.erase(c.name);
    if (c.on && !render::shown_by_default(c.name)) m_shown_layers.insert(c.name);
    if (!c.on && render::shown_by_default(c.name)) m_hidden_layers.insert(c.name);
    if (c.name == "coverage") time_changed(); // part of the snapshot
    if (render::is_ground_layer(c.name))
        base_changed();
    else
        overlay_changed();
}

bool Session::asset_shown(const std::string& id) const {
    return !m_hidden_assets.contains(id);
}

bool Session::zone_shown(const std::string& id) const {
    return !m_hidden_zones.contains(id);
}

bool Session::layer_shown(const std::string& name) const {
    return !m_hidden_layers.contains(name) && (m_shown_layers.contains(name) || render::shown_by_default(name));
}

void Session::on(const SetTheme& c) {
    const auto known = theme_names(m_data);
    if (!holds(known, c.name)) throw UsageError{"there is no theme '" + c.name + "'" + did_you_mean(c.name, known)};
    if (m_theme == c.name) return;
    m_theme = c.name;
    base_changed();
}

void Session::on(const SetNames& c) {
    if (!holds(name_languages, c.language))
        throw UsageError{"there are no names in '" + c.language + "'; there are in en, ko, ja and zh"};
    if (m_names == c.language) return;
    m_names = c.language;
    overlay_changed();
}

void Session::on(const SetSymbols& c) {
    if (m_dots == c.dots) return;
    m_dots = c.dots;
    overlay_changed();
}

// --- reports ---

bool Session::is_builtin() const {
    if (m_name.rfind("builtin:", 0) == 0) return true;
    std::error_code failed;
    const auto shipped = std::filesystem::weakly_canonical(m_data.scenarios(), failed);
    const auto opened = std::filesystem::weakly_canonical(m_name, failed);
    return std::mismatch(shipped.begin(), shipped.end(), opened.begin(), opened.end()).first == shipped.end();
}

bool Session::can_add_report() const {
    return m_scenario != nullptr && !m_broken && !is_builtin() && !m_scenario->recording;
}

void Session::on(const AddReport& c) {
    const auto& scenario = open();
    if (is_builtin())
        throw UsageError{"the built-in scenario cannot be changed; make it yours first with \"Save a copy\""};
    if (m_broken) throw UsageError{"the scenario's files have errors; they come first: " + m_complaint};
    if (scenario.recording) throw UsageError{"a recording is evidence of what was received: nothing is added to it"};
    FileChange change = add_report(c, scenario, scenario_path(m_name, m_data));
    m_undo.push_back(std::move(change));
    on(ReloadScenario{});
}

void Session::on(const UndoReport&) {
    if (m_undo.empty()) throw UsageError{"there is no report to take back"};
    // What cannot be taken back now cannot be later either: the file has been changed by someone else.
    const FileChange change = std::move(m_undo.back());
    m_undo.pop_back();
    try {
        undo(change);
    } catch (const UsageError&) {
        m_undo.clear();
        throw;
    }
    on(ReloadScenario{});
}

void Session::on(const SaveCopy& c) {
    if (open().recording) throw UsageError{"a recording is one file; copy that"};
    const auto copy = copy_scenario(open(), scenario_path(m_name, m_data), c.folder);
    const auto at = m_time.at();
    on(OpenScenario{copy.string()});
    on(GoToTime{at});
}

} // namespace app
