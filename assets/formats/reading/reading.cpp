#include "assets/formats/reading/reading.hpp"

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

std::optional<std::string> read_whole(Reading& reading, const InputFile& input, std::size_t most_bytes) {
    const Spot spot{reading.file_index(input.name)};
    std::error_code failed;
    if (!std::filesystem::is_regular_file(input.path, failed)) {
        ++reading.unreadable_files;
        reading.findings.error(code::missing_file, spot, "there is no such file");
        return std::nullopt;
    }
    const auto size = std::filesystem::file_size(input.path, failed);
    if (failed || size > most_bytes) {
        ++reading.unreadable_files;
        reading.findings.error(code::too_large, spot,
                               fmt::format("is larger than the limit of {} MB", most_bytes >> 20));
        return std::nullopt;
    }
    std::ifstream in{input.path, std::ios::binary};
    std::string bytes(size, '\0');
    in.read(bytes.data(), static_cast<std::streamsize>(size));
    if (!in) {
        ++reading.unreadable_files;
        reading.findings.error(code::missing_file, spot, "cannot be read");
        return std::nullopt;
    }
    return bytes;
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
