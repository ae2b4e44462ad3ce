#pragma once

#include "assets/model/scenario.hpp"

#include <map>
#include <optional>
#include <string>
#include <utility>

namespace assets {

/// The data of a scenario that its columns need to write their values. For use by one thread; the scenario must not
/// change meanwhile.
class WriteContext {
public:
    explicit WriteContext(const Scenario& scenario) : m_scenario{scenario} {}

    [[nodiscard]] const Scenario& scenario() const noexcept { return m_scenario; }
    [[nodiscard]] std::string asset_id(AssetIndex) const; ///< empty for no_index
    [[nodiscard]] std::string source_ids(const std::vector<SourceIndex>&) const;
    /// Whether a reader would get the same position and radius from the area alone. The result for each area is kept.
    [[nodiscard]] bool is_implied_by(const AreaRef&, std::optional<geo::LonLat> position, double radius_km);

    struct Dates {
        std::string from, to;
    };
    /// The texts of `from` and `to` that read back as the same interval. The result for the latest fix is kept because
    /// three columns of a row use it. The reference is valid until the next call.
    [[nodiscard]] const Dates& dates_of(const Fix&);
    /// Events do not store the precision of their dates, so an interval of whole days is written as days.
    [[nodiscard]] static Dates dates_of(const Event&);

private:
    const Scenario& m_scenario;
    std::map<std::pair<AreaRef::Of, std::string>, std::optional<CircleShape>> m_circles;
    const Fix* m_latest = nullptr;
    Dates m_dates;
};

} // namespace assets
