#include "app/session/session.hpp"

#include "app/base/errors.hpp"

#include <algorithm>
#include <filesystem>
#include <type_traits>

#include <fmt/format.h>

namespace app {

namespace {

std::vector<std::string> theme_names(const DataFolders& data) {
    std::vector<std::string> names;
    std::error_code failed;
    for (const auto& entry : std::filesystem::directory_iterator(data.style().themes, failed))
        if (entry.path().extension() == ".toml") names.push_back(entry.path().stem().string());
    std::sort(names.begin(), names.end());
    return names;
}

std::optional<FeedSpan> feed_span(const LiveState& live) {
    // Before the first report nobody knows of what time a feed is: it may be a replay of last year.
    if (!live.status() || !live.status()->first) return std::nullopt;
    return FeedSpan{*live.status()->first, live.status()->now};
}

} // namespace

Session::Session(DataFolders data) : m_data{std::move(data)}, m_view{theme_names(m_data)} {}

Outcome Session::apply(const Command& command) {
    try {
        return std::visit(
            [this](const auto& c) {
                if constexpr (std::is_void_v<decltype(on(c))>) {
                    on(c);
                    return Outcome{};
                } else
                    return on(c);
            },
            command);
    } catch (const std::runtime_error& error) { // the door of the command loop: UsageError, geo::ProjectionError
        return Outcome::refused(error.what());
    }
}

bool Session::advance(std::chrono::duration<double> passed) {
    const auto before = m_playhead.time().at();
    const bool followed = m_playhead.follows_now();
    const bool changed = m_playhead.advance(passed, m_live.is_live());
    if (m_playhead.time().at() != before) time_changed();
    if (m_playhead.follows_now() != followed) request_changed();
    return changed;
}

const assets::Scenario& Session::shown() const {
    static_cast<void>(m_document.scenario());
    return *scenario();
}

const std::shared_ptr<const assets::Scenario>& Session::scenario() const noexcept {
    return m_live.picture() ? m_live.picture()->scenario : m_document.base();
}

const std::shared_ptr<const assets::Snapshot>& Session::shared_snapshot() const {
    if (m_live.picture()) return m_live.picture()->snapshot;
    return m_playhead.snapshot({m_view.visibility().hidden_zones(), m_live.trail(), m_view.layer_shown("coverage")});
}

assets::Instant Session::shown_at() const noexcept {
    return m_live.picture() ? m_live.picture()->at : m_playhead.time().at();
}

unsigned Session::overlay_version() const noexcept {
    return m_view.ground_version() + m_view.overlay_version() + m_overlay_version;
}

void Session::time_changed() {
    request_changed();
    if (!m_live.picture()) overlay_changed(); // else what is shown changes when its picture comes
}

// --- what is open ---

void Session::open(OpenedScenario&& reading) {
    m_document.open(std::move(reading));
    m_view.forget_things();
    show_document(false);
    m_view.style_as_said(m_document.scenario());
    m_view.look_as_said(m_document.scenario(), snapshot(), figure());
}

void Session::reread(OpenedScenario&& reading) {
    const auto before = m_document.base();
    if (before == nullptr) return open(std::move(reading));
    m_document.reread(std::move(reading));
    const auto& scenario = m_document.scenario();
    show_document(true);
    m_view.keep_only(scenario, m_live.is_live());
    // What the window was set to stays, unless the author has just changed it in the file.
    const auto &was = before->view, &is = scenario.view;
    if (was.theme != is.theme || was.names != is.names || was.symbols != is.symbols) m_view.style_as_said(scenario);
    if (was.projection != is.projection || was.centre != is.centre || was.width_km != is.width_km)
        m_view.look_as_said(scenario, snapshot(), figure());
}

void Session::show_document(bool keep_time) {
    m_live.forget_picture();
    m_live.take_declared(m_document.scenario());
    m_playhead.show(m_document.base(), keep_time, feed_span(m_live), m_live.is_live());
    time_changed();
}

// --- files ---

Outcome Session::ask_files(FileTask task) {
    const auto waits = [&](const FileJob& job) {
        return job.task.index() == task.index();
    };
    const auto same = std::find_if(m_jobs.begin(), m_jobs.end(), waits);
    if (same != m_jobs.end()) { // only readings wait while another job is in hand: the newest one wins
        same->task = std::move(task);
        return {Outcome::State::Pending, {}, same->number};
    }
    m_jobs.push_back({++m_last_number, std::move(task), m_data, m_document.atlas()});
    return {Outcome::State::Pending, {}, m_last_number};
}

void Session::require_files_at_rest() const {
    if (m_writing) throw UsageError{"the last change is still being written; try again in a moment"};
}

std::optional<FileJob> Session::take_file_job() {
    if (m_job_in_hand || m_jobs.empty()) return std::nullopt;
    FileJob job = std::move(m_jobs.front());
    m_jobs.pop_front();
    m_job_in_hand = true;
    job.atlas = m_document.atlas(); // a job before it may have opened it
    return job;
}

Outcome Session::on(const OpenScenario& c) {
    return ask_files(ReadNew{c.name});
}

Outcome Session::on(const ReloadScenario&) {
    if (m_document.name().empty()) throw UsageError{"no scenario is open"};
    return ask_files(ReadAgain{m_document.name()});
}

Outcome Session::on(const AddFix& c) {
    m_document.require_changeable();
    require_files_at_rest();
    m_writing = true;
    return ask_files(WriteFix{c, m_document.name(), m_document.path(), m_document.base()});
}

Outcome Session::on(const UndoFix&) {
    require_files_at_rest();
    FileChange newest = m_document.take_newest_change();
    m_writing = true;
    return ask_files(TakeBack{std::move(newest), m_document.name()});
}

Outcome Session::on(const SaveCopy& c) {
    if (m_document.scenario().recording) throw UsageError{"a recording is one file; copy that"};
    require_files_at_rest();
    m_writing = true;
    return ask_files(WriteCopy{m_document.path(), m_document.base(), c.folder});
}

Outcome Session::adopt(FileResult result) {
    m_job_in_hand = false;
    const bool wrote = !std::holds_alternative<ReadNew>(result.task) && !std::holds_alternative<ReadAgain>(result.task);
    if (wrote) m_writing = false;
    const FileTask task = std::move(result.task);
    try {
        std::string sentence = std::visit([&](const auto& t) { return take(t, result); }, task);
        return {Outcome::State::Done, std::move(sentence), result.number};
    } catch (const std::runtime_error& error) { // the same door, for commands whose work was done elsewhere
        return Outcome::refused(error.what(), result.number);
    }
}

std::string Session::take(const ReadNew&, FileResult& result) {
    if (!result.reading) throw UsageError{result.failure};
    open(std::move(*result.reading)); // asked for by name it is opened from the beginning, also when it is open already
    return {};
}

std::string Session::take(const ReadAgain& task, FileResult& result) {
    if (!result.reading) throw UsageError{result.failure};
    const bool too_late = task.name != m_document.name();
    if (!too_late) reread(std::move(*result.reading));
    return {};
}

std::string Session::take(const WriteFix& task, FileResult& result) {
    if (!result.failure.empty()) throw UsageError{result.failure};
    const std::string added = "Added to " + result.change->file.filename().string();
    if (task.name != m_document.name()) return added; // another scenario has been opened meanwhile
    m_document.added(std::move(*result.change));
    try {
        reread(std::move(*result.reading));
    } catch (const std::runtime_error& error) { // written it is; files that broke meanwhile do not undo that
        return added + ". " + error.what();
    }
    return added;
}

std::string Session::take(const TakeBack& task, FileResult& result) {
    const bool same = task.name == m_document.name();
    if (!result.failure.empty()) {
        if (same && result.changed_since)
            m_document.forget_changes();
        else if (same)
            m_document.added(task.change); // can be tried again
        throw UsageError{result.failure};
    }
    if (same) reread(std::move(*result.reading));
    return "Taken out of " + task.change.file.filename().string();
}

std::string Session::take(const WriteCopy& task, FileResult& result) {
    if (!result.failure.empty()) throw UsageError{result.failure};
    const auto at = m_playhead.time().at();
    open(std::move(*result.reading));
    on(GoToTime{at});
    return "Copied to " + task.folder;
}

// --- time ---

void Session::on(const GoToTime& c) {
    m_playhead.go_to(c.at);
    time_changed();
}

void Session::on(const SetPlaying& c) {
    // From now on there is nothing to play yet: what was heard last is played again.
    if (c.on && m_live.is_live() && m_playhead.follows_now())
        m_playhead.replay(std::chrono::minutes{30});
    else
        m_playhead.set_playing(c.on);
    time_changed();
}

void Session::on(const SetLooping& c) {
    m_playhead.set_looping(c.on);
}

void Session::on(const SetSpeed& c) {
    m_playhead.set_days_per_second(c.days_per_second);
}

void Session::on(const StepEvent& c) {
    m_playhead.step_event(c.direction);
    time_changed();
}

void Session::on(const StepTime& c) {
    m_playhead.step(c.by);
    time_changed();
}

// --- what is looked at ---

void Session::on(const Select& c) {
    m_view.select({c.kind, c.id}, scenario().get());
    request_changed(); // what is selected is always there
    if (m_live.is_live()) overlay_changed();
}

void Session::on(const ShowAsset& c) {
    m_view.show_asset(shown(), c.id, c.on);
}

void Session::on(const ShowCountry& c) {
    m_view.show_country(shown(), c.country, c.on);
}

void Session::on(const ShowZone& c) {
    m_view.show_zone(m_document.scenario(), c.id, c.on);
    time_changed(); // zones are part of the snapshot
}

void Session::on(const ShowLayer& c) {
    m_view.show_layer(c.name, c.on);
    if (c.name == "coverage") time_changed(); // part of the snapshot
}

void Session::on(const SetTheme& c) {
    m_view.set_theme(c.name);
}

void Session::on(const SetNames& c) {
    m_view.set_names(c.language);
}

void Session::on(const SetSymbols& c) {
    m_view.set_dots(c.dots);
}

void Session::on(const SetProjection& c) {
    m_view.set_projection(c.definition);
}

void Session::on(const CentreProjection& c) {
    m_view.centre_projection(c.at);
}

void Session::on(const LookAt& c) {
    m_view.look_at(c.centre, c.m_per_mm);
}

void Session::on(const GoTo& c) {
    m_view.go_to(c.at, c.width_km);
}

void Session::on(const FitAll&) {
    m_view.fit(shown(), snapshot(), figure());
}

void Session::on(const ResetView&) {
    m_view.look_as_said(shown(), snapshot(), figure());
}

void Session::on(const RulerAdd& c) {
    m_view.instruments().add_to_ruler(c.at);
}

void Session::on(const RulerClear&) {
    m_view.instruments().clear_ruler();
}

void Session::on(const SetRings& c) {
    m_view.instruments().set_rings(c.centre, c.radii_km);
}

// --- what is heard ---

LiveRequest Session::live_request() const {
    LiveRequest request;
    request.base = m_document.base();
    if (!m_playhead.follows_now()) request.at = m_playhead.time().at();
    request.limits = m_live.age_limits();
    request.marked = m_live.pinned();
    if (m_view.selection().kind == "asset") request.marked.insert(m_view.selection().id);
    request.hidden_zones = m_view.visibility().hidden_zones();
    request.trail = m_live.trail();
    request.coverage = m_view.layer_shown("coverage");
    return request;
}

void Session::adopt(LiveStatus status) {
    m_live.update(std::move(status));
    if (const auto span = feed_span(m_live)) m_playhead.update(*span);
}

void Session::adopt(LiveSnapshot picture) {
    if (!m_live.is_live() || picture.base != m_document.base() || picture.scenario == nullptr) return;
    if (picture.follows) m_playhead.show_now(picture.at);
    m_live.see(std::move(picture));
    overlay_changed();
}

void Session::feeds_changed(bool was_live) {
    if (m_live.is_live() && !was_live) m_playhead.begin_listening();
    request_changed();
}

void Session::on(const AddFeed& c) {
    static_cast<void>(m_document.scenario());
    const bool was_live = m_live.is_live();
    m_live.add(c.feed);
    feeds_changed(was_live);
}

void Session::on(const RemoveFeed& c) {
    m_live.remove(c.url);
    feeds_changed(m_live.is_live());
}

void Session::on(const SwitchFeed& c) {
    const bool was_live = m_live.is_live();
    m_live.set_on(c.url, c.on);
    feeds_changed(was_live);
}

void Session::on(const FollowNow&) {
    m_live.require_live("no feed is listened to: there is no now to follow");
    const auto span = feed_span(m_live);
    m_playhead.follow_now(span ? std::optional{span->now} : std::nullopt);
    time_changed();
}

void Session::on(const Pin& c) {
    const auto& scenario = shown();
    if (c.on && scenario.asset(c.id) == nullptr) throw UsageError{"there is no asset '" + c.id + "'"};
    m_live.pin(c.id, c.on);
    request_changed();
    overlay_changed();
}

void Session::on(const SetAgeLimits& c) {
    m_live.set_age_limits(c.limits);
    request_changed();
}

void Session::on(const SetTrail& c) {
    m_live.set_trail(c.length);
    time_changed();
}

void Session::on(const Confirm& c) {
    m_live.confirm(c.id, c.on);
}

Outcome Session::on(const Freeze& c) {
    static_cast<void>(m_document.scenario());
    m_live.require_live("nothing is heard: there is nothing to freeze");
    if (c.before <= std::chrono::minutes{0}) throw UsageError{"how many minutes to keep must be more than 0"};
    FreezeRequest request;
    request.folder = c.folder;
    request.at = shown_at();
    request.title = c.title;
    request.credit = c.credit;
    request.before = c.before;
    request.confirmed = m_live.confirmed();
    request.hidden_zones = m_view.visibility().hidden_zones();
    request.limits = m_live.age_limits();
    request.base = m_document.base();
    const auto centre = m_view.middle();
    request.centre_lon = centre.lon();
    request.centre_lat = centre.lat();
    m_live.freeze(std::move(request), m_last_number + 1);
    ++m_last_number;
    m_playhead.set_playing(false);
    m_playhead.go_to(shown_at());
    time_changed();
    return {Outcome::State::Pending, {}, m_last_number};
}

Outcome Session::adopt(const FreezeResult& frozen) {
    const unsigned number = m_live.frozen();
    if (!frozen.error.empty()) return Outcome::refused(frozen.error, number);
    auto words =
        fmt::format("Written to {}: {} assets with {} positions.", frozen.folder, frozen.assets, frozen.positions);
    if (frozen.pleasure_left_out > 0) words += fmt::format(" Left out: {} pleasure craft.", frozen.pleasure_left_out);
    if (frozen.beacons_left_out > 0) words += fmt::format(" Left out: {} beacons.", frozen.beacons_left_out);
    return {Outcome::State::Done, std::move(words), number};
}

Outcome apply_and_wait(Session& session, const Command& command) {
    auto outcome = session.apply(command);
    while (auto job = session.take_file_job()) {
        auto done = session.adopt(carry_out(*job));
        if (outcome.is_pending() && done.number == outcome.number) outcome = std::move(done);
    }
    return outcome;
}

} // namespace app
