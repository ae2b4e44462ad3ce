#pragma once

#include "assets/model/scenario.hpp"

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace assets {

/// The zones that come with the program, from zones.geojson and zone_sources.csv of geo/data.
struct BuiltinZones {
    std::vector<Zone> zones;     ///< in file order; `Zone::sources` are indices into `sources`
    std::vector<Source> sources; ///< of the zones

    [[nodiscard]] const Zone* find(std::string_view id) const noexcept; ///< null if there is none
    [[nodiscard]] std::vector<std::string> ids() const;
};

/// Reads the zones from the folder of geo/data. Throws geo::ReadError.
[[nodiscard]] BuiltinZones read_builtin_zones(const std::filesystem::path& data_dir);

/// Adds zones and their sources to a scenario. Leaves out ids that the scenario has already and ids that do not exist.
void add_builtin_zones(Scenario&, const BuiltinZones&, std::span<const std::string> ids);

/// Whether the scenario has a zone of its own with this id, which is drawn instead of the built-in one.
[[nodiscard]] bool has_own_zone(const Scenario&, std::string_view id) noexcept;

/// "there is no built-in zone 'dzm'; did you mean 'dmz'? Known: dmz, mdl ..."
[[nodiscard]] std::string no_builtin_zone(const std::string& id, const BuiltinZones&);
/// "the scenario's own zone 'dmz' is used instead of the built-in one"
[[nodiscard]] std::string own_zone_is_used(const std::string& id);

} // namespace assets
