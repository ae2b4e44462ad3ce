#pragma once

#include "app/session/session.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

/// The contents of the inspector, as data: the selected thing in words.
namespace app {

struct SourceWords {
    std::string id, title, publisher, published, url; ///< url: http or https, otherwise empty
};

/// A fix as the inspector lists it.
struct FixWords {
    std::string when;       ///< "15 April 2024", "30 April to 18 May 2024, some time"
    std::string where;      ///< "Halifax", "in the Red Sea"
    std::string how;        ///< "reported, within 2 km; departure"
    std::string confidence; ///< "place high, date medium"; empty when none is given
    std::string note;
    std::vector<SourceWords> sources;
    std::string file;
    int line = 0;
    bool in_force = false;  ///< this fix decides the state shown
    assets::Instant from{}; ///< the instant to which a click goes: see noon.hpp
    assets::Instant to{};
    std::optional<geo::LonLat> at; ///< where to centre the map
};

/// The nearest fix before or after the instant shown.
struct NeighbourWords {
    std::string where, when;
    double hours = 0;                  ///< from the instant shown, >= 0
    std::optional<double> distance_km; ///< from the position shown; none if either has no position
    std::optional<double> azimuth_deg;
    std::string words;    ///< "3 days earlier, 540 km (292 nmi) away, bearing 215: Yokosuka"
    assets::Instant at{}; ///< the instant to which a click goes: see noon.hpp
};

struct Inspection {
    std::string kind, id;
    std::string title;    ///< "HMCS Vancouver"
    std::string subtitle; ///< "Frigate FFH 331, Canada"
    std::string state;    ///< of an asset: where it is and how that is known; of an event: its caption
    std::vector<std::pair<std::string, std::string>> facts; ///< name and value, in order
    std::optional<NeighbourWords> before, after;
    std::vector<FixWords> fixes;      ///< of an asset, by time
    std::vector<SourceWords> sources; ///< of a zone or an event; of the state, for an asset
    std::string note;
    std::optional<geo::LonLat> at; ///< where to centre the map
    double width_km = 0;           ///< the ground width to show there
};

/// Describes the selected thing. None if nothing is selected or the thing no longer exists.
[[nodiscard]] std::optional<Inspection> inspect(const Session&);
[[nodiscard]] std::optional<Inspection> inspect(const render::Words&, const assets::Scenario&, const assets::Snapshot&,
                                                const Selection&);

} // namespace app
