#include "assets/formats/reading/reading.hpp"

#include "assets/model/values/utf8.hpp"
#include "geo/text/names.hpp"

#include <algorithm>
#include <fstream>

#include <fmt/format.h>

namespace assets {

std::uint16_t Reading::file_index(const std::string& name) {
    auto& files = scenario.files;
    const auto found = std::find(files.begin(), files.end(), name);
    if (found == files.end()) {
        files.push_back(name);
        return static_cast<std::uint16_t>(files.size() - 1);
    }
    return static_cast<std::uint16_t>(found - files.begin());
}

std::optional<std::string> read_whole(Reading& reading, const InputFile& input, const ReadLimits& limits) {
    const Spot spot{reading.file_index(input.name)};
    const auto refuse = [&](std::string_view code, std::string why) {
        ++reading.unreadable_files;
        reading.findings.error(code, spot, std::move(why));
        return std::nullopt;
    };
    std::error_code failed;
    if (!std::filesystem::exists(input.path, failed)) return refuse(code::missing_file, "there is no such file");
    if (!std::filesystem::is_regular_file(input.path, failed))
        return refuse(code::missing_file, "is not a file but a folder, a pipe or a device");
    const auto size = std::filesystem::file_size(input.path, failed);
    if (failed) return refuse(code::missing_file, "cannot be read");
    if (size > limits.most_bytes)
        return refuse(code::too_large, fmt::format("is larger than the limit of {} MB", limits.most_bytes >> 20U));
    std::ifstream in{input.path, std::ios::binary};
    std::string bytes;
    bytes.reserve(size);
    bool utf_16 = false;
    for (std::size_t line_begins = 0; bytes.size() < size;) {
        constexpr std::size_t most_at_once = std::size_t{1} << 20U;
        const std::size_t had = bytes.size();
        bytes.resize(std::min(had + most_at_once, static_cast<std::size_t>(size)));
        in.read(bytes.data() + had, static_cast<std::streamsize>(bytes.size() - had));
        if (!in) return refuse(code::missing_file, "cannot be read");
        const auto added = std::string_view{bytes}.substr(had);
        if (had == 0) utf_16 = added.starts_with("\xFF\xFE") || added.starts_with("\xFE\xFF");
        if (!utf_16 && added.find('\0') != std::string_view::npos)
            return refuse(code::syntax, "holds NUL bytes, so it is not a text file");
        const std::size_t line_end = added.find_first_of("\r\n");
        const std::size_t first_line_ends = line_end == std::string_view::npos ? bytes.size() : had + line_end;
        if (first_line_ends - line_begins > limits.most_line_bytes)
            return refuse(code::too_large,
                          fmt::format("holds a line of more than {} kB", limits.most_line_bytes >> 10U));
        if (line_end != std::string_view::npos) line_begins = had + added.find_last_of("\r\n") + 1;
    }
    return bytes;
}

bool is_inside(const std::filesystem::path& folder, const std::filesystem::path& path) {
    std::error_code failed;
    const auto root = std::filesystem::weakly_canonical(folder, failed);
    const auto from_root = std::filesystem::weakly_canonical(path, failed).lexically_relative(root);
    return !failed && !from_root.empty() && *from_root.begin() != "..";
}

namespace {

/// Appends the code points of the characters that are not ASCII: `-u8fbd-u5b81`.
void append_code_points(std::string& id, std::string_view word) {
    for (std::size_t i = 0; i < word.size();) {
        const auto [code_point, size] = code_point_at(word, i);
        constexpr unsigned end_of_latin_signs = 0xC0, quotes_begin = 0x2000, quotes_end = 0x2070;
        const bool is_sign = code_point < end_of_latin_signs || (code_point >= quotes_begin && code_point < quotes_end);
        if (!is_sign) id += fmt::format("{}u{:x}", id.empty() ? "" : "-", static_cast<unsigned>(code_point));
        i += size;
    }
}

} // namespace

std::string id_from_name(std::string_view written) {
    constexpr std::size_t most = 100;
    constexpr std::string_view no_break_space = "\xC2\xA0";
    std::string id, plain{written};
    for (auto at = plain.find(no_break_space); at != std::string::npos; at = plain.find(no_break_space))
        plain.replace(at, no_break_space.size(), " ");
    std::string_view name = plain;
    while (!name.empty()) { // fold_name() drops spaces, so each word is folded by itself
        const auto end = std::min(name.find_first_of(" -/"), name.size());
        std::string word = geo::fold_name(name.substr(0, end));
        name.remove_prefix(std::min(end + 1, name.size()));
        std::string other;
        std::copy_if(word.begin(), word.end(), std::back_inserter(other),
                     [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
        std::erase_if(word, [](char c) { return !((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')); });
        if (!word.empty()) id += (id.empty() ? "" : "-") + word;
        append_code_points(id, other);
    }
    return id.substr(0, most);
}

bool is_id(std::string_view text) noexcept {
    const auto is_alnum = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    };
    return !text.empty() && text.size() <= 100 && is_alnum(text.front()) &&
           std::all_of(text.begin(), text.end(),
                       [&](char c) { return is_alnum(c) || c == '.' || c == '_' || c == '-'; });
}

} // namespace assets
