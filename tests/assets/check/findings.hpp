#pragma once

#include "assets/check/check.hpp"
#include "tests/assets/formats/scenario_files.hpp"

namespace check_test {

using Lines = std::vector<std::string>;

inline const std::string header = "asset,from,to,during,lon,lat,place,area,radius_km,time_error_h,sources";
inline const std::string toml = "[time]\nstart = 2024-01-01\nend = 2024-12-31\ndata_to = 2025-01-01\n";

/// Checks a scenario with these rows of positions.csv. Its assets are two frigates `a` and `b`, a fighter `p` and a
/// headquarters `hq`; its source is `s`. `more` adds or replaces files.
[[nodiscard]] inline assets::CheckResult check_rows(const std::string& rows,
                                                    std::map<std::string, std::string> more = {}) {
    more.try_emplace("scenario.toml", toml);
    more.try_emplace("sources.csv", "id,title\ns,Source\n");
    more["positions.csv"] = header + "\n" + rows;
    return assets::check(formats_test::read(more));
}

/// The findings with this code as printed lines, without accepted ones.
[[nodiscard]] inline Lines lines_of(const assets::CheckResult& result, const std::string& code) {
    Lines lines;
    for (const auto& finding : result.findings)
        if (finding.code == code && !finding.accepted) lines.push_back(formats_test::line_of(finding));
    return lines;
}

} // namespace check_test
