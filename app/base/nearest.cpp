#include "app/base/nearest.hpp"

#include "geo/basemap/gazetteer.hpp"

#include <algorithm>

namespace app {

std::string did_you_mean(std::string_view word, const std::vector<std::string>& known) {
    const std::string* best = nullptr;
    std::size_t least = 0;
    for (const auto& candidate : known) {
        const auto distance = geo::edit_distance(word, candidate);
        if (best == nullptr || distance < least) {
            best = &candidate;
            least = distance;
        }
    }
    // More than half of the word wrong is no misspelling.
    if (best == nullptr || least * 2 > std::max(word.size(), best->size())) return {};
    return "; did you mean '" + *best + "'?";
}

} // namespace app
