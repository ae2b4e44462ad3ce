#include "geo/basemap/relief.hpp"

#include "render/map/ground/ground.hpp"
#include "render/map/words/words.hpp"

#include <algorithm>
#include <cmath>
#include <memory>

namespace render {
namespace {

/// The shipped relief has one pixel every 19 km and is a blur at larger scales than this.
constexpr double min_scale_denominator = 8e6;
constexpr double pixel_mm = 0.22;
constexpr int block = 8; // the projection is inverted at every eighth pixel and interpolated in between

struct Node {
    double lon, lat;
    bool on_earth;
};

/// Brightness of the relief, 0..1, interpolated between pixels.
double brightness(const geo::Relief& relief, double lon, double lat) {
    const double x = (lon + 180.0) / 360.0 * relief.width - 0.5, y = (90.0 - lat) / 180.0 * relief.height - 0.5;
    const double x0 = std::floor(x), y0 = std::floor(y);
    const auto at = [&](double column, double row) {
        const int c = (static_cast<int>(column) % relief.width + relief.width) % relief.width;
        const int r = std::clamp(static_cast<int>(row), 0, relief.height - 1);
        const std::uint8_t* p = &relief.rgb[(static_cast<std::size_t>(r) * static_cast<std::size_t>(relief.width) +
                                             static_cast<std::size_t>(c)) *
                                            3];
        return (0.30 * p[0] + 0.59 * p[1] + 0.11 * p[2]) / 255.0;
    };
    const double fx = x - x0, fy = y - y0;
    return (at(x0, y0) * (1 - fx) + at(x0 + 1, y0) * fx) * (1 - fy) +
           (at(x0, y0 + 1) * (1 - fx) + at(x0 + 1, y0 + 1) * fx) * fy;
}

std::uint8_t shaded(std::uint8_t channel, double light) {
    // Relative to the brightness of a plain, mountains darken the land's colour and snow lightens it.
    constexpr double plain = 0.72, strength = 0.55;
    const double value = channel * (1.0 + strength * (light - plain));
    return static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0, 255.0)));
}

} // namespace

bool can_show_relief(const View& view) {
    return view.scale_denominator() >= min_scale_denominator;
}

void draw_relief(MapDrawing& drawing) {
    if (!can_show_relief(drawing.view)) {
        drawing.dropped.push_back(
            {"relief", drawing.in.words("note.relief_off"), "too coarse for scales larger than 1:8M"});
        return;
    }
    const geo::Relief& relief = *drawing.source.relief;
    const Rect frame = drawing.view.frame_mm;
    const int columns = std::max(1, static_cast<int>(std::ceil(frame.w / pixel_mm)));
    const int rows = std::max(1, static_cast<int>(std::ceil(frame.h / pixel_mm)));
    const double step_x = frame.w / columns, step_y = frame.h / rows;

    CoverGrid mask{frame, std::max(step_x, step_y)};
    for (const std::vector<Outline>& polygon : drawing.land.polygons)
        mask.add(polygon);

    const int node_columns = columns / block + 2, node_rows = rows / block + 2;
    std::vector<Node> nodes;
    for (int j = 0; j < node_rows; ++j) {
        for (int i = 0; i < node_columns; ++i) {
            const Point p{frame.x + i * block * step_x, frame.y + j * block * step_y};
            const auto where = drawing.view.projection->inverse(drawing.view.to_metres(p));
            nodes.push_back(where ? Node{where->lon(), where->lat(), true} : Node{0, 0, false});
        }
    }

    Image image{columns, rows, std::vector<std::uint8_t>(static_cast<std::size_t>(columns * rows) * 4, 0)};
    const Colour land = drawing.theme().land;
    for (int y = 0; y < rows; ++y) {
        for (int x = 0; x < columns; ++x) {
            const Point middle{frame.x + (x + 0.5) * step_x, frame.y + (y + 0.5) * step_y};
            if (!mask.covers(middle)) continue;
            const int i = x / block, j = y / block;
            const Node* corner = &nodes[static_cast<std::size_t>(j) * static_cast<std::size_t>(node_columns) +
                                        static_cast<std::size_t>(i)];
            const Node corners[] = {corner[0], corner[1], corner[node_columns], corner[node_columns + 1]};
            if (!std::all_of(std::begin(corners), std::end(corners), [](const Node& n) { return n.on_earth; })) {
                continue;
            }
            const double fx = (x % block + 0.5) / block, fy = (y % block + 0.5) / block;
            const double weights[] = {(1 - fx) * (1 - fy), fx * (1 - fy), (1 - fx) * fy, fx * fy};
            double lon = 0, lat = 0;
            for (int k = 0; k < 4; ++k) {
                // Longitudes stay within 180° of the first corner, so a block across the antimeridian does not span the
                // Earth.
                const double near = corners[0].lon + geo::wrap_longitude(corners[k].lon - corners[0].lon);
                lon += weights[k] * near;
                lat += weights[k] * corners[k].lat;
            }
            const double light = brightness(relief, geo::wrap_longitude(lon), lat);
            std::uint8_t* pixel = &image.rgba[static_cast<std::size_t>(y * columns + x) * 4];
            pixel[0] = shaded(land.r, light);
            pixel[1] = shaded(land.g, light);
            pixel[2] = shaded(land.b, light);
            pixel[3] = 255;
        }
    }
    drawing.builder.image({std::make_shared<const Image>(std::move(image)), frame, 1.0});
    drawing.visible.relief = true;
}

} // namespace render
