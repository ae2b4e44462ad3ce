#include "app/session/files/file_change.hpp"

#include "app/base/errors.hpp"
#include "app/base/save_file.hpp"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>

namespace app {

namespace fs = std::filesystem;

namespace {

void save_keeping_permissions(const fs::path& path, std::string_view bytes) {
    std::error_code failed;
    const auto permissions = fs::status(path, failed).permissions();
    const bool was_there = !failed && fs::exists(path, failed);
    save_file(path, bytes);
    if (was_there) fs::permissions(path, permissions, failed);
}

std::optional<std::string> bytes_of(const fs::path& file) {
    std::error_code failed;
    return fs::exists(file, failed) ? std::optional{read_bytes(file)} : std::nullopt;
}

void restore(const FileChange& change) {
    std::error_code failed;
    if (change.before)
        save_keeping_permissions(change.file, *change.before);
    else if (!fs::remove(change.file, failed))
        throw FileError{change.file.string() + ": cannot remove: " + failed.message()};
}

} // namespace

std::string read_bytes(const fs::path& path) {
    std::ifstream in{path, std::ios::binary};
    if (!in) throw FileError{path.string() + ": cannot read: " + std::strerror(errno)};
    std::string bytes{std::istreambuf_iterator<char>{in}, {}};
    if (in.bad()) throw FileError{path.string() + ": cannot read"};
    return bytes;
}

fs::path real_file(const fs::path& path) {
    std::error_code failed;
    const auto real = fs::canonical(path, failed);
    return failed ? path : real;
}

void apply_change(const Change& change) {
    for (const auto& [file, before, after] : change.files)
        if (bytes_of(file) != before)
            throw UsageError{file.filename().string() + " has been changed by another program; nothing was written"};
    for (std::size_t i = 0; i < change.files.size(); ++i)
        try {
            save_keeping_permissions(change.files[i].file, change.files[i].after);
        } catch (const FileError&) {
            while (i-- > 0)
                restore(change.files[i]);
            throw;
        }
}

void undo_change(const Change& change) {
    for (const auto& [file, before, after] : change.files)
        if (bytes_of(file) != after)
            throw UsageError{file.filename().string() +
                             " has been changed since the report was added; delete the report's line by hand"};
    for (auto file = change.files.rbegin(); file != change.files.rend(); ++file)
        restore(*file);
}

} // namespace app
