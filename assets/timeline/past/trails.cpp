#include "assets/timeline/past/trails.hpp"

#include "assets/timeline/deciding_fix.hpp"
#include "assets/timeline/state.hpp"

#include <algorithm>

namespace assets {

namespace {

/// Collects points into lines; a repeated place only moves the time of the last point.
class LineBuilder {
public:
    /// Time never goes back along a line: a short fix within a long one gets the time at which the long one ends.
    void add_point(geo::LonLat at, Instant time) {
        if (!m_line.empty()) time = std::max(time, m_line.back().time);
        if (!m_line.empty() && m_line.back().at == at)
            m_line.back().time = time;
        else
            m_line.push_back({at, time});
    }
    void end_line() {
        if (m_line.size() > 1) m_done.push_back(std::move(m_line));
        m_line.clear();
    }
    [[nodiscard]] std::vector<std::vector<TrailPoint>> take() {
        end_line();
        return std::move(m_done);
    }

private:
    std::vector<std::vector<TrailPoint>> m_done;
    std::vector<TrailPoint> m_line;
};

std::vector<std::vector<TrailPoint>> lines_of(const Scenario& s, AssetIndex asset, Instant t,
                                              std::chrono::seconds length) {
    const auto window = window_at(s, asset, t);
    if (!window) return {};
    const Instant since = earlier_by(t, length);
    const auto& max_gap = s.assets[asset].max_gap;
    LineBuilder lines;
    std::optional<Instant> last_known; // when the asset was last known to be where the line ends
    const auto end_line_if_silent_until = [&](Instant then) {
        if (last_known && max_gap && then - *last_known > *max_gap) lines.end_line();
    };
    for (const Fix& fix : s.fixes_of(asset)) {
        if (fix.from > t) break; // the fixes are sorted by `from`
        if (fix.to < since || fix.kind() == FixKind::Planned || !window->overlaps(fix)) continue;
        end_line_if_silent_until(fix.from);
        if (is_precise(fix))
            lines.add_point(*fix.position, std::min(fix.measured_end(), t));
        else
            lines.end_line();
        last_known = std::max(last_known.value_or(fix.measured_end()), std::min(fix.measured_end(), t));
    }
    const State now = own_state({s}, asset, t);
    if (!now.where) return {};
    if (now.point == PointIs::Position) {
        if (now.how == How::Interpolated) end_line_if_silent_until(t);
        lines.add_point(*now.where, now.how == How::Interpolated ? t : last_known.value_or(t));
    }
    return lines.take();
}

template <class Wanted>
std::vector<Trail> trails(const Scenario& s, Instant t, std::chrono::seconds length, Wanted&& wanted) {
    std::vector<Trail> made;
    for (std::size_t i = 0; i < s.assets.size(); ++i) {
        const auto asset = static_cast<AssetIndex>(i);
        if (!wanted(s.assets[i]) || s.fixes_of(asset).empty()) continue;
        auto lines = lines_of(s, asset, t, length);
        if (!lines.empty()) made.push_back({asset, std::move(lines), length});
    }
    return made;
}

} // namespace

std::vector<Trail> trails_at(const Scenario& s, Instant t, std::chrono::seconds length) {
    return trails(s, t, length, [](const Asset&) { return true; });
}

std::vector<Trail> trails_at(const Scenario& s, Instant t, std::chrono::seconds length,
                             const std::set<std::string>& ids) {
    return trails(s, t, length, [&](const Asset& asset) { return ids.contains(asset.id); });
}

} // namespace assets
