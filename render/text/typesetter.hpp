#pragma once

#include "render/picture/picture.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace render {

struct TextStyle {
    double size_mm = 2.8; ///< em size; 1 pt = 0.3528 mm
    int weight = 400;     ///< 400, 500, 600, 700
    bool italic = false;  ///< a face of its own in weight 400 only
    double letter_spacing_mm = 0;
    Colour colour{0, 0, 0, 255};
    std::optional<Halo> halo{};
};

/// A line that has been set: the command, and how much room it takes about its origin (baseline start).
struct SetText {
    DrawText text;     ///< origin at 0,0
    double width_mm;   ///< advance
    double ascent_mm;  ///< of the font above the baseline
    double descent_mm; ///< below it, positive
    Rect ink;          ///< of the glyphs, relative to the origin, halo not included
};

/// Sets text with Pango on a private font configuration (Inter, Noto Sans CJK by language): the result depends on
/// neither LANG nor the user's fontconfig. One a thread. Throws std::runtime_error when a font is missing.
class Typesetter {
public:
    Typesetter();
    ~Typesetter();
    Typesetter(Typesetter&&) noexcept;
    Typesetter& operator=(Typesetter&&) noexcept;

    /// One line. `lang` is BCP 47 (en, ko, ja, zh-Hans, zh-Hant, vi); it picks the CJK face.
    [[nodiscard]] SetText set(std::string_view utf8, const TextStyle&, std::string_view lang = "en") const;
    /// Breaks at word boundaries (CJK: between characters) so that no line is wider than `width_mm`, when possible.
    [[nodiscard]] std::vector<SetText> set_paragraph(std::string_view utf8, const TextStyle&, double width_mm,
                                                     std::string_view lang = "en") const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

/// The command moved to `origin`, turned by `angle_deg` counter-clockwise.
[[nodiscard]] DrawText placed(const SetText&, Point origin, double angle_deg = 0);

} // namespace render
