#include "assets/formats/registry/registry.hpp"

#include "assets/formats/registry/standard_formats.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unistd.h>

namespace assets {

namespace fs = std::filesystem;

Candidate look_at(const fs::path& path) {
    std::error_code failed;
    const auto status = fs::status(path, failed);
    if (!fs::exists(status)) throw UnreadableError{fmt::format("{}: there is no such file or folder", path.string())};
    Candidate candidate{path, fs::is_directory(status), {}, false};
    if (!fs::is_regular_file(status)) return candidate; // a pipe can be read only once
    // Without O_NONBLOCK a file of the kernel such as /proc/kmsg could make the program wait for ever.
    const int file = ::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (file < 0) throw UnreadableError{fmt::format("{}: cannot be opened: {}", path.string(), std::strerror(errno))};
    std::string beginning(most_sniffed + 1, '\0'); // a byte more than is looked at shows whether there is more
    const ssize_t size = ::read(file, beginning.data(), beginning.size());
    const int reason = errno;
    ::close(file);
    if (size < 0) throw UnreadableError{fmt::format("{}: cannot be read: {}", path.string(), std::strerror(reason))};
    candidate.is_all = static_cast<std::size_t>(size) <= most_sniffed;
    beginning.resize(std::min(static_cast<std::size_t>(size), most_sniffed));
    candidate.beginning = std::move(beginning);
    return candidate;
}

std::string extension_of(const fs::path& path) {
    std::string extension = path.extension().string();
    for (char& c : extension)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return extension;
}

const FormatRegistry& FormatRegistry::standard() {
    static const FormatRegistry registry = [] {
        FormatRegistry all;
        for (auto& format : standard_formats())
            all.add(std::move(format));
        return all;
    }();
    return registry;
}

void FormatRegistry::add(Format format) {
    m_formats.push_back(std::move(format));
}

const Format* FormatRegistry::recognise(const Candidate& candidate) const {
    const Format* best = nullptr;
    auto likeness = Likeness::None;
    for (const auto& format : m_formats)
        if (const auto found = format.sniff(candidate); found > likeness) {
            best = &format;
            likeness = found;
        }
    return best;
}

const Format& FormatRegistry::format_of(const fs::path& path) const {
    const Candidate candidate = look_at(path);
    if (const auto* format = recognise(candidate)) return *format;
    std::error_code failed;
    if (!candidate.is_folder && !fs::is_regular_file(path, failed))
        throw UnreadableError{fmt::format("{}: is not a file but a pipe or a device, which only a feed can read: {}",
                                          path.string(), "ais+file:PATH, cot+file:PATH or sbs+file:PATH")};
    throw UnreadableError{
        fmt::format("{}: the format is not known; these can be opened: {}", path.string(), description())};
}

LoadResult FormatRegistry::read(const fs::path& path, const ReadOptions& options) const {
    return format_of(path).read(path, options);
}

bool FormatRegistry::lists(const fs::path& file) const {
    const auto all = extensions();
    return std::find(all.begin(), all.end(), extension_of(file)) != all.end();
}

bool FormatRegistry::opens_folder(const fs::path& folder) const {
    const Candidate candidate{folder, true, {}, false};
    return std::any_of(m_formats.begin(), m_formats.end(),
                       [&](const Format& format) { return format.sniff(candidate) == Likeness::Content; });
}

std::span<const std::string_view> FormatRegistry::companions(const fs::path& path) const {
    std::error_code failed;
    const bool folder = fs::is_directory(path, failed);
    const auto extension = extension_of(path);
    for (const auto& format : m_formats) {
        const auto& all = format.extensions;
        if (!format.companions.empty() && (folder || std::find(all.begin(), all.end(), extension) != all.end()))
            return format.companions;
    }
    return {};
}

std::vector<std::string_view> FormatRegistry::extensions() const {
    std::vector<std::string_view> all;
    for (const auto& format : m_formats)
        for (const auto extension : format.extensions)
            if (std::find(all.begin(), all.end(), extension) == all.end()) all.push_back(extension);
    return all;
}

std::string FormatRegistry::description() const {
    std::string text;
    for (const auto& format : m_formats)
        text +=
            fmt::format("{}{} ({})", text.empty() ? "" : "; ", format.description, fmt::join(format.extensions, " "));
    return text;
}

} // namespace assets
