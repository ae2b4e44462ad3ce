#include "tests/app/session/listening.hpp"

namespace listening_test {

app::LiveFeed feed(const std::string& url) {
    app::LiveFeed made;
    made.url = url;
    return made;
}

Listening::Listening() {
    apply_and_wait(session, app::OpenScenario{"builtin:canada-2024"});
    session.apply(app::AddFeed{feed("ais+tcp://127.0.0.1:10110")});
}

void Listening::receive(const std::string& key, std::chrono::seconds after_noon, double lon, const std::string& name,
                        const std::string& country, double speed_kn) {
    assets::FeedMessage message;
    message.key = key;
    message.time = noon + after_noon;
    message.position = geo::lonlat(lon, 20);
    message.type = assets::AssetType::Merchant;
    message.speed_kn = speed_kn;
    if (!name.empty()) message.name = name;
    if (!country.empty()) message.country = country;
    store.take(message);
}

app::LiveSnapshot Listening::snapshot(assets::Instant now) const {
    const auto request = session.live_request();
    app::LiveSnapshot made;
    made.base = request.base;
    made.follows = !request.at;
    made.at = request.at.value_or(now);
    assets::LiveOptions options;
    options.sources.resize(1);
    options.sources[0].id = options.sources[0].kind = "ais";
    options.marked = request.marked;
    auto live = assets::live_scenario(store, *request.base, assets::ContactMatcher{*request.base}, made.at, options);
    made.scenario = std::make_shared<const assets::Scenario>(std::move(live.scenario));
    auto snapshot = std::make_shared<assets::Snapshot>(assets::snapshot_at(*made.scenario, made.at));
    snapshot->targets = std::make_shared<const std::vector<assets::Target>>(std::move(live.targets));
    snapshot->silent_count = live.silent_count;
    made.snapshot = std::move(snapshot);
    made.cards = std::move(live.cards);
    made.silent_contacts = std::move(live.silent_contacts);
    made.marks = std::move(live.marks);
    made.declared = std::move(live.declared);
    return made;
}

void Listening::update(assets::Instant now) {
    app::LiveStatus status;
    status.now = now;
    if (store.counts().points > 0) {
        status.first = store.first();
        status.last = store.last();
    }
    session.adopt(std::move(status));
    session.adopt(snapshot(now));
}

} // namespace listening_test
