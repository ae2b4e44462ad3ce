#include "data_dir.hpp"
#include "geo/basemap/atlas.hpp"
#include "geo/basemap/names/countries.hpp"
#include "geo/error.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

#include <algorithm>
#include <map>
#include <tuple>

using namespace geo;
using namespace test;

namespace {

support::ScratchFile csv_with(const std::string& row) {
    return support::ScratchFile{"iso,name,short_name,lon,lat,rank,name_ko,name_ja,name_zh,name_fr\n" + row + "\n",
                                "countries.csv"};
}

} // namespace

TEST_CASE("all rows of a country agree, and every country has names in all languages", "[countries]") {
    const auto countries = read_countries(data_dir / "countries.csv");
    std::map<std::string, const Country*> seen;
    for (const Country& country : countries) {
        INFO(country.iso);
        const Country& first = *seen.emplace(country.iso, &country).first->second;
        CHECK(std::tie(first.name, first.names.ko, first.names.ja, first.names.zh, first.names.fr, first.rank) ==
              std::tie(country.name, country.names.ko, country.names.ja, country.names.zh, country.names.fr,
                       country.rank));
        CHECK_FALSE((country.names.ko.empty() || country.names.ja.empty() || country.names.zh.empty() ||
                     country.names.fr.empty()));
        CHECK(country.short_name.size() < country.name.size());
    }
    CHECK(seen.size() >= 190);
    for (const char* iso : {"KP", "KR", "JP", "CN", "TW", "RU", "PH", "VN", "MY", "ID", "TH", "AU", "PG", "NZ",
                            "IN", "MM", "LA", "KH", "MN", "BD", "LK", "BN", "SG", "TL", "FJ", "SB", "CA", "US"})
        CHECK(seen.contains(iso));
}

TEST_CASE("the label points of large countries lie on land", "[countries]") {
    const auto atlas = Atlas::open(data_dir);
    int named = 0;
    for (const Country& country : atlas->countries) {
        if (country.rank > 2) continue; // small island states are named beside their islands
        INFO(country.iso);
        CHECK(atlas->land.on_land(country.label));
        ++named;
    }
    CHECK(named >= 15);
}

TEST_CASE("errors in the table of countries name the file and the line", "[countries]") {
    CHECK_THROWS_WITH(read_countries("/nowhere.csv"), Catch::Contains("/nowhere.csv"));
    CHECK_THROWS_WITH(read_countries(csv_with("KR,South Korea,,127,91,2,,,,")), Catch::Contains(":2: lon, lat"));
    CHECK_THROWS_WITH(read_countries(csv_with("KR,South Korea,,127,37,4,,,,")), Catch::Contains("rank"));
    CHECK_THROWS_WITH(read_countries(csv_with("KOR,South Korea,,127,37,2,,,,")), Catch::Contains("iso"));
    CHECK_THROWS_WITH(read_countries(csv_with("KR,South Korea")), Catch::Contains("10 fields"));
}
