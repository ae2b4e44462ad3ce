// The cells of spreadsheets as texts.
#include "assets/formats/sheets/cells/number_format.hpp"
#include "assets/formats/sheets/read_sheets.hpp"
#include "tests/assets/formats/sheets/sheet_texts.hpp"
#include "tests/support/catch.hpp"

using namespace assets;
using sheets_test::fixture_text, sheets_test::text_of;

namespace {

std::string shown(double serial, const std::string& code, bool from_1904 = false) {
    std::string problem;
    const auto text = date_text(serial, format_of_code(code), from_1904, problem);
    return problem.empty() ? text : problem;
}

std::string number(double value, const std::string& code = "General") {
    return number_text(value, format_of_code(code));
}

std::string refusal(const std::string& fixture) {
    try {
        (void)fixture_text(fixture);
    } catch (const SheetError& error) {
        return error.what();
    }
    return "";
}

} // namespace

TEST_CASE("a cell that is formatted as a date keeps its date and its clock", "[sheets]") {
    CHECK(shown(45504, "yyyy-mm-dd") == "2024-07-31");
    CHECK(shown(45504.25, "yyyy-mm-dd") == "2024-07-31T06:00");
    CHECK(shown(45504.25, "h:mm") == "2024-07-31T06:00");
    CHECK(shown(45504, "yyyy-mm-dd hh:mm") == "2024-07-31T00:00");
    CHECK(shown(0.25, "h:mm") == "06:00");
    CHECK(shown(0.25, "h:mm AM/PM") == "06:00");
    CHECK(shown(45504.27088, "dd/mm/yyyy hh:mm:ss") == "2024-07-31T06:30:04");
    CHECK(shown(45504.25000001, "yyyy-mm-dd hh:mm") == "2024-07-31T06:00");
    CHECK(shown(45504.2500057870, "hh:mm:ss.000") == "2024-07-31T06:00:00.500");
    CHECK(shown(45504.9999999, "yyyy-mm-dd hh:mm") == "2024-08-01T00:00");
    CHECK(shown(1.5, "[h]:mm") == "36:00:00");
}

TEST_CASE("a cell that shows a month or a year is that month or year", "[sheets]") {
    CHECK(shown(45474, "mmm-yy") == "2024-07");
    CHECK(shown(45504, "mmm-yy") == "2024-07-31");
    CHECK(shown(45292, "yyyy") == "2024");
    CHECK(shown(45474, "yyyy") == "2024-07-01");
}

TEST_CASE("serial days count from 1900, with a day that did not exist, or from 1904", "[sheets]") {
    CHECK(shown(1, "yyyy-mm-dd") == "1900-01-01");
    CHECK(shown(59, "yyyy-mm-dd") == "1900-02-28");
    CHECK(shown(60, "yyyy-mm-dd") == "is 29 February 1900, a day that did not exist");
    CHECK(shown(61, "yyyy-mm-dd") == "1900-03-01");
    CHECK_THAT(shown(0, "yyyy-mm-dd"), Catch::Contains("before 1 January 1900"));
    CHECK_THAT(shown(-1, "yyyy-mm-dd"), Catch::Contains("its value -1 is none"));
    CHECK_THAT(shown(2'958'466, "yyyy-mm-dd"), Catch::Contains("its value 2958466 is none"));
    CHECK(shown(2'958'465, "yyyy-mm-dd") == "9999-12-31");
    CHECK(shown(0, "yyyy-mm-dd", true) == "1904-01-01");
    CHECK(shown(60, "yyyy-mm-dd", true) == "1904-03-01");
    CHECK(shown(44'042.25, "yyyy-mm-dd", true) == "2024-07-31T06:00");
}

TEST_CASE("the codes of number formats say what a number is", "[sheets]") {
    const auto kind = [](const std::string& code) {
        const auto format = format_of_code(code);
        std::string text;
        for (const auto& [is, word] :
             {std::pair{format.year, "y"}, std::pair{format.month, "m"}, std::pair{format.day, "d"},
              std::pair{format.clock, "c"}, std::pair{format.elapsed, "e"}})
            text += is ? word : "";
        return text;
    };
    CHECK(kind("General") == "");
    CHECK(kind("0.00") == "");
    CHECK(kind("0.00E+00") == "");
    CHECK(kind("#,##0 \"days\"") == "");
    CHECK(kind("[Red]0;[Blue]-0") == "");
    CHECK(kind("@") == "");
    CHECK(kind("dd.mm.yyyy") == "ymd");
    CHECK(kind("[$-409]d-mmm-yy;@") == "ymd");
    CHECK(kind("yyyy\"年\"m\"月\"d\"日\"") == "ymd");
    CHECK(kind("mm:ss") == "c");
    CHECK(kind("h:mm AM/PM") == "c");
    CHECK(kind("m/d/yy h:mm") == "ymdc");
    CHECK(kind("hh:mm dd/mm/yyyy") == "ymdc");
    CHECK(kind("mmm-yy") == "ym");
    CHECK(kind("[hh]:mm") == "e");
    CHECK(built_in_format(14).day);
    CHECK(built_in_format(20).clock);
    CHECK_FALSE(built_in_format(20).day);
    CHECK((built_in_format(22).day && built_in_format(22).clock));
    CHECK_FALSE(built_in_format(1).is_time());
    CHECK_FALSE(built_in_format(49).is_time());
}

TEST_CASE("a number is written without an exponent as far as its digits are known", "[sheets]") {
    CHECK(number(431'000'000) == "431000000");
    CHECK(number(4.31e8) == "431000000");
    CHECK(number(0.1 + 0.2) == "0.3");
    CHECK(number(139.67000000000002) == "139.67");
    CHECK(number(-0.0000125) == "-0.0000125");
    CHECK(number(-0.0) == "0");
    CHECK(number(999'999'999'999'999) == "999999999999999");
    CHECK(number(10'033'000'001'201'000'000.0) == "1.0033000001201e+19"); // its digits are lost
    CHECK(number(2'320'001, "000000000") == "002320001");
    CHECK(number(2'320'001.5, "000000000") == "2320001.5");
    CHECK(number(1.5, "0.00") == "1.5");
}

TEST_CASE("the cells of an .xlsx file are read as Excel shows them", "[sheets]") {
    CHECK(fixture_text("cells.xlsx") == R"(sheet cells
note 0: has 1 hidden row, which is read
warning 3: the merged cells A3:A4 give their value to this row only
1: a | b
2: (is 29 February 1900, a day that did not exist) | 1900-02-28 | 1900-03-01 | 1900-01-01 | (is formatted as a date, and its value is before 1 January 1900) | (is formatted as a date, and its value -1 is none) | (is formatted as a date, and its value 2958466 is none)
3: (holds the error #N/A) | (holds a formula without a stored result; save the file with a spreadsheet program) | x | true | 2 | 2024-07-31T06:00:00
4: 431000000 | 0.3 | 1.0033000001201e+19 | -0.0000125 | 139.67 | 002320001
5: 2024-07-31T06:00 | 06:00 | 2024-07-31T00:00 | 2024-07-31 | 36:00:00 | 2024-07-31T06:00 | 2024-08-01T00:00 | 2024-07 | 2024
6: rich text | line / end | blanks | 한국
)");
}

TEST_CASE("an .xlsx file with the calendar of 1904 has its dates", "[sheets]") {
    CHECK(fixture_text("calendar-1904.xlsx") == "sheet dates\n1: 1904-01-01 | 2024-07-31T06:00 | 12:00\n");
}

TEST_CASE("cells without references and elements with a prefix are read alike", "[sheets]") {
    const std::string cells = "sheet positions\n1: asset | from | lon | lat | radius_km | note\n"
                              "2: a | 2024-07-31 | 139 | 35 | 5 | one\n";
    CHECK(fixture_text("no-references.xlsx") == cells);
    CHECK(fixture_text("prefix.xlsx") == cells);
}

TEST_CASE("the cells of an .ods file are read as LibreOffice shows them", "[sheets]") {
    CHECK(fixture_text("cells.ods") == R"(sheet cells
warning 4: a cell is merged with the cell below it and gives its value to this row only
note 0: has 1 hidden row, which is read
1: 2024-07-31 | 2024-07-31T00:00 | 2024-07-31T06:30 | 2024-07-31T00:00 | 2024-07
2: 06:30 | 36:15:07 | true | (holds the error #N/A) | (holds a formula without a stored result; save the file with a spreadsheet program)
3: 431000000 | 431000000 | 002320001 | 0.5 | repeated | repeated
4: x | merged
5: x | merged
6: y |  | z
)");
    CHECK(fixture_text("lone.ods") == R"(sheet Sheet1
1: asset | from | lon | lat | radius_km | note
2: a | 2024-07-31 | 139.67 | 35.29 | 5 | two  blanks / and a line
3: a | 2024-08-01T06:30 | 139.7 | 35.3 | 5
)");
}

TEST_CASE("a file that is no spreadsheet, is damaged or hostile is refused with a reason", "[sheets]") {
    CHECK_THAT(refusal("doctype.xlsx"), Catch::Contains("has a DOCTYPE in xl/worksheets/sheet1.xml"));
    CHECK_THAT(refusal("truncated.xlsx"), Catch::Contains("xl/worksheets/sheet1.xml is not well-formed XML"));
    CHECK(refusal("bomb.xlsx") == "unpacks to more than 200 times its size");
    CHECK(refusal("bomb.ods") == "holds more than 256 MB of text");
    CHECK_THAT(refusal("cut.xlsx"), Catch::StartsWith("is damaged"));
    CHECK_THAT(refusal("damaged.xlsx"), Catch::StartsWith("is damaged"));
    CHECK_THAT(refusal("document.xlsx"), Catch::Contains("its archive has no workbook"));
    CHECK_THAT(refusal("old.xlsx"), Catch::Contains("old .xls format or has a password"));
    CHECK(refusal("password.ods") == "has a password; save it without one");
    CHECK_THROWS_WITH(text_of("asset,from\n"), "is not a spreadsheet: it is no zip archive");
    CHECK_THROWS_WITH(text_of(""), "is not a spreadsheet: it is no zip archive");
    CHECK_THROWS_WITH(text_of("PK\x03\x04"), Catch::StartsWith("is damaged"));
}

TEST_CASE("a file that is cut anywhere is refused or read, and nothing else happens", "[sheets]") {
    for (const char* name : {"lone.xlsx", "lone.ods"}) {
        const auto bytes = sheets_test::fixture_bytes(name);
        for (std::size_t size = 0; size < bytes.size(); size += 7) {
            try {
                (void)text_of(bytes.substr(0, size));
            } catch (const SheetError& error) {
                CHECK(std::string_view{error.what()}.size() > 10);
            }
        }
    }
}
