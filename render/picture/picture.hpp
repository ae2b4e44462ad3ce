#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

/// A picture is data: drawing commands in page millimetres, origin top left, y down. Players (cairo, svg, sfml) turn a
/// picture into files or pixels; code that composes pictures depends on no player.
namespace render {

struct Point {
    double x, y; ///< mm
    [[nodiscard]] friend bool operator==(const Point&, const Point&) noexcept = default;
};

struct Rect {
    double x, y, w, h; ///< mm
    [[nodiscard]] double right() const noexcept { return x + w; }
    [[nodiscard]] double bottom() const noexcept { return y + h; }
    [[nodiscard]] friend bool operator==(const Rect&, const Rect&) noexcept = default;
};

/// x' = xx x + xy y + x0, y' = yx x + yy y + y0
struct Affine {
    double xx = 1, yx = 0, xy = 0, yy = 1, x0 = 0, y0 = 0;
    [[nodiscard]] friend bool operator==(const Affine&, const Affine&) noexcept = default;
};

/// sRGB, 0..255, alpha 0..255.
struct Colour {
    std::uint8_t r = 0, g = 0, b = 0, a = 255;
    [[nodiscard]] friend bool operator==(const Colour&, const Colour&) noexcept = default;
};

/// Straight segments; `closed` joins the last point to the first. Curves are flattened before they get here.
struct Outline {
    std::vector<Point> points;
    bool closed = false;
};

/// Filled with the even-odd rule.
struct FillPath {
    std::vector<Outline> outlines;
    Colour colour;
};

enum class Cap : std::uint8_t { Butt, Round };
enum class Join : std::uint8_t { Round, Mitre };

struct StrokePath {
    std::vector<Outline> outlines;
    Colour colour;
    double width_mm;
    std::vector<double> dash_mm; ///< on, off, ...; empty: solid
    Cap cap = Cap::Butt;
    Join join = Join::Round;
};

struct FontFace {
    std::string family; ///< "Inter", "Noto Sans CJK KR"
    int weight;         ///< 400, 500, 600, 700
    bool italic;
    std::string file; ///< path of the font file
    int face_index;
    [[nodiscard]] friend bool operator==(const FontFace&, const FontFace&) noexcept = default;
};

struct Glyph {
    std::uint32_t id;
    double x, y; ///< mm from the text's origin (baseline start), before rotation
};

/// The smallest unit of text that maps to glyphs: `bytes` of UTF-8 are drawn by `glyphs` glyphs.
struct Cluster {
    int bytes, glyphs;
};

/// A stretch of text in one face and one style.
struct Run {
    std::string utf8;
    FontFace font;
    double size_mm; ///< em size
    double x_mm;    ///< from the text's origin
    double advance_mm;
    std::vector<Glyph> glyphs;
    std::vector<Cluster> clusters;
    double letter_spacing_mm = 0; ///< already included in the glyph positions
    Rect ink{};                   ///< box of the glyphs, relative to the text's origin, without the halo
};

struct Halo {
    Colour colour;
    double width_mm; ///< beyond the glyph's edge on each side
};

/// One line of text, made only by render/text.
struct DrawText {
    std::vector<Run> runs;
    Point origin_mm;      ///< baseline start
    double angle_deg = 0; ///< counter-clockwise about the origin
    Colour colour;
    std::optional<Halo> halo;
    std::string lang = "en";
};

/// RGBA, not premultiplied, row by row from the top.
struct Image {
    int width, height;
    std::vector<std::uint8_t> rgba;
};

struct DrawImage {
    std::shared_ptr<const Image> image;
    Rect box;
    double opacity = 1;
};

struct Tag {
    std::string layer; ///< the name of a map layer or of a piece of furniture: land, zones, assets, legend ...
    std::string kind;  ///< asset | zone | event | place | sea | furniture | layer ...
    std::string id;
    [[nodiscard]] friend bool operator==(const Tag&, const Tag&) noexcept = default;
};

struct Command;

/// Commands that share a transform, a clip and a tag. With `anchor` (page mm) the content is in mm relative to the
/// anchor and keeps its size when a window zooms. Opacity below 1 is allowed on anchored groups only. `clip` is a
/// rectangle in the group's own coordinates.
struct Group {
    Affine affine;
    std::optional<Rect> clip;
    double opacity = 1;
    std::optional<Point> anchor;
    Tag tag;
    std::vector<Command> commands;
};

struct Command {
    std::variant<FillPath, StrokePath, DrawText, DrawImage, Group> value;
};

struct Picture {
    double width_mm = 0, height_mm = 0;
    Colour background{255, 255, 255, 255};
    std::string title, description, language = "en"; ///< metadata: SVG title and desc, PDF title
    std::vector<Command> commands;
};

/// std::visit(Overloaded{...}, command.value)
template <class... Ts>
struct Overloaded : Ts... {
    using Ts::operator()...;
};
template <class... Ts>
Overloaded(Ts...) -> Overloaded<Ts...>;

} // namespace render
