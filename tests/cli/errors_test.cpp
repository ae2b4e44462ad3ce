#include "tests/cli/program.hpp"
#include "tests/support/catch.hpp"

#include <fstream>
#include <tuple>

using cli::theatrum;

namespace {

namespace fs = std::filesystem;

/// Fills `root` with links to the program's data, and replaces the file `replaced` by one with this content.
void make_data(const fs::path& root, const fs::path& replaced, const std::string& content) {
    fs::path original{THEATRUM_SOURCE_DIR}, made{root};
    for (const auto& part : replaced) {
        fs::create_directories(made);
        for (const auto& entry : fs::directory_iterator{original})
            if (entry.path().filename() != part) fs::create_symlink(entry.path(), made / entry.path().filename());
        original /= part;
        made /= part;
    }
    std::ofstream{made} << content;
}

} // namespace

TEST_CASE("a file of the program's data that cannot be read gives exit code 3 and is named", "[cli]") {
    using Row = std::tuple<std::string, std::string>;
    const auto [file, content] = GENERATE(table<std::string, std::string>({
        Row{"geo/data/gazetteer.csv", "id\n"},
        Row{"geo/data/seas.geojson", "{"},
        Row{"geo/data/gazetteer.csv", ""},
        Row{"geo/data/land_110m.fgb", "no FlatGeobuf"},
        Row{"geo/data/policy/intl.toml", "name = \n"},
        Row{"geo/data/policy/intl.toml", "name = \"intl\"\n"},
        Row{"render/themes/article.toml", "name = \n"},
        Row{"render/themes/article.toml", "name = \"article\"\n"},
        Row{"render/words/en.toml", "language = \n"},
        Row{"render/words/en.toml", "title = \"no language\"\n"},
    }));
    INFO(file << ": " << content);
    const cli::Scratch folder;
    make_data(folder / "data", file, content);
    const auto result = theatrum("export builtin:canada-2024 --width-km 36000 -o map.png", folder.path(),
                                 "env THEATRUM_DATA=" + (folder / "data").string());
    CHECK(result.code == 3);
    CHECK_THAT(result.err, Catch::StartsWith("theatrum: ") && Catch::Contains(file));
    CHECK_FALSE(fs::exists(folder / "map.png"));
}

TEST_CASE("check, state and export give the same exit code for unreadable data, and name the file", "[cli]") {
    const cli::Scratch folder;
    make_data(folder / "data", "geo/data/gazetteer.csv", "id\n");
    for (const std::string command : {"check", "state --at 2024-07-31", "export -o map.png"}) {
        INFO(command);
        const auto result = theatrum(command + " builtin:canada-2024", folder.path(),
                                     "env THEATRUM_DATA=" + (folder / "data").string());
        CHECK(result.code == 3);
        CHECK_THAT(result.err, Catch::Contains("gazetteer.csv"));
        CHECK(result.out.empty());
    }
}

TEST_CASE("check reports a broken theme", "[cli]") {
    const cli::Scratch folder;
    make_data(folder / "data", "render/themes/article.toml", "name = \n");
    const auto result =
        theatrum("check builtin:canada-2024", folder.path(), "env THEATRUM_DATA=" + (folder / "data").string());
    CHECK(result.code == 3);
    CHECK_THAT(result.err, Catch::Contains("article.toml"));
}

TEST_CASE("an unknown theme or words file gives exit code 2 and the nearest name", "[cli]") {
    using Row = std::tuple<std::string, std::string>;
    const auto [option, message] = GENERATE(table<std::string, std::string>({
        Row{"--theme drak", "there is no theme 'drak'; did you mean 'dark'?"},
        Row{"--words em", "there is no words file 'em'; did you mean 'en'?"},
    }));
    INFO(option);
    const cli::Scratch folder;
    const auto result = theatrum("export builtin:canada-2024 -o map.png " + option, folder.path());
    CHECK(result.code == 2);
    CHECK(result.err == "theatrum: " + message + "\n");
    CHECK(folder.files() == 0);
}

TEST_CASE("overriding an unknown text is an error of the scenario, not of the words file", "[cli]") {
    const cli::Scratch folder;
    std::ofstream{folder / "scenario.toml"} << "theatrum = 1\n[words]\n\"no.such.text\" = \"x\"\n";
    const auto result = theatrum("export scenario.toml --at 2024-07-31 -o map.png", folder.path());
    CHECK(result.code == 2);
    CHECK_THAT(result.err, Catch::Contains("no.such.text"));
}

TEST_CASE("every command refuses a file of unknown format and lists the formats that it can open", "[cli]") {
    const cli::Scratch folder;
    std::ofstream{folder / "image.png"} << "\x89PNG";
    for (const std::string command :
         {"check image.png", "state image.png --at 2024-07-31", "export image.png -o map.png", "image.png"}) {
        INFO(command);
        const auto result = theatrum(command, folder.path(), "env -u DISPLAY");
        CHECK(result.code == 3);
        CHECK_THAT(result.err,
                   Catch::Contains("image.png: the format is not known; these can be opened: a scenario "
                                   "folder or its scenario.toml (.toml); a positions file (.csv .tsv .txt); "));
        CHECK(folder.files() == 1);
    }
}
