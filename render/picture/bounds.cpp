#include "render/picture/inspect.hpp"
#include "render/picture/transform.hpp"

#include <algorithm>
#include <limits>

namespace render {
namespace {

/// A bounding box that starts empty and grows with each add().
struct Extent {
    double left = std::numeric_limits<double>::infinity(), top = left, right = -left, bottom = -left;

    void add(Point p, double around) noexcept {
        left = std::min(left, p.x - around);
        top = std::min(top, p.y - around);
        right = std::max(right, p.x + around);
        bottom = std::max(bottom, p.y + around);
    }
    void add(const Extent& other) noexcept {
        left = std::min(left, other.left);
        top = std::min(top, other.top);
        right = std::max(right, other.right);
        bottom = std::max(bottom, other.bottom);
    }
    void cut_to(const Extent& other) noexcept {
        left = std::max(left, other.left);
        top = std::max(top, other.top);
        right = std::min(right, other.right);
        bottom = std::min(bottom, other.bottom);
    }
    [[nodiscard]] bool empty() const noexcept { return left > right || top > bottom; }
};

Extent extent_of(const Rect& rect, const Affine& to_page) {
    Extent extent;
    for (const Point corner : {Point{rect.x, rect.y}, Point{rect.right(), rect.y}, Point{rect.x, rect.bottom()},
                               Point{rect.right(), rect.bottom()}}) {
        extent.add(apply(to_page, corner), 0);
    }
    return extent;
}

/// The tip of the mitre of a stroke's corner at `at`; empty when the mitre limit cuts it off.
std::optional<Point> mitre_tip(Point before, Point at, Point after, double half_width) {
    const double in = std::hypot(at.x - before.x, at.y - before.y), out = std::hypot(after.x - at.x, after.y - at.y);
    if (in == 0 || out == 0) return std::nullopt;
    const Point u{(at.x - before.x) / in, (at.y - before.y) / in}, v{(after.x - at.x) / out, (after.y - at.y) / out};
    // The tip lies along u - v; the mitre is 1 / cos(turn / 2) half widths long.
    const Point away{u.x - v.x, u.y - v.y};
    const double length = std::hypot(away.x, away.y);
    const double cos_half = std::sqrt(std::max(0.0, (1 + u.x * v.x + u.y * v.y) / 2));
    if (length == 0 || cos_half * mitre_limit < 1) return std::nullopt;
    const double reach = half_width / cos_half / length;
    return Point{at.x + away.x * reach, at.y + away.y * reach};
}

class Measurer {
public:
    Extent measure(const std::vector<Command>& commands, const Affine& to_page) {
        Extent all;
        for (const auto& command : commands)
            all.add(measure(command, to_page));
        return all;
    }
    Extent measure(const Command& command, const Affine& to_page) {
        return std::visit([&](const auto& c) { return extent(c, to_page); }, command.value);
    }

private:
    Extent extent(const FillPath& path, const Affine& to_page) {
        Extent extent;
        for (const auto& outline : path.outlines) {
            for (const auto& point : outline.points)
                extent.add(apply(to_page, point), 0);
        }
        return extent;
    }

    Extent extent(const StrokePath& path, const Affine& to_page) {
        Extent extent;
        const double half = path.width_mm / 2, around = half * scale_of(to_page);
        for (const auto& outline : path.outlines) {
            const auto& points = outline.points;
            const std::size_t n = points.size();
            for (std::size_t i = 0; i < n; ++i) {
                extent.add(apply(to_page, points[i]), around);
                const bool corner = outline.closed || (i > 0 && i + 1 < n);
                if (path.join != Join::Mitre || !corner || n < 3) continue;
                const auto tip = mitre_tip(points[(i + n - 1) % n], points[i], points[(i + 1) % n], half);
                if (tip) extent.add(apply(to_page, *tip), 0);
            }
        }
        return extent;
    }

    Extent extent(const DrawText& text, const Affine& to_page) {
        const auto box = text_box(text);
        return box ? extent_of(*box, compose(to_page, transform_of(text))) : Extent{};
    }

    Extent extent(const DrawImage& image, const Affine& to_page) { return extent_of(image.box, to_page); }

    Extent extent(const Group& group, const Affine& to_page) {
        const Affine inside = compose(to_page, transform_of(group));
        Extent all = measure(group.commands, inside);
        if (group.clip) all.cut_to(extent_of(*group.clip, inside));
        return all;
    }
};

} // namespace

std::optional<Rect> text_box(const DrawText& text) {
    Extent extent;
    for (const auto& run : text.runs) {
        const bool inked = run.ink.w > 0;
        // A run without ink has the ascent and descent of Inter.
        const Rect box = inked ? run.ink : Rect{run.x_mm, -0.97 * run.size_mm, run.advance_mm, 1.22 * run.size_mm};
        if (box.w > 0) extent.add(extent_of(box, {}));
    }
    if (extent.empty()) return std::nullopt;
    const double around = text.halo ? text.halo->width_mm : 0;
    return Rect{extent.left - around, extent.top - around, extent.right - extent.left + 2 * around,
                extent.bottom - extent.top + 2 * around};
}

namespace {

std::optional<Rect> rect_of(const Extent& all) {
    if (all.empty()) return std::nullopt;
    return Rect{all.left, all.top, all.right - all.left, all.bottom - all.top};
}

} // namespace

std::optional<Rect> bounds(const std::vector<Command>& commands) {
    return rect_of(Measurer{}.measure(commands, {}));
}

std::optional<Rect> bounds_of(const Command& command) {
    return rect_of(Measurer{}.measure(command, {}));
}

} // namespace render
