#include "app/feeds/feed_filter.hpp"

#include <algorithm>

namespace app {

FeedFilter::FeedFilter(std::optional<geo::Box> area, std::vector<assets::AssetType> types)
    : m_area{area}, m_types{std::move(types)} {}

bool FeedFilter::wants(const assets::FeedMessage& report) {
    if (!m_area && m_types.empty()) return true;
    if (m_known.size() >= most_vessels && !m_known.contains(report.key)) m_known.clear();
    auto& known = m_known[report.key];
    if (report.position) known.inside = m_area && m_area->contains(*report.position);
    if (report.type) known.type = report.type;
    if (m_area && !known.inside) return false;
    return m_types.empty() || (known.type && std::find(m_types.begin(), m_types.end(), *known.type) != m_types.end());
}

} // namespace app
