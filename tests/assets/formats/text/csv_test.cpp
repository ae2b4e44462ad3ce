#include "assets/formats/text/csv.hpp"
#include "assets/formats/text/decode.hpp"
#include "assets/model/values/utf8.hpp"
#include "tests/support/catch.hpp"

using namespace assets;

namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows rows_of(std::string_view text) {
    CsvReader csv{text};
    Rows rows;
    std::vector<std::string> fields;
    while (csv.next(fields))
        rows.push_back(fields);
    return rows;
}

} // namespace

TEST_CASE("the separator is detected from the first line", "[csv]") {
    CHECK(rows_of("a,b\n1,2\n") == Rows{{"a", "b"}, {"1", "2"}});
    CHECK(rows_of("a;b\n1,5;2\n") == Rows{{"a", "b"}, {"1,5", "2"}});
    CHECK(rows_of("a\tb\n1\t2") == Rows{{"a", "b"}, {"1", "2"}});
    CHECK(rows_of("\"a;b;c\",d\n1,2\n") == Rows{{"a;b;c", "d"}, {"1", "2"}});
    CHECK(rows_of("sep=;\na;b,c,d\n") == Rows{{"a", "b,c,d"}});
}

TEST_CASE("quotes hold separators, quotes and newlines", "[csv]") {
    CHECK(rows_of("a,b\n\"x, y\",\"say \"\"hi\"\"\"\n") == Rows{{"a", "b"}, {"x, y", "say \"hi\""}});
    CHECK(rows_of("a,b\n\"one\ntwo\",3\n") == Rows{{"a", "b"}, {"one\ntwo", "3"}});
}

TEST_CASE("any line ending is understood, and blank lines are skipped", "[csv]") {
    CHECK(rows_of("a,b\r\n1,2\r\n\r\n,\r\n3,4") == Rows{{"a", "b"}, {"1", "2"}, {"3", "4"}});
    CHECK(rows_of("a,b\r1,2\r") == Rows{{"a", "b"}, {"1", "2"}});
}

TEST_CASE("an empty value at the end of a tab-separated row is a value", "[csv]") {
    CHECK(rows_of("a\tb\tc\n1\t\t3\n1\t2\t\n") == Rows{{"a", "b", "c"}, {"1", "", "3"}, {"1", "2", ""}});
}

TEST_CASE("the line of a row is its first line, and newlines in quotes are counted", "[csv]") {
    CsvReader csv{"a,b\n\"one\ntwo\",3\n\n4,5\n"};
    std::vector<std::string> fields;
    std::vector<int> lines;
    while (csv.next(fields))
        lines.push_back(csv.line());
    CHECK(lines == std::vector<int>{1, 2, 5});
}

TEST_CASE("a quote that is never closed is reported at the line where it opens", "[csv]") {
    CsvReader csv{"a,b\n1,\"two\n3,4\n"};
    std::vector<std::string> fields;
    CHECK(csv.next(fields));
    CHECK_FALSE(csv.next(fields));
    CHECK(csv.error() == "a quote is opened here and never closed");
    CHECK(csv.error_line() == 2);
}

TEST_CASE("a text of European letters that is not UTF-8 is read as Windows-1252", "[csv]") {
    DecodeError error;
    CHECK(decode_text("Montr\xE9"
                      "al \x96 \x80",
                      error)
              ->utf8 == "Montréal – €");
    CHECK(decode_text("Montr\xE9"
                      "al",
                      error)
              ->encoding == windows_1252_name);
    CHECK(decode_text("Montréal", error)->encoding.empty());
    CHECK(decode_text("\xEF\xBB\xBF"
                      "a",
                      error)
              ->utf8 == "a");
    CHECK_FALSE(decode_text(std::string{"a\0b", 3}, error));
    CHECK(error.message == "holds NUL bytes, so it is not a text file");
}

TEST_CASE("a text in another encoding is read by its name only", "[csv]") {
    DecodeError error;
    const std::string shift_jis = "a,b\n1,\x89\xA1\x90\x7B\x89\xEA\n"; // Yokosuka
    CHECK_FALSE(decode_text(shift_jis, error));
    CHECK(error.of_encoding);
    CHECK(error.line == 2);
    CHECK(error.message.find("shift_jis '横須賀'") != std::string::npos);
    CHECK(decode_text(shift_jis, error, "shift_jis")->utf8 == "a,b\n1,横須賀\n");
    CHECK_FALSE(decode_text("\x80\xFF", error, "euc-kr"));
    CHECK(error.message == "holds bytes that are not euc-kr");
    CHECK_FALSE(decode_text("\xE1\xE2\xE3\xE4", error)); // four letters in a row
    CHECK(decode_text("\xE1\xE2\xE3 \xE4", error));      // three and one
    CHECK_FALSE(decode_text("\x81", error));             // not a character of Windows-1252
    CHECK_FALSE(decode_text("\xD7", error));             // a sign that is not in the list
    CHECK(decode_text("\xFE\xFF" + std::string{"\0a\x6A\x2A", 4}, error)->utf8 == "a横"); // big-endian UTF-16
    CHECK_FALSE(decode_text(std::string{"\xFF\xFE\x00\xD8", 4}, error));                  // half a surrogate pair
}

TEST_CASE("UTF-8 is checked strictly", "[csv]") {
    CHECK(is_valid_utf8("한국, 日本, Đà Nẵng, \xF0\x9F\x9A\xA2"));
    CHECK_FALSE(is_valid_utf8("\xC0\xAF"));         // overlong
    CHECK_FALSE(is_valid_utf8("\xE0\x80\xAF"));     // overlong
    CHECK_FALSE(is_valid_utf8("\xED\xA0\x80"));     // a surrogate
    CHECK_FALSE(is_valid_utf8("\xF4\x90\x80\x80")); // above U+10FFFF
    CHECK_FALSE(is_valid_utf8("\xE2\x82"));         // cut off
}

TEST_CASE("a carriage return in quotes counts as a line unless a newline follows", "[csv]") {
    CsvReader csv{"a,b\r\"one\rtwo\",3\r\"four\r\nfive\",6\r7,8\r"};
    std::vector<std::string> fields;
    std::vector<int> lines;
    while (csv.next(fields))
        lines.push_back(csv.line());
    CHECK(lines == std::vector<int>{1, 2, 4, 6});
}
