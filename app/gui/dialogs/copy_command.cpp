#include "app/base/errors.hpp"
#include "app/figure/command_text.hpp"
#include "app/gui/panel.hpp"
#include "app/session/models/export_model.hpp"

#include <imgui.h>

namespace app {

std::string draw_copy_command(PanelContext& context, const ExportChoices& choices) {
    const Session& session = context.session;
    if (session.scenario() == nullptr) return {};
    if (!can_be_repeated(session)) {
        ImGui::TextWrapped("No command can repeat a picture of what feeds bring. Frozen, it is a scenario of its own.");
        if (ImGui::Button("Freeze first...", {-1, 0})) context.requests.freeze = true;
        return {};
    }
    if (!ImGui::Button("Copy as command", {-1, 0})) return {};
    try {
        const auto request = export_request(session, choices);
        context.requests.copy_text = command_text(request, *session.scenario(), session.document().name());
        return "The command is on the clipboard";
    } catch (const UsageError& error) { // the dialog says what is wrong with a choice, and stays
        return error.what();
    }
}

} // namespace app
