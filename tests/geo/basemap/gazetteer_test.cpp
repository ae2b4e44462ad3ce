#include "data_dir.hpp"
#include "geo/basemap/basemap.hpp"
#include "geo/basemap/gazetteer.hpp"
#include "geo/earth/geodesic.hpp"
#include "geo/error.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

#include <map>
#include <set>

using namespace geo;
using namespace test;

namespace {

const Gazetteer& gazetteer() {
    static const Gazetteer places = Gazetteer::read(data_dir / "gazetteer.csv");
    return places;
}

std::vector<std::string> ids(std::string_view name) {
    std::vector<std::string> found;
    for (const Place* place : gazetteer().find(name))
        found.push_back(place->id);
    return found;
}

support::ScratchFile csv_with(const std::string& row) {
    return support::ScratchFile{
        "id,name,lon,lat,kind,country,aliases,name_ko,name_ja,name_zh,rank,source\n" + row + "\n", "gazetteer.csv"};
}

} // namespace

TEST_CASE("a wrong name that begins with known names is told the longest of them", "[basemap]") {
    CHECK(nearest_name("robinsoniana", {"robin", "robins", "eqc"}) == "robins");
    CHECK(nearest_name("robinsoniana", {"robins", "robin"}) == "robins");
    CHECK(nearest_name("eqcinsoniana", {"eqc"}).empty()); // three letters are too few
    CHECK(did_you_mean_or_list("zzz", {"light", "dark", "sepia"}) == "; use light, dark or sepia");
    CHECK(did_you_mean_or_list("drak", {"light", "dark"}) == "; did you mean 'dark'?");
}

TEST_CASE("names fold to plain lower-case letters", "[gazetteer]") {
    CHECK(fold_name("Đà Nẵng") == "danang");
    CHECK(fold_name("Da Nang") == "danang");
    CHECK(fold_name("Ōminato") == "ominato");
    CHECK(fold_name("Ch’ŏrwŏn") == "chorwon");
    CHECK(fold_name("Nukuʻalofa") == fold_name("Nuku'alofa"));
    CHECK(fold_name("HMCS Montréal") == "hmcsmontreal");
    CHECK(fold_name("Ürümqi") == "urumqi");
    CHECK(fold_name("Huế") == "hue");
    CHECK(fold_name("Hagåtña") == "hagatna");
    CHECK(fold_name("Senkaku/Diaoyu – Is.") == "senkakudiaoyuis");
    CHECK(fold_name("요코스카") == "요코스카");
    CHECK(fold_name("リアモンス・空軍") == "リアモンス空軍");
    CHECK(fold_name("e\u0301") == "e");   // combining accent
    CHECK(fold_name("a\xFF\xC3") == "a"); // broken UTF-8 is dropped
    CHECK(fold_name("×÷·—").empty());
}

TEST_CASE("the edit distance counts inserted, deleted, replaced and swapped letters", "[gazetteer]") {
    CHECK(edit_distance("Yokosuka", "yokosuka") == 0);
    CHECK(edit_distance("Yokuska", "Yokosuka") == 2);
    CHECK(edit_distance("Bsuan", "Busan") == 1);
    CHECK(edit_distance("", "Guam") == 4);
    CHECK(edit_distance("부산", "부싼") == 1);
}

TEST_CASE("places are found by name, alias, id and Korean, Japanese or Chinese name", "[gazetteer]") {
    CHECK(ids("Da Nang").front() == "da-nang");
    CHECK(ids("đà nẵng").front() == "da-nang");
    CHECK(ids("saigon") == std::vector<std::string>{"ho-chi-minh-city"});
    CHECK(ids("요코스카") == std::vector<std::string>{"yokosuka"});
    CHECK(ids("嘉手納基地") == std::vector<std::string>{"kadena-air-base"});
    CHECK(ids("kadena-air-base") == std::vector<std::string>{"kadena-air-base"});
    CHECK(ids("Camranh") == std::vector<std::string>{"cam-ranh"});
    CHECK(ids("Atlantis").empty());
    CHECK(ids("").empty());
}

TEST_CASE("HMC Dockyard finds two distant places, Busan finds the city and its naval base", "[gazetteer]") {
    CHECK(ids("HMC Dockyard") == std::vector<std::string>{"esquimalt", "hmc-dockyard-halifax"});
    const auto busan = gazetteer().find("Busan");
    REQUIRE(busan.size() == 2);
    CHECK(busan[0]->id == "busan");
    CHECK(busan[1]->id == "busan-naval-base");
    CHECK(distance_m(busan[0]->position, busan[1]->position) < 25'000);
}

TEST_CASE("the right name is suggested for a misspelt one", "[gazetteer]") {
    CHECK(gazetteer().nearest("Yokuska") == std::vector<std::string>{"Yokosuka"});
    CHECK(gazetteer().nearest("Incheno") == std::vector<std::string>{"Incheon"});
    CHECK(gazetteer().nearest("Kadina air base").front() == "Kadena Air Base");
    CHECK(gazetteer().nearest("Zzzzzzzz").empty());
    CHECK(gazetteer().nearest("Pusann", 3).size() == 3);
}

TEST_CASE("places that share a name lie within 25 km, except the two dockyards", "[gazetteer]") {
    std::map<std::string, std::vector<const Place*>> by_name;
    for (const Place& place : gazetteer().places()) {
        by_name[fold_name(place.name)].push_back(&place);
        for (const auto& alias : place.aliases)
            by_name[fold_name(alias)].push_back(&place);
    }
    for (const auto& [name, places] : by_name)
        for (const Place* other : places) {
            if (name == "hmcdockyard") continue;
            INFO(name << ": " << places.front()->id << ", " << other->id);
            CHECK(distance_m(places.front()->position, other->position) < 25'000);
        }
}

TEST_CASE("every place has its own id, a rank and names in three scripts", "[gazetteer]") {
    CHECK(gazetteer().places().size() >= 400);
    std::set<std::string> seen;
    std::map<int, int> ranks;
    for (const Place& place : gazetteer().places()) {
        INFO(place.id);
        CHECK(seen.insert(place.id).second);
        CHECK(place.id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos);
        CHECK((place.country.empty() || place.country.size() == 2));
        CHECK_FALSE((place.name_ko.empty() || place.name_ja.empty() || place.name_zh.empty()));
        ++ranks[place.rank];
    }
    CHECK(ranks[1] >= 25);
    CHECK(ranks[1] <= 40);
    for (const char* id : {"tokyo", "seoul", "pyongyang", "beijing", "taipei", "manila", "hanoi", "singapore", "guam",
                           "honolulu", "yokosuka", "busan", "darwin"})
        CHECK(gazetteer().by_id(id)->rank == 1);
}

TEST_CASE("translations carry no administrative endings", "[gazetteer]") {
    for (const Place& place : gazetteer().places()) {
        INFO(place.id << " " << place.name_ko << " " << place.name_ja << " " << place.name_zh);
        const auto ends = [](const std::string& text, std::string_view ending) {
            return text.size() > ending.size() && text.compare(text.size() - ending.size(), ending.size(), ending) == 0;
        };
        for (const char* ending : {" 시", "직할시", "광역시", "특별시"})
            CHECK_FALSE(ends(place.name_ko, ending));
        for (const char* ending : {"広域市", "特別市", "都市"})
            CHECK_FALSE(ends(place.name_ja, ending));
    }
    CHECK(gazetteer().by_id("pyongyang")->name_ko == "평양");
    CHECK(gazetteer().by_id("hungnam")->name_ko == "흥남");
    CHECK(gazetteer().by_id("tainan")->name_ko == "타이난");
    CHECK(gazetteer().by_id("tainan")->name_zh == "臺南"); // traditional characters, as in Taiwan
    CHECK(gazetteer().by_id("da-nang")->name == "Đà Nẵng");
}

TEST_CASE("disputed islands and shoals belong to no country", "[gazetteer]") {
    for (const char* id : {"senkaku-diaoyu", "dokdo-takeshima", "scarborough-shoal", "second-thomas-shoal",
                           "paracel-islands", "spratly-islands", "ieodo", "southern-kurils", "mischief-reef"}) {
        INFO(id);
        REQUIRE(gazetteer().by_id(id) != nullptr);
        CHECK(gazetteer().by_id(id)->country.empty());
    }
    CHECK(gazetteer().by_id("baengnyeong-island")->country == "KR");
    CHECK(gazetteer().by_id("taipei")->kind == PlaceKind::City);
}

TEST_CASE("ports and naval bases lie within 8 km of a coast", "[gazetteer]") {
    const std::set<std::string> up_river{"nha-rong"}; // 45 km up the Saigon River, which is not in the coast lines
    const Basemap basemap{data_dir};
    for (const Place& place : gazetteer().places()) {
        if (place.kind != PlaceKind::Port && place.kind != PlaceKind::NavalBase) continue;
        if (up_river.count(place.id) != 0) continue;
        const double lon = place.position.lon(), lat = place.position.lat();
        double nearest_km = 1e9;
        for (const auto& line : basemap.coast(
                 Level::FineCoast, box(wrap_longitude(lon - 0.3), lat - 0.2, wrap_longitude(lon + 0.3), lat + 0.2)))
            nearest_km = std::min(nearest_km, distance_km(place.position, line));
        INFO(place.id << " " << lon << " " << lat);
        CHECK(nearest_km < 8);
    }
}

TEST_CASE("the default radius of a place depends on its kind", "[gazetteer]") {
    CHECK(default_radius_km(PlaceKind::Port) == 5);
    CHECK(default_radius_km(PlaceKind::Airfield) == 5);
    CHECK(default_radius_km(PlaceKind::Capital) == 15);
    CHECK(default_radius_km(PlaceKind::Island) == 25);
    CHECK(to_string(PlaceKind::NavalBase) == "naval_base");
    CHECK(place_kind("air_base") == PlaceKind::AirBase);
    CHECK_FALSE(place_kind("spaceport").has_value());
}

TEST_CASE("errors in the gazetteer name the file and the line", "[gazetteer]") {
    CHECK_THROWS_WITH(Gazetteer::read("/nowhere.csv"), Catch::Contains("/nowhere.csv"));
    CHECK_THROWS_WITH(Gazetteer::read(csv_with("a,A,200x,0,city,,,,,,1,own")), Catch::Contains(":2: lon, lat"));
    CHECK_THROWS_WITH(Gazetteer::read(csv_with("a,A,20,91,city,,,,,,1,own")), Catch::Contains(":2: lon, lat"));
    CHECK_THROWS_WITH(Gazetteer::read(csv_with("a,A,20,9,spaceport,,,,,,1,own")),
                      Catch::Contains("kind: 'spaceport' is not a known kind"));
    CHECK_THROWS_WITH(Gazetteer::read(csv_with("a,A,20,9,city,,,,,,7,own")), Catch::Contains("rank"));
    CHECK_THROWS_WITH(Gazetteer::read(csv_with("a,A,20,9")), Catch::Contains("12 fields"));
    const auto quoted = Gazetteer::read(csv_with("a,\"A, or \"\"B\"\"\",20,9,city,,x;y,,,,1,own"));
    CHECK(quoted.places()[0].name == "A, or \"B\"");
    CHECK(quoted.places()[0].aliases == std::vector<std::string>{"x", "y"});
}
