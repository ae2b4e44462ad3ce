#include "app/gui/panels/widgets.hpp"

namespace app {

namespace {

/// Leaves out the marks `**`, for the fonts of the window have one weight, and turns backquotes into quotation marks.
std::string plain(const std::string& text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.compare(i, 2, "**") == 0)
            ++i;
        else
            out += text[i] == '`' ? '\'' : text[i];
    }
    return out;
}

/// A tab for each page. Returns the page that is open.
std::string_view draw_tabs(ManualMemory& memory) {
    std::string_view open = memory.shown;
    if (!ImGui::BeginTabBar("pages")) return open;
    for (const ManualTopic& topic : manual_topics()) {
        if (!topic.is_page) continue;
        const bool requested = memory.topic == topic.name;
        if (ImGui::BeginTabItem(topic.title.data(), nullptr,
                                requested ? ImGuiTabItemFlags_SetSelected : ImGuiTabItemFlags_None)) {
            if (memory.topic.empty() || requested) open = topic.name;
            ImGui::EndTabItem();
        }
        ui::tooltip(std::string{topic.summary});
    }
    ImGui::EndTabBar();
    if (open == memory.topic) memory.topic.clear();
    return open;
}

void draw_table(const ManualTable& table, int number) {
    const int columns = static_cast<int>(table.head.size());
    constexpr ImGuiTableFlags flags = ImGuiTableFlags_BordersInnerH | ImGuiTableFlags_SizingStretchProp;
    if (!ImGui::BeginTable(("##table" + std::to_string(number)).c_str(), columns, flags)) return;
    for (int i = 0; i < columns; ++i)
        ImGui::TableSetupColumn(table.head[static_cast<std::size_t>(i)].c_str(), 0, i == 0 ? 1.0F : 2.0F);
    ImGui::TableHeadersRow();
    for (const auto& row : table.rows) {
        ImGui::TableNextRow();
        for (const std::string& cell : row) {
            ImGui::TableNextColumn();
            ui::wrapped(plain(cell));
        }
    }
    ImGui::EndTable();
}

void draw_block(PanelContext& ctx, const ManualBlock& block, int number) {
    switch (block.kind) {
    case ManualBlock::Kind::Heading:
        if (number > 0) ImGui::Spacing();
        ui::title(ctx, plain(block.text));
        break;
    case ManualBlock::Kind::Text:
        ui::wrapped(plain(block.text));
        break;
    case ManualBlock::Kind::Item:
        ImGui::Bullet();
        ImGui::SameLine();
        ui::wrapped(plain(block.text));
        return;
    case ManualBlock::Kind::Code:
        ui::muted_wrapped(block.text);
        break;
    case ManualBlock::Kind::Table:
        draw_table(block.table, number);
        break;
    }
    ImGui::Spacing();
}

} // namespace

void draw_manual(PanelContext& ctx, bool& open) {
    constexpr const char* title = "Manual";
    ManualMemory& memory = ctx.memory.manual;
    if (open && !ImGui::IsPopupOpen(title)) ImGui::OpenPopup(title);
    ui::place_dialog(ctx, 900);
    if (!ImGui::BeginPopupModal(title, &open, ui::dialog_flags)) return;
    const std::string_view page = draw_tabs(memory);
    const bool other_page = memory.shown != page;
    if (other_page) memory.shown = page;
    ImGui::BeginChild("page", {0, 440 * ctx.scale});
    if (other_page) ImGui::SetScrollY(0);
    int number = 0;
    for (const ManualBlock& block : memory.pages[memory.shown])
        draw_block(ctx, block, number++);
    ImGui::EndChild();
    ui::close_button(ctx, open);
    if (!open) ImGui::CloseCurrentPopup();
    ImGui::EndPopup();
}

} // namespace app
