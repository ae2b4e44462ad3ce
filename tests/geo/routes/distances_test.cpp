// Lengths of routes against distances between ports as navigators know them. They were written down without a table at
// hand: a cited one, such as NGA Pub. 151, has yet to replace them.
#include "tests/geo/routes/routing.hpp"
#include "tests/support/catch.hpp"

#include <cmath>
#include <fstream>
#include <sstream>
#include <string>

using namespace geo;

TEST_CASE("routes are as long as ships know the ways between ports", "[geo][routes]") {
    std::ifstream in{std::filesystem::path{THEATRUM_SOURCE_DIR} / "tests/fixtures/routes/distances.csv"};
    std::string line;
    std::getline(in, line); // the header
    int compared = 0;
    while (std::getline(in, line)) {
        std::istringstream row{line};
        std::vector<std::string> cells;
        for (std::string cell; std::getline(row, cell, ',');)
            cells.push_back(cell);
        REQUIRE(cells.size() >= 8);
        const auto found = router().route(lonlat(std::stod(cells[1]), std::stod(cells[2])),
                                          lonlat(std::stod(cells[4]), std::stod(cells[5])));
        INFO(line);
        REQUIRE(found.route);
        const double nmi =
            (found.route->path.length_m() + found.route->start_offset_m + found.route->end_offset_m) / 1852;
        const double known = std::stod(cells[6]), percent = std::stod(cells[7]);
        INFO(nmi << " nautical miles, " << 100 * (nmi / known - 1) << " %");
        CHECK(std::abs(nmi / known - 1) <= percent / 100);
        ++compared;
    }
    CHECK(compared >= 40);
}
