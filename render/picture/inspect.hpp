#pragma once

#include "render/picture/picture.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace render {

/// The picture as text for golden tests: one command a line, numbers to 0.01 mm. A text is described by its words,
/// font, size, origin and width, never by glyph ids.
[[nodiscard]] std::string dump(const Picture&);

/// A tight rectangle around everything that the commands draw, stroke widths and halos included; empty when they draw
/// nothing.
[[nodiscard]] std::optional<Rect> bounds(const std::vector<Command>&);
[[nodiscard]] std::optional<Rect> bounds_of(const Command&);

/// Tags of the tagged groups under a point, topmost first. A stroke is hit within `reach_mm` or half its
/// width of its centre line, whichever is larger.
[[nodiscard]] std::vector<Tag> hit_test(const Picture&, Point, double reach_mm);

/// An index for many hit tests on one large picture; stores the box of each command. Gives the same results as
/// hit_test().
class HitIndex {
public:
    explicit HitIndex(std::shared_ptr<const Picture>);
    [[nodiscard]] std::vector<Tag> at(Point, double reach_mm) const;
    [[nodiscard]] const Picture& picture() const noexcept { return *m_picture; }

private:
    /// A command, its box and, for a large group, a node for each of the group's commands in drawing order.
    struct Node {
        const Command* command;
        Rect box;
        std::vector<Node> nodes; ///< empty: the command is tested as a whole
    };
    static void add_nodes(const std::vector<Command>&, std::vector<Node>&);
    static bool test(const std::vector<Node>&, Point, double reach_mm, std::vector<Tag>& found);

    std::shared_ptr<const Picture> m_picture;
    std::vector<Node> m_nodes;
};

} // namespace render
