#include "assets/formats/reading.hpp"

#include <algorithm>
#include <fstream>
#include <tuple>

#include <fmt/format.h>

namespace assets {

void Findings::add(Severity severity, std::string_view code, const Spot& spot, std::string message) {
    if (severity == Severity::Error) ++m_errors;
    Alike& alike = m_alike[fmt::format("{}\n{}\n{}", spot.file, code, spot.field)];
    alike.severity = severity;
    alike.field = spot.field;
    if (++alike.count > most_alike) return;
    m_issues.push_back({severity, std::string{code}, spot.file < m_files.size() ? m_files[spot.file] : std::string{},
                        spot.line, spot.field, std::move(message), spot.subject, spot.from});
}

std::vector<Issue> Findings::take() {
    for (const auto& [key, alike] : m_alike) {
        if (alike.count <= most_alike) continue;
        const auto file_end = key.find('\n');
        const auto code_end = key.find('\n', file_end + 1);
        const auto file = static_cast<std::size_t>(std::stoul(key.substr(0, file_end)));
        m_issues.push_back({alike.severity,
                            key.substr(file_end + 1, code_end - file_end - 1),
                            file < m_files.size() ? m_files[file] : std::string{},
                            0,
                            alike.field,
                            fmt::format("and {} more like these", alike.count - most_alike),
                            {},
                            {}});
    }
    const auto order = [](const Issue& i) {
        return std::tie(i.file, i.line, i.code, i.field, i.message);
    };
    std::stable_sort(m_issues.begin(), m_issues.end(),
                     [&](const Issue& a, const Issue& b) { return order(a) < order(b); });
    return std::move(m_issues);
}

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
        reading.findings.error(code::missing_file, spot, "there is no such file");
        return std::nullopt;
    }
    const auto size = std::filesystem::file_size(input.path, failed);
    if (failed || size > most_bytes) {
        reading.findings.error(code::too_large, spot,
                               fmt::format("is larger than {} MB, the most that is read", most_bytes >> 20));
        return std::nullopt;
    }
    std::ifstream in{input.path, std::ios::binary};
    std::string bytes(size, '\0');
    in.read(bytes.data(), static_cast<std::streamsize>(size));
    if (!in) {
        reading.findings.error(code::missing_file, spot, "cannot be read");
        return std::nullopt;
    }
    return bytes;
}

std::string in_quotes(std::string_view text) {
    constexpr std::size_t most = 60;
    std::string shown{text.substr(0, most)};
    if (text.size() > most) {
        while (!shown.empty() && (static_cast<unsigned char>(text[shown.size()]) & 0xC0U) == 0x80U)
            shown.pop_back(); // not in the middle of a UTF-8 character
        shown += "...";
    }
    for (char& c : shown)
        if (static_cast<unsigned char>(c) < 0x20) c = ' ';
    return '\'' + shown + '\'';
}

std::string did_you_mean(std::string_view wrong, std::span<const std::string_view> names) {
    constexpr std::size_t longest_typo = 80;
    if (wrong.size() > longest_typo) return {};
    std::string_view best;
    std::size_t best_distance = std::max<std::size_t>(1, wrong.size() / 3) + 1;
    for (const auto name : names) {
        if (name.empty()) continue;
        const std::size_t distance = geo::edit_distance(wrong, name);
        if (distance < best_distance) {
            best = name;
            best_distance = distance;
        }
    }
    return best.empty() ? std::string{} : fmt::format("; did you mean '{}'?", best);
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
