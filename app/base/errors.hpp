#pragma once

#include "geo/error.hpp"

#include <stdexcept>

namespace app {

/// Exit codes of the program. Scripts rely on them.
enum class Exit : int { Done = 0, FoundErrors = 1, BadInput = 2, Failed = 3, Interrupted = 130 };

/// What the user asked for cannot be: exit code 2. what() is a sentence.
struct UsageError : geo::InputError {
    using geo::InputError::InputError;
};

/// A file could not be read or written: exit code 3. what() names it.
struct FileError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

} // namespace app
