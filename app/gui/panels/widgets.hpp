#pragma once

#include "app/gui/panel.hpp"

#include <imgui.h>

/// Small things that all panels share, so that they look alike.
namespace app::ui {

enum class Icon { Play, Pause, Loop, Previous, Next, Eye, EyeShut, Whole, Cross, Target };

/// A flat square button with a drawn icon (the fonts have none). `on`: it stands for something that is on now.
bool icon_button(const PanelContext&, const char* id, Icon, const char* tooltip, bool on = false);
/// An eye that is open or shut; true when it was clicked.
bool eye(const PanelContext&, const char* id, bool shown, const char* tooltip);
/// How an asset is known: solid reported, hollow worked out, faded held or stale, a ring with a stroke lost, a faint
/// speck absent. Takes the room of a letter; has a tooltip.
void known_dot(const PanelContext&, assets::How, ImU32 colour);
[[nodiscard]] const char* how_words(assets::How);

[[nodiscard]] ImU32 accent(const PanelContext&);
[[nodiscard]] ImU32 link_colour(const PanelContext&);
[[nodiscard]] ImU32 faded(ImU32, float opacity);
[[nodiscard]] ImU32 muted_colour(); ///< of text that is read second
[[nodiscard]] ImU32 warning_colour(const PanelContext&);
[[nodiscard]] ImU32 error_colour(const PanelContext&);
/// As the map draws assets of that country.
[[nodiscard]] ImU32 country_colour(const PanelContext&, const std::string& iso);

void muted(const std::string&);   ///< one line
void wrapped(const std::string&); ///< as many lines as the panel's width needs
void muted_wrapped(const std::string&);
void complaint(const PanelContext&, const std::string&); ///< in the colour of errors, wrapped; nothing when empty
void title(const PanelContext&, const std::string&);     ///< a name, larger
void heading(const PanelContext&, const char*);          ///< a quiet section title
void tip(const std::string&);                            ///< tooltip of the item before, wrapped
[[nodiscard]] float line_height();
/// A line of text that acts like a button; `id` need not be seen. True when clicked.
bool text_link(const PanelContext&, const std::string& text, const char* id);
/// The text, or as much of it as fits into `width` with "..." behind.
[[nodiscard]] std::string shortened(const std::string&, float width);

/// Gives the keyboard to the next field. Dear ImGui 1.90 passes the keyboard to a field of the focused window only, so
/// the window that is being drawn is focused first.
void focus_next_field();

/// Of the next dialog: in the middle, as wide as said or as there is room; Escape closes it through close_button().
void place_dialog(const PanelContext&, float width);
inline constexpr ImGuiWindowFlags dialog_flags = ImGuiWindowFlags_NoCollapse | ImGuiWindowFlags_NoResize |
                                                 ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings;
/// "Close" at the right; a click, or Escape, closes the dialog.
void close_button(const PanelContext&, bool& open);

/// A folder of this name, or with a number behind it, beside the user's others, that is not there yet.
[[nodiscard]] std::string new_folder(const std::string& name);

/// Where the asset is at the time shown, and how much of its surroundings to show; empty when it is nowhere.
[[nodiscard]] std::optional<GoTo> goto_asset(const Session&, const std::string& id);
/// Notes what rows are about to be made for; true when it is not what they were made for before.
bool changed(MadeFor&, const Session&, const std::string& of);

} // namespace app::ui
