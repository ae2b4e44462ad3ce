#include "app/gui/map/map_view.hpp"
#include "geo/earth/geodesic.hpp"
#include "render/map/words/distance.hpp"
#include "render/picture/inspect.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <imgui.h>

/// Drawings above the map that belong to no picture.
namespace app {

namespace {

constexpr double step_m = 50e3;

ImU32 accent(float alpha = 1) {
    auto colour = ImGui::GetStyleColorVec4(ImGuiCol_CheckMark);
    colour.w = alpha;
    return ImGui::ColorConvertFloat4ToU32(colour);
}

ImVec2 vec(PixelPoint p) {
    return {static_cast<float>(p.x), static_cast<float>(p.y)};
}

/// Draws a text on a background plate, so that it is legible on any map.
void draw_plate(ImVec2 at, const std::string& text, float scale) {
    auto* list = ImGui::GetWindowDrawList();
    const auto size = ImGui::CalcTextSize(text.c_str());
    const ImVec2 pad{5 * scale, 2 * scale};
    list->AddRectFilled({at.x - pad.x, at.y - pad.y}, {at.x + size.x + pad.x, at.y + size.y + pad.y},
                        ImGui::GetColorU32(ImGuiCol_PopupBg, 0.92F), 3 * scale);
    list->AddText(at, ImGui::GetColorU32(ImGuiCol_Text), text.c_str());
}

/// Draws a polyline of positions. It is broken where the projection has no point and where it jumps across the map.
template <class ToPixel>
void draw_line(const geo::Polyline& line, const ToPixel& to_pixel, ImU32 colour, float width, double longest_px) {
    std::vector<ImVec2> piece;
    auto* list = ImGui::GetWindowDrawList();
    const auto end = [&] {
        if (piece.size() > 1) list->AddPolyline(piece.data(), static_cast<int>(piece.size()), colour, 0, width);
        piece.clear();
    };
    for (const auto& d : line) {
        const auto p = to_pixel(geo::lonlat(geo::wrap_longitude(d.lon), d.lat));
        if (!p) {
            end();
            continue;
        }
        const auto v = vec(*p);
        if (!piece.empty() && std::hypot(v.x - piece.back().x, v.y - piece.back().y) > longest_px) end();
        piece.push_back(v);
    }
    end();
}

/// The units in [style] units of the scenario; kilometres and nautical miles where it has none.
std::vector<render::DistanceUnit> units_of(const Session& session) {
    const auto& scenario = session.scenario();
    return render::distance_units(scenario ? *scenario : assets::Scenario{}, true);
}

const char* short_name(render::DistanceUnit unit) {
    return unit == render::DistanceUnit::Kilometre ? "km" : unit == render::DistanceUnit::Mile ? "mi" : "nmi";
}

std::string distance_words(const Session& session, double m) {
    std::string words;
    for (const render::DistanceUnit unit : units_of(session)) {
        const double value = m / render::metres_in(unit);
        words += fmt::format("{}{:.{}f} {}", words.empty() ? "" : " · ", value, value < 100 ? 1 : 0, short_name(unit));
    }
    return words;
}

/// The largest number that is 1, 2 or 5 times a power of ten and at most `limit`.
double round_down(double limit) {
    const double power = std::pow(10, std::floor(std::log10(limit)));
    for (const double digit : {5.0, 2.0})
        if (digit * power <= limit) return digit * power;
    return power;
}

/// Finds the bounds of the first anchored group with this tag, page mm.
void find_group(const std::vector<render::Command>& commands, const render::Tag& wanted,
                std::optional<render::Rect>& box) {
    for (const auto& command : commands) {
        const auto* group = std::get_if<render::Group>(&command.value);
        if (group == nullptr || box) continue;
        if (group->tag.kind == wanted.kind && group->tag.id == wanted.id && group->anchor) {
            if (const auto content = render::bounds(group->commands))
                box =
                    render::Rect{content->x + group->anchor->x, content->y + group->anchor->y, content->w, content->h};
            continue;
        }
        find_group(group->commands, wanted, box);
    }
}

} // namespace

void MapView::annotate(const PanelContext& context) {
    if (!context.session.scenario()) return;
    auto* list = ImGui::GetWindowDrawList();
    list->PushClipRect({static_cast<float>(m_area.x), static_cast<float>(m_area.y)},
                       {static_cast<float>(m_area.x + m_area.w), static_cast<float>(m_area.y + m_area.h)}, true);
    if (context.session.view().state().m_per_mm > 0) {
        draw_rings(context.session, context.scale);
        draw_ruler(context.session, context.scale);
        draw_selection(context.session, context.scale);
        draw_scale_bar(context.session, context.scale);
    }
    if (m_boxing) {
        const auto mouse = ImGui::GetIO().MousePos;
        list->AddRectFilled(vec(m_box_from), mouse, accent(0.12F));
        list->AddRect(vec(m_box_from), mouse, accent(), 0, 0, 1.5F * context.scale);
    }
    const std::string hint = context.memory.add_fix.picking ? "Click the position of the report. Esc cancels."
                             : m_ruler_on                   ? "Click to measure. Double click or Esc ends."
                                                            : m_problem;
    if (!hint.empty()) {
        const auto size = ImGui::CalcTextSize(hint.c_str());
        draw_plate({static_cast<float>(m_area.x) + (static_cast<float>(m_area.w) - size.x) / 2,
                    static_cast<float>(m_area.y) + 12 * context.scale},
                   hint, context.scale);
    }
    list->PopClipRect();
}

void MapView::draw_ruler(const Session& session, float scale) const {
    auto points = session.view().instruments().ruler();
    if (points.empty()) return;
    const std::size_t fixed = points.size();
    if (m_ruler_on && m_pointed) points.push_back(*m_pointed);
    const auto to_pixel = [&](geo::LonLat p) {
        return pixel_of(session, p);
    };
    auto* list = ImGui::GetWindowDrawList();
    double total_m = 0;
    for (std::size_t i = 1; i < points.size(); ++i) {
        const auto line = geo::geodesic(points[i - 1], points[i]);
        total_m += line.distance_m;
        draw_line(geo::geodesic_polyline(points[i - 1], points[i], step_m), to_pixel,
                  ImGui::GetColorU32(ImGuiCol_PopupBg, 0.9F), 4 * scale, m_area.w / 2.0);
        draw_line(geo::geodesic_polyline(points[i - 1], points[i], step_m), to_pixel, accent(i < fixed ? 1 : 0.6F),
                  2 * scale, m_area.w / 2.0);
        const auto p = to_pixel(points[i]);
        if (!p) continue;
        auto words = distance_words(session, line.distance_m) +
                     fmt::format(" · {:03.0f}°", std::fmod(std::round(line.azimuth_start_deg), 360));
        if (i > 1) words += "\ntotal " + distance_words(session, total_m);
        draw_plate({static_cast<float>(p->x) + 10 * scale, static_cast<float>(p->y) + 8 * scale}, words, scale);
    }
    for (std::size_t i = 0; i < fixed; ++i) {
        const auto p = to_pixel(points[i]);
        if (!p) continue;
        list->AddCircleFilled(vec(*p), 4.5F * scale, ImGui::GetColorU32(ImGuiCol_PopupBg));
        list->AddCircleFilled(vec(*p), 3 * scale, accent());
    }
}

void MapView::draw_rings(const Session& session, float scale) const {
    if (!session.view().instruments().rings_centre()) return;
    const auto to_pixel = [&](geo::LonLat p) {
        return pixel_of(session, p);
    };
    for (const double km : session.view().instruments().rings_km()) {
        const auto circle = geo::geodesic_circle(*session.view().instruments().rings_centre(), km * 1000);
        for (const auto& ring : circle.rings)
            draw_line(ring, to_pixel, accent(0.85F), 1.5F * scale, m_area.w / 2.0);
        const auto top = to_pixel(geo::point_along(*session.view().instruments().rings_centre(), 0, km * 1000));
        if (!top) continue;
        const render::DistanceUnit unit = units_of(session).front();
        const double radius = km * 1000 / render::metres_in(unit);
        const auto words = fmt::format("{:.{}f} {}", radius, radius < 10 ? 1 : 0, short_name(unit));
        const auto size = ImGui::CalcTextSize(words.c_str());
        draw_plate({static_cast<float>(top->x) - size.x / 2, static_cast<float>(top->y) - size.y / 2}, words, scale);
    }
    if (const auto p = to_pixel(*session.view().instruments().rings_centre()))
        ImGui::GetWindowDrawList()->AddCircleFilled(vec(*p), 3 * scale, accent());
}

void MapView::draw_selection(const Session& session, float scale) const {
    const auto& selection = session.view().selection();
    const auto& over = m_overlay.shown;
    if (selection.id.empty() || !over.hit_index || selection.kind == "zone") return;
    std::optional<render::Rect> box;
    find_group(over.hit_index->picture().commands, {{}, selection.kind, selection.id}, box);
    if (!box) return;
    const auto middle = overlay_pixel(session, {box->x + box->w / 2, box->y + box->h / 2});
    if (!middle) return;
    const auto half_w = static_cast<float>(box->w / 2 * m_px_per_mm) + 3 * scale;
    const auto half_h = static_cast<float>(box->h / 2 * m_px_per_mm) + 3 * scale;
    const auto m = vec(*middle);
    auto* list = ImGui::GetWindowDrawList();
    list->AddRect({m.x - half_w, m.y - half_h}, {m.x + half_w, m.y + half_h},
                  ImGui::GetColorU32(ImGuiCol_PopupBg, 0.9F), 5 * scale, 0, 4 * scale);
    list->AddRect({m.x - half_w, m.y - half_h}, {m.x + half_w, m.y + half_h}, accent(), 5 * scale, 0, 2 * scale);
}

void MapView::draw_scale_bar(const Session& session, float scale) const {
    const auto local = session.view().projection().scale_at(session.view().middle());
    if (!local || local->parallel <= 0) return;
    const double ground_m_per_px = session.view().state().m_per_mm / m_px_per_mm / local->parallel;
    const render::DistanceUnit unit = units_of(session).front();
    const double unit_m = render::metres_in(unit);
    const double value = round_down(130 * static_cast<double>(scale) * ground_m_per_px / unit_m);
    const auto length = static_cast<float>(value * unit_m / ground_m_per_px);
    const bool in_metres = value < 1 && unit == render::DistanceUnit::Kilometre;
    const auto words =
        in_metres ? fmt::format("{:.0f} m", value * 1000) : fmt::format("{:g} {}", value, short_name(unit));
    const float x = static_cast<float>(m_area.x) + 16 * scale;
    const float y = static_cast<float>(m_area.y + m_area.h) - 16 * scale;
    auto* list = ImGui::GetWindowDrawList();
    const auto size = ImGui::CalcTextSize(words.c_str());
    list->AddRectFilled({x - 8 * scale, y - size.y - 12 * scale},
                        {x + std::max(length, size.x) + 8 * scale, y + 8 * scale},
                        ImGui::GetColorU32(ImGuiCol_PopupBg, 0.85F), 4 * scale);
    list->AddText({x, y - size.y - 7 * scale}, ImGui::GetColorU32(ImGuiCol_Text), words.c_str());
    const auto ink = ImGui::GetColorU32(ImGuiCol_Text);
    const std::array<ImVec2, 4> bar{ImVec2{x, y - 5 * scale}, ImVec2{x, y}, ImVec2{x + length, y},
                                    ImVec2{x + length, y - 5 * scale}};
    list->AddPolyline(bar.data(), static_cast<int>(bar.size()), ink, 0, 1.5F * scale);
}

} // namespace app
