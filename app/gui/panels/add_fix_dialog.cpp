#include "app/gui/panels/timeline/time_words.hpp"
#include "app/gui/panels/widgets.hpp"
#include "assets/model/names.hpp"
#include "render/map/words/wording.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include <fmt/format.h>
#include <imgui_stdlib.h>

namespace app {

namespace {

constexpr const char* add_fix_title = "Add a report";

/// A report that was taken back has taken its new source with it: the form no longer names that source.
void drop_removed_source(AddFixMemory& memory, const assets::Scenario& scenario) {
    const std::string id = std::exchange(memory.added_source, {});
    if (id.empty() || std::ranges::find(scenario.sources, id, &assets::Source::id) != scenario.sources.end()) {
        memory.added_source = id;
        return;
    }
    const std::string ids = std::exchange(memory.row.sources, {});
    for (std::size_t begin = 0; begin < ids.size();) {
        const std::size_t end = std::min(ids.find(';', begin), ids.size());
        const std::string one = ids.substr(begin, end - begin);
        begin = end + 1;
        if (one != id) memory.row.sources += (memory.row.sources.empty() ? "" : ";") + one;
    }
}

/// Fills the form when it is opened. What was typed for the last report is kept, except that a newly selected asset and
/// a day to which the time was moved replace those of the form.
void fill(PanelContext& ctx) {
    AddFixMemory& memory = ctx.memory.add_fix;
    const Session& session = ctx.session;
    if (memory.scenario != session.document().name()) memory = AddFixMemory{};
    const Selection& selection = session.view().selection();
    const std::string selected = selection.kind == "asset" ? selection.id : "";
    const std::string day =
        instant_as_typed(session.playhead().time().at(), session.scenario()->utc_offset_h).substr(0, 10);
    if (!selected.empty() && selected != memory.selected) memory.row.asset = selected;
    if (day != memory.day) {
        memory.row.from = day;
        memory.row.to.clear();
    }
    drop_removed_source(memory, *session.document().base());
    if (memory.row.kind.empty()) memory.row.kind = "reported";
    memory.filled = true;
    memory.scenario = session.document().name();
    memory.selected = selected;
    memory.day = day;
    memory.picking = memory.suggesting = false;
    memory.complaint.clear();
}

void draw_label(PanelContext& ctx, const char* text) {
    ImGui::AlignTextToFramePadding();
    ui::muted(text);
    ImGui::SameLine(104 * ctx.scale);
}

void draw_field(PanelContext& ctx, const char* what, const char* id, const char* hint, std::string& value) {
    draw_label(ctx, what);
    ImGui::SetNextItemWidth(-1);
    ImGui::InputTextWithHint(id, hint, &value);
}

void asset_choice(PanelContext& ctx, std::string& id) {
    const assets::Scenario& scenario = *ctx.session.scenario();
    const assets::Asset* chosen = scenario.asset(id);
    draw_label(ctx, "Asset");
    ImGui::SetNextItemWidth(-1);
    if (!ImGui::BeginCombo("##asset", chosen ? chosen->name.c_str() : "Choose an asset", ImGuiComboFlags_HeightLarge))
        return;
    for (const auto& asset : scenario.assets) {
        ImGui::PushID(asset.id.c_str());
        if (ImGui::Selectable(asset.name.c_str(), asset.id == id)) id = asset.id;
        ImGui::PopID();
    }
    ImGui::EndCombo();
}

template <class Enum>
void word_choice(const char* id, const char* none, float width, std::string& value) {
    ImGui::SetNextItemWidth(width);
    if (!ImGui::BeginCombo(id, value.empty() ? none : value.c_str())) return;
    if (none && ImGui::Selectable(none, value.empty())) value.clear();
    for (const std::string_view name : assets::names_of<Enum>())
        if (!name.empty() && ImGui::Selectable(std::string{name}.c_str(), value == name)) value = name;
    ImGui::EndCombo();
}

/// Draws the place or area field. While the user types, it remembers where the list of suggestions has to be drawn.
void draw_suggesting_field(PanelContext& ctx, const char* what, const char* id, const char* hint, std::string& value,
                           std::optional<ImVec2>& list_at) {
    AddFixMemory& memory = ctx.memory.add_fix;
    draw_label(ctx, what);
    ImGui::SetNextItemWidth(-1);
    // With EnterReturnsTrue, Enter takes the chosen suggestion.
    const bool entered = ImGui::InputTextWithHint(
        id, hint, &value, ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_AutoSelectAll);
    if (ImGui::IsItemEdited()) {
        memory.suggesting = true;
        memory.suggestion = 0;
    }
    if (entered && memory.suggesting) {
        memory.suggestion_taken = !ImGui::GetIO().KeyCtrl; // Ctrl+Enter adds the report as typed
        memory.suggesting = memory.suggestion_taken;
    }
    if (!ImGui::IsItemActive() && !memory.suggestions_hovered && !memory.suggestion_taken) memory.suggesting = false;
    if (memory.suggesting) list_at = ImVec2{ImGui::GetItemRectMin().x, ImGui::GetItemRectMax().y};
}

/// Draws the list of places that the typed text may mean, over the fields below it.
void draw_suggestions(PanelContext& ctx, const std::optional<ImVec2>& at) {
    AddFixMemory& memory = ctx.memory.add_fix;
    memory.suggestions_hovered = false;
    if (!at) return;
    const bool for_area = memory.place_kind == 2;
    std::string& value = for_area ? memory.row.area : memory.row.place;
    const auto& base = ctx.session.document().base();
    if (memory.suggestions_for != value) {
        SearchMemory& search = ctx.memory.search;
        if (search.scenario != base) {
            search.scenario = base;
            search.index = SearchIndex{base};
        }
        memory.suggestions = suggest_places(search.index, *base, ctx.session.snapshot(), value, for_area);
        memory.suggestions_for = value;
    }
    const auto& all = memory.suggestions;
    const bool taken_by_enter = std::exchange(memory.suggestion_taken, false);
    const bool is_whole = all.size() == 1 && all.front().value == value;
    if (all.empty() || is_whole) {
        memory.suggesting = false;
        return;
    }
    const int count = static_cast<int>(all.size());
    const auto pressed = [](ImGuiKey key) {
        return ImGui::IsKeyPressed(ImGui::GetKeyIndex(key));
    };
    if (pressed(ImGuiKey_DownArrow)) memory.suggestion = std::min(memory.suggestion + 1, count - 1);
    if (pressed(ImGuiKey_UpArrow)) memory.suggestion = std::max(memory.suggestion - 1, 0);
    int taken = taken_by_enter ? std::min(memory.suggestion, count - 1) : -1;

    const float row_height = ImGui::GetTextLineHeightWithSpacing();
    const float width = ImGui::GetWindowPos().x + ImGui::GetWindowContentRegionMax().x - at->x;
    ImGui::SetCursorScreenPos(*at);
    ImGui::PushStyleColor(ImGuiCol_ChildBg, ImGui::GetStyleColorVec4(ImGuiCol_PopupBg));
    ImGui::BeginChild("suggestions", {width, row_height * static_cast<float>(count) + 10 * ctx.scale}, true,
                      ImGuiWindowFlags_NoScrollbar);
    memory.suggestions_hovered = ImGui::IsWindowHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem);
    for (int i = 0; i < count; ++i) {
        const auto& suggestion = all[static_cast<std::size_t>(i)];
        const std::string detail =
            suggestion.value == suggestion.name ? suggestion.detail : suggestion.detail + "; " + suggestion.value;
        ImGui::PushID(i);
        if (ImGui::Selectable("##suggestion", i == memory.suggestion)) taken = i;
        const ImVec2 low = ImGui::GetItemRectMin(), high = ImGui::GetItemRectMax();
        const float room = high.x - low.x - 8 * ctx.scale;
        const std::string right = ui::shortened(detail, room * 0.6F);
        const float right_width = ImGui::CalcTextSize(right.c_str()).x;
        ImDrawList& list = *ImGui::GetWindowDrawList();
        list.AddText({low.x + 4 * ctx.scale, low.y}, ImGui::GetColorU32(ImGuiCol_Text),
                     ui::shortened(suggestion.name, room - right_width - 8 * ctx.scale).c_str());
        list.AddText({high.x - right_width - 4 * ctx.scale, low.y}, ui::muted_colour(), right.c_str());
        ImGui::PopID();
    }
    ImGui::EndChild();
    ImGui::PopStyleColor();
    if (taken < 0) return;
    value = all[static_cast<std::size_t>(taken)].value;
    memory.suggesting = memory.suggestions_hovered = false;
}

void draw_place_fields(PanelContext& ctx, AddFixMemory& memory, bool fresh, std::optional<ImVec2>& list_at) {
    AddFix& row = memory.row;
    const float lines_end = ImGui::GetCursorPosY() + 3 * ImGui::GetFrameHeightWithSpacing();
    draw_label(ctx, "Where");
    ImGui::RadioButton("A place", &memory.place_kind, 0);
    ImGui::SameLine(0, 14 * ctx.scale);
    ImGui::RadioButton("A position", &memory.place_kind, 1);
    ImGui::SameLine(0, 14 * ctx.scale);
    ImGui::RadioButton("A sea or zone", &memory.place_kind, 2);
    if (fresh && memory.place_kind == 0) ui::focus_next_field(); // the other fields are filled in or optional
    if (memory.place_kind == 0) draw_suggesting_field(ctx, "Place", "##place", "Yokosuka", row.place, list_at);
    if (memory.place_kind == 1) {
        const float width = 92 * ctx.scale;
        draw_label(ctx, "Lon, lat");
        ImGui::SetNextItemWidth(width);
        ImGui::InputTextWithHint("##lon", "139.67", &row.lon);
        ImGui::SameLine();
        ImGui::SetNextItemWidth(width);
        ImGui::InputTextWithHint("##lat", "35.28", &row.lat);
        ImGui::SameLine();
        if (ImGui::Button(memory.picking ? "Click on the map" : "From the map")) memory.picking = !memory.picking;
        draw_field(ctx, "Name", "##name", "off Yokosuka (optional)", memory.name);
    }
    if (memory.place_kind == 2)
        draw_suggesting_field(ctx, "Area", "##area", "south-china-sea, or a zone's id", row.area, list_at);
    ImGui::SetCursorPosY(lines_end); // as high for each kind of place
}

/// Draws a field for the ids of sources, a list that adds ids of the scenario's sources, and the fields of a new one.
void draw_sources(PanelContext& ctx, AddFixMemory& memory) {
    std::string& value = memory.row.sources;
    const assets::Scenario& scenario = *ctx.session.document().base();
    draw_label(ctx, "Sources");
    ImGui::SetNextItemWidth(-92 * ctx.scale);
    ImGui::InputTextWithHint("##sources", "ids, separated by ;", &value);
    ImGui::SameLine();
    ImGui::SetNextItemWidth(-1);
    if (ImGui::BeginCombo("##add", "Add", ImGuiComboFlags_HeightLarge | ImGuiComboFlags_PopupAlignLeft)) {
        for (const auto& source : scenario.sources) {
            const std::string words = fmt::format("{}: {}###{}", source.id, source.title, source.id);
            if (ImGui::Selectable(words.c_str())) value += (value.empty() ? "" : ";") + source.id;
        }
        ImGui::EndCombo();
    }
    draw_label(ctx, "");
    const bool ticked = ImGui::Checkbox("New source", &memory.with_new_source);
    ui::tooltip("Adds a row to " + sources_file(scenario) + ", and its id to this report.");
    if (!memory.with_new_source) return;
    draw_field(ctx, "Title", "##source-title", "the headline or the name of the document", memory.source.title);
    draw_field(ctx, "Publisher", "##source-publisher", "optional", memory.source.publisher);
    draw_field(ctx, "Published", "##source-published", "2024-07-31 (optional)", memory.source.published);
    draw_field(ctx, "Address", "##source-url", "https://...", memory.source.url);
    if (ticked) ImGui::SetScrollHereY(1);
}

std::optional<double> number(const std::string& text) {
    double value = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    return failed == std::errc{} && end == text.data() + text.size() ? std::optional{value} : std::nullopt;
}

/// Gives the dates of the row that have no year the year of the time shown, or of the date before them, and has the
/// form say which. A text that is no date stays as it is.
void add_years(const PanelContext& ctx, AddFixMemory& memory, AddFix& row) {
    const assets::Scenario& scenario = *ctx.session.scenario();
    const double offset = scenario.utc_offset_h;
    const assets::Instant shown = ctx.session.playhead().time().at();
    memory.years.clear();
    const auto complete = [&](std::string& date, const char* field, std::optional<assets::Instant> after) {
        DatedText dated = with_year(date, offset, scenario.dates, shown, after);
        if (!dated.year) return;
        const char* which = !after ? "of the time shown" : dated.next ? "after From" : "of From";
        memory.years +=
            fmt::format("{}{}: read as {}, the year {}.", memory.years.empty() ? "" : " ", field, dated.text, which);
        date = std::move(dated.text);
    };
    complete(row.from, "From", std::nullopt);
    const auto from = assets::parse_time_text(row.from, offset, scenario.dates);
    complete(row.to, "To", from ? std::optional{from->first} : std::nullopt);
    if (row.new_source) complete(row.new_source->published, "Published", std::nullopt);
}

/// The row without the fields of the other kinds of place, and with the years that its dates left out.
AddFix row_of(const PanelContext& ctx, AddFixMemory& memory) {
    AddFix row = memory.row;
    if (memory.place_kind == 1)
        row.place = memory.name; // the name of the last place would be printed at this position
    else
        row.lon = row.lat = "";
    if (memory.place_kind != 2) row.area.clear();
    if (memory.place_kind == 2) row.place.clear();
    if (memory.with_new_source) row.new_source = memory.source;
    add_years(ctx, memory, row);
    return row;
}

/// What the form itself finds wrong with a row_of(), before the session checks it; empty when it finds nothing.
std::string complaint_about(const AddFixMemory& memory, const AddFix& row, const assets::Scenario& scenario) {
    const auto is_date = [&](const std::string& text) {
        return assets::parse_time_text(text, scenario.utc_offset_h, scenario.dates).has_value();
    };
    if (row.asset.empty()) return "Choose the asset that the report is about.";
    if (!is_date(row.from))
        return fmt::format("From: '{}' is not a date. Type 2024-07-31, or 2024-07-31T12:30.", row.from);
    if (!row.to.empty() && row.to != "*" && !is_date(row.to))
        return fmt::format("To: '{}' is not a date. Leave it empty for one day, or type * for no known end.", row.to);
    if (memory.place_kind == 0 && row.place.empty())
        return "Type the name of a place, or choose a position, a sea or a zone.";
    if (memory.place_kind == 2 && row.area.empty()) return "Type the id of a sea or a zone.";
    if (memory.place_kind == 1) {
        const auto lon = number(row.lon), lat = number(row.lat);
        if (!lon || !lat) return "Type longitude and latitude as numbers in degrees, such as 139.67 and 35.28.";
        if (!geo::LonLat::from_degrees(*lon, *lat) || *lon < -180 || *lon > 360)
            return "Type a longitude from -180 to 180 first, then a latitude from -90 to 90.";
    }
    if (!row.radius_km.empty() && number(row.radius_km).value_or(0) <= 0)
        return fmt::format("Within km: '{}' is not a radius. Type a number greater than 0.", row.radius_km);
    if (memory.with_new_source && memory.source.title.empty() && memory.source.url.empty())
        return "Give the new source a title or an address, or untick \"New source\".";
    return "";
}

/// Asks the session what the row would change, once the user has stopped typing.
void ask_for_preview(PanelContext& ctx, AddFixMemory& memory, const AddFix& row) {
    constexpr double pause_s = 0.25;
    static_cast<void>(memory.preview_reply.take());
    const double now = ImGui::GetTime();
    if (row != memory.changed_row) {
        memory.changed_row = row;
        memory.changed_at = now;
    }
    const auto& base = ctx.session.document().base();
    const bool asked = memory.previewed == row && memory.previewed_in == base;
    if (asked || now - memory.changed_at < pause_s || memory.preview_reply.waiting() || memory.reply.waiting()) return;
    memory.previewed = row;
    memory.previewed_in = base;
    ctx.commands.emplace_back(PreviewFix{row}, memory.preview_reply);
}

void draw_preview(PanelContext& ctx, AddFixMemory& memory, const std::shared_ptr<const FixPreview>& preview) {
    if (!preview->refusal.empty()) return ui::complaint(ctx, preview->refusal);
    ui::muted_wrapped(preview->was);
    ui::wrapped(preview->becomes);
    const assets::Instant at = ctx.session.playhead().time().at();
    if (memory.unseen_of != preview || memory.unseen_at != at) {
        memory.unseen_of = preview;
        memory.unseen_at = at;
        memory.unseen = unseen_words(*preview, at);
    }
    if (!memory.unseen.empty()) {
        ui::muted_wrapped(memory.unseen);
        if (preview->decides && ui::text_link(ctx, "Go to that day", "##go"))
            ctx.commands.emplace_back(GoToTime{preview->show});
    }
    for (const auto& doubt : preview->doubts) {
        const auto& added = preview->after->fixes[preview->fix];
        const bool own = doubt.line == added.line && doubt.file == preview->after->files[added.file()];
        ImGui::PushStyleColor(ImGuiCol_Text, ui::warning_colour(ctx));
        ui::wrapped(own ? render::capitalised(doubt.message) + "."
                        : fmt::format("{}: {}.", file_and_line(doubt), doubt.message));
        ImGui::PopStyleColor();
    }
}

/// Draws what the report changes and what is wrong with it, in an area that is as high for few words as for many.
void draw_verdict(PanelContext& ctx, AddFixMemory& memory, float height) {
    ImGui::BeginChild("verdict", {0, height}, true, ImGuiWindowFlags_NavFlattened);
    const AddFix row = row_of(ctx, memory);
    const std::string missing = complaint_about(memory, row, *ctx.session.scenario());
    if (!memory.years.empty()) ui::muted_wrapped(memory.years);
    const auto& preview = ctx.session.fix_preview();
    if (!memory.complaint.empty() && memory.complained_row == row) {
        ui::complaint(ctx, memory.complaint);
    } else if (!ctx.session.document().can_add_fix()) {
        ui::complaint(ctx, "No report can be added: the scenario is built in, a recording or a spreadsheet, or its "
                           "files have errors.");
        const bool recording = ctx.session.scenario()->recording;
        if (!recording && ui::text_link(ctx, "Save a copy to change it", "copy")) ctx.requests.save_copy = true;
    } else if (!missing.empty()) {
        ui::muted_wrapped(missing);
    } else {
        ask_for_preview(ctx, memory, row);
        const std::string& typed = memory.place_kind == 2 ? row.area : row.place;
        const bool whole =
            std::ranges::find(memory.suggestions, typed, &PlaceSuggestion::value) != memory.suggestions.end();
        if (memory.suggesting && !whole)
            ui::muted("Choose a place from the list, or type on.");
        else if (preview && preview->row == row)
            draw_preview(ctx, memory, preview);
        else
            ui::muted("Looking up what this changes ...");
    }
    ImGui::EndChild();
}

/// Escape closes the topmost thing: the list of places, the wait for a click on the map, or the form. The fields do not
/// see the key, because Dear ImGui would take back what was typed. Call it before they are drawn.
void handle_escape(AddFixMemory& memory, bool& open) {
    const bool list_open = ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel);
    if (list_open || !ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape), false)) return;
    const bool typing_elsewhere =
        ImGui::GetIO().WantTextInput && !ImGui::IsWindowFocused(ImGuiFocusedFlags_RootAndChildWindows);
    if (typing_elsewhere) return;
    ui::swallow_escape();
    if (memory.suggesting)
        memory.suggesting = false;
    else if (memory.picking)
        memory.picking = false;
    else
        open = false;
}

void take_picked(AddFixMemory& memory) {
    if (!memory.picked) return;
    memory.row.lon = fmt::format("{:.4f}", memory.picked->lon());
    memory.row.lat = fmt::format("{:.4f}", memory.picked->lat());
    memory.place_kind = 1;
    memory.picking = false;
    memory.picked.reset();
}

/// Keeps the values of an added report for the next one; its note, the name of its position and its new source belong
/// to it alone. A new source is then one of the scenario's.
void keep_for_next(const PanelContext& ctx, AddFixMemory& memory) {
    if (const auto& preview = ctx.session.last_added(); preview && memory.with_new_source) {
        const auto& sources = preview->after->fixes[preview->fix].sources();
        memory.row.sources.clear();
        for (const auto source : sources)
            memory.row.sources += (memory.row.sources.empty() ? "" : ";") + preview->after->sources[source].id;
        if (!sources.empty()) memory.added_source = preview->after->sources[sources.back()].id; // try_fix() appends it
    }
    memory.row.note.clear();
    memory.name.clear();
    memory.source = {};
    memory.with_new_source = false;
    memory.filled = false;
    memory.complaint.clear();
}

void draw_buttons(PanelContext& ctx, AddFixMemory& memory, bool& open) {
    const float width = 96 * ctx.scale;
    if (ctx.session.document().can_undo_fix()) {
        if (ImGui::Button("Undo last report")) ctx.commands.emplace_back(UndoFix{});
        ui::tooltip("Removes the row that was added last.");
        ImGui::SameLine();
    }
    const float right = ImGui::GetWindowContentRegionMax().x - 2 * width - ImGui::GetStyle().ItemSpacing.x;
    ImGui::SetCursorPosX(std::max(ImGui::GetCursorPosX(), right));
    if (ImGui::Button("Cancel", {width, 0})) open = false;
    ImGui::SameLine();
    const bool saving = memory.reply.waiting();
    const bool can_add = ctx.session.document().can_add_fix() && !saving;
    ImGui::BeginDisabled(!can_add);
    const bool add = ImGui::Button(saving ? "Saving..." : "Add", {width, 0});
    ImGui::EndDisabled();
    ui::tooltip("Ctrl+Enter");
    const bool by_key = ImGui::GetIO().KeyCtrl && ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Enter), false);
    if ((add || by_key) && can_add) {
        AddFix row = row_of(ctx, memory);
        memory.complaint = complaint_about(memory, row, *ctx.session.scenario());
        memory.complained_row = row;
        if (memory.complaint.empty()) ctx.commands.emplace_back(std::move(row), memory.reply);
    }
}

} // namespace

void draw_add_fix(PanelContext& ctx, bool& open) {
    AddFixMemory& memory = ctx.memory.add_fix;
    if (!open || !ctx.session.scenario()) {
        memory.filled = false;
        open = false;
        return;
    }
    const bool fresh = !memory.filled;
    if (fresh) fill(ctx);
    take_picked(memory);
    if (const auto outcome = memory.reply.take()) {
        if (outcome->is_done()) {
            keep_for_next(ctx, memory);
            open = false;
            return;
        }
        memory.complaint = outcome->sentence;
    }
    // The dialog is not modal, because a click on the map can give the position. Its height is fixed, so that the
    // buttons stay where they are whatever the form says.
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    const float line = ImGui::GetFrameHeightWithSpacing(), verdict = 6.5F * ImGui::GetTextLineHeightWithSpacing();
    constexpr float field_lines = 13; // the fields of a new source are reached by scrolling
    const float most = std::min(field_lines * line + verdict + 4 * line, screen.y * 0.98F);
    ImGui::SetNextWindowSize({std::min(460 * ctx.scale, screen.x * 0.96F), most}, ImGuiCond_Always);
    ImGui::SetNextWindowPos({screen.x / 2, screen.y / 2}, ImGuiCond_Appearing, {0.5F, 0.5F});
    if (ImGui::Begin(add_fix_title, &open,
                     ImGuiWindowFlags_NoCollapse | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoSavedSettings |
                         ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse)) {
        handle_escape(memory, open);
        AddFix& row = memory.row;
        std::optional<ImVec2> list_at;
        ImGui::BeginChild("fields", {0, -(verdict + line + 2 * ImGui::GetStyle().ItemSpacing.y)}, false,
                          ImGuiWindowFlags_NavFlattened);
        asset_choice(ctx, row.asset);
        draw_field(ctx, "From", "##from", "2024-07-31, 4 June, or 2024-07-31T12:30", row.from);
        draw_field(ctx, "To", "##to", "empty: that day; *: until the next report", row.to);
        draw_place_fields(ctx, memory, fresh, list_at);
        draw_field(ctx, "Within km", "##radius", "empty: the usual radius of the place", row.radius_km);
        draw_label(ctx, "Kind");
        word_choice<assets::FixKind>("##kind", nullptr, -1, row.kind);
        draw_label(ctx, "Confidence");
        word_choice<assets::Confidence>("##confidence", "not given", -1, row.confidence);
        draw_label(ctx, "Activity");
        word_choice<assets::Activity>("##activity", "not given", -1, row.activity);
        draw_field(ctx, "Note", "##note", "optional", row.note);
        draw_sources(ctx, memory);
        ui::muted_wrapped(fmt::format("Adds a row to {}. Times without a zone are {}.",
                                      positions_file(*ctx.session.document().base()),
                                      zone_words(ctx.session.scenario()->utc_offset_h)));
        draw_suggestions(ctx, list_at);
        ImGui::EndChild();
        draw_verdict(ctx, memory, verdict);
        draw_buttons(ctx, memory, open);
    }
    ImGui::End();
    if (!open) memory.filled = memory.picking = memory.suggesting = false;
}

} // namespace app
