#include "render/map/panels/merged.hpp"

#include "render/picture/rect.hpp"

#include <algorithm>

namespace render {
namespace {

template <class T>
void add_all(std::set<T>& to, const std::set<T>& from) {
    to.insert(from.begin(), from.end());
}

template <class T, class Same>
void add_new(std::vector<T>& to, const std::vector<T>& from, Same same) {
    for (const T& item : from)
        if (std::none_of(to.begin(), to.end(), [&](const T& known) { return same(known, item); })) to.push_back(item);
}

constexpr auto equal = [](const auto& a, const auto& b) {
    return a == b;
};

} // namespace

void add_visible(Visible& to, const Visible& from) {
    add_all(to.countries, from.countries);
    add_all(to.types, from.types);
    add_all(to.hows, from.hows);
    to.crowd = to.crowd || from.crowd;
    if (from.trails) to.trails = std::max(to.trails.value_or(*from.trails), *from.trails);
    add_all(to.continuities, from.continuities);
    to.wide_calls = to.wide_calls || from.wide_calls;
    to.nothing_heard = to.nothing_heard || from.nothing_heard;
    to.wide_fixes = to.wide_fixes || from.wide_fixes;
    to.planned = to.planned || from.planned;
    to.estimated = to.estimated || from.estimated;
    to.sometime = to.sometime || from.sometime;
    to.may_have = to.may_have || from.may_have;
    to.legs = to.legs || from.legs;
    to.at_sea = std::max(to.at_sea, from.at_sea);
    to.elsewhere = std::max(to.elsewhere, from.elsewhere);
    to.headings = to.headings || from.headings;
    to.without_heading = to.without_heading || from.without_heading;
    to.radii = to.radii || from.radii;
    add_new(to.zones, from.zones, equal);
    std::sort(to.zones.begin(), to.zones.end());
    add_all(to.unfilled_zones, from.unfilled_zones);
    add_new(to.rings, from.rings, equal);
    add_new(to.rings_without_radius, from.rings_without_radius, equal);
    to.not_to_scale = to.not_to_scale || from.not_to_scale;
    add_new(to.policy, from.policy, equal);
    add_all(to.near_subjects, from.near_subjects);
    add_all(to.policy_lines, from.policy_lines);
    add_all(to.disputed_borders, from.disputed_borders);
    if (to.labels && from.labels)
        add_all(*to.labels, *from.labels);
    else
        to.labels.reset();
    add_new(to.disputed, from.disputed, [](const auto& a, const auto& b) { return a.id == b.id; });
    to.relief = to.relief || from.relief;
    to.fine_coast = to.fine_coast || from.fine_coast;
    to.places = to.places || from.places;
    add_all(to.drawn_assets, from.drawn_assets);
    add_all(to.changes, from.changes);
}

void add_rows(std::vector<LegendRow>& to, const std::vector<LegendRow>& other) {
    auto after = to.begin();
    for (const LegendRow& row : other) {
        const auto known = std::find_if(to.begin(), to.end(), [&](const LegendRow& r) { return r.id == row.id; });
        after = known == to.end() ? to.insert(after, row) + 1 : known + 1;
    }
}

void add_moved(Layout& page, const Layout& map, Point by) {
    const auto moved_point = [&](Point p) {
        return Point{p.x + by.x, p.y + by.y};
    };
    for (LayoutItem item : map.items) {
        item.box_mm = moved(item.box_mm, by);
        if (item.anchor_mm) item.anchor_mm = moved_point(*item.anchor_mm);
        for (Point& corner : item.quad_mm)
            corner = moved_point(corner);
        page.items.push_back(std::move(item));
    }
    add_new(page.dropped, map.dropped, [](const auto& a, const auto& b) { return a.id == b.id && a.why == b.why; });
    add_new(page.unplaced, map.unplaced, [](const auto& a, const auto& b) { return a.id == b.id && a.why == b.why; });
}

} // namespace render
