#include "tests/assets/timeline/scenario_builder.hpp"

#include <algorithm>
#include <stdexcept>

namespace timeline_test {

using namespace assets;

namespace {

TimeText time_text(const std::string& text) {
    const auto time = parse_time_text(text, 0.0);
    if (!time) throw std::runtime_error{"the test's time '" + text + "' cannot be read"};
    return *time;
}

} // namespace

Instant instant(const std::string& text) {
    return time_text(text).first;
}
Instant end_of(const std::string& day) {
    return time_text(day).last;
}
geo::LonLat at(double lon, double lat) {
    return geo::lonlat(lon, lat);
}

AssetIndex ScenarioBuilder::index_of(const std::string& id) const {
    const auto found = std::ranges::find(m_scenario.assets, id, &Asset::id);
    if (found == m_scenario.assets.end()) throw std::runtime_error{"the test has no asset '" + id + "'"};
    return static_cast<AssetIndex>(found - m_scenario.assets.begin());
}

ScenarioBuilder& ScenarioBuilder::asset(const std::string& id, AssetType type) {
    const TypeDefaults& defaults = defaults_for(type);
    Asset a{};
    a.id = id;
    a.name = id;
    a.short_name = id;
    a.type = type;
    a.max_speed_kn = defaults.max_speed_kn;
    a.path = defaults.path;
    a.max_gap = defaults.max_gap;
    a.stale_after = defaults.stale_after;
    a.lost_after = defaults.lost_after;
    a.rank = defaults.rank;
    m_scenario.assets.push_back(std::move(a));
    return *this;
}

ScenarioBuilder& ScenarioBuilder::fix(const FixRow& r) {
    Fix f{};
    f.asset = index_of(r.asset);
    const TimeText from = time_text(r.from);
    f.from = from.first;
    f.edit().precision = from.precision;
    f.edit().open_end = r.to == "*";
    f.to = f.open_end() ? Instant::max() : r.to.empty() ? from.last : time_text(r.to).last;
    using Day = std::chrono::sys_days;
    const bool one_day = !f.open_end() && std::chrono::floor<std::chrono::days>(f.from) ==
                                              Day{std::chrono::floor<std::chrono::days>(f.to)};
    f.edit().during = r.during.value_or(one_day ? During::Sometime : During::Throughout);
    f.position = r.position;
    f.radius_km = r.radius_km;
    f.edit().area = r.area;
    f.edit().at_asset = r.at_asset.empty() ? no_index : index_of(r.at_asset);
    f.edit().kind = r.kind;
    f.edit().activity = r.activity;
    f.edit().time_error_h = r.time_error_h;
    f.course_deg = r.course_deg;
    f.speed_kn = r.speed_kn;
    f.edit().place = r.place;
    f.edit().confidence = r.confidence;
    f.edit().confidence_date = r.confidence;
    f.edit().sources = r.sources;
    f.line = static_cast<int>(m_scenario.fixes.size()) + 2;
    m_scenario.fixes.push_back(std::move(f));
    return *this;
}

ScenarioBuilder& ScenarioBuilder::away(const Away& a) {
    Deployment d{};
    d.asset = index_of(a.asset);
    d.utc_offset_h = m_scenario.utc_offset_h;
    d.from = time_text(a.from).first;
    if (!a.to.empty()) d.to = time_text(a.to).last;
    d.from_error_h = a.from_error_h;
    d.to_error_h = a.to_error_h;
    d.line = static_cast<int>(m_scenario.deployments.size()) + 2;
    m_scenario.deployments.push_back(std::move(d));
    return *this;
}

ScenarioBuilder& ScenarioBuilder::member(const std::string& group, const std::string& asset, Membership::Role role,
                                         const std::string& from, const std::string& to) {
    Membership m{};
    m.group = index_of(group);
    m.asset = index_of(asset);
    m.role = role;
    if (!from.empty()) m.from = time_text(from).first;
    if (!to.empty()) m.to = time_text(to).last;
    m_scenario.members.push_back(m);
    return *this;
}

ScenarioBuilder& ScenarioBuilder::zone(const std::string& id, const std::string& from, const std::string& to) {
    Zone z{.id = id,
           .name = id,
           .kind = ZoneKind::Patrol,
           .status = ZoneStatus::Informal,
           .drawn = Drawn::Exact,
           .valid_from = std::nullopt,
           .valid_to = std::nullopt,
           .shape = CircleShape{at(127, 37), 100},
           .sources = {},
           .note = {},
           .line = 0};
    if (!from.empty()) z.valid_from = time_text(from).first;
    if (!to.empty()) z.valid_to = time_text(to).last;
    m_scenario.zones.push_back(std::move(z));
    return *this;
}

ScenarioBuilder& ScenarioBuilder::event(const std::string& id, const std::string& from, const std::string& to) {
    Event e{};
    e.id = id;
    e.title = id;
    e.from = time_text(from).first;
    e.to = to.empty() ? time_text(from).last : time_text(to).last;
    m_scenario.events.push_back(std::move(e));
    return *this;
}

ScenarioBuilder& ScenarioBuilder::source(const std::string& id) {
    Source source{};
    source.id = id;
    source.title = id;
    m_scenario.sources.push_back(std::move(source));
    return *this;
}

ScenarioBuilder& ScenarioBuilder::title(const std::string& title) {
    m_scenario.title = title;
    return *this;
}

Scenario ScenarioBuilder::build() const {
    Scenario s = m_scenario;
    std::ranges::stable_sort(s.fixes, {}, [](const Fix& f) { return std::pair{f.asset, f.from}; });
    std::ranges::stable_sort(s.deployments, {}, [](const Deployment& d) { return std::pair{d.asset, d.from}; });
    std::ranges::stable_sort(s.events, {}, &Event::from);
    index_by_asset(s);
    close_open_ends(s);
    return s;
}

State state_at(const Scenario& s, Instant t, const std::string& id) {
    // State::leg is cleared, because the state outlives the snapshot that owns the leg.
    const Snapshot snapshot = snapshot_at(s, t);
    const auto i = static_cast<std::size_t>(std::ranges::find(s.assets, id, &Asset::id) - s.assets.begin());
    State state = snapshot.states.at(i);
    state.leg = nullptr;
    return state;
}

State state_at(const Scenario& s, const std::string& when, const std::string& id) {
    return state_at(s, instant(when), id);
}

} // namespace timeline_test
