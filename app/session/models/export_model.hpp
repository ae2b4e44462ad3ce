#pragma once

#include "app/figure/export_request.hpp"
#include "app/session/session.hpp"

#include <string>

namespace app {

/// The settings of the export dialog.
struct ExportChoices {
    std::string output;          ///< a path; its extension gives the format
    std::string preset;          ///< a name of page_presets(); empty: use width_mm
    std::string width_mm;        ///< as typed
    std::string theme;           ///< empty: as on screen
    std::string title, subtitle; ///< empty: the scenario's
    bool legend = true;
    double shown_w_km = 0, shown_h_km = 0; ///< size of the window's map in projected km
};

/// The session's figure on the dialog's page. The page always holds the whole area that the window shows. Throws
/// UsageError for an invalid width or file name.
[[nodiscard]] ExportRequest export_request(const Session&, const ExportChoices&);

/// Whether `theatrum export` can make the session's figure again. False once a feed has been switched on, because its
/// messages are in no file.
[[nodiscard]] bool has_equivalent_command(const Session&);

} // namespace app
