#pragma once

#include "assets/feeds/feed_message.hpp"
#include "geo/earth/box.hpp"

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace app {

/// Selects the wanted messages of a feed before anything is stored. AIS sends a vessel's type and position in different
/// messages, so the last known values count: a message without a position is wanted when the contact's last position
/// was inside the area, and one without a type when the contact's last type is wanted. A contact whose position or type
/// is not known yet is not wanted if the filter asks for it.
class FeedFilter {
public:
    FeedFilter() = default; ///< everything is wanted
    FeedFilter(std::optional<geo::Box> area, std::vector<assets::AssetType> types);

    [[nodiscard]] bool wants(const assets::FeedMessage&);

private:
    static constexpr std::size_t most_contacts = 200'000; ///< beyond this, all contacts are forgotten
    struct Known {
        bool inside = false;
        std::optional<assets::AssetType> type;
    };

    std::optional<geo::Box> m_area;
    std::vector<assets::AssetType> m_types; ///< empty: any
    std::unordered_map<std::string, Known> m_known;
};

} // namespace app
