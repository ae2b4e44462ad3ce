#include "assets/formats/sheets/xlsx.hpp"

#include "assets/formats/sheets/cells/sheet_error.hpp"
#include "assets/formats/sheets/xlsx_styles.hpp"
#include "assets/model/values/codes.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include <fmt/format.h>

namespace assets {
namespace {

constexpr std::uint32_t most_rows = 1'048'576, most_columns = 16'384;
constexpr double most_styles = 1e6;

/// The member that a relationship's target means: absolute, or relative to the folder of the member that has it.
std::string resolved(std::string_view member, std::string_view target) {
    std::vector<std::string_view> parts;
    const auto add = [&](std::string_view path) {
        while (!path.empty()) {
            const auto end = std::min(path.find('/'), path.size());
            const auto part = path.substr(0, end);
            path.remove_prefix(std::min(end + 1, path.size()));
            if (part == ".." && !parts.empty()) parts.pop_back();
            if (!part.empty() && part != "." && part != "..") parts.push_back(part);
        }
    };
    const auto slash = member.rfind('/');
    if (!target.starts_with('/') && slash != std::string_view::npos) add(member.substr(0, slash));
    add(target);
    std::string path;
    for (const auto part : parts)
        path.append(path.empty() ? "" : "/").append(part);
    return path;
}

struct Relationship {
    std::string type; ///< the last word of its address: worksheet, sharedStrings
    std::string target;
};

/// The relationships of a member by their ids. Empty for `member` "": those of the package.
std::map<std::string, Relationship, std::less<>> relationships(Archive& archive, std::string_view member) {
    const auto slash = member.rfind('/');
    const auto folder = slash == std::string_view::npos ? std::string_view{} : member.substr(0, slash + 1);
    const auto name = fmt::format("{}_rels/{}.rels", folder, member.substr(folder.size()));
    std::map<std::string, Relationship, std::less<>> all;
    auto text = archive.read(name);
    if (!text) return all;
    const XmlTree tree{std::move(*text), name};
    for (const auto relationship : tree.root().children()) {
        const auto type = attribute(relationship, "Type");
        all[std::string{attribute(relationship, "Id")}] = {std::string{type.substr(type.rfind('/') + 1)},
                                                           resolved(member, attribute(relationship, "Target"))};
    }
    return all;
}

/// The place of a cell, with numbers from 1.
struct CellPlace {
    std::uint32_t row = 0, column = 0;
};

/// Reads `BC12`.
std::optional<CellPlace> place_of(std::string_view reference) {
    CellPlace place;
    constexpr std::uint32_t letters = 26;
    while (!reference.empty() && reference.front() >= 'A' && reference.front() <= 'Z' && place.column <= most_columns) {
        place.column = place.column * letters + static_cast<std::uint32_t>(reference.front() - 'A' + 1);
        reference.remove_prefix(1);
    }
    const auto [end, failed] = std::from_chars(reference.data(), reference.data() + reference.size(), place.row);
    if (failed != std::errc{} || end != reference.data() + reference.size() || place.row == 0 ||
        place.row > most_rows || place.column == 0 || place.column > most_columns)
        return std::nullopt;
    return place;
}

class XlsxReader {
public:
    XlsxReader(Archive& archive, SheetWriter& out) : m_archive{archive}, m_out{out} {}

    void read() {
        const auto package = relationships(m_archive, "");
        std::string workbook = "xl/workbook.xml";
        for (const auto& [id, relationship] : package)
            if (relationship.type == "officeDocument") workbook = relationship.target;
        auto text = m_archive.read(workbook);
        if (!text) throw SheetError{code::syntax, "is not a spreadsheet: its archive has no workbook"};
        const XmlTree tree{std::move(*text), workbook};
        if (!is_named(tree.root(), "workbook"))
            throw SheetError{code::syntax, "is not a spreadsheet: its archive has no workbook"};
        const auto from_1904 = attribute(child(tree.root(), "workbookPr"), "date1904");
        m_from_1904 = from_1904 == "1" || from_1904 == "true";
        const auto parts = relationships(m_archive, workbook);
        for (const auto& [id, part] : parts) {
            if (part.type == "sharedStrings") read_strings(part.target);
            if (part.type == "styles") read_styles(part.target);
        }
        std::vector<pugi::xml_node> sheets;
        for (const auto sheet : child(tree.root(), "sheets").children())
            if (is_named(sheet, "sheet")) sheets.push_back(sheet);
        int done = 0;
        for (const auto sheet : sheets) {
            m_done = done++ * 100 / static_cast<int>(sheets.size());
            m_share = 100 / static_cast<int>(sheets.size());
            m_out.sheet(attribute(sheet, "name"));
            if (!attribute(sheet, "state").empty() && attribute(sheet, "state") != "visible")
                m_out.note(0, "is a hidden sheet, which is read");
            // The attribute is r:id; `sheetId` has another local name.
            const auto part = parts.find(attribute(sheet, "id"));
            if (part == parts.end() || part->second.type != "worksheet") continue;
            if (auto xml = m_archive.read(part->second.target)) read_sheet(std::move(*xml), part->second.target);
        }
    }

private:
    void read_strings(const std::string& member) {
        if (auto text = m_archive.read(member)) m_strings = shared_strings(XmlTree{std::move(*text), member}.root());
    }
    void read_styles(const std::string& member) {
        if (auto text = m_archive.read(member)) m_styles = XlsxStyles{XmlTree{std::move(*text), member}.root()};
    }

    void read_sheet(std::string text, const std::string& member) {
        m_out.progress(m_done + m_share / 4);
        const XmlTree tree{std::move(text), member};
        m_out.progress(m_done + m_share / 2);
        const auto data = child(tree.root(), "sheetData");
        std::uint32_t row_number = 0, hidden = 0;
        std::vector<SheetCell> cells;
        for (const auto row : data.children()) {
            if (!is_named(row, "row")) continue;
            const auto written = number_of(attribute(row, "r"));
            const std::uint32_t next = row_number + 1;
            row_number =
                written && *written >= next && *written <= most_rows ? static_cast<std::uint32_t>(*written) : next;
            if (written && *written < next)
                throw SheetError{code::syntax,
                                 fmt::format("is damaged: row {} stands below row {}", *written, next - 1)};
            hidden += attribute(row, "hidden") == "1" ? 1 : 0;
            read_row(row, row_number, cells);
            m_out.row(row_number, cells);
        }
        if (hidden > 0)
            m_out.note(0, fmt::format("has {} hidden {}, which {} read", hidden, hidden == 1 ? "row" : "rows",
                                      hidden == 1 ? "is" : "are"));
        for (const auto merged : child(tree.root(), "mergeCells").children())
            report_merged(attribute(merged, "ref"));
        m_out.progress(m_done + m_share);
    }

    void read_row(pugi::xml_node row, std::uint32_t number, std::vector<SheetCell>& cells) {
        cells.clear();
        std::size_t column = 0;
        for (const auto cell : row.children()) {
            if (!is_named(cell, "c")) continue;
            ++column;
            if (const auto reference = cell.attribute("r")) {
                const auto place = place_of(reference.value());
                if (!place || place->row != number || place->column < column)
                    throw SheetError{code::syntax,
                                     fmt::format("is damaged: a cell {} stands in row {}", reference.value(), number)};
                column = place->column;
            }
            if (cell.first_child().empty()) continue; // only formatted
            if (cells.size() < column) cells.resize(column);
            cells[column - 1] = read_cell(cell);
        }
    }

    SheetCell read_cell(pugi::xml_node cell) {
        const std::string_view type = value_of(cell, "t");
        if (type == "inlineStr") return {rich_text(child(cell, "is"))};
        const auto value_node = child(cell, "v");
        const std::string_view value = value_node.child_value();
        if (value.empty()) {
            if (child(cell, "f") && type != "str")
                return {{}, "holds a formula without a stored result; save the file with a spreadsheet program"};
            return {};
        }
        if (type == "s") {
            const auto index = number_of(value);
            if (!index || *index < 0 || *index >= static_cast<double>(m_strings.size()))
                return {{}, "refers to a text that the file does not have"};
            return {m_strings[static_cast<std::size_t>(*index)]};
        }
        if (type == "str") return {decoded(value)};
        if (type == "b") return {value == "1" ? "true" : "false"};
        if (type == "e") return {{}, fmt::format("holds the error {}", value)};
        if (type == "d") return {std::string{value}};
        const auto amount = number_of(value);
        if (!amount) return {std::string{value}};
        const auto style = number_of(value_of(cell, "s"));
        const bool is_index = style && *style >= 0 && *style < most_styles;
        const NumberFormat& format = m_styles.of(is_index ? static_cast<std::size_t>(*style) : 0);
        SheetCell read;
        read.text =
            format.is_time() ? date_text(*amount, format, m_from_1904, read.problem) : number_text(*amount, format);
        return read;
    }

    /// Merged cells over several columns are titles; over several rows they leave the rows below without a value.
    void report_merged(std::string_view range) {
        const auto colon = range.find(':');
        if (colon == std::string_view::npos) return;
        const auto first = place_of(range.substr(0, colon)), last = place_of(range.substr(colon + 1));
        if (!first || !last || last->row <= first->row) return;
        m_out.warning(first->row, fmt::format("the merged cells {} give their value to this row only", range));
    }

    Archive& m_archive;
    SheetWriter& m_out;
    std::vector<std::string> m_strings;
    XlsxStyles m_styles;
    bool m_from_1904 = false;
    int m_done = 0, m_share = 0; ///< percent
};

} // namespace

void read_xlsx(Archive& archive, SheetWriter& out) {
    XlsxReader{archive, out}.read();
}

} // namespace assets
