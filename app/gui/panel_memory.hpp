#pragma once

#include "app/manual/manual.hpp"
#include "app/session/models/asset_list_model.hpp"
#include "app/session/models/inspector_model.hpp"
#include "app/session/models/search_model.hpp"
#include "app/session/models/target_list_model.hpp"
#include "app/session/models/timeline_model.hpp"
#include "app/session/request.hpp"
#include "render/map/style/theme.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

/// What panels remember from one frame to the next and no one else needs: what is typed, unfolded and zoomed into.
namespace app {

/// What a panel's rows were made for: they are made anew only when it changes.
struct MadeFor {
    std::shared_ptr<const assets::Scenario> scenario;
    assets::Instant at{};
    unsigned version = 0; ///< Session::overlay_version()
    std::string of;       ///< what else they depend on
    [[nodiscard]] friend bool operator==(const MadeFor&, const MadeFor&) = default;
};

struct TimelineMemory {
    std::shared_ptr<const assets::Scenario> scenario; ///< that the model is of
    std::set<std::string> lanes;                      ///< of what is heard, that it has
    bool looked_at_now = false;                       ///< since feeds are listened to
    TimelineModel model;
    TimeAxis axis;                ///< the part in sight
    std::string date, date_error; ///< as typed
    bool typing = false;          ///< the date is a field now
    bool date_focus = false;      ///< it takes the keyboard in the next frame
    bool scrubbing = false, panning = false;
    double speed = 7; ///< as typed
};

struct ManualMemory {
    std::string topic;  ///< shown, or to be shown when the dialog opens
    std::string loaded; ///< the topic of `blocks`
    std::vector<ManualBlock> blocks;
    std::string error; ///< why there are none
};

struct AssetsMemory {
    std::string filter;
    MadeFor made_for;
    std::vector<AssetCountry> countries;
};

struct InspectorMemory {
    MadeFor made_for;
    std::optional<Inspection> shown;
};

struct ProblemsMemory {
    bool errors = true, warnings = true, notes = false, accepted = false;
};

struct SearchMemory {
    std::string text;
    std::shared_ptr<const assets::Scenario> scenario; ///< that the index is of
    SearchIndex index;
    MadeFor made_for;
    std::vector<SearchHit> hits;
    int chosen = 0;
    bool focus = false; ///< set by the caller: the field takes the keyboard in the next frame
};

struct AddFixMemory {
    AddFix row{};
    bool filled = false;
    Reply reply;          ///< to the row, once it has been pushed
    bool picking = false; ///< the form waits for a click on the map: the caller sets lon, lat and clears this
    std::optional<geo::LonLat> picked;
    std::string complaint; ///< of the form itself, or why the row was refused
    int place_is = 0;      ///< 0 a place by name, 1 lon and lat, 2 an area
};

struct SaveCopyMemory {
    std::string folder, complaint;
    Reply reply; ///< to the command, once it has been pushed
};

struct LiveMemory {
    std::string url, name, credit; ///< of a feed to add, as typed
    std::string complaint;
    Reply reply; ///< to the feed that is added
    std::string filter;
    int order = 0; ///< a TargetOrder
    TargetList targets;
    float below = 60; ///< pixels that what stands under the list takes
};

struct FreezeMemory {
    std::string folder, title, credit, complaint;
    int minutes = 30;
    std::string sent_to; ///< the folder of the command that was sent
    Reply reply;         ///< to that command: comes when the folder is written
    std::string written; ///< what the folder holds, in words; empty: not yet written
};

struct LayersMemory {
    std::string projection, projection_error;
    Reply reply; ///< to the projection that was sent
};

struct PanelMemory {
    std::vector<std::string> recent; ///< names for OpenScenario, latest first; kept by the caller
    bool hints = false;              ///< first start: three hints; cleared when the user has read them
    TimelineMemory timeline;
    ManualMemory manual;
    AssetsMemory assets;
    InspectorMemory inspector;
    ProblemsMemory problems;
    SearchMemory search;
    AddFixMemory add_fix;
    SaveCopyMemory save_copy;
    LayersMemory layers;
    LiveMemory live;
    FreezeMemory freeze;
    /// All themes by name, so that bars and dots have the colours of the map: read once, with the first colour.
    std::optional<std::map<std::string, render::Theme>> themes;
};

} // namespace app
