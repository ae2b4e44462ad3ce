#include "assets/formats/reading/findings.hpp"

#include <algorithm>
#include <tuple>

#include <fmt/format.h>

namespace assets {

void Findings::add(Severity severity, std::string_view code, const Spot& spot, std::string message) {
    if (severity == Severity::Error) ++m_errors;
    Alike& alike = m_alike[fmt::format("{}\n{}\n{}", spot.file, code, spot.field)];
    alike.severity = severity;
    alike.field = spot.field;
    if (++alike.count > most_alike) return;
    m_findings.push_back({severity, std::string{code}, spot.file < m_files.size() ? m_files[spot.file] : std::string{},
                          spot.line, spot.field, std::move(message), spot.subject, spot.from});
}

std::vector<Finding> Findings::take() {
    for (const auto& [key, alike] : m_alike) {
        if (alike.count <= most_alike) continue;
        const auto file_end = key.find('\n');
        const auto code_end = key.find('\n', file_end + 1);
        const auto file = static_cast<std::size_t>(std::stoul(key.substr(0, file_end)));
        m_findings.push_back({alike.severity,
                              key.substr(file_end + 1, code_end - file_end - 1),
                              file < m_files.size() ? m_files[file] : std::string{},
                              0,
                              alike.field,
                              fmt::format("and {} more like these", alike.count - most_alike),
                              {},
                              {}});
    }
    const auto order = [](const Finding& i) {
        return std::tie(i.file, i.line, i.code, i.field, i.message);
    };
    std::stable_sort(m_findings.begin(), m_findings.end(),
                     [&](const Finding& a, const Finding& b) { return order(a) < order(b); });
    return std::move(m_findings);
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

} // namespace assets
