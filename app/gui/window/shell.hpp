#pragma once

#include "app/gui/dialogs/export_dialog.hpp"
#include "app/gui/dialogs/file_dialog.hpp"
#include "app/gui/dialogs/paste_dialog.hpp"
#include "app/gui/host/opener.hpp"
#include "app/gui/map/map_view.hpp"
#include "app/gui/window/tab_focus.hpp"
#include "app/session/settings.hpp"

#include <functional>

namespace app {

/// Arranges menu, panels, map and dialogs in the window, handles the keys that work everywhere, and draws one frame of
/// Dear ImGui.
class Shell {
public:
    Shell(Signal&, const DataFolders&, std::shared_ptr<const render::Composer>, double scale, Settings&);

    /// `notice`: a sentence for the status bar. `apply` passes the commands to the session and empties the list.
    /// `typing`: a text field has the keyboard.
    void frame(Session&, WindowRequests&, PanelMemory&, const std::string& notice,
               const std::function<void(Requests&)>& apply, bool typing);
    [[nodiscard]] MapView& map() noexcept { return m_map; }
    [[nodiscard]] const MapView& map() const noexcept { return m_map; }
    /// Takes the results of exports, lists of folders, pasted tables, and addresses and folders that could not be
    /// opened, which are copied. True when there is something new to draw.
    [[nodiscard]] bool poll(WindowRequests&);
    /// Sets the sizes of all parts for a window of this size, pixels.
    void lay_out(float width, float height);

private:
    struct Lengths {
        float menu, left, right, timeline, status;
    };
    enum class Tab { Assets, Layers, Live, Problems };
    [[nodiscard]] bool& panel_open(const std::string& name) {
        return m_settings.panels.try_emplace(name, true).first->second;
    }
    void draw_panels(PanelContext&, const std::string& notice);
    void draw_tabs(PanelContext&);
    /// The borders that are dragged to resize the panels.
    void draw_splitters();
    void draw_splitter(const char* name, float x, float y, float w, float h, int& size, float now, float sign);
    void draw_dialogs(PanelContext&);
    void handle_keys(PanelContext&);
    void handle_requests(PanelContext&);
    /// Whether a dialog, a menu or a list is open, so that no key acts on what is behind it.
    [[nodiscard]] bool dialog_open() const;

    float m_scale;
    Settings& m_settings;
    MapView m_map;
    ExportDialog m_export;
    FileDialog m_file;
    PasteDialog m_paste;
    Opener m_opener;
    bool m_add_fix = false, m_save_copy = false, m_freeze = false, m_quit = false, m_contacts_table = false,
         m_about = false, m_shortcuts = false, m_manual = false;
    float m_width = 0, m_height = 0;
    Lengths m_lengths{};
    Tab m_tab = Tab::Assets;
    TabFocus m_focus;
};

} // namespace app
