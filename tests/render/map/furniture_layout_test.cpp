#include "furniture_support.hpp"
#include "render/map/furniture/legend.hpp"
#include "render/map/labels/oriented_box.hpp"
#include "render/picture/inspect.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

namespace {

using namespace furniture_test;
using namespace render;
using assets::AssetType;
using assets::How;

std::vector<std::string> ids(const std::vector<LegendRow>& rows) {
    std::vector<std::string> out;
    for (const LegendRow& row : rows)
        out.push_back(row.id);
    return out;
}

Stage ordinary() {
    Stage stage;
    stage.asset("HMCS X", AssetType::Frigate, "Yokosuka", day(2024, 10, 16), day(2024, 10, 22));
    return stage;
}

const LayoutItem* item(const Layout& layout, const std::string& id) {
    const auto found =
        std::find_if(layout.items.begin(), layout.items.end(), [&](const auto& i) { return i.id == id; });
    return found == layout.items.end() ? nullptr : &*found;
}

/// The rows of a legend on whose map no asset and no zone has its name.
std::vector<LegendRow> all_rows(const Stage& stage, double m_per_mm = 50000) {
    std::set<std::string> ids;
    for (const assets::Asset& asset : stage.scenario.assets)
        ids.insert(asset.id);
    for (const assets::Zone& zone : stage.scenario.zones)
        ids.insert(zone.id);
    return legend_rows(stage.inputs(), stage.visible, m_per_mm, ids);
}

bool within(const Rect& inner, const Rect& outer) {
    return inner.x >= outer.x && inner.y >= outer.y && inner.right() <= outer.right() &&
           inner.bottom() <= outer.bottom();
}

assets::Zone zone(const std::string& name, assets::ZoneKind kind, assets::ZoneStatus status) {
    return assets::Zone{.id = name,
                        .name = name,
                        .kind = kind,
                        .status = status,
                        .drawn = assets::Drawn::Exact,
                        .valid_from = {},
                        .valid_to = {},
                        .shape = assets::LineShape{{{{110, 20}, {125, 30}}}},
                        .sources = {},
                        .note = {},
                        .line = 1};
}

} // namespace

TEST_CASE("the legend explains what is visible and nothing else", "[furniture]") {
    Stage stage = ordinary();
    REQUIRE(ids(all_rows(stage)) == std::vector<std::string>{"country:CA", "type:frigate"});

    stage.asset("HMCS Y", AssetType::Frigate, "Guam", day(2024, 10, 16), day(2024, 10, 17)).how = How::Stale;
    auto& unseen = stage.asset("HMCS Z", AssetType::Carrier, "Guam", day(2024, 10, 16), day(2024, 10, 17));
    unseen.how = How::Interpolated;
    stage.hide(unseen);
    stage.visible.types.erase(AssetType::Carrier);
    stage.visible.wide_fixes = true; // the as-of line explains the shading
    stage.scenario.zones = {zone("Line A", assets::ZoneKind::LimitLine, assets::ZoneStatus::Unilateral),
                            zone("Line B", assets::ZoneKind::Exclusion, assets::ZoneStatus::Unilateral)};
    stage.visible.zones = {1};
    const auto rows = all_rows(stage);
    REQUIRE(ids(rows) == std::vector<std::string>{"country:CA", "type:frigate", "how:reported", "how:held",
                                                  "zone:exclusion-unilateral"});
    REQUIRE(rows[3].opacity == stage.theme.stale_opacity);
    REQUIRE(rows[4].text == "Line B (declared by one side)");
    for (const LegendRow& row : rows)
        REQUIRE((row.heading || !row.sample.empty()));
}

TEST_CASE("what occurs once and has its name on the map gets no row", "[furniture]") {
    Stage stage = ordinary();
    stage.scenario.zones = {zone("A", assets::ZoneKind::Adiz, assets::ZoneStatus::Unilateral)};
    stage.visible.zones = {0};
    const auto rows = [&] {
        return ids(legend_rows(stage.inputs(), stage.visible, 50000));
    };
    CHECK(rows().empty()); // one frigate and one zone, both named; one country needs no heading then
    stage.asset("HMCS Y", AssetType::Frigate, "Guam", day(2024, 10, 16), day(2024, 10, 17)).how = How::Held;
    CHECK(rows() == std::vector<std::string>{"country:CA", "type:frigate"}); // the label has the date of the old report
    stage.asset("HMCS Z", AssetType::Frigate, "Guam", day(2024, 10, 16), day(2024, 10, 17)).how = How::Stale;
    CHECK(rows() == std::vector<std::string>{"country:CA", "type:frigate", "how:reported", "how:held"});
    stage.figure.without.insert("asof");
    stage.visible.wide_fixes = true;
    CHECK(rows().back() == "how:wide");
}

TEST_CASE("the symbols of two rows of a legend do not touch", "[furniture]") {
    Stage stage;
    for (const AssetType type : {AssetType::Base, AssetType::AirBase, AssetType::NavalBase, AssetType::MissileSite})
        for (int i = 0; i < 2; ++i)
            stage.asset("Site " + std::to_string(stage.scenario.assets.size()), type, "Osan", day(2024, 10, 16),
                        day(2024, 10, 22));
    std::size_t symbols = 0;
    for (const LegendRow& row : all_rows(stage)) {
        const auto box = bounds(row.sample);
        if (!box) continue;
        ++symbols;
        CHECK(box->h < 1.4 * stage.theme.legend_mm); // a row of one line is 1.45 times the type high
    }
    CHECK(symbols >= 4);
}

TEST_CASE("a legend of many rows is a strip above the map, which says how much it leaves out", "[furniture]") {
    Stage stage = ordinary();
    const std::vector<const char*> countries{"US", "JP", "KR", "CN", "AU", "GB", "FR"};
    for (const char* country : countries) {
        stage.asset(std::string{"Ship "} + country, AssetType::Frigate, "", day(2024, 10, 16), day(2024, 10, 17));
        stage.scenario.assets.back().country = country;
        stage.visible.countries.insert(country);
    }
    const Rect frame{4, 20, 246, 100};
    const auto rows = all_rows(stage);
    REQUIRE(rows.size() == 9);
    CHECK(legend_strip_mm(stage.inputs(), {rows.begin(), rows.begin() + 3}, frame) == 0);
    const double height = legend_strip_mm(stage.inputs(), rows, frame);
    CHECK(height > 2);
    CHECK(height < 6);
    const LegendStrip whole = set_legend_strip(stage.inputs(), rows, frame.w, 10);
    CHECK(whole.left_out.empty());
    CHECK(whole.legend.box.w <= frame.w);
    const std::vector<LegendRow> five{rows.begin(), rows.begin() + 5};
    const Rect tall{4, 20, 246, 300};
    CHECK(legend_strip_mm(stage.inputs(), five, tall) == 0);
    CHECK(legend_strip_mm(stage.inputs(), {rows.begin(), rows.begin() + 7}, tall) > 2);
    stage.figure.page_width_mm = 60;
    CHECK(legend_strip_mm(stage.inputs(), five, tall) > 2); // a narrow page has room for a panel of four rows
    const LegendStrip cut = set_legend_strip(stage.inputs(), rows, 40, 10);
    CHECK_FALSE(cut.left_out.empty());
    CHECK(cut.legend.box.w <= 40);
    CHECK_THAT(cut.legend.text, Catch::EndsWith(std::to_string(cut.left_out.size()) + " more: caption"));
}

TEST_CASE("countries are named in words", "[furniture]") {
    Stage stage = ordinary();
    stage.visible.countries = {"CA", "JP", "QQ"};
    std::vector<std::string> words;
    for (const auto& row : all_rows(stage))
        if (row.id.starts_with("country:")) words.push_back(row.text);
    REQUIRE(words == std::vector<std::string>{"Canada", "Japan", "QQ"});
}

TEST_CASE("of many countries those with the most ships are named and the others counted", "[furniture]") {
    Stage stage = ordinary();
    const std::vector<std::string> many{"AU", "CN", "DE", "FR", "GB", "ID", "IN", "IT", "JP", "KR", "LR", "PA", "US"};
    for (const std::string& country : many)
        for (std::size_t ship = 0; ship < (country == "PA" ? 9 : country == "AU" ? 1 : 2); ++ship) {
            stage.asset(country + std::to_string(ship), AssetType::Merchant, "", day(2024, 10, 16), day(2024, 10, 17));
            stage.scenario.assets.back().country = country;
        }
    stage.visible.countries = {many.begin(), many.end()};
    std::vector<std::string> named;
    for (const auto& row : all_rows(stage))
        if (row.id.starts_with("country:")) named.push_back(row.id == "country:other" ? row.text : row.id.substr(8));
    // Neither Australia, which has the fewest ships, nor countries without a colour of their own are named.
    REQUIRE(named ==
            std::vector<std::string>{"CN", "DE", "FR", "GB", "ID", "IN", "IT", "JP", "KR", "4 other countries"});
}

TEST_CASE("the legend of a crowd explains dots and symbols; without symbols it explains only the colours",
          "[furniture]") {
    Stage stage = ordinary();
    stage.visible.crowd = true;
    REQUIRE(ids(all_rows(stage)) == std::vector<std::string>{"country:CA", "type:frigate", "how:crowd"});
    stage.visible.types.clear();
    REQUIRE(ids(all_rows(stage)) == std::vector<std::string>{"country:CA"});
}

TEST_CASE("the row on areas where nothing was heard is the last that a legend loses", "[furniture]") {
    Stage stage = ordinary();
    stage.visible.nothing_heard = true;
    auto rows = all_rows(stage);
    while (rows.size() > 1)
        rows = without_least_important(std::move(rows));
    REQUIRE(ids(rows) == std::vector<std::string>{"how:nothing_heard"});
}

TEST_CASE("numbered events are listed with their dates", "[furniture]") {
    Stage stage = ordinary();
    assets::Event event{};
    event.id = "freedom";
    event.title = "Freedom Shield 24";
    event.from = day(2024, 3, 4);
    event.to = day(2024, 3, 14);
    stage.scenario.events = {event};
    stage.visible.events = {0};
    REQUIRE(all_rows(stage).back().text == "Freedom Shield 24, 4–14 March");
}

TEST_CASE("the legend covers no symbol and takes the emptiest corner", "[furniture]") {
    Stage stage = ordinary();
    const View view = stage.view("laea", geo::lonlat(135, 15), 2000);
    const Rect f = view.frame_mm;
    Builder builder{254, 142};
    Layout layout = layout_for(view, 254, 142);
    // Symbols stand in three corners, and a wide fix covers the two on the right.
    const std::vector<Rect> symbols{
        {f.x + 4, f.bottom() - 12, 8, 8}, {f.right() - 12, f.bottom() - 12, 8, 8}, {f.right() - 12, f.y + 4, 8, 8}};
    const Share right_half = [&](const Rect& box) {
        return std::clamp((box.right() - (f.right() - 100)) / box.w, 0.0, 1.0);
    };
    const auto taken = draw_corner_furniture(builder, layout, stage.inputs(), view, stage.visible,
                                             all_rows(stage, view.m_per_mm), symbols, {{}, right_half, {}});
    const LayoutItem* legend = item(layout, "legend");
    REQUIRE(legend);
    REQUIRE(legend->box_mm.x < f.x + 5);
    REQUIRE(legend->box_mm.y < f.y + 5);
    REQUIRE(taken.size() == 2);
    REQUIRE_FALSE(overlap(taken[0], taken[1]));
    for (const Rect& box : taken) {
        REQUIRE(within(box, f));
        for (const Rect& symbol : symbols)
            REQUIRE_FALSE(overlap(box, symbol));
    }
}

TEST_CASE("the legend covers empty sea, even close to a symbol, rather than land or a tint", "[furniture]") {
    for (const bool tinted : {false, true}) {
        CAPTURE(tinted);
        Stage stage = ordinary();
        const View view = stage.view("laea", geo::lonlat(135, 15), 13000);
        const Rect f = view.frame_mm;
        Builder builder{254, 142};
        Layout layout = layout_for(view, 254, 142);
        const Share left = [&](const Rect& box) {
            return box.x < f.x + f.w / 3 ? 0.3 : 0.0;
        };
        // Symbols stand in the upper corners, and one is close to the empty lower right corner.
        const std::vector<Rect> symbols{
            {f.x + 4, f.y + 4, 8, 8}, {f.right() - 12, f.y + 4, 8, 8}, {f.right() - 12, f.bottom() - 45, 8, 8}};
        const Covered covered = tinted ? Covered{{}, left, {}} : Covered{left, {}, {}};
        (void)draw_corner_furniture(builder, layout, stage.inputs(), view, stage.visible,
                                    all_rows(stage, view.m_per_mm), symbols, covered);
        const LayoutItem* legend = item(layout, "legend");
        REQUIRE(legend);
        CHECK(legend->box_mm.right() > f.right() - 5);
        CHECK(legend->box_mm.bottom() > f.bottom() - 5);
    }
}

TEST_CASE("a legend too long for its map loses rows, events first, and they are listed as dropped", "[furniture]") {
    Stage stage = ordinary();
    for (int i = 0; i < 30; ++i) {
        assets::Event event{};
        event.id = "event-" + std::to_string(i);
        event.title = "A visit of some length to a port";
        event.from = event.to = day(2024, 3, 4);
        stage.scenario.events.push_back(event);
        stage.visible.events.push_back(static_cast<std::size_t>(i));
    }
    const View view = stage.view("laea", geo::lonlat(135, 15), 2000, {3, 14, 83, 62});
    Builder builder{89, 110};
    Layout layout = layout_for(view, 89, 110);
    (void)draw_corner_furniture(builder, layout, stage.inputs(), view, stage.visible, all_rows(stage, view.m_per_mm),
                                {});
    const LayoutItem* legend = item(layout, "legend");
    REQUIRE(legend);
    REQUIRE(legend->box_mm.w * legend->box_mm.h <= 0.17 * 83 * 62);
    REQUIRE(legend->text.find("Frigate") != std::string::npos);
    REQUIRE(std::any_of(layout.dropped.begin(), layout.dropped.end(),
                        [](const auto& d) { return d.id == "event:event-29"; }));
}

TEST_CASE("a scale bar is left out when the scale varies by more than a tenth", "[furniture]") {
    struct Case {
        const char* projection;
        double lat, width_km;
        bool shown;
    };
    for (const Case c : {Case{"merc", 38, 1000, true}, Case{"merc", 38, 6000, false}, Case{"laea", 15, 3000, true},
                         Case{"laea", 15, 13000, false}}) {
        CAPTURE(c.projection, c.width_km);
        Stage stage = ordinary();
        const View view = stage.view(c.projection, geo::lonlat(135, c.lat), c.width_km);
        Builder builder{254, 142};
        Layout layout = layout_for(view, 254, 142);
        (void)draw_corner_furniture(builder, layout, stage.inputs(), view, stage.visible,
                                    all_rows(stage, view.m_per_mm), {});
        REQUIRE((item(layout, "scalebar") != nullptr) == c.shown);
        const bool dropped =
            std::any_of(layout.dropped.begin(), layout.dropped.end(), [](const auto& d) { return d.id == "scalebar"; });
        REQUIRE(dropped != c.shown);
    }
}

TEST_CASE("graticule labels stand inside the frame, clear of each other and of other items", "[furniture]") {
    for (const auto& [projection, lon, lat, width_km] :
         {std::tuple{"laea", 135.0, 15.0, 13000.0}, std::tuple{"merc", 179.0, 10.0, 9000.0},
          std::tuple{"laea", 0.0, 88.0, 6000.0}, std::tuple{"eqearth", 0.0, 0.0, 34000.0},
          std::tuple{"ortho", 127.0, 37.0, 14000.0}, std::tuple{"laea", 127.0, 38.0, 60.0}}) {
        CAPTURE(projection, lon, lat, width_km);
        Stage stage = ordinary();
        stage.figure.with = {"graticule"}; // off in theme article
        const View view = stage.view(projection, geo::lonlat(lon, lat), width_km);
        Builder builder{254, 142};
        Layout layout = layout_for(view, 254, 142);
        const Rect in_the_way{view.frame_mm.x, view.frame_mm.bottom() - 20, 120, 20};
        layout.items.push_back({"furniture", "legend", "legend", "", in_the_way, {}, {}});
        draw_frame(builder, layout, stage.inputs(), view);
        REQUIRE(layout.items.size() > 3);
        for (std::size_t i = 1; i < layout.items.size(); ++i) {
            REQUIRE(within(layout.items[i].box_mm, view.frame_mm));
            for (std::size_t k = 0; k < i; ++k)
                REQUIRE_FALSE(overlap(layout.items[i].box_mm, layout.items[k].box_mm));
        }
    }
}

TEST_CASE("a graticule label stands where its line meets the frame", "[furniture]") {
    Stage stage = ordinary();
    stage.figure.with = {"graticule"}; // off in theme article
    const View view = stage.view("merc", geo::lonlat(179, 10), 9000);
    Builder builder{254, 142};
    Layout layout = layout_for(view, 254, 142);
    draw_frame(builder, layout, stage.inputs(), view);
    int checked = 0;
    for (int lon = 130; lon <= 230; lon += 10) { // 230 is 130 W
        const std::string text = lon < 180   ? std::to_string(lon) + "°E"
                                 : lon > 180 ? std::to_string(360 - lon) + "°W"
                                             : "180°";
        const LayoutItem* label = item(layout, text);
        if (!label) continue;
        ++checked;
        const double x = view.to_page(geo::lonlat(geo::wrap_longitude(lon), 0))->x;
        REQUIRE(label->box_mm.x + label->box_mm.w / 2 == Approx(x).margin(0.1));
    }
    REQUIRE(checked >= 2);
}

TEST_CASE("header and footer stand clear of the frame and of the page's edge", "[furniture]") {
    for (const auto& [w, h] : {std::pair{254.0, 142.9}, std::pair{89.0, 110.0}, std::pair{183.0, 120.0}}) {
        CAPTURE(w, h);
        Stage stage = ordinary();
        stage.figure.page_width_mm = w;
        stage.figure.page_height_mm = h;
        stage.theme = stage.theme.scaled_for(w);
        for (int i = 0; i < 12; ++i)
            stage.hide(stage.asset("HMCS Number " + std::to_string(i), AssetType::Frigate, "a port far away",
                                   day(2024, 10, 16), day(2024, 10, 22)));
        const auto in = stage.inputs();
        const auto unplaced = unplaced_assets(in, stage.visible.drawn_assets);
        const Bands bands = measure_bands(in, stage.visible, unplaced, w);
        REQUIRE(bands.header_mm > 4);
        REQUIRE(bands.footer_mm < 0.3 * h);
        const double m = stage.theme.margin_mm;
        const Rect frame{m, m + bands.header_mm, w - 2 * m, h - 2 * m - bands.header_mm - bands.footer_mm};
        const View view = stage.view("laea", geo::lonlat(135, 15), 3000, frame);
        Builder builder{w, h};
        Layout layout = layout_for(view, w, h);
        draw_bands(builder, layout, in, stage.visible, unplaced, frame);
        for (const char* id : {"title", "subtitle", "asof", "unplaced", "credit"}) {
            CAPTURE(id);
            REQUIRE(item(layout, id));
        }
        for (std::size_t i = 0; i < layout.items.size(); ++i) {
            const Rect& box = layout.items[i].box_mm;
            REQUIRE(within(box, {m - 1e-6, m - 1e-6, w - 2 * m + 2e-6, h - 2 * m + 2e-6}));
            REQUIRE_FALSE(overlap(box, frame));
            for (std::size_t k = 0; k < i; ++k)
                REQUIRE_FALSE(overlap(box, layout.items[k].box_mm));
        }
    }
}

TEST_CASE("furniture that is switched off takes no room", "[furniture]") {
    Stage stage = ordinary();
    stage.figure.without = {"all"};
    const Bands bands = measure_bands(stage.inputs(), stage.visible, {}, 254);
    REQUIRE(bands.header_mm == 0);
    REQUIRE(bands.footer_mm == 0);
}

TEST_CASE("small type is never below 6 point", "[furniture]") {
    for (const double w : {60.0, 89.0, 183.0, 254.0}) {
        Stage stage = ordinary();
        stage.figure.page_width_mm = w;
        stage.theme = stage.theme.scaled_for(w);
        const View view = stage.view("laea", geo::lonlat(135, 15), 3000, {3, 20, w - 6, 60});
        Builder builder{w, 120};
        Layout layout = layout_for(view, w, 120);
        draw_bands(builder, layout, stage.inputs(), stage.visible, {}, view.frame_mm);
        draw_frame(builder, layout, stage.inputs(), view);
        (void)draw_corner_furniture(builder, layout, stage.inputs(), view, stage.visible,
                                    all_rows(stage, view.m_per_mm), {});
        const Picture picture = builder.take();
        double smallest = 99;
        const auto look = [&](const auto& self, const std::vector<Command>& commands) -> void {
            for (const Command& c : commands) {
                if (const auto* group = std::get_if<Group>(&c.value)) self(self, group->commands);
                if (const auto* text = std::get_if<DrawText>(&c.value))
                    for (const Run& run : text->runs)
                        smallest = std::min(smallest, run.size_mm);
            }
        };
        look(look, picture.commands);
        REQUIRE(smallest >= 2.11);
        REQUIRE(smallest < 99);
    }
}

TEST_CASE("the layout is written as JSON with fixed keys", "[furniture]") {
    Layout layout;
    layout.page_w_mm = 254;
    layout.page_h_mm = 142.875;
    layout.map_mm = {4, 20.12345, 246, 100};
    layout.projection = "+proj=laea +lat_0=15 +lon_0=135 +datum=WGS84";
    layout.centre = geo::lonlat(135, 15);
    layout.centre_m = {-0.0001, 0};
    layout.m_per_mm = 52845.528455;
    layout.items = {{"label", "assets", "hmcs-x", "HMCS \"X\"", {1, 2, 3, 4}, Point{5, 6}, {}},
                    {"label", "seas", "sea", "Sea", {1, 2, 3, 4}, Point{5, 6}, {{0, 0}, {1, 0}, {1, 1}, {0, 1}}},
                    {"furniture", "legend", "legend", "", {1, 2, 3, 4}, {}, {}}};
    layout.dropped = {{"naha", "Naha", "no room"}};
    layout.unplaced = {{"hmcs-y", "HMCS Y, sailed 16 October", "lost"}};
    REQUIRE(layout_json(layout) == R"({
  "page_mm": [
    254.0,
    142.875
  ],
  "map_mm": [
    4.0,
    20.123,
    246.0,
    100.0
  ],
  "projection": "+proj=laea +lat_0=15 +lon_0=135 +datum=WGS84",
  "center": [
    135.0,
    15.0
  ],
  "center_m": [
    0.0,
    0.0
  ],
  "m_per_mm": 52845.528455,
  "items": [
    {
      "kind": "label",
      "layer": "assets",
      "id": "hmcs-x",
      "text": "HMCS \"X\"",
      "box_mm": [
        1.0,
        2.0,
        3.0,
        4.0
      ],
      "anchor_mm": [
        5.0,
        6.0
      ]
    },
    {
      "kind": "label",
      "layer": "seas",
      "id": "sea",
      "text": "Sea",
      "box_mm": [
        1.0,
        2.0,
        3.0,
        4.0
      ],
      "anchor_mm": [
        5.0,
        6.0
      ],
      "quad_mm": [
        0.0,
        0.0,
        1.0,
        0.0,
        1.0,
        1.0,
        0.0,
        1.0
      ]
    },
    {
      "kind": "furniture",
      "layer": "legend",
      "id": "legend",
      "text": "",
      "box_mm": [
        1.0,
        2.0,
        3.0,
        4.0
      ],
      "anchor_mm": null
    }
  ],
  "dropped": [
    {
      "id": "naha",
      "text": "Naha",
      "why": "no room"
    }
  ],
  "unplaced": [
    {
      "id": "hmcs-y",
      "text": "HMCS Y, sailed 16 October",
      "why": "lost"
    }
  ],
  "crowded": null
}
)");
}

TEST_CASE("an embarked asset adds no row to the legend", "[furniture]") {
    Stage stage = ordinary();
    auto& aboard = stage.asset("CH-148", AssetType::Helicopter, "", day(2024, 10, 16), day(2024, 10, 17));
    aboard.how = How::Held;
    stage.visible.types.erase(AssetType::Helicopter);
    CHECK(ids(all_rows(stage)) == std::vector<std::string>{"country:CA", "type:frigate", "how:reported", "how:held"});
    aboard.carrier = 0;
    CHECK(ids(all_rows(stage)) == std::vector<std::string>{"country:CA", "type:frigate"});
}

TEST_CASE("of several doubts about a ship the strongest decides its legend row", "[furniture]") {
    using assets::Flag;
    const auto rows_with = [](How how, std::initializer_list<Flag> flags, bool stays = false) {
        Stage stage = ordinary();
        auto& other = stage.asset("HMCS Y", AssetType::Frigate, "Guam", day(2024, 10, 16), day(2024, 10, 17));
        other.how = how;
        for (const Flag flag : flags)
            other.flags.set(flag);
        if (stays) stage.scenario.assets.back().path = assets::PathRule::Hold;
        auto found = ids(all_rows(stage));
        return std::vector<std::string>(found.begin() + 2, found.end()); // after country and type
    };
    using Ids = std::vector<std::string>;
    CHECK(rows_with(How::Held, {}) == Ids{"how:reported", "how:held"});
    CHECK(rows_with(How::Held, {}, true).empty()); // a headquarters stays where it is
    CHECK(rows_with(How::Stale, {}, true) == Ids{"how:reported", "how:held"});
    CHECK(rows_with(How::Stale, {Flag::Sometime}) == Ids{"how:reported", "how:sometime"});
    CHECK(rows_with(How::Interpolated, {Flag::Sometime}) == Ids{"how:reported", "how:sometime"});
    CHECK(rows_with(How::Reported, {Flag::Sometime, Flag::Planned}) == Ids{"how:reported", "how:planned"});
    CHECK(rows_with(How::Held, {Flag::Planned, Flag::MayHaveLeft}) == Ids{"how:reported", "how:may_have_left"});
    CHECK(rows_with(How::Held, {Flag::Planned, Flag::MayNotHaveArrived}) ==
          Ids{"how:reported", "how:may_not_have_arrived"});
}

TEST_CASE("a zone too small to see has no row, and zones of one kind and status share one", "[furniture]") {
    Stage stage = ordinary();
    using assets::ZoneKind, assets::ZoneStatus;
    stage.scenario.zones = {zone("A", ZoneKind::Patrol, ZoneStatus::Agreed),
                            zone("B", ZoneKind::Patrol, ZoneStatus::Agreed),
                            zone("C", ZoneKind::Patrol, ZoneStatus::Unilateral)};
    stage.visible.zones = {0, 1, 2};
    const auto rows = all_rows(stage);
    CHECK(ids(rows) ==
          std::vector<std::string>{"country:CA", "type:frigate", "zone:patrol-agreed", "zone:patrol-unilateral"});
    CHECK(rows[2].text.find('A') == std::string::npos); // a row for two zones names neither
    CHECK(rows[3].text == "C (declared by one side)");
    CHECK(ids(all_rows(stage, 5e6)) == std::vector<std::string>{"country:CA", "type:frigate"});
}

TEST_CASE("the legend's last row says what directions mean where a reader could be misled", "[furniture]") {
    Stage stage = ordinary();
    const auto last = [&](bool headings, bool without_heading) {
        stage.visible.headings = headings;
        stage.visible.without_heading = without_heading;
        return all_rows(stage).back();
    };
    CHECK(last(false, false).id == "type:frigate");
    CHECK(last(true, false).id == "type:frigate");
    CHECK(last(false, true).text == "Symbols do not show heading");
    CHECK(last(true, true).text == "Heading shown only where reported");
}
