#pragma once

#include "assets/model/fix.hpp"

namespace assets {

enum class EventKind : std::uint8_t {
    Exercise,
    PortVisit,
    Passage,
    Incident,
    Meeting,
    Ceremony,
    Announcement,
    Milestone,
    Departure,
    Arrival,
    Visit,
    Flight,
    Replenishment,
    Patrol,
    Other,
};
[[nodiscard]] std::string_view to_string(EventKind) noexcept;

/// Something that happened. An event moves no asset. Without position and area it is listed but not drawn.
struct Event {
    std::string id;
    Instant from, to; ///< first and last instant, both included
    std::string title, caption;
    EventKind kind;
    std::string place;
    std::optional<AreaRef> area;
    std::optional<geo::LonLat> position; ///< the area's label point if only an area is given
    double radius_km = 0;
    std::vector<AssetIndex> assets;
    std::string others;
    std::vector<std::string> operations;
    std::vector<SourceIndex> sources;
    Confidence confidence = Confidence::None, confidence_date = Confidence::None;
    double time_error_h = 0, utc_offset_h = 0;
    std::string note;
    int line;
    std::uint16_t file = 0; ///< index into Scenario::files
};

} // namespace assets
