#include "app/manual/manual.hpp"

namespace app {
namespace {

std::string_view trimmed(std::string_view text) {
    while (text.starts_with(' '))
        text.remove_prefix(1);
    while (text.ends_with(' '))
        text.remove_suffix(1);
    return text;
}

/// The cells between the bars of a row of a table; `\|` is a bar inside a cell.
std::vector<std::string> cells_of(std::string_view row) {
    std::vector<std::string> cells;
    std::string cell;
    row.remove_prefix(1);
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (row[i] == '\\' && i + 1 < row.size() && row[i + 1] == '|') {
            cell += row[++i];
        } else if (row[i] == '|') {
            cells.emplace_back(trimmed(cell));
            cell.clear();
        } else {
            cell += row[i];
        }
    }
    return cells;
}

bool is_rule(const std::vector<std::string>& cells) {
    for (const std::string& cell : cells)
        if (cell.empty() || cell.find_first_not_of("-:") != std::string::npos) return false;
    return !cells.empty();
}

class Reader {
public:
    void line(std::string_view line) {
        if (m_in_code) return code_line(line);
        if (line.starts_with("```")) {
            begin(ManualBlock::Kind::Code);
            m_in_code = true;
        } else if (line.starts_with("<!--") || line.starts_with("![") || trimmed(line).empty()) {
            m_open = false;
        } else if (line.starts_with('#')) {
            begin(ManualBlock::Kind::Heading);
            last().text = trimmed(line.substr(std::min(line.find_first_not_of('#'), line.size())));
            m_open = false;
        } else if (line.starts_with('|')) {
            row(cells_of(line));
        } else if (line.starts_with("- ")) {
            begin(ManualBlock::Kind::Item);
            last().text = trimmed(line.substr(2));
        } else {
            if (!m_open || last().kind == ManualBlock::Kind::Table) begin(ManualBlock::Kind::Text);
            last().text += (last().text.empty() ? "" : " ") + std::string{trimmed(line)};
        }
    }
    [[nodiscard]] std::vector<ManualBlock> take() { return std::move(m_blocks); }

private:
    [[nodiscard]] ManualBlock& last() { return m_blocks.back(); }
    void begin(ManualBlock::Kind kind) {
        m_blocks.push_back({kind});
        m_open = true;
    }
    void code_line(std::string_view line) {
        if (line.starts_with("```"))
            m_in_code = m_open = false;
        else
            last().text += std::string{line} + '\n';
    }
    void row(std::vector<std::string> cells) {
        if (!m_open || last().kind != ManualBlock::Kind::Table) {
            begin(ManualBlock::Kind::Table);
            last().table.head = std::move(cells);
        } else if (!is_rule(cells)) {
            cells.resize(last().table.head.size());
            last().table.rows.push_back(std::move(cells));
        }
    }

    std::vector<ManualBlock> m_blocks;
    bool m_open = false; ///< the next line may belong to the last block
    bool m_in_code = false;
};

} // namespace

std::vector<ManualBlock> read_markdown(std::string_view text) {
    Reader reader;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        reader.line(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return reader.take();
}

std::string markdown_of(const ManualTable& table) {
    const auto row = [](const std::vector<std::string>& cells) {
        std::string line = "|";
        for (const std::string& cell : cells) {
            line += ' ';
            for (const char c : cell)
                line += c == '|' ? std::string{"\\|"} : std::string{c};
            line += " |";
        }
        return line + '\n';
    };
    std::string text = row(table.head) + row(std::vector<std::string>(table.head.size(), "---"));
    for (const auto& cells : table.rows)
        text += row(cells);
    return text;
}

} // namespace app
