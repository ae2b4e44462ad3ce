#pragma once

#include "render/map/figure.hpp"

#include <string_view>
#include <vector>

namespace render {

/// Figure::only and Figure::hidden, quick to ask for each of very many assets. The figure must outlive it.
class AssetFilter {
public:
    explicit AssetFilter(const Figure&);
    [[nodiscard]] bool lets_through(std::string_view id) const;

private:
    std::vector<std::string_view> m_only, m_hidden; ///< sorted
};

} // namespace render
