#include "app/scenario/with_zones.hpp"

#include "app/base/errors.hpp"
#include "assets/formats/scenario/builtin_zones.hpp"

namespace app {

WithZones with_zones(std::shared_ptr<const assets::Scenario> scenario, const std::vector<std::string>& ids) {
    const auto builtin = assets::read_builtin_zones(scenario->atlas->data_dir);
    WithZones result;
    for (const std::string& id : ids) {
        if (builtin.find(id) == nullptr) throw UsageError{"--zones: " + assets::no_builtin_zone(id, builtin)};
        if (assets::has_own_zone(*scenario, id)) result.notes.push_back("--zones: " + assets::own_zone_is_used(id));
    }
    auto with = std::make_shared<assets::Scenario>(*scenario);
    assets::add_builtin_zones(*with, builtin, ids);
    result.scenario = std::move(with);
    return result;
}

} // namespace app
