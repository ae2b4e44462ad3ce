#include "render/picture/inspect.hpp"
#include "render/picture/rect.hpp"
#include "render/picture/transform.hpp"

#include <algorithm>
#include <cmath>

namespace render {
namespace {

double distance_to_segment(Point p, Point a, Point b) {
    const double dx = b.x - a.x, dy = b.y - a.y, length2 = dx * dx + dy * dy;
    const double t = length2 > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length2, 0.0, 1.0) : 0;
    return std::hypot(p.x - (a.x + t * dx), p.y - (a.y + t * dy));
}

/// A cheap test of the bounding box, which rules out nearly every outline of a crowded map.
bool may_be_near(const std::vector<Point>& points, Point p, double reach) {
    double left = INFINITY, top = INFINITY, right = -INFINITY, bottom = -INFINITY;
    for (const Point q : points) {
        left = std::min(left, q.x), right = std::max(right, q.x);
        top = std::min(top, q.y), bottom = std::max(bottom, q.y);
    }
    return p.x >= left - reach && p.x <= right + reach && p.y >= top - reach && p.y <= bottom + reach;
}

bool near_line(const std::vector<Outline>& outlines, Point p, double reach) {
    for (const auto& [points, closed] : outlines) {
        if (!may_be_near(points, p, reach)) continue;
        for (std::size_t i = 1; i < points.size(); ++i) {
            if (distance_to_segment(p, points[i - 1], points[i]) <= reach) return true;
        }
        if (closed && points.size() > 1 && distance_to_segment(p, points.back(), points.front()) <= reach) return true;
    }
    return false;
}

/// Even-odd rule. Open outlines count as closed, as they do in a fill.
bool inside(const std::vector<Outline>& outlines, Point p) {
    bool in = false;
    for (const auto& [points, closed] : outlines) {
        if (!may_be_near(points, p, 0)) continue;
        for (std::size_t i = 0, j = points.size() - 1; i < points.size(); j = i++) {
            const Point a = points[i], b = points[j];
            if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x) in = !in;
        }
    }
    return in;
}

class Tester {
public:
    explicit Tester(std::vector<Tag>& found) : m_found{found} {}

    /// Whether any of `commands` is at `p`. Adds the tags of the groups that are hit, topmost first.
    bool test(const std::vector<Command>& commands, Point p, double reach) {
        bool hit = false;
        std::for_each(commands.rbegin(), commands.rend(),
                      [&](const Command& command) { hit = test(command, p, reach) || hit; });
        return hit;
    }
    bool test(const Command& command, Point p, double reach) {
        return std::visit([&](const auto& c) { return is_at(c, p, reach); }, command.value);
    }

private:
    static bool is_at(const FillPath& path, Point p, double) { return inside(path.outlines, p); }
    static bool is_at(const StrokePath& path, Point p, double reach) {
        return near_line(path.outlines, p, std::max(reach, path.width_mm / 2));
    }
    static bool is_at(const DrawText& text, Point p, double) {
        const auto box = text_box(text);
        const auto into = inverse(transform_of(text));
        return box && into && contains(*box, apply(*into, p));
    }
    static bool is_at(const DrawImage& image, Point p, double) { return contains(image.box, p); }

    bool is_at(const Group& group, Point p, double reach) {
        const auto transform = transform_of(group);
        const auto into = inverse(transform);
        if (!into) return false;
        const Point q = apply(*into, p);
        if (group.clip && !contains(*group.clip, q)) return false;
        const bool hit = test(group.commands, q, reach / scale_of(transform));
        if (hit && group.tag != Tag{}) m_found.push_back(group.tag);
        return hit;
    }

    std::vector<Tag>& m_found;
};

} // namespace

std::vector<Tag> hit_test(const Picture& picture, Point point, double reach_mm) {
    std::vector<Tag> found;
    Tester{found}.test(picture.commands, point, reach_mm);
    return found;
}

HitIndex::HitIndex(std::shared_ptr<const Picture> picture) : m_picture{std::move(picture)} {
    add_nodes(m_picture->commands, m_nodes);
}

void HitIndex::add_nodes(const std::vector<Command>& commands, std::vector<Node>& nodes) {
    constexpr std::size_t small_group = 8; // commands; a larger group is worth a node for each of them
    for (const Command& command : commands) {
        const auto box = bounds_of(command);
        if (!box) continue;
        nodes.push_back({&command, *box, {}});
        // A group with a transform or an anchor has its own coordinates, so it is tested as a whole.
        const auto* group = std::get_if<Group>(&command.value);
        const bool worth_nodes = group && (group->commands.size() > small_group || group->clip);
        if (worth_nodes && group->affine == Affine{} && !group->anchor) add_nodes(group->commands, nodes.back().nodes);
    }
}

bool HitIndex::test(const std::vector<Node>& nodes, Point p, double reach, std::vector<Tag>& found) {
    bool hit = false;
    std::for_each(nodes.rbegin(), nodes.rend(), [&](const Node& node) {
        const Rect& box = node.box;
        if (!contains(grown(box, reach), p)) return;
        if (node.nodes.empty()) {
            hit = Tester{found}.test(*node.command, p, reach) || hit;
            return;
        }
        const auto& group = std::get<Group>(node.command->value);
        if ((group.clip && !contains(*group.clip, p)) || !test(node.nodes, p, reach, found)) return;
        hit = true;
        if (group.tag != Tag{}) found.push_back(group.tag);
    });
    return hit;
}

std::vector<Tag> HitIndex::at(Point point, double reach_mm) const {
    std::vector<Tag> found;
    test(m_nodes, point, reach_mm, found);
    return found;
}

} // namespace render
