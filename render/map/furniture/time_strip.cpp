#include "render/map/furniture/time_strip.hpp"

#include "assets/timeline/past/lanes.hpp"
#include "render/map/drawing/asset_filter.hpp"
#include "render/map/furniture/time_axis.hpp"
#include "render/map/style/voyage_look.hpp"
#include "render/map/words/wording.hpp"
#include "render/map/words/words.hpp"
#include "render/picture/colour.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace render {
namespace {

constexpr double most_of_page = 0.45;  // share of the page's height that the strip may take
constexpr double most_for_names = 0.4; // share of the strip's width

// Heights and gaps, as multiples of the em of small type.
constexpr double row_ems = 1.75, block_ems = 0.95, bar_ems = 0.34, name_gap_ems = 0.8;
constexpr double axis_ems = 1.6, key_ems = 1.55, sample_ems = 1.7, entry_gap_ems = 1.4;

/// What a piece of a row says.
enum class Cover { Deployed, Estimated, Wide, Precise };

struct Piece {
    assets::Instant from, to;
    Cover cover;
    double from_offset_h, to_offset_h; ///< of the local times of both ends from UTC
};

struct Row {
    assets::AssetIndex asset;
    std::vector<Piece> pieces; ///< in the order in which they are drawn
    std::vector<assets::Instant> events;
};

struct Strip {
    Period period;
    std::vector<Row> rows; ///< in file order
};

/// The time that the strip shows.
Period period_of(const Inputs& in) {
    if (in.figure.period) return *in.figure.period;
    const auto& scenario = in.scenario;
    assets::Instant first = in.snapshot.at, last = in.snapshot.at;
    for (const assets::Fix& fix : scenario.fixes) {
        first = std::min(first, fix.from);
        last = std::max(last, fix.measured_end());
    }
    const Period period{scenario.start.value_or(first), scenario.end.value_or(last) + assets::tick};
    constexpr std::chrono::hours least{1};
    return {std::min(period.from, in.snapshot.at), std::max({period.to, in.snapshot.at, period.from + least})};
}

Cover cover_of(const assets::LanePiece& piece) {
    constexpr std::chrono::hours day{24};
    if (piece.kind == assets::FixKind::Estimated) return Cover::Estimated;
    return piece.wide || (piece.sometime && piece.to - piece.from > day) ? Cover::Wide : Cover::Precise;
}

Row row_of(const Inputs& in, assets::AssetIndex asset, const Period& period) {
    Row row{asset, {}, {}};
    const auto add = [&](assets::Instant from, assets::Instant to, Cover cover, double from_offset_h,
                         double to_offset_h) {
        if (to >= period.from && from < period.to) row.pieces.push_back({from, to, cover, from_offset_h, to_offset_h});
    };
    const auto offset_of = [&](const assets::LanePiece& piece) {
        return in.scenario.fixes[piece.fix].utc_offset_h();
    };
    const assets::Lane lane = assets::lane_of(in.scenario, asset, period.to);
    for (const assets::LaneBar& bar : lane.bars)
        add(bar.from, bar.to, Cover::Deployed, bar.utc_offset_h, bar.utc_offset_h);
    std::vector<assets::LanePiece> reports = lane.pieces;
    std::erase_if(reports, [](const assets::LanePiece& piece) { return piece.kind == assets::FixKind::Planned; });
    if (lane.bars.empty() && !reports.empty()) { // deployed from the first report on; no end is known
        const auto [first, last] = std::minmax_element(reports.begin(), reports.end(),
                                                       [](const auto& a, const auto& b) { return a.from < b.from; });
        add(first->from, last->to, Cover::Deployed, offset_of(*first), offset_of(*last));
    }
    for (const assets::LanePiece& piece : reports)
        add(piece.from, piece.to, cover_of(piece), offset_of(piece), offset_of(piece));
    std::stable_sort(row.pieces.begin(), row.pieces.end(),
                     [](const Piece& a, const Piece& b) { return a.cover < b.cover; });
    for (const assets::Event& event : in.scenario.events)
        if (event.from >= period.from && event.from < period.to &&
            std::find(event.assets.begin(), event.assets.end(), asset) != event.assets.end())
            row.events.push_back(event.from);
    return row;
}

Strip strip_of(const Inputs& in) {
    Strip strip{period_of(in), {}};
    const AssetFilter filter{in.figure};
    const std::size_t declared = std::min<std::size_t>(in.scenario.first_feed_asset, in.scenario.assets.size());
    for (std::size_t i = 0; i < declared; ++i) {
        if (!filter.allows(in.scenario.assets[i].id)) continue;
        Row row = row_of(in, static_cast<assets::AssetIndex>(i), strip.period);
        if (!row.pieces.empty()) strip.rows.push_back(std::move(row));
    }
    return strip;
}

/// The colour of the asset's voyage on the map, else that of its country.
Colour colour_of(const Inputs& in, assets::AssetIndex asset) {
    const auto& voyages = in.snapshot.voyages;
    const std::string& country = in.scenario.assets[asset].country;
    const auto found =
        std::find_if(voyages.begin(), voyages.end(), [&](const assets::Voyage& v) { return v.asset == asset; });
    if (found == voyages.end()) return in.theme.country_colour(country);
    return voyage_colour(in.theme, {static_cast<std::size_t>(found - voyages.begin()), voyages.size(), country}, false);
}

TextStyle small(const Inputs& in, Colour colour, int weight = 400) {
    TextStyle style;
    style.size_mm = in.theme.small_mm;
    style.weight = weight;
    style.colour = colour;
    return style;
}

/// A rectangle to draw a piece into, about the middle line `y` of its row.
Rect block_at(double left, double right, double y, double height) {
    return {left, y - height / 2, right - left, height};
}

void fill_rect(Builder& builder, const Rect& r, Colour colour) {
    builder.fill({{{{r.x, r.y}, {r.right(), r.y}, {r.right(), r.bottom()}, {r.x, r.bottom()}}, true}}, colour);
}

void draw_cover(Builder& builder, const Inputs& in, Cover cover, double left, double right, double y, Colour colour) {
    const double em = in.theme.small_mm;
    switch (cover) {
    case Cover::Deployed:
        return fill_rect(builder, block_at(left, right, y, bar_ems * em), mixed(colour, in.theme.page, 0.6));
    case Cover::Estimated: {
        constexpr double rim_mm = 0.2;
        const Rect r = block_at(left, right, y, block_ems * em - rim_mm);
        return builder.stroke(
            {{{{{r.x, r.y}, {r.right(), r.y}, {r.right(), r.bottom()}, {r.x, r.bottom()}}, true}}, colour, rim_mm, {}});
    }
    case Cover::Wide:
        return fill_rect(builder, block_at(left, right, y, block_ems * em), mixed(colour, in.theme.page, 0.5));
    case Cover::Precise:
        return fill_rect(builder, block_at(left, right, y, block_ems * em), colour);
    }
}

/// A small triangle that points down to the row.
void draw_event(Builder& builder, const Inputs& in, double x, double y) {
    const double em = in.theme.small_mm, tip = y - 0.5 * block_ems * em, r = 0.24 * em;
    builder.fill({{{{x - r, tip - 1.6 * r}, {x + r, tip - 1.6 * r}, {x, tip}}, true}}, in.theme.text);
}

/// The key below the axis: what the pieces of the strip mean, in lines that fit its width.
struct KeyEntry {
    std::optional<Cover> cover; ///< empty: an event
    TypesetLine text;
    double x;
    std::size_t line;
};

std::vector<KeyEntry> key_of(const Inputs& in, const Strip& strip, double width_mm) {
    std::vector<KeyEntry> entries;
    const auto has = [&](Cover cover) {
        return std::any_of(strip.rows.begin(), strip.rows.end(), [&](const Row& row) {
            return std::any_of(row.pieces.begin(), row.pieces.end(), [&](const Piece& p) { return p.cover == cover; });
        });
    };
    const double em = in.theme.small_mm;
    double x = 0;
    std::size_t line = 0;
    const auto add = [&](std::optional<Cover> cover, const char* key) {
        TypesetLine text = in.typesetter.set(in.words(key), small(in, in.theme.text_muted), in.words.language());
        const double width = (sample_ems + 0.5) * em + text.width_mm;
        if (x > 0 && x + width > width_mm) {
            x = 0;
            ++line;
        }
        entries.push_back({cover, std::move(text), x, line});
        x += width + entry_gap_ems * em;
    };
    if (has(Cover::Precise)) add(Cover::Precise, "strip.precise");
    if (has(Cover::Wide)) add(Cover::Wide, "strip.wide");
    if (has(Cover::Estimated)) add(Cover::Estimated, "strip.estimated");
    if (has(Cover::Deployed)) add(Cover::Deployed, "strip.deployed");
    if (std::any_of(strip.rows.begin(), strip.rows.end(), [](const Row& row) { return !row.events.empty(); }))
        add(std::nullopt, "strip.event");
    return entries;
}

double height_of(const Inputs& in, const Strip& strip, const std::vector<KeyEntry>& key) {
    const double lines = key.empty() ? 0 : static_cast<double>(key.back().line + 1);
    return in.theme.small_mm * (row_ems * static_cast<double>(strip.rows.size()) + axis_ems + key_ems * lines);
}

/// The days on which deployments begin and end within the period, beside their bars where there is room.
void draw_ends(Builder& builder, const Inputs& in, const Row& row, const TimeAxis& axis, double y) {
    const double em = in.theme.small_mm, gap = 0.35 * em;
    const TextStyle style = small(in, in.theme.text_muted);
    std::vector<std::pair<double, double>> taken;
    for (const Piece& piece : row.pieces)
        taken.emplace_back(axis.x_of(piece.from), axis.x_of(piece.to));
    const auto place = [&](const TypesetLine& text, double left) {
        const double right = left + text.width_mm;
        const bool is_free = std::none_of(taken.begin(), taken.end(), [&](const auto& t) {
            return left < t.second + gap / 2 && t.first - gap / 2 < right;
        });
        if (!is_free || left < axis.left() || right > axis.right()) return false;
        builder.text(placed(text, {left, y + 0.35 * em}));
        taken.emplace_back(left, right);
        return true;
    };
    for (const Piece& piece : row.pieces) {
        if (piece.cover != Cover::Deployed) continue;
        const auto set = [&](const std::string& day) {
            return in.typesetter.set(day, style, in.words.language());
        };
        const std::string begin = in.words.short_day_month(piece.from, piece.from_offset_h),
                          end = in.words.short_day_month(piece.to, piece.to_offset_h);
        bool is_told = false; // whether the day of the beginning stands there
        if (piece.from > axis.period().from) {
            const TypesetLine text = set(begin);
            is_told = place(text, axis.x_of(piece.from) - gap - text.width_mm);
        }
        if (piece.to + assets::tick < axis.period().to && !(is_told && end == begin))
            (void)place(set(end), axis.x_of(piece.to) + gap);
    }
}

/// The widest name; longer ones are set smaller.
double names_mm(const Inputs& in, const Strip& strip, double width_mm) {
    double widest = 0;
    for (const Row& row : strip.rows)
        widest = std::max(widest, in.typesetter
                                      .set(asset_name(in, in.scenario.assets[row.asset]), small(in, in.theme.text, 600),
                                           in.words.line_language())
                                      .width_mm);
    return std::min(widest, most_for_names * width_mm);
}

void draw_name(Builder& builder, const Inputs& in, const Row& row, Point at, double most_mm) {
    TextStyle style = small(in, colour_of(in, row.asset), 600);
    const std::string name = asset_name(in, in.scenario.assets[row.asset]);
    TypesetLine line = in.typesetter.set(name, style, in.words.line_language());
    if (line.width_mm > most_mm) {
        style.size_mm *= most_mm / line.width_mm;
        line = in.typesetter.set(name, style, in.words.line_language());
    }
    builder.text(placed(line, at));
}

void draw_axis(Builder& builder, const Inputs& in, const TimeAxis& axis, double top, double bottom) {
    constexpr double line_mm = 0.15;
    const double em = in.theme.small_mm;
    std::vector<Outline> lines{{{{axis.left(), bottom}, {axis.right(), bottom}}, false}};
    std::vector<Outline> grid;
    double free_from = axis.left();
    for (const TimeAxis::Tick& tick : axis.ticks(in.words, in.scenario.utc_offset_h, em)) {
        const double x = axis.x_of(tick.at);
        if (x > axis.left()) grid.push_back({{{x, top}, {x, bottom + 0.45 * em}}, false});
        const TypesetLine text = in.typesetter.set(tick.label, small(in, in.theme.text_muted), in.words.language());
        const double left = x + 0.35 * em;
        if (tick.label.empty() || left < free_from || left + text.width_mm > tick.room_to) continue;
        builder.text(placed(text, {left, bottom + 1.05 * em}));
        free_from = left + text.width_mm + 0.4 * em;
    }
    builder.stroke({std::move(grid), mixed(in.theme.text_muted, in.theme.page, 0.72), line_mm, {}});
    builder.stroke({std::move(lines), mixed(in.theme.text_muted, in.theme.page, 0.35), line_mm, {}});
}

} // namespace

double time_strip_mm(const Inputs& in, double width_mm) {
    if (!in.shows("strip")) return 0;
    const Strip strip = strip_of(in);
    if (strip.rows.empty()) return 0;
    const double height = height_of(in, strip, key_of(in, strip, width_mm));
    const double page = in.figure.page_height_mm.value_or(2 * in.figure.page_width_mm);
    if (height > most_of_page * page)
        throw FigureError{fmt::format("the strip has {} rows, for which the page has no room; choose assets (--only, "
                                      "--hide), make the page larger or leave the strip out (--without strip)",
                                      strip.rows.size())};
    return height;
}

void draw_time_strip(Builder& builder, Layout& layout, const Inputs& in, const Rect& room) {
    const Strip strip = strip_of(in);
    const double em = in.theme.small_mm, row_mm = row_ems * em;
    const double name_mm = names_mm(in, strip, room.w);
    const double left = room.x + name_mm + name_gap_ems * em;
    const double rows_bottom = room.y + row_mm * static_cast<double>(strip.rows.size());
    const TimeAxis axis{strip.period, left, room.right()};
    const auto scope = builder.group({.tag = {"furniture", "furniture", "strip"}});
    draw_axis(builder, in, axis, room.y, rows_bottom);
    std::string text;
    for (std::size_t i = 0; i < strip.rows.size(); ++i) {
        const Row& row = strip.rows[i];
        const double y = room.y + (static_cast<double>(i) + 0.55) * row_mm;
        const Colour colour = colour_of(in, row.asset);
        draw_name(builder, in, row, {room.x, y + 0.35 * em}, name_mm);
        text += (text.empty() ? "" : "; ") + asset_name(in, in.scenario.assets[row.asset]);
        constexpr double least_mm = 0.4; // so that a report of an hour can be seen
        for (const Piece& piece : row.pieces) {
            double from = axis.x_of(piece.from), to = axis.x_of(piece.to);
            if (to - from < least_mm) {
                from = std::clamp((from + to - least_mm) / 2, axis.left(), axis.right() - least_mm);
                to = from + least_mm;
            }
            draw_cover(builder, in, piece.cover, from, to, y, colour);
        }
        draw_ends(builder, in, row, axis, y);
        for (const assets::Instant event : row.events)
            draw_event(builder, in, axis.x_of(event), y);
    }
    if (!in.figure.period) {
        constexpr double now_mm = 0.3;
        const double x = axis.x_of(in.snapshot.at);
        builder.stroke({{{{{x, room.y}, {x, rows_bottom}}, false}}, in.theme.text, now_mm, {}});
    }
    for (const KeyEntry& entry : key_of(in, strip, room.w)) {
        const double y = rows_bottom + em * (axis_ems + key_ems * (static_cast<double>(entry.line) + 0.5));
        const double x = room.x + entry.x;
        if (entry.cover)
            draw_cover(builder, in, *entry.cover, x, x + sample_ems * em, y, in.theme.text_muted);
        else
            draw_event(builder, in, x + 0.5 * sample_ems * em, y + 0.7 * em);
        builder.text(placed(entry.text, {x + (sample_ems + 0.5) * em, y + 0.35 * em}));
    }
    layout.items.push_back({"furniture", "strip", "strip", text, room, {}, {}});
}

} // namespace render
