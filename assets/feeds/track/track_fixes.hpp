#pragma once

#include "assets/feeds/track/age_limits.hpp"
#include "assets/model/scenario.hpp"

#include <cstddef>
#include <map>
#include <tuple>
#include <vector>

namespace assets {

/// What was heard of one sender as an asset.
[[nodiscard]] Asset asset_of(const Heard&, const AgeLimits&);

/// A track that its sender ended is there until then, and again from the next report on. Empty for any other track: it
/// is there from its first report on.
[[nodiscard]] std::vector<Deployment> deployments_of(const FeedTrack&, AssetIndex, SourceIndex);

/// What the fixes of feeds say beside their numbers, once each.
class FeedDetails {
public:
    explicit FeedDetails(double utc_offset_h = 0) noexcept : m_utc_offset_h{utc_offset_h} {} ///< of the scenario
    [[nodiscard]] const SharedDetails& of(Activity, Confidence, SourceIndex);

private:
    double m_utc_offset_h;
    std::map<std::tuple<Activity, Confidence, SourceIndex>, SharedDetails> m_known;
};

/// A point of a track as a fix of asset `index`, from source `source`. It holds until the next point when that comes
/// within AgeLimits::holds, the last one as long, others for their instant; or as long as the sender says. One that
/// ends its track holds for its instant. Its radius grows by what was sailed meanwhile. Low confidence: doubted by the
/// decoder, or military by its own word unless `confirmed`.
[[nodiscard]] Fix fix_of(const FeedTrack&, std::size_t point, const AgeLimits&, AssetIndex index, SourceIndex source,
                         FeedDetails&, bool confirmed = false);

} // namespace assets
