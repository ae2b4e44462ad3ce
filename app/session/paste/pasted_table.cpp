#include "app/session/paste/pasted_table.hpp"

#include "app/base/errors.hpp"
#include "app/base/save_file.hpp"
#include "app/base/temporary_folder.hpp"
#include "assets/formats/text/csv.hpp"
#include "assets/schema/schema.hpp"

#include <exception>
#include <utility>

#include <fmt/format.h>

namespace app {

namespace fs = std::filesystem;

bool looks_like_table(std::string_view text) {
    constexpr int most_read = 40; // titles may stand above the heading
    for (const char separator : std::string_view{",;\t"}) {
        assets::CsvReader rows{text, separator};
        std::vector<std::string> row;
        int with_columns = 0;
        for (int count = 0; count < most_read && rows.next(row); ++count)
            with_columns += row.size() > 1 ? 1 : 0;
        if (with_columns > 1) return true;
    }
    return false;
}

PastedTable read_pasted(std::string text, const DataFolders& data, std::shared_ptr<const geo::Atlas> atlas) {
    static const auto positions = assets::infos_of(assets::schema().positions);
    PastedTable pasted{.text = std::move(text), .table = {}, .reading = {}};
    try {
        pasted.table = assets::preview_table(assets::CsvText{pasted.text}, positions);
        const TemporaryFolder folder;
        const fs::path file = folder.path() / "pasted.csv";
        save_file(file, pasted.text);
        pasted.reading = read_for_session(file.string(), data, std::move(atlas));
    } catch (const std::exception& error) { // no exception leaves the worker: its message becomes part of the result
        pasted.reading.failure = error.what();
    }
    return pasted;
}

fs::path keep_pasted(std::string_view text, const fs::path& folder) {
    std::error_code failed;
    fs::create_directories(folder, failed);
    if (failed) throw FileError{fmt::format("{}: cannot make the folder: {}", folder.string(), failed.message())};
    fs::path file;
    for (int number = 1; file.empty() || fs::exists(file, failed); ++number)
        file = folder / fmt::format("pasted-{}.csv", number);
    save_file(file, text);
    return file;
}

} // namespace app
