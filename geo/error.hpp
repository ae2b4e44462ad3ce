#pragma once

#include <stdexcept>

namespace geo {

/// A projection that cannot be made or used; what() is a sentence for the user.
struct ProjectionError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// Data that cannot be read; what() names the file.
struct ReadError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

} // namespace geo
