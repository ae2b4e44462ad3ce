#pragma once

#include "app/gui/panel_memory.hpp"
#include "app/session/request.hpp"
#include "app/session/session.hpp"

#include <functional>
#include <string>
#include <vector>

/// What panels are given. A panel reads the session, draws itself with Dear ImGui into the window that is open around
/// it, and pushes commands; it changes nothing itself. A form that must know what came of its command keeps a Reply.
namespace app {

/// What panels ask of the window rather than of the session.
struct WindowRequests {
    bool open_file = false, export_dialog = false, add_fix = false, save_copy = false, freeze = false, about = false,
         shortcuts = false, quit = false;
    std::string manual;                                     ///< the topic to show, when not empty
    std::string copy_text;                                  ///< to the clipboard, when not empty
    std::string copy_png;                                   ///< to the clipboard, as an image
    std::string open_url;                                   ///< in the user's browser, when not empty
    bool zoom_in = false, zoom_out = false, search = false; ///< of the map; the search field takes the keyboard
    bool ruler = false;                                     ///< the next clicks on the map measure
};

struct PanelContext {
    const Session& session;
    Requests& commands;
    WindowRequests& requests;
    float scale; ///< of everything in pixels: ui-scale x the display's
    bool dark;
    PanelMemory& memory; ///< kept by the caller as long as the window is open
};

/// The panels, each in its own file. Each fills the ImGui window that the caller has begun.
void draw_timeline(PanelContext&);
void draw_assets(PanelContext&);
void draw_inspector(PanelContext&);
void draw_layers(PanelContext&); ///< zones, events and layers; theme, projection, symbols, names
void draw_problems(PanelContext&);
void draw_live(PanelContext&);   ///< feeds, and who is heard on them
void draw_search(PanelContext&); ///< a place, a sea or an asset goes there
void draw_menu(PanelContext&);   ///< main menu bar: opens and closes it itself
void type_date(PanelContext&);   ///< the date on the timeline becomes a field that has the keyboard
void draw_hints(PanelContext&);  ///< three hints of a first start, while memory.hints

/// Modal dialogs: draw themselves while `open`; the caller opens them.
void draw_add_fix(PanelContext&, bool& open);
void draw_save_copy(PanelContext&, bool& open);
void draw_freeze(PanelContext&, bool& open);
void draw_about(PanelContext&, bool& open);
void draw_shortcuts(PanelContext&, bool& open);
void draw_manual(PanelContext&, bool& open); ///< the page of memory.manual

struct ExportChoices;
/// The export dialog's button that puts the command for the same picture on the clipboard; while feeds are heard, a
/// button that asks for Freeze instead. Returns what to tell of a click: that it is done, or why not; empty without
/// one.
[[nodiscard]] std::string draw_copy_command(PanelContext&, const ExportChoices&);

} // namespace app
