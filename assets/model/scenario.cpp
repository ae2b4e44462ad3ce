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

} // namespace assets
