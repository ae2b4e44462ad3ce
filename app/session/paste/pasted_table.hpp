#pragma once

#include "app/session/files/opened.hpp"
#include "assets/formats/table/preview.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

/// Tables that are pasted into the window.
namespace app {

/// Whether a text can be a table with a heading: it has two lines with several values each.
[[nodiscard]] bool looks_like_table(std::string_view text);

/// How a pasted table is read. Nothing has been opened or kept.
struct PastedTable {
    std::string text;
    assets::TablePreview table;
    OpenedScenario reading; ///< with the findings; without a scenario if the table cannot be opened
};

/// Reads the text as a lone table of positions. Thread-safe. Throws nothing: see OpenedScenario::failure.
[[nodiscard]] PastedTable read_pasted(std::string text, const DataFolders&, std::shared_ptr<const geo::Atlas>);

/// Writes the text into a new file of the folder, pasted-1.csv, pasted-2.csv ..., and returns its path. Throws
/// FileError.
[[nodiscard]] std::filesystem::path keep_pasted(std::string_view text, const std::filesystem::path& folder);

} // namespace app
