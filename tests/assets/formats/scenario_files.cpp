#include "tests/assets/formats/scenario_files.hpp"

#include <fmt/format.h>

namespace formats_test {

namespace fs = std::filesystem;

std::shared_ptr<const geo::Atlas> atlas() {
    static const auto shared = geo::Atlas::open(fs::path{THEATRUM_SOURCE_DIR} / "geo/data");
    return shared;
}

fs::path fixture(const std::string& name) {
    return fs::path{THEATRUM_SOURCE_DIR} / "tests/fixtures/scenarios" / name;
}

Folder::Folder(const std::map<std::string, std::string>& files) {
    for (const auto& [name, text] : files)
        write(name, text);
}

assets::LoadResult read(std::map<std::string, std::string> files) {
    files.try_emplace("assets.csv", "id,name,type\na,A,frigate\nb,B,frigate\np,P,fighter\nhq,HQ,headquarters\n");
    files.try_emplace("positions.csv", "asset,from,lon,lat,radius_km\n");
    const Folder folder{files};
    return assets::read_scenario(folder.path(), atlas());
}

assets::LoadResult read_positions(const std::string& header, const std::string& rows) {
    return read({{"positions.csv", header + "\n" + rows}});
}

std::string line_of(const assets::Finding& finding) {
    return fmt::format("{}{}: {}{}{}", finding.file, finding.line > 0 ? fmt::format(":{}", finding.line) : "",
                       finding.field, finding.field.empty() ? "" : ": ", finding.message);
}

std::vector<std::string> lines_of(const assets::LoadResult& result, assets::Severity severity) {
    std::vector<std::string> lines;
    for (const auto& finding : result.findings)
        if (finding.severity == severity) lines.push_back(line_of(finding));
    return lines;
}

std::vector<std::string> errors(const assets::LoadResult& result) {
    return lines_of(result, assets::Severity::Error);
}

assets::Instant utc(const std::string& text) {
    return assets::parse_time_text(text, 0).value().first;
}

} // namespace formats_test
