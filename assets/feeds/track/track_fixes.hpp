#pragma once

#include "assets/feeds/track/age_limits.hpp"
#include "assets/model/scenario.hpp"

#include <cstddef>
#include <map>
#include <tuple>
#include <vector>

namespace assets {

/// Makes an asset from a contact.
[[nodiscard]] Asset asset_of(const Contact&, const AgeLimits&);

/// The periods in which an ended track exists: until the point with which its sender ended it, and again from the next
/// point on. Empty for a track that was never ended, which exists from its first point on.
[[nodiscard]] std::vector<Deployment> deployments_of(const FeedTrack&, AssetIndex, SourceIndex);

/// Keeps one FixDetails for all feed fixes with the same activity, confidence and source.
class FeedDetails {
public:
    /// `utc_offset_h` is that of the scenario.
    explicit FeedDetails(double utc_offset_h = 0) noexcept : m_utc_offset_h{utc_offset_h} {}
    [[nodiscard]] const SharedDetails& of(Activity, Confidence, SourceIndex);

private:
    double m_utc_offset_h;
    std::map<std::tuple<Activity, Confidence, SourceIndex>, SharedDetails> m_known;
};

/// Makes a fix of asset `index` and source `source` from a point of a track. The fix is in force until
/// TrackPoint::until, but never beyond the next point. If the next point follows within AgeLimits::holds, or there is
/// none, the fix is in force for `holds` at least; a point that ends its track is not extended. The radius grows by the
/// distance sailed while the fix is in force. Confidence is low when the decoder doubted the point, or when the contact
/// is official and not `confirmed`.
[[nodiscard]] Fix fix_of(const FeedTrack&, std::size_t point_index, const AgeLimits&, AssetIndex index,
                         SourceIndex source, FeedDetails&, bool confirmed = false);

/// Ends a fix at an instant after which nothing is known yet. The end is never before the beginning.
void end_at(Fix&, Instant);

} // namespace assets
