#include "render/cairo/play.hpp"

#include "render/picture/inspect.hpp"
#include "render/picture/transform.hpp"
#include "render/text/c_handles.hpp"
#include "render/text/font_files.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace render {
namespace {

void set_colour(cairo_t* cairo, Colour c) {
    cairo_set_source_rgba(cairo, c.r / 255.0, c.g / 255.0, c.b / 255.0, c.a / 255.0);
}

void trace(cairo_t* cairo, const std::vector<Outline>& outlines) {
    cairo_new_path(cairo);
    for (const auto& outline : outlines) {
        if (outline.points.empty()) continue;
        cairo_move_to(cairo, outline.points[0].x, outline.points[0].y);
        for (std::size_t i = 1; i < outline.points.size(); ++i) {
            cairo_line_to(cairo, outline.points[i].x, outline.points[i].y);
        }
        if (outline.closed) cairo_close_path(cairo);
    }
}

/// Converts the image to Cairo's pixel format: 32 bits in native byte order, premultiplied.
CairoSurfacePtr surface_of(const Image& image) {
    CairoSurfacePtr surface{cairo_image_surface_create(CAIRO_FORMAT_ARGB32, image.width, image.height)};
    cairo_surface_flush(surface.get());
    auto* bytes = cairo_image_surface_get_data(surface.get());
    if (bytes == nullptr) return surface;
    const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface.get()));
    const auto width = static_cast<std::size_t>(image.width);
    for (std::size_t y = 0; y < static_cast<std::size_t>(image.height); ++y) {
        const auto* in = image.rgba.data() + y * width * 4;
        auto* out = reinterpret_cast<std::uint32_t*>(bytes + y * stride);
        for (std::size_t x = 0; x < width; ++x, in += 4) {
            const std::uint32_t a = in[3];
            const auto premultiplied = [&](std::uint32_t channel) {
                return (channel * a + 127) / 255;
            };
            out[x] = a << 24 | premultiplied(in[0]) << 16 | premultiplied(in[1]) << 8 | premultiplied(in[2]);
        }
    }
    cairo_surface_mark_dirty(surface.get());
    return surface;
}

class Player {
public:
    Player(cairo_t* cairo, Medium medium) : m_cairo{cairo}, m_medium{medium} {}

    void play(const std::vector<Command>& commands) {
        for (const auto& command : commands) {
            std::visit(Overloaded{[&](const FillPath& c) { fill(c); }, [&](const StrokePath& c) { stroke(c); },
                                  [&](const DrawText& c) { text(c); }, [&](const DrawImage& c) { image(c); },
                                  [&](const Group& c) {
                                      group(c);
                                  }},
                       command.value);
        }
    }

private:
    void fill(const FillPath& path) {
        trace(m_cairo, path.outlines);
        set_colour(m_cairo, path.colour);
        cairo_set_fill_rule(m_cairo, CAIRO_FILL_RULE_EVEN_ODD);
        cairo_fill(m_cairo);
    }

    void stroke(const StrokePath& path) {
        trace(m_cairo, path.outlines);
        set_colour(m_cairo, path.colour);
        cairo_set_line_width(m_cairo, path.width_mm);
        cairo_set_line_cap(m_cairo, path.cap == Cap::Round ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
        cairo_set_line_join(m_cairo, path.join == Join::Round ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER);
        // A dash pattern of zero lengths would put the context into an error state.
        const bool dashed = std::ranges::any_of(path.dash_mm, [](double length) { return length > 0; });
        cairo_set_dash(m_cairo, path.dash_mm.data(), dashed ? static_cast<int>(path.dash_mm.size()) : 0, 0);
        cairo_stroke(m_cairo);
    }

    void choose_font(const Run& run) {
        cairo_set_font_face(m_cairo, cairo_face(run.font));
        cairo_set_font_size(m_cairo, run.size_mm);
        cairo_set_font_options(m_cairo, text_font_options());
        m_glyphs.clear();
        for (const auto& glyph : run.glyphs)
            m_glyphs.push_back({glyph.id, glyph.x, glyph.y});
    }

    void trace_glyphs(const DrawText& text) {
        cairo_new_path(m_cairo);
        for (const auto& run : text.runs) {
            choose_font(run);
            cairo_glyph_path(m_cairo, m_glyphs.data(), static_cast<int>(m_glyphs.size()));
        }
    }

    void show_glyphs(const Run& run) {
        choose_font(run);
        m_clusters.clear();
        for (const auto& cluster : run.clusters)
            m_clusters.push_back({cluster.bytes, cluster.glyphs});
        cairo_show_text_glyphs(m_cairo, run.utf8.data(), static_cast<int>(run.utf8.size()), m_glyphs.data(),
                               static_cast<int>(m_glyphs.size()), m_clusters.data(),
                               static_cast<int>(m_clusters.size()), cairo_text_cluster_flags_t{});
    }

    void transform(const Affine& a) {
        const cairo_matrix_t matrix{a.xx, a.yx, a.xy, a.yy, a.x0, a.y0};
        cairo_transform(m_cairo, &matrix);
    }

    /// A page is drawn in two halves, and about half of all texts are in the other half: their outlines are not needed.
    bool is_clipped_away(const DrawText& text) {
        const auto box = text_box(text);
        if (!box) return true;
        double left = 0, top = 0, right = 0, bottom = 0;
        cairo_clip_extents(m_cairo, &left, &top, &right, &bottom);
        return box->right() < left || box->x > right || box->bottom() < top || box->y > bottom;
    }

    void text(const DrawText& text) {
        cairo_save(m_cairo);
        transform(transform_of(text));
        if (is_clipped_away(text)) {
            cairo_restore(m_cairo);
            return;
        }
        const bool filled_as_path = m_medium == Medium::Pixels;
        if (text.halo || filled_as_path) trace_glyphs(text);
        if (text.halo) {
            cairo_set_dash(m_cairo, nullptr, 0, 0);
            set_colour(m_cairo, text.halo->colour);
            cairo_set_line_width(m_cairo, 2 * text.halo->width_mm);
            cairo_set_line_cap(m_cairo, CAIRO_LINE_CAP_ROUND);
            cairo_set_line_join(m_cairo, CAIRO_LINE_JOIN_ROUND);
            if (filled_as_path) { // takes half the time, and finer edges of a halo would not be seen
                cairo_set_antialias(m_cairo, CAIRO_ANTIALIAS_FAST);
            }
            cairo_stroke_preserve(m_cairo);
            cairo_set_antialias(m_cairo, CAIRO_ANTIALIAS_DEFAULT);
        }
        set_colour(m_cairo, text.colour);
        if (filled_as_path) {
            cairo_set_fill_rule(m_cairo, CAIRO_FILL_RULE_WINDING);
            cairo_fill(m_cairo);
        } else {
            for (const auto& run : text.runs)
                show_glyphs(run);
        }
        cairo_new_path(m_cairo);
        cairo_restore(m_cairo);
    }

    void image(const DrawImage& command) {
        const auto& image = *command.image;
        if (image.width <= 0 || image.height <= 0) return;
        const auto surface = surface_of(image);
        cairo_save(m_cairo);
        cairo_rectangle(m_cairo, command.box.x, command.box.y, command.box.w, command.box.h);
        cairo_clip(m_cairo);
        cairo_translate(m_cairo, command.box.x, command.box.y);
        cairo_scale(m_cairo, command.box.w / image.width, command.box.h / image.height);
        cairo_set_source_surface(m_cairo, surface.get(), 0, 0);
        auto* pattern = cairo_get_source(m_cairo);
        cairo_pattern_set_filter(pattern, CAIRO_FILTER_GOOD);
        cairo_pattern_set_extend(pattern, CAIRO_EXTEND_PAD); // the edges must not blend with transparent pixels
        cairo_paint_with_alpha(m_cairo, command.opacity);
        cairo_restore(m_cairo);
    }

    /// Clips to the whole pixels around the box, so that nothing is cut off and no edge is softened.
    void clip_to_pixels_of(const Rect& box) {
        double left = INFINITY, top = INFINITY, right = -INFINITY, bottom = -INFINITY;
        for (Point corner : {Point{box.x, box.y}, Point{box.right(), box.y}, Point{box.x, box.bottom()},
                             Point{box.right(), box.bottom()}}) {
            cairo_user_to_device(m_cairo, &corner.x, &corner.y);
            left = std::min(left, corner.x), right = std::max(right, corner.x);
            top = std::min(top, corner.y), bottom = std::max(bottom, corner.y);
        }
        left = std::floor(left) - 1, top = std::floor(top) - 1;
        cairo_matrix_t user;
        cairo_get_matrix(m_cairo, &user);
        cairo_identity_matrix(m_cairo);
        cairo_rectangle(m_cairo, left, top, std::ceil(right) + 1 - left, std::ceil(bottom) + 1 - top);
        cairo_clip(m_cairo);
        cairo_set_matrix(m_cairo, &user);
    }

    void group(const Group& group) {
        cairo_save(m_cairo);
        transform(transform_of(group));
        if (group.clip) {
            cairo_rectangle(m_cairo, group.clip->x, group.clip->y, group.clip->w, group.clip->h);
            cairo_clip(m_cairo);
        }
        if (group.opacity >= 1) {
            play(group.commands);
        } else if (const auto box = bounds(group.commands); box && group.opacity > 0) {
            // Cairo allocates a surface as large as the clip: without this each faded symbol would cost a whole page.
            if (m_medium == Medium::Pixels) clip_to_pixels_of(*box);
            cairo_push_group(m_cairo);
            play(group.commands);
            cairo_pop_group_to_source(m_cairo);
            cairo_paint_with_alpha(m_cairo, group.opacity);
        }
        cairo_restore(m_cairo);
    }

    cairo_t* m_cairo;
    Medium m_medium;
    std::vector<cairo_glyph_t> m_glyphs;
    std::vector<cairo_text_cluster_t> m_clusters;
};

} // namespace

void play(cairo_t* cairo, const std::vector<Command>& commands, Medium medium) {
    cairo_set_miter_limit(cairo, mitre_limit);
    Player{cairo, medium}.play(commands);
}

} // namespace render
