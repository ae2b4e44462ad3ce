#pragma once

#include "app/session/command.hpp"
#include "render/map/style/theme.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

/// What panels remember from one frame to the next and no one else needs: what is typed, unfolded and zoomed into.
namespace app {

struct TimelineMemory {
    double from_s = 0, to_s = 0;    ///< the part of the axis in sight, seconds since 1970
    const void* scenario = nullptr; ///< whose span that was made for
    assets::Instant start{}, end{}; ///< the session's span then
    std::string date, date_error;   ///< as typed
    bool typing = false;            ///< the date field is being edited
    bool scrubbing = false, panning = false;
    double speed = 7; ///< as typed
};

struct AssetsMemory {
    std::string filter;
};

struct ProblemsMemory {
    bool errors = true, warnings = true, notes = false, accepted = false;
};

struct SearchMemory {
    std::string text;
    int chosen = 0;
    bool focus = false; ///< set by the caller: the field takes the keyboard in the next frame
};

struct AddReportMemory {
    AddReport row{};
    std::string opened_for; ///< the asset's id when the form was filled
    bool filled = false;
    bool sent = false;    ///< the last frame pushed the row: the next reads the session's message
    bool picking = false; ///< the form waits for a click on the map: the caller sets lon, lat and clears this
    std::optional<geo::LonLat> picked;
    std::string complaint; ///< of the form itself, before anything is sent
    int place_is = 0;      ///< 0 a place by name, 1 lon and lat, 2 an area
};

struct LayersMemory {
    std::string projection, projection_error;
};

struct PanelMemory {
    std::vector<std::string> recent; ///< names for OpenScenario, latest first; kept by the caller
    bool hints = false;              ///< first start: three hints; cleared when the user has read them
    TimelineMemory timeline;
    AssetsMemory assets;
    ProblemsMemory problems;
    SearchMemory search;
    AddReportMemory add_report;
    LayersMemory layers;
    std::optional<render::Theme> theme; ///< of theme_name, so that bars and dots have the colours of the map
    std::string theme_name;
};

} // namespace app
