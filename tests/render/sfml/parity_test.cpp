// The window shows what is printed: the built-in map through both players.
#include "tests/render/map/map_support.hpp"
#include "tests/render/sfml/gl_raster.hpp"
#include "tests/render/sfml/similarity.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/golden_text.hpp"

#include <cstdlib>

#include <fmt/format.h>

using namespace support;

namespace {

constexpr int width_px = 1280;
constexpr int height_px = 800;
constexpr double enough = 0.97;

struct SeenFrom {
    std::string name, theme;
    std::optional<geo::LonLat> centre; ///< none: the scenario's view
    double width_km;
};

render::Picture picture_of(const SeenFrom& from, const std::string& date) {
    const auto canada = scenario("assets/scenarios/canada-2024");
    auto figure = page(width_px, height_px, 96, date);
    figure.without = {"all"};
    figure.theme = from.theme;
    figure.centre = from.centre ? from.centre : canada->view.centre;
    figure.width_km = from.centre ? std::optional{from.width_km} : canada->view.width_km;
    return compose(*canada, figure).picture;
}

void check_parity(const SeenFrom& from) {
    for (const std::string date : {"2024-04-20", "2024-07-31", "2024-10-20"}) {
        const auto picture = picture_of(from, date);
        const auto printed = render::rasterise(picture, width_px, height_px);
        const auto shown = play_on_gl(picture, width_px, height_px);
        const double similarity = structural_similarity(printed, shown);
        INFO(from.name << " " << date << ": " << similarity);
        CHECK(similarity >= enough);
        const auto keep = [&](const char* what, const render::Raster& raster) {
            const auto path = golden_path(fmt::format("window/{}-{}.{}.png", from.name, date, what));
            if (similarity >= enough && std::getenv("THEATRUM_KEEP") == nullptr) {
                std::filesystem::remove(path);
                return;
            }
            std::filesystem::create_directories(path.parent_path());
            write_file(path, render::encode_png(raster, 96, "", ""));
        };
        keep("printed.out", printed);
        keep("out", shown);
        keep("diff", unlikeness(printed, shown));
    }
}

} // namespace

TEST_CASE("the whole theatre looks in the window as it is printed", "[sfml]") {
    check_parity({"theatre", "article", std::nullopt, 0});
}

TEST_CASE("Korea in the dark theme looks in the window as it is printed", "[sfml]") {
    check_parity({"korea", "dark", geo::lonlat(127.5, 37.5), 600});
}

TEST_CASE("the East China Sea looks in the window as it is printed", "[sfml]") {
    check_parity({"east-china-sea", "article", geo::lonlat(125, 29), 3000});
}
