#include "assets/formats/sheets/ods.hpp"

#include "assets/formats/sheets/cells/sheet_error.hpp"
#include "assets/formats/sheets/ods_styles.hpp"
#include "assets/model/values/codes.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include <fmt/format.h>

namespace assets {
namespace {

constexpr std::uint32_t most_ods_rows = 1'048'576;
constexpr std::size_t most_ods_columns = 16'384;

/// The number of times that an element stands for; 1 unless the attribute says more.
std::uint32_t repeats(pugi::xml_node node, const char* name) {
    const std::string_view text = value_of(node, name);
    std::uint32_t value = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failed == std::errc::result_out_of_range) return most_ods_rows;
    return failed == std::errc{} ? std::max<std::uint32_t>(value, 1) : 1;
}

/// Appends the text of a paragraph, with its blanks, tabs and line ends.
void append_text(std::string& text, pugi::xml_node paragraph, int depth = 0) {
    constexpr int most_depth = 32;
    constexpr std::uint32_t most_blanks = 1'000;
    if (depth > most_depth) return;
    for (const auto node : paragraph.children()) {
        const std::string_view name = node.name();
        if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata)
            text += node.value();
        else if (name == "text:s")
            text.append(std::min(repeats(node, "text:c"), most_blanks), ' ');
        else if (name == "text:tab")
            text += '\t';
        else if (name == "text:line-break")
            text += '\n';
        else if (name != "office:annotation" && name != "text:note" && name != "text:ruby-text")
            append_text(text, node, depth + 1);
    }
}

/// The paragraphs of a cell, without its comments and drawings.
std::string paragraphs(pugi::xml_node cell) {
    std::string text;
    bool is_first = true;
    for (const auto paragraph : cell.children("text:p")) {
        if (!is_first) text += '\n';
        is_first = false;
        append_text(text, paragraph);
    }
    return text;
}

/// `2024-07-31T06:00:00.000000000` as short as it says the same: `2024-07-31T06:00`. The midnight of a cell that shows
/// no clock is its day.
std::string short_date(std::string_view written, const NumberFormat& format) {
    std::string text{written};
    const auto point = text.find('.');
    if (point != std::string::npos && text.find_first_not_of('0', point + 1) == std::string::npos) text.resize(point);
    constexpr std::size_t with_seconds = 19; // 2024-07-31T06:00:00
    if (text.size() == with_seconds && text.ends_with(":00")) text.resize(text.size() - 3);
    constexpr std::size_t date_size = 10;
    const bool has_clock = text.size() > date_size && text[date_size] == 'T';
    if (has_clock && text.ends_with("T00:00") && !format.clock) text.resize(date_size);
    if (text.size() != date_size) return text;
    if (format.clock) return text + "T00:00";
    if (format.is_time() && !format.day && format.year && text.ends_with("-01")) { // a month, or a year
        if (format.month) return text.substr(0, 7);
        if (text.ends_with("-01-01")) return text.substr(0, 4);
    }
    return text;
}

/// `PT06H30M00S` as `06:30`. Hours beyond 23 stay: `36:15:00`. Empty if it is not of this form.
std::string clock_of_duration(std::string_view text) {
    const auto part = [&](char end) -> std::optional<double> {
        const auto at = text.find(end);
        if (at == std::string_view::npos) return 0;
        const auto value = number_of(text.substr(0, at));
        text.remove_prefix(at + 1);
        return value;
    };
    if (!text.starts_with("PT")) return {};
    text.remove_prefix(2);
    const auto hours = part('H'), minutes = part('M'), seconds = part('S');
    if (!hours || !minutes || !seconds || !text.empty()) return {};
    constexpr double most = 1e6;
    if (*hours < 0 || *hours > most || *minutes < 0 || *minutes > most || *seconds < 0 || *seconds > most) return {};
    const auto all = static_cast<std::int64_t>(*hours * 3600 + *minutes * 60 + *seconds + 0.5);
    std::string clock = fmt::format("{:02}:{:02}", all / 3600, all % 3600 / 60);
    if (all % 60 != 0) clock += fmt::format(":{:02}", all % 60);
    return clock;
}

class OdsReader {
public:
    OdsReader(Archive& archive, SheetWriter& out) : m_archive{archive}, m_out{out} {}

    void read() {
        if (const auto manifest = m_archive.read("META-INF/manifest.xml");
            manifest && manifest->find("encryption-data") != std::string::npos)
            throw SheetError{code::syntax, "has a password; save it without one"};
        if (auto text = m_archive.read("styles.xml")) {
            const XmlTree styles{std::move(*text), "styles.xml"};
            m_styles.add(styles.root().child("office:styles"));
            m_styles.add(styles.root().child("office:automatic-styles"));
        }
        auto text = m_archive.read("content.xml");
        m_out.progress(25);
        const XmlTree content{std::move(*text), "content.xml"};
        m_styles.add(content.root().child("office:automatic-styles"));
        const auto spreadsheet = content.root().child("office:body").child("office:spreadsheet");
        if (!spreadsheet) throw SheetError{code::syntax, "is not a spreadsheet but another document"};
        const auto tables = spreadsheet.children("table:table");
        const auto count = static_cast<int>(std::distance(tables.begin(), tables.end()));
        int done = 0;
        for (const auto table : tables) {
            constexpr int begin = 50;
            m_out.progress(begin + done++ * (100 - begin) / count);
            read_table(table);
        }
    }

private:
    void read_table(pugi::xml_node table) {
        m_out.sheet(value_of(table, "table:name"));
        m_column_styles.clear();
        add_columns(table, 0);
        m_row = 0;
        m_hidden = 0;
        add_rows(table, 0);
        if (m_hidden > 0)
            m_out.note(0, fmt::format("has {} hidden {}, which {} read", m_hidden, m_hidden == 1 ? "row" : "rows",
                                      m_hidden == 1 ? "is" : "are"));
    }

    static constexpr int most_depth = 16; ///< of groups in groups

    void add_columns(pugi::xml_node group, int depth) {
        for (const auto node : group.children()) {
            const std::string_view name = node.name();
            if (name == "table:table-column") {
                const auto count = repeats(node, "table:number-columns-repeated");
                const auto size = std::min<std::size_t>(m_column_styles.size() + count, most_ods_columns);
                m_column_styles.resize(size, value_of(node, "table:default-cell-style-name"));
            } else if (depth < most_depth && (name == "table:table-columns" || name == "table:table-header-columns" ||
                                              name == "table:table-column-group")) {
                add_columns(node, depth + 1);
            }
        }
    }

    void add_rows(pugi::xml_node group, int depth) {
        for (const auto node : group.children()) {
            const std::string_view name = node.name();
            if (name == "table:table-row")
                add_row(node);
            else if (depth < most_depth && (name == "table:table-rows" || name == "table:table-header-rows" ||
                                            name == "table:table-row-group"))
                add_rows(node, depth + 1);
        }
    }

    void add_row(pugi::xml_node row) {
        const auto count = repeats(row, "table:number-rows-repeated");
        const std::string_view row_style = value_of(row, "table:default-cell-style-name");
        m_cells.clear();
        std::size_t column = 0;
        for (const auto cell : row.children()) {
            const std::string_view name = cell.name();
            const bool is_covered = name == "table:covered-table-cell";
            if (name != "table:table-cell" && !is_covered) continue;
            const auto columns = repeats(cell, "table:number-columns-repeated");
            if (!is_covered) add_cell(cell, column, columns, row_style);
            column = std::min<std::size_t>(column + columns, most_ods_columns);
        }
        const bool has_values = !m_cells.empty();
        if (has_values && value_of(row, "table:visibility").size() > 0 &&
            value_of(row, "table:visibility") != "visible")
            m_hidden += count;
        for (std::uint32_t i = 0; has_values && i < count && m_row + i < most_ods_rows; ++i)
            m_out.row(m_row + i + 1, m_cells);
        m_row = std::min(m_row + std::min(count, most_ods_rows), most_ods_rows);
    }

    void add_cell(pugi::xml_node cell, std::size_t column, std::uint32_t columns, std::string_view row_style) {
        if (cell.first_child().empty() && value_of(cell, "office:value-type").empty() &&
            value_of(cell, "table:formula").empty())
            return;
        std::string_view style = value_of(cell, "table:style-name");
        if (style.empty()) style = row_style;
        if (style.empty() && column < m_column_styles.size()) style = m_column_styles[column];
        const SheetCell read = read_cell(cell, m_styles.of(style));
        if (read.text.empty() && read.problem.empty()) return;
        const std::size_t end = std::min<std::size_t>(column + columns, most_ods_columns);
        if (m_cells.size() < end) m_cells.resize(end);
        std::fill(m_cells.begin() + static_cast<std::ptrdiff_t>(column),
                  m_cells.begin() + static_cast<std::ptrdiff_t>(end), read);
        if (const auto rows = repeats(cell, "table:number-rows-spanned"); rows > 1)
            m_out.warning(m_row + 1,
                          fmt::format("a cell is merged with {} below it and gives its value to this row only",
                                      rows == 2 ? "the cell" : fmt::format("{} cells", rows - 1)));
    }

    static SheetCell read_cell(pugi::xml_node cell, const NumberFormat& format) {
        const std::string_view type = value_of(cell, "office:value-type");
        const std::string_view extended = value_of(cell, "calcext:value-type");
        const std::string text = paragraphs(cell);
        const bool is_formula = !value_of(cell, "table:formula").empty();
        if (extended == "error" || (is_formula && text.starts_with('#')) || (is_formula && text.starts_with("Err:")))
            return {{}, fmt::format("holds the error {}", text.empty() ? "of a formula" : text)};
        if (type == "float" || type == "percentage" || type == "currency") {
            const auto value = number_of(value_of(cell, "office:value"));
            if (!value) return {{}, "holds a number that cannot be read"};
            SheetCell read;
            read.text = number_text(*value, format);
            return read;
        }
        if (type == "date") return {short_date(value_of(cell, "office:date-value"), format)};
        if (type == "time") {
            std::string clock = clock_of_duration(value_of(cell, "office:time-value"));
            if (clock.empty()) return {{}, "holds a time that cannot be read"};
            return {std::move(clock)};
        }
        if (type == "boolean") return {std::string{value_of(cell, "office:boolean-value")}};
        if (const auto value = cell.attribute("office:string-value"); value && text.empty()) return {value.value()};
        if (type.empty() && text.empty() && is_formula)
            return {{}, "holds a formula without a stored result; save the file with a spreadsheet program"};
        return {text};
    }

    Archive& m_archive;
    SheetWriter& m_out;
    OdsStyles m_styles;
    std::vector<std::string_view> m_column_styles;
    std::vector<SheetCell> m_cells;
    std::uint32_t m_row = 0, m_hidden = 0;
};

} // namespace

void read_ods(Archive& archive, SheetWriter& out) {
    OdsReader{archive, out}.read();
}

} // namespace assets
