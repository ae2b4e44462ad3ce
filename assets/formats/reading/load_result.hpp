#pragma once

#include "assets/model/scenario.hpp"
#include "geo/error.hpp"

#include <memory>
#include <optional>
#include <vector>

namespace assets {

/// A scenario that could be read, perhaps with doubts: everything found is in `findings`, all in one go. With any Error
/// among them `scenario` is null.
struct LoadResult {
    std::shared_ptr<const Scenario> scenario;
    std::vector<Finding> findings; ///< sorted by file, line, code
    std::size_t records = 0;       ///< rows, tables, features and messages found
    std::size_t rejected = 0;      ///< those among them with an error; the rest was read
};

/// The folder or file that was named is missing, cannot be read or is of no known format.
struct UnreadableError : geo::ReadError {
    using geo::ReadError::ReadError;
};

/// What a reader cannot take from the file itself.
struct ReadOptions {
    std::shared_ptr<const geo::Atlas> atlas{}; ///< for names of places and seas; may be null
    Instant now{};                             ///< no message was received later than this
    std::optional<Instant> written{};          ///< when the file was last written to: dates logs without times
};

} // namespace assets
