#pragma once

#include "app/base/data_folders.hpp"
#include "assets/check/check.hpp"
#include "assets/formats/reading/load_result.hpp"
#include "render/map/words/words.hpp"

#include <filesystem>
#include <memory>
#include <string>

namespace app {

/// A scenario as it was read, sound or not, and what `check` says of it.
struct OpenedScenario {
    std::string name;           ///< as given: a path or builtin:NAME
    std::filesystem::path path; ///< what that stands for: a folder or a file; empty when there is no such built-in one
    bool is_folder = false;
    bool shipped = false; ///< comes with the program: not to be changed
    assets::LoadResult loaded;
    assets::CheckResult report;
    std::string failure; ///< a sentence when there was nothing to read; then the rest is empty
    std::shared_ptr<const geo::Atlas> atlas;
    std::shared_ptr<const render::Words> words; ///< with those of the scenario; null without one
};

/// Reads and checks, on any thread. Throws nothing: see OpenedScenario::failure. `atlas` null: opens it.
[[nodiscard]] OpenedScenario read_for_session(const std::string& name, const DataFolders&,
                                              std::shared_ptr<const geo::Atlas> atlas);

/// `FILE:LINE: FIELD: message` of the first error and how many more there are; empty when there is none.
[[nodiscard]] std::string first_error(const std::vector<assets::Finding>&);

} // namespace app
