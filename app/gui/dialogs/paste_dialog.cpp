#include "app/gui/dialogs/paste_dialog.hpp"

#include "app/base/errors.hpp"
#include "app/gui/panels/widgets.hpp"
#include "app/scenario/open_scenario.hpp"

#include <algorithm>
#include <exception>
#include <utility>

#include <fmt/format.h>

namespace app {

namespace {

constexpr const char* title = "Paste a table";
constexpr std::size_t most_columns = 60; ///< Dear ImGui draws no more than 64

/// What a heading is read as: a field, or that it is not read.
std::string field_words(const assets::PreviewColumn& column) {
    if (column.heading.empty()) return "no heading: not read";
    if (column.field.empty()) return "not read";
    if (column.is_twice) return fmt::format("{}, given twice", column.field);
    return column.is_clock ? fmt::format("clock of {}", column.field) : std::string{column.field};
}

std::string summary(const PastedTable& pasted) {
    const auto& table = pasted.table;
    const char* separator = table.separator == '\t' ? "tabs" : table.separator == ';' ? "semicolons" : "commas";
    std::string words = fmt::format("{} {} below a heading in line {}; values separated by {}; Unicode text",
                                    table.rows, table.rows == 1 ? "row" : "rows", table.header_line, separator);
    if (table.rows_above > 0)
        words += fmt::format("; {} above the heading not read",
                             table.rows_above == 1 ? "1 line" : fmt::format("{} lines", table.rows_above));
    return table.note.empty() ? words : fmt::format("{}. It {}", words, table.note);
}

} // namespace

PasteDialog::PasteDialog(Signal& arrived, DataFolders data, std::filesystem::path folder)
    : m_folder{std::move(folder)},
      m_job{arrived, [data = std::move(data)](Request request, const std::stop_token&) {
                return Result{request.number, read_pasted(std::move(request.text), data, std::move(request.atlas))};
            }} {}

bool PasteDialog::paste(std::string text, std::shared_ptr<const geo::Atlas> atlas) {
    if (!looks_like_table(text)) return false;
    m_open_requested = true;
    m_pasted.reset();
    m_problem.clear();
    m_job.ask({++m_asked, std::move(text), std::move(atlas)});
    return true;
}

bool PasteDialog::poll() {
    auto result = m_job.take();
    if (!result || result->number != m_asked) return false; // an older table, or one that was given up
    m_pasted = std::move(result->pasted);
    return true;
}

std::string PasteDialog::texts() const {
    std::string all;
    if (!m_pasted) return all;
    for (const auto& column : m_pasted->table.columns)
        all += column.heading;
    for (const auto& row : m_pasted->table.first)
        for (const auto& value : row)
            all += value;
    for (const auto& finding : m_pasted->reading.check_result.findings)
        all += finding.message;
    return all;
}

void PasteDialog::draw_columns(PanelContext& ctx, float height) const {
    const auto& table = m_pasted->table;
    const auto count = static_cast<int>(std::min(table.columns.size(), most_columns));
    if (count == 0) return;
    constexpr float width = 128;
    const ImGuiTableFlags flags =
        ImGuiTableFlags_Borders | ImGuiTableFlags_ScrollX | ImGuiTableFlags_ScrollY | ImGuiTableFlags_RowBg;
    if (!ImGui::BeginTable("columns", count, flags, {0, height})) return;
    const auto cell = [&](const std::string& text) {
        ImGui::TableNextColumn();
        const std::string shown = ui::shortened(text, width * ctx.scale);
        ImGui::TextUnformatted(shown.c_str());
        if (shown != text) ui::tooltip(text);
    };
    for (int i = 0; i < count; ++i)
        ImGui::TableSetupColumn("", ImGuiTableColumnFlags_WidthFixed, width * ctx.scale);
    ImGui::TableNextRow();
    for (int i = 0; i < count; ++i)
        cell(table.columns[static_cast<std::size_t>(i)].heading);
    ImGui::TableNextRow();
    for (int i = 0; i < count; ++i) {
        const auto& column = table.columns[static_cast<std::size_t>(i)];
        ImGui::PushStyleColor(ImGuiCol_Text,
                              column.field.empty() || column.is_twice ? ui::warning_colour(ctx) : ui::accent(ctx));
        cell(field_words(column));
        ImGui::PopStyleColor();
    }
    ImGui::TableNextRow();
    for (int i = 0; i < count; ++i) {
        ImGui::PushStyleColor(ImGuiCol_Text, ui::muted_colour());
        cell(table.columns[static_cast<std::size_t>(i)].values);
        ImGui::PopStyleColor();
    }
    for (const auto& row : table.first) {
        ImGui::TableNextRow();
        for (int i = 0; i < count; ++i)
            cell(static_cast<std::size_t>(i) < row.size() ? row[static_cast<std::size_t>(i)] : std::string{});
    }
    ImGui::EndTable();
}

void PasteDialog::draw_findings(PanelContext& ctx) const {
    const auto& reading = m_pasted->reading;
    if (!reading.failure.empty()) {
        ui::complaint(ctx, reading.failure);
        return;
    }
    for (const auto& finding : reading.check_result.findings) {
        const bool is_error = finding.severity == assets::Severity::Error;
        const bool is_note = finding.severity == assets::Severity::Note;
        ImGui::PushStyleColor(ImGuiCol_Text, is_error  ? ui::error_colour(ctx)
                                             : is_note ? ui::muted_colour()
                                                       : ui::warning_colour(ctx));
        ui::wrapped(finding_line(finding));
        ImGui::PopStyleColor();
    }
}

void PasteDialog::open(PanelContext& ctx) {
    try {
        if (m_folder.empty())
            throw FileError{"there is no home folder to keep the table in; save it as a file and open it"};
        ctx.commands.emplace_back(OpenScenario{keep_pasted(m_pasted->text, m_folder).string()});
        ImGui::CloseCurrentPopup();
    } catch (const FileError& error) { // shown in the dialog, which stays open
        m_problem = error.what();
    }
}

void PasteDialog::draw(PanelContext& ctx) {
    if (std::exchange(m_open_requested, false)) ImGui::OpenPopup(title);
    if (!ImGui::IsPopupOpen(title)) return;
    constexpr float width = 860, height = 560, table_height = 250;
    const auto screen = ImGui::GetIO().DisplaySize;
    ImGui::SetNextWindowPos({screen.x / 2, screen.y / 2}, ImGuiCond_Always, {0.5F, 0.5F});
    ImGui::SetNextWindowSize(
        {std::min(width * ctx.scale, screen.x * 0.95F), std::min(height * ctx.scale, screen.y * 0.9F)});
    if (!ImGui::BeginPopupModal(title, nullptr, ui::dialog_flags)) return;
    const bool is_ready = m_pasted.has_value();
    const bool opens = is_ready && m_pasted->reading.loaded.scenario != nullptr;
    if (is_ready) {
        ui::wrapped(summary(*m_pasted));
        draw_columns(ctx, std::min(table_height * ctx.scale, screen.y * 0.4F));
        const float buttons = 2 * ImGui::GetFrameHeightWithSpacing();
        ImGui::BeginChild("findings", {0, -buttons});
        draw_findings(ctx);
        ImGui::EndChild();
    } else {
        ui::muted("Reading the table...");
    }
    ui::complaint(ctx, m_problem);
    const auto pressed = [](ImGuiKey key) {
        return ImGui::IsKeyPressed(ImGui::GetKeyIndex(key), false);
    };
    ImGui::BeginDisabled(!opens);
    const bool clicked = ImGui::Button("Open", {78 * ctx.scale, 0});
    ImGui::EndDisabled();
    ImGui::SameLine();
    const bool cancelled = ImGui::Button("Cancel", {78 * ctx.scale, 0});
    if (is_ready && !opens) {
        ImGui::SameLine();
        ui::muted("Mend the errors in your spreadsheet and paste again.");
    }
    const bool escape = pressed(ImGuiKey_Escape);
    if (escape) ui::swallow_escape();
    if (escape || cancelled) {
        ++m_asked; // nobody waits for the table any more
        ImGui::CloseCurrentPopup();
    } else if (opens && (clicked || pressed(ImGuiKey_Enter))) {
        open(ctx);
    }
    ImGui::EndPopup();
}

} // namespace app
