#include "assets/feeds/cot/cot_types.hpp"
#include "tests/support/catch.hpp"

#include <string>

using assets::AssetType;
using assets::meaning_of_cot_type;
using assets::Side;

namespace {

AssetType type_of(std::string_view cot) {
    return meaning_of_cot_type(cot).value().type;
}
std::string digits(std::string_view cot, std::size_t from, std::size_t count) {
    return meaning_of_cot_type(cot).value().sidc.substr(from, count);
}

} // namespace

TEST_CASE("the codes of ships, aircraft, units and sites give asset types", "[cot]") {
    CHECK(type_of("a-f-S-C-L-C-V") == AssetType::Carrier);
    CHECK(type_of("a-f-S-C-L-C-C") == AssetType::Cruiser);
    CHECK(type_of("a-f-S-C-L-D-D") == AssetType::Destroyer);
    CHECK(type_of("a-f-S-C-L-F-F") == AssetType::Frigate);
    CHECK(type_of("a-f-S-C-A") == AssetType::Amphibious);
    CHECK(type_of("a-f-S-C-A-L-S") == AssetType::Amphibious);
    CHECK(type_of("a-f-S-C-M-M-H") == AssetType::MineWarfare);
    CHECK(type_of("a-f-S-C-P-S-B") == AssetType::PatrolShip);
    CHECK(type_of("a-f-S-N") == AssetType::Auxiliary);
    CHECK(type_of("a-f-S-N-R") == AssetType::Oiler);
    CHECK(type_of("a-h-S-N-I") == AssetType::IntelligenceShip);
    CHECK(type_of("a-f-S-C-L-L-L") == AssetType::LittoralCombatShip);
    CHECK(type_of("a-f-S-G-T") == AssetType::Group);
    CHECK(type_of("a-n-S-X-M-O") == AssetType::Merchant);
    CHECK(type_of("a-n-S-X-F-T-R") == AssetType::Fishing);
    CHECK(type_of("a-n-S-X-L") == AssetType::CoastGuard);
    CHECK(type_of("a-h-U-S-N") == AssetType::Submarine);
    CHECK(type_of("a-f-A-M-F-F-I") == AssetType::Fighter);
    CHECK(type_of("a-f-A-M-F-B") == AssetType::Bomber);
    CHECK(type_of("a-f-A-M-F-C-H") == AssetType::TransportAircraft);
    CHECK(type_of("a-f-A-M-F-K") == AssetType::TankerAircraft);
    CHECK(type_of("a-f-A-M-F-P") == AssetType::MaritimePatrolAircraft);
    CHECK(type_of("a-f-A-M-F-S") == AssetType::MaritimePatrolAircraft);
    CHECK(type_of("a-f-A-M-F-R-W") == AssetType::AewAircraft);
    CHECK(type_of("a-f-A-M-F-Q-r") == AssetType::Uav);
    CHECK(type_of("a-f-A-M-H-A") == AssetType::Helicopter);
    CHECK(type_of("a-f-A-M-H-Q") == AssetType::Uav);
    CHECK(type_of("a-n-A-C-H") == AssetType::Helicopter);
    CHECK(type_of("a-f-G-U-C-I") == AssetType::LandUnit);
    CHECK(type_of("a-f-G-U-H") == AssetType::Headquarters);
    CHECK(type_of("a-f-G-I-B") == AssetType::Base);
    CHECK(type_of("a-f-G-I-B-A") == AssetType::AirBase);
    CHECK(type_of("a-f-G-I-B-N") == AssetType::NavalBase);
    CHECK(type_of("a-h-G-E-W-M-A-L") == AssetType::MissileSite);
    CHECK(type_of("a-h-G-E-S-R") == AssetType::RadarSite);
}

TEST_CASE("a code without an asset type gives Other, with its own symbol", "[cot]") {
    CHECK(type_of("a-n-A-C-F") == AssetType::Other);
    CHECK(digits("a-n-A-C-F", 4, 2) == "01");
    CHECK(digits("a-n-A-C-F", 10, 6) == "120100");
    CHECK(type_of("a-n-S-X-R") == AssetType::Other);
    CHECK(type_of("a-u-U-W-M") == AssetType::Other);
    CHECK(digits("a-u-U-W-M", 4, 2) == "36");
    CHECK(type_of("a-u-P") == AssetType::Other);
    CHECK(type_of("a-f-X") == AssetType::Other);
    CHECK(meaning_of_cot_type("a-f-X").value().sidc.empty()); // no symbol set
}

TEST_CASE("an unknown function is read as its nearest known parent", "[cot]") {
    CHECK(digits("a-f-S-C-L-Z-Z", 10, 6) == "120200");
    CHECK(digits("a-f-S-Q", 10, 6) == "000000");
    CHECK(digits("a-f-G-U-C-I-d", 10, 6) == "121100"); // lower case refines
    CHECK(type_of("a-f-S-C-L-F-F-") == AssetType::Frigate);
    CHECK(type_of("a-f-S-CLFF") == AssetType::Other);
}

TEST_CASE("the affiliation gives the third and fourth digit and the side", "[cot]") {
    struct Expected {
        char letter;
        const char* digits; // context and identity
        Side side;
    };
    for (const Expected& e :
         {Expected{'p', "00", Side::Unknown}, Expected{'u', "01", Side::Unknown}, Expected{'a', "02", Side::Friend},
          Expected{'f', "03", Side::Friend}, Expected{'n', "04", Side::Neutral}, Expected{'s', "05", Side::Hostile},
          Expected{'h', "06", Side::Hostile}, Expected{'j', "15", Side::Friend}, Expected{'k', "16", Side::Friend},
          Expected{'o', "01", Side::None}, Expected{'x', "01", Side::None}, Expected{'?', "01", Side::None}}) {
        CAPTURE(e.letter);
        const std::string cot = std::string{"a-"} + e.letter + "-S-C";
        CHECK(digits(cot, 2, 2) == e.digits);
        CHECK(meaning_of_cot_type(cot).value().side == e.side);
    }
}

TEST_CASE("every symbol code has 30 digits", "[cot]") {
    for (const char* cot :
         {"a-f-S", "a-f-S-C-L-F-F", "a-h-A-M-F-F", "a-f-G-U-H", "a-n-G-E-V-C", "a-u-U-S", "a-f-P-S"}) {
        const auto meaning = meaning_of_cot_type(cot).value();
        CAPTURE(cot, meaning.sidc);
        REQUIRE(meaning.sidc.size() == 30);
        CHECK(meaning.sidc.find_first_not_of("0123456789") == std::string::npos);
        CHECK(meaning.sidc.starts_with("10"));
    }
    CHECK(digits("a-f-G-U-H", 7, 1) == "2"); // the headquarters modifier
}

TEST_CASE("the function decides what is military, else the affiliation", "[cot]") {
    for (const char* yes : {"a-f-S-C", "a-n-S-C-L-F-F", "a-u-A-M-F", "a-f-S", "a-h-A", "a-f-G-U-C", "a-u-G-U-C-I",
                            "a-s-U", "a-f-U-S", "a-u-F", "a-h-G-E-V"})
        CHECK(meaning_of_cot_type(yes).value().military);
    for (const char* no : {"a-f-A-C-F", "a-f-S-X-M", "a-n-S", "a-u-A", "a-p-S", "a-f-G-E-V-C", "a-f-G-U-i-m",
                           "a-f-G-I-c-sch", "a-n-G", "a-h-S-X-F"})
        CHECK_FALSE(meaning_of_cot_type(no).value().military);
    CHECK(meaning_of_cot_type("a-n-S-X-R").value().pleasure);
    CHECK_FALSE(meaning_of_cot_type("a-n-S-X-M").value().pleasure);
}

TEST_CASE("a type that is not an atom has no meaning", "[cot]") {
    for (const char* none : {"", "a", "a-", "a-f", "a-f-", "a-fS-C", "b-m-p-s-m", "t-x-c-t", "u-d-f", "b-t-f", "A-f-S"})
        CHECK_FALSE(meaning_of_cot_type(none));
}
