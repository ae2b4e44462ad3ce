#include "tests/cli/program.hpp"
#include "tests/support/catch.hpp"

using cli::theatrum;

namespace {

/// A scenario with one frigate of this name.
void write_scenario(const cli::Scratch& folder, const std::string& name, const std::string& more = "") {
    folder.write("scenario.toml", "theatrum = 1\ntitle = \"One\"\n[view]\nframe = \"east-asia\"\n" + more);
    folder.write("assets.csv", "id,name,type,country\na," + name + ",frigate,KR\n");
    folder.write("positions.csv", "asset,from,place\na,2024-06-30,Busan\n");
}

} // namespace

TEST_CASE("a name with a character without a glyph is a finding of check and ends other commands with exit code 2",
          "[cli]") {
    const cli::Scratch folder;
    write_scenario(folder, "Sejong 🚢");
    const std::string finding = "assets.csv:2: name: U+1F6A2 has no glyph in the fonts of maps";
    const auto checked = theatrum("check .", folder.path());
    CHECK(checked.code == 1);
    CHECK_THAT(checked.out, Catch::Contains("error: " + finding + " [missing_glyph]"));
    for (const std::string command : {"export . -o map.png", "state . --at 2024-06-30"}) {
        const auto result = theatrum(command, folder.path());
        CHECK(result.code == 2);
        CHECK(result.err == "theatrum: " + finding + "\n");
    }
    CHECK_FALSE(std::filesystem::exists(folder / "map.png"));
}

TEST_CASE("a title with a character without a glyph ends with exit code 2 and names the character", "[cli]") {
    const cli::Scratch folder;
    write_scenario(folder, "Sejong");
    for (const std::string option : {"--title", "--subtitle", "--credit"}) {
        const auto result = theatrum("export . -o map.png " + option + " 'Ships 🚢'", folder.path());
        CHECK(result.code == 2);
        CHECK(result.err == "theatrum: " + option + ": U+1F6A2 has no glyph in the fonts of maps\n");
    }
    write_scenario(folder, "Sejong", "[words]\n\"asof.updated\" = \"Updated 🚢\"\n");
    CHECK_THAT(theatrum("export . -o map.png", folder.path()).err,
               Catch::Contains("scenario.toml:6: words.asof.updated: U+1F6A2"));
}

TEST_CASE("names in nine more scripts are drawn", "[cli]") {
    const cli::Scratch folder;
    write_scenario(folder, "เรือหลวง السفينة पोत ספינה கப்பல் জাহাজ ເຮືອ កប៉ាល់ သင်္ဘော");
    CHECK(theatrum("check . --format json", folder.path()).code == 0);
    CHECK(theatrum("export . -o map.svg", folder.path()).code == 0);
}

TEST_CASE("--names takes one language or two and follows --words", "[cli]") {
    const cli::Scratch folder;
    write_scenario(folder, "Sejong");
    CHECK(theatrum("export . -o en.svg --names en", folder.path()).code == 0);
    CHECK(theatrum("export . -o both.svg --names en+ko --caption both.txt", folder.path()).code == 0);
    CHECK_THAT(cli::file_bytes(folder / "both.txt"), Catch::Contains("Busan 부산"));
    CHECK(theatrum("export . -o ko.svg --words ko --caption ko.txt", folder.path()).code == 0);
    CHECK_THAT(cli::file_bytes(folder / "ko.txt"), Catch::Contains("부산") && !Catch::Contains("Busan"));
    const auto wrong = theatrum("export . -o th.svg --names th", folder.path());
    CHECK(wrong.code == 2);
    CHECK(wrong.err == "theatrum: --names: 'th' is not one of en, ko, ja, zh, fr, nor two of them such as en+ko\n");
}
