#include "render/picture/builder.hpp"

#include <cassert>
#include <iterator>

namespace render {

Builder::Builder(double width_mm, double height_mm) {
    m_picture.width_mm = width_mm;
    m_picture.height_mm = height_mm;
}

Builder::Scope Builder::group(GroupOptions options) {
    assert((options.opacity == 1 || options.anchor) && "opacity is for anchored groups only");
    m_open.push_back(Group{.affine = options.affine,
                           .clip = options.clip,
                           .opacity = options.opacity,
                           .anchor = options.anchor,
                           .tag = std::move(options.tag),
                           .commands = {}});
    return Scope{*this};
}

void Builder::end_group() {
    assert(!m_open.empty());
    Group done = std::move(m_open.back());
    m_open.pop_back();
    if (!done.commands.empty()) add(Command{std::move(done)});
}

void Builder::fill(std::vector<Outline> outlines, Colour colour) {
    if (!outlines.empty()) add(Command{FillPath{std::move(outlines), colour}});
}

void Builder::stroke(StrokePath path) {
    if (!path.outlines.empty()) add(Command{std::move(path)});
}

void Builder::text(DrawText text) {
    if (!text.runs.empty()) add(Command{std::move(text)});
}

void Builder::image(DrawImage image) {
    if (image.image) add(Command{std::move(image)});
}

void Builder::add(Command command) {
    auto& into = m_open.empty() ? m_picture.commands : m_open.back().commands;
    into.push_back(std::move(command));
}

void Builder::append(std::vector<Command> commands) {
    auto& into = m_open.empty() ? m_picture.commands : m_open.back().commands;
    into.insert(into.end(), std::make_move_iterator(commands.begin()), std::make_move_iterator(commands.end()));
}

Picture Builder::take() {
    assert(m_open.empty() && "a group is still open");
    return std::move(m_picture);
}

} // namespace render
