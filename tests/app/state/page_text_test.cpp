#include "app/state/page_text.hpp"
#include "tests/support/catch.hpp"

using namespace app;

namespace {

/// A page on which every text has the characters that have a meaning in HTML and in Markdown.
std::vector<Block> hostile_page() {
    const std::string text = "<b>&\"*_|#`[x]\\";
    return {Heading{1, text}, Paragraph{text}, List{{{text, {text}, "https://example.org/?a=1&b=\"2\""}}, true},
            List{{{text, {}, "javascript:alert(1)"}}, false}, Table{{text}, {{text}}}};
}

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size()))
        ++found;
    return found;
}

} // namespace

TEST_CASE("every text of a page is escaped in HTML: headings, paragraphs, items, their lines and cells",
          "[app][report]") {
    const std::string html = page_as_html(hostile_page(), "en");
    CHECK(html.find("<b>") == std::string::npos);
    CHECK(count(html, "&lt;b&gt;&amp;&quot;*_|#`[x]\\") == 8); // and the title
    CHECK(html.find("javascript:") == std::string::npos);
    CHECK(count(html, "<a href=\"https://example.org/") == 1);
    CHECK(html.find("&b=\"2") == std::string::npos);
}

TEST_CASE("every text of a page is escaped in Markdown: headings, paragraphs, items, their lines and cells",
          "[app][report]") {
    const std::string markdown = page_as_markdown(hostile_page());
    CHECK(count(markdown, "\\<b>&\"\\*\\_\\|\\#\\`\\[x\\]\\\\") == 7);
    CHECK(count(markdown, "<b>") == 7);
    CHECK(markdown.find("javascript:") == std::string::npos);
}

TEST_CASE("a numbered list counts its items, and the lines of an item lie below its text", "[app][report]") {
    const std::vector<Block> page{Heading{1, "Page"}, List{{{"a", {"b", "c"}, {}}, {"d", {}, {}}}, true},
                                  List{{{"e", {"f"}, {}}}, false}, Table{{"x", "y"}, {{"1", "2"}, {"3", "4"}}}};
    CHECK(page_as_markdown(page) == "# Page\n\n1. a\n   - b\n   - c\n2. d\n\n- e\n  - f\n\n"
                                    "| x | y |\n| --- | --- |\n| 1 | 2 |\n| 3 | 4 |\n");
    const std::string html = page_as_html(page, "ko");
    CHECK_THAT(html, Catch::Contains("<html lang=\"ko\">"));
    CHECK_THAT(html, Catch::Contains("<title>Page</title>"));
    CHECK_THAT(html, Catch::Contains("<ol>\n<li>a<br>b<br>c</li>\n<li>d</li>\n</ol>\n"));
    CHECK_THAT(html, Catch::Contains("<ul>\n<li>e<br>f</li>\n</ul>\n"));
    CHECK_THAT(html, Catch::Contains("<tr><th>x</th><th>y</th></tr>\n<tr><td>1</td><td>2</td></tr>\n"));
}
