#include "app/scenario/browse.hpp"

#include <algorithm>

namespace app {

std::vector<FolderEntry> entries_of(const std::filesystem::path& folder, const assets::FormatRegistry& registry) {
    std::vector<FolderEntry> entries;
    for (const auto& entry : std::filesystem::directory_iterator{folder}) {
        std::error_code ignored;
        const auto name = entry.path().filename().string();
        if (name.empty() || name.front() == '.') continue;
        if (entry.is_directory(ignored))
            entries.push_back({name, true, registry.opens_folder(entry.path())});
        else if (registry.lists(entry.path()))
            entries.push_back({name, false, true});
    }
    std::sort(entries.begin(), entries.end(), [](const FolderEntry& a, const FolderEntry& b) {
        return a.folder != b.folder ? a.folder : a.name < b.name;
    });
    return entries;
}

BrowseResult browse(const BrowseRequest& request, const assets::FormatRegistry& registry) {
    namespace fs = std::filesystem;
    BrowseResult result;
    const fs::path& path = request.path;
    try {
        std::error_code ignored;
        if (request.typed && !fs::exists(path, ignored)) {
            result.problem = path.string() + ": there is no such file or folder; check the path";
        } else if (request.typed && (!fs::is_directory(path, ignored) || registry.opens_folder(path))) {
            result.chosen = path.string();
        } else {
            const fs::path folder = path.empty() ? fs::current_path() : fs::absolute(path).lexically_normal();
            result.entries = entries_of(folder, registry);
            result.folder = folder;
        }
    } catch (const fs::filesystem_error& error) { // the dialog shows why; it stays at the folder listed before
        result.problem = path.string() + ": " + error.code().message();
    }
    return result;
}

} // namespace app
