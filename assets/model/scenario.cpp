#include "assets/model/scenario.hpp"

#include <algorithm>

namespace assets {
namespace {

template <class T>
std::span<const T> part(const std::vector<T>& all, const std::vector<std::size_t>& first, AssetIndex asset) {
    if (std::size_t{asset} + 1 >= first.size()) return {};
    return std::span{all}.subspan(first[asset], first[asset + 1] - first[asset]);
}

template <class T>
const T* with_id(const std::vector<T>& all, std::string_view id) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const T& x) { return x.id == id; });
    return found == all.end() ? nullptr : &*found;
}

/// [first[i], first[i + 1]) are the records of asset i.
template <class T>
std::vector<std::size_t> first_of_each(const std::vector<T>& records, std::size_t assets) {
    std::vector<std::size_t> first(assets + 1, 0);
    for (const auto& record : records)
        ++first[record.asset + 1];
    for (std::size_t i = 1; i < first.size(); ++i)
        first[i] += first[i - 1];
    return first;
}

} // namespace

bool is_feed(const Source& source) noexcept {
    return source.kind == "ais" || source.kind == "cot" || source.kind == "sbs";
}

std::span<const Fix> Scenario::fixes_of(AssetIndex asset_index) const {
    return part(fixes, first_fix, asset_index);
}

std::span<const Deployment> Scenario::deployments_of(AssetIndex asset_index) const {
    return part(deployments, first_deployment, asset_index);
}

const Asset* Scenario::asset(std::string_view id) const {
    return with_id(assets, id);
}

const Zone* Scenario::zone(std::string_view id) const {
    return with_id(zones, id);
}

void index_by_asset(Scenario& scenario) {
    scenario.first_fix = first_of_each(scenario.fixes, scenario.assets.size());
    scenario.first_deployment = first_of_each(scenario.deployments, scenario.assets.size());
}

void close_open_ends(Scenario& scenario) {
    for (auto fix = scenario.fixes.begin(); fix != scenario.fixes.end(); ++fix) {
        if (!fix->open_end()) continue;
        fix->to = far_future;
        for (const auto& deployment : scenario.deployments_of(fix->asset))
            if (deployment.to && deployment.from <= fix->from && fix->from <= *deployment.to)
                fix->to = std::min(fix->to, *deployment.to);
        const auto later = std::find_if(fix, scenario.fixes.end(), [&](const Fix& other) {
            return other.asset != fix->asset || other.from > fix->from;
        });
        if (later != scenario.fixes.end() && later->asset == fix->asset)
            fix->to = std::min(fix->to, later->from - tick);
    }
}

} // namespace assets
