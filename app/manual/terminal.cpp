#include "app/manual/manual.hpp"

#include <algorithm>

namespace app {
namespace {

constexpr std::size_t page_width = 100, widest_name = 26;

/// Letters, not bytes: UTF-8 continuation bytes take no column.
std::size_t width_of(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; }));
}

/// The marks of Markdown that a terminal cannot show are left out: `**`.
std::string plain(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.substr(i, 2) == "**")
            ++i;
        else
            out += text[i];
    }
    return out;
}

/// Breaks a text between words into lines of at most `page_width`. `used`: columns that are taken on the first line.
/// `indent`: blanks before every other line.
std::string wrapped(std::string_view text, std::size_t used, std::size_t indent) {
    std::string lines;
    bool first = true;
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        const std::string_view word = text.substr(0, end);
        if (!first && used + 1 + width_of(word) > page_width) {
            lines += '\n' + std::string(indent, ' ');
            used = indent;
        } else if (!first) {
            lines += ' ';
            ++used;
        }
        lines += word;
        used += width_of(word);
        first = false;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines + '\n';
}

std::string padded(const std::string& text, std::size_t width) {
    return text + std::string(width > width_of(text) ? width - width_of(text) : 1, ' ');
}

/// Each row begins with its first cell. The second stands beside it. The others stand below, each after its column's
/// name.
std::string lines_of(const ManualTable& table) {
    std::size_t name_width = 0;
    for (const auto& row : table.rows)
        name_width = std::max(name_width, width_of(row[0]));
    const std::size_t indent = std::min(name_width, widest_name) + 4;
    std::string text;
    for (const auto& row : table.rows) {
        const std::string name = "  " + row[0];
        const bool fits = width_of(name) + 2 <= indent;
        text += fits ? padded(name, indent) : name + '\n' + std::string(indent, ' ');
        text += row.size() > 1 ? wrapped(plain(row[1]), indent, indent) : "\n";
        std::string more;
        for (std::size_t i = 2; i < row.size(); ++i)
            if (!row[i].empty()) more += (more.empty() ? "" : "; ") + table.head[i] + ": " + plain(row[i]);
        if (!more.empty()) text += std::string(indent, ' ') + wrapped(more, indent, indent);
    }
    return text;
}

std::string text_of(const ManualBlock& block) {
    switch (block.kind) {
    case ManualBlock::Kind::Heading:
        return block.text + '\n' + std::string(width_of(block.text), '-') + '\n';
    case ManualBlock::Kind::Text:
        return wrapped(plain(block.text), 0, 0);
    case ManualBlock::Kind::Item:
        return "  - " + wrapped(plain(block.text), 4, 4);
    case ManualBlock::Kind::Code: {
        std::string text;
        std::string_view rest = block.text;
        while (!rest.empty()) {
            const auto end = std::min(rest.find('\n'), rest.size());
            text += "    " + std::string{rest.substr(0, end)} + '\n';
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        return text;
    }
    case ManualBlock::Kind::Table:
        return lines_of(block.table);
    }
    return {};
}

} // namespace

std::string terminal_text(std::span<const ManualBlock> blocks) {
    std::string text;
    const ManualBlock* before = nullptr;
    for (const ManualBlock& block : blocks) {
        const bool in_list = before != nullptr && before->kind == ManualBlock::Kind::Item && block.kind == before->kind;
        const bool below_heading = before != nullptr && before->kind == ManualBlock::Kind::Heading;
        if (before != nullptr && !in_list && !below_heading) text += '\n';
        text += text_of(block);
        before = &block;
    }
    return text;
}

} // namespace app
