#include "app/gui/dialogs/export_dialog.hpp"

#include "app/base/errors.hpp"
#include "app/figure/page.hpp"
#include "app/gui/panels/widgets.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>

#include <fmt/format.h>
#include <imgui.h>
#include <imgui_stdlib.h>

namespace app {

namespace {

namespace fs = std::filesystem;

constexpr const char* dialog_title = "Export the map";
constexpr std::array formats{".png", ".svg", ".pdf"};
constexpr std::array format_labels{"PNG, in pixels", "SVG, for editing", "PDF, for print"};
constexpr std::array theme_labels{"As on screen", "Light", "Dark"};
constexpr std::array themes{"", "article", "dark"};
constexpr std::array names_labels{"As on screen",       "English",           "Korean",
                                  "Japanese",           "Chinese",           "French",
                                  "English and Korean", "English, Japanese", "English and Chinese"};
constexpr std::array names{"", "en", "ko", "ja", "zh", "fr", "en+ko", "en+ja", "en+zh"};
constexpr std::array footnotes_labels{"All", "Those that matter", "None"}; // in the order of render::footnotes_names
constexpr int preview_px = 1400, closest_px = 4000; ///< sides of the preview of the whole page, and of a closer look
constexpr float closer_from = 1.25F, most_zoom = 16, preview_wheel_step = 1.25F;
constexpr std::array other_widths{"Width in CSS pixels", "Width in mm"}; // the last choices, below the presets

int preset_count() {
    return static_cast<int>(page_presets().size());
}

} // namespace

void ExportDialog::ScenarioText::update(const std::string& text, bool anew) {
    if (anew || typed == of_scenario) typed = text;
    of_scenario = text;
}

std::optional<std::string> ExportDialog::ScenarioText::changed() const {
    return typed == of_scenario ? std::nullopt : std::optional{typed};
}

ExportDialog::ExportDialog(Signal& signal, std::shared_ptr<const render::Composer> composer)
    : m_composer{std::move(composer)}, m_worker{signal}, m_files{signal} {}

void ExportDialog::open(const Session& session, const MapView& map) {
    const auto& view = session.view().state();
    m_shown_w_km = map.area().w / map.px_per_mm() * view.m_per_mm / 1000;
    m_shown_h_km = map.area().h / map.px_per_mm() * view.m_per_mm / 1000;
    m_open_requested = true;
    m_preview_key.clear();
    m_problem.clear();
    m_done.clear();
    m_existing.clear();
    m_asks_credit = m_may_lack_credit = false;
    m_zoom = 1;
    m_left = m_top = 0;
    m_previewed = 0;
    const auto& scenario = *session.scenario();
    const bool other = session.document().name() != m_scenario;
    m_scenario = session.document().name();
    m_title.update(scenario.title, other);
    m_subtitle.update(scenario.subtitle, other);
    m_credit.update(scenario.credit, other);
    m_dates = date_text(session.shown_at(), scenario.utc_offset_h);
    if (other) m_output_typed = false;
    if (!m_output_typed) choose_file_name(session);
}

/// Names the file after the scenario's folder and the date.
void ExportDialog::choose_file_name(const Session& session) {
    std::error_code ignored;
    const auto& scenario = *session.scenario();
    const fs::path& folder = scenario.folder;
    const auto name = folder.filename().empty() ? folder.parent_path().filename() : folder.filename();
    const auto day =
        assets::to_iso(session.shown_at() + std::chrono::seconds{std::lround(scenario.utc_offset_h * 3600)})
            .substr(0, 10);
    const fs::path into = m_folder.empty() ? fs::current_path(ignored) : m_folder;
    m_output = (into / (name.string() + "-" + day)).string() + formats.at(static_cast<std::size_t>(m_format));
}

ExportChoices ExportDialog::choices() const {
    ExportChoices out;
    out.output = m_output;
    const auto presets = page_presets();
    if (m_preset < preset_count())
        out.preset = std::string{presets[static_cast<std::size_t>(m_preset)].name};
    else if (m_preset == preset_count())
        out.css_width = m_css_width.empty() ? "0" : m_css_width;
    out.width_mm = m_width_mm;
    out.dates = m_dates;
    out.theme = themes.at(static_cast<std::size_t>(m_theme));
    out.names = names.at(static_cast<std::size_t>(m_names));
    out.footnotes = render::footnotes_names.at(static_cast<std::size_t>(m_footnotes));
    out.title = m_title.changed();
    out.subtitle = m_subtitle.changed();
    out.credit = m_credit.changed();
    out.legend = m_legend;
    out.shown_w_km = m_shown_w_km;
    out.shown_h_km = m_shown_h_km;
    return out;
}

ExportJob ExportDialog::job(const Session& session) const {
    ExportJob out;
    for (auto& request : export_requests(session, choices())) {
        // The worker makes the snapshots of other instants.
        const bool shown = request.figure.at == session.shown_at();
        out.figures.push_back(
            {session.scenario(), shown ? session.shared_snapshot() : nullptr, std::move(request), m_composer});
    }
    out.previewed = std::min(m_previewed, out.figures.size() - 1);
    out.preview_w = out.preview_h = m_zoom > closer_from ? closest_px : preview_px;
    out.key = page_key(session);
    return out;
}

std::string ExportDialog::page_key(const Session& session) const {
    return fmt::format("{} {} {} {} {} {} {}\n{}\n{}\n{}\n{}\n{} {} {} {} {} {}", m_preset, m_theme, m_names,
                       m_footnotes, m_width_mm, m_css_width, m_legend, m_title.typed, m_subtitle.typed, m_credit.typed,
                       m_dates, session.ground_version(), session.overlay_version(),
                       session.playhead().time().at().time_since_epoch().count(), m_shown_w_km, m_shown_h_km,
                       m_scenario);
}

void ExportDialog::request_preview(const Session& session) {
    auto key = fmt::format("{}\n{} {}", page_key(session), m_previewed, m_zoom > closer_from);
    if (key == m_preview_key) return;
    m_preview_key = std::move(key);
    try {
        m_problem.clear();
        auto wanted = job(session);
        m_figures = wanted.figures.size();
        m_previewed = wanted.previewed;
        m_worker.preview(std::move(wanted));
    } catch (const UsageError& error) {
        m_problem = error.what();
    }
}

void ExportDialog::write(const Session& session, bool replace, bool to_clipboard) {
    m_done.clear();
    m_problem.clear();
    m_existing.clear();
    try {
        auto wanted = job(session);
        wanted.replace = replace;
        if (to_clipboard) {
            wanted.figures = {std::move(wanted.figures[wanted.previewed])};
            if (wanted.previewed > 0) wanted.key += fmt::format("\nonly {}", wanted.previewed);
            wanted.previewed = 0;
            wanted.figures[0].request.output.clear();
            wanted.figures[0].request.format = PictureFormat::Png;
        }
        m_worker.write(std::move(wanted));
    } catch (const UsageError& error) {
        m_problem = error.what();
    }
}

void ExportDialog::begin_write(const Session& session, bool to_clipboard) {
    const bool lacks = lacks_credit(*session.scenario(), m_credit.changed());
    if (lacks && !m_asks_credit && !m_may_lack_credit) {
        m_asks_credit = true;
        m_done.clear();
        m_problem.clear();
        return;
    }
    m_may_lack_credit = lacks;
    m_asks_credit = false;
    write(session, false, to_clipboard);
}

bool ExportDialog::poll(WindowRequests& requests) {
    bool changed = m_files.poll();
    if (changed) requests.glyphs += m_files.texts();
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
        m_existing = std::move(outcome->existing);
        (outcome->failed ? m_problem : m_done) = outcome->sentence;
        m_png = std::move(outcome->png);
    }
    return changed || m_worker.progress().writing;
}

void ExportDialog::draw(PanelContext& context) {
    const float s = context.scale;
    if (m_open_requested) {
        ImGui::OpenPopup(dialog_title);
        m_open_requested = false;
    }
    const auto screen = ImGui::GetIO().DisplaySize;
    ImGui::SetNextWindowPos({screen.x / 2, screen.y / 2}, ImGuiCond_Always, {0.5F, 0.5F});
    ImGui::SetNextWindowSize({std::min(1240 * s, screen.x * 0.96F), std::min(800 * s, screen.y * 0.96F)});
    bool open = true;
    if (!ImGui::BeginPopupModal(dialog_title, &open,
                                ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove))
        return;
    if (!context.session.scenario()) {
        ImGui::CloseCurrentPopup();
        ImGui::EndPopup();
        return;
    }
    if (const auto chosen = m_files.draw(s)) {
        m_output = *chosen;
        m_output_typed = true;
        m_existing.clear();
        const auto extension = fs::path{m_output}.extension();
        const auto* const known = std::find(formats.begin(), formats.end(), extension);
        if (known != formats.end())
            m_format = static_cast<int>(known - formats.begin());
        else
            m_output += formats.at(static_cast<std::size_t>(m_format));
        m_folder = fs::path{m_output}.parent_path();
    }
    const float line = ImGui::GetFrameHeightWithSpacing();
    ImGui::BeginChild("side", {330 * s, 0}, false, ImGuiWindowFlags_NavFlattened);
    // Room for three buttons and a message of three lines, so that the buttons stay where they are.
    ImGui::BeginChild("choices", {0, -(3.6F * line + 4 * ImGui::GetTextLineHeightWithSpacing())}, false,
                      ImGuiWindowFlags_NavFlattened);
    draw_choices(context);
    ImGui::EndChild();
    draw_buttons(context);
    ImGui::EndChild();
    ImGui::SameLine();
    ImGui::BeginChild("preview", {0, 0}, true, ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
    draw_preview(s);
    ImGui::EndChild();
    request_preview(context.session);
    ImGui::EndPopup();
}

namespace {

/// Draws the label of the next field, which becomes as wide as the column without `room` at its right.
void draw_label(const PanelContext& context, const char* text, float room = 0) {
    ImGui::AlignTextToFramePadding();
    ImGui::TextDisabled("%s", text);
    ImGui::SameLine(86 * context.scale);
    ImGui::SetNextItemWidth(room > 0 ? -room : -1);
}

/// A button in the accent colour: the main one.
bool primary_button(const char* label, float width) {
    const auto accent = ImGui::GetStyleColorVec4(ImGuiCol_CheckMark);
    for (const ImGuiCol colour : {ImGuiCol_Button, ImGuiCol_ButtonHovered, ImGuiCol_ButtonActive})
        ImGui::PushStyleColor(colour, accent);
    ImGui::PushStyleColor(ImGuiCol_Text, ImGui::GetStyleColorVec4(ImGuiCol_WindowBg));
    const bool clicked = ImGui::Button(label, {width, 0});
    ImGui::PopStyleColor(4);
    return clicked;
}

/// The end of a path after "...", when the path is wider than `width` pixels.
std::string end_of(const std::string& text, float width) {
    if (ImGui::CalcTextSize(text.c_str()).x <= width) return text;
    for (auto slash = text.find('/', 1); slash != std::string::npos; slash = text.find('/', slash + 1))
        if (auto cut = "..." + text.substr(slash); ImGui::CalcTextSize(cut.c_str()).x <= width) return cut;
    return "..." + text.substr(text.rfind('/'));
}

} // namespace

void ExportDialog::draw_page_choice(PanelContext& context) {
    const auto presets = page_presets();
    const auto label_of = [&](int preset) {
        const int other = preset - preset_count();
        return other < 0 ? in_words(presets[static_cast<std::size_t>(preset)])
                         : std::string{other_widths.at(static_cast<std::size_t>(other))};
    };
    draw_label(context, "Size");
    if (ImGui::BeginCombo("##size", label_of(m_preset).c_str(), ImGuiComboFlags_HeightLarge)) {
        for (int i = 0; i < preset_count() + static_cast<int>(other_widths.size()); ++i)
            if (ImGui::Selectable(label_of(i).c_str(), i == m_preset)) m_preset = i;
        ImGui::EndCombo();
    }
    if (m_preset < preset_count()) return;
    const bool css = m_preset == preset_count();
    draw_label(context, "");
    ImGui::SetNextItemWidth(90 * context.scale);
    ImGui::InputText("##width", css ? &m_css_width : &m_width_mm, ImGuiInputTextFlags_CharsDecimal);
    ImGui::SameLine();
    ImGui::TextDisabled("%s", css ? "CSS pixels wide" : "mm wide");
    if (css)
        ui::tooltip("As --css-width: as high as needed, two pixels of the file to each CSS pixel, and no type "
                    "smaller than 11 CSS pixels.");
}

void ExportDialog::draw_file_choice(PanelContext& context) {
    draw_label(context, "Format");
    const int format = m_format;
    ImGui::Combo("##format", &m_format, format_labels.data(), static_cast<int>(format_labels.size()));
    const std::string extension = formats.at(static_cast<std::size_t>(m_format));
    if (const fs::path path{m_output}; m_format != format && path.has_stem())
        m_output = (path.parent_path() / path.stem()).string() + extension;
    const float button = 72 * context.scale;
    draw_label(context, "File", button + ImGui::GetStyle().ItemSpacing.x);
    const fs::path folder = fs::path{m_output}.parent_path();
    if (ImGui::InputText("##file", &m_file_typed)) {
        m_output_typed = true;
        m_existing.clear();
        m_output = m_file_typed.starts_with('/') ? m_file_typed : (folder / m_file_typed).string();
    }
    if (!ImGui::IsItemActive()) {
        m_file_typed = fs::path{m_output}.filename().string();
        ui::tooltip(m_output);
    }
    ImGui::SameLine();
    if (ImGui::Button("Choose", {button, 0})) m_files.save(m_output, {formats.begin(), formats.end()});
    draw_label(context, "");
    ui::muted(
        end_of(folder.empty() ? "in the current folder" : "in " + folder.string(), ImGui::GetContentRegionAvail().x));
    ui::tooltip(folder.string());
}

void ExportDialog::draw_choices(PanelContext& context) {
    draw_page_choice(context);
    draw_file_choice(context);
    const auto text = [&](const char* label, const char* id, std::string& value) {
        draw_label(context, label);
        ImGui::InputText(id, &value);
        if (!ImGui::IsItemActive()) ui::tooltip(value);
    };
    if (has_equivalent_command(context.session)) {
        draw_label(context, "Date");
        if (ImGui::InputText("##date", &m_dates)) {
            m_previewed = 0;
            m_existing.clear();
        }
        if (!ImGui::IsItemActive())
            ui::tooltip("The date of the map. Several dates, separated by commas, write a file for each, with the date "
                        "in its name.");
    }
    text("Title", "##title", m_title.typed);
    text("Subtitle", "##subtitle", m_subtitle.typed);
    text("Credit", "##credit", m_credit.typed);
    draw_label(context, "Names");
    ImGui::Combo("##names", &m_names, names_labels.data(), static_cast<int>(names_labels.size()));
    draw_label(context, "Footnotes");
    ImGui::Combo("##footnotes", &m_footnotes, footnotes_labels.data(), static_cast<int>(footnotes_labels.size()));
    ui::tooltip("Notes on disputed names and lines below the map.");
    draw_label(context, "Colours");
    ImGui::Combo("##theme", &m_theme, theme_labels.data(), static_cast<int>(theme_labels.size()));
    draw_label(context, "Legend");
    ImGui::Checkbox("##legend", &m_legend);
}

void ExportDialog::draw_question(PanelContext& context) {
    const auto words = m_existing.size() == 1 ? fmt::format("{} exists.", fs::path{m_existing[0]}.filename().string())
                                              : fmt::format("{} of the files exist, such as {}.", m_existing.size(),
                                                            fs::path{m_existing[0]}.filename().string());
    ui::wrapped(words);
    const float half = (ImGui::GetContentRegionAvail().x - ImGui::GetStyle().ItemSpacing.x) / 2;
    if (primary_button(m_existing.size() == 1 ? "Replace it" : "Replace them", half))
        return write(context.session, true, false);
    ImGui::SameLine();
    const bool escape = ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape), false);
    if (escape) ui::swallow_escape();
    if (ImGui::Button("Do not export", {half, 0}) || escape) m_existing.clear();
}

void ExportDialog::draw_buttons(PanelContext& context) {
    if (m_preview.width_px > 0) {
        const bool png = m_format == 0;
        auto words = png ? fmt::format("{} x {} pixels", m_preview.width_px, m_preview.height_px)
                         : fmt::format("{:.0f} x {:.0f} mm", m_preview.width_mm, m_preview.height_mm);
        if (m_figures > 1) words += fmt::format(", {} files", m_figures);
        ui::muted(words);
    }
    ImGui::Separator();
    ImGui::Spacing();
    const auto progress = m_worker.progress();
    if (progress.writing) {
        ImGui::ProgressBar(progress.share, {-1, 0}, progress.step.c_str());
        if (ImGui::Button("Cancel", {-1, 0})) m_worker.cancel();
        return;
    }
    if (!m_existing.empty()) return draw_question(context);
    m_asks_credit = m_asks_credit && lacks_credit(*context.session.scenario(), m_credit.changed());
    const auto label = fmt::format("Export{}{}###export", m_figures > 1 ? fmt::format(" {} files", m_figures) : "",
                                   m_asks_credit ? " without a credit" : "");
    if (primary_button(label.c_str(), -1)) begin_write(context.session, false);
    const float half = (ImGui::GetContentRegionAvail().x - ImGui::GetStyle().ItemSpacing.x) / 2;
    if (ImGui::Button("Copy image", {half, 0})) begin_write(context.session, true);
    ImGui::SameLine();
    const bool close = ImGui::Button("Close", {half, 0});
    if (!m_asks_credit) { // the question takes its place, so that both fit a small window
        if (auto message = draw_copy_command(context, choices()); !message.empty()) {
            m_problem.clear();
            m_done = std::move(message);
        }
    }
    if (context.requests.freeze || close || ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape), false))
        ImGui::CloseCurrentPopup();
    ImGui::Spacing();
    if (!m_problem.empty())
        ui::complaint(context, m_problem);
    else if (!m_done.empty())
        ui::wrapped(m_done);
    else if (m_asks_credit)
        ui::wrapped("Nobody is credited: who provides these positions? Type it above, or export without a credit.");
}

/// Handles wheel, drag and double click over the preview, which has this size in pixels.
void ExportDialog::move_preview(float space_w, float space_h) {
    const auto origin = ImGui::GetCursorScreenPos();
    ImGui::InvisibleButton("page", {std::max(1.0F, space_w), std::max(1.0F, space_h)});
    const auto& io = ImGui::GetIO();
    if (ImGui::IsItemHovered() && io.MouseWheel != 0) {
        const float zoom = std::clamp(m_zoom * std::pow(preview_wheel_step, io.MouseWheel), 1.0F, most_zoom);
        const float x = io.MousePos.x - origin.x - space_w / 2, y = io.MousePos.y - origin.y - space_h / 2;
        m_left = x - (x - m_left) * zoom / m_zoom; // the point under the mouse stays there
        m_top = y - (y - m_top) * zoom / m_zoom;
        m_zoom = zoom;
    }
    if (ImGui::IsItemActive()) {
        m_left += io.MouseDelta.x;
        m_top += io.MouseDelta.y;
    }
    if (ImGui::IsItemHovered() && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) m_zoom = 1;
    if (m_zoom == 1) m_left = m_top = 0;
    ImGui::SetCursorScreenPos(origin);
}

/// With several dates, draws two arrows that step through the pages of the preview, one page for each date.
void ExportDialog::draw_date_choice(float scale) {
    if (m_figures < 2) return;
    ImGui::BeginDisabled(m_previewed == 0);
    if (ImGui::ArrowButton("##earlier", ImGuiDir_Left)) --m_previewed;
    ImGui::EndDisabled();
    ImGui::SameLine();
    ImGui::BeginDisabled(m_previewed + 1 >= m_figures);
    if (ImGui::ArrowButton("##later", ImGuiDir_Right)) ++m_previewed;
    ImGui::EndDisabled();
    ImGui::SameLine(0, 10 * scale);
    ImGui::AlignTextToFramePadding();
    ui::muted(fmt::format("{} of {}", m_previewed + 1, m_figures));
    ImGui::SameLine(0, 20 * scale);
}

void ExportDialog::draw_preview(float scale) {
    draw_date_choice(scale);
    ImGui::AlignTextToFramePadding();
    ui::muted("The wheel zooms, dragging moves, a double click shows the whole page.");
    if (m_preview_ready && m_worker.previewing()) { // above the page, which it would cover
        ImGui::SameLine(0, 14 * scale);
        ui::muted("Composing...");
    }
    const auto space = ImGui::GetContentRegionAvail();
    if (!m_preview_ready) {
        ImGui::TextDisabled("%s", m_problem.empty() ? "Composing the page..." : "No preview");
        return;
    }
    const auto origin = ImGui::GetCursorScreenPos();
    move_preview(space.x, space.y);
    const auto size = m_texture.getSize();
    const float margin = 2 * scale;
    const float fit =
        std::min((space.x - margin) / static_cast<float>(size.x), (space.y - margin) / static_cast<float>(size.y)) *
        m_zoom;
    const ImVec2 shown{static_cast<float>(size.x) * fit, static_cast<float>(size.y) * fit};
    // Part of the page stays in view.
    m_left = std::clamp(m_left, -shown.x / 2, shown.x / 2);
    m_top = std::clamp(m_top, -shown.y / 2, shown.y / 2);
    const ImVec2 at{origin.x + (space.x - shown.x) / 2 + m_left, origin.y + (space.y - shown.y) / 2 + m_top};
    auto& list = *ImGui::GetWindowDrawList();
    list.PushClipRect(origin, {origin.x + space.x, origin.y + space.y}, true);
    list.AddImage(reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(m_texture.getNativeHandle())), at,
                  {at.x + shown.x, at.y + shown.y});
    list.AddRect({at.x - 1, at.y - 1}, {at.x + shown.x + 1, at.y + shown.y + 1}, ImGui::GetColorU32(ImGuiCol_Border), 0,
                 0, scale);
    list.PopClipRect();
}

} // namespace app
