#include "render/map/drawing/asset_filter.hpp"

#include <algorithm>

namespace render {

AssetFilter::AssetFilter(const Figure& figure)
    : m_only{figure.only.begin(), figure.only.end()}, m_hidden{figure.hidden.begin(), figure.hidden.end()} {
    std::sort(m_only.begin(), m_only.end());
}

bool AssetFilter::allows(std::string_view id) const {
    if (std::binary_search(m_hidden.begin(), m_hidden.end(), id)) return false;
    return m_only.empty() || std::binary_search(m_only.begin(), m_only.end(), id);
}

} // namespace render
