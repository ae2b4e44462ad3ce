#include "render/map/furniture/furniture.hpp"

#include <cmath>

#include <nlohmann/json.hpp>

namespace render {
namespace {

using Json = nlohmann::ordered_json;

/// Rounds to thousandths, which are finer than any printer; more digits would only differ between compilers.
double rounded(double v, double unit = 1000) {
    const double r = std::round(v * unit) / unit;
    return r == 0 ? 0 : r; // never -0
}

Json rect(const Rect& r) {
    return {rounded(r.x), rounded(r.y), rounded(r.w), rounded(r.h)};
}

Json item(const LayoutItem& i) {
    Json j{{"kind", i.kind}, {"layer", i.layer}, {"id", i.id}, {"text", i.text}, {"box_mm", rect(i.box_mm)}};
    if (i.anchor_mm)
        j["anchor_mm"] = {rounded(i.anchor_mm->x), rounded(i.anchor_mm->y)};
    else
        j["anchor_mm"] = nullptr;
    if (!i.quad_mm.empty()) {
        Json quad = Json::array();
        for (const Point& p : i.quad_mm) {
            quad.push_back(rounded(p.x));
            quad.push_back(rounded(p.y));
        }
        j["quad_mm"] = std::move(quad);
    }
    return j;
}

} // namespace

std::string layout_json(const Layout& layout) {
    Json j;
    j["page_mm"] = {rounded(layout.page_w_mm), rounded(layout.page_h_mm)};
    j["map_mm"] = rect(layout.map_mm);
    j["projection"] = layout.projection;
    j["center"] = {rounded(layout.centre.lon(), 1e6), rounded(layout.centre.lat(), 1e6)};
    j["center_m"] = {rounded(layout.centre_m.x), rounded(layout.centre_m.y)};
    j["m_per_mm"] = rounded(layout.m_per_mm, 1e6);
    j["items"] = Json::array();
    for (const LayoutItem& i : layout.items)
        j["items"].push_back(item(i));
    j["dropped"] = Json::array();
    for (const DroppedLabel& d : layout.dropped)
        j["dropped"].push_back(Json{{"id", d.id}, {"text", d.text}, {"why", d.why}});
    j["unplaced"] = Json::array();
    for (const UnplacedAsset& u : layout.unplaced)
        j["unplaced"].push_back(Json{{"id", u.id}, {"text", u.text}, {"why", u.why}});
    j["crowded"] = nullptr;
    if (const auto& part = layout.crowded)
        j["crowded"] = {{"box_mm", rect(part->box_mm)},
                        {"center", {rounded(part->centre.lon(), 10), rounded(part->centre.lat(), 10)}},
                        {"width_km", rounded(part->width_km)},
                        {"symbols", part->positions},
                        {"of", part->of}};
    // Names come from files and may hold bytes that are not UTF-8; these are replaced instead of reported as an error.
    return j.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace render
