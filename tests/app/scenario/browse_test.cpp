#include "app/scenario/browse.hpp"
#include "tests/assets/formats/scenario_files.hpp"
#include "tests/support/catch.hpp"

using namespace app;

namespace {

std::string listing(const std::filesystem::path& folder, const assets::FormatRegistry& registry) {
    std::string text;
    for (const auto& entry : entries_of(folder, registry))
        text += entry.name + (entry.folder ? "/" : "") + (entry.opens ? " opens\n" : "\n");
    return text;
}

} // namespace

TEST_CASE("the open dialog lists folders, and files with the extension of a known format", "[browse]") {
    const formats_test::Folder folder{{{"b.csv", ""},
                                       {"a.NMEA", ""},
                                       {"image.png", ""},
                                       {".hidden.csv", ""},
                                       {"walk.gpx", ""},
                                       {"map/scenario.toml", ""},
                                       {"z/notes.md", ""}}};
    const std::string usual = "map/ opens\nz/\na.NMEA opens\nb.csv opens\n";
    CHECK(listing(folder.path(), assets::FormatRegistry::standard()) == usual);
    auto more = assets::FormatRegistry::standard();
    more.add({.id = "gpx",
              .description = "a GPX track",
              .extensions = {".gpx"},
              .companions = {},
              .sniff = [](const assets::Candidate&) { return assets::Likeness::None; },
              .read =
                  [](const std::filesystem::path&, const assets::ReadOptions&) {
                      return assets::LoadResult{};
                  }});
    CHECK(listing(folder.path(), more) == usual + "walk.gpx opens\n");
    CHECK_THROWS_AS(entries_of(folder.path() / "nowhere", more), std::filesystem::filesystem_error);
}

TEST_CASE("a typed path is listed, chosen or said to be missing", "[browse]") {
    const formats_test::Folder folder{{{"b.csv", ""}, {"map/scenario.toml", ""}, {"z/notes.md", ""}}};
    const auto& registry = assets::FormatRegistry::standard();
    const auto typed = [&](const std::filesystem::path& path) {
        return browse({path, true}, registry);
    };
    CHECK(typed(folder.path() / "z").folder == folder.path() / "z");
    CHECK(typed(folder.path() / "z").entries.empty());
    CHECK(typed(folder.path()).entries.size() == 3);
    CHECK(typed(folder.path() / "b.csv").chosen == (folder.path() / "b.csv").string());
    CHECK(typed(folder.path() / "map").chosen == (folder.path() / "map").string());
    CHECK(typed(folder.path() / "map").folder.empty());
    const auto missing = typed(folder.path() / "nowhere");
    CHECK(missing.problem.find("nowhere: there is no such file or folder") != std::string::npos);
    CHECK_FALSE(missing.chosen);
    CHECK(missing.folder.empty());
}

TEST_CASE("a folder that was not typed is listed, also one that opens as a scenario", "[browse]") {
    const formats_test::Folder folder{{{"map/scenario.toml", ""}}};
    const auto& registry = assets::FormatRegistry::standard();
    const auto listed = browse({folder.path() / "map"}, registry);
    CHECK(listed.folder == folder.path() / "map");
    CHECK_FALSE(listed.chosen);
    CHECK(browse({}, registry).folder == std::filesystem::current_path());
}

TEST_CASE("where a remembered folder is gone, the nearest folder above it is listed", "[browse]") {
    const formats_test::Folder folder{{{"b.csv", ""}}};
    const auto gone = browse({folder.path() / "gone" / "deeper"}, assets::FormatRegistry::standard());
    CHECK(gone.folder == folder.path());
    CHECK(gone.problem.empty());
    CHECK(gone.entries.size() == 1);
}

TEST_CASE("with extensions, those files are listed and every folder is entered", "[browse]") {
    const formats_test::Folder folder{{{"b.csv", ""}, {"a.png", ""}, {"map/scenario.toml", ""}}};
    const auto& registry = assets::FormatRegistry::standard();
    const auto listed = browse({folder.path(), false, {".png", ".svg"}}, registry);
    REQUIRE(listed.entries.size() == 2);
    CHECK(listed.entries[0].name == "map");
    CHECK_FALSE(listed.entries[0].opens);
    CHECK(listed.entries[1].name == "a.png");
    CHECK(browse({folder.path() / "map", true, {".png"}}, registry).folder == folder.path() / "map");
}
