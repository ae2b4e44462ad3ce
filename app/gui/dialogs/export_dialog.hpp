#pragma once

#include "app/gui/dialogs/export_worker.hpp"
#include "app/gui/map/map_view.hpp"
#include "app/session/models/export_model.hpp"

#include <string>
#include <utility>

#include <SFML/Graphics/Texture.hpp>

namespace app {

/// The dialog that exports the map of the window as a figure. Its preview is the page that will be written.
class ExportDialog {
public:
    ExportDialog(Signal&, std::shared_ptr<const render::Composer>);

    void open(const Session&, const MapView&);
    void draw(PanelContext&);
    /// Takes the results of the worker. True when there is something new to draw.
    [[nodiscard]] bool poll();
    /// Bytes of the PNG that was requested for the clipboard; empty until it is ready, and after it was taken.
    [[nodiscard]] std::string take_png() { return std::exchange(m_png, {}); }

private:
    [[nodiscard]] ExportChoices choices() const;
    /// Throws UsageError when a choice is not valid.
    [[nodiscard]] ExportJob job(const Session&) const;
    /// Everything that the page depends on; the same key means the same page.
    [[nodiscard]] std::string page_key(const Session&) const;
    void request_preview(const Session&);
    void draw_choices(PanelContext&);
    void draw_preview(float scale) const;
    void draw_buttons(PanelContext&);

    std::shared_ptr<const render::Composer> m_composer; ///< shared with the map
    ExportWorker m_worker;
    bool m_open_requested = false;
    int m_preset = 0, m_format = 0, m_theme = 0;
    std::string m_width_mm = "120", m_title, m_subtitle, m_output;
    bool m_output_typed = false, m_legend = true;
    double m_shown_w_km = 0, m_shown_h_km = 0; ///< size of the area on the map, projected km
    std::string m_preview_key;                 ///< page_key() of the preview that was requested last
    sf::Texture m_texture;
    ExportPreview m_preview;
    std::string m_problem, m_done; ///< the sentence below the buttons: why something failed, or that it is done
    std::string m_png;
    bool m_preview_ready = false;
};

} // namespace app
