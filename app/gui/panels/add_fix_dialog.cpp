#include "app/gui/panels/timeline/time_words.hpp"
#include "app/gui/panels/widgets.hpp"
#include "assets/model/names.hpp"

#include <algorithm>
#include <charconv>
#include <sstream>

#include <fmt/format.h>
#include <imgui_stdlib.h>

namespace app {

namespace {

constexpr const char* title = "Add a report";

/// Fills the form for the selected asset at the time shown.
void fill(PanelContext& ctx) {
    AddFixMemory& memory = ctx.memory.add_fix;
    const Selection& selection = ctx.session.view().selection();
    const std::string asset = selection.kind == "asset" ? selection.id : memory.row.asset;
    memory = AddFixMemory{};
    memory.filled = true;
    memory.row.asset = asset;
    memory.row.from =
        instant_as_typed(ctx.session.playhead().time().at(), ctx.session.scenario()->utc_offset_h).substr(0, 10);
    memory.row.kind = "reported";
}

void draw_label(PanelContext& ctx, const char* text) {
    ImGui::AlignTextToFramePadding();
    ui::muted(text);
    ImGui::SameLine(104 * ctx.scale);
}

void draw_field(PanelContext& ctx, const char* what, const char* id, const char* hint, std::string& value) {
    draw_label(ctx, what);
    ImGui::SetNextItemWidth(-1);
    ImGui::InputTextWithHint(id, hint, &value);
}

void asset_choice(PanelContext& ctx, std::string& id) {
    const assets::Scenario& scenario = *ctx.session.scenario();
    const assets::Asset* chosen = scenario.asset(id);
    draw_label(ctx, "Asset");
    ImGui::SetNextItemWidth(-1);
    if (!ImGui::BeginCombo("##asset", chosen ? chosen->name.c_str() : "Choose an asset", ImGuiComboFlags_HeightLarge))
        return;
    for (const auto& asset : scenario.assets) {
        ImGui::PushID(asset.id.c_str());
        if (ImGui::Selectable(asset.name.c_str(), asset.id == id)) id = asset.id;
        ImGui::PopID();
    }
    ImGui::EndCombo();
}

template <class Enum>
void word_choice(const char* id, const char* none, float width, std::string& value) {
    ImGui::SetNextItemWidth(width);
    if (!ImGui::BeginCombo(id, value.empty() ? none : value.c_str())) return;
    if (none && ImGui::Selectable(none, value.empty())) value.clear();
    for (const std::string_view name : assets::names_of<Enum>())
        if (!name.empty() && ImGui::Selectable(std::string{name}.c_str(), value == name)) value = name;
    ImGui::EndCombo();
}

void draw_place_fields(PanelContext& ctx, AddFixMemory& memory, bool fresh) {
    AddFix& row = memory.row;
    draw_label(ctx, "Where");
    ImGui::RadioButton("A place", &memory.place_kind, 0);
    ImGui::SameLine(0, 14 * ctx.scale);
    ImGui::RadioButton("A position", &memory.place_kind, 1);
    ImGui::SameLine(0, 14 * ctx.scale);
    ImGui::RadioButton("A sea or zone", &memory.place_kind, 2);
    if (fresh && memory.place_kind == 0) ui::focus_next_field(); // the other fields are filled in or optional
    if (memory.place_kind == 0) draw_field(ctx, "Place", "##place", "Yokosuka", row.place);
    if (memory.place_kind == 1) {
        const float width = 92 * ctx.scale;
        draw_label(ctx, "Lon, lat");
        ImGui::SetNextItemWidth(width);
        ImGui::InputTextWithHint("##lon", "139.67", &row.lon);
        ImGui::SameLine();
        ImGui::SetNextItemWidth(width);
        ImGui::InputTextWithHint("##lat", "35.28", &row.lat);
        ImGui::SameLine();
        if (ImGui::Button(memory.picking ? "Click on the map" : "From the map")) memory.picking = !memory.picking;
        draw_field(ctx, "Name", "##name", "off Yokosuka (optional)", row.place);
    }
    if (memory.place_kind == 2) draw_field(ctx, "Area", "##area", "south-china-sea, or a zone's id", row.area);
    draw_field(ctx, "Within km", "##radius", "empty: the usual radius of the place", row.radius_km);
}

/// Draws a field for the ids of sources, and a list that adds ids of the scenario's sources.
void draw_sources(PanelContext& ctx, std::string& value) {
    const assets::Scenario& scenario = *ctx.session.scenario();
    draw_label(ctx, "Sources");
    ImGui::SetNextItemWidth(-92 * ctx.scale);
    ImGui::InputTextWithHint("##sources", "ids, separated by ;", &value);
    ImGui::SameLine();
    ImGui::SetNextItemWidth(-1);
    if (!ImGui::BeginCombo("##add", "Add", ImGuiComboFlags_HeightLarge | ImGuiComboFlags_PopupAlignLeft)) return;
    for (const auto& source : scenario.sources) {
        const std::string words = fmt::format("{}: {}###{}", source.id, source.title, source.id);
        if (ImGui::Selectable(words.c_str())) value += (value.empty() ? "" : ";") + source.id;
    }
    ImGui::EndCombo();
}

std::optional<double> number(const std::string& text) {
    double value = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    return failed == std::errc{} && end == text.data() + text.size() ? std::optional{value} : std::nullopt;
}

/// What the form itself finds wrong, before the session checks the row; empty when it finds nothing.
std::string complaint_about(const AddFixMemory& memory, double utc_offset_h) {
    const AddFix& row = memory.row;
    if (row.asset.empty()) return "Choose the asset that the report is about.";
    if (!assets::parse_time_text(row.from, utc_offset_h))
        return fmt::format("From: '{}' is not a date. Type 2024-07-31, or 2024-07-31T12:30.", row.from);
    if (!row.to.empty() && row.to != "*" && !assets::parse_time_text(row.to, utc_offset_h))
        return fmt::format("To: '{}' is not a date. Leave it empty for one day, or type * for no known end.", row.to);
    if (memory.place_kind == 0 && row.place.empty())
        return "Type the name of a place, or choose a position, a sea or a zone.";
    if (memory.place_kind == 2 && row.area.empty()) return "Type the id of a sea or a zone.";
    if (memory.place_kind == 1) {
        const auto lon = number(row.lon), lat = number(row.lat);
        if (!lon || !lat) return "Type longitude and latitude as numbers in degrees, such as 139.67 and 35.28.";
        if (!geo::LonLat::from_degrees(*lon, *lat) || *lon < -180 || *lon > 360)
            return "Type a longitude from -180 to 180 first, then a latitude from -90 to 90.";
    }
    if (!row.radius_km.empty() && number(row.radius_km).value_or(0) <= 0)
        return fmt::format("Within km: '{}' is not a radius. Type a number greater than 0.", row.radius_km);
    return "";
}

/// The row without the fields of the other kinds of place.
AddFix row_of(const AddFixMemory& memory) {
    AddFix row = memory.row;
    if (memory.place_kind != 1) row.lon = row.lat = "";
    if (memory.place_kind != 2) row.area.clear();
    if (memory.place_kind == 2) row.place.clear();
    return row;
}

void take_picked(AddFixMemory& memory) {
    if (!memory.picked) return;
    memory.row.lon = fmt::format("{:.4f}", memory.picked->lon());
    memory.row.lat = fmt::format("{:.4f}", memory.picked->lat());
    memory.place_kind = 1;
    memory.picking = false;
    memory.picked.reset();
}

void draw_buttons(PanelContext& ctx, AddFixMemory& memory, bool& open) {
    ImGui::Dummy({0, 4 * ctx.scale});
    const float width = 96 * ctx.scale;
    if (ctx.session.document().can_undo_fix()) {
        if (ImGui::Button("Undo last report")) ctx.commands.emplace_back(UndoFix{});
        ui::tooltip("Removes the row that was added last.");
        ImGui::SameLine();
    }
    const float right = ImGui::GetWindowContentRegionMax().x - 2 * width - ImGui::GetStyle().ItemSpacing.x;
    ImGui::SetCursorPosX(std::max(ImGui::GetCursorPosX(), right));
    if (ImGui::Button("Cancel", {width, 0})) open = false;
    ImGui::SameLine();
    const bool saving = memory.reply.waiting();
    const bool can_add = ctx.session.document().can_add_fix() && !saving;
    ImGui::BeginDisabled(!can_add);
    const bool add = ImGui::Button(saving ? "Saving..." : "Add", {width, 0});
    ImGui::EndDisabled();
    ui::tooltip("Ctrl+Enter");
    const bool by_key = ImGui::GetIO().KeyCtrl && ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Enter), false);
    if ((add || by_key) && can_add) {
        memory.complaint = complaint_about(memory, ctx.session.scenario()->utc_offset_h);
        if (memory.complaint.empty()) ctx.commands.emplace_back(row_of(memory), memory.reply);
    }
}

} // namespace

void draw_add_fix(PanelContext& ctx, bool& open) {
    AddFixMemory& memory = ctx.memory.add_fix;
    if (!open || !ctx.session.scenario()) {
        memory.filled = false;
        open = false;
        return;
    }
    const bool fresh = !memory.filled;
    if (fresh) fill(ctx);
    take_picked(memory);
    if (const auto outcome = memory.reply.take()) {
        if (outcome->is_done()) {
            memory = AddFixMemory{};
            open = false;
            return;
        }
        memory.complaint = outcome->sentence;
    }
    // The dialog is not modal, because a click on the map can give the position.
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    ImGui::SetNextWindowSize({std::min(430 * ctx.scale, screen.x * 0.96F), 0}, ImGuiCond_Always);
    ImGui::SetNextWindowSizeConstraints({0, 0}, {screen.x * 0.98F, screen.y * 0.98F});
    ImGui::SetNextWindowPos({screen.x / 2, screen.y / 2}, ImGuiCond_Appearing, {0.5F, 0.5F});
    if (ImGui::Begin(title, &open,
                     ImGuiWindowFlags_NoCollapse | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoSavedSettings)) {
        AddFix& row = memory.row;
        asset_choice(ctx, row.asset);
        draw_field(ctx, "From", "##from", "2024-07-31, or 2024-07-31T12:30", row.from);
        draw_field(ctx, "To", "##to", "empty: that day; *: until the next report", row.to);
        draw_place_fields(ctx, memory, fresh);
        draw_label(ctx, "Kind");
        word_choice<assets::FixKind>("##kind", nullptr, -1, row.kind);
        draw_label(ctx, "Confidence");
        word_choice<assets::Confidence>("##confidence", "not given", -1, row.confidence);
        draw_label(ctx, "Activity");
        word_choice<assets::Activity>("##activity", "not given", -1, row.activity);
        draw_sources(ctx, row.sources);
        draw_field(ctx, "Note", "##note", "optional", row.note);
        ui::muted_wrapped(fmt::format("Adds a row to {}. Times without a zone are {}.",
                                      positions_file(*ctx.session.scenario()),
                                      zone_words(ctx.session.scenario()->utc_offset_h)));
        if (!ctx.session.document().can_add_fix()) {
            ui::complaint(ctx,
                          "No report can be added: the scenario is built in or a recording, or its files have errors.");
            if (ui::text_link(ctx, "Save a copy to change it", "copy")) ctx.requests.save_copy = true;
        }
        ui::complaint(ctx, memory.complaint);
        draw_buttons(ctx, memory, open);
    }
    ImGui::End();
    if (!open) memory.filled = memory.picking = false;
}

} // namespace app
