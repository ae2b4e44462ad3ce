#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace assets {

/// The first byte of a record of a sheet.
enum class SheetRecord : char { Sheet = 'S', Row = 'R', Note = 'N', Warning = 'W' };

/// Begins the text of a cell that cannot be used; the problem follows. XML has no such character.
inline constexpr char problem_mark = '\x01';

/// Where the readers of spreadsheets put what they read.
struct SheetSink {
    std::function<void(std::string_view record)> record;
    std::function<void(int percent)> progress;
};

/// A cell: its text, or why it cannot be used.
struct SheetCell {
    std::string text{};
    std::string problem{}; ///< completes "the cell B4 ..."
};

/// Writes the records of sheets. Throws SheetError at a limit.
class SheetWriter {
public:
    explicit SheetWriter(const SheetSink& sink) : m_sink{sink} {}

    void sheet(std::string_view name);
    /// `number` counts from 1 and rises. Empty cells at the end are left out, and rows without a value.
    void row(std::uint32_t number, const std::vector<SheetCell>& cells);
    /// `row` 0: of the whole sheet.
    void note(std::uint32_t row, std::string_view text) { tell(SheetRecord::Note, row, text); }
    void warning(std::uint32_t row, std::string_view text) { tell(SheetRecord::Warning, row, text); }
    void progress(int percent) { m_sink.progress(percent); }

private:
    void tell(SheetRecord, std::uint32_t row, std::string_view text);

    const SheetSink& m_sink;
    std::string m_body;
    std::size_t m_cells = 0, m_bytes = 0, m_notes = 0;
};

} // namespace assets
