#include "assets/model/values/control_characters.hpp"
#include "tests/support/catch.hpp"

#include <string>

using assets::control_characters;
using assets::visible;

namespace {

const std::string replaced = "\xEF\xBF\xBD";

} // namespace

TEST_CASE("control characters and noncharacters are found, each once, and other characters are not", "[text]") {
    CHECK(control_characters("plain text, 20.5 N") == std::vector<char32_t>{});
    CHECK(control_characters("line\nend\r\n\ttab") == std::vector<char32_t>{});
    CHECK(control_characters("\x1B[31m a \x07 b \x1B") == std::vector<char32_t>{0x1B, 0x07});
    CHECK(control_characters("\x7F") == std::vector<char32_t>{0x7F});
    CHECK(control_characters("\xC2\x80 \xC2\x9F") == std::vector<char32_t>{0x80, 0x9F});
    CHECK(control_characters("\xC2\xA0 \xC3\xA9") == std::vector<char32_t>{}); // a no-break space, an accent
    CHECK(control_characters("\xEF\xB7\x90\xEF\xB7\xAF") == std::vector<char32_t>{0xFDD0, 0xFDEF});
    CHECK(control_characters("\xEF\xB7\x8F\xEF\xB7\xB0") == std::vector<char32_t>{}); // U+FDCF and U+FDF0
    CHECK(control_characters("\xEF\xBF\xBE\xEF\xBF\xBF") == std::vector<char32_t>{0xFFFE, 0xFFFF});
    CHECK(control_characters("\xF0\x9F\xBF\xBE") == std::vector<char32_t>{0x1FFFE});
    CHECK(control_characters("\xEC\x9D\xB8\xEC\xB2\x9C \xF0\x9F\x9A\xA2") == std::vector<char32_t>{});
}

TEST_CASE("a text for a terminal has U+FFFD for each control character and keeps its line ends", "[text]") {
    CHECK(visible("a\nb") == "a\nb");
    CHECK(visible("\x1B[31mred\x07") == replaced + "[31mred" + replaced);
    CHECK(visible("a\tb\rc") == "a" + replaced + "b" + replaced + "c");
    CHECK(visible("\xC2\x9Bx \xED\x95\x9C") == replaced + "x \xED\x95\x9C");
    CHECK(visible("\xFF not UTF-8") == "\xFF not UTF-8");
}

TEST_CASE("code points are named in hexadecimal, the first five of them", "[text]") {
    CHECK(assets::code_points({0x1B}) == "U+001B");
    CHECK(assets::code_points({1, 2, 3, 4, 5, 6, 0x1FFFE}) == "U+0001, U+0002, U+0003, U+0004, U+0005 and 2 more");
}
