#include "render/map/words/names.hpp"
#include "render/map/words/words.hpp"
#include "tests/render/map/map_support.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

using render::MapName;
using render::Names;

namespace {

Names in(const std::string& languages) {
    const auto read = geo::name_languages(languages);
    REQUIRE(read);
    return {*read, {}};
}

std::vector<std::string> texts(const MapName& name) {
    std::vector<std::string> all;
    for (const MapName::Part& part : name.parts)
        all.push_back(part.text);
    return all;
}
using Texts = std::vector<std::string>;

/// The fixture with a ship of each kind of place, drawn in these languages of names and in English words.
render::Composition drawn(const std::string& names, const std::string& words = "en") {
    render::Figure figure = support::page(1800, 1200, 192, "2024-06-25");
    figure.names = names;
    figure.words = words;
    figure.centre = geo::lonlat(128.5, 33.5);
    figure.width_km = 1400;
    return support::compose(*support::scenario("tests/fixtures/names"), figure);
}

/// The text of an item of the layout; empty when there is none.
std::string text_of(const render::Composition& map, std::string_view kind, std::string_view id) {
    for (const render::LayoutItem& item : map.layout.items)
        if (item.kind == kind && item.id == id) return item.text;
    return {};
}

/// Every text on the map and around it.
std::string all_text(const render::Composition& map) {
    std::string all;
    for (const render::LayoutItem& item : map.layout.items)
        if (item.kind != "symbol") all += item.text + "\n";
    return all;
}

} // namespace

TEST_CASE("languages of names are one or two different ones", "[names]") {
    CHECK(geo::name_languages("ko")->first == "ko");
    CHECK(geo::name_languages("ko")->second.empty());
    CHECK(geo::name_languages("zh+en")->first == "zh");
    CHECK(geo::name_languages("zh+en")->second == "en");
    for (const auto* wrong : {"", "de", "en+", "+en", "en+en", "en+ko+ja", "EN"})
        CHECK_FALSE(geo::name_languages(wrong));
    CHECK(geo::name_language_choices().size() == 5 + 20);
}

TEST_CASE("a thing is named in the languages in which it has a name", "[names]") {
    const geo::LocalNames busan{.en = {}, .ko = "부산", .ja = "釜山", .zh = "釜山"};
    CHECK(texts(in("en").of("Busan", busan)) == Texts{"Busan"});
    CHECK(texts(in("ko").of("Busan", busan)) == Texts{"부산"});
    CHECK(texts(in("en+ko").of("Busan", busan)) == Texts{"Busan", "부산"});
    CHECK(texts(in("ko+en").of("Busan", busan)) == Texts{"부산", "Busan"});
    CHECK(in("en+ko").of("Busan", busan).in_line() == "Busan 부산");
    CHECK(texts(in("ja+zh").of("Busan", busan)) == Texts{"釜山"}); // equal names are printed once
    const geo::LocalNames asahi{.en = {}, .ko = {}, .ja = "あさひ", .zh = {}};
    CHECK(texts(in("ko").of("Asahi", asahi)) == Texts{"Asahi"});
    CHECK(texts(in("ko+ja").of("Asahi", asahi)) == Texts{"あさひ"});
    CHECK(texts(in("en+ko").of("Asahi", asahi)) == Texts{"Asahi"});
    CHECK(texts(in("ko+zh").of("Asahi", asahi)) == Texts{"Asahi"});
    const geo::LocalNames declared_in_korean{.en = "Seoul", .ko = {}, .ja = {}, .zh = {}};
    CHECK(texts(in("en").of("서울", declared_in_korean)) == Texts{"Seoul"});
    CHECK(texts(in("ko").of("서울", declared_in_korean)) == Texts{"서울"});
    CHECK(in("zh").of("Busan", busan).parts.front().lang == "zh-Hans");
    CHECK(in("zh").of("Asahi", asahi).parts.front().lang == "en");
}

TEST_CASE("a name that runs from right to left keeps what follows it on its right", "[names]") {
    const auto scenario = support::scenario("tests/fixtures/names");
    const std::string mark = "\u200e";
    CHECK(in("en").of("جدة", {}).in_line() == "جدة" + mark);
    CHECK(in("en").of("חיפה", {}).in_line() == "חיפה" + mark);
    CHECK(in("en").of_place(*scenario, "جدة", std::nullopt) == "جدة" + mark);
    CHECK(in("en+ko").of("Jeddah", {.en = {}, .ko = "지다", .ja = {}, .zh = {}}).in_line() == "Jeddah 지다");
    for (const std::string left_to_right :
         {"Montréal", "Đà Nẵng", "Мирный", "สัตหีบ", "विक्रांत", "서울", "東京", "（東）", "🚢", ""})
        CHECK(in("en").of(left_to_right, {}).in_line() == left_to_right);
}

TEST_CASE("a line of words and names is set for the names' language if the words have no Han characters", "[names]") {
    CHECK(in("en").line_language("en") == "en");
    CHECK(in("en+zh").line_language("en") == "zh-Hans");
    CHECK(in("ko").line_language("fr") == "ko");
    CHECK(in("zh").line_language("ko") == "zh-Hans");
    CHECK(in("zh").line_language("ja") == "ja");
}

TEST_CASE("places of reports are named in the languages of names", "[names]") {
    const auto scenario = support::scenario("tests/fixtures/names");
    const auto place = [&](const std::string& languages, const std::string& written,
                           std::optional<geo::LonLat> at = geo::lonlat(129, 35)) {
        return in(languages).of_place(*scenario, written, at);
    };
    CHECK(place("en", "Busan") == "Busan");
    CHECK(place("ko", "Busan") == "부산");
    CHECK(place("en+ko", "busan") == "busan 부산");
    CHECK(place("ko", "Pier One", geo::lonlat(126.6, 34.9)) == "일번 부두"); // of places.csv
    CHECK(place("ja", "Pier One", geo::lonlat(126.6, 34.9)) == "Pier One");
    CHECK(place("ko", "Busan, South Korea") == "부산");
    CHECK(place("ko", "off Guam", geo::lonlat(144.7, 13.4)) == "off 괌");
    CHECK(place("en+ko", "off Guam", geo::lonlat(144.7, 13.4)) == "off Guam 괌");
    CHECK(place("zh", "Rota", geo::lonlat(-6.3, 36.6)) == "罗塔");
    CHECK(place("zh", "Rota", geo::lonlat(145.2, 14.1)) == "罗塔岛");
    CHECK(place("ko", "Yellow Sea") == "황해");
    CHECK(place("ko", "somewhere in the fog") == "somewhere in the fog");
    CHECK(place("ko", "Busan", geo::lonlat(10, 50)) == "Busan"); // a place of that name, but not this one
}

TEST_CASE("the words around a place are those of the map's words", "[names]") {
    const auto scenario = support::scenario("tests/fixtures/names");
    const auto place = [&](const std::string& words_language, const std::string& languages, const std::string& written,
                           std::optional<geo::LonLat> at = std::nullopt) {
        auto words =
            render::Words::read(std::string{THEATRUM_SOURCE_DIR} + "/render/words/" + words_language + ".toml");
        words.set_names({*geo::name_languages(languages), {{"en", {{"JP", "Japan"}}}, {"ja", {{"JP", "日本"}}}}});
        return words.names().of_place(*scenario, written, at);
    };
    const geo::LonLat guam = geo::lonlat(144.7, 13.4);
    CHECK(place("ja", "ja", "off Okinawa") == "沖縄沖");
    CHECK(place("ja", "ja", "near Guam", guam) == "グアム付近");
    CHECK(place("ja", "ja", "off Taiwan") == "台湾沖");
    CHECK(place("ja", "ja", "in the waters off Guam", guam) == "グアム沖の海域");
    CHECK(place("ja", "en", "off Okinawa") == "Okinawa沖");
    CHECK(place("ko", "ko", "off the coast of Japan") == "일본 앞바다");
    CHECK(place("ko", "ko", "seas around Guam", guam) == "괌 주변 해역");
    CHECK(place("en", "ja", "off Okinawa") == "off 沖縄");
    CHECK(place("en", "ja", "off Japan") == "off 日本");
    CHECK(place("en", "en", "in the waters off Guam") == "in the waters off Guam");
    CHECK(place("fr", "fr", "off Guam", guam) == "au large de Guam");
    CHECK(place("fr", "fr", "off Okinawa") == "au large d’Okinawa");
    CHECK(place("fr", "fr", "off Cape Town") == "au large du Cap");
    CHECK(place("fr", "fr", "near Falkland Islands") == "près des îles Malouines");
    CHECK(place("fr", "fr", "off Easter Island") == "au large de l’île de Pâques");
    CHECK(place("fr", "fr", "off Japan") == "au large du Japon");
    CHECK(place("fr", "fr", "off South Korea") == "au large de la Corée du Sud");
    CHECK(place("fr", "fr", "off Australia") == "au large de l’Australie");
    CHECK(place("fr", "fr", "off Taiwan") == "au large de Taïwan");
    CHECK(place("fr", "fr", "waters off the Philippines", geo::lonlat(120, 15)) == "Eaux autour des Philippines");
    CHECK(place("fr", "fr", "near the Philippines") == "près des Philippines");
    CHECK(place("ja", "ja", "off Georgia", geo::lonlat(-80, 31)) == "Georgia沖"); // the state, not the country
    CHECK(place("ja", "ja", "off somewhere") == "somewhere沖");
}

TEST_CASE("French names of seas and countries are printed as French prints them", "[names]") {
    const auto french = drawn("fr", "fr");
    CHECK(text_of(french, "label", "yellow-sea") == "Mer Jaune");
    CHECK_THAT(text_of(french, "label", "wide"), Catch::Contains("mer de Chine orientale")); // inside a sentence
    CHECK(text_of(french, "label", "country-JP") == "JAPON");
    CHECK_THAT(all_text(french), !Catch::Contains("Mer Jaune (") && !Catch::Contains("SOUTH KOREA"));
}

TEST_CASE("a legend row for zones with one French beginning has one space before its remark", "[names]") {
    render::Figure figure = support::page(1920, 1080, 96, "2024-05-15");
    figure.names = figure.words = "fr";
    const auto french = all_text(support::compose(*support::scenario("assets/scenarios/canada-2024"), figure));
    CHECK_THAT(french, Catch::Contains("Zone de surveillance NEON (à titre indicatif)"));
}

TEST_CASE("a map names assets, places, seas, zones and countries in the language of names", "[names]") {
    const auto korean = drawn("ko");
    CHECK(text_of(korean, "label", "sejong").starts_with("세종대왕함"));
    CHECK_THAT(text_of(korean, "label", "sejong"), Catch::Contains("부산"));
    CHECK(text_of(korean, "label", "asahi").starts_with("Asahi")); // no Korean name
    CHECK_THAT(text_of(korean, "label", "asahi"), Catch::Contains("사세보"));
    CHECK(text_of(korean, "label", "first") == "일호");
    CHECK_THAT(text_of(korean, "label", "roster:Pier One"), Catch::Contains("일번 부두"));
    CHECK_THAT(text_of(korean, "label", "wide"), Catch::Contains("넓은배"));
    CHECK_THAT(text_of(korean, "label", "wide"), Catch::Contains("in 동중국해")); // other words follow --words
    CHECK(text_of(korean, "label", "drill") == "훈련 구역");
    CHECK(text_of(korean, "label", "yellow-sea") == "황해");
    CHECK(text_of(korean, "label", "country-JP") == "일본");
    const std::string legend = text_of(korean, "furniture", "legend") + all_text(korean);
    CHECK_THAT(legend, Catch::Contains("한국"));
    CHECK_THAT(text_of(korean, "furniture", "unplaced"), Catch::Contains("실종함") && Catch::Contains("off 괌"));
    CHECK_THAT(text_of(korean, "furniture", "unplaced"), Catch::Contains("싱가포르"));
    CHECK_THAT(text_of(korean, "furniture", "asof"), Catch::Contains("25 June 2024"));
    CHECK_THAT(all_text(korean), !Catch::Contains("Sejong the Great") && !Catch::Contains("Drill box"));
}

TEST_CASE("a place that a scenario declares without other names has those of the gazetteer", "[names]") {
    assets::Scenario scenario;
    scenario.atlas = support::atlas();
    const auto declare = [&](const std::string& name, double lon, double lat) {
        geo::Place place = *scenario.atlas->gazetteer.by_id("naples");
        place.id = place.name = name;
        place.aliases.clear();
        place.names = {};
        place.position = geo::lonlat(lon, lat);
        scenario.places = {place};
    };
    declare("Naples", 14.25, 40.83);
    CHECK(in("ja").of_place(scenario, "Naples", geo::lonlat(14.25, 40.83)) == "ナポリ");
    CHECK(in("ja").of_place(scenario, "Naples", {}) == "ナポリ");
    declare("Naples", -81.8, 26.1); // the one in Florida
    CHECK(in("ja").of_place(scenario, "Naples", geo::lonlat(-81.8, 26.1)) == "Naples");
}

TEST_CASE("a map prints names in two languages", "[names]") {
    const auto both = drawn("en+ko");
    CHECK(text_of(both, "label", "sejong").starts_with("Sejong the Great"));
    CHECK_THAT(text_of(both, "label", "sejong"), Catch::Contains("세종대왕함") && Catch::Contains("Busan 부산"));
    CHECK(text_of(both, "label", "first") == "First 일호");
    CHECK_THAT(text_of(both, "label", "roster:Pier One"), Catch::Contains("Pier One 일번 부두"));
    CHECK_THAT(text_of(both, "label", "yellow-sea"), Catch::Contains("Yellow Sea") && Catch::Contains("황해"));
    CHECK(text_of(both, "label", "drill") == "Drill box 훈련 구역");
    CHECK_THAT(text_of(both, "label", "country-JP"), Catch::Contains("JAPAN") && Catch::Contains("일본"));
    CHECK_THAT(text_of(both, "label", "wide"), Catch::Contains("the East China Sea 동중국해"));
    CHECK_THAT(all_text(both), Catch::Contains("South Korea 한국"));
    CHECK_THAT(text_of(both, "furniture", "unplaced"), Catch::Contains("Lost 실종함"));
}

TEST_CASE("each line of a label in two languages is set for its language", "[names]") {
    const auto both = drawn("ja+zh");
    const auto* sea = support::find_group(both.picture.commands, "seas", "sea", "east-china-sea");
    REQUIRE(sea != nullptr);
    std::vector<std::string> languages;
    for (const render::Command& command : sea->commands)
        if (const auto* text = std::get_if<render::DrawText>(&command.value)) languages.push_back(text->lang);
    CHECK(languages == Texts{"ja", "zh-Hans"});
}

TEST_CASE("a long line of Japanese below a name is broken behind commas", "[names]") {
    render::Figure figure = support::page(1920, 1080, 192, "2024-07-31");
    figure.projection = "eqearth";
    figure.centre = geo::lonlat(175, 8);
    figure.width_km = 17500;
    figure.names = figure.words = "ja";
    const auto map = support::compose(*support::scenario("assets/scenarios/canada-2024"), figure);
    const auto label = std::ranges::find_if(map.layout.items, [](const render::LayoutItem& item) {
        return item.kind == "label" && item.id == "caf-rimpac";
    });
    REQUIRE(label != map.layout.items.end());
    CHECK_THAT(label->text, Catch::Contains("バンクーバー") && Catch::Contains("アステリックス"));
    CHECK(label->box_mm.w < 50);
}

TEST_CASE("words and names have languages of their own", "[names]") {
    CHECK_THAT(all_text(drawn("en", "ko")), Catch::Contains("2024년") && Catch::Contains("South Korea"));
    CHECK_THAT(all_text(drawn("zh", "ko")), Catch::Contains("2024년") && Catch::Contains("韩国"));
    CHECK_THAT(all_text(drawn("en", "fr")), Catch::Contains("juin") && Catch::Contains("South Korea"));
    CHECK_THAT(all_text(drawn("fr", "fr")), Catch::Contains("Corée du Sud"));
    // A language of words in which places have no names has names of countries all the same.
    CHECK(in("en").of_country("KR", "Südkorea", "de").in_line() == "Südkorea");
    CHECK_THAT(all_text(drawn("ko", "fr")), Catch::Contains("juin") && Catch::Contains("한국"));
}

TEST_CASE("names in an unknown language are an error", "[names]") {
    CHECK_THROWS_WITH(drawn("th"), Catch::Contains("there are no names in 'th'"));
}
