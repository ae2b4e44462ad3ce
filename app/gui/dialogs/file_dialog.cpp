#include "app/gui/dialogs/file_dialog.hpp"

#include "app/gui/panels/widgets.hpp"

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
    m_extensions.clear();
    m_problem.clear();
    ask(m_folder);
}

void FileDialog::save(const fs::path& path, std::vector<std::string> extensions) {
    m_open_requested = true;
    m_chosen.reset();
    m_problem.clear();
    m_extensions = std::move(extensions);
    m_name = path.filename().string();
    ask(path.has_parent_path() ? path.parent_path() : m_folder);
}

void FileDialog::ask(const fs::path& path, bool typed) {
    m_job.ask({++m_asked, {path, typed, m_extensions}});
}

bool FileDialog::poll() {
    auto result = m_job.take();
    if (!result || result->number != m_asked || !is_waiting()) return false; // an older request, or one given up
    m_shown = m_asked;
    BrowseResult& found = result->browse;
    m_problem = std::move(found.problem);
    if (found.chosen && is_saving()) {
        const fs::path file{*found.chosen};
        m_name = file.filename().string();
        m_chosen = file.string();
    } else {
        m_chosen = std::move(found.chosen);
    }
    if (!found.folder.empty()) {
        m_entries = std::move(found.entries);
        m_folder = std::move(found.folder);
        m_typed = m_folder.string();
    }
    return true;
}

std::string FileDialog::texts() const {
    std::string all = m_folder.string();
    for (const auto& entry : m_entries)
        all += entry.name;
    return all;
}

void FileDialog::draw_entries(std::optional<std::string>& chosen) {
    std::optional<fs::path> enter;
    for (const auto& entry : m_entries) {
        const auto label = entry.folder ? entry.name + "/" : entry.name;
        if (!ImGui::Selectable(label.c_str(), is_saving() && !entry.folder && entry.name == m_name)) {
            if (entry.folder && entry.opens) {
                ImGui::SameLine();
                ImGui::TextDisabled("scenario");
            }
            continue;
        }
        if (entry.opens && is_saving())
            m_name = entry.name;
        else if (entry.opens)
            chosen = (m_folder / entry.name).string();
        else
            enter = m_folder / entry.name;
    }
    if (is_waiting())
        ImGui::TextDisabled("Reading the folder...");
    else if (m_entries.empty())
        ImGui::TextDisabled("%s", is_saving() ? "No folders and no maps here" : "No folders and no scenarios here");
    if (enter) ask(*enter);
}

/// Draws the field for the name of the file to save, and its button.
void FileDialog::draw_name(std::optional<std::string>& chosen, float buttons) {
    ImGui::TextUnformatted("Name");
    ImGui::SameLine();
    ImGui::SetNextItemWidth(-buttons);
    const bool entered = ImGui::InputText("##name", &m_name, ImGuiInputTextFlags_EnterReturnsTrue);
    ImGui::SameLine();
    const bool possible = !m_name.empty() && m_name.find('/') == std::string::npos && !m_folder.empty();
    ImGui::BeginDisabled(!possible);
    const bool clicked = ImGui::Button("Choose", {78 * m_scale, 0});
    ImGui::EndDisabled();
    if ((entered || clicked) && possible) chosen = (m_folder / m_name).string();
}

std::optional<std::string> FileDialog::draw(float scale) {
    m_scale = scale;
    const char* title = is_saving() ? "Save the map as" : "Open a scenario";
    if (m_open_requested) {
        ImGui::OpenPopup(title);
        m_open_requested = false;
    }
    const auto screen = ImGui::GetIO().DisplaySize;
    ImGui::SetNextWindowPos({screen.x / 2, screen.y / 2}, ImGuiCond_Appearing, {0.5F, 0.5F});
    ImGui::SetNextWindowSize({std::min(620 * scale, screen.x * 0.9F), std::min(520 * scale, screen.y * 0.85F)},
                             ImGuiCond_Appearing);
    bool open = true;
    if (!ImGui::BeginPopupModal(title, &open, ImGuiWindowFlags_NoSavedSettings)) return std::nullopt;
    std::optional<std::string> chosen = std::exchange(m_chosen, std::nullopt);
    if (ImGui::Button("Up")) ask(m_folder.parent_path());
    ImGui::SameLine();
    ImGui::SetNextItemWidth(-1);
    if (ImGui::InputText("##path", &m_typed, ImGuiInputTextFlags_EnterReturnsTrue)) ask(m_typed, true);
    if (!m_problem.empty()) ImGui::TextWrapped("%s", m_problem.c_str());
    ImGui::BeginChild("entries", {0, -ImGui::GetFrameHeightWithSpacing()}, true, ImGuiWindowFlags_NavFlattened);
    draw_entries(chosen);
    ImGui::EndChild();
    const float cancel_x = ImGui::GetWindowWidth() - 90 * scale;
    if (is_saving()) {
        draw_name(chosen, 2 * 90 * scale);
    } else {
        ImGui::TextDisabled("%s", fmt::format("Opens folders, {}", fmt::join(m_formats.extensions(), " ")).c_str());
        if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s", m_formats.description().c_str());
    }
    ImGui::SameLine(cancel_x);
    const bool escape = ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape), false);
    if (escape) ui::swallow_escape(); // the dialog below stays open
    if (ImGui::Button("Cancel", {78 * scale, 0}) || escape || chosen) {
        m_shown = m_asked; // nobody waits for a list any more
        ImGui::CloseCurrentPopup();
    }
    ImGui::EndPopup();
    return chosen;
}

} // namespace app
