#include "app/base/errors.hpp"
#include "app/base/save_file.hpp"
#include "tests/support/catch.hpp"

#include <fstream>
#include <iterator>

#include <unistd.h>

namespace {

namespace fs = std::filesystem;

/// A folder that is gone at the end of the test.
class Folder {
public:
    Folder() : m_path{fs::temp_directory_path() / ("theatrum-save-" + std::to_string(::getpid()))} {
        fs::remove_all(m_path);
        fs::create_directories(m_path);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() { fs::remove_all(m_path); }
    [[nodiscard]] fs::path operator/(const char* name) const { return m_path / name; }
    [[nodiscard]] std::size_t files() const {
        return static_cast<std::size_t>(std::distance(fs::directory_iterator{m_path}, {}));
    }

private:
    fs::path m_path;
};

std::string read(const fs::path& path) {
    std::ifstream in{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

} // namespace

TEST_CASE("a file is written whole and nothing is left beside it", "[app]") {
    const Folder folder;
    app::save_file(folder / "map.svg", "first");
    app::save_file(folder / "map.svg", "second, longer");
    CHECK(read(folder / "map.svg") == "second, longer");
    CHECK(folder.files() == 1);
}

TEST_CASE("a file that cannot be written is said by name, and an old one is kept", "[app]") {
    const Folder folder;
    CHECK_THROWS_WITH(app::save_file(folder / "no/such/map.svg", "x"), Catch::Contains("map.svg: cannot write"));
    fs::create_directory(folder / "map.png");
    CHECK_THROWS_WITH(app::save_file(folder / "map.png", "x"), Catch::Contains("it is a folder"));
    CHECK(folder.files() == 1);
}

TEST_CASE("a device that is full is told with the system's reason", "[app]") {
    CHECK_THROWS_WITH(app::save_file("/dev/full", "x"), Catch::Contains("No space left on device"));
    CHECK(fs::is_character_file("/dev/full"));
}
