#include "assets/model/asset.hpp"

#include <array>
#include <string>

namespace assets {
namespace {

struct Entity {
    std::string_view symbol_set; ///< digits 5 and 6
    std::string_view entity;     ///< beginning of digits 11 to 16; the first match counts
    AssetType type;
};

constexpr std::array entities{
    Entity{"01", "110103", AssetType::Bomber},
    Entity{"01", "110104", AssetType::Fighter},
    Entity{"01", "110105", AssetType::Fighter},
    Entity{"01", "110102", AssetType::Fighter},
    Entity{"01", "110107", AssetType::TransportAircraft},
    Entity{"01", "110109", AssetType::TankerAircraft},
    Entity{"01", "110110", AssetType::MaritimePatrolAircraft},
    Entity{"01", "110116", AssetType::AewAircraft},
    Entity{"01", "1102", AssetType::Helicopter},
    Entity{"01", "1103", AssetType::Uav},
    Entity{"10", "", AssetType::LandUnit},
    Entity{"20", "", AssetType::Base},
    Entity{"30", "120100", AssetType::Carrier},
    Entity{"30", "120202", AssetType::Cruiser},
    Entity{"30", "120203", AssetType::Destroyer},
    Entity{"30", "120204", AssetType::Frigate},
    Entity{"30", "120205", AssetType::Corvette},
    Entity{"30", "120206", AssetType::LittoralCombatShip},
    Entity{"30", "120301", AssetType::CommandShip},
    Entity{"30", "120303", AssetType::AmphibiousAssault}, // general
    Entity{"30", "120304", AssetType::AmphibiousAssault}, // multipurpose
    Entity{"30", "120305", AssetType::AmphibiousAssault}, // helicopter
    Entity{"30", "1203", AssetType::Amphibious},
    Entity{"30", "1204", AssetType::MineWarfare},
    Entity{"30", "1205", AssetType::PatrolShip},
    Entity{"30", "130103", AssetType::CommandShip}, // auxiliary flag ship
    Entity{"30", "130104", AssetType::IntelligenceShip},
    Entity{"30", "130106", AssetType::SurveyShip},
    Entity{"30", "130105", AssetType::SurveyShip}, // oceanographic research ship
    Entity{"30", "130107", AssetType::HospitalShip},
    Entity{"30", "130110", AssetType::Oiler},
    Entity{"30", "13", AssetType::Auxiliary},
    Entity{"30", "1402", AssetType::Fishing},
    Entity{"30", "14", AssetType::Merchant},
    Entity{"35", "1101", AssetType::Submarine},
};

} // namespace

AssetType type_from_sidc(std::string_view sidc) noexcept {
    if (sidc.size() < 20) return AssetType::Other;
    for (const auto& known : entities)
        if (sidc.substr(4, 2) == known.symbol_set && sidc.substr(10, 6).starts_with(known.entity)) return known.type;
    return AssetType::Other;
}

std::string entity_of(AssetType type) {
    constexpr std::size_t digits = 8; // of symbol set and entity
    for (const auto& known : entities)
        if (known.type == type) {
            std::string code{known.symbol_set};
            code += known.entity;
            code.resize(digits, '0');
            return code;
        }
    return {};
}

} // namespace assets
