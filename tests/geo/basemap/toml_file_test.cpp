#include "geo/basemap/files/toml_file.hpp"
#include "geo/error.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

#include <string>

namespace {

std::string dotted(int parts) {
    std::string key = "a";
    for (int n = 1; n < parts; ++n)
        key += ".a";
    return key;
}

} // namespace

TEST_CASE("a key of 32 parts is read, and one more is an error with its line", "[toml]") {
    REQUIRE(geo::most_toml_key_parts == 32);
    CHECK_NOTHROW(geo::parse_toml(dotted(32) + " = 1\n"));
    CHECK_NOTHROW(geo::parse_toml("[" + dotted(32) + "]\n"));
    for (const std::string& text : {dotted(33) + " = 1\n", "[" + dotted(33) + "]\n", "[[" + dotted(33) + "]]\n",
                                    "x = {" + dotted(33) + " = 1}\n", "x = [{" + dotted(33) + " = 1}]\n"}) {
        INFO(text);
        CHECK_THROWS_AS(geo::parse_toml(text), toml::parse_error);
    }
    const support::ScratchFile file{"# one\nb = 2\n" + dotted(50'000) + " = 1\n", "deep.toml"};
    CHECK_THROWS_WITH(geo::read_toml(file.path()), Catch::Contains("deep.toml:3: A key has too many parts"));
}

TEST_CASE("dots in strings and comments are no parts of a key", "[toml]") {
    const std::string dots(100, '.');
    const std::string text = "# " + dots + "\na = \"" + dots + "\\\"" + dots + "\"\nb = '" + dots + "'\nc = \"\"\"\n" +
                             dots + "\n\"" + dots + "\"\"\"\nd = '''" + dots + "'''\n\"" + dots + "\" = [1.5, 2.5]\n";
    const toml::table table = geo::parse_toml(text);
    CHECK(table["b"].value_or(std::string{}) == dots);
    CHECK(table[dots][1].value_or(0.0) == 2.5);
    CHECK_THROWS_AS(geo::parse_toml(text + dotted(33) + " = 1\n"), toml::parse_error);
}

TEST_CASE("a file that does not exist is an error with its name", "[toml]") {
    CHECK_THROWS_AS(geo::read_toml("/nowhere.toml"), geo::ReadError);
    CHECK_THROWS_WITH(geo::read_toml("/nowhere.toml"), Catch::Contains("/nowhere.toml"));
}
