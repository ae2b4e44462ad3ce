#include "assets/formats/reading/findings.hpp"

#include "assets/model/values/control_characters.hpp"
#include "assets/model/values/missing_characters.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace assets {

namespace {

constexpr std::size_t most_lines = 6;

/// The message without the values that it quotes.
std::string frame_of(std::string_view message) {
    std::string frame;
    bool quoted = false;
    for (const char c : message) {
        if (c == '\'') quoted = !quoted;
        if (!quoted) frame += c;
    }
    return frame;
}

constexpr std::string_view feature = "features[";

/// The field without the number of its feature, in which findings that recur differ.
std::string common_field(const std::string& field) {
    if (!field.starts_with(feature)) return field;
    return std::string{feature} + field.substr(std::min(field.find(']'), field.size()));
}

/// How many findings with the same frame are told.
std::size_t most_shown(std::string_view finding_code) {
    constexpr std::array one_answer{code::asset_made, code::ambiguous_date, code::longitude_wrapped, code::read_as,
                                    code::swapped_coordinates};
    constexpr std::array many_answers{code::unknown_id,    code::unknown_place,  code::ambiguous_place,
                                      code::duplicate,     code::unknown_column, code::unknown_key,
                                      code::missing_glyph, code::bad_id,         code::other_word};
    constexpr std::size_t some = 5;
    if (std::ranges::find(one_answer, finding_code) != one_answer.end()) return 1;
    return std::ranges::find(many_answers, finding_code) != many_answers.end() ? Findings::most_similar : some;
}

} // namespace

void Findings::Others::add(int line) {
    ++count;
    const bool is_new = first_lines.empty() || first_lines.back() != line; // many features may stand in one line
    if (line > 0 && is_new && first_lines.size() < most_lines) first_lines.push_back(line);
}

std::string Findings::Others::lines() const {
    if (first_lines.empty()) return {};
    return fmt::format(", in {} {}{}", first_lines.size() == 1 ? "line" : "lines", fmt::join(first_lines, ", "),
                       count > first_lines.size() ? " and below" : "");
}

void Findings::add(Severity severity, std::string_view code, const Spot& spot, std::string message) {
    if (severity == Severity::Error) ++m_errors;
    const std::string where = fmt::format("{}\n{}\n{}\n", spot.file, code, common_field(spot.field));
    // An [[accept]] silences a warning or note by its asset and date, so each of them stands by itself.
    const bool may_be_accepted = severity != Severity::Error && !spot.subject.empty() && most_shown(code) > 1;
    const auto repeated = m_repeats.find(where + message);
    if (repeated != m_repeats.end() && !may_be_accepted) {
        repeated->second.second.add(spot.line);
        return;
    }
    Similar& similar = m_similar[may_be_accepted ? where : where + frame_of(message)];
    if (similar.shown >= (may_be_accepted ? most_similar : most_shown(code))) {
        similar.hidden.add(spot.line);
        return;
    }
    ++similar.shown;
    similar.last_shown = m_findings.size();
    m_repeats.emplace(where + message, std::pair{m_findings.size(), Others{}});
    m_findings.push_back({severity, std::string{code}, spot.file < m_files.size() ? m_files[spot.file] : std::string{},
                          spot.line, spot.field, std::move(message), spot.subject, spot.from});
}

std::vector<Finding> Findings::take() {
    for (const auto& [key, repeats] : m_repeats)
        if (const Others& others = repeats.second; others.count > 0) {
            Finding& told = m_findings[repeats.first];
            told.message +=
                fmt::format(" (and {} more {}{}{})", others.count, told.field.starts_with(feature) ? "feature" : "row",
                            others.count == 1 ? "" : "s", others.lines());
        }
    for (const auto& [key, similar] : m_similar)
        if (similar.hidden.count > 0)
            m_findings[similar.last_shown].message +=
                fmt::format(" (and {} more like {}{})", similar.hidden.count, similar.shown == 1 ? "this" : "these",
                            similar.hidden.lines());
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
