#pragma once

#include "app/session/models/timeline_model.hpp"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// The lanes of the timeline in groups that can be collapsed, and the counts above them, as data.
namespace app {

enum class LaneGroups { None, Country, Operation, CountryAndOperation };

/// A line of the timeline: a lane, or the heading of a group of lanes.
struct TimelineRow {
    std::string key;                ///< of a group: unique, stays the same from one model to the next; empty for a lane
    std::string label;              ///< of a group: "Canada (5)"
    int depth = 0;                  ///< 1: a group or lane in another group
    std::vector<std::size_t> lanes; ///< indices into TimelineModel::lanes: one, or all of the group
    bool collapsed = false;
    [[nodiscard]] bool is_group() const noexcept { return !key.empty(); }
};
/// `collapsed`: keys of the groups whose lanes have no rows. An asset belongs to the operation of its first deployment.
/// Contacts of feeds that no asset declares form a group of their own.
[[nodiscard]] std::vector<TimelineRow> timeline_rows(const assets::Scenario&, const TimelineModel&, LaneGroups,
                                                     const std::set<std::string>& collapsed);
/// By country where the model has lanes of several countries, else none.
[[nodiscard]] LaneGroups usual_groups(const TimelineModel&);

/// Counts of reports or messages over time.
class TimeCounts {
public:
    TimeCounts() = default;
    explicit TimeCounts(std::vector<assets::Instant> times);                             ///< one each
    explicit TimeCounts(const std::map<assets::Instant, std::uint32_t>& from_each_time); ///< until the next minute
    [[nodiscard]] bool empty() const noexcept { return m_times.empty(); }
    /// The number in [from, to).
    [[nodiscard]] std::uint64_t count(assets::Instant from, assets::Instant to) const;
    /// Counts of equal parts of the axis, from the left; the last part may reach beyond its end.
    [[nodiscard]] std::vector<std::uint64_t> bins(const TimeAxis&, double bin_px) const;

private:
    std::vector<assets::Instant> m_times; ///< ascending
    std::vector<std::uint64_t> m_up_to;   ///< number up to and with the time of the same index
};
/// The times of all reports of a scenario's own assets.
[[nodiscard]] TimeCounts report_counts(const assets::Scenario&);
inline constexpr std::size_t many_lanes = 30; ///< from this number of lanes on, a histogram stands above them

/// What the labels of the ticks leave out: "14 March 2024" where they are hours, "March 2024" where they are days,
/// "2024" where they are months; empty for years.
[[nodiscard]] std::string axis_context(const TimeAxis&, double utc_offset_h, double label_px);

} // namespace app
