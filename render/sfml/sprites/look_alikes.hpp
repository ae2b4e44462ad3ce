#pragma once

#include "render/picture/picture.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace render {

/// Finds groups that have been rasterised already. Groups look alike if their commands are equal and their anchors are
/// in the same quarter of a pixel.
class LookAlikes {
public:
    struct PlacedImage {
        Rect box;            ///< mm, relative to the anchor
        std::uint32_t image; ///< index in Mesh::images
    };
    /// Empty when the group draws nothing.
    using Entry = std::optional<PlacedImage>;

    explicit LookAlikes(double px_per_mm) : m_px_per_mm{px_per_mm} {}

    /// Whether a group may share its image: it must have only fills and strokes, because text must not be shifted.
    [[nodiscard]] static bool can_share(const std::vector<Command>&);

    /// The entry of these commands, and whether it is new; the caller fills in a new entry. The commands must outlive
    /// this object.
    [[nodiscard]] std::pair<Entry*, bool> look_up(const std::vector<Command>&, Point anchor);
    /// The anchor at which a shared image is rasterised: the middle of the quarter pixel in which `anchor` is.
    [[nodiscard]] Point shared_anchor(Point anchor) const;

private:
    struct Known {
        const std::vector<Command>* commands;
        unsigned quarter; ///< of a pixel, 0..3
        Entry made;
    };
    double m_px_per_mm;
    std::unordered_multimap<std::size_t, Known> m_known; ///< by hash; never iterated, so its order has no effect
};

} // namespace render
