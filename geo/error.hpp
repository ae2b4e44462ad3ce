#pragma once

#include <stdexcept>

namespace geo {

/// The user's request cannot be carried out: exit code 2 of the program. what() is a sentence for the user.
struct InputError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// A projection cannot be made or used.
struct ProjectionError : InputError {
    using InputError::InputError;
};

/// A file cannot be read: exit code 3 of the program. what() names the file.
struct ReadError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

} // namespace geo
