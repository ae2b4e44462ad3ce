#pragma once

#include "app/live/live.hpp"
#include "app/session/files/fix_row.hpp"
#include "assets/model/values/instant.hpp"
#include "geo/earth/lonlat.hpp"
#include "geo/earth/shape.hpp"

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

/// The commands of a session. Panels create them; only Session::apply changes anything. AddFix is declared in
/// fix_row.hpp, beside the code that writes the row.
namespace app {

struct OpenScenario {
    std::string name; ///< a path or builtin:NAME
    /// The user has frozen what feeds sent, or lets it go: the window does not ask.
    bool may_drop_heard = false;
};
/// Reads the open scenario again, because its files have changed on disk.
struct ReloadScenario {};
struct GoToTime {
    assets::Instant at;
};
struct SetPlaying {
    bool on;
};
struct SetLooping {
    bool on;
};
struct SetSpeed {
    double days_per_second;
};
struct StepEvent {
    int direction; ///< +1: to the next event, -1: to the previous one
};
struct StepTime {
    std::chrono::seconds by;
};

struct Select {
    std::string kind, id; ///< kind: asset | zone | event | place | sea; an empty id selects nothing
};
struct ShowAsset {
    std::string id;
    bool on;
};
struct ShowCountry {
    std::string country;
    bool on;
};
struct ShowZone {
    std::string id;
    bool on;
};
struct ShowLayer {
    std::string name;
    bool on;
};
struct SetTheme {
    std::string name;
};
struct SetNames {
    std::string language;
};
struct SetSymbols {
    bool dots;
};

struct SetProjection {
    std::string definition;
};
/// The menu's "centre projection here".
struct CentreProjection {
    geo::LonLat at;
};
/// Pans and zooms.
struct LookAt {
    geo::Metres centre; ///< projected
    double m_per_mm;
};
/// Centres the view on a place, a sea or an asset.
struct GoTo {
    geo::LonLat at;
    double width_km;
};
struct FitAll {};
/// Returns to the scenario's own [view].
struct ResetView {};

struct RulerAdd {
    geo::LonLat at;
};
struct RulerClear {};
/// Adds range rings to the map and its figures.
struct AddRings {
    geo::LonLat centre;
    std::vector<double> radii_km;
};
struct RemoveRing {
    std::size_t index; ///< into Instruments::rings()
};
struct RemoveRings {}; ///< all of them

/// Takes the newest added fix out of its files, if they have not been changed since.
struct UndoFix {};
/// Adds the fix again that was taken out last, if the files have not been changed since.
struct RedoFix {};
/// Works out what a fix would change, without writing it: see Session::fix_preview().
struct PreviewFix {
    AddFix fix;
};
/// Copies the scenario's files into a new or empty folder and opens the copy, so that the user can change a built-in
/// scenario.
struct SaveCopy {
    std::string folder;
};

/// Adds a feed and listens to it. Refused when the list already has a feed with this URL.
struct AddFeed {
    LiveFeed feed;
};
/// Takes a feed off the list. The messages that it has sent are kept.
struct RemoveFeed {
    std::string url;
};
/// Switches a feed of the list on or off.
struct SwitchFeed {
    std::string url;
    bool on;
};
/// Moves the playhead to now and keeps it there until the user moves it.
struct FollowNow {};
/// A pinned asset is always drawn and named, with its whole track.
struct Pin {
    std::string id; ///< of an asset
    bool on;
};
/// Watches contacts for something; the session gives the rule its id.
struct AddAlert {
    assets::AlertRule rule;
};
struct RemoveAlert {
    std::string id;
};
/// Records what network feeds receive from now on: see LiveWorker::record().
struct RecordFeeds {
    std::string base; ///< path without an ending; empty: stop recording
};
struct SetAgeLimits {
    assets::AgeLimitsByKind limits;
};
struct SetTrail {
    std::chrono::seconds length; ///< 0: no trails
};
/// How contacts are drawn: colours by flag or by class, and the length of speed vectors.
struct SetTargets {
    bool by_flag;
    std::chrono::minutes speed_vector;
};
/// The user has verified, by other means, that a military or government contact is where it reports to be.
struct Confirm {
    std::string id;
    bool on;
};
/// Stops at the instant shown and writes what the feeds received in the minutes before it as a scenario folder.
struct Freeze {
    std::string folder;
    std::chrono::minutes before;
    std::string title{}, credit{}; ///< see FreezeRequest
};

using Command = std::variant<OpenScenario, ReloadScenario, GoToTime, SetPlaying, SetLooping, SetSpeed, StepEvent,
                             StepTime, Select, ShowAsset, ShowCountry, ShowZone, ShowLayer, SetTheme, SetNames,
                             SetSymbols, SetProjection, CentreProjection, LookAt, GoTo, FitAll, ResetView, RulerAdd,
                             RulerClear, AddRings, RemoveRing, RemoveRings, AddFix, UndoFix, RedoFix, PreviewFix,
                             SaveCopy, AddFeed, RemoveFeed, SwitchFeed, FollowNow, Pin, AddAlert, RemoveAlert,
                             RecordFeeds, SetAgeLimits, SetTrail, SetTargets, Confirm, Freeze>;

} // namespace app
