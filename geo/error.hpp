#pragma once

#include <stdexcept>

namespace geo {

/// What was asked for cannot be: exit code 2 of the program. what() is a sentence for the user.
struct InputError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// A projection that cannot be made or used.
struct ProjectionError : InputError {
    using InputError::InputError;
};

/// A file that cannot be read: exit code 3 of the program. what() names it.
struct ReadError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

} // namespace geo
