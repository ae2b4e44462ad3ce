#pragma once

#include "assets/model/asset.hpp"
#include "assets/model/declared/alert.hpp"
#include "assets/model/declared/figure.hpp"
#include "assets/model/event.hpp"
#include "assets/model/fix.hpp"
#include "assets/model/values/finding.hpp"
#include "assets/model/zone.hpp"
#include "geo/basemap/atlas.hpp"
#include "geo/earth/box.hpp"

#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace assets {

/// Who says so: a row of sources.csv.
struct Source {
    std::string id, title, publisher;
    std::string published; ///< date of first publication, as written
    std::string date;      ///< day that the source reports on, as written
    std::string kind;      ///< official, news ...; ais, cot and sbs are live feeds
    std::string url;
    int line;
    std::uint16_t file = 0; ///< index into Scenario::files
    bool builtin = false;   ///< of a built-in zone, not of the scenario's own files
};

/// The positions of a recording that have no time of their own: they are dated by the last change of its file.
struct DatedByFile {
    std::size_t positions = 0;
    Instant written{}; ///< when the file was last written; only with positions
};

/// Whether the source is a live feed: its kind is ais, cot or sbs.
[[nodiscard]] bool is_feed(const Source&) noexcept;

/// [[accept]]: a finding of check that the author accepts, with the reason.
struct Accept {
    std::string code, subject, from, why;
    int line;
    std::string kind = {}; ///< what `subject` is the id of: asset, zone, event or place
};

/// [[feed]]: a live feed that belongs to the scenario. The program connects to it only when the user says so.
struct FeedDeclaration {
    std::string url;              ///< as written; a +file: path is relative to the scenario's folder
    std::string kind;             ///< ais, cot or sbs, taken from the url
    std::string name;             ///< empty when not given
    std::optional<geo::Box> area; ///< only messages from here; none: from everywhere
    std::vector<AssetType> types; ///< only assets of these types; empty: all
    std::string credit, terms;    ///< who is credited on maps; the owner's terms of use
    int line = 0;
    std::uint16_t file = 0; ///< index into Scenario::files
};

/// [routes]: ids of geo::Passage.
struct RouteRules {
    std::vector<std::string> avoid; ///< legs do not use these
    std::vector<std::string> allow; ///< legs may use these, although by default they do not
};

/// [view] and [style]: the default look of the scenario's maps. The program decides where a member is empty.
struct ViewDefaults {
    std::string projection = "laea";
    std::optional<geo::LonLat> centre;
    std::optional<double> width_km;
    std::string frame;           ///< name of a geo::NamedFrame, which gave projection, centre, width and shape
    std::optional<double> shape; ///< width by height of the rectangle that a map must hold
    std::optional<Instant> at;   ///< the instant that maps show first
    std::string theme, symbols, names, policy;
    std::string label_style;        ///< name, prefix or hull
    std::vector<std::string> units; ///< of distances on maps: km, mi, nmi
};

/// All assets, fixes, events, zones and sources; immutable once read. AssetIndex and the other indices refer to its
/// vectors.
struct Scenario {
    std::filesystem::path folder;
    std::string title, subtitle, credit;
    std::optional<Instant> start, end; ///< [time]
    double utc_offset_h = 0;
    DateOrder dates = DateOrder::IsoOnly; ///< [read] dates: the order of day and month in dates kept as written
    bool recording = false;               ///< read from a recording: it has no files that a report could be added to
    DatedByFile dated_by_file{};          ///< only of a recording
    std::string data_to;                  ///< the day research stopped, as written
    std::optional<Instant> data_to_day;
    ViewDefaults view;
    RouteRules routes;
    std::map<std::string, std::string> words; ///< [words]: overrides of render/words

    std::vector<Asset> assets;              ///< in file order
    AssetIndex first_feed_asset = no_index; ///< assets from this index on were made from live feeds; no_index: none
    std::vector<Deployment> deployments;    ///< sorted by asset, then from
    std::vector<Fix> fixes;                 ///< sorted by asset, then from, then row
    std::vector<Event> events;              ///< sorted by from, then row
    std::vector<Zone> zones;                ///< in file order, then the built-in ones
    std::vector<std::string> builtin_zones; ///< [zones] builtin, as written: ids of built-in zones
    std::vector<Membership> members;
    std::vector<Source> sources;
    std::vector<geo::Place> places; ///< places.csv
    std::vector<Accept> accepts;
    std::vector<FeedDeclaration> feeds;     ///< in file order
    std::vector<AlertRule> alerts;          ///< in file order
    std::vector<FigureDeclaration> figures; ///< in file order
    std::vector<std::uint16_t> place_files; ///< for each place, an index into `files`
    std::vector<int> place_lines;           ///< for each place, its line
    std::vector<std::string> files;         ///< the files read, relative to `folder`: scenario.toml, positions.csv ...
    std::shared_ptr<const geo::Atlas> atlas;

    std::vector<std::size_t> first_fix;        ///< fixes of asset i: [first_fix[i], first_fix[i + 1])
    std::vector<std::size_t> first_deployment; ///< likewise for `deployments`

    [[nodiscard]] std::span<const Fix> fixes_of(AssetIndex) const;
    [[nodiscard]] std::span<const Deployment> deployments_of(AssetIndex) const;
    [[nodiscard]] const Asset* asset(std::string_view id) const;
    [[nodiscard]] const Zone* zone(std::string_view id) const;
};

/// Sets `first_fix` and `first_deployment`. Fixes and deployments are sorted by asset.
void index_by_asset(Scenario&);

/// Ends each fix with `*` at the instant before the next fix or at the end of its deployment, whichever is earlier; a
/// fix with neither ends at `far_future`. Fixes and deployments are sorted and indexed.
void close_open_ends(Scenario&);

} // namespace assets
