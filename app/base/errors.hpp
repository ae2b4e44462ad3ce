#pragma once

#include "geo/error.hpp"

#include <stdexcept>

namespace app {

/// Exit codes of the program. Scripts rely on them.
enum class Exit : int { Done = 0, FoundErrors = 1, BadInput = 2, Failed = 3, Interrupted = 130 };

/// A request of the user that cannot be carried out: exit code 2. what() is a sentence.
struct UsageError : geo::InputError {
    using geo::InputError::InputError;
};

/// A file could not be read or written: exit code 3. what() names the file.
struct FileError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

} // namespace app
