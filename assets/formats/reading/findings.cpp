#include "assets/formats/reading/findings.hpp"

#include "assets/model/values/control_characters.hpp"
#include "assets/model/values/missing_characters.hpp"

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

void admit_text(std::string& utf8, Findings& findings, const Spot& spot) {
    if (utf8.size() > most_text_bytes) {
        findings.error(code::too_large, spot, fmt::format("is a text of more than {} kB", most_text_bytes >> 10U));
        utf8.clear();
        return;
    }
    const auto controls = control_characters(utf8);
    if (controls.empty()) return;
    remove_characters(utf8, controls);
    findings.warning(code::control_character, spot,
                     fmt::format("holds {}, which no map prints and which {} left out", code_points(controls),
                                 controls.size() == 1 ? "is" : "are"));
}

std::string in_quotes(std::string_view text) {
    constexpr std::size_t most = 60;
    std::string shown{text.substr(0, most)};
    if (text.size() > most) {
        while (!shown.empty() && (static_cast<unsigned char>(text[shown.size()]) & 0xC0U) == 0x80U)
            shown.pop_back(); // do not cut within a UTF-8 character
        shown += "...";
    }
    std::replace(shown.begin(), shown.end(), '\n', ' ');
    std::replace(shown.begin(), shown.end(), '\t', ' ');
    return '\'' + visible(shown) + '\'';
}

} // namespace assets
