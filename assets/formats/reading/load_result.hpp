#pragma once

#include "assets/model/scenario.hpp"
#include "assets/model/values/missing_characters.hpp"
#include "geo/error.hpp"
#include "geo/helper/helper_process.hpp"

#include <memory>
#include <optional>
#include <vector>

namespace assets {

/// The result of reading a scenario. `findings` holds everything found in all files; `scenario` is null if any finding
/// is an Error.
struct LoadResult {
    std::shared_ptr<const Scenario> scenario;
    std::vector<Finding> findings; ///< sorted by file, line, code
    std::size_t records = 0;       ///< rows, [[asset]] tables, features and messages read
    std::size_t rejected = 0;      ///< records with an error, and messages that were not decoded
};

/// The given folder or file is missing, cannot be read or has no known format.
struct UnreadableError : geo::ReadError {
    using geo::ReadError::ReadError;
};

/// What a reader needs to know besides the file.
struct ReadOptions {
    std::shared_ptr<const geo::Atlas> atlas{};   ///< names of places and seas; may be null
    Instant now{};                               ///< no message was received after this instant
    std::optional<Instant> written{};            ///< modification time of the file; dates logs without receive times
    MissingCharacters missing_characters{};      ///< what it finds is an error in scenarios and left out of recordings
    geo::HelperProgram helper{};                 ///< reads the files of other programs
    std::shared_ptr<geo::ReadControl> control{}; ///< how far a helper process is, and whether to stop it; may be null
};

} // namespace assets
