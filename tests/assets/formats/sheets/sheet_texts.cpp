#include "tests/assets/formats/sheets/sheet_texts.hpp"

#include "assets/formats/sheets/read_sheets.hpp"
#include "assets/formats/sheets/sheet.hpp"
#include "tests/support/files.hpp"

#include <algorithm>
#include <stdexcept>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace sheets_test {

std::string fixture_bytes(const std::string& name) {
    return support::file_bytes(std::filesystem::path{THEATRUM_SOURCE_DIR} / "tests/fixtures/sheets" / name);
}

std::string text_of(const std::string& bytes, std::size_t most_records) {
    assets::WorkbookReader reader;
    std::size_t records = 0;
    const assets::SheetSink sink{[&](std::string_view record) {
                                     if (++records > most_records) throw std::runtime_error{"too many records"};
                                     if (!reader.take(record))
                                         throw std::runtime_error{"a record is not one of a sheet"};
                                 },
                                 [](int) {
                                 }};
    assets::read_sheets(bytes, sink);
    std::string text;
    for (const auto& sheet : reader.take_workbook().sheets) {
        text += fmt::format("sheet {}\n", sheet->name());
        for (const auto& note : sheet->notes())
            text += fmt::format("{} {}: {}\n", note.is_warning ? "warning" : "note", note.row, note.text);
        const auto rows = sheet->rows('\0');
        for (std::vector<std::string> cells; rows->next(cells);) {
            for (const auto& [column, problem] : rows->problems())
                cells[column] = fmt::format("({})", problem);
            std::string line = fmt::format("{}: {}\n", rows->line(), fmt::join(cells, " | "));
            for (auto at = line.find('\n'); at + 1 < line.size(); at = line.find('\n'))
                line.replace(at, 1, " / ");
            std::erase(line, '\r');
            text += line;
        }
    }
    return text;
}

std::string fixture_text(const std::string& name) {
    return text_of(fixture_bytes(name));
}

} // namespace sheets_test
