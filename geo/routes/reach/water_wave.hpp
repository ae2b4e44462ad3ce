#pragma once

#include "geo/routes/water/sight.hpp"

#include <array>
#include <queue>
#include <span>
#include <vector>

namespace geo {

/// Bounds of the length of the geodesic between two points of the mesh's sphere, within 1 %.
[[nodiscard]] double shortest_m(const Vector3& a, const Vector3& b) noexcept; ///< at most the length
[[nodiscard]] double longest_m(const Vector3& a, const Vector3& b) noexcept;  ///< at least the length

/// Where a ship can be at first, and how far she can come.
struct WaterStart {
    Vector3 centre;
    double within_m; ///< anywhere in the water within this distance of the centre
    double reach_m;  ///< length of the longest way over water from there
};

/// Where the wave is of use: it does not run on where no way to this circle is short enough.
struct WaveGoal {
    Vector3 centre;
    double within_m;
};

/// How far the water around a start is by the shortest way over water, by the continuous Dijkstra method: light spreads
/// from the start, and from each corner of the land that it passes into the shadow behind it (J. S. B. Mitchell,
/// "Shortest paths among obstacles in the plane", 1996). Ways may be up to the start's grain shorter than they are,
/// never longer.
class WaterWave {
public:
    WaterWave(const WaterMesh&, const WaterStart&, const WaveGoal&);

    /// A source of light: a corner of the land, or a place in the water of the start.
    struct Source {
        Vector3 at;
        double metres; ///< its own distance from the start; negative in the start, by the grain
    };
    /// The light of a source in a triangle, between two planes through the source.
    struct Light {
        std::uint32_t source;
        Vector3 right, left; ///< normals of the planes; both zero where it fills the triangle

        [[nodiscard]] bool misses(std::span<const Vector3, 3> cell) const noexcept;
        [[nodiscard]] bool fills(std::span<const Vector3, 3> cell) const noexcept;
    };

    [[nodiscard]] const WaterStart& start() const noexcept { return m_start; }
    [[nodiscard]] const Source& source(const Light& light) const noexcept { return m_sources[light.source]; }
    /// The triangles that light or the start has reached, each once.
    [[nodiscard]] const std::vector<TriangleIndex>& lit() const noexcept { return m_lit; }
    [[nodiscard]] bool is_lit(TriangleIndex t) const noexcept { return m_is_lit[t] != 0; }
    [[nodiscard]] std::vector<Light> lights_in(TriangleIndex) const;
    /// The distance of a point of the mesh; infinite if no light has reached it.
    [[nodiscard]] double metres_to(PointIndex p) const noexcept { return m_metres[p]; }

private:
    struct Cone {
        TriangleIndex triangle;
        std::size_t edge; ///< of this triangle, over which the light enters
        Vector3 right, left;
    };
    /// The directions that light takes from a point of the mesh, counter-clockwise from one plane to the other.
    struct Sector {
        Vector3 right, left;
        bool is_whole = false;
    };
    struct Waiting {
        double metres;
        PointIndex point;
        [[nodiscard]] friend bool operator<(const Waiting& a, const Waiting& b) noexcept {
            return a.metres != b.metres ? a.metres > b.metres : a.point > b.point; // the least is taken first
        }
    };
    struct Stored {
        Light light;
        std::uint32_t next;
    };

    [[nodiscard]] bool is_water(TriangleIndex t) const noexcept;
    [[nodiscard]] bool is_in_start(const Vector3& p) const noexcept;
    void light_start();
    void add_starts_of(TriangleIndex t, const std::array<Vector3, 3>& cell, double grain_m, int depth);
    void light_corner(PointIndex p);
    [[nodiscard]] bool shadow_behind(PointIndex p, Sector& sector) const;
    void shine_from_place(const Vector3& at, TriangleIndex t);
    void shine_from_point(PointIndex p, const Sector& sector);
    void spread(std::uint32_t source);
    void enter(TriangleIndex from, std::size_t edge, const Vector3& right, const Vector3& left);
    void reach(PointIndex p, std::uint32_t source);
    void mark_lit(TriangleIndex t);
    void store(TriangleIndex t, const Light&);
    [[nodiscard]] bool is_of_use(std::uint32_t source, const Vector3& a, const Vector3& b) const;

    const WaterMesh& m_mesh;
    WaterStart m_start;
    WaveGoal m_goal;
    std::vector<Source> m_sources{};
    std::vector<double> m_metres;
    std::vector<std::uint32_t> m_before;      ///< for each point of the mesh, the source of its shortest way
    std::vector<char> m_is_done;              ///< for each point of the mesh
    std::vector<char> m_is_lit;               ///< for each triangle
    std::vector<std::uint32_t> m_first_light; ///< for each triangle, index in m_stored
    std::vector<Stored> m_stored{};
    std::vector<TriangleIndex> m_lit{};
    std::vector<Cone> m_cones{};
    std::priority_queue<Waiting> m_waiting{};
};

} // namespace geo
