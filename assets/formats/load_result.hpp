#pragma once

#include "assets/model/scenario.hpp"

#include <memory>
#include <optional>
#include <stdexcept>
#include <vector>

namespace assets {

/// A scenario that could be read, perhaps with doubts: everything found is in `issues`, all in one go. With any Error
/// among them `scenario` is null.
struct LoadResult {
    std::shared_ptr<const Scenario> scenario;
    std::vector<Issue> issues; ///< sorted by file, line, code
    std::size_t records = 0;   ///< rows, tables, features and messages found
    std::size_t rejected = 0;  ///< those among them with an error; the rest was read
};

/// The folder or file itself is missing or cannot be read (exit code 3 of the program).
struct UnreadableError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// What a reader cannot take from the file itself.
struct ReadOptions {
    std::shared_ptr<const geo::Atlas> atlas{}; ///< for names of places and seas; may be null
    Instant now{};                             ///< no message was received later than this
    std::optional<Instant> written{};          ///< when the file was last written to: dates logs without times
};

} // namespace assets
