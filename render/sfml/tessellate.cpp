#include "render/sfml/tessellate.hpp"

#include <memory>
#include <stdexcept>
#include <string>
#include <utility>

#include <GL/glu.h>

namespace render {
namespace {

struct TessClose {
    void operator()(GLUtesselator* tess) const noexcept { gluDeleteTess(tess); }
};

/// Receives the results of GLU's callbacks. GLU knows each point by its index in the list.
struct Collector {
    Tessellation result;
    std::array<std::uint32_t, 3> corners{};
    std::array<bool, 3> on_rim{};
    int count = 0;
    bool edge = false;
    GLenum error = 0;

    static void* handle(std::size_t index) {
        return reinterpret_cast<void*>(index);
    } // NOLINT: an index, not an address

    void vertex(std::uint32_t index) {
        const auto k = static_cast<std::size_t>(count);
        corners.at(k) = index;
        on_rim.at(k) = edge;
        if (++count < 3) return;
        count = 0;
        result.triangles.push_back(corners);
        for (std::size_t i = 0; i < 3; ++i)
            if (on_rim.at(i)) result.rim.push_back({corners.at(i), corners.at((i + 1) % 3)});
    }
};

extern "C" {
static void tess_edge_flag(GLboolean flag, void* collector) {
    static_cast<Collector*>(collector)->edge = flag == GL_TRUE;
}
static void tess_vertex(void* vertex, void* collector) {
    static_cast<Collector*>(collector)->vertex(
        static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(vertex))); // NOLINT: an index, not an address
}
static void tess_combine(GLdouble at[3], void* [4], GLfloat[4], void** made, void* collector) {
    auto& points = static_cast<Collector*>(collector)->result.points;
    points.push_back({at[0], at[1]});
    *made = Collector::handle(points.size() - 1);
}
static void tess_error(GLenum error, void* collector) {
    static_cast<Collector*>(collector)->error = error;
}
}

template <class Function>
void set_callback(GLUtesselator* tess, GLenum which, Function* function) {
    gluTessCallback(tess, which, reinterpret_cast<_GLUfuncptr>(function)); // NOLINT: GLU's interface requires it
}

} // namespace

Tessellation tessellate(const std::vector<Outline>& outlines) {
    const std::unique_ptr<GLUtesselator, TessClose> tess{gluNewTess()};
    if (!tess) throw std::runtime_error{"no memory for GLU's tessellator"};
    Collector collector;
    // A callback for edge flags makes GLU give separate triangles rather than fans and strips.
    set_callback(tess.get(), GLU_TESS_EDGE_FLAG_DATA, tess_edge_flag);
    set_callback(tess.get(), GLU_TESS_VERTEX_DATA, tess_vertex);
    set_callback(tess.get(), GLU_TESS_COMBINE_DATA, tess_combine);
    set_callback(tess.get(), GLU_TESS_ERROR_DATA, tess_error);
    gluTessProperty(tess.get(), GLU_TESS_WINDING_RULE, GLU_TESS_WINDING_ODD);
    gluTessNormal(tess.get(), 0, 0, 1);

    auto& points = collector.result.points;
    gluTessBeginPolygon(tess.get(), &collector);
    for (const auto& outline : outlines) {
        if (outline.points.size() < 3) continue;
        gluTessBeginContour(tess.get());
        for (const Point& p : outline.points) {
            points.push_back(p);
            std::array<GLdouble, 3> at{p.x, p.y, 0}; // GLU copies it
            gluTessVertex(tess.get(), at.data(), Collector::handle(points.size() - 1));
        }
        gluTessEndContour(tess.get());
    }
    gluTessEndPolygon(tess.get());
    if (collector.error != 0) {
        throw std::runtime_error{std::string{"a shape cannot be cut into triangles: "} +
                                 reinterpret_cast<const char*>(gluErrorString(collector.error))};
    }
    return std::move(collector.result);
}

} // namespace render
