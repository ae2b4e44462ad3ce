#include "render/map/labels/oriented_box.hpp"
#include "render/map/labels/place_labels.hpp"
#include "render/picture/rect.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cmath>
#include <random>

namespace {

using namespace render;
using Polygon = std::vector<Point>;

const Rect page{0, 0, 180, 110};

Theme theme() {
    return Theme::read(THEATRUM_SOURCE_DIR "/render/themes/article.toml");
}

const Typesetter& typesetter() {
    static const Typesetter one;
    return one;
}

Polygon shape(const Rect& r) {
    return {{r.x, r.y}, {r.right(), r.y}, {r.right(), r.bottom()}, {r.x, r.bottom()}};
}
Polygon shape(const PlacedLabel& l) {
    return l.quad.empty() ? shape(l.box) : l.quad;
}

double area(const Polygon& p) {
    double sum = 0;
    for (std::size_t i = 0; i < p.size(); ++i) {
        const Point a = p[i], b = p[(i + 1) % p.size()];
        sum += a.x * b.y - b.x * a.y;
    }
    return sum / 2;
}

/// The area that two convex polygons share, by Sutherland-Hodgman clipping, as a check of the placer's separating axes.
double shared_area(Polygon subject, Polygon clip) {
    if (area(clip) < 0) std::reverse(clip.begin(), clip.end());
    for (std::size_t i = 0; i < clip.size() && !subject.empty(); ++i) {
        const Point a = clip[i], b = clip[(i + 1) % clip.size()];
        const auto side = [&](Point p) {
            return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
        };
        Polygon kept;
        for (std::size_t k = 0; k < subject.size(); ++k) {
            const Point p = subject[k], q = subject[(k + 1) % subject.size()];
            const double sp = side(p), sq = side(q);
            if (sp >= 0) kept.push_back(p);
            if ((sp > 0 && sq < 0) || (sp < 0 && sq > 0)) {
                const double t = sp / (sp - sq);
                kept.push_back({p.x + t * (q.x - p.x), p.y + t * (q.y - p.y)});
            }
        }
        subject = std::move(kept);
    }
    return subject.empty() ? 0 : std::abs(area(subject));
}

Polygon thin(std::pair<Point, Point> line) {
    const auto box = OrientedBox::segment(line.first, line.second, 0.05).corners();
    return {box.begin(), box.end()};
}

LabelRequest label(std::string text, Point at, int rank = 5) {
    LabelRequest r{};
    r.kind = LabelRequest::Kind::Beside;
    r.id = text;
    r.layer = "assets";
    r.lines = {std::move(text)};
    r.style.size_mm = r.second_style.size_mm = 3;
    r.at = at;
    r.symbol_box = {at.x - 3, at.y - 1.5, 6, 3};
    r.rank = rank;
    return r;
}

struct Scene {
    std::vector<LabelRequest> requests;
    Obstacles obstacles;
};

Scene random_scene(unsigned seed) {
    std::mt19937 random{seed};
    const auto number = [&](double from, double to) {
        return from + (to - from) * (static_cast<double>(random()) / 4294967295.0);
    };
    const auto point = [&] {
        return Point{number(0, page.w), number(0, page.h)};
    };
    const std::vector<std::string> names{"Halifax", "HMCS Montréal", "Đà Nẵng", "South China Sea", "한국", "Naha"};
    Scene scene;
    const int count = 10 + static_cast<int>(random() % 60);
    for (int i = 0; i < count; ++i) {
        LabelRequest r = label(names[random() % names.size()], point(), 1 + static_cast<int>(random() % 6));
        r.id += std::to_string(i);
        if (random() % 3 == 0) r.lines.emplace_back("in the Taiwan Strait");
        switch (random() % 4) {
        case 0:
            r.kind = LabelRequest::Kind::Centred;
            r.angle_deg = number(-80, 80);
            break;
        case 1:
            r.kind = LabelRequest::Kind::Along;
            for (int k = 0; k < 6; ++k)
                r.line.push_back({r.at.x + k * number(2, 18), r.at.y + number(-9, 9)});
            break;
        default:
            r.allow_leader = random() % 2 == 0;
            scene.obstacles.boxes.push_back(r.symbol_box);
        }
        scene.requests.push_back(std::move(r));
    }
    for (int i = 0; i < 5; ++i) {
        scene.obstacles.lines.push_back({point(), point(), point()});
        scene.obstacles.coasts.push_back({point(), point(), point(), point()});
    }
    return scene;
}

LabelResult place(const Scene& scene, const Rect& frame = page) {
    return place_labels(scene.requests, scene.obstacles, frame, theme(), typesetter());
}

} // namespace

TEST_CASE("turned boxes overlap exactly when they share an area", "[labels]") {
    std::mt19937 random{7};
    const auto number = [&](double from, double to) {
        return from + (to - from) * (static_cast<double>(random()) / 4294967295.0);
    };
    int overlapping = 0;
    for (int i = 0; i < 20000; ++i) {
        const auto box = [&] {
            return OrientedBox::turned({number(0, 20), number(0, 20)}, number(0.5, 12), number(0.5, 4),
                                       number(-180, 180));
        };
        const OrientedBox a = box(), b = box();
        const auto ca = a.corners(), cb = b.corners();
        const double shared = shared_area({ca.begin(), ca.end()}, {cb.begin(), cb.end()});
        if (shared > 1e-5) REQUIRE(a.overlaps(b));
        if (shared == 0) REQUIRE_FALSE(a.grown(-1e-6).overlaps(b));
        REQUIRE(a.overlaps(b) == b.overlaps(a));
        overlapping += shared > 0;
    }
    REQUIRE(overlapping > 1000);
}

TEST_CASE("the length of a line inside a turned box is its chord", "[labels]") {
    const auto box = OrientedBox::turned({10, 10}, 8, 2, 30);
    const Point u = box.along;
    REQUIRE(box.length_inside({10 - 20 * u.x, 10 - 20 * u.y}, {10 + 20 * u.x, 10 + 20 * u.y}) == Approx(8));
    REQUIRE(box.length_inside({10 + 20 * u.y, 10 - 20 * u.x}, {10 - 20 * u.y, 10 + 20 * u.x}) == Approx(2));
    REQUIRE(box.length_inside({10, 10}, {10 + u.x, 10 + u.y}) == Approx(1));
    REQUIRE(box.length_inside({0, 0}, {20, 0}) == 0);
}

TEST_CASE("placed labels touch no label, no symbol, no leader and stay inside the frame", "[labels]") {
    std::size_t placed = 0, leaders = 0, turned = 0;
    for (unsigned seed = 0; seed < 300; ++seed) {
        const Scene scene = random_scene(seed);
        const LabelResult result = place(scene);
        CAPTURE(seed);
        REQUIRE(result.placed.size() + result.dropped.size() == scene.requests.size());
        for (std::size_t i = 0; i < result.placed.size(); ++i) {
            const PlacedLabel& one = result.placed[i];
            const Polygon text = shape(one);
            CAPTURE(one.id);
            for (const Point p : text) {
                REQUIRE(p.x >= page.x);
                REQUIRE(p.x <= page.right());
                REQUIRE(p.y >= page.y);
                REQUIRE(p.y <= page.bottom());
            }
            for (const Rect& box : scene.obstacles.boxes)
                REQUIRE(shared_area(text, shape(box)) == 0);
            for (std::size_t k = 0; k < result.placed.size(); ++k) {
                const PlacedLabel& other = result.placed[k];
                if (k > i) REQUIRE(shared_area(text, shape(other)) == 0);
                if (other.leader) REQUIRE(shared_area(text, thin(*other.leader)) == 0);
                if (k > i && one.leader && other.leader)
                    REQUIRE(shared_area(thin(*one.leader), thin(*other.leader)) == 0);
            }
            leaders += one.leader.has_value();
            turned += !one.quad.empty();
        }
        placed += result.placed.size();
    }
    REQUIRE(placed > 5000);
    REQUIRE(leaders > 80);
    REQUIRE(turned > 1000);
}

TEST_CASE("a leader line touches no symbol but its own", "[labels]") {
    for (unsigned seed = 0; seed < 100; ++seed) {
        const Scene scene = random_scene(seed);
        for (const PlacedLabel& one : place(scene).placed) {
            if (!one.leader) continue;
            for (const Rect& box : scene.obstacles.boxes) {
                const bool own = one.anchor.x >= box.x && one.anchor.x <= box.right() && one.anchor.y >= box.y &&
                                 one.anchor.y <= box.bottom();
                if (!own) REQUIRE(shared_area(thin(*one.leader), shape(box)) == 0);
            }
        }
    }
}

TEST_CASE("the text of a label lies in its box", "[labels]") {
    const LabelResult result = place(random_scene(3));
    int checked = 0;
    for (const PlacedLabel& one : result.placed) {
        if (!one.quad.empty()) continue;
        for (const DrawText& text : one.commands) {
            double width = 0;
            for (const Run& run : text.runs)
                width = std::max(width, run.x_mm + run.advance_mm);
            REQUIRE(text.origin_mm.x >= one.box.x - 1e-6);
            REQUIRE(text.origin_mm.x + width <= one.box.right() + 1e-6);
            REQUIRE(text.origin_mm.y > one.box.y);
            REQUIRE(text.origin_mm.y <= one.box.bottom() + 1e-6);
            ++checked;
        }
    }
    REQUIRE(checked > 10);
}

TEST_CASE("placing the same labels twice gives the same places", "[labels]") {
    for (unsigned seed = 500; seed < 520; ++seed) {
        const LabelResult a = place(random_scene(seed)), b = place(random_scene(seed));
        REQUIRE(a.placed.size() == b.placed.size());
        for (std::size_t i = 0; i < a.placed.size(); ++i) {
            REQUIRE(a.placed[i].id == b.placed[i].id);
            REQUIRE(a.placed[i].box == b.placed[i].box);
        }
    }
}

TEST_CASE("a single label stands to the right of its symbol", "[labels]") {
    const LabelResult result = place({{label("Naha", {90, 50})}, {{{87, 48.5, 6, 3}}, {}, {}}});
    REQUIRE(result.placed.size() == 1);
    const PlacedLabel& one = result.placed[0];
    REQUIRE(one.box.x > 93);
    REQUIRE(one.box.x < 95);
    REQUIRE_FALSE(one.leader);
    REQUIRE(one.commands.at(0).origin_mm.y == Approx(50 + 3 * 0.73 / 2).margin(0.1)); // capitals centred on the symbol
}

TEST_CASE("a label at the right edge of the frame stands to the left of its symbol", "[labels]") {
    const LabelResult result = place({{label("Naha", {176, 50})}, {{{173, 48.5, 6, 3}}, {}, {}}});
    REQUIRE(result.placed.at(0).box.right() < 173);
}

TEST_CASE("when there is room for only one label, the one with the lower rank number gets it", "[labels]") {
    // The frame is a slot: two symbols at one point, room to the right only.
    const Rect slot{0, 0, 30, 5};
    for (const bool first : {true, false}) {
        Scene scene;
        scene.requests = {label("Naha", {6, 2.5}, first ? 1 : 2), label("Guam", {6, 2.5}, first ? 2 : 1)};
        scene.obstacles.boxes = {{0, 0, 9, 5}, {22, 0, 8, 5}};
        const LabelResult result = place(scene, slot);
        REQUIRE(result.placed.size() == 1);
        REQUIRE(result.placed[0].id == (first ? "Naha" : "Guam"));
        REQUIRE(result.dropped.at(0).why == "no room");
    }
}

TEST_CASE("a fixed text that a line crosses is not covered by another label", "[labels]") {
    Scene scene;
    LabelRequest numeral = label("4", {60, 50}, 0);
    numeral.kind = LabelRequest::Kind::Centred;
    numeral.stays = numeral.never_drop = true;
    scene.requests = {numeral, label("Ronald Reagan", {57, 50})};
    scene.obstacles.lines = {{{60, 20}, {60, 90}}};
    scene.obstacles.boxes = {{54, 48, 3, 4}};
    const LabelResult result = place(scene);
    REQUIRE(result.placed.size() == 2);
    CHECK_FALSE(overlap(result.placed[0].box, result.placed[1].box));
}

TEST_CASE("of the forms of one name the first that finds room is placed, and only that", "[labels]") {
    for (const double room_mm : {60.0, 14.0, 4.0}) {
        INFO(room_mm);
        Scene scene;
        for (const char* text : {"SOUTH KOREA IN FULL", "KOREA"}) {
            LabelRequest form = label(text, {30, 5});
            form.id = "country-KR";
            form.kind = LabelRequest::Kind::Centred;
            form.stays = true;
            scene.requests.push_back(std::move(form));
        }
        scene.obstacles.boxes = {{0, 0, 30 - room_mm / 2, 10}, {30 + room_mm / 2, 0, 60, 10}};
        const LabelResult result = place(scene, {0, 0, 90, 10});
        CHECK(result.placed.size() == (room_mm > 10 ? 1 : 0));
        CHECK(result.dropped.size() == (room_mm > 10 ? 0 : 1));
        if (!result.placed.empty()) CHECK(result.placed[0].text == (room_mm > 50 ? "SOUTH KOREA IN FULL" : "KOREA"));
    }
}

TEST_CASE("a label that allows a leader is pushed out when its surroundings are full", "[labels]") {
    Scene scene;
    LabelRequest crowded = label("HMCS Montréal", {90, 55});
    crowded.allow_leader = true;
    scene.requests = {crowded};
    scene.obstacles.boxes = {crowded.symbol_box};
    // Around it is a ring of symbols with gaps that let a line through, but no text.
    for (int i = 0; i < 14; ++i) {
        const double a = 2 * 3.14159265 * i / 14;
        scene.obstacles.boxes.push_back({90 + 9 * std::cos(a) - 1, 55 + 7 * std::sin(a) - 1, 2, 2});
    }
    const LabelResult result = place(scene);
    REQUIRE(result.placed.size() == 1);
    REQUIRE(result.placed[0].leader);
    const auto [from, to] = *result.placed[0].leader;
    REQUIRE(OrientedBox::upright(grown(crowded.symbol_box, 0.6)).overlaps(OrientedBox::segment(from, from, 0.01)));
    const Rect near_text = grown(result.placed[0].box, 0.6);
    REQUIRE(OrientedBox::upright(near_text).overlaps(OrientedBox::segment(to, to, 0.01)));

    scene.requests[0].allow_leader = false;
    REQUIRE(place(scene).placed.empty());
}

TEST_CASE("a label makes room for one that has nowhere else to go", "[labels]") {
    // "Guam" could stand anywhere, but first takes its best place, which is the only one for "Naha".
    Scene scene;
    scene.requests = {label("Guam", {20, 50}, 1), label("Naha", {44, 50}, 2)};
    scene.obstacles.boxes = {{17, 48.5, 6, 3},
                             {41, 48.5, 6, 3},
                             // around the second symbol, open to the left only
                             {47.2, 40, 12, 20},
                             {25, 38, 22, 9.6},
                             {25, 52.4, 22, 9.6}};
    const LabelResult result = place(scene);
    REQUIRE(result.placed.size() == 2);
}

TEST_CASE("labels avoid lines when they can", "[labels]") {
    Scene scene{{label("Naha", {90, 50})}, {{{87, 48.5, 6, 3}}, {}, {}}};
    scene.obstacles.lines = {{{93, 50}, {120, 50}}}; // a track to the east
    REQUIRE(place(scene).placed.at(0).box.x < 93);
}

TEST_CASE("a label along a line is turned with it and never upside down", "[labels]") {
    Scene scene;
    LabelRequest r = label("Northern Limit Line", {0, 0});
    r.kind = LabelRequest::Kind::Along;
    r.line = {{120, 80}, {60, 40}}; // drawn from right to left
    scene.requests = {r};
    const PlacedLabel one = place(scene).placed.at(0);
    REQUIRE(one.quad.size() == 4);
    REQUIRE(one.quad[1].x > one.quad[0].x); // reads from left to right
    REQUIRE(one.commands.at(0).angle_deg == Approx(-std::atan2(40, 60) * 180 / 3.14159265358979));
    const auto line = OrientedBox::segment({120, 80}, {60, 40}, 0.05).corners();
    REQUIRE(shared_area(one.quad, {line.begin(), line.end()}) == 0);
}

TEST_CASE("more points on a straight line do not move the label along it", "[labels]") {
    const auto quad_along = [](const std::vector<double>& shares) {
        LabelRequest r = label("Northern Limit Line", {0, 0});
        r.kind = LabelRequest::Kind::Along;
        for (const double share : shares)
            r.line.push_back({20 + share * 130, 80 - share * 50});
        return place({{r}, {}}).placed.at(0).quad;
    };
    const auto plain = quad_along({0, 1}), divided = quad_along({0, 0.1, 0.35, 0.4, 0.8, 0.85, 1});
    REQUIRE(plain.size() == 4);
    REQUIRE(divided.size() == 4);
    for (std::size_t i = 0; i < 4; ++i) {
        CHECK(divided[i].x == Approx(plain[i].x).margin(0.01));
        CHECK(divided[i].y == Approx(plain[i].y).margin(0.01));
    }
}

TEST_CASE("a label whose point is outside the frame is dropped with that reason", "[labels]") {
    const LabelResult result = place({{label("Halifax", {-20, 50})}, {}});
    REQUIRE(result.dropped.at(0).why == "outside the frame");
}

TEST_CASE("a label that is never dropped is placed even where nothing is free", "[labels]") {
    Scene scene;
    // Symbols stand everywhere, so that no place is free.
    for (int x = 0; x < 180; x += 4)
        for (int y = 0; y < 110; y += 4)
            scene.obstacles.boxes.push_back({x + 0.5, y + 0.5, 3, 3});
    for (const Point at : {Point{90, 50}, Point{1, 1}, Point{179, 109}}) {
        scene.requests = {label("NEVER", at), label("ALWAYS", at, 0)};
        scene.requests[1].allow_leader = scene.requests[1].never_drop = true;
        const auto result = place_labels(scene.requests, scene.obstacles, page, theme(), typesetter());
        REQUIRE(result.placed.size() == 1);
        const Rect& box = result.placed[0].box;
        CHECK(result.placed[0].id == "ALWAYS");
        CHECK((box.x >= page.x && box.y >= page.y && box.right() <= page.right() && box.bottom() <= page.bottom()));
        CHECK(std::hypot(box.x + box.w / 2 - at.x, box.y + box.h / 2 - at.y) < 60);
    }
}

TEST_CASE("labels keep clear of the dots of a crowd, but one that is never dropped covers them and stays near",
          "[labels]") {
    Scene scene;
    for (int x = 60; x < 120; x += 2)
        for (int y = 30; y < 80; y += 2)
            scene.obstacles.dots.push_back({static_cast<double>(x), static_cast<double>(y), 1.2, 1.2});
    const Point at{90, 55};
    scene.requests = {label("PLAIN", at)};
    CHECK(place_labels(scene.requests, scene.obstacles, page, theme(), typesetter()).placed.empty());
    scene.requests[0].allow_leader = scene.requests[0].never_drop = true;
    const auto marked = place_labels(scene.requests, scene.obstacles, page, theme(), typesetter());
    REQUIRE(marked.placed.size() == 1);
    CHECK_FALSE(marked.placed[0].leader.has_value());
    const Rect& box = marked.placed[0].box;
    CHECK(std::hypot(box.x + box.w / 2 - at.x, box.y + box.h / 2 - at.y) < 15);
}
