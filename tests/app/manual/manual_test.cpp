// The pages of the manual hold all of the program's own tables.
#include "app/manual/manual.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"
#include "tests/support/golden_text.hpp"

#include <algorithm>
#include <fstream>
#include <map>
#include <set>

using namespace app;

namespace {

const std::filesystem::path pages = THEATRUM_SOURCE_DIR "/app/manual";

std::string page_file(std::string_view topic) {
    return (pages / (std::string{topic} + ".md")).string();
}

/// A page cut at its tables: text and tables take turns, text first.
struct PageParts {
    std::vector<std::string> texts, tables, names;
};

PageParts parts_of(const std::string& page) {
    const std::string begin = "<!-- table ", close = " -->\n", end = "<!-- end -->";
    PageParts parts;
    std::size_t from = 0;
    for (auto at = page.find(begin); at != std::string::npos; at = page.find(begin, from)) {
        const auto name_end = page.find(close, at), table = name_end + close.size(), table_end = page.find(end, table);
        REQUIRE(table_end != std::string::npos);
        parts.names.push_back(page.substr(at + begin.size(), name_end - at - begin.size()));
        parts.texts.push_back(page.substr(from, table - from));
        parts.tables.push_back(page.substr(table, table_end - table));
        from = table_end;
    }
    parts.texts.push_back(page.substr(from));
    return parts;
}

std::vector<std::string> page_topics() {
    std::vector<std::string> names;
    for (const ManualTopic& topic : manual_topics())
        if (topic.is_page) names.emplace_back(topic.name);
    return names;
}

} // namespace

TEST_CASE("the pages of the manual hold every table of the program, as the program makes it", "[manual]") {
    std::map<std::string, std::string> made;
    for (const NamedTable& table : manual_tables())
        made[table.name] = markdown_of(table.make(table.name));
    std::set<std::string> held;
    for (const std::string& topic : page_topics()) {
        PageParts parts = parts_of(support::file_bytes(page_file(topic)));
        std::string page;
        for (std::size_t i = 0; i < parts.names.size(); ++i) {
            INFO(topic << ".md: " << parts.names[i] << "; THEATRUM_ACCEPT=1 writes the tables into the pages");
            REQUIRE(made.contains(parts.names[i]));
            const std::string& table = made[parts.names[i]];
            if (!support::accepting_goldens()) CHECK(parts.tables[i] == table);
            held.insert(parts.names[i]);
            page += parts.texts[i] + table;
        }
        page += parts.texts.back();
        if (support::accepting_goldens()) std::ofstream{page_file(topic), std::ios::binary} << page;
    }
    for (const auto& [name, table] : made) {
        INFO(name);
        CHECK(held.contains(name));
    }
}

TEST_CASE("every table of the manual has rows, and every row has a meaning", "[manual]") {
    for (const NamedTable& table : manual_tables()) {
        const ManualTable made = table.make(table.name);
        INFO(table.name);
        CHECK_FALSE(made.rows.empty());
        for (const auto& row : made.rows) {
            INFO(row[0]);
            REQUIRE(row.size() == made.head.size());
            CHECK_FALSE(row[0].empty());
            CHECK_FALSE(row[1].empty());
        }
    }
}

TEST_CASE("every topic of the manual can be shown", "[manual]") {
    for (const ManualTopic& topic : manual_topics()) {
        INFO(topic.name);
        const auto blocks = manual_blocks(topic.name, pages);
        REQUIRE_FALSE(blocks.empty());
        const std::string text = terminal_text(blocks);
        CHECK(text.find("<!--") == std::string::npos);
        CHECK(text.find("![") == std::string::npos);
        CHECK(text.find("| ---") == std::string::npos);
    }
    CHECK(manual_blocks("no-such-topic", pages).empty());
}

TEST_CASE("help lists the built-in places by country, and the seas with their parts", "[manual]") {
    const std::string places = terminal_text(manual_blocks("places", pages));
    CHECK(places.find("  South Korea ") != std::string::npos);
    CHECK(places.find("Camp Hansen") != std::string::npos);
    CHECK(places.find("of no state, or disputed") != std::string::npos);
    const std::string seas = terminal_text(manual_blocks("seas", pages));
    CHECK(seas.find("  Mediterranean Sea ") != std::string::npos);
    CHECK(seas.find("persian-gulf") != std::string::npos);
    CHECK(seas.find("in it: ") != std::string::npos);
    CHECK(seas.find("Adriatic Sea") != std::string::npos);
}

TEST_CASE("the pages for the window are complete, and a page that is missing says so", "[manual]") {
    const auto read = manual_pages(pages);
    REQUIRE(read.size() == page_topics().size());
    CHECK(read.at("findings").front().text == "Findings");
    const auto none = manual_pages(pages / "nowhere");
    REQUIRE(none.size() == read.size());
    CHECK(none.at("findings").front().text.find("findings.md: cannot read") != std::string::npos);
}

TEST_CASE("headings, paragraphs, lists, code and tables of a page are read as different blocks", "[manual]") {
    const auto blocks = read_markdown("# Title\n\nOne\nparagraph.\n\n- an item\n  that goes on\n- another\n\n"
                                      "```\na  b\n\nc\n```\n| x | y |\n| --- | --- |\n| 1 | a \\| b |\n| 2 |\n");
    using Kind = ManualBlock::Kind;
    REQUIRE(blocks.size() == 6);
    CHECK(blocks[0].kind == Kind::Heading);
    CHECK(blocks[0].text == "Title");
    CHECK(blocks[1].text == "One paragraph.");
    CHECK(blocks[2].kind == Kind::Item);
    CHECK(blocks[2].text == "an item that goes on");
    CHECK(blocks[3].text == "another");
    CHECK(blocks[4].kind == Kind::Code);
    CHECK(blocks[4].text == "a  b\n\nc\n");
    REQUIRE(blocks[5].kind == Kind::Table);
    CHECK(blocks[5].table.head == std::vector<std::string>{"x", "y"});
    CHECK(blocks[5].table.rows == std::vector<std::vector<std::string>>{{"1", "a | b"}, {"2", ""}});
}

TEST_CASE("a line of help is at most 100 letters wide", "[manual]") {
    for (const ManualTopic& topic : manual_topics()) {
        const std::string text = terminal_text(manual_blocks(topic.name, pages));
        std::size_t letters = 0;
        std::string line;
        for (const char c : text) {
            line += c;
            if (c == '\n') {
                INFO(topic.name << ": " << line);
                // Words without a blank in them, and examples, cannot be broken.
                if (line.find("    ") != 0 && line.find("http") == std::string::npos) CHECK(letters <= 100);
                letters = 0;
                line.clear();
            } else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80) {
                ++letters;
            }
        }
    }
}
