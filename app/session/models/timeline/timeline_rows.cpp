#include "app/session/models/timeline/timeline_rows.hpp"

#include "app/session/models/asset_list_model.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace app {

namespace {

constexpr const char* no_operation = "No operation";

struct Group {
    std::string key, name;
    std::vector<std::size_t> lanes;
};

/// Lanes that share a name, in the order in which they first appear.
template <class NameOf>
std::vector<Group> grouped(const std::vector<std::size_t>& lanes, const std::string& prefix, const NameOf& name_of) {
    std::vector<Group> groups;
    for (const std::size_t lane : lanes) {
        const std::string name = name_of(lane);
        auto group = std::find_if(groups.begin(), groups.end(), [&](const Group& g) { return g.name == name; });
        if (group == groups.end()) group = groups.insert(groups.end(), {prefix + name, name, {}});
        group->lanes.push_back(lane);
    }
    return groups;
}

class Rows {
public:
    Rows(const assets::Scenario& scenario, const TimelineModel& model, const std::set<std::string>& collapsed)
        : m_scenario{scenario}, m_model{model}, m_collapsed{collapsed} {}

    std::vector<TimelineRow> make(LaneGroups groups) {
        std::vector<std::size_t> own, contacts;
        for (std::size_t i = 0; i < m_model.lanes.size(); ++i)
            (m_model.lanes[i].asset >= m_scenario.first_feed_asset ? contacts : own).push_back(i);
        if (groups == LaneGroups::None) {
            add_lanes(contacts, 0);
            add_lanes(own, 0);
            return std::move(m_rows);
        }
        if (!contacts.empty() && begin_group({"contacts", "Contacts", contacts}, 0)) add_lanes(contacts, 1);
        const auto country = [&](std::size_t lane) {
            return country_words(m_scenario, m_model.lanes[lane].country);
        };
        if (groups == LaneGroups::Operation) {
            add_operations(own, "operation:", 0);
            return std::move(m_rows);
        }
        for (const Group& group : grouped(own, "country:", country)) {
            if (!begin_group(group, 0)) continue;
            if (groups == LaneGroups::CountryAndOperation)
                add_operations(group.lanes, group.key + "/", 1);
            else
                add_lanes(group.lanes, 1);
        }
        return std::move(m_rows);
    }

private:
    void add_lanes(const std::vector<std::size_t>& lanes, int depth) {
        for (const std::size_t lane : lanes)
            m_rows.push_back({{}, {}, depth, {lane}, false});
    }

    void add_operations(const std::vector<std::size_t>& lanes, const std::string& prefix, int depth) {
        const auto operation = [&](std::size_t lane) {
            const auto& bars = m_model.lanes[lane].bars;
            return bars.empty() || bars.front().operations.empty() ? std::string{no_operation}
                                                                   : bars.front().operations;
        };
        for (const Group& group : grouped(lanes, prefix, operation))
            if (begin_group(group, depth)) add_lanes(group.lanes, depth + 1);
    }

    /// Adds the heading. Returns whether the lanes have rows.
    bool begin_group(const Group& group, int depth) {
        const bool shut = m_collapsed.contains(group.key);
        m_rows.push_back({group.key, fmt::format("{} ({})", group.name, group.lanes.size()), depth, group.lanes, shut});
        return !shut;
    }

    const assets::Scenario& m_scenario;
    const TimelineModel& m_model;
    const std::set<std::string>& m_collapsed;
    std::vector<TimelineRow> m_rows;
};

} // namespace

std::vector<TimelineRow> timeline_rows(const assets::Scenario& scenario, const TimelineModel& model, LaneGroups groups,
                                       const std::set<std::string>& collapsed) {
    return Rows{scenario, model, collapsed}.make(groups);
}

LaneGroups usual_groups(const TimelineModel& model) {
    const auto other = std::find_if(model.lanes.begin(), model.lanes.end(), [&](const TimelineLane& lane) {
        return lane.country != model.lanes.front().country;
    });
    return other == model.lanes.end() ? LaneGroups::None : LaneGroups::Country;
}

TimeCounts::TimeCounts(std::vector<assets::Instant> times) : m_times{std::move(times)} {
    std::sort(m_times.begin(), m_times.end());
    m_up_to.resize(m_times.size());
    for (std::size_t i = 0; i < m_times.size(); ++i)
        m_up_to[i] = i + 1;
}

TimeCounts::TimeCounts(const std::map<assets::Instant, std::uint32_t>& from_each_time) {
    std::uint64_t sum = 0;
    for (const auto& [time, number] : from_each_time) {
        sum += number;
        m_times.push_back(time);
        m_up_to.push_back(sum);
    }
}

std::uint64_t TimeCounts::count(assets::Instant from, assets::Instant to) const {
    const auto before = [&](assets::Instant t) -> std::uint64_t {
        const auto at = std::lower_bound(m_times.begin(), m_times.end(), t) - m_times.begin();
        return at == 0 ? 0 : m_up_to[static_cast<std::size_t>(at) - 1];
    };
    return from >= to ? 0 : before(to) - before(from);
}

std::vector<std::uint64_t> TimeCounts::bins(const TimeAxis& axis, double bin_px) const {
    std::vector<std::uint64_t> counts;
    for (double x = 0; x < axis.width(); x += bin_px)
        counts.push_back(count(axis.at(axis.left() + x), axis.at(axis.left() + x + bin_px)));
    return counts;
}

TimeCounts report_counts(const assets::Scenario& scenario) {
    std::vector<assets::Instant> times;
    for (const assets::Fix& fix : scenario.fixes)
        if (fix.asset < scenario.first_feed_asset) times.push_back(fix.from);
    return TimeCounts{std::move(times)};
}

} // namespace app
