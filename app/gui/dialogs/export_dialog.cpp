#include "app/gui/dialogs/export_dialog.hpp"

#include "app/base/errors.hpp"
#include "app/figure/page.hpp"
#include "app/gui/panels/timeline/time_words.hpp"

#include <algorithm>
#include <array>
#include <filesystem>

#include <fmt/format.h>
#include <imgui.h>
#include <imgui_stdlib.h>

namespace app {

namespace {

constexpr std::array formats{".png", ".svg", ".pdf"};
constexpr std::array format_labels{"PNG, in pixels", "SVG, for editing", "PDF, for print"};
constexpr std::array theme_labels{"As on screen", "Light", "Dark"};
constexpr std::array themes{"", "article", "dark"};
constexpr int preview_px = 1400;
constexpr const char* other_width = "Other width"; // the last choice, below the presets

} // namespace

ExportDialog::ExportDialog(Signal& signal, std::shared_ptr<const render::Composer> composer)
    : m_composer{std::move(composer)}, m_worker{signal} {}

void ExportDialog::open(const Session& session, const MapView& map) {
    const auto& view = session.view().state();
    m_shown_w_km = map.area().w / map.px_per_mm() * view.m_per_mm / 1000;
    m_shown_h_km = map.area().h / map.px_per_mm() * view.m_per_mm / 1000;
    m_open_requested = true;
    m_preview_key.clear();
    m_problem.clear();
    m_done.clear();
}

ExportChoices ExportDialog::choices() const {
    ExportChoices out;
    out.output = m_output;
    const auto presets = page_presets();
    const auto preset = static_cast<std::size_t>(m_preset);
    if (preset < presets.size()) out.preset = std::string{presets[preset].name};
    out.width_mm = m_width_mm;
    out.theme = themes.at(static_cast<std::size_t>(m_theme));
    out.title = m_title;
    out.subtitle = m_subtitle;
    out.legend = m_legend;
    out.shown_w_km = m_shown_w_km;
    out.shown_h_km = m_shown_h_km;
    return out;
}

ExportJob ExportDialog::job(const Session& session) const {
    ExportJob out;
    out.figure = {session.scenario(), session.shared_snapshot(), export_request(session, choices()), m_composer};
    out.preview_w = out.preview_h = preview_px;
    out.key = page_key(session);
    return out;
}

std::string ExportDialog::page_key(const Session& session) const {
    return fmt::format("{} {} {} {}\n{}\n{} {} {} {} {} {}", m_preset, m_theme, m_width_mm, m_title, m_subtitle,
                       m_legend, session.ground_version(), session.overlay_version(),
                       session.playhead().time().at().time_since_epoch().count(), m_shown_w_km, m_shown_h_km);
}

void ExportDialog::request_preview(const Session& session) {
    auto key = page_key(session);
    if (key == m_preview_key) return;
    m_preview_key = std::move(key);
    try {
        m_problem.clear();
        m_worker.preview(job(session));
    } catch (const UsageError& error) {
        m_problem = error.what();
    }
}

bool ExportDialog::poll() {
    bool changed = false;
    if (auto preview = m_worker.take_preview()) {
        changed = true;
        if (preview->raster) {
            const auto& raster = *preview->raster;
            std::vector<sf::Uint8> rgba(static_cast<std::size_t>(raster.width) *
                                        static_cast<std::size_t>(raster.height) * 4);
            for (std::size_t from = 0, to = 0; from + 2 < raster.rgb.size(); from += 3, to += 4) {
                std::copy_n(raster.rgb.data() + from, 3, rgba.data() + to);
                rgba[to + 3] = 255;
            }
            const auto w = static_cast<unsigned>(raster.width), h = static_cast<unsigned>(raster.height);
            if (m_texture.getSize() == sf::Vector2u{w, h} || m_texture.create(w, h)) {
                m_texture.update(rgba.data());
                m_texture.setSmooth(true);
            }
            m_problem.clear();
            m_preview_ready = true;
        } else {
            m_problem = preview->error;
            m_preview_ready = false;
        }
        m_preview = std::move(*preview);
        m_preview.raster.reset();
    }
    if (auto outcome = m_worker.take_outcome()) {
        changed = true;
        (outcome->failed ? m_problem : m_done) = outcome->sentence;
        m_png = std::move(outcome->png);
    }
    return changed || m_worker.progress().writing;
}

void ExportDialog::draw(PanelContext& context) {
    const float s = context.scale;
    if (m_open_requested) {
        ImGui::OpenPopup("Export the map");
        m_open_requested = false;
    }
    const auto screen = ImGui::GetIO().DisplaySize;
    ImGui::SetNextWindowPos({screen.x / 2, screen.y / 2}, ImGuiCond_Always, {0.5F, 0.5F});
    ImGui::SetNextWindowSize({std::min(1180 * s, screen.x * 0.94F), std::min(760 * s, screen.y * 0.92F)});
    bool open = true;
    if (!ImGui::BeginPopupModal("Export the map", &open,
                                ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove))
        return;
    if (!context.session.scenario()) {
        ImGui::CloseCurrentPopup();
        ImGui::EndPopup();
        return;
    }
    ImGui::BeginChild("choices", {290 * s, 0});
    draw_choices(context);
    draw_buttons(context);
    ImGui::EndChild();
    ImGui::SameLine();
    ImGui::BeginChild("preview", {0, 0}, true, ImGuiWindowFlags_NoScrollbar);
    draw_preview(s);
    ImGui::EndChild();
    request_preview(context.session);
    ImGui::EndPopup();
}

void ExportDialog::draw_choices(PanelContext& context) {
    const auto label = [](const char* text) {
        ImGui::TextDisabled("%s", text);
        ImGui::SetNextItemWidth(-1);
    };
    label("Size");
    const auto presets = page_presets();
    const auto label_of = [&](int preset) {
        return preset < static_cast<int>(presets.size()) ? in_words(presets[static_cast<std::size_t>(preset)])
                                                         : std::string{other_width};
    };
    if (ImGui::BeginCombo("##size", label_of(m_preset).c_str())) {
        for (int i = 0; i <= static_cast<int>(presets.size()); ++i)
            if (ImGui::Selectable(label_of(i).c_str(), i == m_preset)) m_preset = i;
        ImGui::EndCombo();
    }
    if (m_preset == static_cast<int>(presets.size())) {
        label("Width in mm");
        ImGui::InputText("##mm", &m_width_mm, ImGuiInputTextFlags_CharsDecimal);
    }
    label("Format");
    ImGui::Combo("##format", &m_format, format_labels.data(), static_cast<int>(format_labels.size()));
    const std::string extension = formats.at(static_cast<std::size_t>(m_format));
    if (!m_output_typed) {
        std::error_code ignored;
        const auto& scenario = *context.session.scenario();
        const auto day = instant_as_typed(context.session.playhead().time().at(), scenario.utc_offset_h).substr(0, 10);
        const auto& folder = scenario.folder;
        const auto name = folder.filename().empty() ? folder.parent_path().filename() : folder.filename();
        m_output = (std::filesystem::current_path(ignored) / (name.string() + "-" + day + extension)).string();
    } else if (const auto path = std::filesystem::path{m_output}; path.has_stem())
        m_output = (path.parent_path() / path.stem()).string() + extension;
    label("File");
    if (ImGui::InputText("##file", &m_output)) m_output_typed = true;
    label("Title");
    ImGui::InputTextWithHint("##title", context.session.scenario()->title.c_str(), &m_title);
    label("Subtitle");
    ImGui::InputTextWithHint("##subtitle", context.session.scenario()->subtitle.c_str(), &m_subtitle);
    label("Colours");
    ImGui::Combo("##theme", &m_theme, theme_labels.data(), static_cast<int>(theme_labels.size()));
    ImGui::Checkbox("Legend", &m_legend);
    if (m_preview.width_px > 0) {
        ImGui::Spacing();
        const bool png = m_format == 0;
        ImGui::TextDisabled("%s", (png ? fmt::format("{} x {} pixels", m_preview.width_px, m_preview.height_px)
                                       : fmt::format("{:.0f} x {:.0f} mm", m_preview.width_mm, m_preview.height_mm))
                                      .c_str());
    }
}

void ExportDialog::draw_buttons(PanelContext& context) {
    const auto progress = m_worker.progress();
    ImGui::Spacing();
    ImGui::Separator();
    ImGui::Spacing();
    if (progress.writing) {
        ImGui::ProgressBar(progress.share, {-1, 0}, progress.step.c_str());
        if (ImGui::Button("Cancel", {-1, 0})) m_worker.cancel();
        return;
    }
    ImGui::PushStyleColor(ImGuiCol_Button, ImGui::GetStyleColorVec4(ImGuiCol_CheckMark));
    ImGui::PushStyleColor(ImGuiCol_ButtonHovered, ImGui::GetStyleColorVec4(ImGuiCol_CheckMark));
    ImGui::PushStyleColor(ImGuiCol_ButtonActive, ImGui::GetStyleColorVec4(ImGuiCol_CheckMark));
    ImGui::PushStyleColor(ImGuiCol_Text, ImGui::GetStyleColorVec4(ImGuiCol_WindowBg));
    const bool write = ImGui::Button("Export", {-1, 0});
    ImGui::PopStyleColor(4);
    if (write) {
        m_done.clear();
        m_problem.clear();
        try {
            m_worker.write(job(context.session));
        } catch (const UsageError& error) {
            m_problem = error.what();
        }
    }
    if (ImGui::Button("Copy image", {-1, 0})) {
        m_done.clear();
        m_problem.clear();
        try {
            auto image = job(context.session);
            image.figure.request.output.clear();
            image.figure.request.format = PictureFormat::Png;
            m_worker.write(std::move(image));
        } catch (const UsageError& error) {
            m_problem = error.what();
        }
    }
    if (auto message = draw_copy_command(context, choices()); !message.empty()) {
        m_problem.clear();
        m_done = std::move(message);
    }
    if (context.requests.freeze) ImGui::CloseCurrentPopup();
    if (ImGui::Button("Close", {-1, 0}) || ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape)))
        ImGui::CloseCurrentPopup();
    ImGui::Spacing();
    if (!m_problem.empty()) {
        ImGui::PushStyleColor(ImGuiCol_Text, ImGui::GetStyleColorVec4(ImGuiCol_CheckMark));
        ImGui::TextWrapped("%s", m_problem.c_str());
        ImGui::PopStyleColor();
    } else if (!m_done.empty())
        ImGui::TextWrapped("%s", m_done.c_str());
}

void ExportDialog::draw_preview(float scale) const {
    const auto space = ImGui::GetContentRegionAvail();
    if (!m_preview_ready) {
        ImGui::TextDisabled("%s", m_problem.empty() ? "Composing the page..." : "No preview");
        return;
    }
    const auto size = m_texture.getSize();
    const float fit = std::min(space.x / static_cast<float>(size.x), space.y / static_cast<float>(size.y));
    const ImVec2 shown{static_cast<float>(size.x) * fit, static_cast<float>(size.y) * fit};
    const auto origin = ImGui::GetCursorScreenPos();
    const ImVec2 at{origin.x + (space.x - shown.x) / 2, origin.y + (space.y - shown.y) / 2};
    ImGui::SetCursorScreenPos(at);
    ImGui::Image(reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(m_texture.getNativeHandle())), shown);
    ImGui::GetWindowDrawList()->AddRect({at.x - 1, at.y - 1}, {at.x + shown.x + 1, at.y + shown.y + 1},
                                        ImGui::GetColorU32(ImGuiCol_Border), 0, 0, scale);
    if (m_worker.previewing()) {
        ImGui::SetCursorScreenPos({at.x + 8 * scale, at.y + 8 * scale});
        ImGui::TextDisabled("Composing...");
    }
}

} // namespace app
