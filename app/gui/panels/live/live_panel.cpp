#include "app/gui/panels/live/live_sections.hpp"
#include "app/gui/panels/timeline/time_words.hpp"
#include "app/gui/panels/widgets.hpp"

#include <fmt/format.h>
#include <imgui_stdlib.h>

namespace app {

namespace {

using std::chrono::minutes;
using std::chrono::seconds;

constexpr const char* url_hint = "ais+tcp://HOST:PORT";

/// A number with commas: "25,000".
std::string with_commas(std::size_t number) {
    std::string digits = fmt::format("{}", number);
    for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3)
        digits.insert(static_cast<std::size_t>(at), ",");
    return digits;
}

std::string state_words(const PanelContext& ctx, const LiveFeed& feed) {
    if (!feed.on) return feed.declared ? "off; the scenario names this feed" : "off";
    if (const auto& status = ctx.session.live().status())
        for (const auto& entry : status->feeds)
            if (entry.feed == feed) return describe(entry.state);
    return "connecting";
}

/// How many messages were rejected and why; empty when none were.
std::string rejected_words(const PanelContext& ctx, const LiveFeed& feed) {
    std::string words;
    const auto& status = ctx.session.live().status();
    if (!feed.on || !status) return words;
    for (const auto& entry : status->feeds) {
        if (entry.feed != feed) continue;
        for (const auto& [reason, count] : entry.state.rejected)
            words += fmt::format("{}{} rejected: {}", words.empty() ? "" : "\n", with_commas(count), reason);
    }
    if (status->clocks_ahead > 0)
        words += fmt::format("{}{} from senders whose clock is ahead, counted as sent now (all feeds)",
                             words.empty() ? "" : "\n", with_commas(status->clocks_ahead));
    return words;
}

/// "last message 4 s ago, 3 receivers", in a replay "newest 06:30:05 UTC"; the rate stands in the line above.
std::string figures_of(const PanelContext& ctx, const LiveFeed& feed) {
    const auto& status = ctx.session.live().status();
    if (!feed.on || !status) return {};
    for (const auto& entry : status->feeds) {
        if (entry.feed != feed || !entry.last_message) continue;
        const auto ago = std::max(seconds{0}, std::chrono::floor<seconds>(status->now - *entry.last_message));
        // The clock of a replay is the time of the newest message, so that its age would always be 0 s.
        std::string words = status->replay ? fmt::format("newest {} UTC", clock_with_seconds(*entry.last_message, 0))
                                           : fmt::format("last message {} ago", age_in_words(ago));
        if (entry.receivers > 0)
            words +=
                fmt::format(", {} {}", with_commas(entry.receivers), entry.receivers == 1 ? "receiver" : "receivers");
        return words;
    }
    return {};
}

/// The clock of the feeds, and the button that records them.
void draw_clock(PanelContext& ctx, LiveMemory& memory) {
    const auto& live = ctx.session.live();
    const auto& status = live.status();
    if (!live.is_live() || !status) return;
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted((clock_with_seconds(status->now, 0) + " UTC").c_str());
    ui::tooltip(status->replay ? "The feed replays another time: the clock shows the time of its newest message."
                               : "The clock of this computer, in UTC.");
    const bool recording = !status->recording.files.empty();
    const char* words = recording ? "Stop recording###record" : "Record###record";
    const float width = ImGui::CalcTextSize(words, nullptr, true).x + 2 * ImGui::GetStyle().FramePadding.x;
    ImGui::SameLine(ImGui::GetWindowContentRegionMax().x - width);
    if (recording) ImGui::PushStyleColor(ImGuiCol_Text, ui::accent(ctx));
    if (ImGui::Button(words)) {
        std::string name = "feeds-" + assets::to_iso(std::chrono::floor<seconds>(status->now));
        std::erase(name, ':');
        memory.record_base = recording ? "" : ui::unused_folder(name);
        ctx.commands.emplace_back(RecordFeeds{memory.record_base});
    }
    if (recording) ImGui::PopStyleColor();
    std::string about = recording
                            ? "Recording into"
                            : "Records every message of network feeds from now on, into a file in your home folder.";
    for (const std::string& file : status->recording.files)
        about += "\n" + file;
    ui::tooltip(about);
    ui::complaint(ctx, status->recording.trouble);
}

void draw_feed(PanelContext& ctx, const LiveFeed& feed) {
    ImGui::PushID(feed.url.c_str());
    bool on = feed.on;
    if (ImGui::Checkbox("##on", &on)) ctx.commands.emplace_back(SwitchFeed{feed.url, on});
    ui::tooltip(on ? "Switch the feed off. Contacts so far are kept." : "Switch the feed on.");
    ImGui::SameLine(0, 6 * ctx.scale);
    const float cross = ImGui::GetFrameHeight();
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(ui::shortened(feed.name, ImGui::GetContentRegionAvail().x - cross - 8 * ctx.scale).c_str());
    std::string about = feed.url;
    if (!feed.credit.empty()) about += "\nCredit: " + feed.credit;
    if (!feed.terms.empty()) about += "\nTerms: " + feed.terms;
    ui::tooltip(about);
    if (!feed.declared) {
        ImGui::SameLine(ImGui::GetWindowContentRegionMax().x - cross);
        if (ui::icon_button(ctx, "##remove", ui::Icon::Cross, "Remove the feed. Contacts so far are kept."))
            ctx.commands.emplace_back(RemoveFeed{feed.url});
    }
    ImGui::Indent(ImGui::GetFrameHeight() + 6 * ctx.scale);
    ui::muted_wrapped(state_words(ctx, feed));
    ui::tooltip(rejected_words(ctx, feed));
    if (const std::string figures = figures_of(ctx, feed); !figures.empty()) ui::muted_wrapped(figures);
    ImGui::Unindent(ImGui::GetFrameHeight() + 6 * ctx.scale);
    ImGui::PopID();
}

void draw_feeds(PanelContext& ctx, LiveMemory& memory) {
    draw_clock(ctx, memory);
    for (const auto& feed : ctx.session.live().feeds())
        draw_feed(ctx, feed);
    if (const auto outcome = memory.reply.take()) {
        memory.complaint = outcome->is_refused() ? outcome->sentence : "";
        if (outcome->is_done()) memory.url = memory.name = memory.credit = {};
    }
    const float add = ImGui::CalcTextSize("Listen").x + 2 * ImGui::GetStyle().FramePadding.x;
    ImGui::SetNextItemWidth(ImGui::GetContentRegionAvail().x - add - ImGui::GetStyle().ItemSpacing.x);
    const bool entered = ImGui::InputTextWithHint("##url", url_hint, &memory.url, ImGuiInputTextFlags_EnterReturnsTrue);
    ui::tooltip("ais, cot or sbs, followed by +tcp://HOST:PORT to connect, +udp://HOST:PORT to receive, or "
                "+file:PATH to read a recording.");
    ImGui::SameLine();
    if ((ImGui::Button("Listen") || entered) && !memory.url.empty())
        ctx.commands.emplace_back(AddFeed{LiveFeed{.url = memory.url, .name = memory.name, .credit = memory.credit}},
                                  memory.reply);
    if (!memory.url.empty()) { // shown only while a feed is being added
        ImGui::SetNextItemWidth(-1);
        ImGui::InputTextWithHint("##name", "Name (optional)", &memory.name);
        ImGui::SetNextItemWidth(-1);
        ImGui::InputTextWithHint("##credit", "Credit to print (optional)", &memory.credit);
    }
    ui::complaint(ctx, memory.complaint);
}

void draw_row_menu(PanelContext& ctx, const assets::Asset& asset, const assets::State& state,
                   const assets::ContactMarks& marks) {
    if (!ImGui::BeginPopupContextItem("##menu")) return;
    const bool pinned = ctx.session.live().pinned().contains(asset.id);
    if (ImGui::MenuItem(pinned ? "Unpin" : "Pin")) ctx.commands.emplace_back(Pin{asset.id, !pinned});
    if (ImGui::MenuItem("Go there", nullptr, false, state.where.has_value()))
        ctx.commands.emplace_back(GoTo{*state.where, view_width_km(state.radius_km.value_or(0))});
    if (marks.official) {
        const bool confirmed = ctx.session.live().confirmed().contains(asset.id);
        if (ImGui::MenuItem("Confirmed by other means", nullptr, confirmed))
            ctx.commands.emplace_back(Confirm{asset.id, !confirmed});
    }
    const std::string& selected = ctx.session.view().selection().id;
    if (ImGui::MenuItem("Range to the selected contact", nullptr, false, !selected.empty() && selected != asset.id))
        ctx.memory.target.compared = asset.id;
    const std::string& number = !asset.mmsi.empty() ? asset.mmsi : !asset.icao.empty() ? asset.icao : asset.uid;
    if (ImGui::MenuItem("Copy the number", nullptr, false, !number.empty())) ctx.requests.copy_text = number;
    ImGui::EndPopup();
}

std::string contact_words(const PanelContext& ctx, const assets::Asset& asset, const assets::State& state,
                          const assets::ContactMarks& marks) {
    std::string words = asset.name + "\n" + type_words(asset.type);
    if (!asset.country.empty()) words += ", " + country_words(*ctx.session.scenario(), asset.country);
    if (!asset.mmsi.empty()) words += "\nMMSI " + asset.mmsi;
    if (!asset.icao.empty()) words += "\nICAO " + asset.icao;
    if (state.speed_kn) words += fmt::format("\n{:.1f} kn", *state.speed_kn);
    if (marks.official) words += "\nSays that it is military or government";
    if (marks.pleasure) words += "\nPleasure craft: left out by Freeze";
    if (marks.distress) words += "\nSearch-and-rescue beacon: left out by Freeze";
    if (marks.doubted) words += "\nDoubtful, for example because of an impossible jump";
    return words;
}

void draw_contact(PanelContext& ctx, const ContactRow& contact) {
    const LiveSnapshot& live = *ctx.session.live().snapshot();
    ImGui::PushID(contact.id.c_str());
    const float right = ImGui::GetContentRegionAvail().x;
    if (contact.asset >= live.scenario->assets.size()) {
        ui::muted(ui::shortened(contact.id + " (silent)", right));
        ImGui::PopID();
        return;
    }
    const auto& asset = live.scenario->assets[contact.asset];
    const auto& state = live.snapshot->states[contact.asset];
    const auto marks = marks_of(live, contact.asset);
    ui::state_dot(ctx, state.how, ui::country_colour(ctx, asset.country));
    ImGui::SameLine(0, 4 * ctx.scale);
    const auto ago = contact_age(*live.snapshot, state);
    const std::string age = ago ? age_in_words(*ago) : "";
    const float age_width = ImGui::CalcTextSize("00 min").x + 6 * ctx.scale;
    const bool pinned = ctx.session.live().pinned().contains(asset.id);
    const std::string name =
        ui::shortened((pinned ? "* " : "") + asset.name, ImGui::GetContentRegionAvail().x - age_width);
    const bool selected = ctx.session.view().selection() == Selection{"asset", asset.id};
    if (ImGui::Selectable((name + "###row").c_str(), selected, ImGuiSelectableFlags_AllowDoubleClick)) {
        ctx.commands.emplace_back(Select{"asset", asset.id});
        if (state.where && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left))
            ctx.commands.emplace_back(GoTo{*state.where, view_width_km(state.radius_km.value_or(0))});
    }
    const ImVec2 end = ImGui::GetItemRectMax(), begin = ImGui::GetItemRectMin();
    if (ImGui::IsItemHovered()) ui::tooltip(contact_words(ctx, asset, state, marks));
    draw_row_menu(ctx, asset, state, marks);
    ImGui::GetWindowDrawList()->AddText({end.x - ImGui::CalcTextSize(age.c_str()).x - 4 * ctx.scale, begin.y},
                                        ui::muted_colour(), age.c_str());
    ImGui::PopID();
}

void draw_contacts(PanelContext& ctx, LiveMemory& memory) {
    const auto& live = ctx.session.live().snapshot();
    if (!live) return;
    std::string heading = with_commas(memory.contacts.count()) + " contacts";
    if (const auto silent = live->snapshot->silent_count; silent > 0) heading += ", " + with_commas(silent) + " silent";
    ui::muted(heading);
    constexpr const char* orders = "Name\0Age\0Speed\0Type\0Country\0";
    const float order_width = 92 * ctx.scale;
    ImGui::SetNextItemWidth(ImGui::GetContentRegionAvail().x - order_width - ImGui::GetStyle().ItemSpacing.x);
    ImGui::InputTextWithHint("##filter", "Filter", &memory.filter);
    ui::tooltip("Filters by name, number, type or country.");
    ImGui::SameLine();
    ImGui::SetNextItemWidth(order_width);
    ImGui::Combo("##order", &memory.order, orders);
    ui::tooltip("The order of the list. Rows keep their places while the mouse is over them.");

    ImGui::BeginChild("contacts",
                      {0, std::max(80 * ctx.scale, ImGui::GetContentRegionAvail().y - memory.settings_height)}, false,
                      ImGuiWindowFlags_NavFlattened);
    const bool used = ImGui::IsWindowHovered(ImGuiHoveredFlags_AllowWhenBlockedByPopup);
    memory.contacts.update(ctx.session, memory.filter, static_cast<ContactOrder>(memory.order), used);
    const auto& rows = memory.contacts.rows();
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(rows.size()));
    while (clipper.Step())
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i)
            draw_contact(ctx, rows[static_cast<std::size_t>(i)]);
    if (rows.empty())
        ui::muted_wrapped(memory.filter.empty() ? "No contacts at this time." : "No contact matches the filter.");
    ImGui::EndChild();
}

/// A field for minutes. True when the value has changed.
bool minutes_field(const PanelContext& ctx, const char* id, seconds& value) {
    double typed = static_cast<double>(value.count()) / 60;
    ImGui::SetNextItemWidth(64 * ctx.scale);
    const bool entered = ImGui::InputDouble(id, &typed, 0, 0, "%.4g", ImGuiInputTextFlags_EnterReturnsTrue) ||
                         (ImGui::IsItemDeactivatedAfterEdit());
    if (!entered || !(typed >= 0) || typed > 60.0 * 24 * 365) return false;
    value = seconds{static_cast<std::int64_t>(typed * 60)};
    return true;
}

void draw_age_limits(PanelContext& ctx) {
    auto limits = ctx.session.live().age_limits();
    bool changed = false;
    if (!ImGui::BeginTable("ages", 3)) return;
    ImGui::TableSetupColumn("who", ImGuiTableColumnFlags_WidthFixed, 70 * ctx.scale);
    ImGui::TableNextRow();
    ImGui::TableSetColumnIndex(1);
    ui::muted("faded (min)");
    ImGui::TableSetColumnIndex(2);
    ui::muted("gone (min)");
    for (const auto contact_kind :
         {assets::ContactKind::Ship, assets::ContactKind::Aircraft, assets::ContactKind::Other}) {
        constexpr std::array<const char*, 3> names{"Ships", "Aircraft", "Others"};
        ImGui::PushID(static_cast<int>(contact_kind));
        auto& of = limits.of(contact_kind);
        ImGui::TableNextRow();
        ImGui::TableSetColumnIndex(0);
        ImGui::AlignTextToFramePadding();
        ImGui::TextUnformatted(names.at(static_cast<std::size_t>(contact_kind)));
        ImGui::TableSetColumnIndex(1);
        changed = minutes_field(ctx, "##stale", of.stale_after) || changed;
        ImGui::TableSetColumnIndex(2);
        changed = minutes_field(ctx, "##lost", of.lost_after) || changed;
        of.lost_after = std::max(of.lost_after, of.stale_after);
        ImGui::PopID();
    }
    ImGui::EndTable();
    if (changed) ctx.commands.emplace_back(SetAgeLimits{limits});
}

void draw_trail_choice(PanelContext& ctx) {
    struct Length {
        const char* words;
        minutes length;
    };
    constexpr std::array lengths{Length{"No trails", minutes{0}},   Length{"10 minutes", minutes{10}},
                                 Length{"30 minutes", minutes{30}}, Length{"1 hour", minutes{60}},
                                 Length{"3 hours", minutes{180}},   Length{"12 hours", minutes{720}},
                                 Length{"1 day", minutes{1440}},    Length{"1 week", minutes{7 * 1440}}};
    const auto now = ctx.session.live().trail();
    const auto known = std::find_if(lengths.begin(), lengths.end(), [&](const Length& l) { return l.length == now; });
    ImGui::SetNextItemWidth(140 * ctx.scale);
    if (!ImGui::BeginCombo("Trails", known == lengths.end() ? "" : known->words)) return;
    for (const auto& length : lengths)
        if (ImGui::Selectable(length.words, length.length == now)) ctx.commands.emplace_back(SetTrail{length.length});
    ImGui::EndCombo();
}

/// The colours of the classes, and what can be changed about the symbols.
void draw_symbol_choices(PanelContext& ctx) {
    const auto targets = ctx.session.live().targets();
    int by_flag = targets.by_flag ? 1 : 0;
    ImGui::SetNextItemWidth(140 * ctx.scale);
    if (ImGui::Combo("Colours", &by_flag, "by class\0by flag\0"))
        ctx.commands.emplace_back(SetTargets{by_flag == 1, targets.speed_vector});
    auto length = static_cast<int>(targets.speed_vector.count());
    ImGui::SetNextItemWidth(64 * ctx.scale);
    const bool entered =
        ImGui::InputInt("minutes of speed vector", &length, 0, 0, ImGuiInputTextFlags_EnterReturnsTrue) ||
        ImGui::IsItemDeactivatedAfterEdit();
    if (entered) ctx.commands.emplace_back(SetTargets{targets.by_flag, minutes{length}});
    ui::tooltip("The dashed line shows the way of a ship in these minutes. The solid line is its heading.");
    if (targets.by_flag || !ctx.memory.theme) return;
    for (std::size_t i = 0; i < assets::vessel_classes.size(); ++i) {
        const std::string words{assets::vessel_classes.at(i)};
        const float width = ImGui::CalcTextSize(words.c_str()).x + 20 * ctx.scale;
        if (i > 0) ImGui::SameLine(0, 8 * ctx.scale);
        if (i > 0 && ImGui::GetContentRegionAvail().x < width) ImGui::NewLine();
        const render::Colour c = ctx.memory.theme->target.at(i);
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float line = ui::line_height(), r = line * 0.32F;
        ImGui::GetWindowDrawList()->AddTriangleFilled({at.x + r, at.y + line / 2 - r},
                                                      {at.x + 2 * r, at.y + line / 2 + r}, {at.x, at.y + line / 2 + r},
                                                      IM_COL32(c.r, c.g, c.b, 255));
        ImGui::SetCursorScreenPos({at.x + 2 * r + 4 * ctx.scale, at.y});
        ui::muted(words);
    }
}

void draw_settings(PanelContext& ctx, LiveMemory& memory) {
    const float top = ImGui::GetCursorPosY();
    if (ImGui::CollapsingHeader("Symbols")) draw_symbol_choices(ctx);
    if (ImGui::CollapsingHeader("Ages and trails")) {
        draw_age_limits(ctx);
        draw_trail_choice(ctx);
    }
    const bool has_snapshot = ctx.session.live().snapshot() != nullptr;
    ImGui::BeginDisabled(!has_snapshot);
    if (ImGui::Button("Freeze...") && has_snapshot) ctx.requests.freeze = true;
    ImGui::EndDisabled();
    ui::tooltip("Stops at the time shown and saves the contacts before it as a scenario.");
    ImGui::SameLine();
    ImGui::BeginDisabled(!has_snapshot);
    if (ImGui::Button("Table") && has_snapshot) ctx.requests.contacts_table = true;
    ImGui::EndDisabled();
    ui::tooltip("Opens a table of all contacts that sorts by each column and can be copied.");
    memory.settings_height = ImGui::GetCursorPosY() - top + ImGui::GetStyle().ItemSpacing.y;
}

} // namespace

void draw_live(PanelContext& ctx) {
    if (!ctx.session.scenario()) {
        ui::muted_wrapped(ui::nothing_open);
        return;
    }
    LiveMemory& memory = ctx.memory.live;
    draw_feeds(ctx, memory);
    if (!ctx.session.live().is_live()) {
        ui::muted_wrapped("Type the address of a feed above. Its ships (AIS), aircraft (BaseStation) or units (Cursor "
                          "on Target) then appear on the map and the timeline.");
        return;
    }
    if (!ImGui::BeginTabBar("parts")) return;
    if (ImGui::BeginTabItem("Contacts")) {
        draw_contacts(ctx, memory);
        draw_settings(ctx, memory);
        ImGui::EndTabItem();
    }
    const auto& status = ctx.session.live().status();
    const std::uint64_t newest = status && status->alerts ? status->alerts->back().number : 0;
    const std::uint64_t unseen = newest - std::min(newest, ctx.memory.alerts.seen);
    const std::string alerts = unseen > 0 ? fmt::format("Alerts {}###alerts", unseen) : "Alerts###alerts";
    if (ImGui::BeginTabItem(alerts.c_str())) {
        draw_alerts(ctx);
        ImGui::EndTabItem();
    }
    if (ImGui::BeginTabItem("Silent")) {
        draw_silent(ctx);
        ImGui::EndTabItem();
    }
    ImGui::EndTabBar();
}

} // namespace app
