#include "app/base/errors.hpp"
#include "app/base/save_file.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

#include <fstream>

#include <sys/wait.h>
#include <unistd.h>

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

TEST_CASE("a file that is replaced keeps its permissions", "[app]") {
    const Scratch folder;
    app::save_file(folder / "private.svg", "first");
    fs::permissions(folder / "private.svg", fs::perms::owner_read | fs::perms::owner_write);
    app::save_file(folder / "private.svg", "second");
    CHECK(fs::status(folder / "private.svg").permissions() == (fs::perms::owner_read | fs::perms::owner_write));
    CHECK(folder.read("private.svg") == "second");
}

TEST_CASE("a link stays, and the file that it leads to is replaced", "[app]") {
    const Scratch folder;
    fs::create_directory(folder / "maps");
    app::save_file(folder / "maps/map.svg", "first");
    fs::create_symlink("maps/map.svg", folder / "link.svg");
    fs::create_symlink("maps/new.svg", folder / "to-nothing.svg");
    app::save_file(folder / "link.svg", "second");
    app::save_file(folder / "to-nothing.svg", "third");
    CHECK(fs::is_symlink(folder / "link.svg"));
    CHECK(folder.read("maps/map.svg") == "second");
    CHECK(fs::is_symlink(folder / "to-nothing.svg"));
    CHECK(folder.read("maps/new.svg") == "third");
}

TEST_CASE("a name of 255 bytes can be written", "[app]") {
    const Scratch folder;
    const std::string name = std::string(251, 'a') + ".svg";
    app::save_file(folder / name, "x");
    CHECK(folder.read(name) == "x");
}

TEST_CASE("what a killed process left is removed, and what a running one writes is not", "[app]") {
    const Scratch folder;
    const pid_t child = ::fork();
    if (child == 0) ::_exit(0);
    REQUIRE(child > 0);
    REQUIRE(::waitpid(child, nullptr, 0) == child); // its number is free now
    const auto left = ".theatrum-" + std::to_string(child) + "-0123456789abcdef";
    const auto running = ".theatrum-" + std::to_string(::getpid()) + "-0123456789abcdef";
    for (const auto& name : {left, running, std::string{".theatrum-notes"}})
        std::ofstream{folder / name} << "x";
    app::save_file(folder / "map.svg", "x");
    CHECK_FALSE(fs::exists(folder / left));
    CHECK(fs::exists(folder / running));
    CHECK(fs::exists(folder / ".theatrum-notes"));
}
