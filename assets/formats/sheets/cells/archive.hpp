#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assets {

/// The members of a zip archive in memory, read by GDAL. Members are unpacked into memory only, by their whole name, so
/// names that lead out of a folder and links lead nowhere. Throws SheetError if it is no archive, is damaged, or
/// exceeds the limits: 5,000 members; 256 MB unpacked, and no more than 200 times the archive.
class Archive {
public:
    explicit Archive(std::string_view bytes); ///< they must outlive the archive
    ~Archive();
    Archive(const Archive&) = delete;
    Archive& operator=(const Archive&) = delete;

    [[nodiscard]] bool has(std::string_view member) const;
    /// The whole member; nothing if there is none of this name.
    [[nodiscard]] std::optional<std::string> read(std::string_view member);

private:
    std::size_t m_packed_bytes;
    std::size_t m_unpacked_bytes = 0;
    std::string m_file; ///< its name for GDAL
    std::vector<std::string> m_members;
};

} // namespace assets
