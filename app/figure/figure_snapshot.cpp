#include "app/figure/figure_snapshot.hpp"

#include "assets/timeline/past/coverage.hpp"
#include "assets/timeline/past/trails.hpp"
#include "assets/timeline/past/voyages.hpp"
#include "render/map/drawing/asset_filter.hpp"

namespace app {

namespace {

std::vector<assets::Voyage> voyages_of(const assets::Scenario& scenario, const render::Figure& figure) {
    const render::AssetFilter filter{figure};
    return assets::voyages_between(scenario, figure.period->from, figure.period->to,
                                   [&](const assets::Asset& asset) { return filter.allows(asset.id); });
}

assets::Snapshot completed(assets::Snapshot snapshot, const assets::Scenario& scenario, const render::Figure& figure) {
    leave_out_zones(snapshot, scenario, figure.hidden);
    if (figure.trail > std::chrono::seconds{0}) snapshot.trails = assets::trails_at(scenario, figure.at, figure.trail);
    if (figure.period) snapshot.voyages = voyages_of(scenario, figure);
    if (figure.shows("coverage"))
        snapshot.coverage = std::make_shared<const assets::Coverage>(assets::coverage_of(scenario, figure.at));
    return snapshot;
}

} // namespace

void leave_out_zones(assets::Snapshot& snapshot, const assets::Scenario& scenario, const std::set<std::string>& ids) {
    if (ids.empty()) return;
    std::erase_if(snapshot.zones, [&](assets::ZoneIndex zone) { return ids.contains(scenario.zones[zone].id); });
}

assets::Snapshot figure_snapshot(const assets::Scenario& scenario, const render::Figure& figure) {
    return completed(assets::snapshot_at(scenario, figure.at), scenario, figure);
}

assets::Snapshot figure_snapshot(const assets::Timeline& timeline, const render::Figure& figure) {
    return completed(timeline.at(figure.at), timeline.scenario(), figure);
}

} // namespace app
