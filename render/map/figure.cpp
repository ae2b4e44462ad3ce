#include "render/map/figure.hpp"

#include <algorithm>

namespace render {

const std::vector<std::string>& layer_names() {
    static const std::vector<std::string> names{"sea",      "land",   "relief", "coast",  "borders", "graticule",
                                                "zones",    "areas",  "tracks", "assets", "events",  "notes",
                                                "coverage", "places", "seas",   "labels"};
    return names;
}

const std::vector<std::string>& furniture_names() {
    static const std::vector<std::string> names{"title",    "subtitle", "asof",  "unplaced", "legend",
                                                "scalebar", "north",    "inset", "strip",    "credit"};
    return names;
}

AssetFilter::AssetFilter(const Figure& figure)
    : m_only{figure.only.begin(), figure.only.end()}, m_hidden{figure.hidden.begin(), figure.hidden.end()} {
    std::sort(m_only.begin(), m_only.end());
}

bool AssetFilter::lets_through(std::string_view id) const {
    if (std::binary_search(m_hidden.begin(), m_hidden.end(), id)) return false;
    return m_only.empty() || std::binary_search(m_only.begin(), m_only.end(), id);
}

bool Figure::shows(std::string_view layer_or_furniture) const {
    const std::string name{layer_or_furniture};
    if (without.contains(name)) return false;
    if (with.contains(name)) return true;
    const auto& furniture = furniture_names();
    const bool is_furniture = std::find(furniture.begin(), furniture.end(), name) != furniture.end();
    if (is_furniture && without.contains("all")) return false;
    static const std::set<std::string> on_request{"relief", "coverage", "notes", "north", "inset", "strip", "events"};
    return !on_request.contains(name);
}

} // namespace render
