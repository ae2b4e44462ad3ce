#include "assets/feeds/sbs/icao_blocks.hpp"
#include "tests/support/catch.hpp"

#include <string>

using assets::country_of_icao;
using assets::is_military_icao;

TEST_CASE("addresses of known aircraft give their state of registry", "[sbs]") {
    CHECK(country_of_icao(0xC06B1A) == "CA");
    CHECK(country_of_icao(0xA00001) == "US"); // N1
    CHECK(country_of_icao(0xADF7C7) == "US"); // N99999
    CHECK(country_of_icao(0x4840D6) == "NL"); // a KLM airliner, a common example in texts on ADS-B
    CHECK(country_of_icao(0x40621D) == "GB"); // likewise
    CHECK(country_of_icao(0x86D5E4) == "JP");
    CHECK(country_of_icao(0x71BC21) == "KR");
    CHECK(country_of_icao(0x7C6B2D) == "AU");
    CHECK(country_of_icao(0x75804B) == "PH");
    CHECK(country_of_icao(0x780A3F) == "CN");
    CHECK(country_of_icao(0x4CA2D6) == "IE");
}

TEST_CASE("a block reaches from its first address to its last", "[sbs]") {
    CHECK(country_of_icao(0x300000) == "IT");
    CHECK(country_of_icao(0x33FFFF) == "IT");
    CHECK(country_of_icao(0x340000) == "ES");
    CHECK(country_of_icao(0xAFFFFF) == "US");
    CHECK_FALSE(country_of_icao(0xB00000)); // reserved
    CHECK(country_of_icao(0xC3FFFF) == "CA");
    CHECK_FALSE(country_of_icao(0xC40000));
    CHECK(country_of_icao(0x506C00) == "SI");
    CHECK_FALSE(country_of_icao(0x506BFF));
}

TEST_CASE("unallocated addresses have no country", "[sbs]") {
    for (const unsigned address : {0x000000U, 0x000001U, 0x200000U, 0x5F0000U, 0xF00000U, 0xFFFFFFU, 0x1000000U})
        CHECK_FALSE(country_of_icao(address));
}

TEST_CASE("every country of all 24-bit addresses is two capital letters", "[sbs]") {
    std::string wrong;
    for (std::uint32_t address = 0; address <= 0xFFFFFF; address += 0x100) {
        const auto country = country_of_icao(address);
        if (country && (country->size() != 2 ||
                        country->find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") != std::string_view::npos))
            wrong += std::string{*country} + " ";
    }
    CHECK(wrong.empty());
}

TEST_CASE("military blocks lie within blocks of states", "[sbs]") {
    CHECK(is_military_icao(0xADF7C8));
    CHECK_FALSE(is_military_icao(0xADF7C7));
    CHECK(is_military_icao(0xAFFFFF));
    CHECK(is_military_icao(0x43C0DE));
    CHECK_FALSE(is_military_icao(0x40621D));
    std::string stateless;
    for (std::uint32_t address = 0; address <= 0xFFFFFF; address += 0x10)
        if (is_military_icao(address) && !country_of_icao(address)) stateless += std::to_string(address) + " ";
    CHECK(stateless.empty());
}
