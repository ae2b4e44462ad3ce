#pragma once

#include "app/manual/manual.hpp"
#include "app/session/document/problems.hpp"
#include "app/session/models/asset_list_model.hpp"
#include "app/session/models/contact_list_model.hpp"
#include "app/session/models/inspector_model.hpp"
#include "app/session/models/live/target_model.hpp"
#include "app/session/models/search_model.hpp"
#include "app/session/models/timeline/timeline_rows.hpp"
#include "app/session/models/timeline_model.hpp"
#include "app/session/request.hpp"
#include "render/map/style/theme.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

/// State that panels keep between frames and nothing else needs: typed text, filters, the zoom of the timeline.
namespace app {

/// Everything that a panel's rows depend on. The rows are made again only when this key changes.
struct RowsKey {
    std::shared_ptr<const assets::Scenario> scenario;
    assets::Instant at{};
    unsigned version = 0;   ///< Session::overlay_version()
    std::string parameters; ///< filter and selection
    [[nodiscard]] friend bool operator==(const RowsKey&, const RowsKey&) = default;
};

struct TimelineMemory {
    std::shared_ptr<const assets::Scenario> scenario; ///< the scenario of `model`
    std::set<std::string> live_lanes;                 ///< ids of the contacts that have a lane in `model`
    bool zoomed_to_now = false;                       ///< the axis was moved to now once, after a feed was switched on
    std::set<assets::AssetIndex> live_only;           ///< the scenario's own assets that have a lane while feeds are on
    TimelineModel model;
    std::optional<LaneGroups> groups;                  ///< as chosen; none: usual_groups()
    std::set<std::string> collapsed;                   ///< keys of groups
    bool rows_changed = false;                         ///< groups or collapsed have changed since the rows were made
    std::vector<TimelineRow> rows;                     ///< of `model`
    TimeCounts reports;                                ///< of `scenario`, while no feed is on
    std::shared_ptr<const MessageHistogram> histogram; ///< that `messages` was made from
    TimeCounts messages;                               ///< of feeds
    TimeAxis axis;                                     ///< the visible part
    std::string date, date_error;                      ///< the typed date, and what is wrong with it
    bool typing = false;                               ///< the date is being edited
    bool date_focus = false;                           ///< the date field takes the keyboard in the next frame
    bool scrubbing = false, panning = false;
    std::optional<float> pressed_x; ///< where the left button went down on an empty place; none while it is up
    double speed = 7;               ///< as typed
};

struct ManualMemory {
    std::string topic; ///< the page to open next; empty when the user chooses
    std::string shown; ///< the page that is open
    /// By topic. Read before the first frame, so that the window's thread reads no file while it draws.
    std::map<std::string, std::vector<ManualBlock>, std::less<>> pages;
};

struct AssetsMemory {
    std::string filter;
    RowsKey rows_key;
    std::vector<AssetCountry> countries;
};

struct InspectorMemory {
    RowsKey rows_key;
    std::optional<Inspection> shown;
};

struct ProblemsMemory {
    ProblemFilter filter;
    bool show = false; ///< set by the caller: the tab comes to the front in the next frame
};

struct SearchMemory {
    std::string text;
    std::shared_ptr<const assets::Scenario> scenario; ///< the scenario of `index`
    SearchIndex index;
    RowsKey rows_key;
    std::vector<SearchHit> hits;
    int chosen = 0;
    bool focus = false; ///< set by the caller: the field takes the keyboard in the next frame
};

struct AddFixMemory {
    AddFix row{};             ///< kept for the next report
    std::string added_source; ///< id of the new source of the last report, which may be taken back
    std::string name;         ///< of the place, for a report by longitude and latitude
    NewSource source{};       ///< as typed, while `with_new_source`
    bool with_new_source = false;
    bool filled = false;       ///< the form is open
    std::string scenario;      ///< name of the scenario that the row was typed for
    std::string selected, day; ///< the selected asset and the day shown when the form was filled
    bool suggesting = false;   ///< the list of places is open
    bool suggestions_hovered = false;
    int suggestion = 0;            ///< the chosen one
    bool suggestion_taken = false; ///< Enter was pressed
    std::string suggestions_for;   ///< the text of `suggestions`
    std::vector<PlaceSuggestion> suggestions;
    std::optional<AddFix> previewed;                      ///< the row of the newest PreviewFix
    std::shared_ptr<const assets::Scenario> previewed_in; ///< the scenario at that time
    Reply preview_reply;
    AddFix changed_row;                          ///< the row as it was at `changed_at`
    double changed_at = 0;                       ///< when the row was last changed, seconds of Dear ImGui
    std::shared_ptr<const FixPreview> unseen_of; ///< what `unseen` was worked out for
    assets::Instant unseen_at{};
    std::string unseen;
    Reply reply;          ///< to the command that adds the row
    bool picking = false; ///< the form waits for a click on the map, which sets `picked` and clears this
    std::optional<geo::LonLat> picked;
    std::string complaint; ///< why the form or the session refused `complained_row`
    AddFix complained_row;
    std::string years;  ///< which years the form has added to dates without one, as sentences; empty: none
    int place_kind = 0; ///< 0: a place by name, 1: longitude and latitude, 2: an area
};

struct SaveCopyMemory {
    std::string folder, complaint;
    Reply reply; ///< to the command that saves the copy
};

struct LiveMemory {
    std::string url, name, credit; ///< of the feed to add, as typed
    std::string complaint;
    Reply reply; ///< to the command that adds the feed
    std::string filter;
    int order = 0;           ///< a ContactOrder
    std::string record_base; ///< of the newest recording
    ContactList contacts;
    float settings_height = 60; ///< height of the controls under the list, pixels
};

struct TableMemory {
    std::string filter; ///< as typed
    int column = 0;     ///< sorted by this column of table_headers
    bool down = false;  ///< the largest first
    ContactList contacts;
    std::vector<assets::AssetIndex> rows; ///< in order; of `live`
    std::optional<Moving> range_from;     ///< the selected contact
    // What `rows` was made from.
    std::shared_ptr<const LiveSnapshot> live;
    std::string filtered, range_id;
    int sorted_column = -1;
    bool sorted_down = false;
};

struct TargetMemory {
    RowsKey rows_key;
    std::optional<TargetCard> card;
    std::string compared; ///< id of the contact that range and closest approach are given to
    std::vector<std::pair<std::string, std::string>> lines; ///< distances to lines: name and words
};

struct AlertMemory {
    assets::AlertRule rule{.id = {}, .zone = {}, .who = {}, .minutes = 10}; ///< as chosen in the form
    bool only_selected = false;                                             ///< only the selected contact raises it
    std::optional<bool> form_open; ///< as the user left it; by default open while there is no alert
    std::string complaint;
    Reply reply;            ///< to the command that adds the alert
    std::uint64_t seen = 0; ///< number of the newest alert that the list has shown
};

struct FreezeMemory {
    std::string folder, title, credit, complaint;
    int minutes = 30;
    bool asks_credit = false;     ///< Freeze was pressed without a credit
    std::string requested_folder; ///< the folder in the command that was sent
    Reply reply;                  ///< to that command; comes when the folder is written
    std::string written;          ///< a sentence about the written folder; empty until then
};

struct LayersMemory {
    std::string projection, projection_error;
    Reply reply; ///< to the command that sets the projection
};

struct PanelMemory {
    int reading_percent = -1;        ///< how far the file that is being opened is read; -1: not known, or none is
    std::vector<std::string> recent; ///< names for OpenScenario, newest first; set by the caller
    bool hints = false;              ///< whether to show the hints of the first start
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
    AlertMemory alerts;
    TableMemory contacts_table;
    TargetMemory target;
    FreezeMemory freeze;
    /// The scenario that waits until the user has answered about what was heard and not kept. Empty: the window is to
    /// close.
    std::string to_open;
    /// The theme of the map on the screen, for the colours of bars and dots; set by the caller. Null before the first
    /// map.
    std::shared_ptr<const render::Theme> theme;
};

} // namespace app
