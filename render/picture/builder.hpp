#pragma once

#include "render/picture/picture.hpp"

namespace render {

struct GroupOptions {
    Affine affine{};
    std::optional<Rect> clip{};
    double opacity = 1; ///< below 1 only with an anchor
    std::optional<Point> anchor{};
    Tag tag{};
};

/// Builds a Picture. Commands that draw nothing and groups without commands are dropped.
class Builder {
public:
    Builder(double width_mm, double height_mm);

    class Scope { ///< ends the group when destroyed
    public:
        explicit Scope(Builder& b) noexcept : m_builder{&b} {}
        Scope(const Scope&) = delete;
        Scope& operator=(const Scope&) = delete;
        ~Scope() { m_builder->end_group(); }

    private:
        Builder* m_builder;
    };

    [[nodiscard]] Scope group(GroupOptions);
    void fill(std::vector<Outline>, Colour);
    void stroke(StrokePath);
    void text(DrawText);
    void image(DrawImage);
    void add(Command);
    void append(std::vector<Command>);

    [[nodiscard]] Picture& picture() noexcept { return m_picture; }
    /// Returns the finished picture. All scopes must have ended.
    [[nodiscard]] Picture take();

private:
    friend class Scope;
    void end_group();

    Picture m_picture;
    std::vector<Group> m_open;
};

} // namespace render
