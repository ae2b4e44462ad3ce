#include "assets/formats/sheets/cells/archive.hpp"

#include "assets/formats/sheets/cells/sheet_error.hpp"
#include "assets/model/values/codes.hpp"

#include <algorithm>
#include <atomic>
#include <memory>

#include <cpl_error.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <fmt/format.h>

namespace assets {
namespace {

constexpr std::size_t most_members = 5'000, most_unpacked = std::size_t{256} << 20U, most_ratio = 200;
constexpr std::size_t always_allowed = std::size_t{4} << 20U; ///< unpacked, whatever the ratio: small files pack well

/// Keeps GDAL's messages off the error output and remembers that there was one.
class QuietErrors {
public:
    QuietErrors() {
        CPLErrorReset();
        CPLPushErrorHandler(CPLQuietErrorHandler);
    }
    ~QuietErrors() { CPLPopErrorHandler(); }
    QuietErrors(const QuietErrors&) = delete;
    QuietErrors& operator=(const QuietErrors&) = delete;
    [[nodiscard]] static bool any() { return CPLGetLastErrorType() >= CE_Failure; }
};

struct CloseFile {
    void operator()(VSILFILE* file) const noexcept { VSIFCloseL(file); }
};

/// Whether the archive's directory has more entries than are read. GDAL needs a minute to list 100,000.
bool has_too_many_members(std::string_view bytes) {
    constexpr std::string_view entry{"PK\1\2"};
    std::size_t count = 0;
    for (auto at = bytes.find(entry); at != std::string_view::npos; at = bytes.find(entry, at + entry.size()))
        if (++count > most_members) return true;
    return false;
}

[[noreturn]] void fail_damaged() {
    throw SheetError{code::syntax, "is damaged: its zip archive cannot be unpacked"};
}

} // namespace

Archive::Archive(std::string_view bytes) : m_packed_bytes{bytes.size()} {
    if (!bytes.starts_with("PK")) throw SheetError{code::syntax, "is not a spreadsheet: it is no zip archive"};
    if (has_too_many_members(bytes))
        throw SheetError{code::too_large, fmt::format("is an archive of more than {} files", most_members)};
    static std::atomic<unsigned> next{0}; // GDAL remembers the members of an archive by its name
    m_file = fmt::format("/vsimem/theatrum-{}.zip", next++);
    const QuietErrors quiet;
    // The bytes are only read; VSIFileFromMemBuffer() takes no const pointer.
    VSILFILE* file = VSIFileFromMemBuffer(m_file.c_str(), reinterpret_cast<GByte*>(const_cast<char*>(bytes.data())),
                                          bytes.size(), FALSE);
    if (file == nullptr) fail_damaged();
    VSIFCloseL(file);
    char** names = VSIReadDirRecursive(("/vsizip/" + m_file).c_str());
    const auto count = static_cast<std::size_t>(std::max(CSLCount(names), 0));
    for (std::size_t i = 0; i < count; ++i)
        m_members.emplace_back(names[i]);
    CSLDestroy(names);
    if (count == 0) {
        VSIUnlink(m_file.c_str());
        fail_damaged();
    }
}

Archive::~Archive() {
    VSIUnlink(m_file.c_str());
}

bool Archive::has(std::string_view member) const {
    return std::ranges::find(m_members, member) != m_members.end();
}

std::optional<std::string> Archive::read(std::string_view member) {
    if (!has(member)) return std::nullopt;
    const QuietErrors quiet;
    const std::unique_ptr<VSILFILE, CloseFile> file{
        VSIFOpenL(fmt::format("/vsizip/{}/{}", m_file, member).c_str(), "rb")};
    if (!file) fail_damaged();
    constexpr std::size_t piece = std::size_t{1} << 20U;
    std::string text;
    for (;;) {
        const std::size_t had = text.size();
        text.resize(had + piece);
        const std::size_t size = VSIFReadL(text.data() + had, 1, piece, file.get());
        text.resize(had + size);
        m_unpacked_bytes += size;
        if (m_unpacked_bytes > most_unpacked)
            throw SheetError{code::too_large, fmt::format("unpacks to more than {} MB", most_unpacked >> 20U)};
        if (m_unpacked_bytes > always_allowed && m_unpacked_bytes / most_ratio > m_packed_bytes)
            throw SheetError{code::too_large, fmt::format("unpacks to more than {} times its size", most_ratio)};
        if (QuietErrors::any()) fail_damaged();
        if (size == 0) break;
    }
    return text;
}

} // namespace assets
