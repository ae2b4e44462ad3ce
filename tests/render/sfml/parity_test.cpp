// Parity of window and print: both players draw the built-in map alike.
#include "tests/render/map/map_support.hpp"
#include "tests/render/sfml/gl_raster.hpp"
#include "tests/render/sfml/similarity.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/golden_text.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include <fmt/format.h>

using namespace support;

namespace {

constexpr int width_px = 1280;
constexpr int height_px = 800;
constexpr double least_similarity = 0.97;
constexpr double least_similarity_of_item = 0.9;

struct MapView {
    std::string name, theme;
    std::optional<geo::LonLat> centre; ///< empty: the scenario's view
    double width_km;
};

render::Composition composed(const MapView& view, const std::string& date) {
    const auto canada = scenario("assets/scenarios/canada-2024");
    auto figure = page(width_px, height_px, 96, date);
    figure.without = {"all"};
    figure.theme = view.theme;
    figure.centre = view.centre ? view.centre : canada->view.centre;
    figure.width_km = view.centre ? std::optional{view.width_km} : canada->view.width_km;
    return compose(*canada, figure);
}

/// The pixels of a box of the page, with a margin of two pixels.
render::Raster cut_out(const render::Raster& page, const render::Rect& box_mm) {
    constexpr double px_per_mm = 96 / 25.4;
    constexpr int margin = 2;
    const int left = std::max(0, static_cast<int>(std::floor(box_mm.x * px_per_mm)) - margin),
              top = std::max(0, static_cast<int>(std::floor(box_mm.y * px_per_mm)) - margin),
              right = std::min(page.width, static_cast<int>(std::ceil(box_mm.right() * px_per_mm)) + margin),
              bottom = std::min(page.height, static_cast<int>(std::ceil(box_mm.bottom() * px_per_mm)) + margin);
    render::Raster part{std::max(0, right - left), std::max(0, bottom - top), {}};
    for (int y = top; y < bottom; ++y) {
        const auto row = page.rgb.begin() + 3L * (static_cast<long>(y) * page.width + left);
        part.rgb.insert(part.rgb.end(), row, row + 3L * part.width);
    }
    return part;
}

/// Compares each symbol and label by itself, because one wrong symbol hardly changes the similarity of a whole page.
/// Returns the number of comparisons.
int check_each_item(const render::Layout& layout, const render::Raster& printed, const render::Raster& shown) {
    int compared = 0;
    for (const auto& item : layout.items) {
        if (item.kind != "symbol" && item.kind != "label") continue;
        const auto on_paper = cut_out(printed, item.box_mm), on_screen = cut_out(shown, item.box_mm);
        if (on_paper.width < 8 || on_paper.height < 8) continue; // beyond the page's edge
        const double similarity = structural_similarity(on_paper, on_screen);
        INFO(item.kind << ' ' << item.id << ": " << similarity);
        CHECK(similarity >= least_similarity_of_item);
        ++compared;
    }
    return compared;
}

void check_parity(const MapView& view) {
    for (const std::string date : {"2024-04-20", "2024-07-31", "2024-10-20"}) {
        const auto [picture, layout, visible, calls] = composed(view, date);
        const auto printed = render::rasterise(picture, width_px, height_px);
        const auto shown = play_on_gl(picture, width_px, height_px);
        const double similarity = structural_similarity(printed, shown);
        INFO(view.name << " " << date << ": " << similarity);
        CHECK(similarity >= least_similarity);
        CHECK(check_each_item(layout, printed, shown) > 10);
        const auto keep = [&](const char* suffix, const render::Raster& raster) {
            const auto path = golden_path(fmt::format("window/{}-{}.{}.png", view.name, date, suffix));
            if (similarity >= least_similarity && std::getenv("THEATRUM_KEEP") == nullptr) {
                std::filesystem::remove(path);
                return;
            }
            std::filesystem::create_directories(path.parent_path());
            write_file(path, render::encode_png(raster, 96, "", ""));
        };
        keep("printed.out", printed);
        keep("out", shown);
        keep("diff", difference_image(printed, shown));
    }
}

} // namespace

TEST_CASE("the whole theatre looks the same in the window and in print", "[sfml]") {
    check_parity({"theatre", "article", std::nullopt, 0});
}

TEST_CASE("Korea in the dark theme looks the same in the window and in print", "[sfml]") {
    check_parity({"korea", "dark", geo::lonlat(127.5, 37.5), 600});
}

TEST_CASE("the East China Sea looks the same in the window and in print", "[sfml]") {
    check_parity({"east-china-sea", "article", geo::lonlat(125, 29), 3000});
}

TEST_CASE("the parity check notices a symbol that one player leaves out", "[sfml]") {
    const auto [picture, layout, visible, calls] = composed({"theatre", "article", std::nullopt, 0}, "2024-10-20");
    auto without = picture;
    std::erase_if(without.commands, [](const render::Command& command) {
        const auto* group = std::get_if<render::Group>(&command.value);
        return group != nullptr && group->tag.layer == "assets";
    });
    REQUIRE(without.commands.size() < picture.commands.size());
    const auto printed = render::rasterise(picture, width_px, height_px);
    const auto bare = render::rasterise(without, width_px, height_px);
    int symbols = 0;
    for (const auto& item : layout.items) {
        if (item.kind != "symbol") continue;
        INFO(item.id);
        CHECK(structural_similarity(cut_out(printed, item.box_mm), cut_out(bare, item.box_mm)) <
              least_similarity_of_item);
        ++symbols;
    }
    CHECK(symbols > 0);
}
