#pragma once

#include "assets/model/asset.hpp"
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

struct Source {
    std::string id, title, publisher;
    std::string published; ///< as written: first publication
    std::string date;      ///< as written: the day it speaks of
    std::string kind, url;
    int line;
    std::uint16_t file = 0; ///< Scenario::files
};

/// Whether a live feed it is: its kind is ais, cot or sbs.
[[nodiscard]] bool is_feed(const Source&) noexcept;

struct Accept {
    std::string code, subject, from, why;
    int line;
    std::string kind = {}; ///< of what the subject is the id: asset, zone, event or place
};

/// [[feed]]: a live feed that belongs to the scenario. Nothing is listened to unless the user says so.
struct FeedDeclaration {
    std::string url;              ///< as written; a +file: path is relative to the scenario's folder
    std::string kind;             ///< ais, cot or sbs, as the url says
    std::string name;             ///< empty when not given
    std::optional<geo::Box> area; ///< only reports from there; none: all
    std::vector<AssetType> types; ///< only these; empty: all
    std::string credit, terms;    ///< to be printed with it; what its owner asks for
    int line = 0;
    std::uint16_t file = 0; ///< Scenario::files
};

/// [view] and [style]: what the author wants a map of it to look like; any part may be missing.
struct ViewDefaults {
    std::string projection = "laea";
    std::optional<geo::LonLat> centre;
    std::optional<double> width_km;
    std::string theme, symbols, names, policy;
};

/// All of a deployment picture, immutable once loaded. Indices are into its vectors.
struct Scenario {
    std::filesystem::path folder;
    std::string title, subtitle, credit;
    std::optional<Instant> start, end; ///< [time]
    double utc_offset_h = 0;
    DateOrder dates = DateOrder::IsoOnly; ///< [read] dates: how texts kept as written are to be understood
    bool recording = false;               ///< made of a feed's log: it has no files of ours that could be added to
    std::string data_to;                  ///< the day research stopped, as written
    std::optional<Instant> data_to_day;
    ViewDefaults view;
    std::map<std::string, std::string> words; ///< [words]: overrides of render/words

    std::vector<Asset> assets;           ///< in file order
    AssetIndex first_heard = no_index;   ///< assets from here on were made of what feeds say now; no_index: none
    std::vector<Deployment> deployments; ///< sorted by asset, then from
    std::vector<Fix> fixes;              ///< sorted by asset, then from, then row
    std::vector<Event> events;           ///< sorted by from, then row
    std::vector<Zone> zones;             ///< in file order
    std::vector<Membership> members;
    std::vector<Source> sources;
    std::vector<geo::Place> places; ///< places.csv
    std::vector<Accept> accepts;
    std::vector<FeedDeclaration> feeds;     ///< in file order
    std::vector<std::uint16_t> place_files; ///< the file and
    std::vector<int> place_lines;           ///< line of each place
    std::vector<std::string> files; ///< the files read, relative to the folder: scenario.toml, positions.csv ...
    std::shared_ptr<const geo::Atlas> atlas;

    std::vector<std::size_t> first_fix;        ///< fixes of asset i: [first_fix[i], first_fix[i + 1])
    std::vector<std::size_t> first_deployment; ///< the same for deployments

    [[nodiscard]] std::span<const Fix> fixes_of(AssetIndex) const;
    [[nodiscard]] std::span<const Deployment> deployments_of(AssetIndex) const;
    [[nodiscard]] const Asset* asset(std::string_view id) const;
    [[nodiscard]] const Zone* zone(std::string_view id) const;
};

} // namespace assets
