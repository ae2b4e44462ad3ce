#pragma once

#include "assets/model/scenario.hpp"

#include <set>
#include <string>

namespace app {

/// The hidden assets and zones (by id), layers and furniture (by name). Setters throw UsageError for unknown names.
class Visibility {
public:
    [[nodiscard]] bool shows_asset(const std::string& id) const { return !m_hidden_assets.contains(id); }
    [[nodiscard]] bool shows_zone(const std::string& id) const { return !m_hidden_zones.contains(id); }
    [[nodiscard]] bool shows_layer(const std::string& name, const std::string& theme) const;
    [[nodiscard]] const std::set<std::string>& hidden_assets() const noexcept { return m_hidden_assets; }
    [[nodiscard]] const std::set<std::string>& hidden_zones() const noexcept { return m_hidden_zones; }
    /// For render::Figure::with and without: the layers and furniture that differ from the defaults.
    [[nodiscard]] const std::set<std::string>& with() const noexcept { return m_shown_layers; }
    [[nodiscard]] const std::set<std::string>& without() const noexcept { return m_hidden_layers; }

    void show_asset(const assets::Scenario&, const std::string& id, bool on);
    void show_country(const assets::Scenario&, const std::string& country, bool on); ///< all assets of the country
    void show_zone(const assets::Scenario&, const std::string& id, bool on);
    void show_layer(const std::string& name, const std::string& theme, bool on);

    void show_all_assets_and_zones() noexcept;
    void forget_missing_assets(const assets::Scenario&);
    void forget_missing_zones(const assets::Scenario&);

private:
    std::set<std::string> m_hidden_assets, m_hidden_zones, m_hidden_layers, m_shown_layers;
};

} // namespace app
