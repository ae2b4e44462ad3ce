#pragma once

#include "assets/model/scenario.hpp"
#include "assets/timeline/snapshot.hpp"

#include <optional>
#include <string>
#include <vector>

/// Writes a scenario in code, tersely: dates as in the files, everything else by name.
namespace timeline_test {

/// A date (its first instant), or a date with a time, both UTC: "2024-05-01", "2024-05-01T12:00Z".
[[nodiscard]] assets::Instant instant(const std::string&);
/// The last instant of a day.
[[nodiscard]] assets::Instant end_of(const std::string& day);
[[nodiscard]] geo::LonLat at(double lon, double lat);

/// A row of positions.csv. `to` empty = `from`; "*" = until the next report.
struct Report {
    std::string asset = "ship";
    std::string from;
    std::string to = "";
    std::optional<geo::LonLat> position = std::nullopt;
    double radius_km = 5;
    std::optional<assets::During> during = std::nullopt; ///< the default of the files when not given
    std::optional<assets::AreaRef> area = std::nullopt;
    std::string at_asset = "";
    assets::FixKind kind = assets::FixKind::Reported;
    assets::Activity activity = assets::Activity::None;
    double time_error_h = 0;
    std::optional<double> course_deg = std::nullopt;
    std::optional<double> speed_kn = std::nullopt;
    std::string place = "";
    assets::Confidence confidence = assets::Confidence::None;
    std::vector<assets::SourceIndex> sources = {};
};

struct Away {
    std::string asset = "ship";
    std::string from;
    std::string to = ""; ///< empty: not ended
    double from_error_h = 0;
    double to_error_h = 0;
};

class ScenarioBuilder {
public:
    /// With the defaults of its type.
    ScenarioBuilder& asset(const std::string& id, assets::AssetType = assets::AssetType::Frigate);
    /// The asset declared last, to change it.
    [[nodiscard]] assets::Asset& last_asset() { return m_scenario.assets.back(); }
    ScenarioBuilder& report(const Report&);
    ScenarioBuilder& away(const Away&);
    ScenarioBuilder& member(const std::string& group, const std::string& asset, assets::Membership::Role,
                            const std::string& from = "", const std::string& to = "");
    ScenarioBuilder& zone(const std::string& id, const std::string& from = "", const std::string& to = "");
    ScenarioBuilder& event(const std::string& id, const std::string& from, const std::string& to = "");
    ScenarioBuilder& source(const std::string& id);
    ScenarioBuilder& title(const std::string&);

    /// Sorted and indexed as the readers do it. Rows are numbered in the order of report(), the first is line 2.
    [[nodiscard]] assets::Scenario build() const;

private:
    [[nodiscard]] assets::AssetIndex index_of(const std::string& id) const;
    assets::Scenario m_scenario;
};

/// The state of one asset at a time written as for instant().
[[nodiscard]] assets::State state_at(const assets::Scenario&, const std::string& when, const std::string& id = "ship");
[[nodiscard]] assets::State state_at(const assets::Scenario&, assets::Instant, const std::string& id = "ship");

} // namespace timeline_test
