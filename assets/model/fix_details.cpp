#include "assets/model/fix_details.hpp"

namespace assets {

// All members have constexpr constructors, so the compiler initialises this constant before any code can read it. It is
// not declared constinit because clang 14, on which clang-tidy is based, has no constexpr std::string.
const FixDetails SharedDetails::default_details{};

} // namespace assets
