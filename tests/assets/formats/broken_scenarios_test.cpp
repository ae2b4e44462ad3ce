#include "tests/assets/formats/scenario_files.hpp"
#include "tests/support/catch.hpp"

#include <fstream>
#include <iterator>

TEST_CASE("all errors of every broken scenario are reported at once and word for word", "[broken]") {
    int count = 0;
    for (const auto& entry : std::filesystem::directory_iterator{formats_test::fixture("")}) {
        if (!entry.path().filename().string().starts_with("broken-")) continue;
        INFO(entry.path().filename());
        ++count;
        const auto result = assets::read_scenario(entry.path(), formats_test::atlas());
        CHECK_FALSE(result.scenario);
        std::string reported;
        for (const auto& line : formats_test::errors(result))
            reported += "theatrum: " + line + "\n";
        std::ifstream file{entry.path() / "expected.txt", std::ios::binary};
        CHECK(reported == std::string{std::istreambuf_iterator<char>{file}, {}});
    }
    CHECK(count >= 30);
}
