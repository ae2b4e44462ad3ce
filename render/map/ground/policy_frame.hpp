#pragma once

#include "geo/basemap/policy.hpp"
#include "render/map/view.hpp"

#include <set>
#include <string>
#include <vector>

/// Which disputed features a frame shows.
namespace render {

/// Ids of the policy features within 300 km of one of the subjects, or 15 % of the frame's width if that is more. A
/// feature with an extent counts from 5 mm on.
[[nodiscard]] std::set<std::string> policy_near(const geo::Policy&, const View&, const std::vector<Point>& subjects);

/// Ids of the policy features in the frame.
[[nodiscard]] std::vector<std::string> policy_in_frame(const geo::Policy&, const View&);

} // namespace render
