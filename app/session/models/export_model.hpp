#pragma once

#include "app/figure/export_request.hpp"
#include "app/session/session.hpp"

#include <optional>
#include <string>
#include <vector>

namespace app {

/// The settings of the export dialog.
struct ExportChoices {
    std::string output;    ///< a path; its extension gives the format
    std::string preset;    ///< a name of page_presets(); empty: use css_width, or width_mm when that is empty too
    std::string width_mm;  ///< as typed
    std::string css_width; ///< as typed
    std::string dates;     ///< as typed, see typed_instants(); empty: the instant shown
    std::string theme;     ///< empty: as on screen
    std::string names;     ///< language of names; empty: as on screen
    std::string footnotes; ///< a word of render::footnotes_names; empty: the default
    std::optional<std::string> title, subtitle, credit; ///< none: the scenario's
    bool legend = true;
    double shown_w_km = 0, shown_h_km = 0; ///< size of the window's map in projected km
};

/// The session's figure on the dialog's page, one for each date. The page always holds the whole area that the window
/// shows. With several dates each file has its date in its name. Throws UsageError for an invalid date, width, text or
/// file name.
[[nodiscard]] std::vector<ExportRequest> export_requests(const Session&, const ExportChoices&);

/// Several dates in one text, separated by ";" or ",": "2024-07-31, 2024-10-20", "14 Aug 2024, 20:00; 15 August". Each
/// is read as by typed_instant(). In the order of the text, each once. Throws UsageError.
[[nodiscard]] std::vector<assets::Instant> typed_instants(const std::string&, double utc_offset_h,
                                                          assets::Instant shown);
/// The shortest text that typed_instant() reads as the instant: "2024-07-31" for 12:00 UTC, else "2024-07-31 20:15" in
/// local time; an instant with seconds is written in full.
[[nodiscard]] std::string date_text(assets::Instant, double utc_offset_h);

/// Whether `theatrum export` can make the session's figure again. False once a feed has been switched on, because its
/// messages are in no file.
[[nodiscard]] bool has_equivalent_command(const Session&);

} // namespace app
