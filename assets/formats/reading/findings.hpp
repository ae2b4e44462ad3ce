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

/// Where something was found: enough to point at it and to match an [[accept]].
struct Spot {
    std::uint16_t file = 0; ///< Scenario::files
    int line = 0;
    std::string field = {};
    std::string subject = {};
    std::string from = {};
};

using geo::did_you_mean;

/// The findings found on the way. A file with the same fault in every row is told of it `most_alike` times and then
/// counted.
class Findings {
public:
    static constexpr int most_alike = 100;

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
    /// A fault that follows from one already told: it counts, and nothing more is said.
    void error_told_elsewhere() noexcept { ++m_errors; }
    [[nodiscard]] std::size_t errors() const noexcept { return m_errors; }
    [[nodiscard]] std::vector<Finding> take(); ///< sorted by file, line, code

private:
    void add(Severity, std::string_view code, const Spot&, std::string message);

    const std::vector<std::string>& m_files;
    std::vector<Finding> m_findings;
    struct Alike {
        int count = 0;
        Severity severity{};
        std::string field;
    };
    std::map<std::string, Alike> m_alike; ///< by file, code and field
    std::size_t m_errors = 0;
};

/// `'Yokuska'`; long values are cut.
[[nodiscard]] std::string in_quotes(std::string_view);

} // namespace assets
