#pragma once

#include "geo/routes/passages.hpp"
#include "geo/routes/water/graph.hpp"
#include "geo/routes/water/sight.hpp"

#include <vector>

namespace geo {

/// What a way may use.
struct OpenWater {
    std::vector<char> triangles;        ///< for each set of tags of the mesh: whether triangles with it are open
    std::vector<char> edges;            ///< the same for the edges of the graph
    std::vector<const Passage*> closed; ///< passages whose gates may not be crossed
    bool keeps_off_coasts;              ///< whether ways turn at coastal waters too

    [[nodiscard]] bool crosses_closed(const Vector3& a, const Vector3& b) const noexcept;
};

/// The shortest chain of spots from one to another, each of which sees the next; empty when there is none.
[[nodiscard]] std::vector<Spot> shortest_chain(const WaterMesh&, const WaterGraph&, const OpenWater&, const Spot& from,
                                               const Spot& to);

} // namespace geo
