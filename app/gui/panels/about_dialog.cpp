#include "app/gui/panels/widgets.hpp"

#include <fmt/format.h>

namespace app {

namespace {

struct Credit {
    const char* what;
    const char* words;
};
/// From geo/data/SOURCES.md.
constexpr Credit data_credits[]{
    {"Land, borders", "Natural Earth 4.1, public domain"},
    {"Fine coast", "GSHHG 2.3.7, Wessel and Smith, LGPL-3 or later"},
    {"Relief", "Natural Earth II with ocean relief, public domain"},
    {"Korean line", "(c) OpenStreetMap contributors, ODbL 1.0"},
    {"Places", "own work; GeoNames, CC BY 4.0; OurAirports, public domain"},
    {"Seas, names", "own work, MIT"},
};
constexpr Credit library_credits[]{
    {"Window", "SFML (zlib), Dear ImGui (MIT)"},
    {"Maps", "PROJ (MIT), GDAL (MIT), GEOS (LGPL-2.1)"},
    {"Drawing", "Cairo (LGPL-2.1), Pango (LGPL-2), FreeType (FTL), HarfBuzz (MIT), GLU (SGI-B-2.0)"},
    {"Files", "toml++, nlohmann-json, fmt, CLI11 (MIT, BSD-3), libpng (libpng)"},
    {"Type", "Inter (OFL-1.1), Noto Sans (OFL-1.1)"},
};

template <std::size_t Count>
void table(PanelContext& ctx, const char* id, const Credit (&credits)[Count]) {
    if (!ImGui::BeginTable(id, 2)) return;
    ImGui::TableSetupColumn("what", ImGuiTableColumnFlags_WidthFixed, 96 * ctx.scale);
    ImGui::TableSetupColumn("words");
    for (const Credit& credit : credits) {
        ImGui::TableNextRow();
        ImGui::TableNextColumn();
        ui::muted(credit.what);
        ImGui::TableNextColumn();
        ui::wrapped(credit.words);
    }
    ImGui::EndTable();
}

} // namespace

void draw_about(PanelContext& ctx, bool& open) {
    constexpr const char* title = "About Theatrum";
    if (open && !ImGui::IsPopupOpen(title)) ImGui::OpenPopup(title);
    ui::place_dialog(ctx, 470);
    if (!ImGui::BeginPopupModal(title, &open, ui::dialog_flags)) return;
    ui::wrapped("Theatrum " THEATRUM_VERSION);
    ui::muted_wrapped("Maps of where forces are, and how that is known.");
    ImGui::Dummy({0, 2 * ctx.scale});
    ui::wrapped(
        "Copyright (c) 2026 The Theatrum authors. MIT licence: free to use, change and pass on, without warranty.");
    ui::heading(ctx, "Data");
    table(ctx, "data", data_credits);
    if (const auto& scenario = ctx.session.scenario(); scenario && !scenario->credit.empty()) {
        ui::heading(ctx, "This scenario");
        ui::wrapped(scenario->credit);
    }
    ui::heading(ctx, "Libraries, each under its own licence");
    table(ctx, "libraries", library_credits);
    ui::close_button(ctx, open);
    if (!open) ImGui::CloseCurrentPopup();
    ImGui::EndPopup();
}

} // namespace app
