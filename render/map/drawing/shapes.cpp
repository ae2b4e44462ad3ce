#include "render/map/drawing/shapes.hpp"

#include "render/picture/colour.hpp"
#include "render/picture/rect.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <numbers>

#include <geos_c.h>

namespace render {
namespace {

constexpr double line_margin_mm = 2.0;

Outline to_page(const View& view, const geo::Path& path, bool closed) {
    Outline outline;
    outline.closed = closed;
    outline.points.reserve(path.size());
    for (const geo::Metres m : path)
        outline.points.push_back(view.to_page(m));
    if (closed && outline.points.size() > 1 && outline.points.front() == outline.points.back()) {
        outline.points.pop_back();
    }
    return outline;
}

double distance(Point a, Point b) noexcept {
    return std::hypot(a.x - b.x, a.y - b.y);
}

Point along(Point a, Point b, double fraction) noexcept {
    return {a.x + (b.x - a.x) * fraction, a.y + (b.y - a.y) * fraction};
}

/// A GEOS context for the geometries of one computation, which it must outlive.
class Geos {
public:
    Geos() : m_context{GEOS_init_r()} {}
    Geos(const Geos&) = delete;
    Geos& operator=(const Geos&) = delete;
    ~Geos() { GEOS_finish_r(m_context); }

    struct Destroy {
        GEOSContextHandle_t context;
        void operator()(GEOSGeometry* g) const noexcept { GEOSGeom_destroy_r(context, g); }
    };
    using Geometry = std::unique_ptr<GEOSGeometry, Destroy>;
    [[nodiscard]] Geometry own(GEOSGeometry* g) const { return {g, Destroy{m_context}}; }

    /// Even-odd union of rings: the symmetric difference of the areas that they enclose, so overlaps become holes.
    [[nodiscard]] Geometry area(const std::vector<Outline>& outlines) const {
        Geometry sum = own(GEOSGeom_createEmptyPolygon_r(m_context));
        for (const Outline& outline : outlines) {
            if (outline.points.size() < 3) continue;
            const auto count = static_cast<unsigned>(outline.points.size() + 1);
            GEOSCoordSequence* sequence = GEOSCoordSeq_create_r(m_context, count, 2);
            for (unsigned i = 0; i < count; ++i) {
                const Point p = outline.points[i % outline.points.size()];
                GEOSCoordSeq_setXY_r(m_context, sequence, i, p.x, p.y);
            }
            GEOSGeometry* ring = GEOSGeom_createLinearRing_r(m_context, sequence);
            if (ring == nullptr) continue;
            Geometry polygon = own(GEOSGeom_createPolygon_r(m_context, ring, nullptr, 0));
            if (GEOSisValid_r(m_context, polygon.get()) != 1) polygon = own(GEOSMakeValid_r(m_context, polygon.get()));
            if (!polygon) continue;
            Geometry both = own(GEOSSymDifference_r(m_context, sum.get(), polygon.get()));
            if (both) sum = std::move(both);
        }
        return sum;
    }

    [[nodiscard]] Geometry intersection(const Geometry& a, const Geometry& b) const {
        return own(GEOSIntersection_r(m_context, a.get(), b.get()));
    }

    [[nodiscard]] Geometry buffer(const Geometry& a, double distance) const {
        constexpr int segments = 6;
        return own(GEOSBuffer_r(m_context, a.get(), distance, segments));
    }

    void collect(const GEOSGeometry* geometry, std::vector<Outline>& outlines) const {
        const int type = GEOSGeomTypeId_r(m_context, geometry);
        if (type == GEOS_POLYGON) {
            if (GEOSisEmpty_r(m_context, geometry) == 1) return;
            outlines.push_back(ring(GEOSGetExteriorRing_r(m_context, geometry)));
            for (int i = 0; i < GEOSGetNumInteriorRings_r(m_context, geometry); ++i) {
                outlines.push_back(ring(GEOSGetInteriorRingN_r(m_context, geometry, i)));
            }
        } else if (type == GEOS_MULTIPOLYGON || type == GEOS_GEOMETRYCOLLECTION) {
            for (int i = 0; i < GEOSGetNumGeometries_r(m_context, geometry); ++i) {
                collect(GEOSGetGeometryN_r(m_context, geometry, i), outlines);
            }
        }
    }

private:
    [[nodiscard]] Outline ring(const GEOSGeometry* line) const {
        const GEOSCoordSequence* sequence = GEOSGeom_getCoordSeq_r(m_context, line);
        unsigned count = 0;
        GEOSCoordSeq_getSize_r(m_context, sequence, &count);
        Outline outline;
        outline.closed = true;
        for (unsigned i = 0; i + 1 < count; ++i) {
            Point p{};
            GEOSCoordSeq_getXY_r(m_context, sequence, i, &p.x, &p.y);
            outline.points.push_back(p);
        }
        return outline;
    }

    GEOSContextHandle_t m_context;
};

/// The part of a line between two distances along it, mm.
Outline stretch(const Outline& line, double from, double to) {
    Outline part;
    double walked = 0;
    for (std::size_t i = 0; i + 1 < line.points.size(); ++i) {
        const Point a = line.points[i], b = line.points[i + 1];
        const double length = distance(a, b);
        const double start = std::max(from - walked, 0.0), end = std::min(to - walked, length);
        if (length > 0 && start < end) {
            if (part.points.empty()) part.points.push_back(along(a, b, start / length));
            part.points.push_back(along(a, b, end / length));
        }
        walked += length;
    }
    return part;
}

/// The piece of a segment inside a rectangle, as shares of its length: from `first` to `second`. The segment misses the
/// rectangle unless `first` is less than `second`.
std::pair<double, double> share_inside(Point a, Point b, const Rect& room) {
    double enter = 0, leave = 1;
    const auto cut = [&](double at, double step, double low, double high) {
        if (step == 0) {
            if (at < low || at > high) enter = 2;
            return;
        }
        const double t1 = (low - at) / step, t2 = (high - at) / step;
        enter = std::max(enter, std::min(t1, t2));
        leave = std::min(leave, std::max(t1, t2));
    };
    cut(a.x, b.x - a.x, room.x, room.right());
    cut(a.y, b.y - a.y, room.y, room.bottom());
    return {enter, leave};
}

} // namespace

std::vector<Outline> page_lines(const View& view, const geo::Polyline& line) {
    std::vector<Outline> outlines;
    for (const geo::Path& path : view.projection->project(line, view.geo_frame(line_margin_mm))) {
        if (path.size() > 1) outlines.push_back(to_page(view, path, false));
    }
    return outlines;
}

std::vector<Outline> page_area(const View& view, const geo::Polygon& polygon, double margin_mm) {
    std::vector<Outline> outlines;
    for (const auto& rings : view.projection->project(polygon, view.geo_frame(margin_mm))) {
        for (const geo::Path& ring : rings) {
            if (ring.size() > 2) outlines.push_back(to_page(view, ring, true));
        }
    }
    return outlines;
}

std::vector<Outline> page_domain(const View& view) {
    std::vector<Outline> outlines;
    for (const auto& rings : view.projection->domain(view.geo_frame(line_margin_mm)))
        for (const geo::Path& ring : rings)
            outlines.push_back(to_page(view, ring, true));
    return outlines;
}

Rect box_of(const std::vector<Outline>& outlines) {
    constexpr double inf = std::numeric_limits<double>::infinity();
    double west = inf, north = inf, east = -inf, south = -inf;
    for (const Outline& outline : outlines) {
        for (const Point p : outline.points) {
            west = std::min(west, p.x);
            east = std::max(east, p.x);
            north = std::min(north, p.y);
            south = std::max(south, p.y);
        }
    }
    if (west > east) return {};
    return {west, north, east - west, south - north};
}

bool inside(const std::vector<Outline>& area, Point p) {
    bool in = false;
    for (const Outline& ring : area) {
        for (std::size_t i = 0, j = ring.points.size() - 1; i < ring.points.size(); j = i++) {
            const Point a = ring.points[i], b = ring.points[j];
            if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x) in = !in;
        }
    }
    return in;
}

bool touches(const std::vector<Outline>& lines, const Rect& r) {
    // The lines are already thinned and clipped near the frame, so sampling every millimetre misses nothing visible.
    for (const Outline& line : lines) {
        for (std::size_t i = 0; i + 1 < line.points.size(); ++i) {
            const Point a = line.points[i], b = line.points[i + 1];
            const int steps = std::max(1, static_cast<int>(std::ceil(distance(a, b))));
            for (int k = 0; k <= steps; ++k) {
                if (contains(r, along(a, b, static_cast<double>(k) / steps))) return true;
            }
        }
    }
    return false;
}

std::vector<Outline> common_part(const std::vector<Outline>& a, const std::vector<Outline>& b) {
    const Geos geos;
    const auto both = geos.intersection(geos.area(a), geos.area(b));
    if (!both) return a;
    std::vector<Outline> outlines;
    geos.collect(both.get(), outlines);
    return outlines;
}

std::vector<Outline> grown_area(const std::vector<Outline>& area, double mm) {
    const Geos geos;
    const auto grown = geos.buffer(geos.area(area), mm);
    std::vector<Outline> outlines;
    if (grown) geos.collect(grown.get(), outlines);
    return outlines;
}

std::vector<Outline> hatch(const std::vector<Outline>& area, double angle_deg, double spacing_mm) {
    // Turns the area so that the hatch lines are horizontal, sweeps it row by row (even-odd) and turns the lines back.
    const double angle = angle_deg * std::numbers::pi / 180.0;
    const double c = std::cos(angle), s = std::sin(angle);
    const auto turn = [&](Point p) {
        return Point{c * p.x - s * p.y, s * p.x + c * p.y};
    };
    const auto back = [&](Point p) {
        return Point{c * p.x + s * p.y, -s * p.x + c * p.y};
    };

    std::vector<Outline> turned = area;
    for (Outline& ring : turned)
        std::transform(ring.points.begin(), ring.points.end(), ring.points.begin(), turn);
    const Rect box = box_of(turned);
    std::vector<Outline> lines;
    for (double y = std::ceil(box.y / spacing_mm) * spacing_mm; y < box.bottom(); y += spacing_mm) {
        std::vector<double> xs;
        for (const Outline& ring : turned) {
            for (std::size_t i = 0, j = ring.points.size() - 1; i < ring.points.size(); j = i++) {
                const Point a = ring.points[i], b = ring.points[j];
                if ((a.y > y) != (b.y > y)) xs.push_back(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x));
            }
        }
        std::sort(xs.begin(), xs.end());
        for (std::size_t k = 0; k + 1 < xs.size(); k += 2) {
            lines.push_back({{back({xs[k], y}), back({xs[k + 1], y})}, false});
        }
    }
    return lines;
}

std::vector<Outline> lines_inside(const std::vector<Outline>& lines, const Rect& room) {
    std::vector<Outline> parts;
    for (const Outline& line : lines) {
        bool is_open = false;
        for (std::size_t i = 0; i + 1 < line.points.size(); ++i) {
            const Point a = line.points[i], b = line.points[i + 1];
            const auto [enter, leave] = share_inside(a, b, room);
            if (enter >= leave) {
                is_open = false;
                continue;
            }
            if (!is_open || enter > 0) parts.push_back({{along(a, b, enter)}, false});
            parts.back().points.push_back(along(a, b, leave));
            is_open = leave == 1;
        }
    }
    return parts;
}

std::vector<Outline> lines_outside(const std::vector<Outline>& lines, const Rect& room) {
    std::vector<Outline> parts;
    for (const Outline& line : lines) {
        Outline part;
        const auto close = [&] {
            if (part.points.size() > 1) parts.push_back(std::move(part));
            part = {};
        };
        for (std::size_t i = 0; i + 1 < line.points.size(); ++i) {
            const Point a = line.points[i], b = line.points[i + 1];
            const auto [enter, leave] = share_inside(a, b, room);
            const bool misses = enter >= leave;
            if (part.points.empty() && (misses || enter > 0)) part.points.push_back(a);
            if (misses) {
                part.points.push_back(b);
                continue;
            }
            if (enter > 0) part.points.push_back(along(a, b, enter));
            close();
            if (leave < 1) part.points = {along(a, b, leave), b};
        }
        close();
    }
    return parts;
}

double length_of(const Outline& line) {
    double length = 0;
    for (std::size_t i = 0; i + 1 < line.points.size(); ++i)
        length += distance(line.points[i], line.points[i + 1]);
    return length;
}

void stroke_faded(Builder& builder, const StrokePath& stroke, double fade_mm, const Rect& frame) {
    constexpr int steps = 6;
    StrokePath middle = stroke;
    middle.outlines.clear();
    for (const Outline& line : stroke.outlines) {
        const double length = length_of(line);
        const double fade = std::min(fade_mm, length / 3);
        const bool start = contains(frame, line.points.front()), end = contains(frame, line.points.back());
        middle.outlines.push_back(stretch(line, start ? fade : 0.0, end ? length - fade : length));
        for (int k = 0; k < steps; ++k) {
            // Short pieces that grow fainter towards the end of the line.
            const double from = fade * k / steps, to = from + fade / steps * 0.62;
            StrokePath piece = stroke;
            piece.dash_mm.clear();
            piece.colour = faded(stroke.colour, (k + 1.0) / (steps + 1.0));
            piece.outlines.clear();
            if (start) piece.outlines.push_back(stretch(line, from, to));
            if (end) piece.outlines.push_back(stretch(line, length - to, length - from));
            if (!piece.outlines.empty()) builder.stroke(std::move(piece));
        }
    }
    builder.stroke(std::move(middle));
}

} // namespace render
