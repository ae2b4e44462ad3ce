#pragma once

#include "app/gui/dialogs/export_worker.hpp"
#include "app/gui/dialogs/file_dialog.hpp"
#include "app/gui/map/map_view.hpp"
#include "app/session/models/export_model.hpp"

#include <optional>
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
    /// Takes the results of the workers. True when there is something new to draw.
    [[nodiscard]] bool poll(WindowRequests&);
    /// Bytes of the PNG that was requested for the clipboard; empty until it is ready, and after it was taken.
    [[nodiscard]] std::string take_png() { return std::exchange(m_png, {}); }
    /// The folder that the dialog writes to; empty: the current one.
    [[nodiscard]] const std::filesystem::path& folder() const noexcept { return m_folder; }
    void set_folder(std::filesystem::path folder) { m_folder = std::move(folder); }

private:
    /// A field that begins with a text of the scenario.
    struct ScenarioText {
        std::string typed, of_scenario;
        /// Takes a new text of the scenario; one that the user has changed stays, unless `anew`.
        void update(const std::string& text, bool anew);
        /// None when it is the scenario's text.
        [[nodiscard]] std::optional<std::string> changed() const;
    };

    [[nodiscard]] ExportChoices choices() const;
    /// Throws UsageError when a choice is not valid.
    [[nodiscard]] ExportJob job(const Session&) const;
    /// Everything that the pages depend on; the same key means the same pages.
    [[nodiscard]] std::string page_key(const Session&) const;
    void request_preview(const Session&);
    /// Asks for a credit once where nobody is credited, then calls write().
    void begin_write(const Session&, bool to_clipboard);
    /// Writes the files, or with `to_clipboard` makes the image for the clipboard.
    void write(const Session&, bool replace, bool to_clipboard);
    void choose_file_name(const Session&);
    void draw_choices(PanelContext&);
    void draw_page_choice(PanelContext&);
    void draw_file_choice(PanelContext&);
    void draw_buttons(PanelContext&);
    void draw_question(PanelContext&); ///< whether existing files may be replaced
    void draw_preview(float scale);
    void draw_date_choice(float scale);
    void move_preview(float space_w, float space_h);

    std::shared_ptr<const render::Composer> m_composer; ///< shared with the map
    ExportWorker m_worker;
    FileDialog m_files;
    bool m_open_requested = false;
    std::string m_scenario; ///< name of the scenario that the fields belong to
    int m_preset = 0, m_format = 0, m_theme = 0, m_names = 0, m_footnotes = 1;
    std::string m_width_mm = "120", m_css_width = "680", m_dates, m_output, m_file_typed;
    ScenarioText m_title, m_subtitle, m_credit;
    std::filesystem::path m_folder;
    bool m_output_typed = false, m_legend = true;
    bool m_asks_credit = false;                ///< an export was requested in which nobody is credited
    bool m_may_lack_credit = false;            ///< the user has chosen to export without a credit
    double m_shown_w_km = 0, m_shown_h_km = 0; ///< size of the area on the map, projected km

    std::string m_preview_key;                  ///< page_key() of the preview that was requested last
    std::size_t m_previewed = 0, m_figures = 1; ///< index of the figure in the preview, and how many there are
    sf::Texture m_texture;
    ExportPreview m_preview;
    bool m_preview_ready = false;
    float m_zoom = 1, m_left = 0, m_top = 0; ///< 1: the whole page; offset of the page's middle, px

    std::vector<std::string> m_existing; ///< files that would be replaced, while the user is asked
    std::string m_problem, m_done;       ///< the sentence below the buttons: why something failed, or that it is done
    std::string m_png;
};

} // namespace app
