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

void Listening::hear(const std::string& key, std::chrono::seconds after_noon, double lon, const std::string& name,
                     const std::string& country, double speed_kn) {
    assets::FeedMessage report;
    report.key = key;
    report.time = noon + after_noon;
    report.position = geo::lonlat(lon, 20);
    report.type = assets::AssetType::Merchant;
    report.speed_kn = speed_kn;
    if (!name.empty()) report.name = name;
    if (!country.empty()) report.country = country;
    store.take(report);
}

app::LiveSnapshot Listening::picture(assets::Instant now) const {
    const auto wish = session.live_request();
    app::LiveSnapshot made;
    made.base = wish.base;
    made.follows = !wish.at;
    made.at = wish.at.value_or(now);
    assets::LiveOptions options;
    options.sources.resize(1);
    options.marked = wish.marked;
    auto live = assets::live_scenario(store, *wish.base, assets::Matching{*wish.base}, made.at, options);
    made.scenario = std::make_shared<const assets::Scenario>(std::move(live.scenario));
    made.snapshot = std::make_shared<const assets::Snapshot>(assets::snapshot_at(*made.scenario, made.at));
    made.marks = std::move(live.marks);
    made.declared = std::move(live.declared);
    return made;
}

void Listening::see(assets::Instant now) {
    app::LiveStatus status;
    status.now = now;
    if (store.counts().points > 0) {
        status.first = store.first();
        status.last = store.last();
    }
    session.adopt(std::move(status));
    session.adopt(picture(now));
}

} // namespace listening_test
