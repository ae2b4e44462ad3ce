#include "app/gui/panels/timeline/lanes.hpp"
#include "app/gui/panels/timeline/time_words.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include <fmt/format.h>
#include <imgui_stdlib.h>

namespace app {

using assets::Instant;

namespace {

/// While feeds are on, lanes are for the watch list: the scenario's assets that a feed has heard. Others have a lane
/// while they are deployed.
std::set<assets::AssetIndex> lanes_while_live(const Session& session) {
    std::set<assets::AssetIndex> only;
    const auto& live = session.live().snapshot();
    if (!live) return only;
    only.insert(live->declared.begin(), live->declared.end());
    const auto own = std::min<std::size_t>(live->scenario->first_feed_asset, live->scenario->assets.size());
    for (std::size_t i = 0; i < own; ++i) {
        const assets::How how = live->snapshot->states[i].how;
        if (how != assets::How::Absent && how != assets::How::Lost) only.insert(static_cast<assets::AssetIndex>(i));
    }
    return only;
}

/// Makes the model again when the scenario, the span or the lanes have changed. A new scenario is shown whole.
void update_model(PanelContext& ctx, float left, float width) {
    TimelineMemory& memory = ctx.memory.timeline;
    const TimeControl& time = ctx.session.playhead().time();
    const bool live = ctx.session.live().is_live();
    const std::set<std::string> live_lanes = live ? ctx.session.live_request().marked : std::set<std::string>{};
    const bool same = memory.scenario == ctx.session.scenario() && memory.model.start == time.start() &&
                      memory.model.end == time.end() && memory.live_lanes == live_lanes;
    const bool new_scenario = memory.scenario != ctx.session.scenario();
    if (!same) {
        // While feeds are on, the span grows every second, so the visible part is kept.
        const bool same_span =
            memory.scenario && (live || (memory.model.start == time.start() && memory.model.end == time.end()));
        memory.scenario = ctx.session.scenario();
        memory.live_lanes = live_lanes;
        memory.live_only = lanes_while_live(ctx.session);
        const bool has_snapshot = live && ctx.session.live().snapshot() != nullptr;
        memory.model = timeline_model(*memory.scenario, time.start(), time.end(), live_lanes,
                                      has_snapshot ? &memory.live_only : nullptr);
        memory.rows_changed = true;
        if (new_scenario && !has_snapshot) memory.reports = report_counts(*memory.scenario);
        if (!same_span)
            memory.axis = TimeAxis{time.start(), time.end(), static_cast<double>(left), static_cast<double>(width)};
    }
    if (std::exchange(memory.rows_changed, false))
        memory.rows = timeline_rows(*memory.scenario, memory.model, memory.groups.value_or(usual_groups(memory.model)),
                                    memory.collapsed);
    if (const auto& heard = ctx.session.live().status(); live && heard && heard->histogram != memory.histogram) {
        memory.histogram = heard->histogram;
        memory.messages = memory.histogram ? TimeCounts{*memory.histogram} : TimeCounts{};
    }
    memory.axis = memory.axis.resized(static_cast<double>(left), static_cast<double>(width));
    // Messages of feeds cover minutes and hours even when the scenario covers years, so the axis goes to now once.
    if (!live) memory.zoomed_to_now = false;
    const auto& status = ctx.session.live().status();
    const bool has_contacts = live && status && status->first && ctx.session.live().snapshot();
    if (has_contacts && !memory.zoomed_to_now) {
        const Instant from = status->now - std::chrono::minutes{50}, to = status->now + std::chrono::minutes{10};
        // Otherwise the playhead is elsewhere, or will be moved here later.
        memory.zoomed_to_now = from < time.at() && time.at() < to;
        if (memory.zoomed_to_now)
            memory.axis = TimeAxis{from, to, static_cast<double>(left), static_cast<double>(width)};
    }
}

void draw_play_buttons(PanelContext& ctx) {
    const TimeControl& time = ctx.session.playhead().time();
    if (ui::icon_button(ctx, "##previous", ui::Icon::Previous, "Previous event  ( , )"))
        ctx.commands.emplace_back(StepEvent{-1});
    ImGui::SameLine(0, 2 * ctx.scale);
    const bool playing = time.playing();
    if (ui::icon_button(ctx, "##play", playing ? ui::Icon::Pause : ui::Icon::Play,
                        playing ? "Pause  (Space)" : "Play  (Space)", playing))
        ctx.commands.emplace_back(SetPlaying{!playing});
    ImGui::SameLine(0, 2 * ctx.scale);
    if (ui::icon_button(ctx, "##next", ui::Icon::Next, "Next event  ( . )")) ctx.commands.emplace_back(StepEvent{1});
    ImGui::SameLine(0, 2 * ctx.scale);
    if (ui::icon_button(ctx, "##loop", ui::Icon::Loop, time.looping() ? "Stop at the end" : "Loop", time.looping()))
        ctx.commands.emplace_back(SetLooping{!time.looping()});
}

/// Draws the button that goes back to now and shows whether the playhead follows now.
void draw_now_button(PanelContext& ctx) {
    if (!ctx.session.live().is_live()) return;
    const bool follows = ctx.session.playhead().follows_now();
    if (follows) ImGui::PushStyleColor(ImGuiCol_Text, ui::accent(ctx));
    if (ImGui::Button(follows ? "Now###now" : "Go to now###now")) ctx.commands.emplace_back(FollowNow{});
    if (follows) ImGui::PopStyleColor();
    ui::tooltip(follows ? "The time shown follows now until you move it." : "Go to now and follow it  (N)");
    ImGui::SameLine(0, 10 * ctx.scale);
}

/// Draws the time shown. A click turns it into a text field. An error message replaces the speed in the same row.
void draw_date_field(PanelContext& ctx, double offset) {
    TimelineMemory& memory = ctx.memory.timeline;
    const Instant at = ctx.session.playhead().time().at();
    const float width = ImGui::CalcTextSize("30 September 2024, 00:00 UTC+12:00").x + 12 * ctx.scale;
    if (!memory.typing) {
        ImGui::PushStyleVar(ImGuiStyleVar_ButtonTextAlign, {0, 0.5F});
        if (ImGui::Button((instant_words(at, offset) + "###date").c_str(), {width, 0})) edit_date(ctx);
        ImGui::PopStyleVar();
        ui::tooltip("The time shown. Click to type a date.");
        return;
    }
    ImGui::SetNextItemWidth(width);
    if (memory.date_focus) ui::focus_next_field();
    memory.date_focus = false;
    const bool entered =
        ImGui::InputTextWithHint("##date", "31 July 2024, or 2024-07-31 12:30", &memory.date,
                                 ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_AutoSelectAll);
    if (entered) {
        memory.date_error.clear();
        if (const auto t = typed_instant(memory.date, offset, at, memory.date_error)) {
            ctx.commands.emplace_back(GoToTime{*t});
            memory.typing = false;
        } else {
            memory.date_focus = true; // Enter took the keyboard from the field
        }
    } else if (ImGui::IsItemDeactivated()) {
        memory.typing = false;
        memory.date_error.clear();
    } else if (ImGui::IsItemEdited()) {
        memory.date_error.clear();
    }
}

void draw_speed(PanelContext& ctx) {
    const TimeControl& time = ctx.session.playhead().time();
    // The speed is in minutes a second for feeds and for short scenarios such as recordings.
    const bool in_minutes = ctx.session.live().is_live() || time.end() - time.start() < std::chrono::hours{72};
    const double units_a_day = in_minutes ? 1440 : 1;
    const double now = time.days_per_second() * units_a_day;
    const double slowest = in_minutes ? TimeControl::least_speed * units_a_day : 0.1, fastest = 60;
    double wanted = now;
    ImGui::SetNextItemWidth(96 * ctx.scale);
    if (ImGui::SliderScalar("##speed", ImGuiDataType_Double, &wanted, &slowest, &fastest, "",
                            ImGuiSliderFlags_Logarithmic) &&
        wanted != now)
        ctx.commands.emplace_back(SetSpeed{wanted / units_a_day});
    ui::tooltip("Playback speed");
    ImGui::SameLine(0, 4 * ctx.scale);
    double& typed = ctx.memory.timeline.speed;
    ImGui::SetNextItemWidth(48 * ctx.scale);
    if (ImGui::InputDouble("##days", &typed, 0, 0, "%.3g", ImGuiInputTextFlags_EnterReturnsTrue) &&
        std::isfinite(typed))
        ctx.commands.emplace_back(SetSpeed{typed / units_a_day});
    if (!ImGui::IsItemActive()) typed = now;
    ImGui::SameLine(0, 4 * ctx.scale);
    ImGui::AlignTextToFramePadding();
    ui::muted(speed_unit(now, in_minutes));
}

void draw_controls(PanelContext& ctx, TimeAxis& axis, double offset) {
    draw_play_buttons(ctx);
    ImGui::SameLine(0, 10 * ctx.scale);
    draw_now_button(ctx);
    draw_date_field(ctx, offset);
    ImGui::SameLine(0, 10 * ctx.scale);
    if (const std::string& error = ctx.memory.timeline.date_error; !error.empty()) {
        ImGui::AlignTextToFramePadding();
        ImGui::PushStyleColor(ImGuiCol_Text, ui::error_colour(ctx));
        ImGui::TextUnformatted(error.c_str());
        ImGui::PopStyleColor();
        return;
    }
    draw_speed(ctx);
    ImGui::SameLine();
    const float right = ImGui::GetWindowContentRegionMax().x - ImGui::GetFrameHeight();
    if (right > ImGui::GetCursorPosX()) ImGui::SetCursorPosX(right);
    const TimeControl& time = ctx.session.playhead().time();
    if (ui::icon_button(ctx, "##whole", ui::Icon::Whole, "Show the whole time span"))
        axis = TimeAxis{time.start(), time.end(), axis.left(), axis.width()};
}

/// Frames the last item while it has the focus of the keyboard, and handles its keys: arrows go through time, with
/// Shift a week or an hour at a time, Page Up and Page Down zoom, Home and End go to the ends. True when Space or Enter
/// has pressed the item, which plays and pauses.
bool handle_keys(PanelContext& ctx, TimeAxis& axis) {
    if (!ui::draw_focus()) return false;
    const auto& io = ImGui::GetIO();
    const TimeControl& time = ctx.session.playhead().time();
    const auto pressed = [](ImGuiKey key) {
        const bool down = ImGui::IsKeyPressed(ImGui::GetKeyIndex(key));
        if (down) ui::keep_focus();
        return down;
    };
    using std::chrono::seconds;
    const bool live = ctx.session.live().is_live();
    const seconds step = live ? io.KeyShift ? std::chrono::hours{1} : std::chrono::minutes{1}
                              : std::chrono::hours{io.KeyShift ? 24 * 7 : 24};
    const int steps = (pressed(ImGuiKey_RightArrow) ? 1 : 0) - (pressed(ImGuiKey_LeftArrow) ? 1 : 0);
    if (steps != 0) ctx.commands.emplace_back(StepTime{steps * step});
    if (pressed(ImGuiKey_Home)) ctx.commands.emplace_back(GoToTime{time.start()});
    if (pressed(ImGuiKey_End)) ctx.commands.emplace_back(GoToTime{time.end()});
    const double x = axis.x_of(time.at());
    if (pressed(ImGuiKey_PageUp)) axis = axis.zoomed(x, 1.25, ctx.memory.timeline.model);
    if (pressed(ImGuiKey_PageDown)) axis = axis.zoomed(x, 1 / 1.25, ctx.memory.timeline.model);
    if (steps != 0) axis = axis.showing(time.at() + steps * step, ctx.memory.timeline.model);
    const bool by_mouse = io.MouseDown[ImGuiMouseButton_Left] || io.MouseDown[ImGuiMouseButton_Middle];
    if (by_mouse || !(ImGui::IsItemActivated() || ImGui::IsItemActive() || ImGui::IsItemDeactivated())) return false;
    if (ImGui::IsItemActivated()) ctx.commands.emplace_back(SetPlaying{!time.playing()});
    return true;
}

/// Handles the mouse on the last item: a click goes to `clicked`, a drag scrubs, the wheel zooms, the middle button or
/// Shift pans.
void handle_mouse(PanelContext& ctx, TimeAxis& axis, Instant clicked) {
    TimelineMemory& memory = ctx.memory.timeline;
    const ImGuiIO& io = ImGui::GetIO();
    const TimeControl& time = ctx.session.playhead().time();
    const auto x = static_cast<double>(io.MousePos.x);
    if (ImGui::IsItemHovered()) {
        if (io.MouseWheel != 0) axis = axis.zoomed(x, std::pow(1.25, static_cast<double>(io.MouseWheel)), memory.model);
        if (io.MouseWheelH != 0)
            axis = axis.panned(static_cast<double>(-io.MouseWheelH * 40 * ctx.scale), memory.model);
    }
    if (ImGui::IsItemActivated()) {
        memory.panning = io.MouseDown[ImGuiMouseButton_Middle] || io.KeyShift;
        memory.scrubbing = false;
        memory.pressed_x = memory.panning ? std::nullopt : std::optional{io.MousePos.x};
        if (memory.pressed_x && time.playing()) ctx.commands.emplace_back(SetPlaying{false});
        if (memory.pressed_x) ctx.commands.emplace_back(GoToTime{std::clamp(clicked, time.start(), time.end())});
    }
    const float threshold = 3 * ctx.scale;
    if (memory.pressed_x && std::abs(io.MousePos.x - *memory.pressed_x) > threshold) memory.scrubbing = true;
    if (ImGui::IsItemActive()) {
        if (memory.panning) axis = axis.panned(-static_cast<double>(io.MouseDelta.x), memory.model);
        if (memory.scrubbing) {
            const Instant t = std::clamp(rounded_instant(axis, x), time.start(), time.end());
            if (t != time.at()) ctx.commands.emplace_back(GoToTime{t});
        }
    } else if (ImGui::IsItemDeactivated()) {
        memory.panning = memory.scrubbing = false;
        memory.pressed_x.reset();
    }
}

/// Draws the line at the time shown in the current window: the dates and the lanes have one each.
void draw_playhead_line(const PanelContext& ctx, const TimeAxis& axis, float top, float bottom) {
    const float x = x_of(axis, ctx.session.playhead().time().at());
    if (x < left_of(axis) || x > right_of(axis)) return;
    ImGui::GetWindowDrawList()->AddLine({x, top}, {x, bottom}, ImGui::GetColorU32(ImGuiCol_Text),
                                        std::max(1.0F, 1.5F * ctx.scale));
}

void draw_playhead_date(const PanelContext& ctx, const TimeAxis& axis, float top, double offset) {
    const Instant at = ctx.session.playhead().time().at();
    const float x = x_of(axis, at);
    if (x < left_of(axis) || x > right_of(axis)) return;
    // Only the time of day is of use when the axis shows less than three days.
    const bool short_axis = axis.seconds_per_px() * axis.width() < 3 * 86'400;
    const std::string date = short_axis ? clock_words(at, offset) : assets::to_long_date(at, offset);
    const ImVec2 size = ImGui::CalcTextSize(date.c_str());
    const float pad = 5 * ctx.scale, width = size.x + 2 * pad;
    const float left = std::clamp(x - width / 2, left_of(axis), std::max(left_of(axis), right_of(axis) - width));
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled({left, top}, {left + width, top + size.y + 2 * ctx.scale}, ImGui::GetColorU32(ImGuiCol_Text),
                       3 * ctx.scale);
    list.AddText({left + pad, top + ctx.scale}, ImGui::GetColorU32(ImGuiCol_WindowBg), date.c_str());
}

constexpr ImGuiButtonFlags left_or_middle = ImGuiButtonFlags_MouseButtonLeft | ImGuiButtonFlags_MouseButtonMiddle;

/// Draws, left of the dates, what their labels leave out, and below it how the lanes are grouped.
void draw_corner(PanelContext& ctx, const TimeAxis& axis, ImVec2 at, float width, double offset) {
    TimelineMemory& memory = ctx.memory.timeline;
    std::string context = axis_context(axis, offset, static_cast<double>(62 * ctx.scale));
    // The first label of the axis may say the same beside it.
    const auto ticks = axis_ticks(axis, offset, static_cast<double>(62 * ctx.scale));
    if (!ticks.empty() && ticks.front().label == context && ticks.front().x - axis.left() < static_cast<double>(width))
        context.clear();
    const float context_width = ImGui::CalcTextSize(context.c_str()).x;
    ImGui::GetWindowDrawList()->AddText({at.x + width - context_width - 6 * ctx.scale, at.y},
                                        ImGui::GetColorU32(ImGuiCol_Text), context.c_str());
    constexpr std::array<const char*, 4> words{"No groups", "By country", "By operation", "By country, operation"};
    const LaneGroups groups = memory.groups.value_or(usual_groups(memory.model));
    ImGui::SetCursorScreenPos({at.x, at.y + ui::line_height()});
    ImGui::PushStyleColor(ImGuiCol_Text, ui::muted_colour());
    const std::string label = std::string{words.at(static_cast<std::size_t>(groups))} + "###groups";
    const bool pressed = ImGui::SmallButton(label.c_str());
    ImGui::PopStyleColor();
    ui::tooltip("How the lanes are grouped. Click a group to collapse it.");
    if (pressed) ImGui::OpenPopup("lane groups");
    if (!ImGui::BeginPopup("lane groups")) return;
    for (std::size_t i = 0; i < words.size(); ++i)
        if (ImGui::MenuItem(words.at(i), nullptr, groups == static_cast<LaneGroups>(i))) {
            memory.groups = static_cast<LaneGroups>(i);
            memory.rows_changed = true;
        }
    ImGui::EndPopup();
}

/// Draws how many reports or messages there are, as bars along the axis.
void draw_histogram(const PanelContext& ctx, const TimeAxis& axis, const TimeCounts& counts, bool messages) {
    const float height = std::round(ui::line_height() * 1.4F);
    // Messages are counted by the minute, so that a bar is a minute wide at least.
    const auto minute = static_cast<float>(60 / axis.seconds_per_px());
    const float bin = std::max({2.0F, std::round(3 * ctx.scale), messages ? minute : 0.0F});
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    const float top = corner.y, bottom = top + height;
    const auto bins = counts.bins(axis, static_cast<double>(bin));
    const auto most = bins.empty() ? 0 : *std::max_element(bins.begin(), bins.end());
    ImDrawList& list = *ImGui::GetWindowDrawList();
    ImGui::SetCursorScreenPos({left_of(axis), top});
    ImGui::Dummy({std::max(1.0F, right_of(axis) - left_of(axis)), height});
    if (ImGui::IsItemHovered() && !bins.empty()) {
        const float x = ImGui::GetIO().MousePos.x - left_of(axis);
        const auto i = std::min(bins.size() - 1, static_cast<std::size_t>(std::max(0.0F, x / bin)));
        const auto from = axis.at(axis.left() + static_cast<double>(bin) * static_cast<double>(i));
        ui::tooltip(fmt::format("{} {}\n{}", bins[i], messages ? "messages" : "reports",
                                instant_words(from, ctx.session.scenario()->utc_offset_h)));
    }
    const std::string what = fmt::format("{}, most {}", messages ? "Messages" : "Reports", most);
    list.AddText({corner.x, top + (height - ui::line_height()) / 2}, ui::muted_colour(), what.c_str());
    for (std::size_t i = 0; i < bins.size() && most > 0; ++i) {
        if (bins[i] == 0) continue;
        const float x = left_of(axis) + bin * static_cast<float>(i);
        const float share = static_cast<float>(bins[i]) / static_cast<float>(most);
        list.AddRectFilled({x, bottom - std::max(1.0F, share * (height - 3 * ctx.scale))},
                           {std::min(x + bin - 1, right_of(axis)), bottom},
                           ui::faded(ImGui::GetColorU32(ImGuiCol_Text), 0.45F));
    }
    list.AddLine({ImGui::GetWindowPos().x, bottom}, {right_of(axis), bottom}, ImGui::GetColorU32(ImGuiCol_Separator));
    ImGui::SetCursorScreenPos({corner.x, bottom});
}

/// Draws the strip with dates and events above the lanes.
void draw_date_strip(PanelContext& ctx, TimeAxis& axis, float height, double offset) {
    const assets::Scenario& scenario = *ctx.session.scenario();
    const TimelineModel& model = ctx.memory.timeline.model;
    const ImVec2 at{left_of(axis), ImGui::GetCursorScreenPos().y};
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    draw_corner(ctx, axis, corner, at.x - corner.x, offset);
    const float bottom = at.y + height, marks = bottom - height * 0.4F;
    ImGui::SetCursorScreenPos(at);
    ImGui::InvisibleButton("##axis", {right_of(axis) - left_of(axis), height}, left_or_middle);
    const bool by_keys = handle_keys(ctx, axis);
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const bool on_marks = ImGui::IsItemHovered() && mouse.y >= marks - 2 * ctx.scale;
    const auto hit = on_marks ? hit_event(model, axis, static_cast<double>(mouse.x), static_cast<double>(6 * ctx.scale))
                              : TimelineHit{};
    const TimelineEvent* event = hit.on == TimelineHit::On::Event ? &model.events[hit.index] : nullptr;
    if (by_keys) {
        ctx.memory.timeline.panning = ctx.memory.timeline.scrubbing = false;
    } else if (event && ImGui::IsItemActivated()) {
        ctx.commands.emplace_back(Select{"event", event->id});
        ctx.commands.emplace_back(GoToTime{event->show});
        ctx.memory.timeline.panning = ctx.memory.timeline.scrubbing = false;
        ctx.memory.timeline.pressed_x.reset();
    } else if (!(event && ImGui::IsItemActive() && !ctx.memory.timeline.pressed_x)) {
        handle_mouse(ctx, axis, clicked_instant(axis, static_cast<double>(mouse.x), offset));
    }
    if (event && !ctx.memory.timeline.scrubbing) ui::tooltip(event_words(scenario, *event));

    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.PushClipRect({left_of(axis), at.y}, {right_of(axis), bottom}, true);
    const ImU32 line = ImGui::GetColorU32(ImGuiCol_Separator);
    for (const auto& tick : axis_ticks(axis, offset, static_cast<double>(62 * ctx.scale))) {
        const float x = static_cast<float>(tick.x);
        list.AddLine({x, at.y + 2 * ctx.scale}, {x, bottom}, line);
        list.AddText({x + 4 * ctx.scale, at.y}, tick.major ? ImGui::GetColorU32(ImGuiCol_Text) : ui::muted_colour(),
                     tick.label.c_str());
    }
    draw_event_marks(ctx, axis, model, marks, bottom);
    draw_playhead_line(ctx, axis, at.y, bottom);
    draw_playhead_date(ctx, axis, at.y, offset);
    list.PopClipRect();
    list.AddLine({ImGui::GetWindowPos().x, bottom}, {right_of(axis), bottom}, line);
    ImGui::SetCursorScreenPos({ImGui::GetWindowPos().x + ImGui::GetStyle().WindowPadding.x, bottom});
}

void draw_lane_name(PanelContext& ctx, const TimelineLane& lane, ImVec2 at, float width, float height) {
    ImGui::PushID(lane.id.c_str());
    ImGui::SetCursorScreenPos(at);
    if (ImGui::InvisibleButton("##lane", {width, height})) ctx.commands.emplace_back(Select{"asset", lane.id});
    ui::draw_focus();
    const bool hovered = ImGui::IsItemHovered();
    if (hovered && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left))
        if (const auto go = ui::go_to_asset(ctx.session, lane.id)) ctx.commands.emplace_back(*go);
    const float text_left = at.x + ui::line_height() + 4 * ctx.scale;
    const float text_top = at.y + (height - ui::line_height()) / 2;
    const std::string name = ui::shortened(lane.label, at.x + width - text_left - 4 * ctx.scale);
    if (name != lane.label) ui::tooltip(lane.label);
    const bool shown = ctx.session.view().asset_shown(lane.id);
    ImGui::GetWindowDrawList()->AddText({text_left, text_top},
                                        hovered ? ui::accent(ctx)
                                        : shown ? ImGui::GetColorU32(ImGuiCol_Text)
                                                : ui::muted_colour(),
                                        name.c_str());
    ImGui::SetCursorScreenPos({at.x, text_top});
    ui::state_dot(ctx, ctx.session.snapshot().states[lane.asset].how, ui::country_colour(ctx, lane.country));
    ImGui::PopID();
}

void draw_lane_tooltip(const PanelContext& ctx, const TimelineLane& lane, const TimeAxis& axis, float x) {
    const assets::Scenario& scenario = *ctx.session.scenario();
    const TimelineHit hit = hit_lane(lane, axis, static_cast<double>(x), static_cast<double>(3 * ctx.scale));
    if (hit.on == TimelineHit::On::Piece)
        ui::tooltip(lane.label + '\n' + piece_words(scenario, lane.pieces[hit.index]));
    if (hit.on == TimelineHit::On::Bar) ui::tooltip(lane.label + '\n' + bar_words(scenario, lane.bars[hit.index]));
}

void draw_grid(const PanelContext& ctx, const TimeAxis& axis, double offset, float top, float bottom) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    for (const auto& tick : axis_ticks(axis, offset, static_cast<double>(62 * ctx.scale))) {
        const auto x = static_cast<float>(tick.x);
        if (x >= left_of(axis) && x <= right_of(axis))
            list.AddLine({x, top}, {x, bottom},
                         ui::faded(ImGui::GetColorU32(ImGuiCol_Separator), tick.major ? 0.8F : 0.45F));
    }
}

/// Draws the heading of a group: a click collapses or opens it. Lanes that it hides are drawn over each other.
void draw_group(PanelContext& ctx, const TimelineRow& row, ImVec2 at, float width, float height) {
    TimelineMemory& memory = ctx.memory.timeline;
    ImGui::PushID(row.key.c_str());
    ImGui::SetCursorScreenPos(at);
    if (ImGui::InvisibleButton("##group", {width, height})) {
        if (!memory.collapsed.erase(row.key)) memory.collapsed.insert(row.key);
        memory.rows_changed = true;
    }
    ui::draw_focus();
    const ImU32 colour = ImGui::IsItemHovered() ? ui::accent(ctx) : ImGui::GetColorU32(ImGuiCol_Text);
    const float indent = at.x + static_cast<float>(row.depth) * 10 * ctx.scale, r = ui::line_height() * 0.28F;
    const ImVec2 middle{indent + ui::line_height() / 2, at.y + height / 2};
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (row.collapsed)
        list.AddTriangleFilled({middle.x - r * 0.6F, middle.y - r}, {middle.x - r * 0.6F, middle.y + r},
                               {middle.x + r, middle.y}, colour);
    else
        list.AddTriangleFilled({middle.x - r, middle.y - r * 0.6F}, {middle.x + r, middle.y - r * 0.6F},
                               {middle.x, middle.y + r}, colour);
    const float left = indent + ui::line_height() + 4 * ctx.scale;
    list.AddText({left, at.y + (height - ui::line_height()) / 2}, colour,
                 ui::shortened(row.label, at.x + width - left - 4 * ctx.scale).c_str());
    ImGui::PopID();
}

void draw_lanes(PanelContext& ctx, TimeAxis& axis, float names_width, double offset) {
    const auto& lanes = ctx.memory.timeline.model.lanes;
    const auto& all = ctx.memory.timeline.rows;
    const auto lane_of_row = [&](std::size_t row) -> const TimelineLane* {
        return row < all.size() && !all[row].is_group() ? &lanes[all[row].lanes.front()] : nullptr;
    };
    const float height = std::round(ui::line_height() * 1.35F);
    const ImVec2 top = ImGui::GetCursorScreenPos();
    const ImVec2 window = ImGui::GetWindowPos(), size = ImGui::GetWindowSize();
    const float bottom = window.y + size.y;

    // One button under all lanes takes the mouse, however the lanes are scrolled.
    ImGui::SetCursorScreenPos({left_of(axis), window.y});
    ImGui::InvisibleButton("##lanes", {std::max(1.0F, right_of(axis) - left_of(axis)), std::max(1.0F, size.y)},
                           left_or_middle);
    const bool by_keys = handle_keys(ctx, axis);
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const auto under = static_cast<std::size_t>(std::max(0.0F, (mouse.y - top.y) / height));
    const double x = static_cast<double>(mouse.x);
    if (!by_keys)
        handle_mouse(ctx, axis,
                     lane_of_row(under) != nullptr
                         ? clicked_instant(*ctx.session.scenario(), *lane_of_row(under), axis, x)
                         : clicked_instant(axis, x, offset));
    const bool show_tooltip = ImGui::IsItemHovered() && !ctx.memory.timeline.scrubbing && !ctx.memory.timeline.panning;
    if (show_tooltip && lane_of_row(under) != nullptr) draw_lane_tooltip(ctx, *lane_of_row(under), axis, mouse.x);

    draw_grid(ctx, axis, offset, window.y, bottom);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    // One row more at both ends, so that the arrow keys find it.
    for (auto i = static_cast<std::size_t>(std::max(0.0F, (window.y - top.y) / height - 1)); i < all.size(); ++i) {
        const float y = top.y + height * static_cast<float>(i);
        if (y > bottom + height) break;
        const TimelineLane* lane = lane_of_row(i);
        if (lane != nullptr && ctx.session.view().selection() == Selection{"asset", lane->id})
            list.AddRectFilled({window.x, y}, {right_of(axis), y + height},
                               ui::faded(ImGui::GetColorU32(ImGuiCol_Text), 0.07F));
        const float indent = static_cast<float>(all[i].depth) * 10 * ctx.scale;
        if (lane != nullptr)
            draw_lane_name(ctx, *lane, {top.x + indent, y}, names_width - indent, height);
        else
            draw_group(ctx, all[i], {top.x, y}, names_width, height);
        list.PushClipRect({left_of(axis), window.y}, {right_of(axis), bottom}, true);
        if (lane != nullptr || all[i].collapsed)
            for (const std::size_t k : all[i].lanes)
                draw_lane(ctx, axis, lanes[k], y, y + height);
        list.PopClipRect();
    }
    draw_playhead_line(ctx, axis, window.y, bottom);
    ImGui::SetCursorScreenPos({top.x, top.y + height * static_cast<float>(all.size())});
    ImGui::Dummy({1, 1});
}

} // namespace

void edit_date(PanelContext& ctx) {
    if (!ctx.session.scenario()) return;
    TimelineMemory& memory = ctx.memory.timeline;
    memory.typing = memory.date_focus = true;
    memory.date = instant_as_typed(ctx.session.playhead().time().at(), ctx.session.scenario()->utc_offset_h);
    memory.date_error.clear();
}

void draw_timeline(PanelContext& ctx) {
    if (!ctx.session.scenario() || ctx.session.playhead().time().end() <= ctx.session.playhead().time().start()) {
        ui::muted("No scenario with dates is open. Choose File, Open.");
        return;
    }
    const double offset = ctx.session.scenario()->utc_offset_h;
    const float full_width = ImGui::GetContentRegionAvail().x;
    const float names = std::min(170 * ctx.scale, full_width * 0.28F);
    const float width = std::max(40.0F, full_width - names - ImGui::GetStyle().ScrollbarSize);
    update_model(ctx, ImGui::GetCursorScreenPos().x + names, width);
    TimelineMemory& memory = ctx.memory.timeline;
    TimeAxis& axis = memory.axis;
    const bool time_moves = ctx.session.playhead().time().playing() || ctx.session.playhead().follows_now();
    if (time_moves && !memory.panning) axis = axis.showing(ctx.session.playhead().time().at(), memory.model);

    draw_controls(ctx, axis, offset);
    draw_date_strip(ctx, axis, std::round(ui::line_height() * 2.1F), offset);
    const bool live = ctx.session.live().is_live();
    const TimeCounts& counts = live ? memory.messages : memory.reports;
    if (!counts.empty() && (live || memory.model.lanes.size() >= many_lanes)) draw_histogram(ctx, axis, counts, live);
    if (ImGui::GetContentRegionAvail().y < ui::line_height()) return;
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    ImGui::BeginChild("lanes", {0, 0}, false, ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NavFlattened);
    ImGui::PopStyleVar();
    const bool over_names = ImGui::IsWindowHovered() && ImGui::GetIO().MousePos.x < left_of(axis);
    if (over_names && ImGui::GetIO().MouseWheel != 0)
        ImGui::SetScrollY(ImGui::GetScrollY() - ImGui::GetIO().MouseWheel * ui::line_height() * 3);
    draw_lanes(ctx, axis, names, offset);
    ImGui::EndChild();
}

} // namespace app
