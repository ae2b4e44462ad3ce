#include "render/map/ground/policy_frame.hpp"

#include "render/picture/rect.hpp"

#include <algorithm>
#include <cmath>

namespace render {

std::vector<std::string> policy_in_frame(const geo::Policy& policy, const View& view) {
    std::vector<std::string> ids;
    const Point middle{view.frame_mm.x + view.frame_mm.w / 2, view.frame_mm.y + view.frame_mm.h / 2};
    const auto middle_at = view.projection->inverse(view.to_metres(middle));
    const auto in_frame = [&](geo::LonLat where) {
        const auto at = view.to_page(where);
        return at && contains(view.frame_mm, *at);
    };
    for (const geo::PolicyFeature& feature : policy.features) {
        // A feature with a note and without a place of its own is wherever a zone of its kind is.
        const bool is_anywhere =
            !feature.position && !feature.box && !feature.zone_kind.empty() && !feature.note.empty();
        bool seen = is_anywhere || (feature.position && in_frame(*feature.position));
        if (feature.box && !seen) {
            const geo::Box& box = *feature.box;
            constexpr int steps = 8;
            for (int i = 0; i <= steps && !seen; ++i) {
                for (int j = 0; j <= steps && !seen; ++j) {
                    const double lon = geo::wrap_longitude(box.west() + box.width_deg() * i / steps);
                    seen = in_frame(geo::lonlat(lon, box.south() + (box.north() - box.south()) * j / steps));
                }
            }
            seen = seen || (middle_at && box.contains(*middle_at));
        }
        if (seen) ids.push_back(feature.id);
    }
    return ids;
}

std::set<std::string> policy_near(const geo::Policy& policy, const View& view, const std::vector<Point>& subjects) {
    constexpr double far_km = 300, far_share = 0.15, least_mm = 5;
    const double far_mm = std::max(far_km * 1000 / view.m_per_mm, far_share * view.frame_mm.w);
    std::set<std::string> near;
    for (const geo::PolicyFeature& feature : policy.features) {
        std::vector<Point> points;
        const auto add = [&](geo::LonLat where) {
            const auto at = view.to_page(where);
            if (at && contains(view.frame_mm, *at)) points.push_back(*at);
        };
        if (feature.box) {
            constexpr int steps = 8;
            for (int i = 0; i <= steps; ++i)
                for (int j = 0; j <= steps; ++j)
                    add(geo::lonlat(geo::wrap_longitude(feature.box->west() + feature.box->width_deg() * i / steps),
                                    feature.box->south() + (feature.box->north() - feature.box->south()) * j / steps));
            if (points.empty()) continue;
            Rect extent{points[0].x, points[0].y, 0, 0};
            for (const Point& p : points)
                extent = around(extent, {p.x, p.y, 0, 0});
            if (std::max(extent.w, extent.h) < least_mm) continue;
        } else if (feature.position) {
            add(*feature.position);
        }
        const bool is_near = std::any_of(points.begin(), points.end(), [&](Point p) {
            return std::any_of(subjects.begin(), subjects.end(),
                               [&](Point s) { return std::hypot(p.x - s.x, p.y - s.y) <= far_mm; });
        });
        if (is_near) near.insert(feature.id);
    }
    return near;
}

} // namespace render
