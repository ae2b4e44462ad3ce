#include "app/base/errors.hpp"
#include "app/figure/command_text.hpp"
#include "app/gui/panel.hpp"
#include "app/session/models/export_model.hpp"

#include <fmt/format.h>
#include <imgui.h>

namespace app {

std::string draw_copy_command(PanelContext& context, const ExportChoices& choices) {
    const Session& session = context.session;
    if (session.scenario() == nullptr) return {};
    if (!has_equivalent_command(session)) {
        ImGui::TextWrapped("A command cannot repeat a live map. Freeze the map first: this saves it as a scenario.");
        if (ImGui::Button("Freeze first...", {-1, 0})) context.requests.freeze = true;
        return {};
    }
    if (!ImGui::Button("Copy as command", {-1, 0})) return {};
    try {
        const auto requests = export_requests(session, choices);
        std::string text;
        for (const auto& request : requests)
            text += (text.empty() ? "" : "\n") + command_text(request, *session.scenario(), session.document().name());
        context.requests.copy_text = std::move(text);
        if (requests.size() == 1) return "Copied the command to the clipboard";
        return fmt::format("Copied {} commands to the clipboard, one a line", requests.size());
    } catch (const UsageError& error) { // the dialog stays open and shows what is wrong
        return error.what();
    }
}

} // namespace app
