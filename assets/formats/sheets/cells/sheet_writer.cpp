#include "assets/formats/sheets/cells/sheet_writer.hpp"

#include "assets/formats/sheets/cells/sheet_error.hpp"
#include "assets/model/values/codes.hpp"
#include "geo/helper/frames.hpp"

#include <fmt/format.h>

namespace assets {
namespace {

constexpr std::size_t most_columns = 1'000, most_cells = 20'000'000, most_bytes = std::size_t{256} << 20U;
constexpr std::size_t most_notes = 100;

/// XML allows no control characters but these; a text with others would look like a problem.
void put_cell(std::string& body, const SheetCell& cell) {
    if (!cell.problem.empty()) return geo::put_text(body, problem_mark + cell.problem);
    std::string_view text = cell.text;
    while (text.starts_with(problem_mark))
        text.remove_prefix(1);
    geo::put_text(body, text);
}

} // namespace

void SheetWriter::sheet(std::string_view name) {
    m_body.assign(1, static_cast<char>(SheetRecord::Sheet));
    m_body += name;
    m_sink.record(m_body);
    m_notes = 0;
}

void SheetWriter::row(std::uint32_t number, const std::vector<SheetCell>& cells) {
    std::size_t count = cells.size();
    while (count > 0 && cells[count - 1].text.empty() && cells[count - 1].problem.empty())
        --count;
    if (count == 0) return;
    if (count > most_columns)
        throw SheetError{code::too_large, fmt::format("holds a row of {} cells, row {}; at most {} are read", count,
                                                      number, most_columns)};
    m_body.assign(1, static_cast<char>(SheetRecord::Row));
    geo::put_number(m_body, number);
    geo::put_number(m_body, static_cast<std::uint32_t>(count));
    for (std::size_t i = 0; i < count; ++i)
        put_cell(m_body, cells[i]);
    m_cells += count;
    m_bytes += m_body.size();
    if (m_cells > most_cells)
        throw SheetError{code::too_large, fmt::format("holds more than {} million cells", most_cells / 1'000'000)};
    if (m_bytes > most_bytes)
        throw SheetError{code::too_large, fmt::format("holds more than {} MB of text", most_bytes >> 20U)};
    m_sink.record(m_body);
}

void SheetWriter::tell(SheetRecord kind, std::uint32_t row, std::string_view text) {
    if (++m_notes > most_notes) return;
    m_body.assign(1, static_cast<char>(kind));
    geo::put_number(m_body, row);
    m_body += text;
    m_sink.record(m_body);
}

} // namespace assets
