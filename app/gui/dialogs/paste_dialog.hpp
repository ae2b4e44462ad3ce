#pragma once

#include "app/base/latest_job.hpp"
#include "app/gui/panel.hpp"
#include "app/session/paste/pasted_table.hpp"

#include <filesystem>
#include <optional>
#include <string>

namespace app {

/// The dialog that shows how a pasted table is read before it is opened. Enter opens it, Escape forgets it. The table
/// is read on a thread of its own.
class PasteDialog {
public:
    /// `arrived` is raised when a table has been read. `folder`: where tables that are opened are kept.
    PasteDialog(Signal& arrived, DataFolders, std::filesystem::path folder);

    /// Shows the text of the clipboard. False, and nothing is shown, if it is no table.
    bool paste(std::string text, std::shared_ptr<const geo::Atlas>);
    /// Takes a table that has been read. True when there is something new to draw.
    bool poll();
    /// The words of the table, for the fonts.
    [[nodiscard]] std::string texts() const;
    /// Draws the dialog while it is open, and opens the table when the user says so.
    void draw(PanelContext&);

private:
    struct Request {
        unsigned number = 0;
        std::string text;
        std::shared_ptr<const geo::Atlas> atlas;
    };
    struct Result {
        unsigned number = 0;
        PastedTable pasted;
    };

    void draw_columns(PanelContext&, float height) const;
    void draw_findings(PanelContext&) const;
    /// Keeps the table in a file and has it opened.
    void open(PanelContext&);

    std::filesystem::path m_folder;
    bool m_open_requested = false;
    unsigned m_asked = 0;
    std::optional<PastedTable> m_pasted;
    std::string m_problem;
    LatestJob<Request, Result> m_job;
};

} // namespace app
