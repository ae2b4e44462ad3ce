#include "assets/feeds/ais/identity.hpp"
#include "tests/support/catch.hpp"

#include <set>

using namespace assets::ais;

TEST_CASE("the digits of an MMSI give the kind of station and the country", "[ais]") {
    const auto is = [](std::uint32_t mmsi, Station station, std::string_view country) {
        const auto identity = identity_of(mmsi);
        CAPTURE(mmsi);
        CHECK(identity.station == station);
        CHECK(identity.country == country);
    };
    is(316'138'000, Station::Ship, "CA");
    is(440'123'456, Station::Ship, "KR");
    is(775'999'999, Station::Ship, "VE");
    is(200'000'000, Station::Ship, "");
    is(4'310'001, Station::Coast, "JP");
    is(3'669'702, Station::Coast, "US");
    is(23'200'001, Station::ShipGroup, "GB");
    is(111'232'511, Station::SearchAircraft, "GB");
    is(824'412'345, Station::Handheld, "NL");
    is(983'381'234, Station::Craft, "US");
    is(995'031'001, Station::Aid, "AU");
    is(970'012'345, Station::Sart, "");
    is(972'012'345, Station::ManOverboard, "");
    is(974'012'345, Station::Epirb, "");
    for (const std::uint32_t nobody : {0U, 1U, 1'234U, 1'990'000U, 99'000'000U, 112'316'000U, 199'999'999U,
                                       900'000'000U, 971'000'000U, 973'000'000U, 1'000'000'000U, 1'073'741'823U})
        is(nobody, Station::None, "");
}

TEST_CASE("the MIDs of the largest fleets give their countries, and every code has two capital letters", "[ais]") {
    const auto all_are = [](std::string_view country, std::initializer_list<std::uint32_t> mids) {
        for (const auto mid : mids) {
            CAPTURE(mid);
            CHECK(country_of_mid(mid) == country);
        }
    };
    all_are("PA", {351, 352, 353, 354, 355, 356, 357, 370, 371, 372, 373, 374});
    all_are("LR", {636, 637});
    all_are("MH", {538});
    all_are("HK", {477});
    all_are("SG", {563, 564, 565, 566});
    all_are("CN", {412, 413, 414});
    all_are("TW", {416});
    all_are("JP", {431, 432});
    all_are("KR", {440, 441});
    all_are("KP", {445});
    all_are("RU", {273});
    all_are("US", {303, 338, 366, 367, 368, 369});
    all_are("GB", {232, 233, 234, 235});
    all_are("MT", {215, 229, 248, 249, 256});
    all_are("BS", {308, 309, 311});
    all_are("CY", {209, 210, 212});
    all_are("GR", {237, 239, 240, 241});
    all_are("VN", {574});
    all_are("AU", {503});
    all_are("BA", {478});
    all_are("", {0, 199, 200, 217, 222, 300, 400, 499, 599, 600, 700, 776, 800, 999, 4'000'000'000U});
    std::set<std::string_view> countries;
    int given = 0;
    for (std::uint32_t mid = 0; mid < 1000; ++mid) {
        const auto code = country_of_mid(mid);
        if (code.empty()) continue;
        ++given;
        REQUIRE(code.size() == 2);
        CHECK((code[0] >= 'A' && code[0] <= 'Z' && code[1] >= 'A' && code[1] <= 'Z'));
        countries.insert(code);
    }
    CHECK(given > 280);
    CHECK(countries.size() > 200);
}

TEST_CASE("the check digit of an IMO number is verified", "[ais]") {
    CHECK(has_valid_check_digit(9'074'729));
    CHECK(has_valid_check_digit(9'134'270));
    CHECK_FALSE(has_valid_check_digit(9'074'728));
    CHECK_FALSE(has_valid_check_digit(0));
    CHECK_FALSE(has_valid_check_digit(907'472));
    CHECK_FALSE(has_valid_check_digit(90'747'290));
}

TEST_CASE("every ship type code has its documented meaning", "[ais]") {
    using assets::AssetType;
    for (std::uint32_t code = 0; code < 256; ++code) {
        CAPTURE(code);
        const auto kind = ship_type(code);
        CHECK(kind.military == (code == 35));
        CHECK(kind.pleasure == (code == 36 || code == 37));
        const bool reserved = code < 20 || code == 38 || code == 39 || code > 99;
        CHECK(kind.type.has_value() == !reserved);
        CHECK(ship_type_words(static_cast<int>(code)).empty() == reserved);
    }
    CHECK(ship_type_words(52) == "tug");
    CHECK(ship_type_words(55) == "law enforcement vessel");
    CHECK(ship_type_words(84) == "tanker, hazardous category D");
    CHECK(ship_type_words(85) == "tanker");
    CHECK(ship_type_words(-1).empty());
    CHECK(ship_type(30).type == AssetType::Fishing);
    CHECK(ship_type(52).type == AssetType::Merchant);
    CHECK(ship_type(60).type == AssetType::Merchant);
    CHECK(ship_type(90).type == AssetType::Other);
    CHECK(ship_type(51).type == AssetType::CoastGuard);
}
