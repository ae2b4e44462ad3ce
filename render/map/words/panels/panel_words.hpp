#pragma once

#include "render/map/scene.hpp"
#include "render/map/words/words.hpp"

#include <span>
#include <string>
#include <vector>

/// The words of pictures with several dates: maps side by side, and maps with arrows from earlier positions.
namespace render {

/// The heading of each map: "15 July 2024", with the time in UTC where two of the instants are on one day.
[[nodiscard]] std::vector<std::string> map_headings(const Words&, const assets::Scenario&,
                                                    std::span<const assets::Snapshot>);

/// "15 July and 31 July 2024": the days of a comparison.
[[nodiscard]] std::string compared_days(const Words&, const assets::Scenario&, assets::Instant before,
                                        assets::Instant after);

/// One of the maps of a picture.
struct MapOfSeveral {
    const Inputs& in; ///< of its snapshot
    const Visible& visible;
    const std::vector<UnplacedAsset>& unplaced;
};

/// "Positions on the dates given, from public reports. Updated 23 November 2026.", and what else holds for the maps.
[[nodiscard]] std::string as_of_maps(std::span<const MapOfSeveral>);

/// The assets that are missing on some map, with the days of those maps: "Position not known: HMCS Ottawa (15 July)."
/// Names the first `limit` and counts the others, with a hint at the full list.
[[nodiscard]] std::string not_shown_on_maps(std::span<const MapOfSeveral>, std::size_t limit);

/// "Since 15 July. Moved: A (2,900 km), B. Left: C. No news: D.": of each kind of change the first `limit` assets that
/// the figure shows. Empty without a comparison.
[[nodiscard]] std::string changes_text(const Inputs&, std::size_t limit);

} // namespace render
