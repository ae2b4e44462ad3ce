#include "render/text/typesetter.hpp"

#include "render/picture/rect.hpp"
#include "render/text/c_handles.hpp"
#include "render/text/fonts.hpp"
#include "render/text/languages.hpp"

#include <algorithm>
#include <cassert>
#include <map>
#include <span>
#include <stdexcept>

#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

namespace render {
namespace {

/// Whether a line may end after a hyphen.
enum class Hyphens { Break, Hold };

/// All text is shaped at this em size and then scaled. Without hinting, shapes do not depend on the size, so one set of
/// fonts serves all sizes; Pango's units of 1/1024 are much finer than a printer's dots.
constexpr double em = 100;
constexpr double unit = 1.0 / (em * PANGO_SCALE); ///< em per Pango unit

/// The text as one line of valid UTF-8: control characters and line breaks become spaces.
std::string printable(std::string_view utf8) {
    const GCharsPtr valid{g_utf8_make_valid(utf8.data(), static_cast<gssize>(utf8.size()))};
    std::string text;
    for (const char* p = valid.get(); *p != '\0'; p = g_utf8_next_char(p)) {
        const gunichar c = g_utf8_get_char(p);
        const bool breaks_or_controls = g_unichar_iscntrl(c) != FALSE || c == 0x2028 || c == 0x2029;
        text.append(breaks_or_controls ? " " : std::string{p, static_cast<std::size_t>(g_utf8_next_char(p) - p)});
    }
    return text;
}

/// The smallest rectangle that holds both; a rectangle without a width counts as empty.
Rect joined(const Rect& a, const Rect& b) {
    if (a.w <= 0) return b;
    if (b.w <= 0) return a;
    return around(a, b);
}

/// Joins `next` to the last run if both have the same face, spacing and direction, because Pango also splits a text at
/// brackets. Runs stand from left to right, but the text of a run is in reading order: of two runs that are read from
/// right to left, the text of `next` comes first.
void append(std::vector<Run>& runs, Run next, bool same_direction, bool leftwards) {
    if (runs.empty() || !same_direction || runs.back().font != next.font ||
        runs.back().letter_spacing_mm != next.letter_spacing_mm) {
        runs.push_back(std::move(next));
        return;
    }
    Run& run = runs.back();
    run.utf8.insert(leftwards ? 0 : run.utf8.size(), next.utf8);
    run.advance_mm += next.advance_mm;
    run.glyphs.insert(leftwards ? run.glyphs.begin() : run.glyphs.end(), next.glyphs.begin(), next.glyphs.end());
    run.clusters.insert(leftwards ? run.clusters.begin() : run.clusters.end(), next.clusters.begin(),
                        next.clusters.end());
    run.ink = joined(run.ink, next.ink);
}

/// Whether the letters of the script are drawn joined, so that space between them would break the joins.
bool joins_letters(guint8 script) {
    return script == G_UNICODE_SCRIPT_ARABIC || script == G_UNICODE_SCRIPT_DEVANAGARI ||
           script == G_UNICODE_SCRIPT_BENGALI;
}

FontFace describe(PangoFont* font) {
    FcPattern* pattern = pango_fc_font_get_pattern(PANGO_FC_FONT(font));
    FontFace face{};
    FcChar8* text = nullptr;
    for (int i = 0; FcPatternGetString(pattern, FC_FAMILY, i, &text) == FcResultMatch; ++i) {
        const std::string name{reinterpret_cast<const char*>(text)};
        if (i == 0 || is_our_family(name)) face.family = name;
        if (is_our_family(name)) break;
    }
    if (FcPatternGetString(pattern, FC_FILE, 0, &text) == FcResultMatch) {
        face.file = reinterpret_cast<const char*>(text);
    }
    FcPatternGetInteger(pattern, FC_INDEX, 0, &face.face_index);
    double weight = FC_WEIGHT_REGULAR;
    FcPatternGetDouble(pattern, FC_WEIGHT, 0, &weight);
    face.weight = FcWeightToOpenType(static_cast<int>(weight));
    int slant = FC_SLANT_ROMAN;
    FcPatternGetInteger(pattern, FC_SLANT, 0, &slant);
    face.italic = slant != FC_SLANT_ROMAN;
    return face;
}

} // namespace

struct Typesetter::Impl {
    GObjectPtr<PangoFontMap> fonts;
    GObjectPtr<PangoContext> context;
    GObjectPtr<PangoLayout> layout;
    double ascent_em, descent_em;
    /// Each font is described once. A reference to the font is held, so that its address is not reused for another
    /// font.
    mutable std::map<PangoFont*, std::pair<GObjectPtr<PangoFont>, FontFace>> faces;

    Impl();

    const FontFace& face(PangoFont* font) const {
        auto found = faces.find(font);
        if (found == faces.end()) {
            GObjectPtr<PangoFont> kept{PANGO_FONT(g_object_ref(font))};
            found = faces.emplace(font, std::pair{std::move(kept), describe(font)}).first;
        }
        return found->second.second;
    }

    void lay_out(const std::string& text, const TextStyle&, std::string_view lang, double width_em,
                 Hyphens = Hyphens::Break) const;
    /// The lines into which the text breaks, without the spaces at their ends.
    [[nodiscard]] std::vector<std::string> pieces(const std::string& text, const TextStyle&, std::string_view lang,
                                                  double width_em, Hyphens) const;
    Run run(const PangoGlyphItem&, const std::string& text, const TextStyle&, double x_mm) const;
};

Typesetter::Impl::Impl() {
    set_up_fonts();
    fonts.reset(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT));
    if (!fonts) throw std::runtime_error{"Pango was built without FreeType fonts"};
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(fonts.get()), FcConfigGetCurrent());
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(fonts.get()), 72);
    context.reset(pango_font_map_create_context(fonts.get()));

    const CairoFontOptionsPtr options{cairo_font_options_create()};
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(context.get(), options.get());
    pango_context_set_round_glyph_positions(context.get(), FALSE);
    pango_context_set_base_dir(context.get(), PANGO_DIRECTION_LTR);
    pango_context_set_language(context.get(), pango_language_from_string("en"));

    layout.reset(pango_layout_new(context.get()));
    pango_layout_set_auto_dir(layout.get(), FALSE);
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD);

    const PangoFontDescriptionPtr inter{pango_font_description_new()};
    pango_font_description_set_family_static(inter.get(), "Inter");
    pango_font_description_set_absolute_size(inter.get(), em * PANGO_SCALE);
    const PangoMetricsPtr metrics{
        pango_context_get_metrics(context.get(), inter.get(), pango_language_from_string("en"))};
    ascent_em = pango_font_metrics_get_ascent(metrics.get()) * unit;
    descent_em = pango_font_metrics_get_descent(metrics.get()) * unit;
}

void Typesetter::Impl::lay_out(const std::string& text, const TextStyle& style, std::string_view lang, double width_em,
                               Hyphens hyphens) const {
    const PangoFontDescriptionPtr font{pango_font_description_new()};
    pango_font_description_set_absolute_size(font.get(), em * PANGO_SCALE);
    pango_font_description_set_weight(font.get(), static_cast<PangoWeight>(style.weight));
    pango_font_description_set_style(font.get(), style.italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
    pango_font_description_set_family_static(font.get(), "Inter");
    pango_layout_set_font_description(layout.get(), font.get());

    const PangoAttrsPtr attributes{pango_attr_list_new()};
    for (const auto& stretch : split_by_language(text, lang)) {
        const auto insert = [&](PangoAttribute* attribute) {
            attribute->start_index = static_cast<guint>(stretch.begin);
            attribute->end_index = static_cast<guint>(stretch.end);
            pango_attr_list_insert(attributes.get(), attribute);
        };
        insert(pango_attr_language_new(pango_language_from_string(stretch.language.c_str())));
        std::string families = "Inter,";
        if (!stretch.script_family.empty()) families += std::string{stretch.script_family} + ',';
        insert(pango_attr_family_new((families += cjk_family(stretch.cjk_language)).c_str()));
    }
    for (auto at = text.find('-', 1); hyphens == Hyphens::Hold && at != std::string::npos;
         at = text.find('-', at + 1)) {
        PangoAttribute* hold = pango_attr_allow_breaks_new(FALSE); // between the two letters beside the hyphen
        hold->start_index = static_cast<guint>(at);
        hold->end_index = static_cast<guint>(std::min(at + 2, text.size()));
        pango_attr_list_insert(attributes.get(), hold);
    }
    if (style.letter_spacing_mm != 0) {
        const double spacing_em = style.letter_spacing_mm / style.size_mm;
        pango_attr_list_insert(attributes.get(), pango_attr_font_features_new("liga=0, clig=0"));
        // Pango's letter spacing is used only to break lines, because Pango also adds space at both ends of a line.
        if (width_em > 0) {
            pango_attr_list_insert(attributes.get(),
                                   pango_attr_letter_spacing_new(static_cast<int>(spacing_em / unit)));
        }
    }
    pango_layout_set_attributes(layout.get(), attributes.get());
    pango_layout_set_width(layout.get(), width_em > 0 ? static_cast<int>(width_em / unit) : -1);
    pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
}

std::vector<std::string> Typesetter::Impl::pieces(const std::string& text, const TextStyle& style,
                                                  std::string_view lang, double width_em, Hyphens hyphens) const {
    lay_out(text, style, lang, width_em, hyphens);
    std::vector<std::string> found;
    for (GSList* node = pango_layout_get_lines_readonly(layout.get()); node != nullptr; node = node->next) {
        const auto& line = *static_cast<PangoLayoutLine*>(node->data);
        auto piece = text.substr(static_cast<std::size_t>(line.start_index), static_cast<std::size_t>(line.length));
        const auto first = piece.find_first_not_of(' ');
        if (first == std::string::npos) continue;
        found.push_back(piece.substr(first, piece.find_last_not_of(' ') + 1 - first));
    }
    return found;
}

Run Typesetter::Impl::run(const PangoGlyphItem& item, const std::string& text, const TextStyle& style,
                          double x_mm) const {
    const double mm = unit * style.size_mm;
    PangoFont* font = item.item->analysis.font;
    const auto offset = static_cast<std::size_t>(item.item->offset);
    Run run{.utf8 = text.substr(offset, static_cast<std::size_t>(item.item->length)),
            .font = face(font),
            .size_mm = style.size_mm,
            .x_mm = x_mm,
            .advance_mm = 0,
            .glyphs = {},
            .clusters = {},
            .letter_spacing_mm = joins_letters(item.item->analysis.script) ? 0 : style.letter_spacing_mm,
            .ink = {}};

    const auto count = static_cast<std::size_t>(item.glyphs->num_glyphs);
    const std::span<const PangoGlyphInfo> glyphs{item.glyphs->glyphs, count};
    std::vector<double> pen(count + 1, x_mm); ///< where each glyph starts
    for (std::size_t i = 0; i < count; ++i) {
        const bool spaced = i > 0 && glyphs[i].attr.is_cluster_start != 0;
        pen[i] += spaced ? run.letter_spacing_mm : 0;
        pen[i + 1] = pen[i] + glyphs[i].geometry.width * mm;
    }
    run.advance_mm = pen[count] + run.letter_spacing_mm - x_mm;

    // Glyphs are in visual order, clusters in reading order: in right-to-left text start_glyph is after end_glyph.
    PangoGlyphItemIter cluster;
    auto* mutable_item = const_cast<PangoGlyphItem*>(&item);
    for (bool more = pango_glyph_item_iter_init_start(&cluster, mutable_item, text.c_str()) != FALSE; more;
         more = pango_glyph_item_iter_next_cluster(&cluster) != FALSE) {
        const bool leftwards = cluster.start_glyph > cluster.end_glyph;
        const int first = leftwards ? cluster.end_glyph + 1 : cluster.start_glyph;
        const int last = leftwards ? cluster.start_glyph + 1 : cluster.end_glyph;
        const std::size_t drawn_before = run.glyphs.size();
        for (auto i = static_cast<std::size_t>(first); i < static_cast<std::size_t>(last); ++i) {
            const auto id = glyphs[i].glyph;
            const auto& geometry = glyphs[i].geometry;
            if (id == PANGO_GLYPH_EMPTY) continue;
            // A character that no font has is drawn as the font's own "missing" box, not as Pango's box of hex digits.
            const Glyph glyph{(id & PANGO_GLYPH_UNKNOWN_FLAG) != 0 ? 0 : id, pen[i] + geometry.x_offset * mm,
                              geometry.y_offset * mm};
            run.glyphs.push_back(glyph);
            PangoRectangle box;
            pango_font_get_glyph_extents(font, glyph.id, &box, nullptr);
            run.ink = joined(run.ink, {glyph.x + box.x * mm, glyph.y + box.y * mm, box.width * mm, box.height * mm});
        }
        run.clusters.push_back(
            {cluster.end_index - cluster.start_index, static_cast<int>(run.glyphs.size() - drawn_before)});
    }
    return run;
}

Typesetter::Typesetter() : m_impl{std::make_unique<Impl>()} {}
Typesetter::~Typesetter() = default;
Typesetter::Typesetter(Typesetter&&) noexcept = default;
Typesetter& Typesetter::operator=(Typesetter&&) noexcept = default;

TypesetLine Typesetter::set(std::string_view utf8, const TextStyle& style, std::string_view lang) const {
    const auto text = printable(utf8);
    m_impl->lay_out(text, style, lang, -1);
    TypesetLine set{.text = {.runs = {},
                             .origin_mm = {0, 0},
                             .angle_deg = 0,
                             .colour = style.colour,
                             .halo = style.halo,
                             .lang = std::string{lang}},
                    .width_mm = 0,
                    .ascent_mm = m_impl->ascent_em * style.size_mm,
                    .descent_mm = m_impl->descent_em * style.size_mm,
                    .ink = {0, 0, 0, 0}};
    const PangoLayoutLine* line = pango_layout_get_line_readonly(m_impl->layout.get(), 0);
    int last_level = 0;
    for (GSList* node = line != nullptr ? line->runs : nullptr; node != nullptr; node = node->next) {
        const auto& item = *static_cast<PangoGlyphItem*>(node->data);
        auto run = m_impl->run(item, text, style, set.width_mm);
        set.width_mm += run.advance_mm;
        set.ink = joined(set.ink, run.ink);
        const int level = item.item->analysis.level;
        append(set.text.runs, std::move(run), level == last_level, level % 2 != 0);
        last_level = level;
    }
    if (!set.text.runs.empty()) { // no letter spacing after the last letter
        Run& last = set.text.runs.back();
        last.advance_mm -= last.letter_spacing_mm;
        set.width_mm -= last.letter_spacing_mm;
    }
    return set;
}

std::vector<TypesetLine> Typesetter::set_paragraph(std::string_view utf8, const TextStyle& style, double width_mm,
                                                   std::string_view lang) const {
    const auto text = printable(utf8);
    if (text.find_first_not_of(' ') == std::string::npos) return {};
    const auto broken = [&](Hyphens hyphens) {
        std::vector<TypesetLine> set_lines;
        for (const auto& piece : m_impl->pieces(text, style, lang, std::max(width_mm / style.size_mm, 0.1), hyphens))
            set_lines.push_back(set(piece, style, lang));
        return set_lines;
    };
    auto lines = broken(Hyphens::Hold);
    const bool too_wide =
        std::ranges::any_of(lines, [&](const TypesetLine& line) { return line.width_mm > width_mm + 0.01; });
    return too_wide ? broken(Hyphens::Break) : lines;
}

DrawText placed(const TypesetLine& set, Point origin, double angle_deg) {
    DrawText text = set.text;
    text.origin_mm = origin;
    text.angle_deg = angle_deg;
    return text;
}

} // namespace render
