#pragma once

#include "assets/timeline/snapshot.hpp"

#include <optional>
#include <vector>

namespace assets {

/// What became of an asset between two instants.
enum class ChangeKind : std::uint8_t {
    Moved,   ///< it is elsewhere, or its place was not known before, or it is known to have sailed
    Arrived, ///< its deployment has begun
    Left,    ///< its deployment has ended
    Same,    ///< it is reported where it was
    NoNews   ///< nothing was reported since, or it is no longer known where it is
};
[[nodiscard]] std::string_view to_string(ChangeKind) noexcept; ///< `moved`, `arrived`, `left`, `same`, `no_news`

struct AssetChange {
    AssetIndex asset;
    ChangeKind kind;
    /// Between the positions of an asset that moved; none if one of them is not known. Less sure than `rough_m`.
    std::optional<double> distance_m{};
    double rough_m = 0; ///< the radii of both positions together
};

/// The changes of all assets that are deployed at one of the instants, in file order. `before` is the earlier snapshot;
/// both are of the scenario. An asset has moved when its positions are farther apart than the radii of their reports,
/// or a kilometre if that is more, or when one is in a named area that the other is not in.
[[nodiscard]] std::vector<AssetChange> changes_between(const Scenario&, const Snapshot& before, const Snapshot& after);

} // namespace assets
