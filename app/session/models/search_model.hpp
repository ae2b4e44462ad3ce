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
    std::string detail; ///< "frigate, Canada", "port, JP", "sea"
    geo::LonLat at = geo::lonlat(0, 0);
    double width_km = 0; ///< how wide to look; 0: it is nowhere, and can only be selected
};

/// Finds assets, zones, events, places and seas by name, alias or id: case, accents and punctuation do not matter, one
/// letter may be wrong. Made once a scenario.
class SearchIndex {
public:
    SearchIndex() = default;
    explicit SearchIndex(std::shared_ptr<const assets::Scenario>);

    /// Best first: the whole name, its beginning, the beginning of a word, a part of it, nearly it; then assets before
    /// zones, events, seas and places, and greater before lesser. "35.1 N 129.0 E" or "129.0, 35.1" (longitude first)
    /// is a place too. An asset that is nowhere in the snapshot is found where its reports first place it.
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

/// The same among the assets from Scenario::first_heard on, which come and go: by name, number and id; whole names
/// first, then beginnings, then parts.
[[nodiscard]] std::vector<SearchHit> find_contacts(const assets::Scenario&, const assets::Snapshot&,
                                                   const std::string& text, std::size_t most = 6);

} // namespace app
