#include "render/map/page_layout.hpp"

#include "geo/basemap/seas.hpp"
#include "render/map/furniture/furniture.hpp"
#include "render/map/furniture/legend.hpp"
#include "render/map/furniture/time_strip.hpp"
#include "render/map/ground/policy_frame.hpp"
#include "render/map/layer_list.hpp"
#include "render/map/layers/assets_in_frame.hpp"
#include "render/map/layers/changes/changes.hpp"
#include "render/map/layers/draw_layers.hpp"
#include "render/map/layers/voyages/stops.hpp"
#include "render/map/rosters/rosters.hpp"
#include "render/picture/rect.hpp"
#include "render/picture/units.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace render {
namespace {

constexpr double min_frame_mm = 15.0;

/// Height of a frame whose page may be as high as needed: that of what the frame holds, within reason.
double height_for(double frame_width_mm, std::optional<double> shape) {
    constexpr double usual = 4.0 / 3.0, narrowest = 0.6, widest = 2.4;
    return frame_width_mm / std::clamp(shape.value_or(usual), narrowest, widest);
}

/// A column beside the frame.
struct Column {
    double width_mm = 0; ///< 0: there is none
    bool titled = false; ///< as SideColumn::titled
};

PageLayout lay_page(const Figure& figure, const Theme& theme, const Bands& bands, std::optional<double> shape,
                    const Column& column = {}) {
    const double width = figure.page_width_mm;
    if (figure.without.contains("all")) {
        const double height = figure.page_height_mm.value_or(height_for(width, shape));
        return {width, height, {0, 0, width, height}};
    }
    const double margin = theme.margin_mm;
    const double gutter = column.width_mm > 0 ? 1.5 * theme.gap_mm : 0;
    const double frame_width = width - 2 * margin - gutter - column.width_mm;
    const double header_mm = column.titled ? 0 : bands.header_mm;
    const double time_strip_mm = bands.time_strip_mm > 0 ? theme.gap_mm + bands.time_strip_mm : 0;
    const double around_frame_mm = 2 * margin + header_mm + bands.strip_mm + time_strip_mm + bands.footer_mm;
    const double frame_height =
        figure.page_height_mm ? *figure.page_height_mm - around_frame_mm : height_for(frame_width, shape);
    if (frame_width < min_frame_mm || frame_height < min_frame_mm) {
        const std::string page = figure.page_height_mm
                                     ? fmt::format("{:.0f} x {:.0f} mm", width, *figure.page_height_mm)
                                     : fmt::format("{:.0f} mm width", width);
        throw FigureError{
            figure.period
                ? fmt::format(
                      "a page of {} leaves no room for the map beside the list of calls; choose assets (--only), "
                      "make the page larger or leave the list out (--without calls)",
                      page)
                : fmt::format("a page of {} leaves no room for the map beside its title and notes; make the page "
                              "larger or leave furniture out (--without)",
                              page)};
    }
    const double strip_y = margin + header_mm, frame_y = strip_y + bands.strip_mm;
    const double frame_x = margin + (column.titled ? column.width_mm + gutter : 0);
    PageLayout page{width, frame_height + around_frame_mm, {frame_x, frame_y, frame_width, frame_height}};
    if (bands.strip_mm > 0) page.legend_strip = Rect{margin, strip_y, frame_width, bands.strip_mm};
    if (time_strip_mm > 0)
        page.time_strip = Rect{margin, page.frame.bottom() + theme.gap_mm, width - 2 * margin, bands.time_strip_mm};
    if (column.width_mm > 0) {
        const double x = column.titled ? margin : page.frame.right() + gutter;
        page.column = SideColumn{{x, frame_y, column.width_mm, frame_height}, column.titled};
    }
    return page;
}

/// What the map will show, estimated before it is drawn. The estimate includes everything that may be visible, so the
/// bands that are measured with it are high enough.
Visible expected_visible(const MapDrawing& drawing, const std::vector<DrawnAsset>& drawn) {
    Visible visible;
    for (const DrawnAsset& d : drawn) {
        record_drawn(visible, drawing.in, d);
    }
    visible.drawn_assets = drawn_ids(drawing, drawn);
    visible.legs = !drawing.in.snapshot.legs.empty() && !drawing.in.figure.period;
    record_calls(visible, drawing.in.snapshot, drawing.view);
    if (drawing.shows("changes")) record_expected_changes(visible, drawing.in);
    for (const assets::Voyage& voyage : drawing.in.snapshot.voyages) {
        for (const assets::VoyageLeg& leg : voyage.legs)
            if (leg.path) visible.continuities.insert(leg.how);
        for (const assets::Call& call : voyage.calls)
            visible.wide_calls = visible.wide_calls || call.wide;
    }
    if (drawing.shows("zones")) {
        for (const assets::ZoneIndex zone : drawing.in.snapshot.zones) {
            if (zone_in_frame(drawing.view, drawing.in.scenario.atlas->seas, drawing.in.scenario.zones[zone])) {
                visible.zones.push_back(zone);
                visible.not_to_scale =
                    visible.not_to_scale || zone_is_widened(drawing.view, drawing.in.scenario.zones[zone]);
            }
        }
    }
    visible.policy = policy_in_frame(drawing.in.policy, drawing.view);
    std::vector<Point> subjects;
    for (const DrawnAsset& d : drawn)
        subjects.push_back(d.position);
    visible.near_subjects = policy_near(drawing.in.policy, drawing.view, subjects);
    if (drawing.shows("borders"))
        for (const geo::PolicyFeature& feature : drawing.in.policy.features)
            if (!feature.line.empty()) visible.disputed_borders.insert(feature.id);
    if (drawing.shows("borders") || drawing.shows("zones"))
        for (const geo::PolicyFeature& feature : drawing.in.policy.features)
            if (!feature.file.empty()) visible.policy_lines.insert(feature.id);
    visible.relief = drawing.shows("relief");
    visible.fine_coast = drawing.level == geo::Level::FineCoast;
    visible.places = drawing.shows("places");
    return visible;
}

/// The assets that the footer will name or count: those outside the frame, those in `without_room`, and those that the
/// lists cannot hold.
std::vector<UnplacedAsset> expected_unplaced(MapDrawing& drawing, const std::vector<DrawnAsset>& drawn,
                                             const Visible& visible, std::set<std::string> without_room) {
    drawing.drawn = drawn;
    drawing.rosters = gather_rosters(drawing, drawing.drawn);
    add_to_rosters(drawing, drawing.rosters, place_symbols(drawing, drawing.drawn));
    place_rosters(drawing);
    for (const DroppedLabel& dropped : drawing.dropped)
        without_room.insert(dropped.id);
    std::set<std::string> named = visible.drawn_assets;
    for (const std::string& id : without_room)
        named.erase(id);
    auto unplaced = unplaced_assets(drawing.in, named, without_room);
    add_zones_outside(drawing.in, visible.zones, unplaced);
    return unplaced;
}

/// A column beside the map needs a page of fixed height that is wide enough, and a frame whose height counts.
bool may_have_column(const Figure& figure, const Camera& camera) {
    constexpr double least_page_mm = 180, least_shape = 1.2;
    return figure.page_height_mm && figure.page_width_mm >= least_page_mm &&
           figure.page_width_mm >= least_shape * *figure.page_height_mm && camera.shape();
}

/// The bands of a page with a column, in which the footer stands.
Bands beside_column(const Bands& bands) {
    return {bands.header_mm, 0, 0, bands.time_strip_mm};
}

/// A wide page of a period has the list of calls in a column beside the map, 52 mm wide.
std::optional<PageLayout> page_with_calls(const Inputs& in, const Camera& camera, const Bands& bands) {
    constexpr double column_mm = 52, least_page_mm = 180, least_shape = 1.5;
    const Figure& figure = in.figure;
    const bool is_wide = figure.page_height_mm && figure.page_width_mm >= least_page_mm &&
                         figure.page_width_mm >= least_shape * *figure.page_height_mm;
    if (!figure.period || !in.shows("calls") || in.snapshot.voyages.empty() || !is_wide) return std::nullopt;
    return lay_page(figure, in.theme, beside_column(bands), camera.shape(), {column_mm, false});
}

/// The pages with a column on which the map has a larger scale than with bands. The largest scale comes first; of pages
/// of equal scale the one with the widest column, because its map shows less of the surroundings; but of those with a
/// titled column the one with the narrowest, because a wide one would stand half empty.
std::vector<PageLayout> pages_with_column(const Inputs& in, const Camera& camera, const Bands& bands,
                                          double scale_with_bands) {
    constexpr double least_gain = 0.02, same = 1e-3;
    std::vector<std::pair<double, PageLayout>> pages;
    const auto consider = [&](double share, bool titled) {
        const PageLayout page = lay_page(in.figure, in.theme, beside_column(bands), camera.shape(),
                                         {share * in.figure.page_width_mm, titled});
        const double m_per_mm = camera.view(page.frame, 1).m_per_mm;
        if (m_per_mm < scale_with_bands * (1 - least_gain)) pages.emplace_back(m_per_mm, page);
    };
    if (bands.header_mm > 0)
        for (const double share : {0.26, 0.28, 0.30})
            consider(share, true);
    for (const double share : {0.30, 0.28, 0.26})
        consider(share, false);
    std::stable_sort(pages.begin(), pages.end(), [&](const auto& a, const auto& b) {
        const auto key = [&](double m_per_mm) {
            return std::lround(m_per_mm / (same * scale_with_bands));
        };
        return key(a.first) < key(b.first);
    });
    std::vector<PageLayout> out;
    for (auto& [m_per_mm, page] : pages)
        out.push_back(page);
    return out;
}

} // namespace

double tolerance_mm(const Figure& figure) {
    constexpr double min_mm = 0.1, pixels = 0.7;
    return std::max(min_mm, pixels * mm_per_inch / figure.dpi);
}

/// Header and footer depend on what the frame shows, and the frame depends on their heights. So they are measured
/// repeatedly, first beside a frame without bands, which shows most. The last two measures are combined, in case the
/// last frame shows something that the one before did not.
PageLayout settle_page(const Inputs& in, const Camera& camera, const std::set<std::string>& without_room) {
    if (in.figure.without.contains("all")) return lay_page(in.figure, in.theme, {0, 0}, camera.shape());
    const double time_strip = time_strip_mm(in, in.figure.page_width_mm - 2 * in.theme.margin_mm);
    Builder scratch{1, 1};
    const PageLand no_land;
    const GroundSource no_source;
    struct Expected {
        View view;
        Visible visible;
        std::vector<UnplacedAsset> unplaced;
        std::vector<LegendRow> rows;
    };
    const auto expected_on = [&](const PageLayout& page) {
        const View view = camera.view(page.frame, tolerance_mm(in.figure));
        MapDrawing drawing = make_map_drawing(scratch, in, view, no_land, no_source);
        const auto drawn = assets_in_frame(drawing);
        Visible visible = expected_visible(drawing, drawn);
        auto unplaced = expected_unplaced(drawing, drawn, visible, without_room);
        auto rows = legend_rows(in, visible, view.m_per_mm, without_room);
        return Expected{view, std::move(visible), std::move(unplaced), std::move(rows)};
    };
    const auto measured_with = [&](const Bands& bands) {
        const PageLayout page = lay_page(in.figure, in.theme, bands, camera.shape());
        const Expected e = expected_on(page);
        Bands measured = measure_bands(in, e.visible, e.unplaced, in.figure.page_width_mm, e.view.scale_denominator(),
                                       page.time_strip ? page.time_strip->bottom() : page.frame.bottom());
        measured.time_strip_mm = time_strip;
        measured.strip_mm = legend_strip_mm(in, e.rows, page.frame);
        return measured;
    };
    const auto column_heights = [&](const PageLayout& page, const Expected& e, double type) {
        const LargerType larger{in, type};
        const double width_mm = page.column->box.w;
        const auto rows = legend_rows(larger.inputs(), e.visible, e.view.m_per_mm, without_room);
        ColumnHeights heights =
            measure_column(larger.inputs(), e.visible, e.unplaced, rows, width_mm, e.view.scale_denominator());
        const double title_mm = page.column->titled ? title_height_mm(larger.inputs(), width_mm) : 0;
        heights.full_mm += title_mm;
        heights.least_mm += title_mm;
        return heights;
    };
    // A column with little to say gets larger type, and what remains in part between its groups: it must not look
    // forgotten beside the map.
    const auto filled = [&](PageLayout page, const Expected& e) {
        constexpr double most_filled = 0.95, share_of_gap = 0.2, widest_gap_lines = 3;
        const double height_mm = page.column->box.h;
        for (const double type : {1.4, 1.3, 1.2, 1.1, 1.0}) {
            const double full_mm = column_heights(page, e, type).full_mm;
            if (full_mm > most_filled * height_mm) continue;
            page.column->type = type;
            page.column->gap_mm =
                std::min(share_of_gap * (height_mm - full_mm), widest_gap_lines * type * in.theme.small_mm);
            break;
        }
        return page;
    };
    const Bands second = measured_with(measured_with({0, 0, 0, time_strip}));
    if (const auto page = page_with_calls(in, camera, second)) {
        const Expected e = expected_on(*page);
        if (column_heights(*page, e, 1).least_mm <= page->column->box.h) return filled(*page, e);
    }
    if (may_have_column(in.figure, camera)) {
        const double scale_with_bands =
            camera.view(lay_page(in.figure, in.theme, second, camera.shape()).frame, 1).m_per_mm;
        std::optional<PageLayout> shortened; // the first page with room for what cannot be left out
        for (const PageLayout& page : pages_with_column(in, camera, second, scale_with_bands)) {
            const Expected e = expected_on(page);
            const ColumnHeights heights = column_heights(page, e, 1);
            if (heights.full_mm <= page.column->box.h) return filled(page, e);
            if (!shortened && heights.least_mm <= page.column->box.h) shortened = page;
        }
        if (shortened) return *shortened;
    }
    const Bands third = measured_with(second);
    Bands bands{std::max(second.header_mm, third.header_mm), std::max(second.footer_mm, third.footer_mm),
                third.strip_mm, time_strip};
    bands.strip_mm = measured_with(bands).strip_mm; // measured again in the final frame
    return lay_page(in.figure, in.theme, bands, camera.shape());
}

} // namespace render
