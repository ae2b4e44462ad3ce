#include "render/map/furniture/furniture.hpp"
#include "render/map/furniture/legend.hpp"
#include "render/map/furniture/text/text_band.hpp"
#include "render/map/style/voyage_look.hpp"
#include "render/map/words/panels/panel_words.hpp"
#include "render/map/words/period/voyages.hpp"
#include "render/map/words/wording.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include <fmt/format.h>

namespace render {
namespace {

constexpr double notes_share = 0.14;   // of a wide page's height: limit of a footer with notes
constexpr double footer_share = 0.25;  // of a page's height: limit of a footer
constexpr double narrow_share = 0.195; // the same on a page up to 120 mm wide: less than a fifth
constexpr double narrow_page_mm = 120;

/// The rows of the list of calls, in columns, and the height that it takes above the footer's paragraphs.
struct CallList {
    struct Row {
        TypesetLine number, text;
        double x, y;   ///< of the number's baseline start
        double text_x; ///< where the text starts
    };
    std::vector<Row> rows;
    std::string text;     ///< of all rows, for --layout
    double rows_mm = 0;   ///< height of the rows
    double height_mm = 0; ///< with the gap below
};

struct Footer {
    const Inputs& in;
    const Visible& visible;
    const std::vector<UnplacedAsset>& unplaced;
    double scale_denominator; ///< 0: not known yet
    double width_mm;
    double limit_mm, notes_limit_mm; ///< of a footer without notes; of one with notes
    double room_mm;                  ///< beyond which a footer would run off the page or the column
    bool in_column = false;          ///< stands beside the map, not below it
};

Theme with_larger_type(Theme theme, double factor) {
    constexpr double of_title = 0.4; // large type needs less
    theme.title_mm *= 1 + of_title * (factor - 1);
    for (double Theme::*length : {&Theme::subtitle_mm, &Theme::legend_mm, &Theme::small_mm, &Theme::gap_mm})
        theme.*length *= factor;
    return theme;
}

double gap(const Inputs& in) {
    return in.theme.gap_mm;
}

Band lay_header(const Inputs& in, double width_mm) {
    Band band;
    const auto block = [&](const std::string& id, const std::string& text, const TextStyle& style, double gap,
                           double lines_apart) {
        if (text.empty() || !in.shows(id)) return;
        double y = band.height_mm + (band.height_mm > 0 ? gap : 0), widest = 0;
        const double top = y;
        for (TypesetLine& line : in.typesetter.set_paragraph(text, style, width_mm, in.words.line_language())) {
            y += y == top ? 0.76 * style.size_mm : lines_apart * style.size_mm; // capitals, then line spacing
            widest = std::max(widest, line.width_mm);
            band.lines.push_back({std::move(line), {0, y}});
        }
        band.height_mm = y + 0.24 * style.size_mm;
        add_item(band, id, text, {0, top, widest, band.height_mm - top});
    };
    TextStyle title, subtitle;
    title.size_mm = in.theme.title_mm;
    title.weight = 700;
    title.letter_spacing_mm = -0.012 * in.theme.title_mm; // large bold type is set a little tighter
    title.colour = in.theme.text;
    subtitle.size_mm = in.theme.subtitle_mm;
    subtitle.colour = in.theme.text_muted;
    block("title", in.figure.title.value_or(in.scenario.title), title, 0, 1.1);
    const std::string subtitle_text =
        in.shows("subtitle") ? in.figure.subtitle.value_or(in.scenario.subtitle) : std::string{};
    if (!in.shows("asof")) {
        block("subtitle", subtitle_text, subtitle, 0.15 * in.theme.subtitle_mm, 1.2);
        return band;
    }
    // The date stands before the subtitle, or on the line above where both do not fit on one line.
    TextStyle bold = subtitle;
    bold.weight = 600;
    bold.colour = in.theme.text;
    const std::string day = in.figure.period ? period_words(in.words, *in.figure.period)
                            : in.comparison
                                ? compared_days(in.words, in.scenario, in.comparison->before.at, in.snapshot.at)
                                : in.words.day_month_year(in.snapshot.at, in.scenario.utc_offset_h);
    TypesetLine date = in.typesetter.set(day, bold, in.words.line_language());
    TypesetLine rest = in.typesetter.set(subtitle_text, subtitle, in.words.line_language());
    const double x = date.width_mm + 0.8 * subtitle.size_mm;
    const bool on_one_line = !subtitle_text.empty() && x + rest.width_mm <= width_mm;
    const double top = band.height_mm + (band.height_mm > 0 ? 0.15 * in.theme.subtitle_mm : 0);
    const double baseline = top + 0.76 * subtitle.size_mm, bottom = baseline + 0.24 * subtitle.size_mm;
    add_item(band, "day", day, {0, top, date.width_mm, bottom - top});
    band.lines.push_back({std::move(date), {0, baseline}});
    band.height_mm = bottom;
    if (on_one_line) {
        add_item(band, "subtitle", subtitle_text, {x, top, rest.width_mm, bottom - top});
        band.lines.push_back({std::move(rest), {x, baseline}});
    } else {
        block("subtitle", subtitle_text, subtitle, 0.15 * in.theme.subtitle_mm, 1.2);
    }
    return band;
}

constexpr double call_leading = 1.4;      // of small type, between the rows of a list of calls
constexpr double call_column_mm = 38;     // the least width of a column of calls
constexpr double number_column_ems = 1.7; // the width of the numbers, in ems of small type

Colour colour_of(const Inputs& in, std::size_t voyage) {
    const auto& voyages = in.snapshot.voyages;
    return voyage_colour(in.theme, {voyage, voyages.size(), in.scenario.assets[voyages[voyage].asset].country}, false);
}

/// The list of calls in as many columns as the width holds, filled one after the other. No heading ends a column.
CallList lay_calls(const Inputs& in, const Visible& visible, double width_mm) {
    CallList list;
    if (!in.figure.period || !in.shows("calls")) return list;
    const std::vector<CallRow> rows = call_rows(in, visible);
    if (rows.empty()) return list;
    const double gutter = 2.2 * in.theme.small_mm, indent = number_column_ems * in.theme.small_mm;
    const double columns_that_fit = std::floor((width_mm + gutter) / (call_column_mm + gutter));
    const auto columns = static_cast<std::size_t>(std::clamp(columns_that_fit, 1.0, 4.0));
    const double column_mm = (width_mm - static_cast<double>(columns - 1) * gutter) / static_cast<double>(columns);
    const double row_mm = call_leading * in.theme.small_mm;
    struct Set {
        TypesetLine number;
        std::vector<TypesetLine> lines;
        bool heading;
    };
    std::vector<Set> sets;
    std::size_t lines = 0;
    for (const CallRow& row : rows) {
        TextStyle style = small_type(in, false), bold = style;
        bold.weight = 600;
        if (in.snapshot.voyages.size() > 1) bold.colour = colour_of(in, row.voyage);
        Set set{in.typesetter.set(row.number, bold, in.words.line_language()),
                in.typesetter.set_paragraph(row.text, row.heading ? bold : style,
                                            column_mm - (row.heading ? 0 : indent), in.words.line_language()),
                row.heading};
        lines += set.lines.size();
        list.text += (list.text.empty() ? "" : "; ") + row.number + (row.number.empty() ? "" : " ") + row.text;
        sets.push_back(std::move(set));
    }
    // A heading moved to the next column, or a row of two lines, can make a column longer than its share.
    std::size_t most = (lines + columns - 1) / columns;
    std::vector<std::pair<std::size_t, std::size_t>> places; // of each row: its column, and the lines above it
    const auto place_rows = [&] {
        places.clear();
        std::size_t column = 0, used = 0;
        for (std::size_t i = 0; i < sets.size(); ++i) {
            const bool takes_next = sets[i].heading && i + 1 < sets.size();
            const std::size_t wanted = sets[i].lines.size() + (takes_next ? sets[i + 1].lines.size() : 0);
            if (used > 0 && used + wanted > most) {
                ++column;
                used = 0;
            }
            places.emplace_back(column, used);
            used += sets[i].lines.size();
        }
    };
    for (place_rows(); places.back().first >= columns; place_rows())
        ++most;
    for (std::size_t i = 0; i < sets.size(); ++i) {
        const auto [column, above] = places[i];
        const double x = static_cast<double>(column) * (column_mm + gutter);
        for (std::size_t k = 0; k < sets[i].lines.size(); ++k) {
            const double y = static_cast<double>(above + k + 1) * row_mm;
            list.rows.push_back({k == 0 ? std::move(sets[i].number) : TypesetLine{}, std::move(sets[i].lines[k]), x,
                                 y - 0.4 * in.theme.small_mm, x + (sets[i].heading ? 0 : indent)});
            list.rows_mm = std::max(list.rows_mm, y);
        }
    }
    list.height_mm = list.rows_mm + gap(in);
    return list;
}

/// How much the footer says.
struct FooterExtent {
    std::size_t notes, names; ///< how many notes, and how many names in the line on unplaced assets
    Detail detail = Detail::Full;
    bool credit = true;
};

/// The unplaced assets that the footer names, in its order: those whose position is not known, then those without room.
std::vector<const UnplacedAsset*> named_in_footer(const Footer& f) {
    std::vector<const UnplacedAsset*> named;
    for (const std::string_view why : {why_lost, why_no_room})
        for (const UnplacedAsset& u : f.unplaced)
            if (u.why == why && !u.name.empty()) named.push_back(&u);
    return named;
}

std::vector<Paragraph> footer_paragraphs(const Footer& f, const FooterExtent& extent) {
    const Inputs& in = f.in;
    std::vector<Paragraph> out;
    const auto add = [&](std::string id, std::string text) {
        if (!text.empty()) out.push_back({std::move(id), std::move(text)});
    };
    const bool legend_explains = in.figure.period && in.shows("legend");
    const Detail of_day = legend_explains && extent.detail == Detail::Full ? Detail::Brief : extent.detail;
    if (in.shows("asof")) add("asof", as_of_text(in, f.visible, of_day));
    constexpr std::size_t most_changes = 12; // of each kind
    if (in.shows("asof")) add("changes", changes_text(in, most_changes));
    if (in.shows("unplaced") && (extent.names > 0 || named_in_footer(f).empty()))
        add("unplaced", not_shown_text(in, f.unplaced, extent.names));
    if (in.shows("credit")) {
        std::string notes;
        const auto all = footnotes(in, f.visible, f.scale_denominator);
        for (std::size_t i = 0; i < std::min(extent.notes, all.size()); ++i)
            notes += (notes.empty() ? "" : " ") + all[i].text;
        add("notes", std::move(notes));
        if (extent.credit) add("credit", credit_text(in, f.visible, extent.detail));
    }
    return out;
}

/// How many of `names` the footer has room for: their list may be two lines long on a narrow page, four on a wider one,
/// and eight from 180 mm on, so that a page with rosters can name 60 assets.
std::size_t names_with_room(const Footer& f, std::size_t names) {
    constexpr double wide_page_mm = 180;
    const Inputs& in = f.in;
    const double page_mm = in.figure.page_width_mm;
    std::size_t most_lines = page_mm <= narrow_page_mm ? 2 : page_mm < wide_page_mm ? 4 : 8;
    if (f.in_column) most_lines = static_cast<std::size_t>(std::max(8.0, f.limit_mm / small_line_mm(in)));
    const auto fits = [&](std::size_t count) {
        const std::string text = not_shown_text(in, f.unplaced, count);
        return in.typesetter.set_paragraph(text, small_type(in, false), f.width_mm, in.words.line_language()).size() <=
               most_lines;
    };
    if (fits(names)) return names;
    std::size_t low = 0, high = names; // `high` is too many
    while (high - low > 1) {
        const std::size_t middle = low + (high - low) / 2;
        (fits(middle) ? low : high) = middle;
    }
    return std::max<std::size_t>(1, low); // a line that names nobody would say nothing
}

/// Leaves out the least important part of a footer. False when only what must not be cut is left.
bool shorten(FooterExtent& extent) {
    if (extent.notes > 0)
        --extent.notes;
    else if (extent.detail == Detail::Full)
        extent.detail = Detail::Brief;
    else if (extent.names > 1)
        --extent.names;
    else if (extent.detail == Detail::Brief)
        extent.detail = Detail::Least;
    else
        return false;
    return true;
}

/// The footer, shortened until it is within its limits. Notes are cut first, starting with the least important one. A
/// footer without notes that is still too high loses the sentences that repeat the labels, then names of unplaced
/// assets, then the day of the update and the disclaimer. What would still run off the page loses the credit and the
/// last name. All that was cut, except sentences, is in `dropped`.
Band lay_footer(const Footer& f) {
    const auto notes = footnotes(f.in, f.visible, f.scale_denominator);
    const auto named = named_in_footer(f);
    FooterExtent extent{notes.size(), names_with_room(f, named.size())};
    Band band = set_in_columns(f.in, footer_paragraphs(f, extent), f.width_mm);
    while (band.height_mm > (extent.notes > 0 ? f.notes_limit_mm : f.limit_mm) && shorten(extent))
        band = set_in_columns(f.in, footer_paragraphs(f, extent), f.width_mm);
    while (band.height_mm > f.room_mm && (extent.credit || extent.names > 0)) {
        if (extent.credit)
            extent.credit = false;
        else
            extent.names = 0;
        band = set_in_columns(f.in, footer_paragraphs(f, extent), f.width_mm);
    }
    for (const Note& note : note_texts(f.in, f.visible, f.scale_denominator)) {
        const auto end = notes.begin() + static_cast<std::ptrdiff_t>(extent.notes);
        const bool printed = std::any_of(notes.begin(), end, [&](const Note& n) { return n.id == note.id; });
        if (!printed) band.dropped.push_back({note.id, note.text, note_left_out});
    }
    if (!extent.credit) band.dropped.push_back({"credit", credit_text(f.in, f.visible), credit_left_out});
    for (std::size_t i = extent.names; i < named.size(); ++i)
        band.dropped.push_back({named[i]->id, named[i]->text, name_left_out});
    return band;
}

/// `above_mm`: the height of the page above the footer; 0: not known.
Footer make_footer(const Inputs& in, const Visible& visible, const std::vector<UnplacedAsset>& unplaced,
                   double scale_denominator, double page_width_mm, double room_mm, double above_mm) {
    const double height = in.figure.page_height_mm.value_or(1.1 * page_width_mm);
    double limit = std::min(room_mm, footer_share * height);
    if (page_width_mm <= narrow_page_mm && in.figure.page_height_mm)
        limit = std::min(room_mm, narrow_share * height);
    else if (page_width_mm <= narrow_page_mm && above_mm > 0) // the page is as high as the footer makes it
        limit = std::min(room_mm, narrow_share / (1 - narrow_share) * (above_mm + gap(in) + in.theme.margin_mm));
    const double notes = page_width_mm > 1.2 * height ? std::min(limit, notes_share * height) : limit;
    return {in, visible, unplaced, scale_denominator, page_width_mm - 2 * in.theme.margin_mm, limit, notes, room_mm};
}

/// A footer in a column beside the map.
Footer make_column(const Inputs& in, const Visible& visible, const std::vector<UnplacedAsset>& unplaced,
                   double scale_denominator, const Rect& room) {
    return {in, visible, unplaced, scale_denominator, room.w, room.h, room.h, room.h, true};
}

/// Moves notes and credit, which end a footer, to the lower end of a column.
void lower_sources(Band& band, double height_mm) {
    const auto first = std::find_if(band.items.begin(), band.items.end(),
                                    [](const LayoutItem& item) { return item.id == "notes" || item.id == "credit"; });
    const double down = height_mm - band.height_mm;
    if (first == band.items.end() || down <= 0) return;
    for (BandLine& line : band.lines)
        if (line.at.y > first->box_mm.y) line.at.y += down;
    for (auto item = first; item != band.items.end(); ++item)
        item->box_mm.y += down;
}

/// Draws the list and returns its height.
double draw_calls(Builder& builder, Layout& layout, const CallList& list, Point top_left) {
    if (list.rows.empty()) return 0;
    const auto scope = builder.group({.tag = {"furniture", "furniture", "calls"}});
    double right = 0;
    for (const CallList::Row& row : list.rows) {
        const double y = top_left.y + row.y, x = top_left.x + row.x;
        if (row.number.width_mm > 0) builder.text(placed(row.number, {x, y}));
        const double text_x = row.text_x + top_left.x;
        builder.text(placed(row.text, {text_x, y}));
        right = std::max(right, text_x + row.text.width_mm);
    }
    layout.items.push_back(
        {"furniture", "calls", "calls", list.text, {top_left.x, top_left.y, right - top_left.x, list.rows_mm}, {}, {}});
    return list.height_mm;
}

} // namespace

Bands measure_bands(const Inputs& in, const Visible& expected, const std::vector<UnplacedAsset>& unplaced,
                    double page_width_mm, double scale_denominator, double above_mm) {
    const double width = page_width_mm - 2 * in.theme.margin_mm;
    constexpr double unlimited = std::numeric_limits<double>::infinity();
    const double below =
        lay_footer(make_footer(in, expected, unplaced, scale_denominator, page_width_mm, unlimited, above_mm))
            .height_mm +
        lay_calls(in, expected, width).height_mm;
    return {title_height_mm(in, width), below > 0 ? below + gap(in) : 0};
}

void draw_title(Builder& builder, Layout& layout, const Inputs& in, double width_mm) {
    draw_band(builder, layout, lay_header(in, width_mm), {in.theme.margin_mm, in.theme.margin_mm});
}

double title_height_mm(const Inputs& in, double width_mm) {
    const double header = lay_header(in, width_mm).height_mm;
    return header > 0 ? header + gap(in) : 0;
}

LargerType::LargerType(const Inputs& in, double factor)
    : m_theme{with_larger_type(in.theme, factor)}, m_inputs{in.scenario,   in.snapshot, in.figure,
                                                            m_theme,       in.words,    in.policy,
                                                            in.typesetter, in.shown,    in.comparison} {}

Rect below_title(const Inputs& in, const SideColumn& column) {
    const Rect& box = column.box;
    const double title = column.titled ? title_height_mm(in, box.w) : 0, down = title > 0 ? title + column.gap_mm : 0;
    return {box.x, box.y + down, box.w, box.h - down};
}

ColumnHeights measure_column(const Inputs& in, const Visible& expected, const std::vector<UnplacedAsset>& unplaced,
                             const std::vector<LegendRow>& rows, double width_mm, double scale_denominator) {
    constexpr double unlimited = 1e4;
    const Rect room{0, 0, width_mm, unlimited};
    const double legend = in.shows("legend") && !rows.empty()
                              ? set_legend_column(in, rows, width_mm, unlimited).legend.box.h + gap(in)
                              : 0;
    const Footer footer = make_column(in, expected, unplaced, scale_denominator, room);
    const FooterExtent shortest{0, named_in_footer(footer).size(), Detail::Brief};
    const double above = legend + lay_calls(in, expected, width_mm).height_mm;
    return {above + lay_footer(footer).height_mm,
            above + set_in_columns(in, footer_paragraphs(footer, shortest), footer.width_mm).height_mm};
}

namespace {

/// Draws what stands in a column below its legend; a titled column's header, too.
void draw_column(Builder& builder, Layout& layout, const Inputs& in, const Visible& visible,
                 const std::vector<UnplacedAsset>& unplaced, const SideColumn& column) {
    if (column.titled) draw_band(builder, layout, lay_header(in, column.box.w), {column.box.x, column.box.y});
    Rect room = below_title(in, column);
    for (const LayoutItem& item : layout.items) {
        if (item.layer != "legend") continue;
        room.y = item.box_mm.bottom() + gap(in) + column.gap_mm;
        room.h = column.box.bottom() - room.y;
    }
    const double calls = draw_calls(builder, layout, lay_calls(in, visible, room.w), {room.x, room.y});
    room.y += calls;
    room.h -= calls;
    Band band = lay_footer(make_column(in, visible, unplaced, layout.m_per_mm * 1000, room));
    lower_sources(band, room.h);
    draw_band(builder, layout, band, {room.x, room.y});
}

} // namespace

void draw_bands(Builder& builder, Layout& layout, const Inputs& in, const Visible& visible,
                const std::vector<UnplacedAsset>& unplaced, const Rect& map, const std::optional<SideColumn>& column) {
    const double left = in.theme.margin_mm;
    if (!column || !column->titled)
        draw_band(builder, layout, lay_header(in, layout.page_w_mm - 2 * left), {left, in.theme.margin_mm});
    if (column) {
        const LargerType larger{in, column->type};
        return draw_column(builder, layout, larger.inputs(), visible, unplaced, *column);
    }
    const double scale = layout.m_per_mm * 1000;
    // The footer is limited to the room below the map, whatever was measured, so that it does not run off the page.
    const double top = map.bottom() + gap(in);
    const double footer =
        top + draw_calls(builder, layout, lay_calls(in, visible, layout.page_w_mm - 2 * left), {left, top});
    constexpr double rounding_mm = 0.01;
    const double room = layout.page_h_mm - in.theme.margin_mm - footer + rounding_mm;
    draw_band(builder, layout,
              lay_footer(make_footer(in, visible, unplaced, scale, layout.page_w_mm, room, map.bottom())),
              {left, footer});
}

} // namespace render
