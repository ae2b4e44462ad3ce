#pragma once

#include "app/gui/panel.hpp"

#include <imgui.h>

/// Widgets and helpers that all panels share.
namespace app::ui {

inline constexpr const char* nothing_open = "No scenario is open. Choose File, Open.";

enum class Icon { Play, Pause, Loop, Previous, Next, Eye, EyeShut, Whole, Cross, Target };

/// A flat square button with a drawn icon, because the fonts have none. `on` draws it as switched on. True when
/// clicked.
bool icon_button(const PanelContext&, const char* id, Icon, const char* tooltip_text, bool on = false);
/// A button with an eye that is open or shut. True when clicked.
bool eye_button(const PanelContext&, const char* id, bool shown, const char* tooltip_text);
/// A dot with a tooltip that shows how the position of an asset is known: solid when reported, hollow when
/// interpolated, faded when held or stale, a ring with a stroke when lost, a faint speck when absent. As large as a
/// letter.
void state_dot(const PanelContext&, assets::How, ImU32 colour);
[[nodiscard]] const char* how_words(assets::How);

[[nodiscard]] ImU32 accent(const PanelContext&);
[[nodiscard]] ImU32 link_colour(const PanelContext&);
[[nodiscard]] ImU32 faded(ImU32, float opacity);
[[nodiscard]] ImU32 muted_colour(); ///< for less important text
[[nodiscard]] ImU32 warning_colour(const PanelContext&);
[[nodiscard]] ImU32 error_colour(const PanelContext&);
/// The colour of a country's assets on the map; the accent before the first map is drawn.
[[nodiscard]] ImU32 country_colour(const PanelContext&, const std::string& iso);

void muted(const std::string&);   ///< one line
void wrapped(const std::string&); ///< wrapped at the width of the panel
void muted_wrapped(const std::string&);
void complaint(const PanelContext&, const std::string&); ///< in the colour of errors, wrapped; draws nothing when empty
void title(const PanelContext&, const std::string&);     ///< a name, larger
void heading(const PanelContext&, const char*);          ///< a muted title of a section
void tooltip(const std::string&);                        ///< wrapped tooltip of the last item; none when empty
[[nodiscard]] float line_height();
/// A line of text that acts like a button. `id`: its Dear ImGui ID, which is not shown. True when clicked.
bool text_link(const PanelContext&, const std::string& text, const char* id);
/// The text, cut and followed by "..." when it is wider than `width` pixels.
[[nodiscard]] std::string shortened(const std::string&, float width);

/// Frames the last item, which Dear ImGui does not draw, while Tab has put the focus of the keyboard on it. Whether it
/// has.
bool draw_focus();
/// Keeps the focus where it is although a key that moves it is pressed. Call it while the focused item is drawn.
void keep_focus();

/// Makes the press of Escape invisible for the rest of this frame.
void swallow_escape();
/// Closes the topmost menu or list when Escape is pressed, and swallows the key, so that nothing else is closed.
/// Dialogs close themselves. Call it before anything is drawn. Dear ImGui closes lists on Escape only together with its
/// navigation by keys, which the window does not use.
void close_list_on_escape();

/// Gives the keyboard to the next field. Dear ImGui 1.90 passes the keyboard to a field of the focused window only, so
/// the window that is being drawn is focused first.
void focus_next_field();

/// Puts the next dialog in the middle, `width` logical pixels wide or as wide as the window allows.
void place_dialog(const PanelContext&, float width);
inline constexpr ImGuiWindowFlags dialog_flags = ImGuiWindowFlags_NoCollapse | ImGuiWindowFlags_NoResize |
                                                 ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings;
/// A button "Close" at the right. A click or Escape clears `open`.
void close_button(const PanelContext&, bool& open);

/// A path in the user's home folder that does not exist yet: the name, with a number behind it when necessary.
[[nodiscard]] std::string unused_folder(const std::string& name);

/// A command that moves the map to the asset at the time shown; nothing when the asset has no position then.
[[nodiscard]] std::optional<GoTo> go_to_asset(const Session&, const std::string& id);
/// Updates the key of a panel's rows. True when the key has changed and the rows must be made again.
bool update_key(RowsKey&, const Session&, const std::string& parameters);

} // namespace app::ui
