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
    bool italic = false;  ///< only weight 400 has an italic face
    double letter_spacing_mm = 0;
    Colour colour{0, 0, 0, 255};
    std::optional<Halo> halo{};
};

/// A typeset line: its drawing command and its extent relative to the origin (baseline start).
struct TypesetLine {
    DrawText text;     ///< origin at 0,0
    double width_mm;   ///< advance
    double ascent_mm;  ///< of the font, above the baseline
    double descent_mm; ///< of the font, below the baseline, positive
    Rect ink;          ///< box of the glyphs, without the halo
};

/// Sets text with Pango in Inter and, by language and script, Noto Sans. The result depends on neither LANG nor the
/// user's fontconfig. Not thread-safe: each thread needs its own. Throws std::runtime_error when a font is missing.
class Typesetter {
public:
    Typesetter();
    ~Typesetter();
    Typesetter(Typesetter&&) noexcept;
    Typesetter& operator=(Typesetter&&) noexcept;

    /// Sets one line. `lang` is a BCP 47 language (en, ko, ja, zh-Hans, zh-Hant, vi), which selects the CJK face.
    [[nodiscard]] TypesetLine set(std::string_view utf8, const TextStyle&, std::string_view lang = "en") const;
    /// Breaks the text at word boundaries (CJK: between characters) into lines of at most `width_mm`. A word that is
    /// wider is not broken. Breaks after a hyphen only where a line would else be too wide.
    [[nodiscard]] std::vector<TypesetLine> set_paragraph(std::string_view utf8, const TextStyle&, double width_mm,
                                                         std::string_view lang = "en") const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

/// The text moved to `origin` and turned counter-clockwise by `angle_deg`.
[[nodiscard]] DrawText placed(const TypesetLine&, Point origin, double angle_deg = 0);

} // namespace render
