#pragma once

#include "assets/model/scenario.hpp"
#include "geo/earth/shape.hpp"

#include <string>
#include <vector>

namespace app {

/// A report of an asset, as a mark on the map.
struct StoryMark {
    geo::LonLat at;
    std::string day; ///< "4 Mar"; "4 Mar 2023" when the story has several years; with a clock "4 Mar 06:30"
    bool precise;    ///< the asset was there; otherwise somewhere around
    assets::Instant from;
};

/// Where an asset was reported, in order of time, and the legs between precise reports.
struct AssetStory {
    std::vector<StoryMark> marks;
    std::vector<geo::Polyline> legs; ///< geodesics
};

/// May take milliseconds for each leg, so it belongs on a worker. Of a track of very many reports only the first and
/// the last are marked, without legs.
[[nodiscard]] AssetStory asset_story(const assets::Scenario&, assets::AssetIndex);

} // namespace app
