#pragma once

#include "assets/timeline/snapshot.hpp"
#include "geo/basemap/policy.hpp"
#include "render/map/figure.hpp"
#include "render/map/style/theme.hpp"
#include "render/map/view.hpp"
#include "render/picture/picture.hpp"
#include "render/text/typesetter.hpp"

#include <algorithm>
#include <chrono>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

/// What the parts of composing a map hand to each other.
namespace render {

class Words;

/// Everything composing reads. Nothing here is changed by it.
struct Inputs {
    const assets::Scenario& scenario;
    const assets::Snapshot& snapshot;
    const Figure& figure;
    const Theme& theme; ///< already scaled for the page
    const Words& words;
    const geo::Policy& policy;
    const Typesetter& typesetter;
    std::set<std::string_view> shown; ///< names of the layers and pieces of furniture that the figure shows

    [[nodiscard]] bool shows(std::string_view layer_or_furniture) const { return shown.contains(layer_or_furniture); }
};

/// The zone is what this feature of the policy is about.
[[nodiscard]] inline bool is_feature(const assets::Zone& zone, const geo::PolicyFeature& feature) {
    return feature.is_zone(to_string(zone.kind), to_string(zone.status));
}
/// A zone that is valid at the instant shown is.
[[nodiscard]] inline bool has_zone(const Inputs& in, const geo::PolicyFeature& feature) {
    return std::any_of(in.snapshot.zones.begin(), in.snapshot.zones.end(),
                       [&](assets::ZoneIndex zone) { return is_feature(in.scenario.zones[zone], feature); });
}

/// A symbol that has been given its place (fan-out done).
struct Marker {
    std::string id;                     ///< asset or event id
    std::string layer;                  ///< assets | events
    Point at;                           ///< centre of the symbol on the page
    Rect box;                           ///< of the symbol with halo, page mm
    std::optional<Point> true_position; ///< when fanned out: where it really is (a thin line joins them)
    std::size_t state;                  ///< index into Snapshot::states (assets) or the event's number - 1 (events)
};

/// A text that wants a place on the map. The label placer decides where, or drops it.
struct LabelRequest {
    enum class Kind {
        Beside,  ///< around a symbol or dot: candidates on all sides, then pushed away with a leader line
        Centred, ///< on its point, turned by angle; small shifts only (seas, areas)
        Along,   ///< along a line: candidates at points of `line`, turned with it (zones)
    };
    Kind kind = Kind::Beside;
    std::string id;                   ///< asset id, place id ...
    std::string layer;                ///< assets | events | zones | areas | places | seas
    std::vector<std::string> lines{}; ///< first line in `style`, the others in `second_style`
    TextStyle style{}, second_style{};
    std::string lang = "en";
    Point at{};                ///< the symbol's centre, the dot, the sea's label point
    Rect symbol_box{};         ///< what it stands beside (Beside)
    double angle_deg = 0;      ///< Centred
    std::vector<Point> line{}; ///< Along
    int rank = 5;              ///< 1 is placed first
    bool must = false;         ///< assets: tried with leader lines before it is dropped
    bool always = false;       ///< never dropped: over dots, and over anything where nothing else helps
};

struct PlacedLabel {
    std::string id, layer, text;
    std::vector<DrawText> commands;
    Rect box;                ///< page mm, of the unrotated text
    std::vector<Point> quad; ///< four corners when turned; empty otherwise
    Point anchor;
    std::optional<std::pair<Point, Point>> leader; ///< from the symbol to the text
};

struct DroppedLabel {
    std::string id, text, why;
};

/// What is on the map, collected while drawing, so that legend, notes and credit name only that.
struct Visible {
    std::set<std::string> countries;   ///< of drawn assets
    std::set<assets::AssetType> types; ///< of those that are drawn as symbols of their kind, not as dots
    std::set<assets::How> hows;        ///< of drawn assets
    bool crowd = false; ///< some stand on their positions as small dots, since they have no room around them
    std::optional<std::chrono::seconds> trails; ///< how far back the longest of those drawn was looked for
    bool nothing_heard = false;                 ///< somewhere in the frame, and marked as such
    bool wide_reports = false, planned = false, estimated = false, sometime = false, may_have = false, legs = false;
    std::vector<assets::ZoneIndex> zones; ///< drawn ones that touch the frame
    bool not_to_scale = false;            ///< a band or line was widened to 0.4 mm
    std::vector<std::size_t> events;      ///< numbered marks, in order of number
    std::vector<std::string> policy;      ///< ids of policy features in the frame
    std::set<std::string> policy_lines;   ///< ids of those with a file whose line is drawn, by the policy or as a zone
    bool relief = false, fine_coast = false, places = false;
    std::set<std::string> drawn_assets; ///< ids with a symbol inside the frame (also as a carrier's suffix)
};

/// One line of the legend: a sample, and what it means.
struct LegendRow {
    std::string id;              ///< country:CA, type:frigate, how:held, zone:dmz-agreed, event:ID
    std::vector<Command> sample; ///< about 0,0 (its centre), no wider than Theme::legend_sample_mm
    double opacity = 1;
    std::string text;
    bool heading = false;     ///< bold, without a sample
    bool new_section = false; ///< a little room above it
    int priority = 5;         ///< 1 stays longest when there is no room
};

/// The as-of line, the "Not shown" entries and so on, worded from the snapshot.
struct UnplacedAsset {
    std::string id, text, why;        ///< why: lost | outside the frame | no room
    std::string name = {}, what = {}; ///< the two parts of the text: those of whom the same is known share a sentence
};

/// --layout and the overlap tests.
struct LayoutItem {
    std::string kind; ///< label | symbol | furniture
    std::string layer, id, text;
    Rect box_mm;
    std::optional<Point> anchor_mm;
    std::vector<Point> quad_mm;
};

struct Layout {
    double page_w_mm = 0, page_h_mm = 0;
    Rect map_mm{};
    std::string projection;
    geo::LonLat centre = geo::lonlat(0, 0);
    geo::Metres centre_m{};
    double m_per_mm = 0;
    std::vector<LayoutItem> items;
    std::vector<DroppedLabel> dropped;
    std::vector<UnplacedAsset> unplaced;
};

} // namespace render
