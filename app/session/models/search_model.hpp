#pragma once

#include "assets/timeline/snapshot.hpp"

#include <memory>
#include <string>
#include <vector>

namespace app {

struct SearchHit {
    std::string kind; ///< asset | zone | event | place | sea | coordinates
    std::string id;   ///< empty for coordinates
    std::string name;
    std::string detail; ///< "frigate, Canada", "port, Japan", "sea"
    geo::LonLat at = geo::lonlat(0, 0);
    double width_km = 0; ///< the ground width to show; 0: no position, the thing can only be selected
};

/// Finds assets, zones, events, places and seas by name, alias or id. Ignores case, accents and punctuation, and allows
/// one wrong letter. Built once for each scenario.
class SearchIndex {
public:
    SearchIndex() = default;
    explicit SearchIndex(std::shared_ptr<const assets::Scenario>);

    /// Returns at most `most` hits, best first: the text is a whole name, begins a name, begins a word, is part of a
    /// name, is nearly a name. Equally good hits are ordered by kind (asset, zone, event, sea, place), then by
    /// importance. The text may also be a position: "35.1 N 129.0 E" or "129.0, 35.1" (longitude first). An asset
    /// without a position in the snapshot gets the position of its first fix that has one.
    [[nodiscard]] std::vector<SearchHit> find(const std::string& text, const assets::Snapshot&,
                                              std::size_t most = 12) const;

private:
    enum class Kind : unsigned char { Asset, Zone, Event, Sea, Place };
    struct Entry {
        Kind kind;
        std::size_t index;
        int rank;
        std::vector<std::string> names; ///< folded
        std::vector<std::string> words; ///< folded, of all names
    };
    [[nodiscard]] SearchHit hit(const Entry&, const assets::Snapshot&) const;

    std::shared_ptr<const assets::Scenario> m_scenario;
    std::vector<Entry> m_entries;
};

/// A name that completes what is typed into a form.
struct PlaceSuggestion {
    std::string value; ///< for the file: the name, or the id where several places have the name
    std::string name;
    std::string detail; ///< "port, Japan"
};
/// The places and seas that the text may mean, best first; for an area the zones and seas, whose value is the id.
[[nodiscard]] std::vector<PlaceSuggestion> suggest_places(const SearchIndex&, const assets::Scenario&,
                                                          const assets::Snapshot&, const std::string& text,
                                                          bool for_area, std::size_t most = 6);

/// Finds contacts, which are the assets from Scenario::first_feed_asset on, by name, MMSI, ICAO address or uid. The
/// best hits come first: whole names, then beginnings, then parts. Uses no index, because contacts come and go.
[[nodiscard]] std::vector<SearchHit> find_contacts(const assets::Scenario&, const assets::Snapshot&,
                                                   const std::string& text, std::size_t most = 6);

} // namespace app
