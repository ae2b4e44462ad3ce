#include "assets/model/fix_details.hpp"

namespace assets {

// Made by the compiler, so never read before it is: what it holds has constexpr constructors. (Not said with constinit:
// clang 14, which clang-tidy reads with, has no constexpr std::string.)
const FixDetails SharedDetails::nothing{};

} // namespace assets
