#pragma once

#include "app/base/data_folders.hpp"
#include "assets/check/check.hpp"
#include "assets/formats/reading/load_result.hpp"
#include "render/map/words/words.hpp"

#include <filesystem>
#include <memory>
#include <string>

namespace app {

/// The reading of a scenario, with or without errors, and the findings of `check`.
struct OpenedScenario {
    std::string name;           ///< as given: a path or builtin:NAME
    std::filesystem::path path; ///< of the folder or file; empty for an unknown builtin:NAME
    bool is_folder = false;
    bool shipped = false; ///< part of the program's data: must not be changed
    assets::LoadResult loaded;
    assets::CheckResult check_result;
    std::string failure; ///< a sentence when nothing could be read; `loaded` is then empty
    std::shared_ptr<const geo::Atlas> atlas;
    std::shared_ptr<const render::Words> words; ///< with the scenario's own words; null without a scenario
};

/// Reads and checks a scenario. Thread-safe. Throws nothing: see OpenedScenario::failure. Opens the atlas when `atlas`
/// is null. `control` stops the reading of a spreadsheet; it may be null.
[[nodiscard]] OpenedScenario read_for_session(const std::string& name, const DataFolders&,
                                              std::shared_ptr<const geo::Atlas> atlas,
                                              std::shared_ptr<geo::ReadControl> control = nullptr);

/// `FILE:LINE: FIELD: message` of the first error and the number of further errors; empty when there is none.
[[nodiscard]] std::string first_error(const std::vector<assets::Finding>&);

} // namespace app
