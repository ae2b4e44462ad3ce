#pragma once

#include "render/picture/picture.hpp"

namespace render {

struct GroupOptions {
    Affine affine{};
    std::optional<Rect> clip{};
    double opacity = 1;
    std::optional<Point> anchor{};
    Tag tag{};
};

/// Fills a Picture. Groups are scopes: they close themselves.
class Builder {
public:
    Builder(double width_mm, double height_mm);

    class Scope { ///< ends the group when it goes
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
    /// Ends building. All scopes must be closed.
    [[nodiscard]] Picture take();

private:
    friend class Scope;
    void end_group();

    Picture m_picture;
    std::vector<Group> m_open;
};

} // namespace render
