#include "render/sfml/sprites/look_alikes.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

namespace render {
namespace {

class Hash {
public:
    void add(std::uint64_t word) {
        m_value = (m_value ^ word) * 0x9e3779b97f4a7c15U;
        m_value ^= m_value >> 29;
    }
    void add(double number) { add(std::bit_cast<std::uint64_t>(number)); }
    void add(Colour c) { add(std::uint64_t{c.r} << 24 | std::uint64_t{c.g} << 16 | std::uint64_t{c.b} << 8 | c.a); }
    void add(const std::vector<Outline>& outlines) {
        for (const Outline& outline : outlines) {
            add(std::uint64_t{outline.points.size()});
            // A few points are enough to tell most shapes apart; equal() compares all points.
            for (std::size_t i = 0; i < outline.points.size(); i += 1 + outline.points.size() / 4) {
                add(outline.points[i].x);
                add(outline.points[i].y);
            }
        }
    }
    [[nodiscard]] std::uint64_t value() const { return m_value; }

private:
    std::uint64_t m_value = 0;
};

std::uint64_t hash_of(const std::vector<Command>& commands) {
    Hash hash;
    for (const Command& command : commands) {
        hash.add(std::uint64_t{command.value.index()});
        if (const auto* fill = std::get_if<FillPath>(&command.value)) {
            hash.add(fill->colour);
            hash.add(fill->outlines);
        } else if (const auto* stroke = std::get_if<StrokePath>(&command.value)) {
            hash.add(stroke->colour);
            hash.add(stroke->width_mm);
            hash.add(stroke->outlines);
        }
    }
    return hash.value();
}

bool equal(const std::vector<Outline>& a, const std::vector<Outline>& b) {
    return std::ranges::equal(
        a, b, [](const Outline& x, const Outline& y) { return x.closed == y.closed && x.points == y.points; });
}

bool equal(const Command& a, const Command& b) {
    if (const auto* x = std::get_if<FillPath>(&a.value), *y = std::get_if<FillPath>(&b.value); x != nullptr)
        return y != nullptr && x->colour == y->colour && equal(x->outlines, y->outlines);
    if (const auto* x = std::get_if<StrokePath>(&a.value), *y = std::get_if<StrokePath>(&b.value); x != nullptr)
        return y != nullptr && x->colour == y->colour && x->width_mm == y->width_mm && x->dash_mm == y->dash_mm &&
               x->cap == y->cap && x->join == y->join && equal(x->outlines, y->outlines);
    return false;
}

bool equal(const std::vector<Command>& a, const std::vector<Command>& b) {
    return std::ranges::equal(a, b, [](const Command& x, const Command& y) { return equal(x, y); });
}

unsigned half_of(double px) {
    return px - std::floor(px) < 0.5 ? 0 : 1;
}

} // namespace

bool LookAlikes::can_share(const std::vector<Command>& commands) {
    return std::ranges::all_of(commands, [](const Command& c) {
        return std::holds_alternative<FillPath>(c.value) || std::holds_alternative<StrokePath>(c.value);
    });
}

std::pair<LookAlikes::Entry*, bool> LookAlikes::look_up(const std::vector<Command>& commands, Point anchor) {
    const unsigned quarter = half_of(anchor.x * m_px_per_mm) + 2 * half_of(anchor.y * m_px_per_mm);
    const std::uint64_t hash = hash_of(commands) + quarter;
    const auto [first, last] = m_known.equal_range(hash);
    for (auto known = first; known != last; ++known)
        if (known->second.quarter == quarter && equal(*known->second.commands, commands))
            return {&known->second.made, false};
    return {&m_known.emplace(hash, Known{&commands, quarter, std::nullopt})->second.made, true};
}

Point LookAlikes::shared_anchor(Point anchor) const {
    const auto middle = [&](double mm) {
        const double px = mm * m_px_per_mm;
        return (std::floor(px) + (half_of(px) == 0 ? 0.25 : 0.75)) / m_px_per_mm;
    };
    return {middle(anchor.x), middle(anchor.y)};
}

} // namespace render
