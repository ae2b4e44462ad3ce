#include "assets/formats/sheets/read_sheets.hpp"
#include "assets/formats/sheets/sheet.hpp"
#include "tests/assets/formats/sheets/zip.hpp"

#include <cstdint>
#include <cstdlib>

// The first byte chooses .xlsx, .ods or a file as it is; NUL separates sheet, texts and styles of .xlsx. Whatever is
// read are records of sheets, except for texts that are not UTF-8.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 1) return 0;
    std::string_view rest{reinterpret_cast<const char*>(data) + 1, size - 1};
    const auto take = [&] {
        const auto end = std::min(rest.find('\0'), rest.size());
        std::string part{rest.substr(0, end)};
        rest.remove_prefix(std::min(end + 1, rest.size()));
        return part;
    };
    std::string bytes{rest};
    if (data[0] == 'x') {
        const auto sheet = take(), strings = take(), styles = take();
        bytes = sheets_test::xlsx_of(sheet, strings, styles);
    } else if (data[0] == 'o') {
        bytes = sheets_test::ods_of(bytes);
    }
    assets::WorkbookReader reader;
    std::size_t records = 0;
    const assets::SheetSink sink{[&](std::string_view record) {
                                     constexpr std::size_t most = 10'000; // repeats make millions, which only take time
                                     if (++records > most) throw assets::SheetError{"too_large", "enough"};
                                     (void)reader.take(record);
                                 },
                                 [](int) {
                                 }};
    try {
        assets::read_sheets(bytes, sink);
    } catch (const assets::SheetError& error) {
        if (error.code.empty()) std::abort();
    }
    for (const auto& sheet : reader.take_workbook().sheets) {
        const auto rows = sheet->rows('\0');
        int last = 0;
        for (std::vector<std::string> cells; rows->next(cells); last = rows->line())
            if (rows->line() <= last || cells.empty()) std::abort();
    }
    return 0;
}
