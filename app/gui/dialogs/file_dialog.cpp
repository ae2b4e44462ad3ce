#include "app/gui/dialogs/file_dialog.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <imgui.h>
#include <imgui_stdlib.h>

namespace app {

namespace fs = std::filesystem;

FileDialog::FileDialog(Signal& arrived, const assets::FormatRegistry& formats)
    : FileDialog{arrived, formats, [&formats](const BrowseRequest& request) {
                     return browse(request, formats);
                 }} {}

FileDialog::FileDialog(Signal& arrived, const assets::FormatRegistry& formats, Browse browse)
    : m_formats{formats}, m_job{arrived, [browse = std::move(browse)](const Request& request, const std::stop_token&) {
                                    return Result{request.number, browse(request.browse)};
                                }} {}

void FileDialog::open() {
    m_open_requested = true;
    m_chosen.reset();
    ask({m_folder});
}

void FileDialog::ask(BrowseRequest request) {
    m_job.ask({++m_asked, std::move(request)});
}

bool FileDialog::poll() {
    auto result = m_job.take();
    if (!result || result->number != m_asked || !is_waiting()) return false; // an older request, or one given up
    m_shown = m_asked;
    BrowseResult& found = result->browse;
    m_problem = std::move(found.problem);
    m_chosen = std::move(found.chosen);
    if (!found.folder.empty()) {
        m_entries = std::move(found.entries);
        m_folder = std::move(found.folder);
        m_typed = m_folder.string();
    }
    return true;
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
    std::optional<std::string> chosen = std::exchange(m_chosen, std::nullopt);
    if (ImGui::Button("Up")) ask({m_folder.parent_path()});
    ImGui::SameLine();
    ImGui::SetNextItemWidth(-1);
    if (ImGui::InputText("##path", &m_typed, ImGuiInputTextFlags_EnterReturnsTrue)) ask({m_typed, true});
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
    if (is_waiting())
        ImGui::TextDisabled("Reading the folder...");
    else if (m_entries.empty())
        ImGui::TextDisabled("No folders and no scenarios here");
    ImGui::EndChild();
    if (enter) ask({*enter});
    ImGui::TextDisabled("%s", fmt::format("Opens folders, {}", fmt::join(m_formats.extensions(), " ")).c_str());
    if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s", m_formats.description().c_str());
    ImGui::SameLine(ImGui::GetWindowWidth() - 90 * scale);
    if (ImGui::Button("Cancel", {78 * scale, 0}) || ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape)) ||
        chosen) {
        m_shown = m_asked; // nobody waits for a list any more
        ImGui::CloseCurrentPopup();
    }
    ImGui::EndPopup();
    return chosen;
}

} // namespace app
