#include "render/map/furniture/legend.hpp"

#include "assets/model/area.hpp"
#include "geo/earth/geodesic.hpp"
#include "render/map/furniture/wording.hpp"
#include "render/map/style/live_marks.hpp"
#include "render/map/style/zone_dashes.hpp"
#include "render/symbols/pictogram.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numbers>
#include <set>

#include <fmt/format.h>

namespace render {
namespace {

using assets::AssetType;
using assets::How;

double sample_width(const Theme& t) {
    return 2.6 * t.legend_mm;
}
bool draws_dots(const Inputs& in, const Visible& visible) {
    return in.figure.symbols == SymbolSet::Dot || visible.crowd;
}
SymbolStyle symbol_style(const Inputs& in, const Visible& visible, Colour colour) {
    SymbolStyle s;
    s.size_mm = std::min(in.theme.symbol_mm, 2.4 * in.theme.legend_mm);
    s.colour = colour;
    s.halo = in.theme.halo;
    s.halo_mm = 0; // on the panel a halo has nothing to keep clear of
    s.course_deg = 90;
    s.dot = draws_dots(in, visible);
    return s;
}

/// The symbol, made to fit a row and centred in its sample.
std::vector<Command> symbol_sample(const Inputs& in, AssetType type, SymbolStyle style) {
    Rect box = symbol_box(type, style);
    const double fits = std::min(sample_width(in.theme) / box.w, 1.55 * in.theme.legend_mm / box.h);
    if (fits < 1) {
        style.size_mm *= fits;
        box = symbol_box(type, style);
    }
    Group group;
    group.affine = {1, 0, 0, 1, -(box.x + box.w / 2), -(box.y + box.h / 2)};
    group.commands = draw_symbol(type, style);
    std::vector<Command> out;
    out.push_back({std::move(group)});
    return out;
}

Outline rectangle(double w, double h) {
    return {{{-w / 2, -h / 2}, {w / 2, -h / 2}, {w / 2, h / 2}, {-w / 2, h / 2}}, true};
}

Outline disc(double radius) {
    constexpr int points = 32;
    Outline o{{}, true};
    for (int i = 0; i < points; ++i) {
        const double a = 2 * std::numbers::pi * i / points;
        o.points.push_back({radius * std::cos(a), radius * std::sin(a)});
    }
    return o;
}

Colour faded(Colour c, double opacity) {
    c.a = static_cast<std::uint8_t>(std::lround(c.a * opacity));
    return c;
}

constexpr double smallest_zone_mm = 5; // a reader looks for nothing smaller

/// About how far a zone reaches: the diagonal of the box around its lines.
double extent_m(const assets::Zone& zone) {
    if (std::holds_alternative<assets::SeaShape>(zone.shape)) return std::numeric_limits<double>::infinity();
    if (const auto* circle = std::get_if<assets::CircleShape>(&zone.shape)) return 2000 * circle->radius_km;
    const std::vector<geo::Polyline> lines = assets::skeleton_of(zone.shape, nullptr).lines;
    double west = 1e9, south = 1e9, east = -1e9, north = -1e9;
    for (const geo::Polyline& line : lines)
        for (const geo::Degrees& d : line) {
            west = std::min(west, d.lon);
            east = std::max(east, d.lon);
            south = std::min(south, d.lat);
            north = std::max(north, d.lat);
        }
    if (east < west) return 0;
    const auto a = geo::LonLat::from_degrees(west, south), b = geo::LonLat::from_degrees(east, north);
    return a && b && east - west < 180 ? geo::distance_m(*a, *b) : std::numeric_limits<double>::infinity();
}

class Rows {
public:
    Rows(const Inputs& in, const Visible& visible, double m_per_mm)
        : m_in{in}, m_visible{visible}, m_metres_per_mm{m_per_mm} {}

    std::vector<LegendRow> make() {
        forces();
        ways_of_knowing();
        zones();
        events();
        return std::move(m_rows);
    }

private:
    void begin_section() { m_section = true; }
    LegendRow& add(std::string id, std::string text, int priority) {
        LegendRow row;
        row.id = std::move(id);
        row.text = std::move(text);
        row.priority = priority;
        row.new_section = m_section && !m_rows.empty();
        m_section = false;
        m_rows.push_back(std::move(row));
        return m_rows.back();
    }

    /// How many of its assets are drawn, for each country.
    [[nodiscard]] std::map<std::string, int> drawn_of_countries() const {
        std::map<std::string, int> count;
        for (const std::string& iso : m_visible.countries)
            count[iso] = 0;
        for (const assets::State& s : m_in.snapshot.states.work_out_all()) {
            const assets::Asset& asset = m_in.scenario.assets[s.asset];
            const auto known = count.find(asset.country);
            if (known != count.end() && m_visible.drawn_assets.contains(asset.id)) ++known->second;
        }
        return count;
    }

    /// Those that share a row: where there are many, all but the ones with most assets that have a colour of their own.
    [[nodiscard]] std::set<std::string> other_countries() const {
        constexpr std::size_t most = 10; // more rows than these nobody reads
        if (m_visible.countries.size() <= most) return {};
        std::vector<std::pair<int, std::string>> by_count;
        for (const auto& [iso, count] : drawn_of_countries())
            by_count.emplace_back(m_in.theme.country.contains(iso) ? -count : 1, iso);
        std::sort(by_count.begin(), by_count.end());
        std::set<std::string> others;
        for (std::size_t i = 0; i < by_count.size(); ++i)
            if (i + 1 >= most || by_count[i].first > 0) others.insert(by_count[i].second);
        return others;
    }

    void country_rows(bool as_heading) {
        const Theme& theme = m_in.theme;
        const auto disc_of = [&](const std::string& iso, double x) {
            Outline o = disc(0.42 * theme.legend_mm);
            for (Point& p : o.points)
                p.x += x;
            return Command{FillPath{{std::move(o)}, theme.country_colour(iso)}};
        };
        const std::set<std::string> others = other_countries();
        for (const std::string& iso : m_visible.countries) {
            if (others.contains(iso)) continue;
            LegendRow& row = add("country:" + iso, country_name(m_in.words, iso), 1);
            row.heading = as_heading;
            if (!as_heading) row.sample = {disc_of(iso, 0)};
        }
        if (others.empty()) return;
        LegendRow& row = add("country:other",
                             m_in.words("legend.other_countries", {{"count", fmt::format("{}", others.size())}}), 1);
        constexpr std::size_t samples = 3;
        std::vector<std::string> colours; // one country of each
        for (const std::string& iso : others) {
            const bool known = std::any_of(colours.begin(), colours.end(), [&](const std::string& other) {
                return theme.country_colour(other) == theme.country_colour(iso);
            });
            if (!known && colours.size() < samples) colours.push_back(iso);
        }
        for (std::size_t i = 0; i < colours.size(); ++i)
            row.sample.push_back(
                disc_of(colours[i], 0.9 * theme.legend_mm *
                                        (static_cast<double>(i) - (static_cast<double>(colours.size()) - 1) / 2)));
    }

    /// One country: its name, and its kinds of symbol in its colour. More: a colour a country, kinds in grey.
    void forces() {
        const Theme& theme = m_in.theme;
        const bool dots = draws_dots(m_in, m_visible); // one like the other: they tell countries apart, not kinds
        const bool one = m_visible.countries.size() == 1 && !dots;
        country_rows(one);
        const Colour colour = one ? theme.country_colour(*m_visible.countries.begin()) : theme.text_muted;
        for (const AssetType type : m_visible.types) {
            const std::string name{assets::to_string(type)};
            LegendRow& row = add("type:" + name, m_in.words("type." + name), 3);
            SymbolStyle style = symbol_style(m_in, m_visible, colour);
            style.dot = false;
            row.sample = symbol_sample(m_in, type, style);
        }
        if (m_visible.crowd && !m_visible.types.empty()) {
            LegendRow& row = add("how:crowd", m_in.words("legend.crowd"), 3);
            row.sample = symbol_sample(m_in, AssetType::Other, symbol_style(m_in, m_visible, theme.text_muted));
        }
    }

    [[nodiscard]] Colour known_colour() const {
        return m_visible.countries.size() == 1 ? m_in.theme.country_colour(*m_visible.countries.begin())
                                               : m_in.theme.text_muted;
    }

    void known(std::string id, std::string_view words, SymbolFill fill, double opacity = 1, bool question = false) {
        LegendRow& row = add("how:" + std::move(id), m_in.words(words), 2);
        SymbolStyle style = symbol_style(m_in, m_visible, known_colour());
        style.fill = fill;
        style.question_mark = question;
        const AssetType type = m_visible.types.empty() ? AssetType::Frigate : *m_visible.types.begin();
        row.sample = symbol_sample(m_in, type, style);
        row.opacity = opacity;
    }

    /// Fainter to the left, as it is on the map the longer ago.
    void trail(std::chrono::seconds length) {
        LegendRow& row = add("how:trail", m_in.words("legend.trail", {{"span", span_words(length)}}), 4);
        const double w = sample_width(m_in.theme), part = w / static_cast<double>(trail_strengths.size());
        double x = -w / 2;
        for (const double strength : trail_strengths) {
            row.sample.push_back({StrokePath{{{{{x, 0}, {x + part, 0}}, false}},
                                             faded(known_colour(), strength),
                                             trail_width * m_in.theme.track_mm,
                                             {}}});
            x += part;
        }
    }

    /// "30 minutes", "hour", "6 hours": what comes after "in the last".
    [[nodiscard]] std::string span_words(std::chrono::seconds length) const {
        const auto count = length.count();
        const auto said = [&](const char* one, const char* several, long unit) {
            const long n = std::max(1L, (count + unit / 2) / unit);
            return n == 1 ? m_in.words(one) : m_in.words(several, {{"count", fmt::format("{}", n)}});
        };
        constexpr long minute = 60, hour = 60 * minute, day = 24 * hour;
        if (count % hour != 0 && count < 3 * hour) return said("legend.minute", "legend.minutes", minute);
        return count <= 2 * day ? said("legend.hour", "legend.hours", hour) : said("legend.day", "legend.days", day);
    }

    /// How the symbols on the map are drawn, each counted once: the strongest doubt decides.
    struct Looks {
        bool solid = false, interpolated = false, held = false, stale = false, sometime = false, may_have = false,
             planned = false, wide_ship = false, wide_other = false;
    };
    [[nodiscard]] Looks looks() const {
        using assets::Flag;
        Looks seen;
        for (const assets::State& s : m_in.snapshot.states.work_out_all()) {
            const assets::Asset& asset = m_in.scenario.assets[s.asset];
            if (!m_visible.drawn_assets.contains(asset.id) || s.carrier != assets::no_index) continue;
            const bool holds = asset.path == assets::PathRule::Hold;
            if (s.flags.has(Flag::Wide)) (assets::is_ship(asset.type) ? seen.wide_ship : seen.wide_other) = true;
            if (s.flags.has(Flag::MayHaveLeft) || s.flags.has(Flag::MayNotHaveArrived))
                seen.may_have = true;
            else if (s.flags.has(Flag::Planned))
                seen.planned = true;
            else if (s.flags.has(Flag::Sometime))
                seen.sometime = true;
            else if (s.how == How::Interpolated)
                seen.interpolated = true;
            else if (s.how == How::Stale)
                seen.stale = true;
            else if (s.how == How::Held && !holds)
                seen.held = true;
            else
                seen.solid = true;
        }
        return seen;
    }

    void ways_of_knowing() {
        begin_section();
        const Theme& theme = m_in.theme;
        const Looks seen = looks();
        const bool doubts =
            seen.interpolated || seen.held || seen.stale || seen.sometime || seen.may_have || seen.planned;
        if (seen.solid && doubts) known("reported", "legend.reported", SymbolFill::Solid);
        if (seen.interpolated) known("interpolated", "legend.interpolated", SymbolFill::Hollow);
        if (m_visible.legs) {
            LegendRow& row = add("how:leg", m_in.words("legend.leg"), 4);
            const double half = sample_width(theme) / 2;
            row.sample = {{StrokePath{{{{{-half, 0}, {half, 0}}, false}}, known_colour(), theme.track_mm, {1.4, 1.0}}}};
        }
        if (m_visible.trails) trail(*m_visible.trails);
        if (seen.held) known("held", "legend.held", SymbolFill::Solid, theme.held_opacity);
        if (seen.stale) known("stale", "legend.stale", SymbolFill::Solid, theme.stale_opacity);
        if (seen.sometime) known("sometime", "legend.sometime", SymbolFill::Hollow);
        if (seen.may_have) known("may_have", "legend.may_have", SymbolFill::Hollow, 1, true);
        if (seen.planned) known("planned", "legend.planned", SymbolFill::Hollow);
        if (m_visible.wide_reports) {
            const bool ships = seen.wide_ship && !seen.wide_other;
            LegendRow& row = add("how:wide", m_in.words(ships ? "legend.ship_stand_in" : "legend.stand_in"), 2);
            row.sample = {{FillPath{{rectangle(sample_width(theme), 1.25 * theme.legend_mm)},
                                    faded(known_colour(), 1.5 * theme.area_tint_opacity)}}};
        }
        if (m_visible.nothing_heard) {
            LegendRow& row = add("how:nothing_heard", m_in.words("legend.nothing_heard"), 0);
            row.sample = {{FillPath{{rectangle(sample_width(theme), 1.25 * theme.legend_mm)}, theme.sea}},
                          {FillPath{{rectangle(sample_width(theme), 1.25 * theme.legend_mm)},
                                    faded(theme.text_muted, nothing_heard_opacity)}}};
        }
    }

    /// Drawn as the zones layer draws it.
    std::vector<Command> zone_sample(const assets::Zone& zone) const {
        using assets::ZoneKind;
        const Theme& theme = m_in.theme;
        const double w = sample_width(theme), h = 1.15 * theme.legend_mm;
        if (zone.kind == ZoneKind::Dmz) return {{FillPath{{rectangle(w, 0.7 * h)}, theme.dmz_tint}}};
        const Colour colour = zone.kind == ZoneKind::Demarcation ? theme.demarcation : theme.zone_line;
        const std::vector<double> dash = zone_dashes(zone.status);
        if (std::holds_alternative<assets::LineShape>(zone.shape))
            return {{StrokePath{{{{{-w / 2, 0}, {w / 2, 0}}, false}}, colour, theme.zone_line_mm, dash}}};
        std::vector<Command> out;
        if (zone.kind == ZoneKind::Patrol || zone.kind == ZoneKind::Area) {
            out.push_back({FillPath{{rectangle(w, h)}, theme.zone_tint}});
        } else if (zone.kind != ZoneKind::Adiz && zone.kind != ZoneKind::Eez) {
            std::vector<Outline> hatch;
            for (double x = -w / 2; x + h <= w / 2 + 0.01; x += 1.2)
                hatch.push_back({{{x, h / 2}, {x + h, -h / 2}}, false});
            out.push_back({StrokePath{hatch, faded(theme.zone_line, 0.55), 0.45 * theme.zone_line_mm, {}}});
        }
        if (zone.status != assets::ZoneStatus::Illustrative)
            out.push_back({StrokePath{{rectangle(w, h)}, colour, theme.zone_line_mm, dash}});
        return out;
    }

    std::string zone_words(const assets::Zone& zone, bool alone) const {
        const auto key = [](auto value) {
            return std::string{assets::to_string(value)};
        };
        std::string text = alone ? zone.name : capitalised(m_in.words("zone." + key(zone.kind)));
        std::vector<std::string> more;
        if (zone.status != assets::ZoneStatus::Agreed) more.push_back(m_in.words("legend.status_" + key(zone.status)));
        if (zone.drawn == assets::Drawn::Approximate && zone.kind != assets::ZoneKind::Dmz)
            more.push_back(m_in.words("legend.approximate"));
        if (zone.kind == assets::ZoneKind::Dmz && m_visible.not_to_scale)
            more.push_back(m_in.words("legend.not_to_scale"));
        for (std::size_t i = 0; i < more.size(); ++i)
            text += (i == 0 ? " (" : ", ") + more[i];
        return more.empty() ? text : text + ")";
    }

    void zones() {
        begin_section();
        // Zones of one kind and standing share a row.
        std::vector<std::pair<const assets::Zone*, int>> rows;
        for (const assets::ZoneIndex z : m_visible.zones) {
            const assets::Zone& zone = m_in.scenario.zones[z];
            if (extent_m(zone) < smallest_zone_mm * m_metres_per_mm) continue;
            const auto same = std::find_if(rows.begin(), rows.end(), [&](const auto& r) {
                return r.first->kind == zone.kind && r.first->status == zone.status;
            });
            if (same == rows.end())
                rows.emplace_back(&zone, 1);
            else
                ++same->second;
        }
        for (const auto& [zone, count] : rows) {
            LegendRow& row = add(fmt::format("zone:{}-{}", to_string(zone->kind), to_string(zone->status)),
                                 zone_words(*zone, count == 1), 4);
            row.sample = zone_sample(*zone);
        }
    }

    void events() {
        begin_section();
        TextStyle style;
        style.size_mm = 0.78 * m_in.theme.legend_mm;
        style.weight = 600;
        style.colour = m_in.theme.event_text;
        for (std::size_t i = 0; i < m_visible.events.size(); ++i) {
            const assets::Event& event = m_in.scenario.events[m_visible.events[i]];
            const std::string date = date_span(m_in, event.from, event.to, event.utc_offset_h);
            LegendRow& row =
                add("event:" + event.id, m_in.words("legend.event_row", {{"text", event.title}, {"date", date}}), 6);
            const SetText number = m_in.typesetter.set(fmt::format("{}", i + 1), style);
            row.sample = {{FillPath{{disc(0.68 * m_in.theme.legend_mm)}, m_in.theme.event_mark}},
                          {placed(number, {-number.width_mm / 2, 0.36 * style.size_mm})}};
        }
    }

    const Inputs& m_in;
    const Visible& m_visible;
    double m_metres_per_mm;
    std::vector<LegendRow> m_rows;
    bool m_section = false;
};

} // namespace

std::vector<LegendRow> legend_rows(const Inputs& in, const Visible& visible, double m_per_mm) {
    return Rows{in, visible, m_per_mm}.make();
}

Legend set_legend(const Inputs& in, const std::vector<LegendRow>& rows, double max_width_mm, bool opaque) {
    const Theme& theme = in.theme;
    const double pad = 0.62 * theme.legend_mm, sample = sample_width(theme), gap = 0.55 * theme.legend_mm;
    const double text_x = pad + sample + gap, leading = 1.15 * theme.legend_mm;
    Legend legend;
    std::vector<Command> content;
    double y = pad, widest = 0;
    for (const LegendRow& row : rows) {
        TextStyle style;
        style.size_mm = theme.legend_mm;
        style.colour = theme.text;
        if (row.heading) style.weight = 600;
        const double x = row.heading ? pad : text_x;
        const auto lines = in.typesetter.set_paragraph(row.text, style, max_width_mm - x - pad, in.words.language());
        if (row.new_section) y += 0.4 * theme.legend_mm;
        const double text_h = 0.73 * theme.legend_mm + leading * (static_cast<double>(lines.size()) - 1);
        const double row_h =
            std::max(text_h, 0.95 * theme.legend_mm) + (lines.size() > 1 ? 0.78 : 0.5) * theme.legend_mm;
        double baseline = y + (row_h - text_h) / 2 + 0.73 * theme.legend_mm;
        const double middle = y + row_h / 2;
        for (const SetText& line : lines) {
            content.push_back({placed(line, {x, baseline})});
            widest = std::max(widest, x + line.width_mm);
            baseline += leading;
        }
        if (!row.sample.empty()) {
            Group group;
            group.anchor = Point{pad + sample / 2, middle};
            group.opacity = row.opacity;
            group.commands = row.sample;
            content.push_back({std::move(group)});
        }
        legend.text += (legend.text.empty() ? "" : "; ") + row.text;
        y += row_h;
    }
    legend.box = {0, 0, widest + pad, y + pad};
    const double w = legend.box.w, h = legend.box.h;
    const Outline panel{{{0, 0}, {w, 0}, {w, h}, {0, h}}, true};
    Colour ground = theme.panel;
    if (opaque) ground.a = 255;
    legend.commands.push_back({FillPath{{panel}, ground}});
    legend.commands.push_back({StrokePath{{panel}, theme.panel_edge, 0.15, {}, Cap::Butt, Join::Mitre}});
    legend.commands.insert(legend.commands.end(), content.begin(), content.end());
    return legend;
}

std::vector<LegendRow> without_least(std::vector<LegendRow> rows) {
    // Of equals the last goes first.
    const auto least = std::max_element(
        rows.begin(), rows.end(), [](const LegendRow& a, const LegendRow& b) { return a.priority <= b.priority; });
    const bool led_section = least->new_section;
    const auto next = rows.erase(least);
    if (led_section && next != rows.end()) next->new_section = true;
    return rows;
}

} // namespace render
