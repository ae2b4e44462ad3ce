#pragma once

#include "geo/earth/lonlat.hpp"
#include "geo/routes/water/vector3.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace geo {

using PointIndex = std::uint32_t;
using TriangleIndex = std::uint32_t;
using TagSet = std::uint16_t; ///< index of a set of tags

/// Delaunay's triangulation of the sphere. Every triangle is land (or water too near to land for ships) or water.
class WaterMesh {
public:
    static constexpr TagSet land = 0, plain_water = 1;
    struct Steps { ///< millionths of a degree
        std::int32_t lon, lat;
        [[nodiscard]] friend bool operator==(const Steps&, const Steps&) noexcept = default;
    };
    struct Triangle {
        std::array<PointIndex, 3> corners;         ///< counter-clockwise as seen from above
        std::array<TriangleIndex, 3> neighbours{}; ///< across the edge from corner i to corner i + 1
        TagSet tags = land;
    };

    /// `tag_sets[land]` and `tag_sets[plain_water]` are empty; the others hold indexes of names. Neighbours are worked
    /// out here. Throws std::invalid_argument when the triangles do not cover the sphere.
    WaterMesh(std::vector<Steps> points, std::vector<Triangle> triangles, std::vector<std::string> names,
              std::vector<std::vector<std::uint16_t>> tag_sets);

    [[nodiscard]] const std::vector<Steps>& steps() const noexcept { return m_steps; }
    [[nodiscard]] const std::vector<Vector3>& points() const noexcept { return m_points; }
    [[nodiscard]] const std::vector<Triangle>& triangles() const noexcept { return m_triangles; }
    /// Names of the tags: passages, and countries by their code for the water within 12 nautical miles.
    [[nodiscard]] const std::vector<std::string>& names() const noexcept { return m_names; }
    [[nodiscard]] const std::vector<std::vector<std::uint16_t>>& tag_sets() const noexcept { return m_tag_sets; }

    /// The triangle that holds a point.
    [[nodiscard]] TriangleIndex locate(const Vector3&) const;
    /// The triangles around a point of the mesh: first index and past-the-end index for around().
    [[nodiscard]] std::pair<std::size_t, std::size_t> range_around(PointIndex p) const noexcept {
        return {m_first_around[p], m_first_around[p + 1]};
    }
    [[nodiscard]] TriangleIndex around(std::size_t i) const noexcept { return m_around[i]; }

    /// The neighbours of a point along the edge of closed triangles, when these jut out into the open ones: a shortest
    /// way may turn there. `is_open` has an entry for each set of tags.
    struct Corner {
        PointIndex before, after;
        bool joins_coasts; ///< more than one piece of water meets here, and the neighbours are those of one of them
    };
    [[nodiscard]] std::optional<Corner> corner_at(PointIndex, const std::vector<char>& is_open) const;
    /// The same for land alone.
    [[nodiscard]] std::optional<Corner> corner_at(PointIndex p) const { return corner_at(p, m_is_water); }

    [[nodiscard]] LonLat position(PointIndex p) const { return lonlat(m_steps[p].lon * 1e-6, m_steps[p].lat * 1e-6); }

private:
    void link_neighbours();
    void make_grid();

    std::vector<Steps> m_steps;
    std::vector<Vector3> m_points;
    std::vector<Triangle> m_triangles;
    std::vector<std::string> m_names;
    std::vector<std::vector<std::uint16_t>> m_tag_sets;
    std::vector<char> m_is_water; ///< for each set of tags
    std::vector<std::uint32_t> m_first_around;
    std::vector<TriangleIndex> m_around;
    std::vector<PointIndex> m_grid; ///< a point near the middle of each cell of 2 degrees
};

} // namespace geo
