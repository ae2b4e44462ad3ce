#include "render/picture/inspect.hpp"
#include "render/symbols/pictogram.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/golden_text.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <vector>

using assets::AssetType;
using render::Colour;
using render::Command;
using render::draw_symbol;
using render::FillPath;
using render::Rect;
using render::StrokePath;
using render::symbol_box;
using render::SymbolFill;
using render::SymbolStyle;

namespace {

constexpr Colour red{178, 32, 40, 255};
constexpr Colour white{255, 255, 255, 255};

std::vector<AssetType> all_types() {
    std::vector<AssetType> types;
    for (int i = 0; i <= static_cast<int>(AssetType::Other); ++i)
        types.push_back(static_cast<AssetType>(i));
    return types;
}

SymbolStyle style(double size_mm = 6) {
    SymbolStyle s;
    s.size_mm = size_mm;
    s.colour = red;
    s.halo = white;
    return s;
}

std::string text_of(std::vector<Command> commands) {
    render::Picture picture;
    picture.commands = std::move(commands);
    return render::dump(picture);
}
std::string text_of(AssetType type, const SymbolStyle& s) {
    return text_of(draw_symbol(type, s));
}

std::vector<SymbolStyle> varied_styles() {
    std::vector<SymbolStyle> styles;
    for (const double size : {3.0, 6.0, 12.0})
        for (const double course : {0.0, 47.0, 180.0, 301.0})
            for (const bool hollow : {false, true})
                for (const bool question : {false, true})
                    for (const int count : {0, 2, 13}) {
                        SymbolStyle s = style(size);
                        s.course_deg = course;
                        s.fill = hollow ? SymbolFill::Hollow : SymbolFill::Solid;
                        s.question_mark = question;
                        s.count = count;
                        styles.push_back(s);
                    }
    SymbolStyle dot = style();
    dot.dot = true;
    styles.push_back(dot);
    return styles;
}

/// The box of everything filled in `colour`, without halos and lines.
Rect filled_box(const std::vector<Command>& commands, Colour colour) {
    double left = 1e9, top = 1e9, right = -1e9, bottom = -1e9;
    for (const Command& c : commands)
        if (const auto* fill = std::get_if<FillPath>(&c.value); fill != nullptr && fill->colour == colour)
            for (const auto& outline : fill->outlines)
                for (const auto& p : outline.points) {
                    left = std::min(left, p.x), right = std::max(right, p.x);
                    top = std::min(top, p.y), bottom = std::max(bottom, p.y);
                }
    return {left, top, right - left, bottom - top};
}

} // namespace

TEST_CASE("a symbol's box holds everything drawn with less than half a millimetre to spare", "[symbols]") {
    for (const AssetType type : all_types())
        for (const SymbolStyle& s : varied_styles()) {
            const Rect box = symbol_box(type, s);
            const auto drawn = render::bounds(draw_symbol(type, s));
            INFO(assets::to_string(type) << " at " << s.size_mm << " mm, course " << s.course_deg);
            REQUIRE(drawn);
            constexpr double rounding = 1e-9;
            REQUIRE(drawn->x >= box.x - rounding);
            REQUIRE(drawn->y >= box.y - rounding);
            REQUIRE(drawn->right() <= box.right() + rounding);
            REQUIRE(drawn->bottom() <= box.bottom() + rounding);
            REQUIRE(box.w - drawn->w < 0.5);
            REQUIRE(box.h - drawn->h < 0.5);
        }
}

TEST_CASE("no two types of asset look the same at any size", "[symbols]") {
    for (const double size : {3.0, 6.0, 12.0}) {
        std::map<std::string, AssetType> seen;
        for (const AssetType type : all_types()) {
            const auto [other, is_new] = seen.emplace(text_of(type, style(size)), type);
            INFO(assets::to_string(type) << " like " << assets::to_string(other->second));
            REQUIRE(is_new);
        }
    }
}

TEST_CASE("a symbol is no longer than its given size, and is centred", "[symbols]") {
    for (const AssetType type : all_types()) {
        const Rect body = filled_box(draw_symbol(type, style(10)), red);
        INFO(assets::to_string(type));
        CHECK(std::max(body.w, body.h) <= 10.01);
        CHECK(std::max(body.w, body.h) >= 6.0);
        CHECK(std::abs(body.x + body.w / 2) < 0.8);
        CHECK(std::abs(body.y + body.h / 2) < 1.0);
    }
    CHECK(filled_box(draw_symbol(AssetType::Destroyer, style(10)), red).h == Approx(9.8));
}

TEST_CASE("a hollow symbol is a line around the halo's colour", "[symbols]") {
    SymbolStyle hollow = style();
    hollow.fill = SymbolFill::Hollow;
    for (const AssetType type : all_types()) {
        INFO(assets::to_string(type));
        REQUIRE(text_of(type, hollow) != text_of(type, style()));
        const auto commands = draw_symbol(type, hollow);
        const auto has_line = [](const Command& c) {
            const auto* s = std::get_if<StrokePath>(&c.value);
            return s != nullptr && s->colour == red;
        };
        const auto has_white_inside = [](const Command& c) {
            const auto* f = std::get_if<FillPath>(&c.value);
            return f != nullptr && f->colour == white;
        };
        REQUIRE(std::any_of(commands.begin(), commands.end(), has_line));
        REQUIRE(std::any_of(commands.begin(), commands.end(), has_white_inside));
    }
}

TEST_CASE("ships and aircraft turn with their course, all other symbols stay upright", "[symbols]") {
    SymbolStyle east = style();
    east.course_deg = 90;
    for (const AssetType type : all_types()) {
        const Rect north_box = filled_box(draw_symbol(type, style()), red);
        const Rect east_box = filled_box(draw_symbol(type, east), red);
        INFO(assets::to_string(type));
        if (assets::is_ship(type) || assets::is_aircraft(type)) {
            CHECK(east_box.w == Approx(north_box.h));
            CHECK(east_box.h == Approx(north_box.w));
            CHECK(east_box.right() == Approx(-north_box.y)); // the bow has moved from the top to the right
        } else {
            CHECK(east_box == north_box);
        }
    }
}

TEST_CASE("a badge is to the right of the symbol and does not touch it", "[symbols]") {
    for (const AssetType type : all_types())
        for (const double course : {0.0, 30.0, 135.0, 220.0}) {
            SymbolStyle plain = style();
            plain.course_deg = course;
            plain.halo_mm = 0;
            SymbolStyle badged = plain;
            badged.count = 2;
            const auto without = draw_symbol(type, plain);
            const auto with = draw_symbol(type, badged);
            INFO(assets::to_string(type) << " on course " << course);
            REQUIRE(with.size() == without.size() + 1);
            const Rect badge = *render::bounds({with.back()});
            CHECK(badge.x > 0);
            CHECK(badge.h >= 1.2);
            for (const Command& c : without)
                if (const auto* fill = std::get_if<FillPath>(&c.value))
                    for (const auto& outline : fill->outlines)
                        for (const auto& p : outline.points) {
                            const bool inside =
                                p.x > badge.x && p.x < badge.right() && p.y > badge.y && p.y < badge.bottom();
                            REQUIRE_FALSE(inside);
                        }
        }
}

TEST_CASE("question mark and count do not overlap", "[symbols]") {
    SymbolStyle both = style();
    both.question_mark = true;
    both.count = 12;
    both.halo_mm = 0;
    const auto commands = draw_symbol(AssetType::Frigate, both);
    const Rect question = *render::bounds({commands[commands.size() - 2]});
    const Rect count = *render::bounds({commands.back()});
    CHECK((question.bottom() <= count.y || count.bottom() <= question.y));
    CHECK(count.w > question.w);
}

TEST_CASE("a single ship has no count badge", "[symbols]") {
    SymbolStyle one = style();
    one.count = 1;
    CHECK(text_of(AssetType::Frigate, one) == text_of(AssetType::Frigate, style()));
}

TEST_CASE("dots are small and the same for all types", "[symbols]") {
    SymbolStyle dot = style();
    dot.dot = true;
    const std::string first = text_of(AssetType::Frigate, dot);
    for (const AssetType type : all_types())
        REQUIRE(text_of(type, dot) == first);
    CHECK(symbol_box(AssetType::Frigate, dot).w == Approx(2 * 0.2 * 6 + 2 * dot.halo_mm).margin(0.05));
}

TEST_CASE("small symbols have no fine gaps", "[symbols]") {
    const auto gaps = [](double size) {
        for (const Command& c : draw_symbol(AssetType::Frigate, style(size)))
            if (const auto* f = std::get_if<FillPath>(&c.value); f != nullptr && f->colour == white)
                return f->outlines.size();
        return std::size_t{0};
    };
    CHECK(gaps(3) == 2);
    CHECK(gaps(6) == 3);
}

TEST_CASE("a halo width of 0 draws no halo", "[symbols]") {
    SymbolStyle bare = style();
    bare.halo_mm = 0;
    for (const Command& c : draw_symbol(AssetType::Carrier, bare))
        CHECK(std::holds_alternative<FillPath>(c.value));
}

TEST_CASE("symbols match their golden files", "[symbols]") {
    std::string ships, aircraft, upright, variants;
    SymbolStyle large = style(100); // 1 mm is one unit of a silhouette
    for (const AssetType type : all_types()) {
        std::string& drawing = assets::is_ship(type) ? ships : assets::is_aircraft(type) ? aircraft : upright;
        drawing += std::string{assets::to_string(type)} + '\n' + text_of(type, large);
    }
    SymbolStyle s = style();
    s.fill = SymbolFill::Hollow;
    s.question_mark = true;
    s.count = 1234567890;
    s.course_deg = 220;
    variants = text_of(AssetType::Frigate, s) + text_of(AssetType::MaritimePatrolAircraft, s) +
               text_of(AssetType::Contingent, s);
    support::check_golden_text("symbols/ships.txt", ships);
    support::check_golden_text("symbols/aircraft.txt", aircraft);
    support::check_golden_text("symbols/upright.txt", upright);
    support::check_golden_text("symbols/variants.txt", variants);
}
