#pragma once

#include "assets/model/values/codes.hpp"
#include "assets/model/values/finding.hpp"
#include "geo/text/names.hpp"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace assets {

/// The place in a file that a finding is about, and what an [[accept]] is matched with.
struct Spot {
    std::uint16_t file = 0; ///< index into Scenario::files
    int line = 0;
    std::string field = {};   ///< column or key
    std::string subject = {}; ///< id of the asset, zone, event or place concerned
    std::string from = {};    ///< the row's `from` as written
};

using geo::did_you_mean;

/// Collects the findings of reading. A finding that recurs in many rows is told once, with the number and the first of
/// the other rows. Of findings that differ only in the values that they quote, the first are kept and the rest counted:
/// one where all are mended in the same way, up to `most_similar` where each needs its own answer. Warnings and notes
/// about an asset, zone, event or place are not joined.
class Findings {
public:
    static constexpr std::size_t most_similar = 100;

    explicit Findings(const std::vector<std::string>& files) : m_files{files} {}
    void error(std::string_view code, const Spot& spot, std::string message) {
        add(Severity::Error, code, spot, std::move(message));
    }
    void warning(std::string_view code, const Spot& spot, std::string message) {
        add(Severity::Warning, code, spot, std::move(message));
    }
    void note(std::string_view code, const Spot& spot, std::string message) {
        add(Severity::Note, code, spot, std::move(message));
    }
    /// Counts an error that follows from one already reported, without adding a finding.
    void count_error() noexcept { ++m_errors; }
    [[nodiscard]] std::size_t errors() const noexcept { return m_errors; }
    [[nodiscard]] std::vector<Finding> take(); ///< sorted by file, line, code

private:
    void add(Severity, std::string_view code, const Spot&, std::string message);

    const std::vector<std::string>& m_files;
    std::vector<Finding> m_findings;
    /// Findings that are not told one by one.
    struct Others {
        std::size_t count = 0;
        std::vector<int> first_lines;
        void add(int line);
        [[nodiscard]] std::string lines() const; ///< ", in lines 3, 4 and others"; empty without lines
    };
    struct Similar {
        std::size_t shown = 0, last_shown = 0; ///< the number shown, and the index of the last
        Others hidden;
    };
    std::map<std::string, Similar> m_similar;                        ///< by file, code, field and the message's frame
    std::map<std::string, std::pair<std::size_t, Others>> m_repeats; ///< by file, code, field and message
    std::size_t m_errors = 0;
};

constexpr std::size_t most_text_bytes = std::size_t{64} << 10U; ///< of one value: a cell, a key's text, a property

/// Checks a value of any origin before anything is made of it. A text of more than `most_text_bytes` is an error and
/// becomes empty. Control characters are left out, with a warning that names them.
void admit_text(std::string& utf8, Findings&, const Spot&);

/// The text in single quotes. Long texts are cut; line ends and tabs become spaces, other
/// control characters U+FFFD.
[[nodiscard]] std::string in_quotes(std::string_view);

} // namespace assets
