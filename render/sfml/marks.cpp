#include "render/sfml/marks.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace render {
namespace {

struct PixelBox {
    int left, top, right, bottom;
};

PixelBox pixels_of(const Sprite& mark, const Mesh& mesh) {
    const SpriteImage& image = mesh.images[mark.image];
    const auto left = static_cast<int>(std::lround((mark.anchor.x + mark.box.x) * mesh.px_per_mm));
    const auto top = static_cast<int>(std::lround((mark.anchor.y + mark.box.y) * mesh.px_per_mm));
    return {left, top, left + image.width, top + image.height};
}

/// Blends `image` over `onto`; both have premultiplied alpha.
void blend(SpriteImage& onto, const SpriteImage& image, const PixelBox& at, const PixelBox& onto_at, float opacity) {
    const auto share = static_cast<unsigned>(std::lround(opacity * 256));
    const int from_x = std::max(at.left, onto_at.left), to_x = std::min(at.right, onto_at.right);
    for (int y = std::max(at.top, onto_at.top); y < std::min(at.bottom, onto_at.bottom); ++y) {
        const auto row = static_cast<std::size_t>(y - at.top) * static_cast<std::size_t>(image.width);
        const auto onto_row = static_cast<std::size_t>(y - onto_at.top) * static_cast<std::size_t>(onto.width);
        for (int x = from_x; x < to_x; ++x) {
            const std::uint8_t* s = &image.rgba[(row + static_cast<std::size_t>(x - at.left)) * 4];
            if (s[3] == 0) continue;
            std::uint8_t* d = &onto.rgba[(onto_row + static_cast<std::size_t>(x - onto_at.left)) * 4];
            const unsigned rest = 255 - (s[3] * share >> 8);
            for (int c = 0; c < 4; ++c)
                d[c] = static_cast<std::uint8_t>((s[c] * share >> 8) + (d[c] * rest + 127) / 255);
        }
    }
}

/// Remembers which cells of an image contain marks, so that sea without ships is not drawn.
class Occupied {
public:
    Occupied(int width, int height)
        : m_width{width}, m_height{height}, m_columns{width / cell + 1}, m_rows{height / cell + 1} {
        m_cells.assign(static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows), 0);
    }
    void add(int left, int top, int right, int bottom) {
        for (int y = std::max(0, top / cell); y <= std::min(bottom / cell, m_rows - 1); ++y)
            for (int x = std::max(0, left / cell); x <= std::min(right / cell, m_columns - 1); ++x)
                m_cells[index(x, y)] = 1;
    }
    [[nodiscard]] std::vector<SpriteImage::Part> parts() const {
        std::vector<SpriteImage::Part> found;
        for (int y = 0; y < m_rows; ++y)
            for (int x = 0; x < m_columns; ++x) {
                const int first = x;
                while (x < m_columns && m_cells[index(x, y)] != 0)
                    ++x;
                const int width = std::min(x * cell, m_width) - first * cell;
                const int height = std::min((y + 1) * cell, m_height) - y * cell;
                if (x > first && width > 0 && height > 0) found.push_back({first * cell, y * cell, width, height});
            }
        return found;
    }

private:
    static constexpr int cell = 32;
    [[nodiscard]] std::size_t index(int x, int y) const {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(m_columns) + static_cast<std::size_t>(x);
    }
    int m_width, m_height, m_columns, m_rows;
    std::vector<char> m_cells;
};

} // namespace

std::optional<Sprite> merge_marks(const std::vector<Sprite>& marks, Mesh& mesh) {
    constexpr int largest_px = 4096; // texture side that every graphics card supports
    const PixelBox page{0, 0, static_cast<int>(std::ceil(mesh.width_mm * mesh.px_per_mm)),
                        static_cast<int>(std::ceil(mesh.height_mm * mesh.px_per_mm))};
    PixelBox box{page.right, page.bottom, 0, 0};
    for (const Sprite& mark : marks) {
        const PixelBox at = pixels_of(mark, mesh);
        box = {std::min(box.left, at.left), std::min(box.top, at.top), std::max(box.right, at.right),
               std::max(box.bottom, at.bottom)};
    }
    box = {std::max(box.left, 0), std::max(box.top, 0), std::min(box.right, page.right),
           std::min(box.bottom, page.bottom)};
    const int width = box.right - box.left, height = box.bottom - box.top;
    if (width <= 0 || height <= 0 || width > largest_px || height > largest_px) return std::nullopt;

    SpriteImage all{width, height, {}, {}};
    all.rgba.assign(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4, 0);
    Occupied occupied{width, height};
    for (const Sprite& mark : marks) {
        const PixelBox at = pixels_of(mark, mesh);
        blend(all, mesh.images[mark.image], at, box, mark.opacity);
        occupied.add(at.left - box.left, at.top - box.top, at.right - box.left, at.bottom - box.top);
    }
    all.parts = occupied.parts();
    mesh.images.push_back(std::move(all));
    const double mm = 1 / mesh.px_per_mm;
    return Sprite{{box.left * mm, box.top * mm},
                  {0, 0, width * mm, height * mm},
                  static_cast<std::uint32_t>(mesh.images.size() - 1),
                  1,
                  marks.front().clip,
                  true};
}

} // namespace render
