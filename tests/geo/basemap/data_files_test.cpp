#include "data_dir.hpp"
#include "geo/basemap/atlas.hpp"
#include "tests/support/catch.hpp"

#include <cstdio>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>

using namespace test;

namespace {

std::vector<std::filesystem::path> data_files() {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator{data_dir}) {
        const auto relative = std::filesystem::relative(entry.path(), data_dir);
        if (entry.is_regular_file() && *relative.begin() != "make" && relative.extension() != ".md")
            files.push_back(relative);
    }
    return files;
}

std::string sources() {
    std::ifstream file{data_dir / "SOURCES.md"};
    return {std::istreambuf_iterator<char>{file}, {}};
}

/// Runs sha256sum. The names of our data files contain no character that needs escaping within single quotes.
std::string sha256(const std::filesystem::path& file) {
    const std::string command = "sha256sum '" + (data_dir / file).string() + "'";
    struct Close {
        void operator()(std::FILE* pipe) const noexcept { pclose(pipe); }
    };
    const std::unique_ptr<std::FILE, Close> pipe{popen(command.c_str(), "r")};
    std::string sum(64, ' ');
    REQUIRE(pipe);
    REQUIRE(std::fread(sum.data(), 1, sum.size(), pipe.get()) == sum.size());
    return sum;
}

} // namespace

TEST_CASE("the data files take at most 32 MB", "[data]") {
    std::uintmax_t bytes = 0;
    for (const auto& file : data_files())
        bytes += std::filesystem::file_size(data_dir / file);
    CHECK(bytes > 10'000'000);
    CHECK(bytes <= 32'000'000);
}

TEST_CASE("SOURCES.md lists every data file with its checksum", "[data]") {
    const std::string text = sources();
    REQUIRE(!text.empty());
    for (const auto& file : data_files()) {
        INFO(file.string());
        const std::size_t row = text.find("| `" + file.string() + "` |");
        REQUIRE(row != std::string::npos);
        const std::string line = text.substr(row, text.find('\n', row) - row);
        CHECK_THAT(line, Catch::Contains(sha256(file)));
    }
}

TEST_CASE("the fine coast comes with its licence and a notice of changes", "[data]") {
    for (const char* name : {"COPYING", "COPYING.LESSER", "NOTICE.md"})
        CHECK(std::filesystem::file_size(data_dir / "fine-coast" / name) > 500);
}

TEST_CASE("the atlas opens the gazetteer, the seas and the land", "[data]") {
    const auto atlas = geo::Atlas::open(data_dir);
    CHECK(atlas->gazetteer.by_id("yokosuka") != nullptr);
    CHECK(atlas->seas.by_id("yellow-sea") != nullptr);
    CHECK(atlas->land.on_land(atlas->gazetteer.by_id("seoul")->position));
}
