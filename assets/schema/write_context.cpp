#include "assets/schema/write_context.hpp"

#include "assets/model/area.hpp"
#include "assets/schema/values.hpp"

namespace assets {

std::string WriteContext::asset_id(AssetIndex asset) const {
    return asset == no_index ? std::string{} : m_scenario.assets[asset].id;
}

std::string WriteContext::source_ids(const std::vector<SourceIndex>& sources) const {
    std::vector<std::string> ids;
    for (const SourceIndex source : sources)
        ids.push_back(m_scenario.sources[source].id);
    return joined(ids);
}

bool WriteContext::is_implied_by(const AreaRef& area, std::optional<geo::LonLat> position, double radius_km) {
    const auto key = std::pair{area.of, area.id};
    auto known = m_circles.find(key);
    if (known == m_circles.end()) known = m_circles.emplace(key, enclosing_circle(m_scenario, area)).first;
    const auto& circle = known->second;
    return circle ? position && circle->centre == *position && circle->radius_km == radius_km : !position;
}

const WriteContext::Dates& WriteContext::dates_of(const Fix& fix) {
    if (m_latest == &fix) return m_dates;
    m_latest = &fix;
    m_dates = {to_iso(fix.from), {}};
    Instant last = fix.from;
    if (fix.precision() != Precision::Time) {
        std::string day = local_date(fix.from, fix.utc_offset_h(), fix.precision());
        const auto meant = parse_time_text(day, fix.utc_offset_h());
        if (meant && meant->first == fix.from) { // otherwise `from` lies within a day and must be written as a time
            m_dates.from = std::move(day);
            last = meant->last;
        }
    }
    if (fix.open_end())
        m_dates.to = "*";
    else if (fix.to != last)
        m_dates.to = ending(fix.to, fix.utc_offset_h());
    return m_dates;
}

WriteContext::Dates WriteContext::dates_of(const Event& event) {
    const double offset_h = event.utc_offset_h;
    if (event.from == event.to) return {to_iso(event.from), {}};
    Dates dates{beginning(event.from, offset_h), ending(event.to, offset_h)};
    if (dates.from == dates.to) dates.to.clear();
    return dates;
}

} // namespace assets
