#include "furniture_support.hpp"

#include "geo/earth/lonlat.hpp"

namespace furniture_test {

using namespace assets;

Instant day(int year, unsigned month, unsigned day_of_month, int hour) {
    using namespace std::chrono;
    return sys_days{std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day_of_month}} + hours{hour};
}

Stage::Stage()
    : theme{render::Theme::read(THEATRUM_SOURCE_DIR "/render/themes/article.toml")},
      words{render::Words::read(THEATRUM_SOURCE_DIR "/render/words/en.toml")} {
    scenario.title = "Canada in the Indo-Pacific, 2024";
    scenario.subtitle = "Where Canadian ships were reported";
    scenario.credit = "Official releases and press reports";
    scenario.data_to = "2026-11-23";
    scenario.data_to_day = day(2026, 11, 23);
    scenario.assets.reserve(64); // reserved, so that references to assets and states stay valid
    snapshot.states.reserve(64);
    snapshot.at = figure.at = day(2024, 10, 20, 12);
    policy.name = "intl";
    policy.disclaimer = "Names and boundaries do not imply endorsement.";
}

State& Stage::asset(const std::string& name, AssetType type, const std::string& place, Instant from, Instant to) {
    const auto index = static_cast<AssetIndex>(scenario.assets.size());
    Asset a{};
    a.id = a.name = a.short_name = name;
    a.type = type;
    a.country = "CA";
    scenario.assets.push_back(a);

    auto fix = std::make_unique<Fix>(Fix{});
    fix->asset = index;
    fix->from = from;
    fix->to = to;
    fix->edit().during = During::Throughout;
    fix->edit().precision = Precision::Day;
    fix->edit().place = place;
    fix->radius_km = 5;

    State s{};
    s.asset = index;
    s.how = How::Reported;
    s.point = PointIs::Position;
    s.where = geo::lonlat(120, 20);
    s.fix = s.last = s.used[0] = fix.get();
    s.age_h = 0;
    snapshot.states.push_back(s);
    fixes.push_back(std::move(fix));

    visible.drawn_assets.insert(name);
    visible.countries.insert("CA");
    visible.types.insert(type);
    visible.hows.insert(How::Reported);
    return snapshot.states.back();
}

void Stage::next_fix(State& s, const std::string& place, Instant on) {
    auto fix = std::make_unique<Fix>(*fixes.front());
    fix->asset = s.asset;
    fix->from = on;
    fix->to = on + std::chrono::hours{24} - std::chrono::seconds{1};
    fix->edit().place = place;
    fix->edit().activity = Activity::None;
    s.next = fix.get();
    fixes.push_back(std::move(fix));
}

void Stage::hide(const State& s) {
    visible.drawn_assets.erase(scenario.assets[s.asset].id);
}

render::Inputs Stage::inputs() const {
    static const render::Typesetter typesetter;
    return {scenario, snapshot, figure, theme, words, policy, typesetter, render::shown_names(figure)};
}

render::View Stage::view(const std::string& projection, geo::LonLat centre, double width_km, render::Rect frame) {
    m_projection = geo::Projection::make(projection, centre);
    return {&*m_projection, m_projection->forward(centre).value(), width_km * 1000 / frame.w, frame, 0.1};
}

render::Layout layout_for(const render::View& view, double page_w_mm, double page_h_mm) {
    render::Layout layout;
    layout.page_w_mm = page_w_mm;
    layout.page_h_mm = page_h_mm;
    layout.map_mm = view.frame_mm;
    layout.m_per_mm = view.m_per_mm;
    return layout;
}

} // namespace furniture_test
