#include "assets/model/values/utf8.hpp"
#include "tests/support/catch.hpp"

using assets::is_valid_utf8;
using namespace std::string_view_literals;

TEST_CASE("the first and last characters of every encoded length are valid UTF-8", "[model]") {
    for (const auto text : {""sv, "a"sv, "\x7F"sv, "\xC2\x80"sv, "\xDF\xBF"sv, "\xE0\xA0\x80"sv, "\xED\x9F\xBF"sv,
                            "\xEE\x80\x80"sv, "\xEF\xBF\xBF"sv, "\xF0\x90\x80\x80"sv, "\xF4\x8F\xBF\xBF"sv, "한국é"sv})
        CHECK(is_valid_utf8(text));
}

TEST_CASE("overlong, cut off, stray and impossible bytes are not valid UTF-8", "[model]") {
    for (const auto text : {"\x80"sv, "\xBF"sv, "\xC1\xBF"sv, "\xC2"sv, "\xC2g"sv, "\xE0\x9F\xBF"sv, "\xE1\x80"sv,
                            "\xED\xA0\x80"sv, "\xED\xBF\xBF"sv, "\xF0\x8F\xBF\xBF"sv, "\xF4\x90\x80\x80"sv,
                            "\xF5\x80\x80\x80"sv, "\xF1\x80\x80"sv, "\xFF"sv, "a\xC2\x80\x80"sv, "\xE1\x80\xC0"sv})
        CHECK_FALSE(is_valid_utf8(text));
}
