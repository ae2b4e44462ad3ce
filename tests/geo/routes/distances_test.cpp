// Lengths of routes against published distances between ports; tests/fixtures/routes/SOURCES.md names their sources.
#include "tests/geo/routes/routing.hpp"
#include "tests/support/catch.hpp"

#include <cmath>
#include <fstream>
#include <sstream>
#include <string>

using namespace geo;

namespace {

struct Published {
    std::string text;
    LonLat from, to;
    double nmi, percent; ///< the distance, and by how much a route may differ from it
    std::string source;
};

std::vector<Published> published() {
    std::ifstream in{std::filesystem::path{THEATRUM_SOURCE_DIR} / "tests/fixtures/routes/distances.csv"};
    std::vector<Published> all;
    std::string line;
    std::getline(in, line); // the header
    while (std::getline(in, line)) {
        std::istringstream row{line};
        std::vector<std::string> cells;
        for (std::string cell; std::getline(row, cell, ',');)
            cells.push_back(cell);
        INFO(line);
        REQUIRE(cells.size() == 9);
        all.push_back({line, lonlat(std::stod(cells[1]), std::stod(cells[2])),
                       lonlat(std::stod(cells[4]), std::stod(cells[5])), std::stod(cells[6]), std::stod(cells[7]),
                       cells[8]});
    }
    return all;
}

} // namespace

TEST_CASE("routes are as long as published distances between ports", "[geo][routes]") {
    int within_4_percent = 0;
    for (const Published& pair : published()) {
        const auto found = router().route(pair.from, pair.to);
        INFO(pair.text);
        REQUIRE(found.route);
        const double nmi =
            (found.route->path.length_m() + found.route->start_offset_m + found.route->end_offset_m) / 1852;
        const double off_percent = 100 * (nmi / pair.nmi - 1);
        INFO(nmi << " nautical miles, " << off_percent << " %");
        CHECK(std::abs(off_percent) <= pair.percent);
        within_4_percent += std::abs(off_percent) <= 4 ? 1 : 0;
    }
    CHECK(within_4_percent >= 80);
}

TEST_CASE("every published distance names its source", "[geo][routes]") {
    for (const Published& pair : published()) {
        INFO(pair.text);
        CHECK((pair.source.starts_with("NGA Pub. 151") || pair.source == "US Hydrographic Office" ||
               pair.source == "Johnson"));
    }
}
