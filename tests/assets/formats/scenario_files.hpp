#pragma once

#include "assets/formats/scenario/read_scenario.hpp"
#include "tests/support/files.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace formats_test {

/// The built-in gazetteer, seas and land; opened once.
[[nodiscard]] std::shared_ptr<const geo::Atlas> atlas();
[[nodiscard]] std::filesystem::path fixture(const std::string& name);

/// A temporary folder with these files, by name.
class Folder : public support::Scratch {
public:
    explicit Folder(const std::map<std::string, std::string>& files);
};

/// Reads the files as a scenario. The default assets.csv has the frigates `a` and `b`, the fighter `p` and the
/// headquarters `hq`; the default positions.csv has no rows.
[[nodiscard]] assets::LoadResult read(std::map<std::string, std::string> files);
/// Reads a scenario with this positions.csv and the default assets.csv.
[[nodiscard]] assets::LoadResult read_positions(const std::string& header, const std::string& rows);

/// All findings of a severity, in order, each as line_of() gives it.
[[nodiscard]] std::vector<std::string> lines_of(const assets::LoadResult&, assets::Severity);
[[nodiscard]] std::vector<std::string> errors(const assets::LoadResult&);
[[nodiscard]] std::string line_of(const assets::Finding&); ///< `FILE:LINE: FIELD: message`

/// The instant that a text in the files' notation gives in UTC; for a date, its first instant.
[[nodiscard]] assets::Instant utc(const std::string&);

} // namespace formats_test
