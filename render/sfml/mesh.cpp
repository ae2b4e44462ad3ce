#include "render/sfml/mesh.hpp"

#include "render/cairo/sprite.hpp"
#include "render/picture/colour.hpp"
#include "render/picture/rect.hpp"
#include "render/picture/transform.hpp"
#include "render/sfml/marks.hpp"
#include "render/sfml/sprites/look_alikes.hpp"
#include "render/sfml/stroke.hpp"
#include "render/sfml/tessellate.hpp"

#include <algorithm>
#include <cmath>

namespace render {
namespace {

/// The combined transform, clip and opacity of the groups around a command.
struct Context {
    Affine to_page{};
    std::optional<Rect> clip; ///< page mm
    double opacity = 1;
};

/// The upright rectangle around a rectangle that `to_page` may rotate.
Rect on_page(const Rect& rect, const Affine& to_page) {
    const Point a = apply(to_page, {rect.x, rect.y}), b = apply(to_page, {rect.right(), rect.y}),
                c = apply(to_page, {rect.x, rect.bottom()}), d = apply(to_page, {rect.right(), rect.bottom()});
    const auto [left, right] = std::minmax({a.x, b.x, c.x, d.x});
    const auto [top, bottom] = std::minmax({a.y, b.y, c.y, d.y});
    return {left, top, right - left, bottom - top};
}

/// In a picture with more anchored groups than this, groups that look alike share an image.
constexpr std::size_t share_from = 1000;

std::size_t anchored_groups(const std::vector<Command>& commands) {
    std::size_t count = 0;
    for (const Command& command : commands)
        if (const auto* group = std::get_if<Group>(&command.value))
            count += group->anchor ? 1 : anchored_groups(group->commands);
    return count;
}

class Mesher {
public:
    Mesher(const Picture& picture, double px_per_mm) {
        m_mesh.width_mm = picture.width_mm;
        m_mesh.height_mm = picture.height_mm;
        m_mesh.px_per_mm = px_per_mm;
        m_mesh.background = picture.background;
        if (anchored_groups(picture.commands) > share_from) m_look_alikes.emplace(px_per_mm);
    }

    void play(const std::vector<Command>& commands, const Context& around) {
        for (const auto& command : commands) {
            std::visit(
                Overloaded{[&](const FillPath& c) { fill(c, around); }, [&](const StrokePath& c) { stroke(c, around); },
                           [&](const DrawText& c) { text(c, around); }, [&](const DrawImage& c) { image(c, around); },
                           [&](const Group& c) {
                               group(c, around);
                           }},
                command.value);
        }
    }

    Mesh take() {
        close_batch();
        end_marks();
        return std::move(m_mesh);
    }

private:
    /// Starts a batch for the triangles that follow, which are clipped to this rectangle.
    void open_batch(const std::optional<Rect>& clip) {
        if (clip == m_clip) return;
        close_batch();
        m_clip = clip;
    }

    void close_batch() {
        if (m_mesh.indices.size() > m_first)
            m_mesh.batches.push_back({m_first, m_mesh.indices.size() - m_first, m_clip});
        m_first = m_mesh.indices.size();
    }

    static std::vector<Outline> on_page(const std::vector<Outline>& outlines, const Affine& to_page) {
        auto moved = outlines;
        for (auto& outline : moved)
            for (auto& p : outline.points)
                p = apply(to_page, p);
        return moved;
    }

    void fill(const FillPath& path, const Context& around) {
        const Colour colour = faded(path.colour, around.opacity);
        if (colour.a == 0) return;
        open_batch(around.clip);
        const auto shape =
            around.to_page == Affine{} ? tessellate(path.outlines) : tessellate(on_page(path.outlines, around.to_page));
        add(shape, colour);
    }

    /// Moves the rim of a fill half a pixel inwards and adds a band one pixel wide along the rim, in which the colour
    /// fades out. This makes edges as smooth as those of a line, for translucent colours too.
    void add(const Tessellation& shape, Colour colour) {
        struct Corner {
            Point normals{}; ///< sum of the inward normals of its edges
            int edges = 0;
            std::uint32_t outside = 0; ///< its vertex on the outer side of the band
        };
        std::vector<Corner> corners(shape.points.size());
        for (const auto& [a, b] : shape.rim) {
            const Point p = shape.points[a], q = shape.points[b];
            const double length = std::hypot(q.x - p.x, q.y - p.y);
            if (length == 0) continue;
            for (const auto end : {a, b}) {
                corners[end].normals.x += (p.y - q.y) / length;
                corners[end].normals.y += (q.x - p.x) / length;
                ++corners[end].edges;
            }
        }
        const auto base = static_cast<std::uint32_t>(m_mesh.vertices.size());
        const auto vertex = [&](Point at, Point offset, float fade) {
            m_mesh.vertices.push_back({static_cast<float>(at.x),
                                       static_cast<float>(at.y),
                                       static_cast<float>(offset.x),
                                       static_cast<float>(offset.y),
                                       0,
                                       -1,
                                       fade,
                                       {colour.r, colour.g, colour.b, colour.a}});
        };
        std::vector<Point> inwards(shape.points.size());
        for (std::size_t i = 0; i < corners.size(); ++i) {
            // If s is the sum of two unit normals, moving both edges by d moves their corner by d * 2 s / |s|^2.
            const Point s = corners[i].normals;
            const double square = s.x * s.x + s.y * s.y;
            const double edges = corners[i].edges;
            if (square > 1e-12) inwards[i] = {0.5 * edges * s.x / square, 0.5 * edges * s.y / square};
            const double length = std::hypot(inwards[i].x, inwards[i].y);
            constexpr double longest = 1; // pixels; limits the shift at sharp corners
            if (length > longest) inwards[i] = {inwards[i].x * longest / length, inwards[i].y * longest / length};
            vertex(shape.points[i], inwards[i], 1);
        }
        for (std::size_t i = 0; i < corners.size(); ++i) {
            if (corners[i].edges == 0) continue;
            corners[i].outside = static_cast<std::uint32_t>(m_mesh.vertices.size());
            vertex(shape.points[i], {-inwards[i].x, -inwards[i].y}, 0);
        }
        for (const auto& [a, b, c] : shape.triangles)
            m_mesh.indices.insert(m_mesh.indices.end(), {base + a, base + b, base + c});
        for (const auto& [a, b] : shape.rim) {
            if (corners[a].edges == 0 || corners[b].edges == 0) continue;
            const std::uint32_t out_a = corners[a].outside, out_b = corners[b].outside;
            m_mesh.indices.insert(m_mesh.indices.end(), {base + a, out_a, out_b, base + a, out_b, base + b});
        }
    }

    void stroke(const StrokePath& path, const Context& around) {
        const Colour colour = faded(path.colour, around.opacity);
        const double scale = scale_of(around.to_page);
        if (colour.a == 0 || !(path.width_mm > 0) || !(scale > 0)) return;
        open_batch(around.clip);
        const StrokeLook look{path.width_mm * scale * m_mesh.px_per_mm / 2, path.cap, path.join, colour};
        double period_mm = 0;
        for (const double length : path.dash_mm)
            period_mm += std::max(length, 0.0);
        // A pattern finer than a tenth of a pixel is invisible, and cutting it would give far too many pieces.
        const bool dashed = period_mm * scale * m_mesh.px_per_mm > 0.1;
        for (const auto& outline : path.outlines) {
            if (!dashed) {
                mesh_stroke(m_mesh, moved(outline, around.to_page), look);
                continue;
            }
            for (const auto& piece : cut_dashes(outline, path.dash_mm))
                mesh_stroke(m_mesh, moved(piece, around.to_page), look);
        }
    }

    static Outline moved(const Outline& outline, const Affine& to_page) {
        Outline copy = outline;
        if (to_page != Affine{})
            for (auto& p : copy.points)
                p = apply(to_page, p);
        return copy;
    }

    void text(const DrawText& text, const Context& around) {
        Group alone;
        alone.anchor = text.origin_mm;
        alone.commands.push_back({text});
        auto& moved_text = std::get<DrawText>(alone.commands.back().value);
        moved_text.origin_mm = {0, 0};
        sprite(alone, around);
    }

    void sprite(const Group& group, const Context& around) {
        const auto opacity = static_cast<float>(std::clamp(group.opacity * around.opacity, 0.0, 1.0));
        if (opacity == 0) return;
        const Point anchor = apply(around.to_page, *group.anchor);
        const bool plain = !group.clip && group.affine == Affine{} && only_moves(around.to_page);
        if (m_look_alikes && plain && LookAlikes::can_share(group.commands)) {
            const auto [made, is_new] = m_look_alikes->look_up(group.commands, anchor);
            if (is_new) {
                Group shared;
                shared.anchor = m_look_alikes->shared_anchor(anchor);
                shared.commands = group.commands;
                *made = rasterised(shared, {}, *shared.anchor);
            }
            if (*made) add({anchor, (*made)->box, (*made)->image, opacity, around.clip});
            return;
        }
        end_marks();
        if (const auto made = rasterised(group, around.to_page, anchor))
            m_mesh.sprites.push_back({anchor, made->box, made->image, opacity, around.clip});
    }

    void add(const Sprite& sprite) {
        if (!m_marks.empty() && m_marks.back().clip != sprite.clip) end_marks();
        const SpriteImage& image = m_mesh.images[sprite.image];
        if (std::max(image.width, image.height) <= largest_mark_px) {
            m_marks.push_back(sprite);
            return;
        }
        end_marks();
        m_mesh.sprites.push_back(sprite);
    }

    /// Moves the pending marks to the sprites; if there are very many, as one merged sprite.
    void end_marks() {
        const auto merged = m_marks.size() >= merge_marks_from ? merge_marks(m_marks, m_mesh) : std::nullopt;
        if (merged)
            m_mesh.sprites.push_back(*merged);
        else
            m_mesh.sprites.insert(m_mesh.sprites.end(), m_marks.begin(), m_marks.end());
        m_marks.clear();
    }

    /// Rasterises a group and adds the result to the images; empty when the group draws nothing.
    std::optional<LookAlikes::PlacedImage> rasterised(const Group& group, const Affine& to_page, Point anchor) {
        auto bitmap = rasterise_sprite(group, to_page, m_mesh.px_per_mm);
        if (bitmap.width == 0 || bitmap.height == 0) return std::nullopt;
        const double mm = 1 / m_mesh.px_per_mm;
        const Rect box{bitmap.left_px * mm - anchor.x, bitmap.top_px * mm - anchor.y, bitmap.width * mm,
                       bitmap.height * mm};
        m_mesh.images.push_back({bitmap.width, bitmap.height, std::move(bitmap.rgba), {}});
        return LookAlikes::PlacedImage{box, static_cast<std::uint32_t>(m_mesh.images.size() - 1)};
    }

    static bool only_moves(const Affine& a) { return a == Affine{.x0 = a.x0, .y0 = a.y0}; }

    void image(const DrawImage& command, const Context& around) {
        const auto& source = *command.image;
        if (source.width <= 0 || source.height <= 0) return;
        close_batch();
        MeshImage made{source, render::on_page(command.box, around.to_page),
                       std::clamp(command.opacity * around.opacity, 0.0, 1.0)};
        for (std::size_t i = 0; i + 3 < made.image.rgba.size(); i += 4) {
            const unsigned alpha = made.image.rgba[i + 3];
            for (std::size_t c = 0; c < 3; ++c)
                made.image.rgba[i + c] = static_cast<std::uint8_t>((made.image.rgba[i + c] * alpha + 127) / 255);
        }
        m_mesh.batches.push_back({m_first, 0, around.clip, std::make_shared<const MeshImage>(std::move(made))});
    }

    void group(const Group& group, const Context& around) {
        if (group.anchor) {
            sprite(group, around);
            return;
        }
        Context inside = around;
        inside.to_page = compose(around.to_page, group.affine);
        inside.opacity *= group.opacity;
        if (group.clip) {
            const Rect clip = render::on_page(*group.clip, inside.to_page);
            inside.clip = around.clip ? common_part(*around.clip, clip) : clip;
        }
        play(group.commands, inside);
    }

    Mesh m_mesh{};
    std::size_t m_first = 0; ///< first index of the open batch
    std::optional<Rect> m_clip;
    std::vector<Sprite> m_marks;             ///< small sprites that are not yet in the mesh
    std::optional<LookAlikes> m_look_alikes; ///< only for pictures with very many symbols
};

} // namespace

Mesh make_mesh(const Picture& picture, double px_per_mm) {
    Mesher mesher{picture, px_per_mm};
    mesher.play(picture.commands, {});
    return mesher.take();
}

} // namespace render
