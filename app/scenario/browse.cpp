#include "app/scenario/browse.hpp"

#include <algorithm>

namespace app {

namespace {

/// `folder_opens`: whether a folder is a scenario; `lists`: whether a file is listed.
template <class FolderOpens, class Lists>
std::vector<FolderEntry> entries(const std::filesystem::path& folder, const FolderOpens& folder_opens,
                                 const Lists& lists) {
    std::vector<FolderEntry> found;
    for (const auto& entry : std::filesystem::directory_iterator{folder}) {
        std::error_code ignored;
        const auto name = entry.path().filename().string();
        if (name.empty() || name.front() == '.') continue;
        if (entry.is_directory(ignored))
            found.push_back({name, true, folder_opens(entry.path())});
        else if (lists(entry.path()))
            found.push_back({name, false, true});
    }
    std::sort(found.begin(), found.end(), [](const FolderEntry& a, const FolderEntry& b) {
        return a.folder != b.folder ? a.folder : a.name < b.name;
    });
    return found;
}

/// The folder, or the nearest one above it that exists.
std::filesystem::path existing(std::filesystem::path folder) {
    std::error_code ignored;
    while (!std::filesystem::is_directory(folder, ignored) && folder.has_relative_path())
        folder = folder.parent_path();
    return folder;
}

} // namespace

std::vector<FolderEntry> entries_of(const std::filesystem::path& folder, const assets::FormatRegistry& registry) {
    return entries(
        folder, [&](const auto& path) { return registry.opens_folder(path); },
        [&](const auto& path) { return registry.lists(path); });
}

std::vector<FolderEntry> entries_of(const std::filesystem::path& folder, const std::vector<std::string>& extensions) {
    return entries(
        folder, [](const auto&) { return false; },
        [&](const std::filesystem::path& path) {
            return std::find(extensions.begin(), extensions.end(), path.extension().string()) != extensions.end();
        });
}

BrowseResult browse(const BrowseRequest& request, const assets::FormatRegistry& registry) {
    namespace fs = std::filesystem;
    BrowseResult result;
    const fs::path& path = request.path;
    try {
        std::error_code ignored;
        if (request.typed && !fs::exists(path, ignored)) {
            result.problem = path.string() + ": there is no such file or folder; check the path";
        } else if (request.typed &&
                   (!fs::is_directory(path, ignored) || (request.extensions.empty() && registry.opens_folder(path)))) {
            result.chosen = path.string();
        } else {
            fs::path folder = path.empty() ? fs::current_path() : fs::absolute(path).lexically_normal();
            if (!request.typed) folder = existing(std::move(folder));
            result.entries =
                request.extensions.empty() ? entries_of(folder, registry) : entries_of(folder, request.extensions);
            result.folder = folder;
        }
    } catch (const fs::filesystem_error& error) { // the dialog shows why; it stays at the folder listed before
        result.problem = path.string() + ": " + error.code().message();
    }
    return result;
}

} // namespace app
