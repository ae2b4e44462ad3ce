#pragma once

#include "app/figure/export_request.hpp"
#include "app/session/session.hpp"

#include <string>

namespace app {

/// What the export dialog is set to.
struct ExportChoices {
    std::string output; ///< its ending gives the format
    std::string preset; ///< of page_presets(); empty: width_mm, as typed
    std::string width_mm;
    std::string theme;           ///< empty: as on screen
    std::string title, subtitle; ///< empty: the scenario's
    bool legend = true;
    double shown_w_km = 0, shown_h_km = 0; ///< what the window's map holds, projected km
};

/// The figure that the session shows, on the page of the dialog: whatever that page's shape, it holds what the window
/// does. Throws UsageError for a width or a file name that cannot be.
[[nodiscard]] ExportRequest export_request(const Session&, const ExportChoices&);

/// Whether `theatrum export` can make the session's figure again: not while feeds are heard, since what they brought is
/// in no file before it is frozen.
[[nodiscard]] bool can_be_repeated(const Session&);

} // namespace app
