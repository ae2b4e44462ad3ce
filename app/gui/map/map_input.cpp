#include "app/base/errors.hpp"
#include "app/gui/host/keys.hpp"
#include "app/gui/map/map_view.hpp"
#include "app/gui/panels/widgets.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include <fmt/format.h>
#include <imgui.h>
#include <imgui_stdlib.h>

/// Mouse and keys over the map.
namespace app {

namespace {

constexpr double wheel_step = 1.25, key_step = 1.5;
constexpr double place_width_km = 400; ///< width of the map after "Zoom in here"

/// The index of a ring on the map; none when it has been removed since the map was drawn.
std::optional<std::size_t> ring_of(const Session& session, const render::Tag& tag) {
    std::size_t index = 0;
    const auto [end, failed] = std::from_chars(tag.id.data(), tag.id.data() + tag.id.size(), index);
    const bool known = tag.kind == "ring" && failed == std::errc{} && end == tag.id.data() + tag.id.size();
    return known && index < session.view().instruments().rings().size() ? std::optional{index} : std::nullopt;
}

std::string name_of(const Session& session, const render::Tag& tag) {
    const auto& scenario = *session.scenario();
    if (tag.kind == "asset") {
        if (const auto* asset = scenario.asset(tag.id)) return asset->name;
    } else if (tag.kind == "zone") {
        if (const auto* zone = scenario.zone(tag.id)) return zone->name;
    } else if (tag.kind == "event") {
        for (const auto& event : scenario.events)
            if (event.id == tag.id) return event.title;
    } else if (tag.kind == "sea" && scenario.atlas) {
        if (const auto* sea = scenario.atlas->seas.by_id(tag.id)) return sea->name;
    } else if (tag.kind == "place" && scenario.atlas) {
        for (const auto& own : scenario.places)
            if (own.id == tag.id) return own.name;
        if (const auto* place = scenario.atlas->gazetteer.by_id(tag.id)) return place->name;
    } else if (tag.kind == "ring") {
        if (const auto index = ring_of(session, tag))
            return fmt::format("Range ring, {:g} km", session.view().instruments().rings()[*index].km);
    }
    return tag.id;
}

bool selectable(const render::Tag& tag) {
    return tag.kind == "asset" || tag.kind == "zone" || tag.kind == "event";
}

} // namespace

void MapView::interact(PanelContext& context, bool keys) {
    const auto& session = context.session;
    auto& io = ImGui::GetIO();
    ImGui::SetCursorScreenPos({static_cast<float>(m_area.x), static_cast<float>(m_area.y)});
    ImGui::InvisibleButton("map", {static_cast<float>(m_area.w), static_cast<float>(m_area.h)},
                           ImGuiButtonFlags_MouseButtonLeft | ImGuiButtonFlags_MouseButtonRight |
                               ImGuiButtonFlags_MouseButtonMiddle);
    const bool hovered = ImGui::IsItemHovered();
    const bool active = ImGui::IsItemActive();
    const PixelPoint mouse{io.MousePos.x, io.MousePos.y};
    m_pointed = hovered || active ? position_at(session, mouse) : std::nullopt;

    if (hovered && io.MouseWheel != 0)
        zoom(session, context.commands, std::pow(wheel_step, static_cast<double>(io.MouseWheel)), mouse);

    if (ImGui::IsItemActivated() && ImGui::IsMouseDown(ImGuiMouseButton_Left)) {
        m_boxing = io.KeyShift;
        m_dragging = false;
        m_box_from = mouse;
    }
    const bool left =
        active && (ImGui::IsMouseDown(ImGuiMouseButton_Left) || ImGui::IsMouseDown(ImGuiMouseButton_Middle));
    if (left && !m_boxing) {
        const float threshold = 3 * context.scale;
        const auto moved = std::hypot(mouse.x - m_box_from.x, mouse.y - m_box_from.y);
        if (!m_dragging && moved > threshold) {
            m_dragging = true;
            pan(session, context.commands, m_box_from.x - mouse.x, m_box_from.y - mouse.y);
        } else if (m_dragging && (io.MouseDelta.x != 0 || io.MouseDelta.y != 0)) {
            pan(session, context.commands, -static_cast<double>(io.MouseDelta.x),
                -static_cast<double>(io.MouseDelta.y));
        }
        if (m_dragging) ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeAll);
    }
    if (ImGui::IsItemDeactivated() && m_boxing) {
        m_boxing = false;
        const double w = std::abs(mouse.x - m_box_from.x), h = std::abs(mouse.y - m_box_from.y);
        if (w > 8 && h > 8) {
            const PixelPoint middle{(mouse.x + m_box_from.x) / 2, (mouse.y + m_box_from.y) / 2};
            const double factor = std::min(m_area.w / w, m_area.h / h);
            const auto& view = session.view().state();
            const double m_per_px = view.m_per_mm / m_px_per_mm;
            const geo::Metres centre{view.centre.x + (middle.x - m_area.x - m_area.w / 2.0) * m_per_px,
                                     view.centre.y - (middle.y - m_area.y - m_area.h / 2.0) * m_per_px};
            if (position_at(session, middle)) context.commands.emplace_back(LookAt{centre, view.m_per_mm / factor});
        }
    } else if (ImGui::IsItemDeactivated()) {
        if (!m_dragging && hovered && ImGui::IsMouseReleased(ImGuiMouseButton_Left))
            handle_click(context, mouse, false);
        m_dragging = false;
    }
    if (hovered && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) handle_click(context, mouse, true);
    if (hovered && ImGui::IsMouseReleased(ImGuiMouseButton_Right) && !m_dragging) {
        m_popup_at = mouse;
        m_popup_things = everything_at(session, mouse);
        m_radii_error.clear();
        ImGui::OpenPopup("map menu");
    }
    if (hovered && !active && session.scenario()) draw_tooltip(context, mouse);
    draw_popups(context);
    if (keys) handle_keys(context);
}

void MapView::handle_click(PanelContext& context, PixelPoint p, bool is_double) {
    const auto& session = context.session;
    const auto at = position_at(session, p);
    if (context.memory.add_fix.picking) {
        if (at) {
            context.memory.add_fix.picked = at;
            context.memory.add_fix.picking = false;
        }
        return;
    }
    if (m_ruler_on) {
        if (is_double)
            m_ruler_on = false;
        else if (at)
            context.commands.emplace_back(RulerAdd{*at});
        return;
    }
    if (is_double) {
        pan(session, context.commands, p.x - m_area.x - m_area.w / 2.0, p.y - m_area.y - m_area.h / 2.0);
        return;
    }
    if (!session.scenario()) return;
    auto tags = tags_at(session, p);
    std::erase_if(tags, [](const auto& tag) { return !selectable(tag); });
    if (tags.empty()) tags = zone_tags_at(session, p);
    // A click on a symbol within a zone means the symbol.
    const bool symbol = std::any_of(tags.begin(), tags.end(), [](const auto& t) { return t.kind != "zone"; });
    if (symbol) std::erase_if(tags, [](const auto& t) { return t.kind == "zone"; });
    if (tags.size() > 1) {
        m_candidates = std::move(tags);
        m_popup_at = p;
        ImGui::OpenPopup("stack");
        return;
    }
    if (tags.empty())
        context.commands.emplace_back(Select{});
    else
        context.commands.emplace_back(Select{tags.front().kind, tags.front().id});
}

void MapView::draw_tooltip(const PanelContext& context, PixelPoint p) {
    if (m_ruler_on || context.memory.add_fix.picking) {
        ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
        return;
    }
    const auto tags = tags_at(context.session, p);
    if (tags.empty()) return;
    if (std::any_of(tags.begin(), tags.end(), selectable)) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    ImGui::BeginTooltip();
    constexpr std::size_t max_lines = 6;
    for (std::size_t i = 0; i < std::min(tags.size(), max_lines); ++i)
        ImGui::TextUnformatted(name_of(context.session, tags[i]).c_str());
    if (tags.size() > max_lines) ImGui::TextDisabled("%s", fmt::format("and {} more", tags.size() - max_lines).c_str());
    ImGui::EndTooltip();
}

void MapView::draw_popups(PanelContext& context) {
    const auto& session = context.session;
    if (ImGui::BeginPopup("stack")) {
        ImGui::TextDisabled("Select one");
        for (const auto& tag : m_candidates)
            if (ImGui::Selectable((name_of(session, tag) + "##" + tag.kind + tag.id).c_str()))
                context.commands.emplace_back(Select{tag.kind, tag.id});
        ImGui::EndPopup();
    }
    if (!ImGui::BeginPopup("map menu")) return;
    const auto at = position_at(session, m_popup_at);
    if (!at) {
        ImGui::TextDisabled("Not on the Earth");
        ImGui::EndPopup();
        return;
    }
    for (const auto& tag : m_popup_things) {
        const auto label = ui::shortened(name_of(session, tag), 260 * context.scale) + "##" + tag.kind + tag.id;
        if (tag.kind == "ring")
            ImGui::TextDisabled("%s", name_of(session, tag).c_str());
        else if (ImGui::MenuItem(label.c_str()))
            context.commands.emplace_back(Select{tag.kind, tag.id});
    }
    if (m_popup_things.empty()) ImGui::TextDisabled("Nothing here");
    ImGui::Separator();
    if (ImGui::MenuItem("Centre the map here"))
        pan(session, context.commands, m_popup_at.x - m_area.x - m_area.w / 2.0,
            m_popup_at.y - m_area.y - m_area.h / 2.0);
    if (ImGui::MenuItem("Centre the projection here")) context.commands.emplace_back(CentreProjection{*at});
    if (ImGui::MenuItem("Zoom in here")) context.commands.emplace_back(GoTo{*at, place_width_km});
    ImGui::Separator();
    if (ImGui::MenuItem("Measure from here")) {
        context.commands.emplace_back(RulerClear{});
        context.commands.emplace_back(RulerAdd{*at});
        m_ruler_on = true;
    }
    if (ImGui::MenuItem("Remove the measured line", nullptr, false, !session.view().instruments().ruler().empty())) {
        context.commands.emplace_back(RulerClear{});
        m_ruler_on = false;
    }
    draw_ring_items(context, *at);
    ImGui::Separator();
    if (ImGui::MenuItem("Copy coordinates"))
        context.requests.copy_text = fmt::format("{:.5f}, {:.5f}", at->lat(), at->lon());
    if (ImGui::MenuItem("Add report here...", nullptr, false, session.scenario() != nullptr)) {
        context.memory.add_fix.picked = at;
        context.requests.add_fix = true;
    }
    ImGui::EndPopup();
}

/// The items of the menu that add and remove range rings.
void MapView::draw_ring_items(PanelContext& context, geo::LonLat at) {
    const auto& rings = context.session.view().instruments().rings();
    if (ImGui::BeginMenu("Range rings here")) {
        for (const char* radii : {"50, 100, 150 km", "100, 200, 300 km", "250, 500, 1000 km", "100, 200, 500 nmi"})
            if (ImGui::MenuItem(radii)) context.commands.emplace_back(AddRings{at, typed_radii(radii)});
        ImGui::Separator();
        ImGui::SetNextItemWidth(190 * context.scale);
        const bool entered =
            ImGui::InputTextWithHint("##radii", "300, or 80, 150 nmi", &m_radii, ImGuiInputTextFlags_EnterReturnsTrue);
        ImGui::SameLine();
        if (ImGui::Button("Add") || entered) {
            try {
                context.commands.emplace_back(AddRings{at, typed_radii(m_radii)});
                m_radii_error.clear();
                ImGui::CloseCurrentPopup();
            } catch (const UsageError& error) { // the menu stays open and says what is wrong
                m_radii_error = error.what();
            }
        }
        ui::complaint(context, m_radii_error);
        ImGui::EndMenu();
    }
    for (const auto& tag : m_popup_things)
        if (const auto index = ring_of(context.session, tag))
            if (ImGui::MenuItem(fmt::format("Remove the ring of {:g} km##{}", rings[*index].km, *index).c_str()))
                context.commands.emplace_back(RemoveRing{*index});
    if (ImGui::MenuItem("Remove all range rings", nullptr, false, !rings.empty()))
        context.commands.emplace_back(RemoveRings{});
}

/// The zones whose area holds the point, the smallest first.
std::vector<render::Tag> MapView::zone_tags_at(const Session& session, PixelPoint p) const {
    const auto at = position_at(session, p);
    if (!at || !session.scenario() || !session.view().layer_shown("zones")) return {};
    std::vector<render::Tag> tags;
    for (const auto* zone : zones_at(*session.scenario(), session.snapshot(), *at))
        tags.push_back({"zones", "zone", zone->id});
    return tags;
}

/// What the map's menu names: symbols, names and lines at the point, then the zones and the sea that hold it.
std::vector<render::Tag> MapView::everything_at(const Session& session, PixelPoint p) const {
    auto tags = tags_at(session, p);
    const auto add = [&](render::Tag tag) {
        const bool known =
            std::any_of(tags.begin(), tags.end(), [&](const auto& t) { return t.kind == tag.kind && t.id == tag.id; });
        if (!known) tags.push_back(std::move(tag));
    };
    for (auto& zone : zone_tags_at(session, p))
        add(std::move(zone));
    const auto at = position_at(session, p);
    if (at && session.scenario() && session.scenario()->atlas)
        if (const auto* sea = session.scenario()->atlas->seas.at(*at)) add({"seas", "sea", sea->id});
    constexpr std::size_t most = 8;
    if (tags.size() > most) tags.resize(most);
    return tags;
}

void MapView::handle_keys(PanelContext& context) {
    const auto& session = context.session;
    auto& commands = context.commands;
    const auto& io = ImGui::GetIO();
    if (io.KeyCtrl || io.KeyAlt) return;
    const double step = 0.15;
    if (io.KeyShift) { // without Shift, Left and Right step the time
        if (key_pressed(sf::Keyboard::Left)) pan(session, commands, -step * m_area.w, 0);
        if (key_pressed(sf::Keyboard::Right)) pan(session, commands, step * m_area.w, 0);
        if (key_pressed(sf::Keyboard::Up)) pan(session, commands, 0, -step * m_area.h);
        if (key_pressed(sf::Keyboard::Down)) pan(session, commands, 0, step * m_area.h);
    }
    if (key_pressed(sf::Keyboard::Add) || key_pressed(sf::Keyboard::Equal)) zoom(session, commands, key_step);
    if (key_pressed(sf::Keyboard::Subtract) || key_pressed(sf::Keyboard::Hyphen)) zoom(session, commands, 1 / key_step);
    if (key_pressed(sf::Keyboard::Num0, false) || key_pressed(sf::Keyboard::R, false))
        commands.emplace_back(ResetView{});
    if (key_pressed(sf::Keyboard::F, false)) commands.emplace_back(FitAll{});
    if (key_pressed(sf::Keyboard::H, false)) {
        const auto& [kind, id] = session.view().selection();
        if (kind == "asset") commands.emplace_back(ShowAsset{id, !session.view().asset_shown(id)});
        if (kind == "zone") commands.emplace_back(ShowZone{id, !session.view().zone_shown(id)});
    }
    if (key_pressed(sf::Keyboard::M, false)) m_ruler_on = !m_ruler_on;
    if (key_pressed(sf::Keyboard::Escape, false)) {
        if (m_ruler_on)
            m_ruler_on = false;
        else if (context.memory.add_fix.picking)
            context.memory.add_fix.picking = false;
        else if (!session.view().instruments().ruler().empty())
            commands.emplace_back(RulerClear{});
        else
            commands.emplace_back(Select{});
    }
}

} // namespace app
