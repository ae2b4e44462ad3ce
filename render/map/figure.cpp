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

AssetFilter::AssetFilter(const std::vector<std::string>& only) : m_ids{only.begin(), only.end()} {
    std::sort(m_ids.begin(), m_ids.end());
}

bool AssetFilter::lets_through(std::string_view id) const {
    return m_ids.empty() || std::binary_search(m_ids.begin(), m_ids.end(), id);
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
