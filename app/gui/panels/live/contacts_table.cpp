#include "app/gui/panels/widgets.hpp"
#include "app/session/models/live/target_model.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>
#include <imgui_stdlib.h>

namespace app {

namespace {

/// Numbers by value, then texts; empty cells last.
bool less_cell(const std::string& a, const std::string& b) {
    if (a.empty() != b.empty()) return b.empty();
    const auto number = [](const std::string& text) -> std::optional<double> {
        double value = 0;
        const auto end = text.data() + text.size();
        const auto read = std::from_chars(text.data(), end, value);
        return read.ec == std::errc{} && read.ptr == end ? std::optional{value} : std::nullopt;
    };
    const auto x = number(a), y = number(b);
    if (x && y) return *x < *y;
    return a < b;
}

void update_rows(const PanelContext& ctx, TableMemory& memory) {
    const auto& live = ctx.session.live().snapshot();
    const bool same = live == memory.live && memory.filter == memory.filtered &&
                      memory.column == memory.sorted_column && memory.down == memory.sorted_down &&
                      memory.range_id == ctx.session.view().selection().id;
    if (same) return;
    memory.live = live;
    memory.filtered = memory.filter;
    memory.sorted_column = memory.column;
    memory.sorted_down = memory.down;
    memory.range_id = ctx.session.view().selection().id;
    memory.range_from = moving_of(ctx.session, memory.range_id);
    memory.contacts.update(ctx.session, memory.filter, ContactOrder::Name, false);
    std::vector<std::pair<std::string, assets::AssetIndex>> keys;
    for (const ContactRow& row : memory.contacts.rows())
        if (row.asset != assets::no_index)
            keys.emplace_back(
                table_cells(ctx.session, row.asset, memory.range_from).at(static_cast<std::size_t>(memory.column)),
                row.asset);
    std::stable_sort(keys.begin(), keys.end(), [&](const auto& a, const auto& b) {
        if (a.first.empty() != b.first.empty()) return b.first.empty(); // empty cells are last in both directions
        return memory.down ? less_cell(b.first, a.first) : less_cell(a.first, b.first);
    });
    memory.rows.clear();
    for (const auto& [key, asset] : keys)
        memory.rows.push_back(asset);
}

void draw_row(PanelContext& ctx, TableMemory& memory, assets::AssetIndex index) {
    const auto& asset = ctx.session.scenario()->assets[index];
    const auto cells = table_cells(ctx.session, index, memory.range_from);
    ImGui::TableNextRow();
    ImGui::PushID(asset.id.c_str());
    for (std::size_t i = 0; i < cells.size(); ++i) {
        ImGui::TableSetColumnIndex(static_cast<int>(i));
        if (i > 0) {
            ImGui::TextUnformatted(cells[i].c_str());
            continue;
        }
        const bool selected = ctx.session.view().selection() == Selection{"asset", asset.id};
        if (ImGui::Selectable((cells[i] + "###row").c_str(), selected,
                              ImGuiSelectableFlags_SpanAllColumns | ImGuiSelectableFlags_AllowDoubleClick)) {
            ctx.commands.emplace_back(Select{"asset", asset.id});
            const auto& state = ctx.session.snapshot().states[index];
            if (state.where && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left))
                ctx.commands.emplace_back(GoTo{*state.where, view_width_km(state.radius_km.value_or(0))});
        }
    }
    ImGui::PopID();
}

} // namespace

void draw_contacts_table(PanelContext& ctx, bool& open) {
    if (!open) return;
    if (!ctx.session.live().snapshot()) {
        open = false;
        return;
    }
    TableMemory& memory = ctx.memory.contacts_table;
    ImGui::SetNextWindowSize({std::min(960 * ctx.scale, ImGui::GetIO().DisplaySize.x * 0.96F), 380 * ctx.scale},
                             ImGuiCond_Appearing);
    ImGui::SetNextWindowPos(ImGui::GetMainViewport()->GetCenter(), ImGuiCond_Appearing, {0.5F, 0.5F});
    if (!ImGui::Begin("Contacts###contacts table", &open,
                      ImGuiWindowFlags_NoCollapse | ImGuiWindowFlags_NoSavedSettings)) {
        ImGui::End();
        return;
    }
    update_rows(ctx, memory);
    ImGui::SetNextItemWidth(220 * ctx.scale);
    ImGui::InputTextWithHint("##filter", "Filter", &memory.filter);
    ImGui::SameLine();
    if (ImGui::Button("Copy table")) {
        ctx.requests.copy_text = contacts_tsv(ctx.session, memory.rows, memory.range_from);
        ctx.requests.notice = fmt::format("Copied {} rows, with tabs between the columns", memory.rows.size());
    }
    ImGui::SameLine();
    ui::muted(memory.range_from ? "Range and bearing from the selected contact"
                                : "Select a contact for range and bearing");
    constexpr ImGuiTableFlags flags = ImGuiTableFlags_Sortable | ImGuiTableFlags_ScrollY | ImGuiTableFlags_RowBg |
                                      ImGuiTableFlags_Resizable | ImGuiTableFlags_NoSavedSettings;
    if (ImGui::BeginTable("table", static_cast<int>(table_headers.size()), flags)) {
        ImGui::TableSetupScrollFreeze(0, 1);
        for (const char* header : table_headers) {
            // The column of names has room for the 20 letters that AIS gives a name; others hold their heading.
            const float room = ImGui::CalcTextSize(header == table_headers[0] ? "SHIP OF TWENTY CHARS" : header).x;
            ImGui::TableSetupColumn(header, ImGuiTableColumnFlags_WidthStretch, room + 28 * ctx.scale);
        }
        ImGui::TableHeadersRow();
        if (ImGuiTableSortSpecs* specs = ImGui::TableGetSortSpecs(); specs != nullptr && specs->SpecsCount > 0) {
            memory.column = specs->Specs[0].ColumnIndex;
            memory.down = specs->Specs[0].SortDirection == ImGuiSortDirection_Descending;
        }
        ImGuiListClipper clipper;
        clipper.Begin(static_cast<int>(memory.rows.size()));
        while (clipper.Step())
            for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i)
                draw_row(ctx, memory, memory.rows[static_cast<std::size_t>(i)]);
        ImGui::EndTable();
    }
    ImGui::End();
}

} // namespace app
