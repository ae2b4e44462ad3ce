#pragma once

#include "assets/formats/scenario/read_scenario.hpp"
#include "tests/support/files.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace formats_test {

/// The built-in gazetteer, seas and land, read once.
[[nodiscard]] std::shared_ptr<const geo::Atlas> atlas();
[[nodiscard]] std::filesystem::path fixture(const std::string& name);

/// A scenario folder of these files.
class Folder : public support::Scratch {
public:
    explicit Folder(const std::map<std::string, std::string>& files);
};

/// Reads the files as a scenario. Without assets.csv: two frigates `a` and `b`, a fighter `p` and a headquarters `hq`.
[[nodiscard]] assets::LoadResult read(std::map<std::string, std::string> files);
/// A positions.csv of these rows under this header, in such a scenario.
[[nodiscard]] assets::LoadResult read_positions(const std::string& header, const std::string& rows);

/// `FILE:LINE: FIELD: message` of every finding of a severity, in order.
[[nodiscard]] std::vector<std::string> told(const assets::LoadResult&, assets::Severity);
[[nodiscard]] std::vector<std::string> errors(const assets::LoadResult&);
[[nodiscard]] std::string line_of(const assets::Finding&);

/// A UTC instant in the files' notation; the first second of a date.
[[nodiscard]] assets::Instant utc(const std::string&);

} // namespace formats_test
