// Sheets that no spreadsheet program writes: each is read or refused, and costs little.
#include "assets/formats/sheets/cells/sheet_error.hpp"
#include "tests/assets/formats/sheets/sheet_texts.hpp"
#include "tests/assets/formats/sheets/zip.hpp"
#include "tests/support/catch.hpp"

#include <chrono>
#include <random>

using namespace sheets_test;

namespace {

std::string answer(const std::string& bytes) {
    try {
        return text_of(bytes);
    } catch (const assets::SheetError& error) {
        return error.what();
    }
}

std::string sheet_of(const std::string& rows) {
    return "<worksheet><sheetData>" + rows + "</sheetData></worksheet>";
}

const std::string sample =
    "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" s=\"1\"><v>45504.25</v></c>"
    "<c r=\"D1\" t=\"inlineStr\"><is><t>text &amp; more</t></is></c></row><row r=\"3\"><c r=\"B3\" "
    "t=\"e\"><v>#N/A</v></c>"
    "<c t=\"b\"><v>1</v></c><c><f>A1</f></c></row></sheetData><mergeCells><mergeCell "
    "ref=\"A1:B3\"/></mergeCells></worksheet>";
const std::string strings = "<sst><si><t>shared</t></si><si><r><t>rich_x0041_</t></r></si></sst>";
const std::string styles = "<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"yyyy\\-mm hh:mm\"/></numFmts>"
                           "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/></cellXfs></styleSheet>";
const std::string ods_sample =
    "<office:document-content><office:automatic-styles><number:date-style "
    "style:name=\"N\"><number:year/><number:hours/>"
    "</number:date-style><style:style style:name=\"c\" "
    "style:data-style-name=\"N\"/></office:automatic-styles><office:body>"
    "<office:spreadsheet><table:table table:name=\"a\"><table:table-column table:number-columns-repeated=\"3\" "
    "table:default-cell-style-name=\"c\"/><table:table-row table:number-rows-repeated=\"2\"><table:table-cell "
    "office:value-type=\"string\" table:number-columns-repeated=\"2\"><text:p>x<text:s text:c=\"3\"/>y</text:p>"
    "</table:table-cell><table:table-cell office:value-type=\"date\" "
    "office:date-value=\"2024-07-31\"/></table:table-row>"
    "<table:table-row><table:table-cell office:value-type=\"float\" office:value=\"4.31E8\"/></table:table-row>"
    "</table:table></office:spreadsheet></office:body></office:document-content>";

std::string mutated(std::string text, std::mt19937& random) {
    const auto any = [&](std::size_t below) {
        return std::uniform_int_distribution<std::size_t>{0, below - 1}(random);
    };
    for (std::size_t n = 1 + any(4); n > 0 && !text.empty(); --n) {
        const std::size_t at = any(text.size());
        switch (any(5)) {
        case 0:
            text[at] = static_cast<char>(any(256));
            break;
        case 1:
            text.erase(at, 1 + any(12));
            break;
        case 2:
            text.insert(at, text.substr(any(text.size()), any(40)));
            break;
        case 3:
            text.insert(at, std::to_string(std::uint64_t{1} << any(64)));
            break;
        default:
            text.resize(at);
            break;
        }
    }
    return text;
}

} // namespace

TEST_CASE("an archive of very many files is refused at once", "[sheets]") {
    const auto archive_of = [](std::size_t count) {
        std::vector<std::pair<std::string, std::string>> members{{"xl/workbook.xml", "<workbook/>"}};
        while (members.size() < count)
            members.emplace_back(std::to_string(members.size()), "x");
        return answer(zip_of(members));
    };
    CHECK(archive_of(5'000).find("more than 5000 files") == std::string::npos);
    CHECK(archive_of(5'001) == "is an archive of more than 5000 files");
    const auto begin = std::chrono::steady_clock::now();
    CHECK(archive_of(60'000) == "is an archive of more than 5000 files");
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds{5}); // GDAL would list them for half a minute
}

TEST_CASE("the samples are read", "[sheets]") {
    CHECK(answer(xlsx_of(sample, strings, styles)) ==
          "sheet a\nwarning 1: the merged cells A1:B3 give their value to this row only\n"
          "1: shared |  | 2024-07-31T06:00 | text & more\n"
          "3:  | (holds the error #N/A) | true | (holds a formula without a stored result; save the file with a "
          "spreadsheet program)\n");
    CHECK(answer(ods_of(ods_sample)) == "sheet a\n1: x   y | x   y | 2024-07-31T00:00\n2: x   y | x   y | "
                                        "2024-07-31T00:00\n3: 431000000\n");
}

TEST_CASE("places of cells that cannot be are errors", "[sheets]") {
    for (const char* cell : {"A2", "XFE1", "A0", "A1048577", "1", "A", "a1", "A1A", "AAAAAAAAAAAA1", ""}) {
        INFO(cell);
        CHECK_THAT(answer(xlsx_of(sheet_of("<row r=\"1\"><c r=\"" + std::string{cell} + "\"><v>1</v></c></row>"))),
                   Catch::StartsWith("is damaged: a cell "));
    }
    CHECK_THAT(answer(xlsx_of(sheet_of("<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>"))),
               Catch::StartsWith("is damaged: a cell A1"));
    CHECK(answer(xlsx_of(sheet_of("<row r=\"5\"/><row r=\"4\"/>"))) == "is damaged: row 4 stands below row 5");
    CHECK_THAT(answer(xlsx_of(sheet_of("<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>"))),
               Catch::Contains("holds a row of 16384 cells, row 1; at most 1000 are read"));
    CHECK_THAT(answer(xlsx_of(sheet_of("<row><c t=\"s\"><v>7</v></c></row>"))),
               Catch::Contains("refers to a text that the file does not have"));
}

TEST_CASE("repeated cells and rows of .ods stay within the limits", "[sheets]") {
    const auto table = [](const std::string& rows) {
        return ods_of("<office:document-content><office:body><office:spreadsheet><table:table table:name=\"a\">" +
                      rows + "</table:table></office:spreadsheet></office:body></office:document-content>");
    };
    const std::string value = "office:value-type=\"float\" office:value=\"1\"";
    CHECK_THAT(answer(table("<table:table-row><table:table-cell table:number-columns-repeated=\"4294967295\" " + value +
                            "/></table:table-row>")),
               Catch::Contains("holds a row of 16384 cells"));
    CHECK_THAT(answer(table("<table:table-row table:number-rows-repeated=\"4294967295\"><table:table-cell "
                            "table:number-columns-repeated=\"100\" " +
                            value + "/></table:table-row>")),
               Catch::Contains("holds more than 20 million cells"));
    CHECK(answer(table("<table:table-row table:number-rows-repeated=\"99999999999999999999\"><table:table-cell/>"
                       "</table:table-row>")) == "sheet a\n");
    std::string groups, ends;
    for (int i = 0; i < 100'000; ++i) {
        groups += "<table:table-row-group>";
        ends += "</table:table-row-group>";
    }
    CHECK(answer(table(groups + ends)) == "sheet a\n");
}

TEST_CASE("a character that XML or UTF-8 cannot have does not pass for a problem", "[sheets]") {
    CHECK(answer(xlsx_of(sheet_of("<row><c t=\"inlineStr\"><is><t>&#1;x</t></is></c></row>"))) == "sheet a\n1: x\n");
    CHECK(answer(xlsx_of(sheet_of("<row><c t=\"inlineStr\"><is><t>_x0001_x_xD800_</t></is></c></row>"))) ==
          "sheet a\n1: x_xD800_\n");
    CHECK_THROWS_WITH(text_of(xlsx_of(sheet_of("<row><c t=\"inlineStr\"><is><t>\xFF</t></is></c></row>"))),
                      "a record is not one of a sheet");
}

TEST_CASE("20,000 mutated sheets are read or refused", "[sheets]") {
    constexpr std::size_t most = 1'000; // records: repeated rows make millions
    std::mt19937 random{15};
    for (int i = 0; i < 10'000; ++i) {
        try {
            (void)text_of(xlsx_of(mutated(sample, random), mutated(strings, random), mutated(styles, random)), most);
        } catch (const assets::SheetError&) {
        } catch (const std::runtime_error&) { // not UTF-8
        }
        try {
            (void)text_of(ods_of(mutated(ods_sample, random)), most);
        } catch (const assets::SheetError&) {
        } catch (const std::runtime_error&) {}
    }
    SUCCEED();
}

TEST_CASE("the calendar of 1904 is written as 1 or true", "[sheets]") {
    const auto date = [](const std::string& value) {
        const std::string relationships = "<Relationships><Relationship Id=\"r1\" Type=\"x/worksheet\" "
                                          "Target=\"s.xml\"/><Relationship Id=\"r2\" Type=\"x/styles\" "
                                          "Target=\"styles.xml\"/></Relationships>";
        return answer(
            zip_of({{"[Content_Types].xml", "<Types/>"},
                    {"xl/workbook.xml", "<workbook xmlns:r=\"r\"><workbookPr date1904=\"" + value +
                                            "\"/><sheets><sheet name=\"a\" r:id=\"r1\"/></sheets></workbook>"},
                    {"xl/_rels/workbook.xml.rels", relationships},
                    {"xl/styles.xml", "<styleSheet><cellXfs><xf numFmtId=\"14\"/></cellXfs></styleSheet>"},
                    {"xl/s.xml", sheet_of("<row><c s=\"0\"><v>366</v></c></row>")}}));
    };
    for (const char* from_1904 : {"1", "true"})
        CHECK(date(from_1904) == "sheet a\n1: 1905-01-01\n");
    for (const char* from_1900 : {"0", "false", ""})
        CHECK(date(from_1900) == "sheet a\n1: 1900-12-31\n");
}

TEST_CASE("cells merged over rows are warned of, over columns alone they are not", "[sheets]") {
    const auto warnings = [](const std::string& range) {
        const auto text = answer(xlsx_of("<worksheet><sheetData><row><c><v>1</v></c></row></sheetData><mergeCells>"
                                         "<mergeCell ref=\"" +
                                         range + "\"/></mergeCells></worksheet>"));
        return text.find("warning") != std::string::npos;
    };
    CHECK(warnings("A1:A2"));
    CHECK(warnings("A1:C2"));
    CHECK_FALSE(warnings("A1:C1"));
    CHECK_FALSE(warnings("A1"));
}

TEST_CASE("columns and rows of .ods are found inside groups and headers", "[sheets]") {
    const std::string styles = "<office:automatic-styles><number:date-style style:name=\"N\"><number:year/>"
                               "<number:month/></number:date-style><style:style style:name=\"c\" "
                               "style:data-style-name=\"N\"/></office:automatic-styles>";
    const std::string date = "<table:table-cell office:value-type=\"date\" office:date-value=\"2024-07-01\"/>";
    const auto sheet = [&](const std::string& columns, const std::string& rows) {
        return answer(ods_of("<office:document-content>" + styles +
                             "<office:body><office:spreadsheet><table:table table:name=\"a\">" + columns + rows +
                             "</table:table></office:spreadsheet></office:body></office:document-content>"));
    };
    const std::string column = "<table:table-column table:default-cell-style-name=\"c\"/>";
    const std::string row = "<table:table-row>" + date + "</table:table-row>";
    for (const char* group : {"table:table-columns", "table:table-header-columns", "table:table-column-group"}) {
        INFO(group);
        CHECK(sheet("<" + std::string{group} + ">" + column + "</" + group + ">", row) == "sheet a\n1: 2024-07\n");
    }
    for (const char* group : {"table:table-rows", "table:table-header-rows", "table:table-row-group"}) {
        INFO(group);
        CHECK(sheet(column, "<" + std::string{group} + ">" + row + "</" + group + ">") == "sheet a\n1: 2024-07\n");
    }
}
