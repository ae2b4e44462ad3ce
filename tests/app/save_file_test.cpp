#include "app/base/errors.hpp"
#include "app/base/save_file.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

namespace fs = std::filesystem;
using support::Scratch;

TEST_CASE("a file is written completely and no temporary file is left", "[app]") {
    const Scratch folder;
    app::save_file(folder / "map.svg", "first");
    app::save_file(folder / "map.svg", "second, longer");
    CHECK(folder.read("map.svg") == "second, longer");
    CHECK(folder.files() == 1);
}

TEST_CASE("an error names the file that cannot be written, and nothing is changed", "[app]") {
    const Scratch folder;
    CHECK_THROWS_WITH(app::save_file(folder / "no/such/map.svg", "x"), Catch::Contains("map.svg: cannot write"));
    fs::create_directory(folder / "map.png");
    CHECK_THROWS_WITH(app::save_file(folder / "map.png", "x"), Catch::Contains("it is a folder"));
    CHECK(folder.files() == 1);
}

TEST_CASE("an error of a full device gives the system's reason", "[app]") {
    // Through a link, so that a bug cannot replace the machine's own device.
    const Scratch folder;
    fs::create_symlink("/dev/full", folder / "full");
    CHECK_THROWS_WITH(app::save_file(folder / "full", "x"), Catch::Contains("No space left on device"));
    CHECK(fs::is_symlink(folder / "full"));
    CHECK(fs::is_character_file(folder / "full"));
    CHECK(folder.files() == 1);
}
