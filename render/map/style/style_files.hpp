#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace render {

/// Where themes, words and policy files lie.
struct StyleFolders {
    std::filesystem::path themes, words, policy;
};

/// FOLDER/NAME.toml. Throws FigureError that names the nearest there is when there is none, geo::ReadError where there
/// is none at all; `what` says what is looked for ("theme").
[[nodiscard]] std::filesystem::path named_file(const std::filesystem::path& folder, const std::string& name,
                                               std::string_view what);

} // namespace render
