#include "app/session/session.hpp"

#include "app/base/errors.hpp"
#include "app/session/files/scenario_files.hpp"

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
    // The time of a feed is unknown before its first message: the feed may be a replay of last year.
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
    } catch (const std::runtime_error& error) { // UsageError and geo::ProjectionError become outcomes here
        return Outcome::refused(error.what());
    }
}

bool Session::advance(std::chrono::duration<double> passed) {
    const auto before = m_playhead.time().at();
    const bool followed = m_playhead.follows_now();
    const bool changed = m_playhead.advance(passed, m_live.is_live());
    if (m_playhead.time().at() != before) mark_time_changed();
    if (m_playhead.follows_now() != followed) mark_request_changed();
    return changed;
}

const assets::Scenario& Session::require_scenario() const {
    static_cast<void>(m_document.scenario());
    return *scenario();
}

const std::shared_ptr<const assets::Scenario>& Session::scenario() const noexcept {
    return m_live.snapshot() ? m_live.snapshot()->scenario : m_document.base();
}

const std::shared_ptr<const assets::Snapshot>& Session::shared_snapshot() const {
    if (m_live.snapshot()) return m_live.snapshot()->snapshot;
    return m_playhead.snapshot({m_view.visibility().hidden_zones(), m_live.trail(), m_view.layer_shown("coverage")});
}

assets::Instant Session::shown_at() const noexcept {
    return m_live.snapshot() ? m_live.snapshot()->at : m_playhead.time().at();
}

unsigned Session::overlay_version() const noexcept {
    return m_view.ground_version() + m_view.overlay_version() + m_overlay_version;
}

void Session::mark_time_changed() {
    mark_request_changed();
    if (!m_live.snapshot()) mark_overlay_changed(); // a live map changes when the next snapshot arrives
}

// --- the open scenario ---

void Session::open(OpenedScenario&& reading) {
    try {
        m_document.open(std::move(reading));
    } catch (const UsageError&) {
        if (m_document.base() == nullptr) show_nothing();
        throw;
    }
    m_view.reset_for_new_scenario();
    show_document(false);
    m_view.apply_scenario_style(m_document.scenario());
    m_view.apply_scenario_view(m_document.scenario(), snapshot(), figure());
}

void Session::reread(OpenedScenario&& reading) {
    const auto before = m_document.base();
    if (before == nullptr) return open(std::move(reading));
    m_document.reread(std::move(reading));
    const auto& scenario = m_document.scenario();
    show_document(true);
    m_view.forget_missing(scenario, m_live.is_live());
    // The window keeps the user's settings, except those that the author has just changed in the file.
    const auto &was = before->view, &is = scenario.view;
    if (was.theme != is.theme || was.names != is.names || was.symbols != is.symbols ||
        was.label_style != is.label_style)
        m_view.apply_scenario_style(scenario);
    if (was.projection != is.projection || was.centre != is.centre || was.width_km != is.width_km)
        m_view.apply_scenario_view(scenario, snapshot(), figure());
}

void Session::show_document(bool keep_time) {
    m_fix_preview.reset();
    m_live.forget_snapshot();
    m_live.set_declared_feeds(m_document.scenario());
    m_live.set_declared_alerts(m_document.scenario());
    m_playhead.set_scenario(m_document.base(), keep_time, feed_span(m_live), m_live.is_live());
    mark_time_changed();
}

void Session::show_nothing() {
    m_view.reset_for_new_scenario();
    m_live.forget_snapshot();
    m_live.set_declared_feeds(assets::Scenario{});
    m_live.set_declared_alerts(assets::Scenario{});
    m_playhead = Playhead{};
    m_fix_preview.reset();
    mark_time_changed();
}

// --- files ---

Outcome Session::queue_file_task(FileTask task) {
    const auto is_same_kind = [&](const FileJob& job) {
        return job.task.index() == task.index();
    };
    const auto same = std::find_if(m_jobs.begin(), m_jobs.end(), is_same_kind);
    if (same != m_jobs.end()) { // only reading tasks can be queued twice; the newest replaces the older one
        same->task = std::move(task);
        return {Outcome::State::Pending, {}, same->number};
    }
    m_jobs.push_back(
        {++m_last_number, std::move(task), m_data, m_document.atlas(), std::make_shared<geo::ReadControl>()});
    return {Outcome::State::Pending, {}, m_last_number};
}

void Session::require_no_pending_write() const {
    if (m_writing) throw UsageError{"the last change is still being written; try again in a moment"};
}

std::optional<FileJob> Session::take_file_job() {
    if (m_job_in_hand || m_jobs.empty()) return std::nullopt;
    FileJob job = std::move(m_jobs.front());
    m_jobs.pop_front();
    m_job_in_hand = true;
    job.atlas = m_document.atlas(); // an earlier job may have opened the atlas
    return job;
}

Outcome Session::on(const OpenScenario& c) {
    return queue_file_task(ReadNew{c.name});
}

Outcome Session::on(const ReloadScenario&) {
    if (m_document.name().empty()) throw UsageError{"no scenario is open"};
    ReadAgain task{m_document.name(), {}, {}};
    if (const auto& base = m_document.base(); base && !base->recording) {
        task.folder = base->folder;
        task.files = read_files_of(*base, m_document.path());
    }
    return queue_file_task(std::move(task));
}

Outcome Session::on(const AddFix& c) {
    m_document.require_changeable();
    require_no_pending_write();
    m_writing = true;
    return queue_file_task(
        WriteFix{c, m_document.name(), m_document.path(), m_document.base(), m_document.check_result()});
}

Outcome Session::on(const UndoFix&) {
    require_no_pending_write();
    Change newest = m_document.take_undoable();
    m_writing = true;
    return queue_file_task(UndoWrite{std::move(newest), m_document.name()});
}

Outcome Session::on(const RedoFix&) {
    require_no_pending_write();
    Change newest = m_document.take_redoable();
    m_writing = true;
    return queue_file_task(RedoWrite{std::move(newest), m_document.name()});
}

Outcome Session::on(const PreviewFix& c) {
    m_document.require_changeable();
    return queue_file_task(
        TryFix{{c.fix, m_document.name(), m_document.path(), m_document.base(), m_document.check_result()},
               m_document.shared_words()});
}

Outcome Session::on(const SaveCopy& c) {
    if (m_document.scenario().recording) throw UsageError{"a recording is one file; copy that file instead"};
    require_no_pending_write();
    m_writing = true;
    return queue_file_task(WriteCopy{m_document.path(), m_document.base(), c.folder});
}

Outcome Session::adopt(FileResult result) {
    m_job_in_hand = false;
    const bool only_read = std::holds_alternative<ReadNew>(result.task) ||
                           std::holds_alternative<ReadAgain>(result.task) ||
                           std::holds_alternative<TryFix>(result.task);
    if (!only_read) m_writing = false;
    const FileTask task = std::move(result.task);
    try {
        std::string sentence = std::visit([&](const auto& t) { return finish(t, result); }, task);
        return {Outcome::State::Done, std::move(sentence), result.number};
    } catch (const std::runtime_error& error) { // as in apply(), for the part that a worker has done
        return Outcome::refused(error.what(), result.number);
    }
}

std::string Session::finish(const ReadNew&, FileResult& result) {
    if (!result.reading) throw UsageError{result.failure};
    // OpenScenario starts afresh, even if this scenario is already open. A feed shows now, and the scenario its own
    // time, so feeds end with the scenario that they were switched on for.
    const bool ended = result.reading->failure.empty() && m_live.end_listening();
    if (ended) mark_request_changed();
    open(std::move(*result.reading));
    return ended ? "Opened. The feeds are off now; the Live tab switches them on again." : "";
}

std::string Session::finish(const ReadAgain& task, FileResult& result) {
    if (!result.reading) throw UsageError{result.failure};
    const bool too_late = task.name != m_document.name();
    if (!too_late) reread(std::move(*result.reading));
    return {};
}

std::string Session::finish(const WriteFix& task, FileResult& result) {
    if (!result.failure.empty()) throw UsageError{result.failure};
    std::string added = "Added to " + result.change->files.back().file.filename().string();
    if (task.name != m_document.name()) return added; // the user has opened another scenario meanwhile
    m_document.remember_added(std::move(*result.change));
    m_last_added = result.preview;
    if (result.preview) {
        const std::string unseen = unseen_words(*result.preview, m_playhead.time().at());
        if (!unseen.empty()) added += ". " + unseen;
    }
    try {
        reread(std::move(*result.reading));
    } catch (const std::runtime_error& error) { // the fix is written, even if the files now have other errors
        return added + ". " + error.what();
    }
    return added;
}

std::string Session::finish(const UndoWrite& task, FileResult& result) {
    const bool same = task.name == m_document.name();
    if (!result.failure.empty()) {
        if (same && result.changed_since)
            m_document.forget_changes();
        else if (same)
            m_document.remember_undoable(task.change); // the user can try again
        throw UsageError{result.failure};
    }
    if (same) {
        m_document.remember_redoable(task.change);
        reread(std::move(*result.reading));
    }
    return "Removed from " + task.change.files.back().file.filename().string();
}

std::string Session::finish(const RedoWrite& task, FileResult& result) {
    const bool same = task.name == m_document.name();
    if (!result.failure.empty()) {
        if (same && result.changed_since)
            m_document.forget_changes();
        else if (same)
            m_document.remember_redoable(task.change); // the user can try again
        throw UsageError{result.failure};
    }
    if (same) {
        m_document.remember_undoable(task.change);
        reread(std::move(*result.reading));
    }
    return "Added again to " + task.change.files.back().file.filename().string();
}

std::string Session::finish(const TryFix& task, FileResult& result) {
    if (!result.failure.empty()) throw UsageError{result.failure};
    const bool same = task.name == m_document.name() && task.scenario == m_document.base();
    if (same) m_fix_preview = result.preview;
    return {};
}

std::string Session::finish(const WriteCopy& task, FileResult& result) {
    if (!result.failure.empty()) throw UsageError{result.failure};
    const auto at = m_playhead.time().at();
    open(std::move(*result.reading));
    on(GoToTime{at});
    return "Copied to " + task.folder;
}

// --- time ---

void Session::on(const GoToTime& c) {
    m_playhead.go_to(c.at);
    mark_time_changed();
}

void Session::on(const SetPlaying& c) {
    // At the current time there is nothing to play yet, so the last half hour is replayed.
    if (c.on && m_live.is_live() && m_playhead.follows_now())
        m_playhead.replay(std::chrono::minutes{30});
    else
        m_playhead.set_playing(c.on);
    mark_time_changed();
}

void Session::on(const SetLooping& c) {
    m_playhead.set_looping(c.on);
}

void Session::on(const SetSpeed& c) {
    m_playhead.set_days_per_second(c.days_per_second);
}

void Session::on(const StepEvent& c) {
    m_playhead.step_event(c.direction);
    mark_time_changed();
}

void Session::on(const StepTime& c) {
    m_playhead.step(c.by);
    mark_time_changed();
}

// --- the view ---

void Session::on(const Select& c) {
    const auto& live = m_live.snapshot();
    // A contact that has gone silent is in the next live scenario once it is selected.
    const bool silent =
        live && c.kind == "asset" &&
        std::ranges::find(live->silent_contacts, c.id, &assets::Silent::id) != live->silent_contacts.end();
    if (silent)
        m_view.select_silent(c.id);
    else
        m_view.select({c.kind, c.id}, scenario().get());
    if (c.kind == "event" && !c.id.empty() && !m_view.layer_shown("events")) m_view.show_layer("events", true);
    mark_request_changed(); // a live snapshot always contains the selected asset
    if (m_live.is_live()) mark_overlay_changed();
}

void Session::on(const ShowAsset& c) {
    m_view.show_asset(require_scenario(), c.id, c.on);
}

void Session::on(const ShowCountry& c) {
    m_view.show_country(require_scenario(), c.country, c.on);
}

void Session::on(const ShowZone& c) {
    m_view.show_zone(m_document.scenario(), c.id, c.on);
    mark_time_changed(); // zones are part of the snapshot
}

void Session::on(const ShowLayer& c) {
    m_view.show_layer(c.name, c.on);
    if (c.name == "coverage") mark_time_changed(); // part of the snapshot
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
    m_view.fit(require_scenario(), snapshot(), figure());
}

void Session::on(const ResetView&) {
    m_view.apply_scenario_view(require_scenario(), snapshot(), figure());
}

void Session::on(const RulerAdd& c) {
    m_view.instruments().add_to_ruler(c.at);
}

void Session::on(const RulerClear&) {
    m_view.instruments().clear_ruler();
}

void Session::on(const AddRings& c) {
    m_view.instruments().add_rings(c.centre, c.radii_km);
    mark_overlay_changed();
}

void Session::on(const RemoveRing& c) {
    m_view.instruments().remove_ring(c.index);
    mark_overlay_changed();
}

void Session::on(const RemoveRings&) {
    m_view.instruments().clear_rings();
    mark_overlay_changed();
}

// --- feeds ---

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
    request.alerts = m_live.alert_rules();
    return request;
}

void Session::adopt(LiveStatus status) {
    m_live.set_status(std::move(status));
    if (const auto span = feed_span(m_live)) m_playhead.extend(*span);
}

void Session::adopt(LiveSnapshot live) {
    if (!m_live.is_live() || live.base != m_document.base() || live.scenario == nullptr) return;
    if (live.follows) m_playhead.move_to_now(live.at);
    m_live.set_snapshot(std::move(live));
    mark_overlay_changed();
}

void Session::after_feed_change(bool was_live) {
    if (m_live.is_live() && !was_live) m_playhead.begin_listening();
    mark_request_changed();
}

void Session::on(const AddFeed& c) {
    static_cast<void>(m_document.scenario());
    const bool was_live = m_live.is_live();
    m_live.add(c.feed);
    after_feed_change(was_live);
}

void Session::on(const RemoveFeed& c) {
    m_live.remove(c.url);
    after_feed_change(m_live.is_live());
}

void Session::on(const SwitchFeed& c) {
    const bool was_live = m_live.is_live();
    m_live.set_on(c.url, c.on);
    after_feed_change(was_live);
}

void Session::on(const FollowNow&) {
    m_live.require_live("no feed has been switched on, so there is no current time to follow");
    const auto span = feed_span(m_live);
    m_playhead.follow_now(span ? std::optional{span->now} : std::nullopt);
    mark_time_changed();
}

void Session::on(const Pin& c) {
    const auto& scenario = require_scenario();
    if (c.on && scenario.asset(c.id) == nullptr) throw UsageError{"there is no asset '" + c.id + "'"};
    m_live.pin(c.id, c.on);
    mark_request_changed();
    mark_overlay_changed();
}

void Session::on(const AddAlert& c) {
    m_live.add_alert(c.rule, m_document.scenario());
    mark_request_changed();
}

void Session::on(const RemoveAlert& c) {
    m_live.remove_alert(c.id);
    mark_request_changed();
}

void Session::on(const RecordFeeds& c) {
    m_live.require_live("no feed has been switched on, so there is nothing to record");
    m_live.record(c.base);
}

void Session::on(const SetAgeLimits& c) {
    m_live.set_age_limits(c.limits);
    mark_request_changed();
}

void Session::on(const SetTrail& c) {
    m_live.set_trail(c.length);
    mark_time_changed();
}

void Session::on(const SetTargets& c) {
    m_live.set_targets(c.by_flag, c.speed_vector);
    mark_overlay_changed();
}

void Session::on(const Confirm& c) {
    m_live.confirm(c.id, c.on);
}

Outcome Session::on(const Freeze& c) {
    static_cast<void>(m_document.scenario());
    m_live.require_live("no feed has been switched on, so there is nothing to freeze");
    if (c.before <= std::chrono::minutes{0}) throw UsageError{"the number of minutes to keep must be more than 0"};
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
    m_live.freeze(std::move(request), m_last_number + 1);
    ++m_last_number;
    m_playhead.set_playing(false);
    m_playhead.go_to(shown_at());
    mark_time_changed();
    return {Outcome::State::Pending, {}, m_last_number};
}

Outcome Session::adopt(const FreezeResult& frozen) {
    const unsigned number = m_live.take_freezing_number();
    if (!frozen.error.empty()) return Outcome::refused(frozen.error, number);
    auto words =
        fmt::format("Written to {}: {} assets with {} positions.", frozen.folder, frozen.assets, frozen.positions);
    if (frozen.pleasure_left_out > 0) words += fmt::format(" Left out: {} pleasure craft.", frozen.pleasure_left_out);
    if (frozen.beacons_left_out > 0) words += fmt::format(" Left out: {} beacons.", frozen.beacons_left_out);
    if (frozen.alerts > 0) words += fmt::format(" {} alerts are events of it.", frozen.alerts);
    if (const auto& missing = frozen.alerts_missing; missing.count > 0)
        words += fmt::format(" {} alerts until {} were not kept.", missing.count, assets::to_iso(missing.until));
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
