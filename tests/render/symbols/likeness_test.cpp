// Symbols of ships are told apart in grey at the size of a small map: how much of the ink of two of them differs.
#include "render/cairo/players.hpp"
#include "render/symbols/pictogram.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

using assets::AssetType;
using render::Colour;

namespace {

constexpr int side_px = 59; ///< of a square of 5 mm at 300 dpi

/// A theme's colours without their hue.
struct Greys {
    const char* name;
    std::uint8_t ground, symbol, halo;
};
constexpr std::array themes{Greys{"light", 228, 60, 255}, Greys{"dark", 30, 205, 14}};

/// The ink of each pixel, from 0 (ground or halo) to 1 (the symbol's grey).
using Ink = std::array<double, side_px * side_px>;

Ink ink_of(AssetType type, const Greys& greys, double size_mm) {
    const auto grey = [](std::uint8_t v) {
        return Colour{v, v, v, 255};
    };
    render::SymbolStyle style;
    style.size_mm = size_mm;
    style.colour = grey(greys.symbol);
    style.halo = grey(greys.halo);
    style.course_deg = 90;
    render::Picture page;
    page.width_mm = page.height_mm = side_px * 25.4 / 300;
    page.background = grey(greys.ground);
    render::Group symbol;
    symbol.anchor = {page.width_mm / 2, page.height_mm / 2};
    symbol.commands = draw_symbol(type, style);
    page.commands.push_back({std::move(symbol)});
    const render::Raster raster = rasterise(page, side_px, side_px);
    // The halo lies on the far side of the ground, seen from the symbol, in both themes.
    const double from = greys.ground, to = greys.symbol;
    Ink ink{};
    for (std::size_t i = 0; i < ink.size(); ++i)
        ink[i] = std::clamp((raster.rgb[3 * i] - from) / (to - from), 0.0, 1.0);
    return ink;
}

double sum(const Ink& ink) {
    double all = 0;
    for (const double v : ink)
        all += v;
    return all;
}

/// The share of the larger symbol's ink that differs, when one symbol is moved so that the two agree best.
double difference(const Ink& a, const Ink& b) {
    constexpr int farthest_px = 5;
    double least = 1e9;
    for (int dy = -1; dy <= 1; ++dy)
        for (int dx = -farthest_px; dx <= farthest_px; ++dx) {
            double differs = 0;
            for (int y = 0; y < side_px; ++y)
                for (int x = 0; x < side_px; ++x) {
                    const int other_x = x + dx, other_y = y + dy;
                    const bool inside = other_x >= 0 && other_x < side_px && other_y >= 0 && other_y < side_px;
                    const auto at = [](int column, int row) {
                        return static_cast<std::size_t>(row * side_px + column);
                    };
                    differs += std::abs(a[at(x, y)] - (inside ? b[at(other_x, other_y)] : 0.0));
                }
            least = std::min(least, differs);
        }
    return least / std::max(sum(a), sum(b));
}

/// Demands of each pair that at least `share` of the ink differs, in both themes.
void check_pairs(const std::vector<AssetType>& types, double share) {
    for (const Greys& greys : themes) {
        std::vector<Ink> drawn;
        for (const AssetType type : types)
            drawn.push_back(ink_of(type, greys, 4.0));
        for (std::size_t i = 0; i < types.size(); ++i)
            for (std::size_t j = i + 1; j < types.size(); ++j) {
                INFO(assets::to_string(types[i]) << " and " << assets::to_string(types[j]) << ", " << greys.name);
                CHECK(difference(drawn[i], drawn[j]) >= share);
            }
    }
}

} // namespace

TEST_CASE("surface warships are told apart at 4 mm in grey", "[symbols]") {
    check_pairs({AssetType::Destroyer, AssetType::Cruiser, AssetType::Frigate, AssetType::Corvette,
                 AssetType::PatrolShip, AssetType::LittoralCombatShip},
                0.45);
}

TEST_CASE("large and unarmed ships are told apart at 4 mm in grey", "[symbols]") {
    check_pairs({AssetType::Carrier, AssetType::AmphibiousAssault, AssetType::Amphibious, AssetType::Oiler,
                 AssetType::Auxiliary, AssetType::HospitalShip, AssetType::Submarine, AssetType::CommandShip,
                 AssetType::ExpeditionaryBase},
                0.33);
}

TEST_CASE("no two types of ship are alike at 4 mm in grey", "[symbols]") {
    std::vector<AssetType> ships;
    for (int i = 0; i <= static_cast<int>(AssetType::Other); ++i)
        if (const auto type = static_cast<AssetType>(i); assets::is_ship(type)) ships.push_back(type);
    REQUIRE(ships.size() == 22);
    check_pairs(ships, 0.28);
}

TEST_CASE("a symbol does not differ from itself, wherever it stands", "[symbols]") {
    const Ink frigate = ink_of(AssetType::Frigate, themes[0], 4.0);
    CHECK(difference(frigate, frigate) == 0);
    Ink moved{};
    for (std::size_t i = 3; i < moved.size(); ++i)
        moved[i] = frigate[i - 3];
    CHECK(difference(frigate, moved) < 1e-9);
    CHECK(sum(frigate) > 100); // pixels
}
