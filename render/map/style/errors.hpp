#pragma once

#include "geo/error.hpp"

namespace render {

/// Thrown for a figure that cannot be composed as requested; what() is a sentence for the user.
struct FigureError : geo::InputError {
    using geo::InputError::InputError;
};

} // namespace render
