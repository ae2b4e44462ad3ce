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

} // namespace app
