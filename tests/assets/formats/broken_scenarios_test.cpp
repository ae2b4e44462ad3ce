#include "tests/assets/formats/scenario_files.hpp"
#include "tests/support/catch.hpp"

#include <fstream>
#include <iterator>

TEST_CASE("every broken scenario is told exactly, all of it at once", "[broken]") {
    int count = 0;
    for (const auto& entry : std::filesystem::directory_iterator{formats_test::fixture("")}) {
        if (!entry.path().filename().string().starts_with("broken-")) continue;
        INFO(entry.path().filename());
        ++count;
        const auto result = assets::read_scenario(entry.path(), formats_test::atlas());
        CHECK_FALSE(result.scenario);
        std::string told;
        for (const auto& line : formats_test::errors(result))
            told += "theatrum: " + line + "\n";
        std::ifstream file{entry.path() / "expected.txt", std::ios::binary};
        CHECK(told == std::string{std::istreambuf_iterator<char>{file}, {}});
    }
    CHECK(count >= 30);
}
