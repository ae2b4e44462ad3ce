#include "render/text/glyph_path.hpp"

#include "render/text/c_handles.hpp"
#include "render/text/font_files.hpp"

namespace render {
namespace {

/// A context without pixels, for collecting glyph outlines.
CairoPtr measuring_context() {
    const CairoSurfacePtr surface{cairo_recording_surface_create(CAIRO_CONTENT_ALPHA, nullptr)};
    return CairoPtr{cairo_create(surface.get())};
}

struct OwnedPath {
    cairo_path_t* path;
    ~OwnedPath() { cairo_path_destroy(path); }
};

/// Device units per em while outlines are collected: enough to hide the steps of Cairo's fixed point (1/256 unit).
constexpr double units_per_em = 256;

template <class CopyPath>
std::vector<PathStep> steps_of(const Run& run, CopyPath copy_path) {
    const auto context = measuring_context();
    cairo_scale(context.get(), units_per_em / run.size_mm, units_per_em / run.size_mm);
    cairo_set_font_face(context.get(), cairo_face(run.font));
    cairo_set_font_size(context.get(), run.size_mm);
    cairo_set_font_options(context.get(), text_font_options());
    std::vector<cairo_glyph_t> glyphs;
    for (const auto& glyph : run.glyphs)
        glyphs.push_back({glyph.id, glyph.x, glyph.y});
    cairo_glyph_path(context.get(), glyphs.data(), static_cast<int>(glyphs.size()));
    const OwnedPath held{copy_path(context.get())};

    std::vector<PathStep> steps;
    const cairo_path_t& path = *held.path;
    for (int i = 0; i < path.num_data; i += path.data[i].header.length) {
        const auto* data = path.data + i;
        const auto point = [&](int n) {
            return Point{data[n].point.x, data[n].point.y};
        };
        switch (data->header.type) {
        case CAIRO_PATH_MOVE_TO:
            steps.push_back({PathStep::Kind::Move, {point(1)}});
            break;
        case CAIRO_PATH_LINE_TO:
            steps.push_back({PathStep::Kind::Line, {point(1)}});
            break;
        case CAIRO_PATH_CURVE_TO:
            steps.push_back({PathStep::Kind::Cubic, {point(1), point(2), point(3)}});
            break;
        case CAIRO_PATH_CLOSE_PATH:
            steps.push_back({PathStep::Kind::Close, {}});
            break;
        }
    }
    // Cairo adds a move after each closed path; a move at the end draws nothing.
    while (!steps.empty() && steps.back().kind == PathStep::Kind::Move)
        steps.pop_back();
    return steps;
}

} // namespace

std::vector<PathStep> glyph_path(const Run& run) {
    return steps_of(run, cairo_copy_path);
}

std::vector<Outline> glyph_outlines(const Run& run, double tolerance_mm) {
    const auto steps = steps_of(run, [&](cairo_t* context) {
        cairo_set_tolerance(context, tolerance_mm * units_per_em / run.size_mm);
        return cairo_copy_path_flat(context);
    });
    std::vector<Outline> outlines;
    for (const auto& step : steps) {
        if (step.kind == PathStep::Kind::Move) {
            outlines.emplace_back();
            outlines.back().closed = true;
        }
        if (step.kind != PathStep::Kind::Close) outlines.back().points.push_back(step.points[0]);
    }
    std::erase_if(outlines, [](const Outline& outline) { return outline.points.size() < 3; });
    return outlines;
}

} // namespace render
