#pragma once

#include "assets/check/check.hpp"
#include "tests/assets/formats/scenario_files.hpp"

namespace check_test {

using Lines = std::vector<std::string>;

inline const std::string header = "asset,from,to,during,lon,lat,place,area,radius_km,time_error_h,sources";
inline const std::string toml = "[time]\nstart = 2024-01-01\nend = 2024-12-31\ndata_to = 2025-01-01\n";

/// Checks a scenario of these rows of positions: two frigates `a`, `b`, a fighter `p`, a headquarters `hq`, a source s.
[[nodiscard]] inline assets::CheckResult check_rows(const std::string& rows,
                                                    std::map<std::string, std::string> more = {}) {
    more.try_emplace("scenario.toml", toml);
    more.try_emplace("sources.csv", "id,title\ns,Source\n");
    more["positions.csv"] = header + "\n" + rows;
    return assets::check(formats_test::read(more));
}

/// The lines of one code, accepted ones left out.
[[nodiscard]] inline Lines of(const assets::CheckResult& report, const std::string& code) {
    Lines lines;
    for (const auto& finding : report.findings)
        if (finding.code == code && !finding.accepted) lines.push_back(formats_test::line_of(finding));
    return lines;
}

} // namespace check_test
