#pragma once

#include <stdexcept>

namespace render {

/// A figure that cannot be composed as it was asked for; what() is a sentence for the user.
struct FigureError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

} // namespace render
