#include "app/live/live_worker.hpp"

#include "app/base/errors.hpp"
#include "app/feeds/feed_source.hpp"
#include "app/figure/figure_snapshot.hpp"
#include "app/live/feed_clock.hpp"
#include "app/live/freeze.hpp"
#include "render/text/missing_characters.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <mutex>
#include <set>
#include <string_view>
#include <thread>
#include <utility>

namespace app {

using assets::Instant;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

using Clock = std::chrono::steady_clock;

constexpr milliseconds usual_period{1000}; ///< between snapshots of one request, and between statuses
constexpr milliseconds least_period{40};   ///< between snapshots of different requests
constexpr std::size_t most_at_once = 4'000;

Instant wall_clock() {
    return std::chrono::floor<seconds>(std::chrono::system_clock::now());
}

assets::Source source_of(const LiveFeed& feed, FeedKind kind, std::size_t number) {
    assets::Source source{};
    source.id = number == 0 ? "feed" : "feed-" + std::to_string(number + 1);
    source.title = feed.name;
    source.publisher = feed.credit;
    source.kind = to_string(kind);
    source.url = feed.url;
    return source;
}

} // namespace

/// The state that the worker's thread and its owner share.
struct LiveWorker::Shared {
    std::mutex mutex;
    std::shared_ptr<Signal> signal = std::make_shared<Signal>();
    bool end = false;
    std::optional<std::vector<LiveFeed>> feeds;
    std::optional<LiveRequest> request;
    std::optional<std::string> record;
    std::optional<FreezeRequest> freeze;
    std::optional<LiveStatus> status;
    std::optional<LiveSnapshot> live;
    std::optional<FreezeResult> frozen;
};

class LiveWorker::Thread {
public:
    Thread(std::shared_ptr<Shared> shared, std::function<void()> notify, assets::TrackStore::Limits limits)
        : m_shared{std::move(shared)}, m_notify{std::move(notify)}, m_store{limits}, m_thread{[this] {
              run();
          }} {}
    ~Thread() {
        {
            const std::lock_guard lock{m_shared->mutex};
            m_shared->end = true;
        }
        m_shared->signal->raise();
        m_thread.join();
    }

private:
    struct OpenFeed {
        LiveFeed feed;
        std::unique_ptr<FeedSource> source; ///< null: the URL is invalid
        std::string trouble;                ///< why the URL is invalid
        std::uint8_t number;                ///< as TrackPoint::feed
        FeedKind kind = FeedKind::Ais;
        bool network = false;
        std::set<std::string> receivers{};
        std::optional<Instant> last_message{};
        bool kind_not_known = false;
    };

    void run() {
        while (true) {
            m_shared->signal->wait(longest_wait());
            if (take_requests()) return;
            const bool has_new = drain();
            const auto now = Clock::now();
            if (m_store.counts().points > 0) m_watch.advance(m_clock.now(wall_clock()));
            // An alert is not kept waiting for the next status.
            const bool feeds_changed = m_status_published == Clock::time_point{};
            const bool alerted = m_watch.count() > m_alerts_published;
            m_changed = m_changed || alerted;
            if (feeds_changed || alerted || (now - m_status_published >= usual_period && !m_open_feeds.empty()))
                publish_status();
            if (!can_make_snapshot()) continue;
            m_changed = m_changed || has_new;
            // A snapshot of the current time ages by itself; one of the past changes only when new messages arrive.
            const bool outdated = m_changed || !m_request->at;
            const auto period = std::max(usual_period, 3 * m_making_took);
            if (m_new_request ? now - m_snapshot_made >= least_period : (outdated && now - m_snapshot_made >= period))
                make_snapshot();
        }
    }

    [[nodiscard]] milliseconds longest_wait() const {
        if (m_more_waiting) return milliseconds{0};
        if (m_new_request && can_make_snapshot()) return least_period;
        return m_open_feeds.empty() && m_store.counts().messages == 0 ? milliseconds{3'600'000} : milliseconds{100};
    }

    /// The current time is not known before the first position, because a feed may be a replay.
    [[nodiscard]] bool can_make_snapshot() const {
        return m_request && m_request->base && (m_request->at || m_store.counts().points > 0);
    }

    /// Returns true when the thread is to end.
    bool take_requests() {
        std::optional<std::vector<LiveFeed>> feeds;
        std::optional<std::string> record;
        std::optional<FreezeRequest> freeze;
        {
            const std::lock_guard lock{m_shared->mutex};
            if (m_shared->end) return true;
            feeds = std::exchange(m_shared->feeds, std::nullopt);
            freeze = std::exchange(m_shared->freeze, std::nullopt);
            record = std::exchange(m_shared->record, std::nullopt);
            if (auto request = std::exchange(m_shared->request, std::nullopt)) {
                const bool base_changed = !m_request || request->base != m_request->base;
                m_request = std::move(request);
                m_new_request = true;
                if (base_changed && m_request->base) m_matcher.emplace(*m_request->base);
                m_watch.set_rules(m_request->alerts, m_request->base);
            }
        }
        if (feeds) listen_to(*feeds);
        if (record) start_recording(*record);
        if (freeze) {
            drain_all(); // a frozen scenario holds everything that was received before the click
            freeze_now(*freeze);
        }
        return false;
    }

    void listen_to(const std::vector<LiveFeed>& feeds) {
        drain_all(); // messages already received must not be lost with their feed
        std::vector<OpenFeed> kept;
        for (const LiveFeed& feed : feeds) {
            if (!feed.on) continue;
            const auto same = std::ranges::find_if(m_open_feeds, [&](const OpenFeed& o) { return o.feed == feed; });
            if (same != m_open_feeds.end()) {
                kept.push_back(std::move(*same));
                m_open_feeds.erase(same);
                continue;
            }
            kept.push_back(open(feed));
        }
        m_open_feeds = std::move(kept);
        m_status_published = {};
    }

    void start_recording(const std::string& base) {
        drain_all(); // what came before the click is not in the recording
        m_record_base = base;
        m_recorders.clear();
        m_recording = {};
        for (OpenFeed& opened : m_open_feeds)
            record(opened);
        m_status_published = {};
    }

    /// Gives the feed the recorder of its kind, or none when nothing is recorded.
    void record(OpenFeed& opened) {
        if (!opened.source || !opened.network) return; // a file is kept already
        if (m_record_base.empty()) {
            opened.source->set_recorder(nullptr);
            return;
        }
        constexpr std::array<std::string_view, 3> endings{".nmea", ".cot", ".sbs"}; // in the order of FeedKind
        try {
            auto& recorder = m_recorders[opened.kind];
            if (!recorder) {
                const std::string file = m_record_base + std::string{endings.at(static_cast<std::size_t>(opened.kind))};
                recorder = std::make_shared<Recorder>(file, opened.kind);
                m_recording.files.push_back(file);
            }
            opened.source->set_recorder(recorder);
        } catch (const std::runtime_error& error) { // the file cannot be written; listening goes on
            m_recorders.erase(opened.kind);
            m_recording.trouble = error.what();
        }
    }

    [[nodiscard]] bool is_recorded(const OpenFeed& opened) const {
        const auto recorder = m_recorders.find(opened.kind);
        return recorder != m_recorders.end() && recorder->second && recorder->second->trouble().empty();
    }

    OpenFeed open(const LiveFeed& feed) {
        OpenFeed made{feed, nullptr, {}, 0};
        auto kind = FeedKind::Ais;
        try {
            const FeedUrl url = parse_feed_url(feed.url);
            kind = url.kind.value_or(FeedKind::Ais);
            made.kind = kind;
            made.network = url.transport == FeedTransport::Tcp || url.transport == FeedTransport::Udp;
            made.kind_not_known = !url.kind;
            FeedOptions options;
            options.filter = FeedFilter{feed.area, feed.types};
            options.signal = m_shared->signal;
            made.source = std::make_unique<FeedSource>(url, options);
        } catch (const UsageError& error) { // an invalid feed must not end the others
            made.trouble = error.what();
        }
        // A feed that is opened again keeps its scenario source.
        const auto known = std::ranges::find_if(m_scenario_sources, [&](const assets::Source& s) {
            return s.url == feed.url && s.title == feed.name && s.publisher == feed.credit;
        });
        made.number = static_cast<std::uint8_t>(
            std::min<std::size_t>(static_cast<std::size_t>(known - m_scenario_sources.begin()), 255));
        if (known == m_scenario_sources.end())
            m_scenario_sources.push_back(source_of(feed, kind, m_scenario_sources.size()));
        record(made);
        return made;
    }

    /// Moves the waiting messages into the store. Returns true when there were any.
    bool drain() {
        bool has_new = false;
        m_more_waiting = false;
        const Instant wall = wall_clock();
        for (OpenFeed& opened : m_open_feeds) {
            if (!opened.source) continue;
            m_messages.clear();
            const std::size_t taken = opened.source->take(m_messages, most_at_once);
            m_more_waiting = m_more_waiting || taken == most_at_once;
            has_new = has_new || taken > 0;
            if (opened.network && !is_recorded(opened)) m_unkept += taken;
            for (auto& message : m_messages) {
                if (!message.position)
                    message.time = m_clock.limited(message.time, wall);
                else {
                    message.time = m_clock.accept(message.time, wall);
                    ++m_histogram[std::chrono::floor<std::chrono::minutes>(message.time)];
                }
                opened.last_message = std::max(opened.last_message.value_or(message.time), message.time);
                constexpr std::size_t most_receivers = 10'000;
                if (!message.source.empty() && opened.receivers.size() < most_receivers)
                    opened.receivers.insert(message.source);
                const assets::FeedTrack* track = m_store.take(message, opened.number);
                if (track != nullptr)
                    m_watch.take(message, track->contact,
                                 m_matcher ? m_matcher->asset_of(track->contact) : assets::no_index, opened.number);
            }
            if (taken > 0 && opened.kind_not_known) set_kind(opened, m_messages.front());
        }
        return has_new;
    }

    void drain_all() {
        do
            m_changed = drain() || m_changed;
        while (m_more_waiting);
    }

    /// The first message shows the kind of a feed on standard input.
    void set_kind(OpenFeed& opened, const assets::FeedMessage& message) {
        const auto kind = message.key.starts_with("mmsi:")   ? FeedKind::Ais
                          : message.key.starts_with("icao:") ? FeedKind::Sbs
                                                             : FeedKind::Cot;
        m_scenario_sources[opened.number].kind = to_string(kind);
        opened.kind_not_known = false;
    }

    void publish_status() {
        LiveStatus status;
        for (const OpenFeed& opened : m_open_feeds) {
            FeedState state;
            if (opened.source)
                state = opened.source->state();
            else {
                state.link = FeedLink::Failed;
                state.trouble = opened.trouble;
            }
            status.feeds.push_back({opened.feed, state, opened.last_message, opened.receivers.size()});
        }
        status.recording = m_recording;
        for (const auto& [kind, recorder] : m_recorders)
            if (recorder && !recorder->trouble().empty()) status.recording.trouble = recorder->trouble();
        status.unkept = m_unkept;
        if (!m_histogram.empty()) {
            constexpr std::size_t most_minutes = 7 * 24 * 60;
            while (m_histogram.size() > most_minutes)
                m_histogram.erase(m_histogram.begin());
            status.histogram = std::make_shared<const MessageHistogram>(m_histogram);
        }
        status.counts = m_store.counts();
        status.now = m_clock.now(wall_clock());
        status.replay = m_clock.replay();
        if (status.counts.points > 0) {
            status.first = m_store.first();
            status.last = m_store.last();
        }
        status.contacts = m_store.tracks().size();
        status.clocks_ahead = m_clock.ahead();
        if (m_watch.count() > m_alerts_published || (!m_alerts && m_watch.count() > 0))
            m_alerts = std::make_shared<const std::deque<Alert>>(m_watch.listed());
        m_alerts_published = m_watch.count();
        status.alerts = m_alerts;
        status.alerts_unlisted = m_watch.raised().size() - (m_alerts ? m_alerts->size() : 0);
        status.alerts_forgotten = m_watch.forgotten();
        {
            const std::lock_guard lock{m_shared->mutex};
            m_shared->status = std::move(status);
        }
        m_status_published = Clock::now();
        m_notify();
    }

    void make_snapshot() {
        const auto begin = Clock::now();
        const LiveRequest& request = *m_request;
        LiveSnapshot made;
        made.base = request.base;
        made.follows = !request.at;
        made.at = request.at.value_or(m_clock.now(wall_clock()));
        assets::LiveOptions options;
        options.sources = m_scenario_sources;
        options.limits = request.limits;
        options.marked = request.marked;
        options.trail = request.trail;
        options.marked_trail = std::max<seconds>(request.trail, std::chrono::minutes{30});
        auto live = assets::live_scenario(m_store, *request.base, *m_matcher, made.at, options);
        add_alerts(live.scenario);
        const auto scenario = std::make_shared<const assets::Scenario>(std::move(live.scenario));
        auto snapshot = std::make_shared<assets::Snapshot>(assets::snapshot_at(*scenario, made.at));
        snapshot->trails = std::move(live.trails);
        snapshot->silent_count = live.silent_count;
        if (made.follows) snapshot->feeds_silent = silence_of_feeds();
        snapshot->targets = std::make_shared<const std::vector<assets::Target>>(std::move(live.targets));
        leave_out_zones(*snapshot, *scenario, request.hidden_zones);
        if (request.coverage)
            snapshot->coverage =
                std::make_shared<const assets::Coverage>(m_store.coverage(made.at - std::chrono::hours{24}, made.at));
        made.scenario = scenario;
        made.snapshot = std::move(snapshot);
        // Destroying tens of thousands of assets takes a while, so this thread does it, once nobody else holds them.
        std::erase_if(m_handed_out,
                      [](const HandedOut& h) { return h.scenario.use_count() == 1 && h.snapshot.use_count() == 1; });
        m_handed_out.push_back({made.scenario, made.snapshot});
        made.marks = std::move(live.marks);
        made.declared = std::move(live.declared);
        made.cards = std::move(live.cards);
        made.silent_contacts = std::move(live.silent_contacts);
        {
            const std::lock_guard lock{m_shared->mutex};
            m_shared->live = std::move(made);
        }
        m_new_request = m_changed = false;
        m_snapshot_made = Clock::now();
        m_making_took = std::chrono::duration_cast<milliseconds>(m_snapshot_made - begin);
        m_notify();
    }

    [[nodiscard]] seconds silence_of_feeds() const {
        std::vector<FeedState> states;
        for (const auto& opened : m_open_feeds)
            if (opened.source) states.push_back(opened.source->state());
        return common_silence(states);
    }

    /// Adds the listed alerts to the events of a live scenario.
    void add_alerts(assets::Scenario& scenario) const {
        const auto first_source = static_cast<assets::SourceIndex>(scenario.sources.size() - m_scenario_sources.size());
        auto made = events_of(m_watch.listed(), scenario, first_source, m_scenario_sources.size());
        scenario.events.insert(scenario.events.end(), std::make_move_iterator(made.begin()),
                               std::make_move_iterator(made.end()));
        std::ranges::stable_sort(scenario.events, {}, &assets::Event::from);
    }

    void freeze_now(const FreezeRequest& request) {
        FreezeResult frozen = app::freeze(m_store, m_scenario_sources, request, m_watch.raised(), m_watch.forgotten());
        if (frozen.error.empty()) m_unkept = 0;
        m_status_published = {};
        {
            const std::lock_guard lock{m_shared->mutex};
            m_shared->frozen = std::move(frozen);
        }
        m_notify();
    }

    struct HandedOut {
        std::shared_ptr<const assets::Scenario> scenario;
        std::shared_ptr<const assets::Snapshot> snapshot;
    };

    std::shared_ptr<Shared> m_shared;
    std::function<void()> m_notify;
    std::vector<HandedOut> m_handed_out;
    assets::TrackStore m_store;
    std::vector<assets::Source> m_scenario_sources; ///< of every feed listened to so far, by TrackPoint::feed
    std::vector<OpenFeed> m_open_feeds;
    std::vector<assets::FeedMessage> m_messages;
    std::optional<LiveRequest> m_request;
    std::optional<assets::ContactMatcher> m_matcher;
    bool m_new_request = false, m_changed = false, m_more_waiting = false;
    Clock::time_point m_snapshot_made{}, m_status_published{};
    milliseconds m_making_took{0};
    FeedClock m_clock;
    AlertWatch m_watch;
    std::string m_record_base; ///< empty: nothing is recorded
    std::map<FeedKind, std::shared_ptr<Recorder>> m_recorders;
    Recording m_recording;
    std::uint64_t m_unkept = 0;
    MessageHistogram m_histogram;
    std::uint64_t m_alerts_published = 0; ///< AlertWatch::count() at the last status
    std::shared_ptr<const std::deque<Alert>> m_alerts;
    std::thread m_thread; ///< last, because it starts when all other members exist
};

LiveWorker::LiveWorker(std::function<void()> notify, assets::TrackStore::Limits limits)
    : m_shared{std::make_shared<Shared>()}, m_thread{std::make_unique<Thread>(m_shared, std::move(notify), limits)} {}

LiveWorker::~LiveWorker() = default;

assets::TrackStore::Limits LiveWorker::usual_limits() {
    assets::TrackStore::Limits limits;
    limits.spacing = {seconds{10}, seconds{3}, seconds{0}};
    limits.missing_characters = render::missing_characters;
    return limits;
}

void LiveWorker::listen(std::vector<LiveFeed> feeds) {
    {
        const std::lock_guard lock{m_shared->mutex};
        m_shared->feeds = std::move(feeds);
    }
    m_shared->signal->raise();
}

void LiveWorker::request(LiveRequest request) {
    {
        const std::lock_guard lock{m_shared->mutex};
        m_shared->request = std::move(request);
    }
    m_shared->signal->raise();
}

void LiveWorker::record(std::string base) {
    {
        const std::lock_guard lock{m_shared->mutex};
        m_shared->record = std::move(base);
    }
    m_shared->signal->raise();
}

void LiveWorker::freeze(FreezeRequest request) {
    {
        const std::lock_guard lock{m_shared->mutex};
        m_shared->freeze = std::move(request);
    }
    m_shared->signal->raise();
}

std::optional<LiveStatus> LiveWorker::take_status() {
    const std::lock_guard lock{m_shared->mutex};
    return std::exchange(m_shared->status, std::nullopt);
}

std::optional<LiveSnapshot> LiveWorker::take_snapshot() {
    const std::lock_guard lock{m_shared->mutex};
    return std::exchange(m_shared->live, std::nullopt);
}

std::optional<FreezeResult> LiveWorker::take_freeze_result() {
    const std::lock_guard lock{m_shared->mutex};
    return std::exchange(m_shared->frozen, std::nullopt);
}

} // namespace app
