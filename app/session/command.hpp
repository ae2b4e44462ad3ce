#pragma once

#include "app/live/live.hpp"
#include "app/session/document/fix_row.hpp"
#include "assets/model/values/instant.hpp"
#include "geo/earth/lonlat.hpp"
#include "geo/earth/shape.hpp"

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

/// What the fronts ask of a session. Panels make commands; only Session::apply changes anything. AddFix is declared
/// with the code that writes it.
namespace app {

struct OpenScenario {
    std::string name;
};                        ///< a path or builtin:NAME
struct ReloadScenario {}; ///< its files have changed on disk
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
    int direction;
};
struct StepTime {
    std::chrono::seconds by;
};

struct Select {
    std::string kind, id;
}; ///< kind: asset | zone | event | place | sea; an empty id selects nothing
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
struct CentreProjection {
    geo::LonLat at;
}; ///< "centre projection here"
struct LookAt {
    geo::Metres centre;
    double m_per_mm;
}; ///< pan and zoom: projected metres
struct GoTo {
    geo::LonLat at;
    double width_km;
}; ///< a place, a sea, an asset
struct FitAll {};
struct ResetView {}; ///< the scenario's own [view]

struct RulerAdd {
    geo::LonLat at;
};
struct RulerClear {};
struct SetRings {
    std::optional<geo::LonLat> centre;
    std::vector<double> radii_km;
};

struct UndoFix {}; ///< takes the last added report back, when its file has not been changed since
/// Copies the scenario's files into a new or empty folder and opens the copy: how a built-in scenario becomes one's
/// own.
struct SaveCopy {
    std::string folder;
};

/// A feed to listen to from now on. Its URL is not one that is there already.
struct AddFeed {
    LiveFeed feed;
};
struct RemoveFeed {
    std::string url;
}; ///< what was heard stays
struct SwitchFeed {
    std::string url;
    bool on;
};                   ///< one that is there
struct FollowNow {}; ///< the playhead goes to now and stays there until it is moved
struct Pin {
    std::string id;
    bool on;
}; ///< an asset: always drawn and named, with all that was heard of it
struct SetAgeLimits {
    assets::AgeLimitsByClass limits;
};
struct SetTrail {
    std::chrono::seconds length;
}; ///< how far back trails go; 0: none
struct Confirm {
    std::string id;
    bool on;
}; ///< a military or government sender was found, by other means, to be where it says
/// Pins the instant, and writes what was heard in the minutes before it as a scenario folder.
struct Freeze {
    std::string folder;
    std::chrono::minutes before;
    std::string title{}, credit{}; ///< as of FreezeRequest
};

using Command =
    std::variant<OpenScenario, ReloadScenario, GoToTime, SetPlaying, SetLooping, SetSpeed, StepEvent, StepTime, Select,
                 ShowAsset, ShowCountry, ShowZone, ShowLayer, SetTheme, SetNames, SetSymbols, SetProjection,
                 CentreProjection, LookAt, GoTo, FitAll, ResetView, RulerAdd, RulerClear, SetRings, AddFix, UndoFix,
                 SaveCopy, AddFeed, RemoveFeed, SwitchFeed, FollowNow, Pin, SetAgeLimits, SetTrail, Confirm, Freeze>;

} // namespace app
