#pragma once

#include "app/base/data_folders.hpp"
#include "assets/check/check.hpp"
#include "assets/formats/load_result.hpp"
#include "render/map/words/words.hpp"

#include <memory>
#include <string>

namespace app {

/// A scenario as it was read, sound or not, and what `check` says of it.
struct Reading {
    std::string name; ///< as given: a path or builtin:NAME
    assets::LoadResult loaded;
    assets::CheckReport report;
    std::string failure; ///< a sentence when there was nothing to read; then the rest is empty
    std::shared_ptr<const geo::Atlas> atlas;
    std::shared_ptr<const render::Words> words; ///< with those of the scenario; null without one
};

/// Reads and checks. Throws nothing for what is wrong with the scenario; any thread. `atlas` null: opens it.
[[nodiscard]] Reading read_for_session(const std::string& name, const DataFolders&,
                                       std::shared_ptr<const geo::Atlas> atlas);

/// `FILE:LINE: FIELD: message` of the first error and how many more there are; empty when there is none.
[[nodiscard]] std::string first_error(const std::vector<assets::Issue>&);

} // namespace app
