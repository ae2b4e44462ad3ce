#pragma once

#include "assets/feeds/feed_message.hpp"
#include "geo/earth/box.hpp"

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace app {

/// Which reports of a feed are wanted, told before anything is stored. AIS tells a vessel's type and its place in
/// different messages, so what was last known of a vessel counts: a report without a position is wanted when the vessel
/// was last seen inside the area, one without a type when its type is known. What is not known is not wanted.
class FeedFilter {
public:
    FeedFilter() = default; ///< everything is wanted
    FeedFilter(std::optional<geo::Box> area, std::vector<assets::AssetType> types);

    [[nodiscard]] bool wants(const assets::FeedMessage&);

private:
    static constexpr std::size_t most_vessels = 200'000; ///< then all is forgotten and learnt anew
    struct Known {
        bool inside = false;
        std::optional<assets::AssetType> type;
    };

    std::optional<geo::Box> m_area;
    std::vector<assets::AssetType> m_types; ///< empty: any
    std::unordered_map<std::string, Known> m_known;
};

} // namespace app
