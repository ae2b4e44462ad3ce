#include "app/gui/dialogs/file_dialog.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <imgui.h>
#include <imgui_stdlib.h>

namespace app {

namespace fs = std::filesystem;

void FileDialog::open() {
    m_open_requested = true;
    std::error_code error;
    if (m_folder.empty()) m_folder = fs::current_path(error);
    list_folder(m_folder);
}

void FileDialog::list_folder(const fs::path& folder) {
    std::vector<FolderEntry> entries;
    try {
        entries = entries_of(folder, m_formats);
    } catch (const fs::filesystem_error& error) { // keeps the folder that was listed before
        m_problem = folder.string() + ": " + error.code().message();
        return;
    }
    m_problem.clear();
    m_entries = std::move(entries);
    m_folder = folder;
    m_typed = folder.string();
}

std::optional<std::string> FileDialog::draw(float scale) {
    if (m_open_requested) {
        ImGui::OpenPopup("Open a scenario");
        m_open_requested = false;
    }
    const auto screen = ImGui::GetIO().DisplaySize;
    ImGui::SetNextWindowPos({screen.x / 2, screen.y / 2}, ImGuiCond_Appearing, {0.5F, 0.5F});
    ImGui::SetNextWindowSize({std::min(620 * scale, screen.x * 0.9F), std::min(520 * scale, screen.y * 0.85F)},
                             ImGuiCond_Appearing);
    bool open = true;
    if (!ImGui::BeginPopupModal("Open a scenario", &open, ImGuiWindowFlags_NoSavedSettings)) return std::nullopt;
    std::optional<std::string> chosen;
    if (ImGui::Button("Up")) list_folder(m_folder.parent_path());
    ImGui::SameLine();
    ImGui::SetNextItemWidth(-1);
    if (ImGui::InputText("##path", &m_typed, ImGuiInputTextFlags_EnterReturnsTrue)) {
        std::error_code ignored;
        const fs::path typed{m_typed};
        if (fs::is_directory(typed, ignored) && !m_formats.opens_folder(typed))
            list_folder(fs::absolute(typed, ignored).lexically_normal());
        else if (fs::exists(typed, ignored))
            chosen = m_typed;
        else
            m_problem = m_typed + ": there is no such file or folder; check the path";
    }
    if (!m_problem.empty()) ImGui::TextWrapped("%s", m_problem.c_str());
    ImGui::BeginChild("entries", {0, -ImGui::GetFrameHeightWithSpacing()}, true);
    std::optional<fs::path> enter;
    for (const auto& entry : m_entries) {
        const auto label = entry.folder ? entry.name + "/" : entry.name;
        if (!ImGui::Selectable(label.c_str(), false)) {
            if (entry.folder && entry.opens) {
                ImGui::SameLine();
                ImGui::TextDisabled("scenario");
            }
            continue;
        }
        if (entry.opens)
            chosen = (m_folder / entry.name).string();
        else
            enter = m_folder / entry.name;
    }
    if (m_entries.empty()) ImGui::TextDisabled("No folders and no scenarios here");
    ImGui::EndChild();
    if (enter) list_folder(*enter);
    ImGui::TextDisabled("%s", fmt::format("Opens folders, {}", fmt::join(m_formats.extensions(), " ")).c_str());
    if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s", m_formats.description().c_str());
    ImGui::SameLine(ImGui::GetWindowWidth() - 90 * scale);
    if (ImGui::Button("Cancel", {78 * scale, 0}) || ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape)) || chosen)
        ImGui::CloseCurrentPopup();
    ImGui::EndPopup();
    return chosen;
}

} // namespace app
