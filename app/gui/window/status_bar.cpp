#include "app/gui/window/status_bar.hpp"

#include "app/figure/projection_presets.hpp"
#include "app/gui/panels/timeline/time_words.hpp"
#include "app/gui/panels/widgets.hpp"

#include <cmath>
#include <cstdlib>

#include <fmt/format.h>
#include <imgui.h>

namespace app {

namespace {

std::string scale_words(double m_per_mm) {
    const double denominator = m_per_mm * 1000;
    if (denominator >= 1e7) return fmt::format("1 : {:.0f} million", denominator / 1e6);
    if (denominator >= 1e6) return fmt::format("1 : {:.1f} million", denominator / 1e6);
    const auto thousands = std::lround(denominator / 1000);
    return fmt::format("1 : {},000", thousands);
}

std::string projection_words(const std::string& definition) {
    for (const auto& preset : projection_presets())
        if (preset.name == definition) return preset.words;
    return definition;
}

/// Draws a text that acts like a button. True when it was pressed.
bool clickable(const std::string& text, const char* id) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const bool pressed = ImGui::InvisibleButton(id, ImGui::CalcTextSize(text.c_str()));
    ui::draw_focus();
    if (ImGui::IsItemHovered()) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    ImGui::GetWindowDrawList()->AddText(at, ImGui::GetColorU32(ImGuiCol_Text), text.c_str());
    return pressed;
}

void gap(float scale) {
    ImGui::SameLine(0, 14 * scale);
    ImGui::TextDisabled("|");
    ImGui::SameLine(0, 14 * scale);
}

/// Draws the rate of messages from feeds, and the number of lost messages.
void draw_feed_rates(const PanelContext& context) {
    const auto& status = context.session.live().status();
    if (!context.session.live().is_live() || !status) return;
    double messages_per_s = 0;
    std::uint64_t dropped = 0;
    std::optional<std::chrono::seconds> silent; // the longest silence
    for (const auto& feed : status->feeds) {
        messages_per_s += feed.state.messages_per_s;
        dropped += feed.state.dropped + feed.state.lost_datagrams;
        if (is_silent(feed.state)) silent = std::max(silent.value_or(feed.state.silent_for), feed.state.silent_for);
    }
    gap(context.scale);
    std::string words = fmt::format("{:.0f} messages/s", messages_per_s);
    if (silent && status->feeds.size() == 1)
        words = fmt::format("silent for {} s", silent->count());
    else if (silent)
        words += fmt::format(", a feed silent for {} s", silent->count());
    ImGui::TextUnformatted(words.c_str());
    if (status->replay && ImGui::IsItemHovered())
        ImGui::SetTooltip("The feed replays another time: now is the time of its newest message,\n"
                          "not the time of this computer's clock.");
    if (status->counts.cut_names > 0) {
        ImGui::SameLine(0, 8 * context.scale);
        ImGui::TextUnformatted(
            fmt::format("{} name{} shortened", status->counts.cut_names, status->counts.cut_names == 1 ? "" : "s")
                .c_str());
        if (ImGui::IsItemHovered())
            ImGui::SetTooltip("The names have characters that the fonts of maps lack. They are left out.");
    }
    const std::uint64_t lost = dropped + status->counts.refused;
    if (lost == 0) return;
    ImGui::SameLine(0, 8 * context.scale);
    ImGui::PushStyleColor(ImGuiCol_Text, ImGui::GetColorU32(ImGuiCol_PlotHistogram));
    ImGui::TextUnformatted(fmt::format("{} dropped", lost).c_str());
    ImGui::PopStyleColor();
    if (ImGui::IsItemHovered())
        ImGui::SetTooltip("Messages came too fast, were lost on the network, or came from too many senders.\n"
                          "The newest message of every known sender is kept. Switch off a feed to lose fewer.");
}

} // namespace

std::string coordinate_words(geo::LonLat p, int decimals) {
    return fmt::format("{:.{}f}° {}  {:.{}f}° {}", std::abs(p.lat()), decimals, p.lat() < 0 ? "S" : "N",
                       std::abs(p.lon()), decimals, p.lon() < 0 ? "W" : "E");
}

std::string time_with_zone(const Session& session) {
    const auto at = session.playhead().time().at();
    const double offset = session.scenario() ? session.scenario()->utc_offset_h : 0;
    return fmt::format("{}, {} {}", assets::to_long_date(at, offset), clock_words(at, offset), zone_words(offset));
}

void draw_status_bar(PanelContext& context, const MapView& map, const std::string& notice) {
    const auto& session = context.session;
    const auto& view = session.view().state();
    // While the mouse is not over the map, the bar shows the position of the map's centre.
    const auto& area = map.area();
    const bool pointed = map.pointed().has_value();
    const auto where =
        pointed ? map.pointed() : map.position_at(session, {area.x + area.w / 2.0, area.y + area.h / 2.0});
    const int decimals = view.m_per_mm < 500 ? 5 : view.m_per_mm < 20e3 ? 3 : 2;
    if (where) {
        if (clickable((pointed ? "" : "Centre ") + coordinate_words(*where, decimals), "where"))
            context.requests.copy_text = fmt::format("{:.5f}, {:.5f}", where->lat(), where->lon());
        if (ImGui::IsItemHovered()) ImGui::SetTooltip("Click to copy latitude and longitude.");
    } else
        ImGui::TextDisabled("Not on the Earth");
    const std::string figures[]{scale_words(view.m_per_mm), projection_words(view.projection)};
    // A long notice takes the place of the scale and the projection.
    float needed = ImGui::GetItemRectMax().x + ImGui::CalcTextSize(notice.c_str()).x + 4 * 15 * context.scale;
    for (const auto& text : figures)
        needed += ImGui::CalcTextSize(text.c_str()).x + 2 * 15 * context.scale;
    if (session.scenario() && (notice.empty() || needed < ImGui::GetWindowWidth())) {
        for (const auto& text : figures) {
            gap(context.scale);
            ImGui::TextUnformatted(text.c_str());
        }
        draw_feed_rates(context);
    }
    if (!notice.empty()) {
        gap(context.scale);
        ImGui::PushStyleColor(ImGuiCol_Text, ImGui::GetStyleColorVec4(ImGuiCol_CheckMark));
        ImGui::TextUnformatted(notice.c_str());
        ImGui::PopStyleColor();
        if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s", notice.c_str());
    }
    if (const int percent = context.memory.reading_percent; percent >= 0) {
        gap(context.scale);
        ImGui::Text("Reading: %d %%", percent);
        gap(context.scale);
        if (ImGui::SmallButton("Cancel")) context.requests.stop_reading = true;
    }
    const auto time = time_with_zone(session);
    const float width = ImGui::CalcTextSize(time.c_str()).x;
    const float x = ImGui::GetWindowWidth() - width - ImGui::GetStyle().WindowPadding.x;
    // A long notice replaces the time, which the timeline shows too.
    if (session.scenario() && ImGui::GetItemRectMax().x + 20 * context.scale < x) {
        ImGui::SameLine(x);
        ImGui::TextUnformatted(time.c_str());
    }
}

} // namespace app
