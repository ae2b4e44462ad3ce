#pragma once

#include "assets/model/scenario.hpp"
#include "assets/timeline/snapshot.hpp"

#include <optional>
#include <string>
#include <vector>

/// Builds scenarios in code. Dates are written as in the files.
namespace timeline_test {

/// The first instant of a date, or a date with a time, in UTC: "2024-05-01", "2024-05-01T12:00Z".
[[nodiscard]] assets::Instant instant(const std::string&);
/// The last instant of a day.
[[nodiscard]] assets::Instant end_of(const std::string& day);
[[nodiscard]] geo::LonLat at(double lon, double lat);

/// A row of positions.csv. An empty `to` means `from`; "*" means until the next fix or the deployment's end.
struct FixRow {
    std::string asset = "ship";
    std::string from;
    std::string to = "";
    std::optional<geo::LonLat> position = std::nullopt;
    double radius_km = 5;
    std::optional<assets::During> during = std::nullopt; ///< none: the default of the files
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

/// A row of deployments.csv.
struct Away {
    std::string asset = "ship";
    std::string from;
    std::string to = ""; ///< empty: not ended
    double from_error_h = 0;
    double to_error_h = 0;
};

class ScenarioBuilder {
public:
    /// Adds an asset with the defaults of its type.
    ScenarioBuilder& asset(const std::string& id, assets::AssetType = assets::AssetType::Frigate);
    /// The asset added last, so that a test can change it.
    [[nodiscard]] assets::Asset& last_asset() { return m_scenario.assets.back(); }
    ScenarioBuilder& fix(const FixRow&);
    ScenarioBuilder& away(const Away&);
    ScenarioBuilder& member(const std::string& group, const std::string& asset, assets::Membership::Role,
                            const std::string& from = "", const std::string& to = "");
    ScenarioBuilder& zone(const std::string& id, const std::string& from = "", const std::string& to = "");
    ScenarioBuilder& event(const std::string& id, const std::string& from, const std::string& to = "");
    ScenarioBuilder& source(const std::string& id);
    ScenarioBuilder& title(const std::string&);

    /// The scenario, sorted and indexed as by the readers. Fixes have line numbers in the order of fix(), from 2 on.
    [[nodiscard]] assets::Scenario build() const;

private:
    [[nodiscard]] assets::AssetIndex index_of(const std::string& id) const;
    assets::Scenario m_scenario;
};

/// The state of one asset at an instant; text is read by instant(). State::leg is null.
[[nodiscard]] assets::State state_at(const assets::Scenario&, const std::string& when, const std::string& id = "ship");
[[nodiscard]] assets::State state_at(const assets::Scenario&, assets::Instant, const std::string& id = "ship");

} // namespace timeline_test
