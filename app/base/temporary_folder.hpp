#pragma once

#include <filesystem>

namespace app {

/// A new folder that the destructor removes with all that is in it.
class TemporaryFolder {
public:
    TemporaryFolder(); ///< throws FileError
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder();
    [[nodiscard]] const std::filesystem::path& path() const noexcept { return m_path; }

private:
    std::filesystem::path m_path;
};

} // namespace app
