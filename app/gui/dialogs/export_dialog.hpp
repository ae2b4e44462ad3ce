#pragma once

#include "app/gui/dialogs/export_worker.hpp"
#include "app/gui/map/map_view.hpp"
#include "app/session/models/export_model.hpp"

#include <string>
#include <utility>

#include <SFML/Graphics/Texture.hpp>

namespace app {

/// Writes what the window shows as a figure: size, format, and a preview that is the page itself.
class ExportDialog {
public:
    ExportDialog(Signal&, std::shared_ptr<const render::Composer>);

    void open(const Session&, const MapView&);
    void draw(PanelContext&);
    /// Takes what the worker has finished. True when there is something new to draw.
    [[nodiscard]] bool poll();
    /// The image that was asked for, once, when it is ready; empty before.
    [[nodiscard]] std::string take_png() { return std::exchange(m_png, {}); }

private:
    [[nodiscard]] ExportChoices choices() const;
    /// Throws UsageError.
    [[nodiscard]] ExportJob job(const Session&) const;
    [[nodiscard]] std::string page_key(const Session&) const;
    void ask_preview(const Session&);
    void draw_choices(PanelContext&);
    void draw_preview(float scale) const;
    void draw_end(PanelContext&);

    std::shared_ptr<const render::Composer> m_composer; ///< the window's
    ExportWorker m_worker;
    bool m_wanted = false;
    int m_preset = 0, m_format = 0, m_theme = 0;
    std::string m_width_mm = "120", m_title, m_subtitle, m_output;
    bool m_output_typed = false, m_legend = true;
    double m_shown_w_km = 0, m_shown_h_km = 0; ///< what the window's map holds
    std::string m_asked;                       ///< everything a preview depends on, as it was asked for
    sf::Texture m_texture;
    ExportPreview m_preview;
    std::string m_problem, m_done, m_png;
    bool m_ready = false;
};

} // namespace app
