#include "assets/formats/text/json_tree.hpp"
#include "tests/support/catch.hpp"

using namespace assets;

TEST_CASE("every JSON value has its line", "[json]") {
    const auto result = parse_json("{\n  \"a\": 1,\n  \"b\": [\n    \"x\",\n    {\"c\": 2.5}\n  ],\n  \"d\": 7\n}\n");
    REQUIRE(result.error.empty());
    CHECK(result.value.find("a")->line == 2);
    CHECK(result.value.find("b")->line == 3);
    CHECK(result.value.find("b")->items[0].line == 4);
    CHECK(result.value.find("b")->items[1].find("c")->line == 5);
    CHECK(result.value.find("d")->line == 7);
    CHECK(result.value.find("d")->number == 7);
}

TEST_CASE("an array of numbers is stored flat, a mixed array is not", "[json]") {
    CHECK(parse_json("[1, 2.5, -3]").value.numbers == std::vector<double>{1, 2.5, -3});
    const auto mixed = parse_json("[1, 2, \"three\", 4]").value;
    CHECK(mixed.numbers.empty());
    REQUIRE(mixed.items.size() == 4);
    CHECK(mixed.items[1].number == 2);
    CHECK(mixed.items[2].text == "three");
    CHECK(mixed.items[3].number == 4);
}

TEST_CASE("invalid JSON is reported with its line", "[json]") {
    CHECK(parse_json("{\n\"a\": 1,\n}").error_line == 3);
    CHECK(parse_json("[1, 2").error_line == 1);
    CHECK_FALSE(parse_json("").error.empty());
    CHECK_FALSE(parse_json("[1] [2]").error.empty());
    CHECK_FALSE(parse_json("{\"a\": 01}").error.empty());
    CHECK_FALSE(parse_json("[1e999]").error.empty());
    CHECK(parse_json("{\"a\": 1,\n \"a\": 2}").error == "the key 'a' appears twice in one object");
}

TEST_CASE("JSON nested deeper than 64 levels is refused", "[json]") {
    const auto nested = [](std::size_t depth) {
        return std::string(depth, '[') + std::string(depth, ']');
    };
    CHECK(parse_json(nested(64)).error.empty());
    CHECK(parse_json(nested(65)).error == "is nested deeper than 64 levels");
    CHECK(parse_json(nested(1'000'000)).error == "is nested deeper than 64 levels");
}

TEST_CASE("more values than the limit are refused", "[json]") {
    CHECK(parse_json("[1, 2, 3]", {64, 4}).error.empty());
    CHECK(parse_json("[1, 2, 3, 4]", {64, 4}).error == "holds more values than the limit");
}
