#pragma once

#include "render/map/figure.hpp"

#include <string_view>
#include <vector>

namespace render {

/// Whether Figure::only and Figure::hidden let an asset be drawn, fast enough for very many assets. The figure must
/// outlive the filter.
class AssetFilter {
public:
    explicit AssetFilter(const Figure&);
    [[nodiscard]] bool allows(std::string_view id) const;

private:
    std::vector<std::string_view> m_only, m_hidden; ///< sorted
};

} // namespace render
