#include "geo/routes/water/water_file.hpp"

#include "geo/error.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <stdexcept>

namespace geo {

namespace {

constexpr std::string_view magic = "WATER-2\n";

class Reader {
public:
    explicit Reader(std::string_view bytes) : m_bytes{bytes} {}

    std::uint64_t number() {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 63; shift += 7) {
            const std::uint8_t byte = next();
            value |= static_cast<std::uint64_t>(byte & 0x7f) << shift;
            if (byte < 0x80) return value;
        }
        throw std::invalid_argument{"a number is too long"};
    }
    std::int64_t signed_number() {
        const std::uint64_t value = number();
        return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
    }
    std::size_t count() { ///< of things that take at least one byte each
        const std::uint64_t value = number();
        if (value > m_bytes.size() - m_at) throw std::invalid_argument{"it ends early"};
        return static_cast<std::size_t>(value);
    }
    std::string_view text(std::size_t size) {
        if (size > m_bytes.size() - m_at) throw std::invalid_argument{"it ends early"};
        m_at += size;
        return m_bytes.substr(m_at - size, size);
    }

private:
    std::uint8_t next() {
        if (m_at == m_bytes.size()) throw std::invalid_argument{"it ends early"};
        return static_cast<std::uint8_t>(m_bytes[m_at++]);
    }

    std::string_view m_bytes;
    std::size_t m_at = 0;
};

class Writer {
public:
    void number(std::uint64_t value) {
        for (; value >= 0x80; value >>= 7)
            m_bytes.push_back(static_cast<char>(0x80 | (value & 0x7f)));
        m_bytes.push_back(static_cast<char>(value));
    }
    void signed_number(std::int64_t value) {
        number((static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63));
    }
    void text(std::string_view bytes) { m_bytes += bytes; }
    std::string take() { return std::move(m_bytes); }

private:
    std::string m_bytes;
};

std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream in{file, std::ios::binary | std::ios::ate};
    if (!in) throw ReadError{file.string() + ": " + std::strerror(errno)}; // NOLINT(concurrency-mt-unsafe)
    std::string bytes(static_cast<std::size_t>(in.tellg()), '\0');
    in.seekg(0);
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!in) throw ReadError{file.string() + ": cannot be read"};
    return bytes;
}

WaterMesh read_mesh(Reader& in) {
    std::vector<WaterMesh::Steps> points(in.count());
    std::int64_t lon = 0, lat = 0;
    for (auto& point : points) {
        lon += in.signed_number();
        lat += in.signed_number();
        if (std::abs(lon) > 180'000'000 || std::abs(lat) > 90'000'000)
            throw std::invalid_argument{"a point is not on the Earth"};
        point = {static_cast<std::int32_t>(lon), static_cast<std::int32_t>(lat)};
    }
    std::vector<std::string> names(in.count());
    for (auto& name : names)
        name = in.text(in.count());
    std::vector<std::vector<std::uint16_t>> tag_sets(in.count());
    for (auto& set : tag_sets) {
        set.resize(in.count());
        for (auto& tag : set)
            tag = static_cast<std::uint16_t>(in.number());
    }
    std::vector<WaterMesh::Triangle> triangles(in.count());
    std::int64_t first = 0;
    const auto corner = [](std::int64_t value) {
        return static_cast<PointIndex>(std::clamp<std::int64_t>(value, 0, 0xffffffff));
    };
    for (auto& triangle : triangles) {
        first += static_cast<std::int64_t>(in.number());
        const auto second = first + in.signed_number();
        const auto third = first + in.signed_number();
        triangle.corners = {corner(first), corner(second), corner(third)};
    }
    for (std::size_t i = 0; i < triangles.size();) {
        const auto tags = static_cast<TagSet>(in.number());
        for (std::uint64_t run = in.number(); run > 0 && i < triangles.size(); --run)
            triangles[i++].tags = tags;
    }
    return {std::move(points), std::move(triangles), std::move(names), std::move(tag_sets)};
}

std::vector<WaterGraph::Edge> read_edges(Reader& in, const WaterMesh& mesh) {
    const std::size_t count = in.count();
    std::vector<WaterGraph::Edge> edges;
    edges.reserve(count);
    for (std::uint64_t a = 0; edges.size() < count;) {
        a += in.number();
        for (std::uint64_t runs = in.number(); runs > 0; --runs) {
            const std::uint64_t tags = in.number();
            std::uint64_t b = a;
            for (std::uint64_t left = in.number(); left > 0; --left) {
                b += in.number();
                if (a >= mesh.points().size() || b >= mesh.points().size() || tags >= mesh.tag_sets().size())
                    throw std::invalid_argument{"an edge has no such point or tags"};
                if (edges.size() == count) throw std::invalid_argument{"it has more edges than it says"};
                edges.push_back({static_cast<PointIndex>(a), static_cast<PointIndex>(b), static_cast<TagSet>(tags)});
            }
        }
    }
    return edges;
}

} // namespace

WaterFile read_water(const std::filesystem::path& file) {
    const std::string bytes = bytes_of(file);
    try {
        Reader in{bytes};
        if (in.text(std::min(magic.size(), bytes.size())) != magic) throw std::invalid_argument{"it is no water file"};
        WaterMesh mesh = read_mesh(in);
        auto edges = read_edges(in, mesh);
        return {std::move(mesh), std::move(edges)};
    } catch (const std::invalid_argument& error) {
        throw ReadError{file.string() + ": the file is damaged: " + error.what()};
    }
}

std::string write_water(const WaterMesh& mesh, const std::vector<WaterGraph::Edge>& edges) {
    Writer out;
    out.text(magic);
    out.number(mesh.steps().size());
    WaterMesh::Steps last{0, 0};
    for (const auto& point : mesh.steps()) {
        out.signed_number(point.lon - last.lon);
        out.signed_number(point.lat - last.lat);
        last = point;
    }
    out.number(mesh.names().size());
    for (const auto& name : mesh.names()) {
        out.number(name.size());
        out.text(name);
    }
    out.number(mesh.tag_sets().size());
    for (const auto& set : mesh.tag_sets()) {
        out.number(set.size());
        for (const auto tag : set)
            out.number(tag);
    }
    out.number(mesh.triangles().size());
    PointIndex first = 0;
    for (const auto& triangle : mesh.triangles()) {
        out.number(triangle.corners[0] - first);
        first = triangle.corners[0];
        out.signed_number(static_cast<std::int64_t>(triangle.corners[1]) - first);
        out.signed_number(static_cast<std::int64_t>(triangle.corners[2]) - first);
    }
    for (std::size_t i = 0; i < mesh.triangles().size();) {
        std::size_t end = i;
        while (end < mesh.triangles().size() && mesh.triangles()[end].tags == mesh.triangles()[i].tags)
            ++end;
        out.number(mesh.triangles()[i].tags);
        out.number(end - i);
        i = end;
    }
    out.number(edges.size());
    // The edges of a point in runs of equal tags.
    PointIndex a = 0;
    const auto end_of = [&](std::size_t i, auto&& same) {
        std::size_t end = i + 1;
        while (end < edges.size() && same(edges[end], edges[i]))
            ++end;
        return end;
    };
    const auto same_point = [](const auto& x, const auto& y) {
        return x.a == y.a;
    };
    const auto same_run = [](const auto& x, const auto& y) {
        return x.a == y.a && x.tags == y.tags;
    };
    for (std::size_t i = 0; i < edges.size();) {
        out.number(edges[i].a - a);
        a = edges[i].a;
        const std::size_t end = end_of(i, same_point);
        std::size_t runs = 0;
        for (std::size_t run = i; run < end; run = end_of(run, same_run))
            ++runs;
        out.number(runs);
        while (i < end) {
            const std::size_t run_end = end_of(i, same_run);
            out.number(edges[i].tags);
            out.number(run_end - i);
            for (PointIndex b = a; i < run_end; b = edges[i++].b)
                out.number(edges[i].b - b);
        }
    }
    return out.take();
}

} // namespace geo
