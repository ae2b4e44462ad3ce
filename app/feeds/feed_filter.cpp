#include "app/feeds/feed_filter.hpp"

#include <algorithm>

namespace app {

FeedFilter::FeedFilter(std::optional<geo::Box> area, std::vector<assets::AssetType> types)
    : m_area{area}, m_types{std::move(types)} {}

bool FeedFilter::wants(const assets::FeedMessage& message) {
    if (!m_area && m_types.empty()) return true;
    if (m_known.size() >= most_contacts && !m_known.contains(message.key)) m_known.clear();
    auto& known = m_known[message.key];
    if (message.position) known.inside = m_area && m_area->contains(*message.position);
    if (message.type) known.type = message.type;
    if (m_area && !known.inside) return false;
    return m_types.empty() || (known.type && std::find(m_types.begin(), m_types.end(), *known.type) != m_types.end());
}

} // namespace app
