#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace render {

/// The folders of themes, words and policy files.
struct StyleFolders {
    std::filesystem::path themes, words, policy;
};

/// The path FOLDER/NAME.toml. Throws FigureError, with the nearest existing name, when that file does not exist, and
/// geo::ReadError when the folder has no such files at all. Messages call the file `what` ("theme").
[[nodiscard]] std::filesystem::path named_file(const std::filesystem::path& folder, const std::string& name,
                                               std::string_view what);

} // namespace render
