#pragma once

#include "assets/model/scenario.hpp"

#include <map>
#include <optional>
#include <string>
#include <utility>

namespace assets {

/// What the columns of one scenario need to write their values. For one thread and one scenario that does not change.
class WriteContext {
public:
    explicit WriteContext(const Scenario& scenario) : m_scenario{scenario} {}

    [[nodiscard]] const Scenario& scenario() const noexcept { return m_scenario; }
    [[nodiscard]] std::string asset_id(AssetIndex) const; ///< empty for no_index
    [[nodiscard]] std::string source_ids(const std::vector<SourceIndex>&) const;
    /// Whether position and radius are what a reader would work out from the area alone. Each area is worked out once.
    [[nodiscard]] bool follows_from(const AreaRef&, std::optional<geo::LonLat> position, double radius_km);

    struct Dates {
        std::string from, to;
    };
    /// The dates of a report such that they mean the same again. Those of the latest fix are kept, as three columns of
    /// one row ask for them; the reference holds until the next call.
    [[nodiscard]] const Dates& dates_of(const Fix&);
    /// An event keeps no precision: what covers whole days is written in days.
    [[nodiscard]] static Dates dates_of(const Event&);

private:
    const Scenario& m_scenario;
    std::map<std::pair<AreaRef::Of, std::string>, std::optional<CircleShape>> m_circles;
    const Fix* m_latest = nullptr;
    Dates m_dates;
};

} // namespace assets
