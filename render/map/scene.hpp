#pragma once

#include "assets/model/area.hpp"
#include "assets/timeline/change/compare.hpp"
#include "assets/timeline/snapshot.hpp"
#include "geo/basemap/policy.hpp"
#include "render/map/figure.hpp"
#include "render/map/style/change_mark.hpp"
#include "render/map/style/theme.hpp"
#include "render/map/view.hpp"
#include "render/picture/picture.hpp"
#include "render/text/typesetter.hpp"

#include <algorithm>
#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

/// The data that the parts of composing a map pass to each other.
namespace render {

class Words;

/// The layer that holds the names of assets and zones, and without which the map has no names at all.
inline constexpr std::string_view names_layer = "labels";

/// An earlier snapshot with which a map compares its own, and what became of the assets in between.
struct Comparison {
    const assets::Snapshot& before;
    std::vector<assets::AssetChange> changes;
};

/// Everything that composing reads. Composing changes none of it.
struct Inputs {
    const assets::Scenario& scenario;
    const assets::Snapshot& snapshot;
    const Figure& figure;
    const Theme& theme; ///< already scaled for the page
    const Words& words;
    const geo::Policy& policy;
    const Typesetter& typesetter;
    std::set<std::string_view> shown;       ///< names of the layers and pieces of furniture that the figure shows
    const Comparison* comparison = nullptr; ///< null: none

    [[nodiscard]] bool shows(std::string_view layer_or_furniture) const { return shown.contains(layer_or_furniture); }
};

/// The policy feature that describes this zone, or null.
[[nodiscard]] inline const geo::PolicyFeature* policy_feature_of(const Inputs& in, const assets::Zone& zone) {
    return in.policy.find_zone({zone.id, to_string(zone.kind), to_string(zone.status), assets::extent_of(zone.shape)});
}
/// Whether the policy feature describes a zone of the snapshot.
[[nodiscard]] inline bool snapshot_has_zone(const Inputs& in, const geo::PolicyFeature& feature) {
    return std::any_of(in.snapshot.zones.begin(), in.snapshot.zones.end(),
                       [&](assets::ZoneIndex z) { return policy_feature_of(in, in.scenario.zones[z]) == &feature; });
}

/// A placed symbol.
struct Marker {
    std::string id;                     ///< asset or event id
    std::string layer;                  ///< assets | events | calls
    Point at;                           ///< centre of the symbol on the page
    Rect box;                           ///< of the symbol with halo, page mm
    std::optional<Point> true_position; ///< when fanned out: the real position, joined by a thin line
    std::size_t state;  ///< index into Snapshot::states (assets) or ::voyages (calls), or the event's number - 1
    std::string text{}; ///< of a count drawn as a box of text, which names its asset; the place of a call; else empty
};

/// A text to be placed on the map. The label placer decides where it stands, or drops it.
struct LabelRequest {
    enum class Kind {
        Beside,  ///< around a symbol or dot: candidates on all sides, then pushed away with a leader line
        Centred, ///< on its point, turned by `angle_deg`, with small shifts only (seas, areas)
        Along,   ///< along a line: candidates at points of `line`, turned with it (zones)
    };
    Kind kind = Kind::Beside;
    std::string id;                   ///< asset id, place id ...
    std::string layer;                ///< assets | events | zones | areas | places | seas
    std::vector<std::string> lines{}; ///< first line in `style`, the others in `second_style`
    TextStyle style{}, second_style{};
    std::string lang = "en";
    std::vector<std::string> line_langs{}; ///< language of each of the first lines; further lines are in `lang`
    Point at{};                            ///< the symbol's centre, the dot, the sea's label point
    Rect symbol_box{};                     ///< the box beside which the text stands (Beside)
    double angle_deg = 0;                  ///< only for Centred
    std::vector<Point> line{};             ///< only for Along
    int rank = 5;                          ///< 0 and up; lower ranks are placed first
    bool allow_leader = false;             ///< pushed out with a leader line before it is dropped
    double most_leader_mm = 8;             ///< length of the longest leader
    std::vector<std::string> far_lines{}; ///< in `far_style`: the text for a leader that is longer, up to 25 mm, set as
    TextStyle far_style{};                ///< a row of a list. Empty: the text is dropped rather than moved so far.
    std::vector<Point> other_points{};    ///< further points to stand on, the best one first (Centred)
    bool stays = false;                   ///< stands on its point and nowhere else (Centred)
    std::function<bool(Point)> fits{}; ///< whether the text may have its middle at a point (Centred); empty: anywhere
    bool never_drop = false;           ///< never dropped: covers dots, and anything else if no place is free
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

/// A disputed feature on the map.
struct DisputedThing {
    std::string id, name; ///< of the policy feature; `name`: of the zone, line or place on the map
};

/// What is on the map, collected while drawing. Legend, notes and credit mention nothing else.
struct Visible {
    std::set<std::string> countries;             ///< of drawn assets
    std::set<assets::AssetType> types;           ///< of drawn assets with a pictogram, not a dot
    std::set<assets::How> hows;                  ///< of drawn assets
    bool crowd = false;                          ///< some assets are small dots, because they have no room around them
    std::optional<std::chrono::seconds> trails;  ///< time span of the longest drawn trail
    std::set<assets::Continuity> continuities{}; ///< of the drawn legs of voyages
    std::map<std::size_t, std::set<std::size_t>> calls_outside{}; ///< the frame, by voyage
    bool wide_calls = false;                                      ///< some call of a voyage was somewhere in an area
    std::set<ChangeMark> changes{};                               ///< drawn by the layer of changes
    bool nothing_heard = false;                                   ///< the coverage veil lies on a part of the frame
    /// Whether the area of any drawn asset's fix is drawn; whether any drawn asset is announced, is estimated, was
    /// there on one of several days, or may have left or not arrived; and whether any leg is drawn.
    bool wide_fixes = false, planned = false, estimated = false, sometime = false, may_have = false, legs = false;
    int at_sea = 0, elsewhere = 0; ///< drawn ships, and other drawn assets
    /// Whether any drawn ship or aircraft is turned to a reported course, and whether one that may be on the move has
    /// no such course, so that its symbol points to the right.
    bool headings = false, without_heading = false;
    bool radii = false;                         ///< dashed circles show the radii of reports
    std::vector<assets::ZoneIndex> zones;       ///< drawn zones that touch the frame
    std::set<assets::ZoneIndex> unfilled_zones; ///< of `zones`: those whose tint would cover too much of the frame
    std::vector<RangeRing> rings;               ///< rings of the figure that touch the frame
    std::vector<double> rings_without_radius;   ///< km, of rings of the figure on which the radius is not printed
    bool not_to_scale = false;                  ///< a band or line was widened to 0.4 mm
    std::vector<std::size_t> events;            ///< indices into Scenario::events, in order of the marks' numbers
    std::vector<std::string> policy;            ///< ids of policy features in the frame
    std::set<std::string> near_subjects;        ///< those of `policy` that lie near a drawn asset
    std::set<std::string> policy_lines; ///< ids of features with a file whose line is drawn, as a border or as a zone
    std::set<std::string> disputed_borders;      ///< ids of policy features of which a border is drawn in the frame
    std::optional<std::set<std::string>> labels; ///< ids of the names on the map; empty before names are placed
    std::vector<DisputedThing> disputed;         ///< what is drawn of `policy`
    bool relief = false, fine_coast = false, places = false;
    std::set<std::string> drawn_assets; ///< ids of assets with a symbol in the frame, their own or a shared one
};

/// A line of the list of calls on a map of a period: a heading, a call, or a remark at the end of a voyage.
struct CallRow {
    std::size_t voyage = 0;          ///< index into Snapshot::voyages
    std::optional<std::size_t> call; ///< of the voyage; empty for a heading or a remark
    bool heading = false;
    std::string number; ///< of the call
    std::string text;   ///< "Suez Canal, 6 July"
};

/// One line of the legend: a sample, and what it means.
struct LegendRow {
    std::string id;              ///< country:CA, type:frigate, how:held, zone:dmz-agreed, event:ID
    std::vector<Command> sample; ///< centred on 0,0 and at most Theme::legend_sample_mm wide
    double opacity = 1;          ///< of the sample, [0, 1]
    std::string text;
    bool heading = false;     ///< bold, without a sample
    bool new_section = false; ///< gets a little room above
    int priority = 5;         ///< when there is no room, rows with the highest number are left out first
    std::string labelled{};   ///< id of the only asset or zone that the row explains; its label makes the row needless
};

/// UnplacedAsset::why
inline constexpr const char *why_lost = "lost", *why_outside = "outside the frame", *why_no_room = "no room";

/// An asset that is not drawn in the frame or not named there, a zone outside the frame, or a count of contacts, for
/// the line below the map.
struct UnplacedAsset {
    enum class Kind { Ship, Aircraft, Other, Zone };
    std::string id, text, why; ///< `text`: name and `what`, or a sentence
    std::string name = {};     ///< empty for a count of contacts
    std::string what = {};     ///< what is known of the position; the place of an asset without room
    std::string place = {};    ///< name of the place of an asset outside the frame; may be empty
    Kind kind = Kind::Other;
    std::optional<assets::CircleShape> circle =
        {}; ///< of the report of an asset outside the frame, unless it is an area
};

/// A label, symbol or piece of furniture and its place on the page, for --layout and the overlap tests.
struct LayoutItem {
    std::string kind; ///< label | symbol | furniture
    std::string layer, id, text;
    Rect box_mm;
    std::optional<Point> anchor_mm;
    std::vector<Point> quad_mm;
};

/// A small part of the map with many of its assets, which an inset or a second map would show better.
struct CrowdedPart {
    Rect box_mm;
    geo::LonLat centre = geo::lonlat(0, 0);
    double width_km = 0;       ///< projected km across the box
    std::size_t positions, of; ///< of assets in the box, and on the whole map
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
    std::optional<CrowdedPart> crowded; ///< see crowded_part()
};

} // namespace render
