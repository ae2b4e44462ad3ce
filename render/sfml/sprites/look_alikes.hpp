#pragma once

#include "render/picture/picture.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace render {

/// Finds what has been rasterised already: groups that draw the same about anchors that lie alike on the pixels, to
/// half a pixel.
class LookAlikes {
public:
    struct Made {
        Rect box;            ///< mm about the anchor
        std::uint32_t image; ///< Mesh::images
    };
    /// Empty: it draws nothing.
    using Entry = std::optional<Made>;

    explicit LookAlikes(double px_per_mm) : m_px_per_mm{px_per_mm} {}

    /// Fills and strokes alone: text stands exactly where it was set.
    [[nodiscard]] static bool can_have(const std::vector<Command>&);

    /// The entry of these commands, to be filled in when it is new. The commands must outlive this.
    [[nodiscard]] std::pair<Entry*, bool> look_up(const std::vector<Command>&, Point anchor);
    /// Where an anchor like this one stands for all that share its entry.
    [[nodiscard]] Point standing_at(Point anchor) const;

private:
    struct Known {
        const std::vector<Command>* commands;
        unsigned quarter; ///< of the pixel
        Entry made;
    };
    double m_px_per_mm;
    std::unordered_multimap<std::size_t, Known> m_known; ///< by a hash; nothing walks through it
};

} // namespace render
