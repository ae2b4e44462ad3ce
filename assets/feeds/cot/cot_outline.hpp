#pragma once

#include "assets/feeds/feed_message.hpp"

#include <memory>
#include <string_view>

#include <pugixml.hpp>

namespace assets {

/// The outline of a drawing or a route, or why it has none.
struct CotOutline {
    std::shared_ptr<const FeedOutline> outline{};
    std::string_view reason{}; ///< empty when there is an outline, or when the type is no drawing or route
};

/// The outline of types u-d-* and b-m-r: points of links (free drawings, rectangles, routes), of a polyline, or an
/// ellipse about `centre`. Of several ellipses the largest counts.
[[nodiscard]] CotOutline read_cot_outline(std::string_view type, pugi::xml_node detail,
                                          const std::optional<geo::LonLat>& centre);

} // namespace assets
