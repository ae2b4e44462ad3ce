#include "render/map/panels/panels.hpp"

#include "render/map/furniture/furniture.hpp"
#include "render/map/furniture/legend.hpp"
#include "render/map/furniture/text/text_band.hpp"
#include "render/map/layer_list.hpp"
#include "render/map/page_layout.hpp"
#include "render/map/panels/merged.hpp"
#include "render/map/panels/panel_grid.hpp"
#include "render/map/words/panels/panel_words.hpp"
#include "render/map/words/wording.hpp"
#include "render/picture/outlines.hpp"
#include "render/picture/rect.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/format.h>

namespace render {
namespace {

constexpr double least_frame_mm = 18;
constexpr std::size_t most_names = 12, most_names_narrow = 6; ///< of missing assets, and of each kind of change
constexpr double narrow_page_mm = 120;
constexpr double footer_share = 0.25; ///< of a page's height: limit of the footer
constexpr double legend_share = 0.7;  ///< of the empty cells, as draw_legend_column() keeps it

/// Where legend and texts stand: both in the empty cells of the grid, only the legend there, or above and below.
enum class TextPlace { Spare, LegendInSpare, Bands };

/// How much the footer says.
struct Extent {
    std::size_t notes, names;
};

class PanelsPage {
public:
    PanelsPage(const Inputs& in, std::span<const assets::Snapshot> snapshots, const Camera& camera,
               const ComposeMap& compose_map)
        : m_in{in},
          m_snapshots{snapshots},
          m_camera{camera},
          m_compose_map{compose_map},
          m_headings{map_headings(in.words, in.scenario, snapshots)},
          m_width{in.figure.page_width_mm - 2 * in.theme.margin_mm} {
        for (const assets::Snapshot& snapshot : snapshots)
            m_inputs.push_back(inputs_of(snapshot, in.shown));
        const bool titled = in.shows("title") || in.shows("subtitle");
        m_header = titled ? title_height_mm(header_inputs(), m_width) : 0;
        m_strip = 2 * in.theme.legend_mm;
        m_footer = 5 * in.theme.small_mm;
    }

    /// The room for legend and texts is known only when the maps are drawn, and the size of the maps depends on it. So
    /// they are composed again until the room fits.
    [[nodiscard]] Panels compose() {
        constexpr int most_rounds = 6;
        for (int round = 0;; ++round) {
            m_grid = chosen_grid();
            compose_maps();
            if (fits(round) || round == most_rounds) return drawn();
        }
    }

private:
    [[nodiscard]] Inputs inputs_of(const assets::Snapshot& snapshot, std::set<std::string_view> shown) const {
        return {m_in.scenario, snapshot,    m_in.figure,     m_in.theme,
                m_in.words,    m_in.policy, m_in.typesetter, std::move(shown)};
    }

    /// Title and subtitle, without the day, which stands above each map.
    [[nodiscard]] Inputs header_inputs() const {
        auto shown = m_in.shown;
        shown.erase("asof");
        return inputs_of(m_in.snapshot, std::move(shown));
    }

    [[nodiscard]] double shape() const {
        constexpr double usual = 4.0 / 3.0, narrowest = 0.6, widest = 2.4;
        return std::clamp(m_camera.shape().value_or(usual), narrowest, widest);
    }
    [[nodiscard]] double heading_mm() const { return m_in.theme.subtitle_mm + 0.3 * m_in.theme.gap_mm; }
    [[nodiscard]] double gap() const { return m_in.theme.gap_mm; }
    [[nodiscard]] double top() const { return m_in.theme.margin_mm + m_header; }

    // --- the grid ---

    [[nodiscard]] TextPlace place_with(bool has_spare) const { return has_spare ? m_place : TextPlace::Bands; }

    [[nodiscard]] GridRoom room_for(TextPlace place) const {
        const double strip = place == TextPlace::Bands ? m_strip : 0;
        const double footer = place == TextPlace::Spare ? 0 : m_footer;
        GridRoom room{m_in.theme.margin_mm, top() + strip, m_width, {}, heading_mm(), 2 * gap()};
        if (m_in.figure.page_height_mm)
            room.height_mm = *m_in.figure.page_height_mm - m_in.theme.margin_mm - room.y - footer;
        return room;
    }

    [[nodiscard]] PanelGrid grid_with(std::size_t columns) const {
        const bool has_spare = m_snapshots.size() % columns != 0;
        return grid_of(m_snapshots.size(), columns, room_for(place_with(has_spare)), shape());
    }

    [[nodiscard]] PanelGrid chosen_grid() const {
        std::optional<PanelGrid> best;
        if (!m_in.figure.page_height_mm) {
            best = grid_with(columns_for(m_snapshots.size(), m_width, 2 * gap()));
        } else {
            constexpr double same_mm = 0.5;
            for (std::size_t columns = 1; columns <= m_snapshots.size(); ++columns) {
                PanelGrid grid = grid_with(columns);
                if (std::min(grid.frames.front().w, grid.frames.front().h) <= 0) continue;
                const auto size = [&](const PanelGrid& of) {
                    return fitted_width_mm(of.frames.front(), shape());
                };
                if (!best || size(grid) > size(*best) + same_mm) best = std::move(grid);
            }
        }
        if (!best || std::min(best->frames.front().w, best->frames.front().h) < least_frame_mm)
            throw FigureError{fmt::format("the page leaves no room for {} maps beside their title and notes; make the "
                                          "page larger, give fewer dates or leave furniture out (--without)",
                                          m_snapshots.size())};
        return *std::move(best);
    }

    // --- the maps ---

    /// The figure of a map: the whole page is its frame. Its view is given in projected metres, so that it is the same
    /// on all maps and their ground is drawn once.
    [[nodiscard]] Figure map_figure(const assets::Snapshot& snapshot) const {
        const Rect& frame = m_grid.frames.front();
        const View view = m_camera.view({0, 0, frame.w, frame.h}, tolerance_mm(m_in.figure));
        const std::string& given = view.projection->name();
        const bool is_definition = given.find_first_of("+:=") != std::string::npos;
        Figure figure = m_in.figure;
        figure.page_width_mm = frame.w;
        figure.page_height_mm = frame.h;
        figure.without.insert("all");
        figure.projection = is_definition ? given : view.projection->proj_string();
        figure.choose_projection = figure.fit_all = false;
        figure.fit.clear();
        figure.bbox.reset();
        figure.shape.reset();
        figure.centre = view.projection->inverse(view.centre_m);
        figure.width_km = view.m_per_mm * frame.w / 1000;
        figure.at = snapshot.at;
        return figure;
    }

    void compose_maps() {
        m_maps.clear();
        for (std::size_t i = 0; i < m_snapshots.size(); ++i) {
            m_maps.push_back(m_compose_map(m_snapshots[i], map_figure(m_snapshots[i])));
            m_maps.back().picture.title += ", " + m_headings[i];
        }
        m_visible = m_maps.front().visible;
        for (std::size_t i = 1; i < m_maps.size(); ++i)
            add_visible(m_visible, m_maps[i].visible);
        m_rows = rows();
    }

    /// The rows of all maps, each once. Colours and kinds are those of all maps; what is known of positions is taken
    /// from the map that shows them.
    [[nodiscard]] std::vector<LegendRow> rows() const {
        std::set<std::string> unlabelled;
        for (const Composition& map : m_maps)
            for (const DroppedLabel& label : map.layout.dropped)
                unlabelled.insert(label.id);
        std::vector<LegendRow> all;
        for (std::size_t i = 0; i < m_maps.size(); ++i) {
            Visible visible = m_visible;
            visible.drawn_assets = m_maps[i].visible.drawn_assets;
            add_rows(all, legend_rows(m_inputs[i], visible, m_maps[i].layout.m_per_mm, unlabelled));
        }
        return all;
    }

    // --- the texts ---

    [[nodiscard]] std::vector<MapOfSeveral> maps_in_words() const {
        std::vector<MapOfSeveral> maps;
        for (std::size_t i = 0; i < m_maps.size(); ++i)
            maps.push_back({m_inputs[i], m_maps[i].visible, m_maps[i].layout.unplaced});
        return maps;
    }

    [[nodiscard]] std::size_t names_limit() const {
        return m_in.figure.page_width_mm <= narrow_page_mm ? most_names_narrow : most_names;
    }
    [[nodiscard]] double scale_denominator() const { return m_maps.front().layout.m_per_mm * 1000; }

    [[nodiscard]] std::vector<Paragraph> paragraphs(const Extent& extent) const {
        std::vector<Paragraph> out;
        const auto add = [&](std::string id, std::string text) {
            if (!text.empty()) out.push_back({std::move(id), std::move(text)});
        };
        const auto maps = maps_in_words();
        if (m_in.shows("asof")) {
            add("asof", as_of_maps(maps));
            add("changes", changes_text(m_in, names_limit()));
        }
        if (m_in.shows("unplaced")) add("unplaced", not_shown_on_maps(maps, extent.names));
        if (m_in.shows("credit")) {
            std::string notes;
            const auto all = footnotes(m_in, m_visible, scale_denominator());
            for (std::size_t i = 0; i < std::min(extent.notes, all.size()); ++i)
                notes += (notes.empty() ? "" : " ") + all[i].text;
            add("notes", std::move(notes));
            add("credit", credit_text(m_in, m_visible));
        }
        return out;
    }

    /// The footer at this width. On a page of fixed height it says less until it is within its limit: first it loses
    /// notes, then names.
    [[nodiscard]] Band footer(double width_mm, double limit_mm) const {
        const auto notes = footnotes(m_in, m_visible, scale_denominator());
        Extent extent{notes.size(), names_limit()};
        Band band = set_in_columns(m_in, paragraphs(extent), width_mm);
        while (band.height_mm > limit_mm && (extent.notes > 0 || extent.names > 1)) {
            if (extent.notes > 0)
                --extent.notes;
            else
                --extent.names;
            band = set_in_columns(m_in, paragraphs(extent), width_mm);
        }
        for (const Note& note : note_texts(m_in, m_visible, scale_denominator())) {
            const auto end = notes.begin() + static_cast<std::ptrdiff_t>(extent.notes);
            if (std::none_of(notes.begin(), end, [&](const Note& n) { return n.id == note.id; }))
                band.dropped.push_back({note.id, note.text, note_left_out});
        }
        return band;
    }

    [[nodiscard]] Band footer_below() const {
        const auto& height = m_in.figure.page_height_mm;
        return footer(m_width, height ? footer_share * *height : 1e4);
    }

    // --- whether the room fits ---

    [[nodiscard]] bool shows_legend() const { return m_in.shows("legend") && !m_rows.empty(); }

    [[nodiscard]] double legend_column_mm(double width_mm) const {
        return shows_legend() ? set_legend_column(m_in, m_rows, width_mm, 1e4).legend.box.h + 2 * gap() : 0;
    }
    [[nodiscard]] double strip_mm() const {
        return shows_legend() ? set_legend_strip(m_in, m_rows, m_width, 1e3).legend.box.h + gap() : 0;
    }

    /// Whether the legend and the texts have the room that the grid leaves them. If not, notes what they need.
    [[nodiscard]] bool fits(int round) {
        const TextPlace place = place_with(m_grid.spare.has_value());
        const double spare_h = m_grid.spare ? m_grid.spare->h : 0, spare_w = m_grid.spare ? m_grid.spare->w : 0;
        if (place != TextPlace::Bands) {
            const double legend = legend_column_mm(spare_w);
            const bool holds_legend = legend <= legend_share * spare_h;
            if (place == TextPlace::Spare && holds_legend &&
                legend + footer(spare_w, spare_h - legend).height_mm <= spare_h)
                return true;
            if (!holds_legend || place == TextPlace::Spare) {
                m_place = holds_legend ? TextPlace::LegendInSpare : TextPlace::Bands;
                return false;
            }
        }
        const double footer_h = footer_below().height_mm, strip = place == TextPlace::Bands ? strip_mm() : m_strip;
        const double footer_mm = footer_h > 0 ? footer_h + gap() : 0;
        constexpr double slack_mm = 2.5;
        const bool has_room = footer_mm <= m_footer && strip <= m_strip;
        const bool is_close = m_footer - footer_mm < slack_mm && m_strip - strip < slack_mm;
        if (has_room && (is_close || round > 2)) return true;
        m_footer = round > 2 ? std::max(m_footer, footer_mm) : footer_mm;
        m_strip = round > 2 ? std::max(m_strip, strip) : strip;
        return !m_in.figure.page_height_mm && has_room;
    }

    // --- drawing ---

    /// The scale bar and the north arrow stand on the first map that has room for them.
    void draw_scale(std::vector<std::vector<Command>>& on_maps) {
        auto shown = m_in.shown;
        std::erase_if(shown, [](std::string_view name) { return name != "scalebar" && name != "north"; });
        if (shown.empty()) return;
        const Rect& frame = m_grid.frames.front();
        const Inputs in = inputs_of(m_in.snapshot, shown);
        const View view = m_camera.view({0, 0, frame.w, frame.h}, tolerance_mm(m_in.figure));
        for (std::size_t i = 0; i < m_maps.size(); ++i) {
            Builder builder{frame.w, frame.h};
            Layout layout = m_maps[i].layout;
            const std::size_t before = layout.items.size();
            if (draw_corner_furniture(builder, layout, in, view, m_visible, {}, {}).empty()) continue;
            m_maps[i].layout.items.insert(m_maps[i].layout.items.end(),
                                          layout.items.begin() + static_cast<std::ptrdiff_t>(before),
                                          layout.items.end());
            on_maps[i] = builder.take().commands;
            return;
        }
    }

    void draw_maps(Builder& builder, Layout& layout) {
        std::vector<std::vector<Command>> scale(m_maps.size());
        draw_scale(scale);
        for (std::size_t i = 0; i < m_maps.size(); ++i) {
            const Rect& frame = m_grid.frames[i];
            const std::string id = fmt::format("map-{}", i + 1);
            {
                const auto group = builder.group({.affine = {1, 0, 0, 1, frame.x, frame.y},
                                                  .clip = Rect{0, 0, frame.w, frame.h},
                                                  .tag = {id, "layer", ""}});
                builder.append(m_maps[i].picture.commands);
                builder.append(std::move(scale[i]));
            }
            layout.items.push_back({"furniture", "map", id, m_headings[i], frame, {}, {}});
            add_moved(layout, m_maps[i].layout, {frame.x, frame.y});
        }
    }

    void draw_heading(Builder& builder, Layout& layout, std::size_t i) const {
        const Rect& frame = m_grid.frames[i];
        TextStyle style{.size_mm = m_in.theme.subtitle_mm, .weight = 600, .colour = m_in.theme.text};
        TypesetLine line = m_in.typesetter.set(m_headings[i], style, m_in.words.line_language());
        if (line.width_mm > frame.w) {
            style.size_mm *= frame.w / line.width_mm;
            line = m_in.typesetter.set(m_headings[i], style, m_in.words.line_language());
        }
        const double baseline = frame.y - 0.3 * gap() - 0.24 * m_in.theme.subtitle_mm;
        const auto scope = builder.group({.tag = {"heading", "furniture", fmt::format("heading-{}", i + 1)}});
        builder.text(placed(line, {frame.x, baseline}));
        layout.items.push_back({"furniture",
                                "heading",
                                fmt::format("heading-{}", i + 1),
                                m_headings[i],
                                {frame.x, baseline - 0.76 * style.size_mm, line.width_mm, style.size_mm},
                                {},
                                {}});
    }

    void draw_frames(Builder& builder) const {
        if (m_in.figure.without.contains("all")) return;
        const auto scope = builder.group({.tag = {"frame", "furniture", "frame"}});
        for (const Rect& frame : m_grid.frames)
            builder.stroke({{rectangle(frame)}, m_in.theme.frame, m_in.theme.frame_mm, {}, Cap::Butt, Join::Mitre});
    }

    /// Draws legend and texts; returns the bottom of the lowest.
    double draw_texts(Builder& builder, Layout& layout) const {
        const TextPlace place = place_with(m_grid.spare.has_value());
        double bottom = m_grid.bottom_mm;
        if (place == TextPlace::Bands) {
            if (shows_legend())
                draw_legend_strip(builder, layout, m_in, m_rows,
                                  {m_in.theme.margin_mm, top(), m_width, m_strip - gap()});
        } else {
            draw_legend_column(builder, layout, m_in, m_rows, *m_grid.spare);
        }
        if (place == TextPlace::Spare) {
            const Rect& spare = *m_grid.spare;
            const double legend = legend_column_mm(spare.w);
            const Band band = footer(spare.w, spare.h - legend);
            draw_band(builder, layout, band, {spare.x, spare.bottom() - band.height_mm});
            return bottom;
        }
        const Band band = footer_below();
        if (band.height_mm > 0) {
            draw_band(builder, layout, band, {m_in.theme.margin_mm, bottom + gap()});
            bottom += gap() + band.height_mm;
        }
        return bottom;
    }

    [[nodiscard]] Panels drawn() {
        Builder builder{m_in.figure.page_width_mm, 1};
        Layout layout = m_maps.front().layout;
        layout.items.clear();
        layout.dropped.clear();
        layout.unplaced.clear();
        layout.crowded.reset();
        layout.map_mm = m_grid.frames.front();
        draw_maps(builder, layout);
        draw_frames(builder);
        for (std::size_t i = 0; i < m_maps.size(); ++i)
            draw_heading(builder, layout, i);
        draw_title(builder, layout, header_inputs(), m_width);
        const double bottom = draw_texts(builder, layout);

        Panels panels;
        panels.page.picture = builder.take();
        Picture& picture = panels.page.picture;
        picture.width_mm = layout.page_w_mm = m_in.figure.page_width_mm;
        picture.height_mm = layout.page_h_mm = m_in.figure.page_height_mm.value_or(bottom + m_in.theme.margin_mm);
        picture.background = m_in.theme.page;
        picture.title = m_in.figure.title.value_or(m_in.scenario.title);
        picture.description = as_of_maps(maps_in_words());
        if (const std::string changes = changes_text(m_in, m_in.scenario.assets.size()); !changes.empty())
            picture.description += " " + changes;
        picture.language = m_in.words.language();
        panels.page.layout = std::move(layout);
        panels.page.visible = m_visible;
        panels.maps = std::move(m_maps);
        return panels;
    }

    const Inputs& m_in;
    std::span<const assets::Snapshot> m_snapshots;
    const Camera& m_camera;
    const ComposeMap& m_compose_map;
    std::vector<Inputs> m_inputs; ///< of each map, in the style of the page
    std::vector<std::string> m_headings;
    double m_width;                     ///< of the page without its margins
    double m_header, m_strip, m_footer; ///< room of title, legend above the maps and texts below them, with gaps
    TextPlace m_place = TextPlace::Spare;
    PanelGrid m_grid{};
    std::vector<Composition> m_maps;
    Visible m_visible;
    std::vector<LegendRow> m_rows;
};

} // namespace

Panels compose_panels(const Inputs& in, std::span<const assets::Snapshot> snapshots, const Camera& camera,
                      const ComposeMap& compose_map) {
    if (in.shows("events")) throw FigureError{"several maps have no list of numbered events; leave out --with events"};
    return PanelsPage{in, snapshots, camera, compose_map}.compose();
}

} // namespace render
