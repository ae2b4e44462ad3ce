#include "app/gui/map/map_view.hpp"
#include "app/gui/panels/widgets.hpp"
#include "assets/model/area.hpp"
#include "geo/earth/geodesic.hpp"
#include "render/map/words/distance.hpp"
#include "render/picture/inspect.hpp"
#include "render/picture/rect.hpp"

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
    static const assets::Scenario none;
    const auto& scenario = session.scenario();
    return render::distance_units(scenario ? *scenario : none, true); // not a copy: this runs in each frame
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

/// Whether the selected thing is drawn as a target, which is marked by corner brackets (IMO SN.1/Circ.243).
bool is_target(const Session& session, const Selection& selection) {
    const auto& targets = session.snapshot().targets;
    if (!targets || selection.kind != "asset" || !session.scenario()) return false;
    const assets::Asset* asset = session.scenario()->asset(selection.id);
    if (asset == nullptr) return false;
    const auto index = static_cast<std::size_t>(asset - session.scenario()->assets.data());
    return index < targets->size() && (*targets)[index].is_target;
}

void draw_brackets(ImVec2 from, ImVec2 to, float scale) {
    auto* list = ImGui::GetWindowDrawList();
    const float arm = std::min(to.x - from.x, to.y - from.y) * 0.3F;
    struct Corner {
        ImVec2 at;
        float right, down; ///< towards the middle
    };
    for (const auto& [at, right, down] :
         {Corner{from, 1, 1}, Corner{{to.x, from.y}, -1, 1}, Corner{to, -1, -1}, Corner{{from.x, to.y}, 1, -1}}) {
        const std::array<ImVec2, 3> bracket{ImVec2{at.x + right * arm, at.y}, at, ImVec2{at.x, at.y + down * arm}};
        list->AddPolyline(bracket.data(), static_cast<int>(bracket.size()), ImGui::GetColorU32(ImGuiCol_PopupBg, 0.9F),
                          0, 4 * scale);
        list->AddPolyline(bracket.data(), static_cast<int>(bracket.size()), accent(), 0, 2 * scale);
    }
}

} // namespace

void MapView::annotate(const PanelContext& context) {
    if (!context.session.scenario()) return;
    auto* list = ImGui::GetWindowDrawList();
    list->PushClipRect({static_cast<float>(m_area.x), static_cast<float>(m_area.y)},
                       {static_cast<float>(m_area.x + m_area.w), static_cast<float>(m_area.y + m_area.h)}, true);
    if (context.session.view().state().m_per_mm > 0) {
        draw_story(context.session, context.scale);
        draw_ruler(context.session, context.scale);
        draw_selection(context.session, context.scale);
        draw_scale_bar(context.session, context.scale);
        draw_event_key(context.session, context.scale);
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

void MapView::draw_story(const Session& session, float scale) const {
    const auto& selection = session.view().selection();
    const bool current = selection.kind == "asset" && selection.id == m_story.asset && m_story.scenario &&
                         session.view().asset_shown(selection.id);
    if (!current || !session.scenario()) return;
    const auto to_pixel = [&](geo::LonLat p) {
        return pixel_of(session, p);
    };
    const auto paper = ImGui::GetColorU32(ImGuiCol_PopupBg, 0.85F), ink = ImGui::GetColorU32(ImGuiCol_Text, 0.75F);
    for (const auto& leg : m_story.story.legs) {
        draw_line(leg, to_pixel, paper, 3 * scale, m_area.w / 2.0);
        draw_line(leg, to_pixel, ink, 1.2F * scale, m_area.w / 2.0);
    }
    auto* list = ImGui::GetWindowDrawList();
    const float size = 0.82F * ImGui::GetFontSize(), r = 3.2F * scale;
    // The days keep clear of each other, and of symbols and names: left, top, right and bottom of all these.
    std::vector<ImVec4> taken;
    for (const auto& item : m_overlay.shown.layout.items) {
        render::Rect box = item.box_mm;
        for (const auto& corner : item.quad_mm) // of a turned text
            box = &corner == item.quad_mm.data() ? render::Rect{corner.x, corner.y, 0, 0}
                                                 : render::around(box, {corner.x, corner.y, 0, 0});
        const auto low = overlay_pixel(session, {box.x, box.y}),
                   high = overlay_pixel(session, {box.right(), box.bottom()});
        if (low && high) taken.emplace_back(vec(*low).x, vec(*low).y, vec(*high).x, vec(*high).y);
    }
    std::vector<ImVec2> places; // of the marks that are on the map
    std::vector<const std::string*> days;
    for (const auto& mark : m_story.story.marks) {
        const auto p = to_pixel(mark.at);
        if (!p) continue;
        const auto at = vec(*p);
        list->AddCircleFilled(at, r + 1.2F * scale, paper);
        if (mark.precise)
            list->AddCircleFilled(at, r, ink);
        else
            list->AddCircle(at, r, ink, 0, 1.3F * scale);
        places.push_back(at);
        days.push_back(&mark.day);
        taken.emplace_back(at.x - r, at.y - r, at.x + r, at.y + r);
    }
    const ImVec4 window{static_cast<float>(m_area.x), static_cast<float>(m_area.y),
                        static_cast<float>(m_area.x + m_area.w), static_cast<float>(m_area.y + m_area.h)};
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto at = places[i];
        const char* day = days[i]->c_str();
        const auto extent = ImGui::GetFont()->CalcTextSizeA(size, FLT_MAX, 0, day);
        const float away = r + 3 * scale, pad = 2 * scale;
        const std::array corners{
            ImVec2{at.x + away, at.y - extent.y / 2}, ImVec2{at.x - away - extent.x, at.y - extent.y / 2},
            ImVec2{at.x - extent.x / 2, at.y - away - extent.y}, ImVec2{at.x - extent.x / 2, at.y + away}};
        for (const auto& corner : corners) {
            const ImVec4 box{corner.x - pad, corner.y, corner.x + extent.x + pad, corner.y + extent.y};
            const bool inside = box.x > window.x && box.y > window.y && box.z < window.z && box.w < window.w;
            const bool free = std::none_of(taken.begin(), taken.end(), [&](const ImVec4& other) {
                return box.x < other.z && other.x < box.z && box.y < other.w && other.y < box.w;
            });
            if (!inside || !free) continue;
            taken.push_back(box);
            list->AddRectFilled({box.x, box.y}, {box.z, box.w}, paper, pad);
            list->AddText(ImGui::GetFont(), size, corner, ImGui::GetColorU32(ImGuiCol_Text), day);
            break;
        }
    }
}

std::vector<std::string> MapView::event_key(const Session& session) const {
    std::vector<std::string> lines;
    if (!session.view().layer_shown("events")) return lines;
    std::size_t number = 0, named = 0;
    for (const auto& item : m_overlay.shown.layout.items)
        if (item.kind == "symbol" && item.layer == "events") {
            ++number;
            const auto p = overlay_pixel(session, {item.box_mm.x, item.box_mm.y});
            const bool in_window =
                p && p->x > m_area.x && p->y > m_area.y && p->x < m_area.x + m_area.w && p->y < m_area.y + m_area.h;
            if (in_window && ++named <= most_in_key) lines.push_back(fmt::format("{}  {}", number, item.text));
        }
    if (named > most_in_key) lines.push_back(fmt::format("and {} more", named - most_in_key));
    return lines;
}

std::size_t MapView::cut_names(const Session& session) const {
    std::size_t cut = 0;
    for (const auto& item : m_overlay.shown.layout.items) {
        if (item.kind != "label" || item.layer != "assets") continue;
        const auto low = overlay_pixel(session, {item.box_mm.x, item.box_mm.y}),
                   high = overlay_pixel(session, {item.box_mm.right(), item.box_mm.bottom()});
        if (!low || !high) continue;
        const double left = m_area.x, top = m_area.y, right = left + m_area.w, bottom = top + m_area.h;
        const bool meets = high->x > left && low->x < right && high->y > top && low->y < bottom;
        const bool inside = low->x >= left && high->x <= right && low->y >= top && high->y <= bottom;
        if (meets && !inside) ++cut;
    }
    return cut;
}

/// Names the events whose numbers stand on the map.
void MapView::draw_event_key(const Session& session, float scale) const {
    constexpr float most_width = 0.45F; // of the map
    auto lines = event_key(session);
    if (lines.empty()) return;
    const float width = most_width * static_cast<float>(m_area.w);
    float widest = 0;
    for (auto& line : lines) {
        line = ui::shortened(line, width);
        widest = std::max(widest, ImGui::CalcTextSize(line.c_str()).x);
    }
    const float step = ImGui::GetTextLineHeight() + 2 * scale, pad = 8 * scale;
    const float x = static_cast<float>(m_area.x) + 16 * scale, y = static_cast<float>(m_area.y) + 16 * scale;
    auto* list = ImGui::GetWindowDrawList();
    list->AddRectFilled({x - pad, y - pad},
                        {x + widest + pad, y + step * static_cast<float>(lines.size()) + pad - 2 * scale},
                        ImGui::GetColorU32(ImGuiCol_PopupBg, 0.9F), 4 * scale);
    for (std::size_t i = 0; i < lines.size(); ++i)
        list->AddText({x, y + step * static_cast<float>(i)}, ImGui::GetColorU32(ImGuiCol_Text), lines[i].c_str());
}

void MapView::draw_selected_zone(const Session& session, float scale) const {
    const auto* zone = session.scenario()->zone(session.view().selection().id);
    if (zone == nullptr || !session.view().zone_shown(zone->id)) return;
    const geo::Seas* seas = session.scenario()->atlas ? &session.scenario()->atlas->seas : nullptr;
    const auto to_pixel = [&](geo::LonLat p) {
        return pixel_of(session, p);
    };
    for (const auto& line : assets::lines_of(zone->shape, seas))
        for (const auto& [colour, width] :
             {std::pair{ImGui::GetColorU32(ImGuiCol_PopupBg, 0.9F), 4.0F}, std::pair{accent(), 2.0F}})
            draw_line(line, to_pixel, colour, width * scale, m_area.w / 2.0);
}

void MapView::draw_selection(const Session& session, float scale) const {
    const auto& selection = session.view().selection();
    const auto& over = m_overlay.shown;
    if (selection.kind == "zone") return draw_selected_zone(session, scale);
    if (selection.id.empty() || !over.hit_index) return;
    std::optional<render::Rect> box;
    find_group(over.hit_index->picture().commands, {{}, selection.kind, selection.id}, box);
    if (!box) return;
    const auto middle = overlay_pixel(session, {box->x + box->w / 2, box->y + box->h / 2});
    if (!middle) return;
    const auto half_w = static_cast<float>(box->w / 2 * m_px_per_mm) + 3 * scale;
    const auto half_h = static_cast<float>(box->h / 2 * m_px_per_mm) + 3 * scale;
    const auto m = vec(*middle);
    auto* list = ImGui::GetWindowDrawList();
    if (is_target(session, selection)) {
        draw_brackets({m.x - half_w, m.y - half_h}, {m.x + half_w, m.y + half_h}, scale);
        return;
    }
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
