#include "assets/model/fix_details.hpp"

namespace assets {

// Not a reading before it is made: constant initialisation.
constinit const FixDetails SharedDetails::nothing{};

} // namespace assets
