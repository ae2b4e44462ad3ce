#include "data_dir.hpp"
#include "geo/basemap/basemap.hpp"
#include "geo/basemap/gazetteer.hpp"
#include "geo/basemap/policy.hpp"
#include "geo/basemap/seas.hpp"
#include "geo/error.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

#include <iterator>
#include <set>
#include <sstream>

using namespace geo;
using namespace test;

namespace {

const Policy& intl() {
    static const Policy policy = Policy::read(data_dir / "policy" / "intl.toml");
    return policy;
}

support::ScratchFile broken(const char* text) {
    return support::ScratchFile{text, "policy.toml"};
}

} // namespace

TEST_CASE("the international policy has the agreed wording", "[policy]") {
    CHECK(intl().name == "intl");
    CHECK(intl().disclaimer == "Names and boundaries do not imply endorsement.");
    CHECK(intl().find("sea-of-japan")->label == "Sea of Japan\n(East Sea)");
    CHECK(intl().find("senkaku")->label == "Senkaku/Diaoyu Is.");
    CHECK(intl().find("dmz")->note == "Zone nominally 2 km on each side; width not to scale.");
    CHECK(intl().find("dmz")->note_large_scale == "Nominal 2 km on each side; fences on the ground differ.");
    CHECK(intl().find("china-adiz")->note ==
          "Air defence identification zone, declared by the state named. Not national airspace.");
    CHECK(intl().find("nine-dash-line")->line == "none");
    CHECK(intl().find("crimea")->line == "dashed");
    CHECK(intl().find("nothing") == nullptr);
}

TEST_CASE("a note has at most 18 words, so that the footer of a small page holds it", "[policy]") {
    const auto words = [](const std::string& text) {
        std::istringstream in{text};
        return std::distance(std::istream_iterator<std::string>{in}, std::istream_iterator<std::string>{});
    };
    for (const PolicyFeature& feature : intl().features) {
        INFO(feature.id);
        CHECK(words(feature.note) <= 18);
        CHECK(words(feature.note_large_scale) <= 18);
    }
}

TEST_CASE("every note of the policy is there in the languages of the words files", "[policy]") {
    for (const std::string language : {"ko", "ja", "fr"}) {
        INFO(language);
        CHECK(in_language(intl().disclaimer, intl().disclaimer_in, language) != intl().disclaimer);
        for (const PolicyFeature& feature : intl().features) {
            INFO(feature.id);
            CHECK((feature.note.empty() || feature.note_in.contains(language)));
            CHECK((feature.note_large_scale.empty() || feature.note_large_scale_in.contains(language)));
        }
    }
    const PolicyFeature& dmz = *intl().find("dmz");
    CHECK(in_language(dmz.note, dmz.note_in, "en") == dmz.note);
    CHECK(in_language(dmz.note, dmz.note_in, "ko").find("비무장지대") == 0);
    const auto wrong = broken("name = 'x'\n[[feature]]\nid = 'a'\nshown_as = 'b'\nnote_in = 'c'\n");
    CHECK_THROWS_WITH(Policy::read(wrong.path()), Catch::Contains("note_in: must be a table"));
}

TEST_CASE("every label that the policy places on the map is there in all languages of names", "[policy]") {
    const auto seas = Seas::read(data_dir / "seas.geojson");
    int placed = 0;
    for (const PolicyFeature& feature : intl().features) {
        if (feature.label.empty() || !feature.position || !feature.named_by.empty() || seas.by_id(feature.id)) continue;
        INFO(feature.id);
        ++placed;
        for (const char* language : {"ko", "ja", "zh", "fr"})
            CHECK(feature.label_in.contains(language));
    }
    CHECK(placed >= 9);
    CHECK(intl().find("dokdo")->label_in.at("ja") == "竹島/独島");
}

TEST_CASE("every feature of the policy is listed once and says how it is shown", "[policy]") {
    std::set<std::string> ids;
    for (const PolicyFeature& feature : intl().features) {
        INFO(feature.id);
        CHECK(ids.insert(feature.id).second);
        CHECK(!feature.shown_as.empty());
    }
    for (const char* id : {"sea-of-japan",
                           "south-china-sea",
                           "senkaku",
                           "dokdo",
                           "southern-kurils",
                           "paracels",
                           "spratlys",
                           "scarborough",
                           "taiwan",
                           "mdl",
                           "dmz",
                           "nll",
                           "china-adiz",
                           "median-line",
                           "nine-dash-line",
                           "watch-area",
                           "eez",
                           "kashmir",
                           "crimea",
                           "aksai-chin",
                           "un-command"})
        CHECK(ids.count(id) == 1);
}

TEST_CASE("every policy feature that a border names exists, and so does every place that a feature names", "[policy]") {
    for (const BorderLine& border : Basemap{data_dir}.borders(Level::Detail10m, Box::world()))
        if (!border.policy_id.empty()) {
            INFO(border.policy_id);
            REQUIRE(intl().find(border.policy_id) != nullptr);
            CHECK(intl().find(border.policy_id)->line == "dashed");
        }
    const Gazetteer gazetteer = Gazetteer::read(data_dir / "gazetteer.csv");
    for (const PolicyFeature& feature : intl().features)
        for (const auto& id : feature.gazetteer_ids) {
            INFO(id);
            REQUIRE(gazetteer.by_id(id) != nullptr);
            CHECK(gazetteer.by_id(id)->country.empty()); // disputed, so not coloured as part of a country
        }
}

TEST_CASE("a zone finds its feature by id, kind, status and place", "[policy]") {
    const auto korea = Box::from_degrees(126.7, 37.8, 128.4, 38.6), taiwan = Box::from_degrees(118, 23, 122, 27);
    const auto id_of = [](const PolicyZone& zone) {
        const PolicyFeature* feature = intl().find_zone(zone);
        return feature ? feature->id : std::string{"none"};
    };
    CHECK(id_of({"x", "demarcation", "agreed", korea}) == "mdl");
    CHECK(id_of({"x", "demarcation", "agreed", taiwan}) == "none");
    CHECK(id_of({"x", "demarcation", "informal", taiwan}) == "median-line");
    CHECK(id_of({"x", "demarcation", "claimed", korea}) == "none");
    CHECK(id_of({"x", "dmz", "agreed", korea}) == "dmz");
    CHECK(id_of({"x", "dmz", "unilateral", korea}) == "dmz");
    CHECK(id_of({"x", "limit_line", "unilateral", taiwan}) == "none"); // not the Northern Limit Line
    CHECK(id_of({"coast-12nm-tw", "limit_line", "unilateral", taiwan}) == "coast-12nm-tw");
    CHECK(id_of({"china-adiz-2013", "adiz", "unilateral", taiwan}) == "china-adiz");
    CHECK(id_of({"taiwan-adiz", "adiz", "unilateral", taiwan}) == "adiz"); // not China's
    CHECK(id_of({"x", "claim", "claimed", taiwan}) == "none");             // not the nine-dash line
    CHECK(id_of({"x", "patrol", "agreed", {}}) == "none");
    CHECK(id_of({"", "", "", {}}) == "none");
}

TEST_CASE("every line file of the policy can be read and has a credit", "[policy]") {
    int lines = 0;
    for (const auto& feature : intl().features) {
        if (feature.file.empty()) continue;
        INFO(feature.id);
        ++lines;
        CHECK(feature.line == "solid");
        CHECK_FALSE(feature.credit.empty());
        CHECK(Basemap{data_dir}.policy_line(feature.file).size() > 100);
    }
    CHECK(lines == 1);
}

TEST_CASE("errors in a policy name the file and the line", "[policy]") {
    CHECK_THROWS_WITH(Policy::read("/nowhere.toml"), Catch::Contains("/nowhere.toml"));
    CHECK_THROWS_WITH(
        Policy::read(broken("name = \"x\"\n[[feature]]\nid = \"a\"\nshown_as = \"b\"\nlien = \"solid\"\n")),
        Catch::Contains(":5: lien: unknown key"));
    CHECK_THROWS_WITH(
        Policy::read(broken("name = \"x\"\n[[feature]]\nid = \"a\"\nshown_as = \"b\"\nline = \"dotted\"\n")),
        Catch::Contains("line: 'dotted' is not solid, dashed or none"));
    CHECK_THROWS_WITH(Policy::read(broken("name = \"x\"\n[[feature]]\nid = \"a\"\nshown_as = \"b\"\nbox = [1, 2]\n")),
                      Catch::Contains(":5: box: must be a list of 4 numbers"));
    const auto refused = [](const std::string& line, const std::string& why) {
        const std::string text = "name = \"x\"\n[[feature]]\nid = \"a\"\nshown_as = \"b\"\n" + line + "\n";
        CHECK_THROWS_WITH(Policy::read(broken(text.c_str())), Catch::Contains(why));
    };
    refused("named_by = \"rivers\"", "named_by: 'rivers' is not a known word");
    refused("note_covers = \"all\"", "note_covers: 'all' is not a known word");
    refused("zone_status = \"agreed\"", "zone_status: needs zone_kind");
    refused("file = \"../secret\"", "file: must be a file of the data folder");
    refused("named_with = \"b\"", "named_with: no feature 'b'");
    CHECK_THROWS_WITH(Policy::read(broken("name = \n")), Catch::Contains(":1:"));
}
