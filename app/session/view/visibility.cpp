#include "app/session/view/visibility.hpp"

#include "app/base/errors.hpp"
#include "app/base/nearest.hpp"
#include "render/map/layer_list.hpp"

#include <algorithm>
#include <vector>

namespace app {

namespace {

void set_hidden(std::set<std::string>& hidden, const std::string& id, bool on) {
    if (on)
        hidden.erase(id);
    else
        hidden.insert(id);
}

} // namespace

bool Visibility::shows_layer(const std::string& name, const std::string& theme) const {
    return !m_hidden_layers.contains(name) && (m_shown_layers.contains(name) || render::shown_by_default(name, theme));
}

void Visibility::show_asset(const assets::Scenario& scenario, const std::string& id, bool on) {
    if (scenario.asset(id) == nullptr) throw UsageError{"there is no asset '" + id + "'"};
    set_hidden(m_hidden_assets, id, on);
}

void Visibility::show_country(const assets::Scenario& scenario, const std::string& country, bool on) {
    bool any = false;
    for (const auto& asset : scenario.assets) {
        if (asset.country != country) continue;
        any = true;
        set_hidden(m_hidden_assets, asset.id, on);
    }
    if (!any) throw UsageError{"no asset belongs to country '" + country + "'"};
}

void Visibility::show_zone(const assets::Scenario& scenario, const std::string& id, bool on) {
    if (scenario.zone(id) == nullptr) throw UsageError{"there is no zone '" + id + "'"};
    set_hidden(m_hidden_zones, id, on);
}

void Visibility::show_layer(const std::string& name, const std::string& theme, bool on) {
    std::vector<std::string> known = render::layer_names();
    known.insert(known.end(), render::furniture_names().begin(), render::furniture_names().end());
    if (std::find(known.begin(), known.end(), name) == known.end())
        throw UsageError{"there is no layer '" + name + "'" + did_you_mean(name, known)};
    m_hidden_layers.erase(name);
    m_shown_layers.erase(name);
    const bool is_on = render::shown_by_default(name, theme);
    if (on && !is_on) m_shown_layers.insert(name);
    if (!on && is_on) m_hidden_layers.insert(name);
}

void Visibility::show_all_assets_and_zones() noexcept {
    m_hidden_assets.clear();
    m_hidden_zones.clear();
}

void Visibility::forget_missing_assets(const assets::Scenario& scenario) {
    std::erase_if(m_hidden_assets, [&](const std::string& id) { return scenario.asset(id) == nullptr; });
}

void Visibility::forget_missing_zones(const assets::Scenario& scenario) {
    std::erase_if(m_hidden_zones, [&](const std::string& id) { return scenario.zone(id) == nullptr; });
}

} // namespace app
