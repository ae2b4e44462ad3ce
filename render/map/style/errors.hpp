#pragma once

#include "geo/error.hpp"

namespace render {

/// A figure that cannot be composed as it was asked for; what() is a sentence for the user.
struct FigureError : geo::InputError {
    using geo::InputError::InputError;
};

} // namespace render
