#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// A page of text for people, written as Markdown or as HTML.
namespace app {

struct Heading {
    int level; ///< 1: the title of the page
    std::string text;
};
struct Paragraph {
    std::string text;
};
/// A list; its items may have lines of their own.
struct List {
    struct Item {
        std::string text;
        std::vector<std::string> lines;
        std::string link; ///< an address that the text leads to; may be empty
    };
    std::vector<Item> items;
    bool numbered = false;
};
struct Table {
    std::vector<std::string> header;
    std::vector<std::vector<std::string>> rows;
};
using Block = std::variant<Heading, Paragraph, List, Table>;

[[nodiscard]] std::string page_as_markdown(const std::vector<Block>&);
/// A whole page, whose title is that of the first heading. It loads nothing.
[[nodiscard]] std::string page_as_html(const std::vector<Block>&, std::string_view language);

/// Escapes the characters that have a meaning in Markdown.
[[nodiscard]] std::string markdown_text(std::string_view);

} // namespace app
