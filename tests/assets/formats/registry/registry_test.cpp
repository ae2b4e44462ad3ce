#include "assets/formats/registry/registry.hpp"
#include "tests/app/feeds/samples.hpp"
#include "tests/assets/formats/scenario_files.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

#include <sys/stat.h>

using namespace assets;

namespace {

const std::string table = "asset,from,lon,lat,radius_km\na,2024-06-01,139,35,5\n";
const std::string settings = "# Ours\ntheatrum = 1\ntitle = \"A map\"\n";

std::string ais() {
    return samples::ais_position(316'138'000, 121, 24);
}
std::string cot() {
    return samples::cot_event("ALPHA", 127, 37);
}
std::string sbs() {
    return samples::sbs_position(0xC0'FF'EE, 127, 37, "12:00:00.000");
}

std::string id_of(const std::string& name, const std::string& content) {
    const formats_test::Folder folder{{{name, content}}};
    return std::string{FormatRegistry::standard().format_of(folder.path() / name).id};
}

std::string refusal(const FormatRegistry& registry, const std::filesystem::path& path) {
    try {
        static_cast<void>(registry.format_of(path));
    } catch (const UnreadableError& error) {
        return error.what();
    }
    return "";
}

Format fake() {
    return {.id = "gpx",
            .description = "a GPX track",
            .extensions = {".gpx"},
            .companions = {},
            .sniff =
                [](const Candidate& candidate) {
                    return candidate.beginning.starts_with("<gpx") ? Likeness::Content : Likeness::None;
                },
            .read =
                [](const std::filesystem::path&, const ReadOptions&) {
                    return LoadResult{nullptr, {}, 42, 0};
                }};
}

} // namespace

TEST_CASE("a file is recognised by its content even if its name is misleading", "[registry]") {
    for (const std::string name : {"x", "x.csv", "x.TXT", "x.toml", "x.nmea", "x.cot", "x.sbs", "x.log", "x.png"}) {
        INFO(name);
        CHECK(id_of(name, settings) == "scenario");
        CHECK(id_of(name, table) == "positions");
        CHECK(id_of(name, ais()) == "ais");
        CHECK(id_of(name, "\\c:1722427200*5C\\" + ais()) == "ais");
        CHECK(id_of(name, cot()) == "cot");
        CHECK(id_of(name, sbs()) == "sbs");
    }
}

TEST_CASE("a folder is a scenario", "[registry]") {
    const formats_test::Folder folder{{{"positions.csv", table}}}, empty{{}};
    const auto& registry = FormatRegistry::standard();
    CHECK(registry.format_of(folder.path()).id == "scenario");
    CHECK(registry.opens_folder(folder.path()));
    CHECK_FALSE(registry.opens_folder(empty.path()));
    CHECK_THROWS_WITH(registry.read(empty.path(), {}), Catch::Contains("neither scenario.toml nor positions.csv"));
}

TEST_CASE("a faulty table or settings file is recognised by its name, so that its errors are reported", "[registry]") {
    CHECK(id_of("x.csv", "ship,when\n") == "positions");
    CHECK(id_of("x.CSV", "") == "positions");
    CHECK(id_of("x.csv", "ID,NAME,LAT,LON\n7,Ann,1,2\n") == "positions"); // BaseStation lines may begin with ID too
    CHECK(id_of("x.toml", "title = \"A map\"\n") == "scenario");
    CHECK(id_of("x.csv", "asset,from,lon,lat,note\na,2024-06-01,139,35,\"two\n<lines>\"\n") == "positions");
}

TEST_CASE("a file of no known format gets a message that lists what can be opened", "[registry]") {
    const formats_test::Folder folder{{{"image.png", "\x89PNG"}}};
    const auto& registry = FormatRegistry::standard();
    const auto message = refusal(registry, folder.path() / "image.png");
    CHECK_THAT(message, Catch::Contains("image.png: the format is not known; these can be opened: "));
    for (const auto& format : registry.formats()) {
        CHECK_THAT(message, Catch::Contains(std::string{format.description}));
        for (const auto extension : format.extensions)
            CHECK_THAT(message, Catch::Contains(std::string{extension}));
    }
    CHECK_THAT(refusal(registry, folder.path() / "nowhere.csv"), Catch::Contains("there is no such file or folder"));
}

TEST_CASE("a pipe and a device are named as such and are not waited for", "[registry]") {
    const formats_test::Folder folder{{}};
    REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
    const auto& registry = FormatRegistry::standard();
    CHECK_THAT(refusal(registry, folder / "pipe"), Catch::Contains("is not a file but a pipe or a device"));
    CHECK_THAT(refusal(registry, "/dev/zero"), Catch::Contains("is not a file but a pipe or a device"));
}

TEST_CASE("a format that is added is recognised, read, listed and named in messages", "[registry]") {
    auto registry = FormatRegistry::standard();
    registry.add(fake());
    const formats_test::Folder folder{{{"walk.gpx", "<gpx version='1.1'>"}, {"image.png", "\x89PNG"}}};
    CHECK_FALSE(FormatRegistry::standard().lists(folder.path() / "walk.gpx"));
    CHECK(registry.lists(folder.path() / "walk.gpx"));
    CHECK(registry.extensions().back() == ".gpx");
    CHECK_THAT(refusal(registry, folder.path() / "image.png"), Catch::EndsWith("; a GPX track (.gpx)"));
    CHECK(registry.format_of(folder.path() / "walk.gpx").id == "gpx");
    CHECK(registry.read(folder.path() / "walk.gpx", {}).records == 42);
}

TEST_CASE("a positions file is read alone, a scenario with the files beside it", "[registry]") {
    const auto& registry = FormatRegistry::standard();
    const formats_test::Folder folder{{{"positions.csv", table}}};
    for (const char* name : {"x.csv", "x.tsv", "x.TXT", "x.nmea", "x"})
        CHECK(registry.companions(folder.path() / name).empty());
    for (const auto& path : {folder.path(), folder.path() / "map.toml"}) {
        const auto names = registry.companions(path);
        CHECK(names.size() == 9);
        CHECK(std::find(names.begin(), names.end(), "members.csv") != names.end());
    }
}

TEST_CASE("each format reads what it recognises", "[registry]") {
    const formats_test::Folder folder{
        {{"a.log", table}, {"b.csv", ais()}, {"c.csv", cot()}, {"d.csv", sbs()}, {"e.txt", settings}}};
    const auto& registry = FormatRegistry::standard();
    const ReadOptions options{formats_test::atlas(), formats_test::utc("2024-08-01T00:00:00Z"), std::nullopt};
    CHECK(registry.read(folder.path() / "a.log", options).scenario->fixes.size() == 1);
    for (const std::string name : {"b.csv", "c.csv", "d.csv"}) {
        INFO(name);
        const auto read = registry.read(folder.path() / name, options);
        REQUIRE(read.scenario);
        CHECK(read.scenario->recording);
        CHECK(read.scenario->fixes.size() == 1);
    }
    CHECK(registry.read(folder.path() / "e.txt", options).scenario->title == "A map");
}
