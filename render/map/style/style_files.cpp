#include "render/map/style/style_files.hpp"

#include "geo/error.hpp"
#include "geo/text/names.hpp"
#include "render/map/style/errors.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

namespace render {

std::filesystem::path named_file(const std::filesystem::path& folder, const std::string& name, std::string_view what) {
    const bool plain = !name.empty() && name.find_first_of("/\\") == std::string::npos && name.front() != '.';
    auto path = folder / (name + ".toml"); // not const, so that returning it moves it
    if (plain && std::filesystem::is_regular_file(path)) return path;
    std::vector<std::string> known;
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator{folder, ignored}) {
        if (entry.path().extension() == ".toml") known.push_back(entry.path().stem().string());
    }
    std::sort(known.begin(), known.end());
    if (known.empty()) throw geo::ReadError{fmt::format("no {} in {}", what, folder.string())};
    throw FigureError{fmt::format("there is no {} '{}'{}", what, name, geo::did_you_mean_or_list(name, known))};
}

} // namespace render
