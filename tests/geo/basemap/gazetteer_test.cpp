#include "data_dir.hpp"
#include "geo/basemap/basemap.hpp"
#include "geo/basemap/countries/country_shapes.hpp"
#include "geo/basemap/gazetteer.hpp"
#include "geo/basemap/seas.hpp"
#include "geo/earth/geodesic.hpp"
#include "geo/error.hpp"
#include "geo/text/country_codes.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

#include <algorithm>
#include <fstream>
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
    return support::ScratchFile{"id,name,lon,lat,kind,country,aliases,name_ko,name_ja,name_zh,name_fr,rank,source\n" +
                                    row + "\n",
                                "gazetteer.csv"};
}

} // namespace

TEST_CASE("a wrong name that begins with known names is told the longest of them", "[basemap]") {
    CHECK(did_you_mean("robinsoniana", std::vector<std::string>{"robin", "robins", "eqc"}) ==
          "; did you mean 'robins'?");
    CHECK(did_you_mean("robinsoniana", std::vector<std::string>{"robins", "robin"}) == "; did you mean 'robins'?");
    CHECK(did_you_mean("eqcinsoniana", std::vector<std::string>{"eqc"}).empty()); // three letters are too few
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

TEST_CASE("places are found by their French names, unless these are countries in English", "[gazetteer]") {
    CHECK(gazetteer().by_id("seoul")->names.fr == "Séoul");
    CHECK(ids("Pékin") == std::vector<std::string>{"beijing"});
    CHECK(ids("Base aérienne de Kadena") == std::vector<std::string>{"kadena-air-base"});
    CHECK(ids("Le Caire") == std::vector<std::string>{"cairo"});
    CHECK(gazetteer().by_id("mexico-city")->names.fr == "Mexico");
    CHECK(ids("Mexico").empty());
    CHECK(ids("Panama").empty());
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
    CHECK(gazetteer().nearest("Pusann").front() == "Pusan");
    CHECK(gazetteer().nearest("Zzzzzzzz").empty());
}

TEST_CASE("no name is suggested that is only somewhat like the wrong one", "[gazetteer]") {
    CHECK(close_names("Camp Hansen", {"Camp Casey"}, 1).empty());
    CHECK(close_names("Groton", {"Tri Tôn"}, 1).empty());
    CHECK(close_names("Souda Bay", {"Surabaya"}, 1).empty());
    CHECK(close_names("Cape Town", {"Canton"}, 1).empty());
    CHECK(close_names("Port of Singapore", {"Strait of Singapore"}, 1).empty());
    CHECK(close_names("Yokohma", {"Yokosuka", "Yokohama"}, 2) == std::vector<std::string>{"Yokohama"});
    CHECK(close_names("Ab", {"Aa"}, 1).empty()); // two letters are too few to be misspelt
}

TEST_CASE("places that share a name lie within 25 km, except known namesakes", "[gazetteer]") {
    // Each of these is an error that lists the places, unless the country is given.
    const std::set<std::string> namesakes{"hmcdockyard",  "rota",
                                          "devonport",    "devonportnavalbase",
                                          "gardenisland", "tonghae",
                                          "cartagena",    "georgetown",
                                          "kochi",        "portsmouth",
                                          "tripoli",      "victoria",
                                          "高城",         "고성",
                                          "北海",         "오클랜드",
                                          "オークランド", "奥克兰",
                                          "로타",         "ロタ",
                                          "빅토리아",     "ビクトリア",
                                          "维多利亚",     "セントジョンズ",
                                          "圣约翰",       "빈",
                                          "デボンポート", "金斯敦",
                                          "조지타운",     "ジョージタウン",
                                          "乔治敦",       "카르타헤나",
                                          "カルタヘナ",   "卡塔赫纳",
                                          "트리폴리",     "トリポリ",
                                          "的黎波里"};
    std::map<std::string, std::vector<const Place*>> by_name;
    for (const Place& place : gazetteer().places()) {
        for (const auto* name :
             {&place.id, &place.name, &place.names.ko, &place.names.ja, &place.names.zh, &place.names.fr})
            if (!name->empty()) by_name[fold_name(*name)].push_back(&place);
        for (const auto& alias : place.aliases)
            by_name[fold_name(alias)].push_back(&place);
    }
    std::set<std::string> found;
    for (const auto& [name, places] : by_name)
        for (const Place* other : places)
            if (distance_m(places.front()->position, other->position) > 25'000) {
                INFO(name << ": " << places.front()->id << ", " << other->id);
                CHECK(namesakes.contains(name));
                found.insert(name);
            }
    CHECK(found == namesakes);
}

TEST_CASE("every place has its own id, a rank, a valid country and a known source", "[gazetteer]") {
    CHECK(gazetteer().places().size() >= 900);
    std::set<std::string> seen;
    std::map<int, int> ranks;
    int korean = 0, japanese = 0, chinese = 0, french = 0;
    for (const Place& place : gazetteer().places()) {
        INFO(place.id);
        CHECK(seen.insert(place.id).second);
        CHECK(place.id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos);
        CHECK((place.country.empty() || (is_country_code(place.country) && place.country.size() == 2)));
        if (place.rank <= 3) CHECK_FALSE((place.names.ko.empty() || place.names.ja.empty() || place.names.zh.empty()));
        korean += place.names.ko.empty() ? 0 : 1;
        japanese += place.names.ja.empty() ? 0 : 1;
        chinese += place.names.zh.empty() ? 0 : 1;
        french += place.names.fr.empty() ? 0 : 1;
        ++ranks[place.rank];
    }
    CHECK(std::min({korean, japanese, chinese}) > 1'300);
    CHECK(french > 600); // the others have the same name in French, or none that we know
    CHECK(ranks[1] >= 25);
    CHECK(ranks[1] <= 40);
    for (const char* id : {"tokyo", "seoul", "pyongyang", "beijing", "taipei", "manila", "hanoi", "singapore", "guam",
                           "honolulu", "yokosuka", "busan", "darwin", "london", "paris", "moscow"})
        CHECK(gazetteer().by_id(id)->rank == 1);
    std::ifstream file{data_dir / "gazetteer.csv"};
    std::string line;
    std::getline(file, line);
    while (std::getline(file, line)) {
        const std::string source = line.substr(line.rfind(',') + 1);
        INFO(line);
        CHECK((source == "own" || source == "GeoNames" || source == "OurAirports"));
    }
}

TEST_CASE("every state has its capital", "[gazetteer]") {
    // Without a capital of their own here: territories, and states whose capital is also another kind of place.
    const std::set<std::string> without{"AI", "AQ", "AS", "AX", "BL", "BQ", "BV", "CC", "CK", "CX", "EH", "GG", "GI",
                                        "GP", "GS", "HK", "HM", "IM", "IO", "JE", "MF", "MO", "MP", "MQ", "MS", "NC",
                                        "NF", "NR", "NU", "PF", "PM", "PN", "PS", "RE", "SH", "SJ", "SX", "TF", "TK",
                                        "TW", "UM", "VG", "WF", "YT", "BH", "MV", "OM", "DJ", "IL"};
    std::set<std::string> with;
    for (const Place& place : gazetteer().places())
        if (place.kind == PlaceKind::Capital) with.insert(place.country);
    for (const CountryCode& country : country_codes().first(iso_country_count)) {
        INFO(country.code << " " << country.name);
        if (!without.contains(std::string{country.code})) CHECK(with.contains(std::string{country.code}));
    }
}

TEST_CASE("every place lies in its country or off its coast", "[gazetteer]") {
    // Small places that the polygons of 1:50m give to a neighbour, and bases on land of another state.
    const std::set<std::string> excepted{"panmunjom",     "tumangang", "ceuta",     "vatican-city",
                                         "raf-akrotiri",  "dhekelia",  "jerusalem", "srinagar",
                                         "galwan-valley", "doklam",    "bahrain"};
    const auto countries = CountryShapes::read(data_dir, CountryShapes::Level::Medium50m);
    for (const Place& place : gazetteer().places()) {
        if (excepted.contains(place.id)) continue;
        INFO(place.id << " " << place.country);
        const std::string_view at = countries.at(place.position);
        if (!at.empty()) CHECK(at == place.country);
    }
}

TEST_CASE("places that the first user missed are found", "[gazetteer]") {
    const auto seas = Seas::read(data_dir / "seas.geojson");
    for (const char* name : {"Persian Gulf",
                             "Arabian Gulf",
                             "Gulf of Oman",
                             "Strait of Hormuz",
                             "Bab el-Mandeb",
                             "Gulf of Suez",
                             "Mediterranean",
                             "Eastern Mediterranean",
                             "Western Mediterranean",
                             "Ionian Sea",
                             "Adriatic Sea",
                             "Aegean Sea",
                             "Tyrrhenian Sea",
                             "Black Sea",
                             "Sea of Azov",
                             "Sea of Marmara",
                             "Baltic Sea",
                             "North Sea",
                             "Norwegian Sea",
                             "Barents Sea",
                             "Celtic Sea",
                             "English Channel",
                             "Atlantic",
                             "North Atlantic",
                             "Western Atlantic",
                             "Caribbean",
                             "Gulf of Mexico",
                             "Gulf of Guinea",
                             "Mozambique Channel",
                             "Pacific",
                             "Western Pacific",
                             "Eastern Pacific",
                             "Central Pacific",
                             "Gulf of Alaska",
                             "Arctic",
                             "Ross Sea",
                             "La Pérouse Strait",
                             "Soya Strait",
                             "Osumi Strait",
                             "Tokara Strait",
                             "San Bernardino Strait",
                             "Surigao Strait",
                             "Lombok Strait",
                             "Sunda Strait",
                             "Bass Strait",
                             "Torres Strait",
                             "Great Australian Bight",
                             "Mindanao Sea",
                             "Bohol Sea",
                             "Sibuyan Sea",
                             "Natuna Sea",
                             "Sagami Bay",
                             "Tokyo Bay",
                             "Seto Inland Sea",
                             "SOCAL",
                             "Southern California operating area"}) {
        INFO(name);
        CHECK(seas.find(name) != nullptr);
    }
    for (const char* name : {"Camp Hansen",
                             "Camp Schwab",
                             "Camp Foster",
                             "Camp Walker",
                             "Shimofusa",
                             "Seosan",
                             "Lushunkou",
                             "Ningde",
                             "Jiangnan",
                             "Yeonpyeong",
                             "Baengnyeong",
                             "Bangor",
                             "Alameda",
                             "Seal Beach",
                             "Port Hueneme",
                             "Mayport",
                             "Kings Bay",
                             "New London",
                             "Groton",
                             "Pascagoula",
                             "Newport News",
                             "Rota (Spain)",
                             "Souda Bay",
                             "Gaeta",
                             "Naples",
                             "Sigonella",
                             "Augusta Bay",
                             "Limassol",
                             "Haifa",
                             "Gibraltar",
                             "Toulon",
                             "Brest",
                             "Faslane",
                             "Portsmouth",
                             "Plymouth",
                             "Tromsø",
                             "Keflavík",
                             "Reykjavik",
                             "Fujairah",
                             "Berbera",
                             "Suez Canal",
                             "Panama Canal",
                             "Langkawi",
                             "Lombok",
                             "Rockingham",
                             "Simon's Town",
                             "Cape Town",
                             "Durban",
                             "Rio de Janeiro",
                             "Hawaiian Islands",
                             "Port of Singapore",
                             "USFA Yokosuka",
                             "Changi"}) {
        INFO(name);
        CHECK_FALSE(gazetteer().find(name).empty());
    }
}

TEST_CASE("translations carry no administrative endings", "[gazetteer]") {
    for (const Place& place : gazetteer().places()) {
        INFO(place.id << " " << place.names.ko << " " << place.names.ja << " " << place.names.zh);
        const auto ends = [](const std::string& text, std::string_view ending) {
            return text.size() > ending.size() && text.compare(text.size() - ending.size(), ending.size(), ending) == 0;
        };
        for (const char* ending : {" 시", "직할시", "광역시", "특별시"})
            CHECK_FALSE(ends(place.names.ko, ending));
        for (const char* ending : {"広域市", "特別市", "都市"})
            CHECK_FALSE(ends(place.names.ja, ending));
    }
    CHECK(gazetteer().by_id("pyongyang")->names.ko == "평양");
    CHECK(gazetteer().by_id("hungnam")->names.ko == "흥남");
    CHECK(gazetteer().by_id("tainan")->names.ko == "타이난");
    CHECK(gazetteer().by_id("tainan")->names.zh == "臺南"); // traditional characters, as in Taiwan
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
    for (const char* id : {"swallow-reef", "amboyna-cay", "gaven-reef", "james-shoal", "golan-heights", "jerusalem"}) {
        INFO(id);
        REQUIRE(gazetteer().by_id(id) != nullptr);
        CHECK(gazetteer().by_id(id)->country.empty());
    }
    CHECK(gazetteer().by_id("sevastopol")->country == "UA");
}

TEST_CASE("ports and naval bases lie within 5 km of a coast", "[gazetteer]") {
    // Up a river or on a lake that is not in the coast lines, or built out from a coast that they simplify.
    const std::set<std::string> excepted{"nha-rong",  "cat-lai",       "port-qasim", "mongla",    "hmas-moreton",
                                         "beaumont",  "savannah",      "hamburg",    "rotterdam", "izmail",
                                         "astrakhan", "calabar",       "matadi",     "montreal",  "port-harcourt",
                                         "changi",    "yangshan-port", "dammam",     "ras-isa",   "hmas-waterhen"};
    const Basemap basemap{data_dir};
    for (const Place& place : gazetteer().places()) {
        if (place.kind != PlaceKind::Port && place.kind != PlaceKind::NavalBase) continue;
        if (excepted.contains(place.id)) continue;
        const double lon = place.position.lon(), lat = place.position.lat();
        const double reach_deg = 0.06 / std::max(0.15, std::cos(lat * 3.14159265358979 / 180.0));
        double nearest_km = 1e9;
        for (const auto& line :
             basemap.coast(Level::FineCoast, box(wrap_longitude(lon - reach_deg), std::max(-90.0, lat - 0.06),
                                                 wrap_longitude(lon + reach_deg), std::min(90.0, lat + 0.06))))
            nearest_km = std::min(nearest_km, distance_km(place.position, line));
        INFO(place.id << " " << lon << " " << lat);
        CHECK(nearest_km < 5);
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
    CHECK_THROWS_WITH(Gazetteer::read(csv_with("a,A,200x,0,city,,,,,,,1,own")), Catch::Contains(":2: lon, lat"));
    CHECK_THROWS_WITH(Gazetteer::read(csv_with("a,A,20,91,city,,,,,,,1,own")), Catch::Contains(":2: lon, lat"));
    CHECK_THROWS_WITH(Gazetteer::read(csv_with("a,A,20,9,spaceport,,,,,,,1,own")),
                      Catch::Contains("kind: 'spaceport' is not a known kind"));
    CHECK_THROWS_WITH(Gazetteer::read(csv_with("a,A,20,9,city,,,,,,,7,own")), Catch::Contains("rank"));
    CHECK_THROWS_WITH(Gazetteer::read(csv_with("a,A,20,9")), Catch::Contains("13 fields"));
    const auto quoted = Gazetteer::read(csv_with("a,\"A, or \"\"B\"\"\",20,9,city,,x;y,,,,,1,own"));
    CHECK(quoted.places()[0].name == "A, or \"B\"");
    CHECK(quoted.places()[0].aliases == std::vector<std::string>{"x", "y"});
}
