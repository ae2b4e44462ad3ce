// The defaults of every type (speed limit, path rule, age limits), and which types are ships or aircraft.
#include "assets/model/asset.hpp"
#include "assets/model/names.hpp"
#include "tests/support/catch.hpp"

using namespace assets;
using std::chrono::hours;

namespace {

struct Expected {
    std::vector<AssetType> types;
    std::optional<double> max_speed_kn;
    int rank;
};

const std::vector<Expected> ships{
    {{AssetType::Carrier}, 30, 1},
    {{AssetType::AmphibiousAssault}, 22, 2},
    {{AssetType::Submarine}, 22, 3},
    {{AssetType::Cruiser}, 30, 4},
    {{AssetType::Destroyer}, 30, 5},
    {{AssetType::Frigate}, 30, 6},
    {{AssetType::Corvette, AssetType::LittoralCombatShip}, 30, 7},
    {{AssetType::Amphibious, AssetType::CommandShip, AssetType::Oiler, AssetType::IntelligenceShip,
      AssetType::HospitalShip, AssetType::Icebreaker, AssetType::PatrolShip, AssetType::CoastGuard,
      AssetType::Auxiliary, AssetType::Merchant},
     22,
     7},
    {{AssetType::SurveyShip, AssetType::ExpeditionaryBase}, 16, 7},
    {{AssetType::MineWarfare, AssetType::Fishing}, 16, 8}};
const std::vector<Expected> aircraft{{{AssetType::Fighter, AssetType::Bomber}, 550, 7},
                                     {{AssetType::TransportAircraft, AssetType::TankerAircraft, AssetType::AewAircraft,
                                       AssetType::MaritimePatrolAircraft},
                                      450,
                                      7},
                                     {{AssetType::Uav}, 350, 7},
                                     {{AssetType::Helicopter}, 160, 8}};

} // namespace

TEST_CASE("ships move by sea, go stale after two days and are lost after two weeks", "[model]") {
    std::size_t count = 0;
    for (const auto& [types, speed, rank] : ships)
        for (const AssetType type : types) {
            INFO(to_string(type));
            const auto& defaults = defaults_for(type);
            CHECK(defaults.max_speed_kn == speed);
            CHECK(defaults.rank == rank);
            CHECK(defaults.path == PathRule::Sea);
            CHECK(defaults.max_gap == hours{7 * 24});
            CHECK(defaults.stale_after == hours{2 * 24});
            CHECK(defaults.lost_after == hours{14 * 24});
            CHECK(is_ship(type));
            CHECK_FALSE(is_aircraft(type));
            ++count;
        }
    CHECK(count == 22);
}

TEST_CASE("aircraft follow great circles, go stale after six hours and are lost after two days", "[model]") {
    std::size_t count = 0;
    for (const auto& [types, speed, rank] : aircraft)
        for (const AssetType type : types) {
            INFO(to_string(type));
            const auto& defaults = defaults_for(type);
            CHECK(defaults.max_speed_kn == speed);
            CHECK(defaults.rank == rank);
            CHECK(defaults.path == PathRule::GreatCircle);
            CHECK(defaults.max_gap == hours{12});
            CHECK(defaults.stale_after == hours{6});
            CHECK(defaults.lost_after == hours{2 * 24});
            CHECK(is_aircraft(type));
            CHECK_FALSE(is_ship(type));
            ++count;
        }
    CHECK(count == 8);
}

TEST_CASE("assets on land hold their position, and people have no path between fixes", "[model]") {
    for (auto i = static_cast<int>(AssetType::LandUnit); i <= static_cast<int>(AssetType::Other); ++i) {
        const auto type = static_cast<AssetType>(i);
        INFO(to_string(type));
        const auto& defaults = defaults_for(type);
        const bool stationary = type <= AssetType::RadarSite;
        CHECK(defaults.path == (stationary ? PathRule::Hold : PathRule::None));
        CHECK(defaults.max_speed_kn == (type == AssetType::LandUnit ? std::optional{40.0} : std::nullopt));
        CHECK(defaults.rank == 7);
        CHECK_FALSE(defaults.max_gap);
        CHECK(defaults.stale_after == hours{90 * 24});
        CHECK_FALSE(defaults.lost_after);
        CHECK_FALSE((is_ship(type) || is_aircraft(type)));
    }
}

TEST_CASE("the symbol set and entity of a symbol code give the type", "[model]") {
    const auto type_of = [](const std::string& set, const std::string& entity) {
        return type_from_sidc("1003" + set + "0000" + entity + "0000");
    };
    const std::vector<std::tuple<const char*, const char*, AssetType>> all{
        {"01", "110102", AssetType::Fighter},
        {"01", "110103", AssetType::Bomber},
        {"01", "110104", AssetType::Fighter},
        {"01", "110105", AssetType::Fighter},
        {"01", "110107", AssetType::TransportAircraft},
        {"01", "110109", AssetType::TankerAircraft},
        {"01", "110110", AssetType::MaritimePatrolAircraft},
        {"01", "110116", AssetType::AewAircraft},
        {"01", "110200", AssetType::Helicopter},
        {"01", "110300", AssetType::Uav},
        {"01", "120000", AssetType::Other},
        {"10", "121100", AssetType::LandUnit},
        {"20", "110000", AssetType::Base},
        {"30", "120100", AssetType::Carrier},
        {"30", "120202", AssetType::Cruiser},
        {"30", "120203", AssetType::Destroyer},
        {"30", "120204", AssetType::Frigate},
        {"30", "120201", AssetType::Other},
        {"30", "120205", AssetType::Corvette},
        {"30", "120206", AssetType::LittoralCombatShip},
        {"30", "120300", AssetType::Amphibious},
        {"30", "120301", AssetType::CommandShip},
        {"30", "120302", AssetType::Amphibious},
        {"30", "120303", AssetType::AmphibiousAssault},
        {"30", "120304", AssetType::AmphibiousAssault},
        {"30", "120305", AssetType::AmphibiousAssault},
        {"30", "120306", AssetType::Amphibious},
        {"30", "120400", AssetType::MineWarfare},
        {"30", "120500", AssetType::PatrolShip},
        {"30", "130000", AssetType::Auxiliary},
        {"30", "130103", AssetType::CommandShip},
        {"30", "130104", AssetType::IntelligenceShip},
        {"30", "130105", AssetType::SurveyShip},
        {"30", "130106", AssetType::SurveyShip},
        {"30", "130107", AssetType::HospitalShip},
        {"30", "130109", AssetType::Auxiliary},
        {"30", "130110", AssetType::Oiler},
        {"30", "140200", AssetType::Fishing},
        {"30", "140100", AssetType::Merchant},
        {"35", "110100", AssetType::Submarine},
        {"35", "120000", AssetType::Other}};
    for (const auto& [set, entity, type] : all) {
        INFO(set << ' ' << entity);
        CHECK(type_of(set, entity) == type);
    }
    CHECK(type_from_sidc("1003300000120204000") == AssetType::Other); // 19 digits
    CHECK(type_from_sidc("10033000001202040000") == AssetType::Frigate);
    CHECK(type_from_sidc("100330000012020400001234567890") == AssetType::Frigate);
}

TEST_CASE("the entity of a type gives the type back", "[model]") {
    std::vector<AssetType> without_code;
    for (auto i = 0; i <= static_cast<int>(AssetType::Other); ++i) {
        const auto type = static_cast<AssetType>(i);
        INFO(to_string(type));
        const std::string entity = entity_of(type);
        if (entity.empty()) {
            if (is_ship(type) || is_aircraft(type)) without_code.push_back(type);
            continue;
        }
        REQUIRE(entity.size() == 8);
        CHECK(type_from_sidc("1003" + entity.substr(0, 2) + "0000" + entity.substr(2) + "0000") == type);
    }
    CHECK(entity_of(AssetType::Destroyer) == "30120203");
    CHECK(entity_of(AssetType::Amphibious) == "30120300");
    // MIL-STD-2525D knows no such ships, or sees them as civilian ships of another kind.
    CHECK(without_code == std::vector{AssetType::Icebreaker, AssetType::ExpeditionaryBase, AssetType::CoastGuard});
}
