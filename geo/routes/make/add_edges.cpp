// theatrum_water MESH WATER.BIN: finds the straight ways between the corners of the land of a mesh and writes both.
#include "geo/routes/passages.hpp"
#include "geo/routes/water/sight.hpp"
#include "geo/routes/water/water_file.hpp"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>
#include <tuple>
#include <unordered_map>

namespace {

/// Sets of tags that grow by union. Equal sets have one index.
class TagSets {
public:
    explicit TagSets(std::vector<std::vector<std::uint16_t>> sets) : m_sets{std::move(sets)} {
        for (std::size_t i = geo::WaterMesh::plain_water; i < m_sets.size(); ++i)
            m_index.emplace(m_sets[i], static_cast<geo::TagSet>(i));
    }
    geo::TagSet join(geo::TagSet a, geo::TagSet b) {
        if (a == b || b == geo::WaterMesh::plain_water) return a;
        if (a == geo::WaterMesh::plain_water) return b;
        const auto [known, is_new] = m_joined.try_emplace(std::uint32_t{a} << 16U | b, geo::TagSet{0});
        if (is_new) {
            std::vector<std::uint16_t> set;
            std::set_union(m_sets[a].begin(), m_sets[a].end(), m_sets[b].begin(), m_sets[b].end(),
                           std::back_inserter(set));
            known->second = index_of(set);
        }
        return known->second;
    }
    geo::TagSet index_of(const std::vector<std::uint16_t>& set) {
        const auto [found, is_new] = m_index.try_emplace(set, static_cast<geo::TagSet>(m_sets.size()));
        if (is_new) m_sets.push_back(set);
        return found->second;
    }
    [[nodiscard]] const std::vector<std::vector<std::uint16_t>>& sets() const { return m_sets; }

private:
    std::vector<std::vector<std::uint16_t>> m_sets;
    std::map<std::vector<std::uint16_t>, geo::TagSet> m_index;
    std::unordered_map<std::uint32_t, geo::TagSet> m_joined;
};

/// A detour this much longer replaces a straight way. The router pulls its ways straight again.
constexpr double detour = 1.008;

/// Leaves out the edges that two shorter ones replace, from the shortest edge to the longest.
std::vector<geo::WaterGraph::Edge> thinned(const geo::WaterMesh& mesh, const std::vector<char>& at_land,
                                           const std::vector<std::vector<std::uint16_t>>& sets,
                                           const std::vector<geo::WaterGraph::Edge>& edges) {
    struct Link {
        geo::PointIndex to;
        double metres;
        geo::TagSet tags;
    };
    std::vector<double> metres(edges.size());
    std::vector<std::size_t> order(edges.size());
    for (std::size_t i = 0; i < edges.size(); ++i) {
        metres[i] = geo::length_m(mesh.points()[edges[i].a], mesh.points()[edges[i].b]);
        order[i] = i;
    }
    std::sort(order.begin(), order.end(), [&](auto i, auto j) {
        return std::pair{metres[i], i} < std::pair{metres[j], j};
    });
    std::vector<std::vector<Link>> kept(mesh.points().size());
    std::vector<double> from_b(mesh.points().size(), 1e12);
    std::vector<char> stays(edges.size(), 0);
    for (const std::size_t i : order) {
        const auto& edge = edges[i];
        const auto fits = [&](geo::TagSet tags) {
            return tags == geo::WaterMesh::plain_water || tags == edge.tags ||
                   std::includes(sets[edge.tags].begin(), sets[edge.tags].end(), sets[tags].begin(), sets[tags].end());
        };
        for (const Link& link : kept[edge.b])
            from_b[link.to] = link.metres;
        std::vector<geo::PointIndex> middles;
        for (const Link& link : kept[edge.a]) {
            // Ways that keep no distance from coasts turn at land only.
            const bool serves = at_land[link.to] || !at_land[edge.a] || !at_land[edge.b];
            if (serves && link.metres + from_b[link.to] <= metres[i] * detour && fits(link.tags))
                middles.push_back(link.to);
        }
        stays[i] = std::none_of(kept[edge.b].begin(), kept[edge.b].end(), [&](const Link& link) {
            return std::find(middles.begin(), middles.end(), link.to) != middles.end() && fits(link.tags);
        });
        for (const Link& link : kept[edge.b])
            from_b[link.to] = 1e12;
        if (!stays[i]) continue;
        kept[edge.a].push_back({edge.b, metres[i], edge.tags});
        kept[edge.b].push_back({edge.a, metres[i], edge.tags});
    }
    std::vector<geo::WaterGraph::Edge> left;
    for (std::size_t i = 0; i < edges.size(); ++i)
        if (stays[i]) left.push_back(edges[i]);
    return left;
}

/// A point where ways may turn: at land, or at the coastal waters of a country where these are closed.
struct Turn {
    std::uint16_t country; ///< tag of the coastal waters; `land` for land
    geo::WaterMesh::Corner corner;
};
constexpr std::uint16_t land = 0xffff;

class Turns {
public:
    Turns(const geo::WaterMesh& mesh, const std::vector<std::vector<std::uint16_t>>& coasts)
        : m_turns(mesh.points().size()) {
        std::map<std::uint16_t, std::vector<char>> closed;
        for (std::size_t set = 0; set < coasts.size(); ++set)
            for (const auto country : coasts[set]) {
                auto& is_open = closed.try_emplace(country, coasts.size(), char{1}).first->second;
                is_open[geo::WaterMesh::land] = 0;
                is_open[set] = 0;
            }
        for (geo::PointIndex p = 0; p < m_turns.size(); ++p) {
            if (const auto corner = mesh.corner_at(p)) m_turns[p].push_back({land, *corner});
            std::vector<std::uint16_t> near;
            const auto [first, last] = mesh.range_around(p);
            for (std::size_t i = first; i < last; ++i)
                for (const auto country : coasts[mesh.triangles()[mesh.around(i)].tags])
                    near.push_back(country);
            std::sort(near.begin(), near.end());
            near.erase(std::unique(near.begin(), near.end()), near.end());
            for (const auto country : near)
                if (const auto corner = mesh.corner_at(p, closed.at(country))) m_turns[p].push_back({country, *corner});
        }
    }
    [[nodiscard]] bool any(geo::PointIndex p) const { return !m_turns[p].empty(); }
    [[nodiscard]] bool at_land(geo::PointIndex p) const { return any(p) && m_turns[p].front().country == land; }
    /// Whether a way with these tags from p towards q may turn at p. One through the waters that make the turn may not.
    [[nodiscard]] bool may_turn(const geo::WaterMesh& mesh, geo::PointIndex p, geo::PointIndex q,
                                const std::vector<std::uint16_t>& tags) const {
        return std::any_of(m_turns[p].begin(), m_turns[p].end(), [&](const Turn& turn) {
            return std::find(tags.begin(), tags.end(), turn.country) == tags.end() &&
                   geo::touches(mesh, p, turn.corner, mesh.points()[q]);
        });
    }

private:
    std::vector<std::vector<Turn>> m_turns;
};

/// The file without unused sets of tags, the most used ones first, because small numbers take fewer bytes.
std::string packed(const geo::WaterMesh& mesh, std::vector<geo::WaterGraph::Edge> edges) {
    constexpr geo::TagSet first = geo::WaterMesh::plain_water + 1;
    const auto& sets = mesh.tag_sets();
    std::vector<std::size_t> uses(sets.size(), 0);
    for (const auto& triangle : mesh.triangles())
        uses[triangle.tags] = std::max<std::size_t>(uses[triangle.tags], 1);
    for (const auto& edge : edges)
        ++uses[edge.tags];
    std::vector<geo::TagSet> order;
    for (std::size_t i = first; i < sets.size(); ++i)
        if (uses[i] > 0) order.push_back(static_cast<geo::TagSet>(i));
    std::sort(order.begin(), order.end(),
              [&](auto a, auto b) { return uses[a] != uses[b] ? uses[a] > uses[b] : sets[a] < sets[b]; });
    std::vector<std::vector<std::uint16_t>> kept(first);
    std::vector<geo::TagSet> number(sets.size(), 0);
    number[geo::WaterMesh::plain_water] = geo::WaterMesh::plain_water;
    for (const auto set : order) {
        number[set] = static_cast<geo::TagSet>(kept.size());
        kept.push_back(sets[set]);
    }
    auto triangles = mesh.triangles();
    for (auto& triangle : triangles)
        triangle.tags = number[triangle.tags];
    for (auto& edge : edges)
        edge.tags = number[edge.tags];
    std::sort(edges.begin(), edges.end(), [](const auto& a, const auto& b) {
        return std::tuple{a.a, a.tags, a.b} < std::tuple{b.a, b.tags, b.b};
    });
    return write_water({mesh.steps(), std::move(triangles), mesh.names(), std::move(kept)}, edges);
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::fprintf(stderr, "usage: theatrum_water MESH WATER.BIN\n");
        return 2;
    }
    try {
        const geo::WaterMesh mesh = geo::read_water(argv[1]).mesh;
        TagSets sets{mesh.tag_sets()};
        std::vector<char> is_open(mesh.tag_sets().size(), 1);
        is_open[geo::WaterMesh::land] = 0;
        geo::Sight sight{mesh, is_open};
        std::vector<geo::WaterGraph::Edge> edges;
        // Edges have the tags of coasts that their triangles have, and those of passages whose gates they cross.
        std::vector<geo::TagSet> coasts_of;
        std::vector<std::vector<std::uint16_t>> coasts;
        for (const auto& set : mesh.tag_sets()) {
            auto& found = coasts.emplace_back();
            for (const auto tag : set)
                if (geo::find_passage(mesh.names()[tag]) == nullptr) found.push_back(tag);
            coasts_of.push_back(sets.index_of(found));
        }
        const Turns turns{mesh, coasts};
        std::vector<char> at_land;
        for (geo::PointIndex p = 0; p < mesh.points().size(); ++p)
            at_land.push_back(turns.at_land(p) ? 1 : 0);
        std::vector<std::pair<const geo::Passage*, geo::TagSet>> gates;
        for (std::uint16_t tag = 0; tag < mesh.names().size(); ++tag)
            if (const geo::Passage* passage = geo::find_passage(mesh.names()[tag]))
                gates.emplace_back(passage, sets.index_of({tag}));
        const auto gates_between = [&](geo::PointIndex p, geo::PointIndex q) {
            geo::TagSet crossed = geo::WaterMesh::plain_water;
            for (const auto& [passage, set] : gates)
                if (passage->is_crossed_by(mesh.points()[p], mesh.points()[q])) crossed = sets.join(crossed, set);
            return crossed;
        };
        std::vector<geo::TagSet> known; // tags of the triangles up to each step of a look around; 0 if not yet known
        std::vector<std::uint32_t> pending;
        const auto tags_up_to = [&](std::uint32_t step) {
            known.resize(sight.steps().size(), 0);
            pending.clear();
            for (; step != geo::Sight::no_step && known[step] == 0; step = sight.steps()[step].before)
                pending.push_back(step);
            geo::TagSet tags = step == geo::Sight::no_step ? geo::WaterMesh::plain_water : known[step];
            for (; !pending.empty(); pending.pop_back()) {
                const auto here = mesh.triangles()[sight.steps()[pending.back()].triangle].tags;
                tags = known[pending.back()] = sets.join(tags, coasts_of[here]);
            }
            return tags;
        };
        std::size_t nodes = 0;
        for (geo::PointIndex p = 0; p < mesh.points().size(); ++p) {
            if (!turns.any(p)) continue;
            if (++nodes % 10'000 == 0) std::fprintf(stderr, "%zu corners, %zu edges\n", nodes, edges.size());
            const std::size_t first = edges.size();
            known.clear();
            sight.look_around(geo::spot_of(mesh, p), [&](geo::PointIndex q, std::uint32_t from) {
                if (q <= p || !turns.any(q) || !turns.may_turn(mesh, p, q, {}) || !turns.may_turn(mesh, q, p, {}))
                    return;
                const geo::TagSet all = sets.join(gates_between(p, q), tags_up_to(from));
                if (turns.may_turn(mesh, p, q, sets.sets()[all]) && turns.may_turn(mesh, q, p, sets.sets()[all]))
                    edges.push_back({p, q, all});
            });
            std::sort(
                edges.begin() + static_cast<std::ptrdiff_t>(first), edges.end(), [&](const auto& a, const auto& b) {
                    return std::pair{a.b, sets.sets()[a.tags].size()} < std::pair{b.b, sets.sets()[b.tags].size()};
                });
            edges.erase(std::unique(edges.begin() + static_cast<std::ptrdiff_t>(first), edges.end(),
                                    [](const auto& a, const auto& b) { return a.b == b.b; }),
                        edges.end());
        }
        const geo::WaterMesh tagged{mesh.steps(), mesh.triangles(), mesh.names(), sets.sets()};
        const std::size_t all = edges.size();
        edges = thinned(mesh, at_land, sets.sets(), edges);
        const std::string bytes = packed(tagged, edges);
        std::ofstream{argv[2], std::ios::binary} << bytes;
        std::printf("%s: %zu points, %zu corners, %zu of %zu edges, %zu tag sets, %zu bytes\n", argv[2],
                    mesh.points().size(), nodes, edges.size(), all, sets.sets().size(), bytes.size());
        return 0;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "theatrum_water: %s\n", error.what());
        return 3;
    }
}
