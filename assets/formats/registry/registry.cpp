#include "assets/formats/registry/registry.hpp"

#include "assets/formats/registry/standard_formats.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <system_error>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace assets {

namespace fs = std::filesystem;

Candidate look_at(const fs::path& path) {
    std::error_code failed;
    const auto status = fs::status(path, failed);
    if (!fs::exists(status)) throw UnreadableError{fmt::format("{}: there is no such file or folder", path.string())};
    Candidate candidate{path, fs::is_directory(status), {}, false};
    if (!fs::is_regular_file(status)) return candidate; // a pipe can be read only once
    std::ifstream in{path, std::ios::binary};
    if (!in) throw UnreadableError{fmt::format("{}: cannot be opened: {}", path.string(), std::strerror(errno))};
    candidate.beginning.resize(most_sniffed);
    in.read(candidate.beginning.data(), static_cast<std::streamsize>(most_sniffed));
    candidate.beginning.resize(static_cast<std::size_t>(in.gcount()));
    candidate.is_all = in.eof() || in.peek() == std::ifstream::traits_type::eof();
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
    if (const auto* format = recognise(look_at(path))) return *format;
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
