#pragma once

#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// The manual, for `theatrum help TOPIC` and for the window. A page is a file of Markdown in app/manual. A table is
/// made from the program's own lists. The pages hold the tables as text too, and a test compares the two.
namespace app {

struct ManualTable {
    std::vector<std::string> head;
    std::vector<std::vector<std::string>> rows; ///< each as long as `head`
};

/// A piece of a page.
struct ManualBlock {
    enum class Kind { Heading, Text, Item, Code, Table };
    Kind kind = Kind::Text;
    std::string text{}; ///< one line, except in Code, which keeps its line ends; empty for a Table
    ManualTable table{};
};

/// Reads the part of Markdown that the pages use: headings, paragraphs, lists with `-`, fenced code, tables.
/// Comments and pictures are left out.
[[nodiscard]] std::vector<ManualBlock> read_markdown(std::string_view);

/// The blocks as text for a terminal, at most 100 characters wide.
[[nodiscard]] std::string terminal_text(std::span<const ManualBlock>);

/// A table as Markdown, with a line end after every row.
[[nodiscard]] std::string markdown_of(const ManualTable&);

/// A table that the program makes. Pages hold it between `<!-- table NAME -->` and `<!-- end -->`.
struct NamedTable {
    std::string name; ///< "types", "columns positions.csv"
    ManualTable (*make)(const std::string& name);
};
[[nodiscard]] std::span<const NamedTable> manual_tables();

/// The table of this name, for terminal_text(); empty when there is none.
[[nodiscard]] std::vector<ManualBlock> manual_table(const std::string& name);

/// What `theatrum help` explains beside the commands: a page, or one or more tables.
struct ManualTopic {
    std::string_view name;    ///< "types"
    std::string_view title;   ///< of a page, for the window; empty for tables
    std::string_view summary; ///< for the list of topics
    bool is_page;
};
/// In the order of help and of the window's menu, pages first.
[[nodiscard]] std::span<const ManualTopic> manual_topics();

/// Every page, by its topic. A page that cannot be read says so in place of its text.
[[nodiscard]] std::map<std::string, std::vector<ManualBlock>, std::less<>>
manual_pages(const std::filesystem::path& folder);

/// The page or the tables of a topic of manual_topics(). `folder` holds the pages. Throws FileError for a page that
/// cannot be read.
[[nodiscard]] std::vector<ManualBlock> manual_blocks(std::string_view topic, const std::filesystem::path& folder);

} // namespace app
