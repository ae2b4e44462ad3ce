#include "assets/formats/reading/findings.hpp"

#include <algorithm>
#include <tuple>

#include <fmt/format.h>

namespace assets {

void Findings::add(Severity severity, std::string_view code, const Spot& spot, std::string message) {
    if (severity == Severity::Error) ++m_errors;
    Similar& similar = m_similar[fmt::format("{}\n{}\n{}", spot.file, code, spot.field)];
    similar.severity = severity;
    similar.field = spot.field;
    if (++similar.count > most_similar) return;
    m_findings.push_back({severity, std::string{code}, spot.file < m_files.size() ? m_files[spot.file] : std::string{},
                          spot.line, spot.field, std::move(message), spot.subject, spot.from});
}

std::vector<Finding> Findings::take() {
    for (const auto& [key, similar] : m_similar) {
        if (similar.count <= most_similar) continue;
        const auto file_end = key.find('\n');
        const auto code_end = key.find('\n', file_end + 1);
        const auto file = static_cast<std::size_t>(std::stoul(key.substr(0, file_end)));
        m_findings.push_back({similar.severity,
                              key.substr(file_end + 1, code_end - file_end - 1),
                              file < m_files.size() ? m_files[file] : std::string{},
                              0,
                              similar.field,
                              fmt::format("and {} more like these", similar.count - most_similar),
                              {},
                              {}});
    }
    const auto order = [](const Finding& f) {
        return std::tie(f.file, f.line, f.code, f.field, f.message);
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
            shown.pop_back(); // do not cut within a UTF-8 character
        shown += "...";
    }
    for (char& c : shown)
        if (static_cast<unsigned char>(c) < 0x20) c = ' ';
    return '\'' + shown + '\'';
}

} // namespace assets
