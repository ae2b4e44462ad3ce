#include "app/gui/panels/timeline/lanes.hpp"

#include <cmath>

namespace app {

using assets::Instant;

namespace {

constexpr float precise = 0.95F, wide = 0.5F, worked_out = 0.4F; ///< opacities of pieces

/// An interval in screen pixels: certain between from and to, possible between fade_from and fade_to.
struct PixelSpan {
    float from, to, fade_from, fade_to;
};

PixelSpan span_of(const TimeAxis& axis, Instant from, Instant to, double from_error_h, double to_error_h,
                  float min_px) {
    const auto pixels = [&](double hours) {
        return static_cast<float>(std::min(hours * 3600 / axis.seconds_per_px(), axis.width()));
    };
    PixelSpan s{x_of(axis, from), x_of(axis, to), 0, 0};
    if (s.to - s.from < min_px) { // keeps an instant visible
        const float middle = (s.from + s.to) / 2;
        s.from = middle - min_px / 2;
        s.to = middle + min_px / 2;
    }
    s.fade_from = s.from - pixels(from_error_h);
    s.fade_to = s.to + pixels(to_error_h);
    return s;
}

bool visible(const TimeAxis& axis, const PixelSpan& s) {
    return s.fade_to >= left_of(axis) && s.fade_from <= right_of(axis);
}

void draw_span(const PixelSpan& s, float top, float bottom, ImU32 colour) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImU32 transparent = ui::faded(colour, 0);
    if (s.fade_from < s.from)
        list.AddRectFilledMultiColor({s.fade_from, top}, {s.from, bottom}, transparent, colour, colour, transparent);
    list.AddRectFilled({s.from, top}, {s.to, bottom}, colour);
    if (s.fade_to > s.to)
        list.AddRectFilledMultiColor({s.to, top}, {s.fade_to, bottom}, colour, transparent, transparent, colour);
}

float opacity_of(const TimelinePiece& piece) {
    if (piece.kind == assets::FixKind::Planned || piece.kind == assets::FixKind::Estimated) return worked_out;
    return piece.wide ? wide : precise;
}

} // namespace

void draw_lane(const PanelContext& ctx, const TimeAxis& axis, const TimelineLane& lane, float top, float bottom) {
    const float height = bottom - top;
    ImU32 colour = ui::country_colour(ctx, lane.country);
    if (!ctx.session.view().asset_shown(lane.id)) colour = ui::faded(colour, 0.3F);
    for (const auto& bar : lane.bars) {
        const PixelSpan s = span_of(axis, bar.from, bar.to, bar.from_error_h, bar.to_error_h, 2);
        if (visible(axis, s))
            draw_span(s, top + height * 0.34F, bottom - height * 0.34F, ui::faded(colour, ctx.dark ? 0.3F : 0.2F));
    }
    for (const auto& piece : lane.pieces) {
        const PixelSpan s = span_of(axis, piece.from, piece.to, piece.error_h, piece.error_h, 2.5F * ctx.scale);
        if (!visible(axis, s)) continue;
        const float inset = height * (piece.sometime ? 0.28F : 0.18F);
        draw_span(s, top + inset, bottom - inset, ui::faded(colour, opacity_of(piece)));
    }
}

void draw_event_marks(const PanelContext& ctx, const TimeAxis& axis, const TimelineModel& model, float top,
                      float bottom) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float y = (top + bottom) / 2, r = (bottom - top) * 0.34F;
    const Selection& selected = ctx.session.view().selection();
    for (const auto& event : model.events) {
        const float x = x_of(axis, event.from), end = x_of(axis, event.to);
        if (end + r < left_of(axis) || x - r > right_of(axis)) continue;
        const bool chosen = selected.kind == "event" && selected.id == event.id;
        const ImU32 colour = chosen ? ui::accent(ctx) : ui::faded(ImGui::GetColorU32(ImGuiCol_Text), 0.55F);
        if (end - x > 2 * r) list.AddLine({x, y}, {end, y}, ui::faded(colour, 0.35F), std::max(1.0F, ctx.scale));
        list.AddQuadFilled({x, y - r}, {x + r, y}, {x, y + r}, {x - r, y}, colour);
    }
}

} // namespace app
