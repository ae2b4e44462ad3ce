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

/// Collects the findings of reading. Of findings with the same file, code and field, the first `most_similar` are kept
/// and the rest are counted.
class Findings {
public:
    static constexpr int most_similar = 100;

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
    struct Similar {
        int count = 0;
        Severity severity{};
        std::string field;
    };
    std::map<std::string, Similar> m_similar; ///< by file, code and field
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
