#include "assets/timeline/past/voyages.hpp"
#include "render/map/furniture/time_axis.hpp"
#include "render/map/words/words.hpp"
#include "render/picture/rect.hpp"
#include "tests/render/map/map_support.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <set>

using namespace render;

namespace {

const std::filesystem::path root{THEATRUM_SOURCE_DIR};

Figure of_2023(double width_mm, std::optional<double> height_mm) {
    Figure figure = support::page(1920, 1080, 192, "2023-12-31");
    figure.page_width_mm = width_mm;
    figure.page_height_mm = height_mm;
    figure.with = {"strip"};
    figure.fit_all = true;
    figure.choose_projection = true;
    figure.centre.reset();
    figure.width_km.reset();
    return figure;
}

Composition cruise(Figure figure, bool of_period) {
    const auto scenario = support::scenario("tests/fixtures/voyages/cruise");
    if (of_period) {
        figure.period = Period{support::instant("2023-01-01T00:00:00Z"), support::instant("2024-01-01T00:00:00Z")};
        figure.at = figure.period->to - assets::tick;
    }
    auto snapshot = assets::snapshot_at(*scenario, figure.at);
    if (of_period)
        snapshot.voyages = assets::voyages_between(*scenario, figure.period->from, figure.period->to,
                                                   [&](const assets::Asset& asset) { return asset.id == "example"; });
    return support::composer().compose(*scenario, snapshot, figure);
}

const LayoutItem* strip_of(const Composition& map) {
    const auto found = std::find_if(map.layout.items.begin(), map.layout.items.end(),
                                    [](const LayoutItem& item) { return item.id == "strip"; });
    return found == map.layout.items.end() ? nullptr : &*found;
}

Rect box_of(const Outline& outline) {
    Rect box{outline.points.front().x, outline.points.front().y, 0, 0};
    for (const Point& p : outline.points)
        box = around(box, {p.x, p.y, 0, 0});
    return box;
}

/// The filled rectangles and the strokes of the strip.
struct Drawn {
    std::vector<std::pair<Rect, Colour>> filled;
    std::vector<Rect> strokes;
};

Drawn drawn_in(const Composition& map) {
    const Group* group = support::find_group(map.picture.commands, "furniture", "furniture", "strip");
    REQUIRE(group != nullptr);
    Drawn drawn;
    for (const Command& command : group->commands) {
        if (const auto* fill = std::get_if<FillPath>(&command.value))
            drawn.filled.emplace_back(box_of(fill->outlines.front()), fill->colour);
        if (const auto* stroke = std::get_if<StrokePath>(&command.value))
            for (const Outline& outline : stroke->outlines)
                drawn.strokes.push_back(box_of(outline));
    }
    return drawn;
}

/// The axis of a strip: its only horizontal line.
Rect axis_of(const Drawn& drawn) {
    const auto found =
        std::find_if(drawn.strokes.begin(), drawn.strokes.end(), [](const Rect& r) { return r.h == 0 && r.w > 10; });
    REQUIRE(found != drawn.strokes.end());
    return *found;
}

std::vector<std::string> labels(const std::string& from, const std::string& to, double width_mm) {
    const auto scenario = support::scenario("tests/fixtures/voyages/cruise"); // in UTC
    const Figure figure = support::page(1920, 1080, 192, "2023-12-31");
    const assets::Snapshot snapshot = assets::snapshot_at(*scenario, figure.at);
    const Words words = Words::read(root / "render/words/en.toml");
    const TimeAxis axis{{support::instant(from), support::instant(to)}, 10, 10 + width_mm};
    std::vector<std::string> found;
    for (const TimeAxis::Tick& tick : axis.ticks(words, 0, 2.2))
        found.push_back(tick.label);
    return found;
}

} // namespace

TEST_CASE("the strip stands below the map and covers no other furniture", "[map][strip]") {
    CHECK(strip_of(cruise(
              [] {
                  Figure plain = of_2023(254, 142.875);
                  plain.with.clear();
                  return plain;
              }(),
              true)) == nullptr);
    const std::vector<std::pair<double, std::optional<double>>> pages{
        {254, 142.875}, {183, std::nullopt}, {89, std::nullopt}, {100, 100}};
    for (const auto& [width_mm, height_mm] : pages)
        for (const bool of_period : {true, false}) {
            INFO(width_mm << " of a period: " << of_period);
            const Composition map = cruise(of_2023(width_mm, height_mm), of_period);
            const LayoutItem* strip = strip_of(map);
            REQUIRE(strip != nullptr);
            CHECK(strip->box_mm.y > map.layout.map_mm.bottom());
            CHECK(strip->box_mm.bottom() < map.layout.page_h_mm);
            CHECK(strip->text == "HMCS Example; Aurora 1");
            for (const LayoutItem& item : map.layout.items)
                if (item.kind == "furniture" && item.id != "strip") CHECK_FALSE(overlap(item.box_mm, strip->box_mm));
            for (const auto& [box, colour] : drawn_in(map).filled)
                CHECK(contains(grown(strip->box_mm, 0.01), box));
        }
}

TEST_CASE("the strip is filled on the days that reports cover and pale on the others", "[map][strip]") {
    const Composition map = cruise(of_2023(254, 142.875), true);
    const Drawn drawn = drawn_in(map);
    const Rect axis = axis_of(drawn);
    const double day = axis.w / 365;
    // The ship's row: 13 reports of places, one of a sea, and the thin bar from the first report to the last.
    const Theme theme = Theme::read(root / "render/themes/article.toml").scaled_for(254);
    const auto first_row = [&](const Rect& r) {
        return r.bottom() < strip_of(map)->box_mm.y + 1.75 * theme.small_mm;
    };
    std::vector<Rect> blocks, bars;
    Colour solid{}, pale{};
    double widest = 0;
    for (const auto& [box, colour] : drawn.filled) {
        if (!first_row(box)) continue;
        (box.h > 0.5 * theme.small_mm ? blocks : bars).push_back(box);
        if (box.h > 0.5 * theme.small_mm) solid = colour; // of the last block, which is precise
        widest = std::max(widest, box.w);
    }
    REQUIRE(bars.size() == 1);
    CHECK(bars[0].x == Approx(axis.x + 59 * day).margin(0.01));        // 1 March
    CHECK(bars[0].right() == Approx(axis.x + 203 * day).margin(0.01)); // to the end of 22 July
    REQUIRE(blocks.size() == 14);
    CHECK(blocks[0].x == Approx(axis.x + 104 * day).margin(0.01)); // the wide report is drawn first: 15 to 25 April
    CHECK(blocks[0].w == Approx(11 * day).margin(0.01));
    CHECK(blocks[1].x == Approx(axis.x + 59 * day).margin(0.01)); // 1 to 3 March
    CHECK(blocks[1].w == Approx(3 * day).margin(0.01));
    for (const auto& [box, colour] : drawn.filled) {
        if (box == blocks[0]) CHECK_FALSE(colour == solid);
        if (box == blocks[1]) CHECK(colour == solid);
        if (box == bars[0]) pale = colour;
    }
    CHECK_FALSE(pale == solid);
}

TEST_CASE("a bar of one day has its day beside it once", "[map][strip]") {
    const Composition map = cruise(of_2023(254, 142.875), true);
    const Group* strip = support::find_group(map.picture.commands, "furniture", "furniture", "strip");
    REQUIRE(strip != nullptr);
    const auto count = [&](std::string_view day) {
        return std::count_if(strip->commands.begin(), strip->commands.end(), [&](const Command& command) {
            const auto* text = std::get_if<DrawText>(&command.value);
            return text != nullptr && text->runs.front().utf8 == day;
        });
    };
    CHECK(count("1 May") == 1); // the flight
    CHECK(count("1 March") == 1);
    CHECK(count("22 July") == 1);
}

TEST_CASE("the strip of a map of one day has a line at that day", "[map][strip]") {
    Figure figure = of_2023(254, 142.875);
    figure.at = support::instant("2023-07-02T12:00:00Z"); // the middle of the year
    const Drawn drawn = drawn_in(cruise(figure, false));
    const Rect axis = axis_of(drawn);
    CHECK(std::any_of(drawn.strokes.begin(), drawn.strokes.end(), [&](const Rect& line) {
        return line.w == 0 && std::abs(line.x - (axis.x + axis.w / 2)) < 0.01 && line.bottom() <= axis.y + 0.01;
    }));
}

TEST_CASE("the strip has dates in the local time of the reports, events, and outlines, but no plans", "[map][strip]") {
    const auto scenario = support::scenario("assets/scenarios/canada-2024");
    Figure figure = support::page(1920, 1080, 192, "2024-07-31");
    figure.with = {"strip"};
    const Composition map = support::compose(*scenario, figure);
    const Group* strip = support::find_group(map.picture.commands, "furniture", "furniture", "strip");
    REQUIRE(strip != nullptr);
    std::set<std::string> texts;
    std::size_t triangles = 0, outlines = 0;
    for (const Command& command : strip->commands) {
        if (const auto* text = std::get_if<DrawText>(&command.value)) texts.insert(text->runs.front().utf8);
        if (const auto* fill = std::get_if<FillPath>(&command.value))
            triangles += fill->outlines.front().points.size() == 3 ? 1 : 0;
        if (const auto* stroke = std::get_if<StrokePath>(&command.value))
            outlines += stroke->outlines.front().closed ? 1 : 0;
    }
    CHECK(texts.contains("22 Oct.")); // of a ship in Halifax, where the day ends after that of the scenario
    CHECK_FALSE(texts.contains("23 Oct."));
    CHECK(texts.contains("Event"));
    std::size_t marks = 1, estimates = 1; // those of the key
    for (const assets::Event& event : scenario->events)
        if (event.from >= *scenario->start && event.from <= *scenario->end) marks += event.assets.size();
    for (const assets::Fix& fix : scenario->fixes)
        if (fix.kind() == assets::FixKind::Estimated && fix.from <= *scenario->end) ++estimates;
    CHECK(triangles == marks);
    CHECK(outlines == estimates);

    const auto proposals = support::scenario("assets/scenarios/korea-proposals");
    Figure of_plans = support::page(1920, 1080, 192, "2024-10-25");
    of_plans.with = {"strip"};
    const Composition planned = support::compose(*proposals, of_plans);
    const LayoutItem* rows = strip_of(planned);
    REQUIRE(rows != nullptr);
    CHECK(rows->text.find("Canadians in UN Command") != std::string::npos);
    CHECK(rows->text.find("River-class") == std::string::npos);
}

TEST_CASE("a strip with more rows than the page has room for says what to do", "[map][strip]") {
    CHECK_THROWS_WITH(cruise(of_2023(254, 20), true),
                      Catch::Contains("the strip has 2 rows") && Catch::Contains("--only, --hide"));
    Figure figure = of_2023(254, 142.875);
    figure.hidden = {"plane"};
    CHECK(strip_of(cruise(figure, true))->text == "HMCS Example");
}

TEST_CASE("an axis has ticks at the beginnings of hours, days, months or years", "[map][strip]") {
    using Labels = std::vector<std::string>;
    CHECK(labels("2023-04-15T00:00:00Z", "2023-10-21T00:00:00Z", 150) ==
          Labels{"April", "May", "June", "July", "Aug.", "Sept.", "Oct."});
    CHECK(labels("2023-01-01T00:00:00Z", "2024-01-01T00:00:00Z", 60) == Labels{"Jan.", "April", "July", "Oct."});
    CHECK(labels("2023-11-10T00:00:00Z", "2024-02-10T00:00:00Z", 60) ==
          Labels{"Nov. 2023", "Dec.", "Jan. 2024", "Feb."});
    CHECK(labels("2023-05-01T00:00:00Z", "2023-05-30T00:00:00Z", 80) == Labels{"1 May", "8 May", "15 May", "22 May"});
    CHECK(labels("2023-05-01T06:00:00Z", "2023-05-02T06:00:00Z", 60) == Labels{"6 a.m.", "noon", "6 p.m.", "2 May"});
    CHECK(labels("2019-05-01T00:00:00Z", "2024-02-10T00:00:00Z", 60) ==
          Labels{"2019", "2020", "2021", "2022", "2023", "2024"});
}
