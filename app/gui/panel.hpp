#pragma once

#include "app/gui/panel_memory.hpp"
#include "app/session/request.hpp"
#include "app/session/session.hpp"

#include <functional>
#include <string>
#include <vector>

/// Interface of the panels. A panel reads the session, draws itself into the current Dear ImGui window, and pushes
/// commands; it changes nothing itself. A form that needs the outcome of its command keeps a Reply.
namespace app {

/// Actions that panels request from the window instead of the session.
struct WindowRequests {
    bool open_file = false, paste_table = false, export_dialog = false, add_fix = false, save_copy = false,
         freeze = false, about = false, shortcuts = false, quit = false;
    bool ask_quit = false;                  ///< asks about what was heard and not kept
    bool quit_anyway = false;               ///< with `quit`: the user has answered
    bool contacts_table = false;            ///< opens the table of contacts
    std::string manual;                     ///< the topic of the manual to show, when not empty
    std::string copy_text;                  ///< for the clipboard, when not empty
    std::string copy_png;                   ///< bytes of a PNG file for the clipboard, when not empty
    std::string open_url;                   ///< for the user's browser, when not empty
    std::string open_folder;                ///< absolute path for the file manager, when not empty
    std::string glyphs;                     ///< texts that will be shown, whose characters the fonts may lack
    std::string notice;                     ///< a sentence for the status bar, when not empty
    bool zoom_in = false, zoom_out = false; ///< zooms the map
    bool stop_reading = false;              ///< gives up the file that is being opened
    bool search = false;                    ///< gives the keyboard to the search field
    bool ruler = false;                     ///< starts the ruler: clicks on the map add its points
};

struct PanelContext {
    const Session& session;
    Requests& commands;
    WindowRequests& requests;
    float scale; ///< pixels per logical pixel
    bool dark;
    PanelMemory& memory; ///< owned by the caller; lives as long as the window
};

/// The panels, each in its own file. Each fills the ImGui window that the caller has begun.
void draw_timeline(PanelContext&);
void draw_assets(PanelContext&);
void draw_inspector(PanelContext&);
void draw_layers(PanelContext&); ///< zones, events and layers; theme, projection, symbols, names
void draw_problems(PanelContext&);
void draw_live(PanelContext&);   ///< feeds and their contacts
void draw_search(PanelContext&); ///< the search field for places, seas and assets
void draw_menu(PanelContext&);   ///< begins and ends the main menu bar itself
void edit_date(PanelContext&);   ///< opens the date field of the timeline and gives it the keyboard
void draw_hints(PanelContext&);  ///< the hints of the first start, while memory.hints is set

/// Dialogs: drawn while `open` is set. The caller sets it; the dialog clears it.
void draw_add_fix(PanelContext&, bool& open);
void draw_save_copy(PanelContext&, bool& open);
void draw_freeze(PanelContext&, bool& open);
void draw_quit(PanelContext&, bool& open);           ///< what was heard and not kept
void draw_contacts_table(PanelContext&, bool& open); ///< a window beside the panels
void draw_about(PanelContext&, bool& open);
void draw_shortcuts(PanelContext&, bool& open);
void draw_manual(PanelContext&, bool& open); ///< the page of memory.manual

struct ExportChoices;
/// The button of the export dialog that copies the command for the same picture. While feeds are on, the button
/// requests Freeze instead. Returns a sentence after a click: that the command was copied, or why not. Else "".
[[nodiscard]] std::string draw_copy_command(PanelContext&, const ExportChoices&);

} // namespace app
