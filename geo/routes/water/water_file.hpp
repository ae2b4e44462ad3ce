#pragma once

#include "geo/routes/water/graph.hpp"
#include "geo/routes/water/water_mesh.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace geo {

/// The contents of geo/data/water.bin: numbers of 7 bits a byte, the lowest first; differences of neighbours with the
/// sign in the lowest bit. geo/data/make/make_water.py writes the mesh; theatrum_water adds the edges.
struct WaterFile {
    WaterMesh mesh;
    std::vector<WaterGraph::Edge> edges; ///< sorted by a, then tags, then b
};

[[nodiscard]] WaterFile read_water(const std::filesystem::path&); ///< throws ReadError
[[nodiscard]] std::string write_water(const WaterMesh&, const std::vector<WaterGraph::Edge>&);

} // namespace geo
