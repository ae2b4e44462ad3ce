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
