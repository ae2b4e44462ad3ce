#include "assets/model/values/codes.hpp"
#include "tests/support/catch.hpp"

#include <fstream>
#include <iterator>
#include <string>

TEST_CASE("the README lists every code of check with its meaning", "[assets]") {
    std::ifstream in{THEATRUM_SOURCE_DIR "/README.md"};
    const std::string readme{std::istreambuf_iterator<char>{in}, {}};
    for (const auto& [code, meaning] : assets::all_codes) {
        INFO(code);
        CHECK(readme.find("| " + std::string{code} + " | ") != std::string::npos);
        CHECK(readme.find(" | " + std::string{meaning} + " |") != std::string::npos);
    }
}
